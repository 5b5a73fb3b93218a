package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"slices"

	"tressons/model"
)

// frozenRow is a field of a diagnosis as it was shown when a snapshot was taken.
type frozenRow struct {
	snapshot uuid
	entity   string
	row      rowName
	field    string
	value    string
}

func (r frozenRow) sum(sums *summer) [8]byte {
	return sums.id(r.snapshot).text(r.entity).text(string(r.row)).text(r.field).text(r.value).sum()
}

func (r frozenRow) compare(other frozenRow) int {
	return cmp.Or(bytes.Compare(r.snapshot[:], other.snapshot[:]), cmp.Compare(r.entity, other.entity),
		cmp.Compare(r.row, other.row), cmp.Compare(r.field, other.field), cmp.Compare(r.value, other.value))
}

func (r frozenRow) edit() model.Edit {
	return model.Edit{Entity: r.entity, Row: string(r.row), Field: r.field, Value: r.value}
}

func (r frozenRow) insert(ctx context.Context, c *connection, sums *summer) error {
	sum := r.sum(sums)
	return c.exec(ctx, `INSERT INTO frozen (snapshot, entity, row, field, value, sum) VALUES (?, ?, ?, ?, ?, ?)`,
		r.snapshot[:], r.entity, r.row.column(), r.field, r.value, sum[:])
}

const frozenColumns = `snapshot, entity, row, field, value, sum`

// scanFrozen reads a row and checks it.
func scanFrozen(rows *sql.Rows, sums *summer) (r frozenRow, err error) {
	var sum sql.RawBytes
	if err := rows.Scan(&r.snapshot, &r.entity, &r.row, &r.field, &r.value, &sum); err != nil {
		return r, err
	}
	return r, sameSum(sum, r.sum(sums))
}

// snapshotEntity is the entity whose rows name the frozen states.
const snapshotEntity = "snapshot"

// Freeze saves edits that make a row of entity snapshot, and keeps with it all
// that the diagnosis shows, apart from the log: later edits, merges and Compact
// do not touch it. A row can be frozen once. Its errors are those of Save.
func (s *Store) Freeze(ctx context.Context, diagnosisID, snapshotID string, edits []model.Edit) (Saved, error) {
	snapshot, err := parseUUID(snapshotID)
	if err != nil {
		return Saved{}, err
	}
	return s.saveAnd(ctx, diagnosisID, edits, func(c *connection, diagnosis uuid) error {
		return freeze(ctx, c, diagnosis, snapshot)
	})
}

// freeze copies what a diagnosis shows: the filled-in fields of the rows that
// exist, and the existence of those that the team made.
func freeze(ctx context.Context, c *connection, diagnosis, snapshot uuid) error {
	shown, err := readShown(ctx, c)
	if err != nil {
		return err
	}
	shown = slices.DeleteFunc(shown, func(x change) bool { return x.diagnosis != diagnosis })
	list, err := assemble(shown)
	if err != nil || len(list) == 0 {
		return err
	}
	var sums summer
	for _, e := range list[0].Edits() {
		if e.Entity == snapshotEntity {
			continue
		}
		r := frozenRow{snapshot, e.Entity, rowName(e.Row), e.Field, e.Value}
		if err := r.insert(ctx, c, &sums); err != nil {
			return err
		}
	}
	return nil
}

// Frozen reads a frozen state. The diagnosis has the id of the one that was
// frozen, and no snapshots of its own. In a file that leaves private fields out
// it has none. A state that the file does not hold is a *model.Problem.
func (s *Store) Frozen(ctx context.Context, diagnosisID, snapshotID string) (*model.Diagnosis, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	snapshot, err := parseUUID(snapshotID)
	if err != nil {
		return nil, s.tell(errNoSnapshot, whenReading)
	}
	var edits []model.Edit
	err = s.reading(ctx, func(c *connection) error {
		var sums summer
		return c.each(ctx, `SELECT `+frozenColumns+` FROM frozen WHERE snapshot = ?`, []any{snapshot[:]}, func(rows *sql.Rows) error {
			r, err := scanFrozen(rows, &sums)
			if e := r.edit(); e.Check() == nil { // what a later version knows stays in the file
				edits = append(edits, e)
			}
			return err
		})
	})
	if err == nil && len(edits) == 0 {
		err = errNoSnapshot
	}
	if err != nil {
		return nil, s.tell(err, whenReading)
	}
	d := model.NewDiagnosis(diagnosisID)
	_, _, err = d.Apply(edits)
	return d, err
}
