package app

import (
	"context"
	"errors"
	"slices"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// ConflictVersion is one of the values that a field has at the same time.
type ConflictVersion struct {
	Value  string // as the file has it
	Shown  string // French
	Author Author
	At     time.Time
}

// Conflict is a field of which colleagues wrote different values without having
// seen each other's. It stays until somebody writes the field again: see Settle.
type Conflict struct {
	Diagnosis string
	Edit      model.Edit // the field, with the value that is shown meanwhile
	Name      string     // French: « Initiative « La Cambuse » : description »
	Versions  []ConflictVersion
}

// Revival is a row that somebody deleted while somebody else was editing it. It
// is there until somebody deletes it again.
type Revival struct {
	Diagnosis string
	Row       model.Ref
	Name      string // French: « Preuve « Entretien » »
	What      string // French: who deleted it, who edited it, when
	Deletions []ConflictVersion
	Edits     []Conflict // the fields that keep it, one version each or several
}

// Conflicts are the questions that merging leaves to people.
type Conflicts struct {
	Fields   []Conflict
	Revivals []Revival
}

// Count is how many questions there are.
func (c Conflicts) Count() int { return len(c.Fields) + len(c.Revivals) }

// Without is what is left once edits of a diagnosis are written: a field that is written
// anew is decided. What becomes of a revival only the file tells.
func (c Conflicts) Without(diagnosis string, edits []model.Edit) Conflicts {
	c.Fields = slices.DeleteFunc(slices.Clone(c.Fields), func(f Conflict) bool {
		return f.Diagnosis == diagnosis && slices.ContainsFunc(edits, f.Edit.SameField)
	})
	return c
}

// Conflicts lists what is undecided in a file. The file stays as it was. It
// waits for the disk.
func (a *App) Conflicts(ctx context.Context, path string) (Conflicts, error) {
	var out Conflicts
	err := a.reading(ctx, path, func(s *store.Store, names titles) error {
		found, err := s.Conflicts(ctx)
		out = a.tellConflicts(names, found)
		return err
	})
	return out, err
}

// ConflictsAsync lists what is undecided in the open file, but for the fields that edits
// decide which wait to be saved, and hands it over on another goroutine.
func (d *Document) ConflictsAsync(then func(Conflicts, error)) {
	names := titlesOf(d.diagnoses)
	d.writer.look(func(ctx context.Context, s *store.Store) {
		found, err := s.Conflicts(ctx)
		left := d.app.tellConflicts(names, found)
		for _, waiting := range d.writer.unsaved() {
			left = left.Without(waiting.diagnosis, waiting.edits)
		}
		then(left, err)
	})
}

// Settle is Edit for values that somebody states: they are written even when
// they are those shown already, so that a field in conflict is decided. What the
// file holds alike already leaves no trace in it.
func (d *Document) Settle(label string, edits ...model.Edit) error {
	if err := d.writable(); err != nil {
		return err
	}
	canonical := make([]model.Edit, len(edits))
	for i, e := range edits {
		var err error
		if canonical[i], err = e.Canon(); err != nil {
			return err
		}
	}
	x := d.Current()
	applied, undo, err := x.Apply(canonical)
	if err != nil {
		return err
	}
	if len(applied) > 0 {
		d.history.push(step{label, x.ID, applied, undo})
	}
	d.writer.save(x.ID, canonical)
	d.changed(Change{x.ID, canonical, label})
	return nil
}

// reading opens a file, hands it over with its diagnoses, and closes it.
func (a *App) reading(ctx context.Context, path string, use func(*store.Store, titles) error) error {
	s, err := store.Open(ctx, path, a.storeOptions())
	if err != nil {
		return err
	}
	diagnoses, err := s.Diagnoses(ctx)
	if err == nil {
		err = use(s, titlesOf(diagnoses))
	}
	return errors.Join(err, s.Close())
}

// titles finds the diagnosis that a change belongs to, to name its rows.
type titles map[string]*model.Diagnosis

// titlesOf copies the diagnoses, so that another goroutine can read them.
func titlesOf(list []*model.Diagnosis) titles {
	out := titles{}
	for _, d := range list {
		out[d.ID] = d.Clone()
	}
	return out
}

// of is the diagnosis, an empty one when the file does not have it yet.
func (t titles) of(id string) *model.Diagnosis {
	if d := t[id]; d != nil {
		return d
	}
	return model.NewDiagnosis(id)
}

func (a *App) tellConflicts(names titles, found store.Conflicts) Conflicts {
	var out Conflicts
	for _, c := range found.Fields {
		out.Fields = append(out.Fields, a.tellConflict(names, c))
	}
	for _, r := range found.Revivals {
		out.Revivals = append(out.Revivals, a.tellRevival(names, r))
	}
	return out
}

func (a *App) tellConflict(names titles, c store.Conflict) Conflict {
	d := names.of(c.Diagnosis)
	return Conflict{c.Diagnosis, c.Cell, a.FieldName(d, c.Cell), a.tellVersions(d, c.Cell, c.Versions)}
}

func (a *App) tellVersions(d *model.Diagnosis, field model.Edit, list []store.Version) []ConflictVersion {
	out := make([]ConflictVersion, len(list))
	for i, v := range list {
		field.Value = v.Value
		out[i] = ConflictVersion{v.Value, a.ShowValue(d, field), v.Author, v.At}
	}
	return out
}

func (a *App) tellRevival(names titles, r store.Revival) Revival {
	d := names.of(r.Diagnosis)
	existence := model.DeleteRow(r.Entity, r.Row)
	out := Revival{Diagnosis: r.Diagnosis, Row: model.MakeRef(r.Entity, r.Row), Name: a.RowName(d, r.Entity, r.Row),
		Deletions: a.tellVersions(d, existence, r.Deletions)}
	var edits []store.Version
	for _, e := range r.Edits {
		edits = append(edits, e.Version)
		field := model.Edit{Entity: r.Entity, Row: r.Row, Field: e.Field, Value: e.Value}
		out.Edits = append(out.Edits, Conflict{r.Diagnosis, field, a.FieldName(d, field), a.tellVersions(d, field, []store.Version{e.Version})})
	}
	out.What = "supprimé par " + people(r.Deletions) + ", modifié par " + people(edits)
	return out
}

// people is « Anne, le 3 mars 2026 à 9 h 12, et Brice, … », each once.
func people(list []store.Version) string {
	var out []string
	for _, v := range list {
		said := authorName(v.Author) + ", " + Moment(v.At)
		if !slices.Contains(out, said) {
			out = append(out, said)
		}
	}
	return model.JoinFrench(out)
}

// authorName is how a person is called, also who never gave a name.
func authorName(a Author) string {
	switch {
	case a.Name == "" && a.Organisation == "":
		return "une personne sans nom"
	case a.Name == "":
		return a.Organisation
	case a.Organisation == "":
		return a.Name
	}
	return a.Name + " (" + a.Organisation + ")"
}
