package model

import (
	"slices"

	"github.com/google/uuid"
)

// FieldExists is the field name under which a row's own existence is kept:
// "1" when it was made, "0" when it was deleted. The fields of a deleted row
// stay, so that setting "1" again brings it back whole.
const FieldExists = ""

// Edit sets one field of one row. It is also how a change is kept in the file.
type Edit struct {
	Entity string
	Row    string
	Field  string // FieldExists for the row itself
	Value  string // canonical text
}

// NewRow is the edit that makes a row; MakeRowID names it.
func NewRow(entity, row string) Edit { return Edit{entity, row, FieldExists, "1"} }

// DeleteRow is the edit that deletes a row.
func DeleteRow(entity, row string) Edit { return Edit{entity, row, FieldExists, "0"} }

// NewID names a new row, diagnosis or session.
func NewID() string { return uuid.Must(uuid.NewV7()).String() }

// namespace of the ids that are derived from a name, so that the same thing
// made in two copies of a file is one thing.
var namespace = uuid.MustParse("6f1d4f0e-6a0b-5d53-9a3c-8b1c0e2f7a11")

// DerivedID is the id for a name, always the same.
func DerivedID(name string) string { return uuid.NewSHA1(namespace, []byte(name)).String() }

// LinkID names the link between two rows, whichever comes first.
func LinkID(a, b Ref) string {
	if b < a {
		a, b = b, a
	}
	return DerivedID("link " + string(a) + " " + string(b))
}

// SameField tells whether two edits are of the same field of the same row, whatever
// they write.
func (e Edit) SameField(other Edit) bool {
	e.Value, other.Value = "", ""
	return e == other
}

// Check tells whether the edit can be applied: its entity and field exist and
// its value is canonical. The error is an InputError.
func (e Edit) Check() error {
	_, err := e.canon()
	return err
}

// Canon is the edit with its value made canonical, or an InputError.
func (e Edit) Canon() (Edit, error) {
	value, err := e.canon()
	e.Value = value
	return e, err
}

func (e Edit) canon() (string, error) {
	entity, ok := EntityNamed(e.Entity)
	if !ok {
		return "", inputErrorf("Tressons ne connaît pas le genre %s.", Quote(excerpt(e.Entity)))
	}
	if e.Row == "" || len(e.Row) > MaxLine {
		return "", inputErrorf("Il manque l’identifiant de la ligne (%s).", entity.Label)
	}
	if e.Field == FieldExists {
		if e.Value != "0" && e.Value != "1" {
			return "", inputErrorf("Une ligne existe (1) ou est supprimée (0).")
		}
		return e.Value, nil
	}
	f, ok := entity.Field(e.Field)
	if !ok {
		return "", inputErrorf("Tressons ne connaît pas le champ %s du genre %s.", Quote(excerpt(e.Field)), Quote(entity.Name))
	}
	return f.Canon(e.Value)
}

// Apply carries out edits in order and returns the edits that undo them, in the
// order in which to apply them. Edits that change nothing are left out of both
// lists. Nothing is changed when one of the edits is refused.
func (d *Diagnosis) Apply(edits []Edit) (applied, undo []Edit, err error) {
	canonical := make([]Edit, len(edits))
	for i, e := range edits {
		if canonical[i], err = e.Canon(); err != nil {
			return nil, nil, err
		}
	}
	for _, e := range canonical {
		before, changed := d.apply(e)
		if !changed {
			continue
		}
		applied = append(applied, e)
		undo = append(undo, Edit{e.Entity, e.Row, e.Field, before})
	}
	slices.Reverse(undo)
	return applied, undo, nil
}

// apply sets one canonical edit and returns the value before.
func (d *Diagnosis) apply(e Edit) (before string, changed bool) {
	entity, _ := EntityNamed(e.Entity)
	rows := entity.rows(d)
	if e.Field == FieldExists {
		exists := rows.exists(e.Row)
		if exists == (e.Value == "1") {
			return "", false
		}
		rows.setExists(e.Row, !exists)
		return existence(exists), true
	}
	f, _ := entity.Field(e.Field)
	before = rows.field(e.Row, f)
	if before == e.Value {
		return "", false
	}
	rows.setField(e.Row, f, e.Value)
	return before, true
}

func existence(exists bool) string {
	if exists {
		return "1"
	}
	return "0"
}
