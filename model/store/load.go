package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"sync"

	"tressons/model"
)

// Diagnoses reads what the file holds, sorted by id. Of several heads of a cell
// the latest is taken. Rows that were deleted keep their fields, so that undoing
// brings them back whole. Calling it again shows what other programs saved
// meanwhile; what is edited next counts as written with that in view.
func (s *Store) Diagnoses(ctx context.Context) ([]*model.Diagnosis, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	var shown []change
	err := s.reading(ctx, func(c *connection) error {
		last, _, err := survey(ctx, c, s.opts.Now())
		if err != nil {
			return err
		}
		if shown, err = readShown(ctx, c); err != nil {
			return err
		}
		if !maps.Equal(s.known, last) {
			s.session = nil
		}
		s.known = last
		return nil
	})
	if err != nil {
		return nil, s.tell(err, whenReading)
	}
	return assemble(shown)
}

// readShown reads the shown head of every cell, sorted by cell. What it reads is
// compared with its checksums.
func readShown(ctx context.Context, c *connection) (out []change, err error) {
	causes := sync.OnceValues(func() (*causality, error) { return readCausality(ctx, c) })
	err = eachRow(ctx, c, func(r rowHeads) error {
		shown, err := r.shown(causes)
		out = append(out, shown...)
		return err
	})
	return out, err
}

// changeColumns are the columns that scanChange reads.
const changeColumns = keyColumns + `, value, sum`

// keyColumns are those of a change but for its value, which can be long.
const keyColumns = `diagnosis, entity, row, field, session, seq, hlc`

// scanChange reads the columns of a change.
func scanChange(rows *sql.Rows) (c change, sum sql.RawBytes, err error) {
	err = rows.Scan(&c.diagnosis, &c.entity, &c.row, &c.field, &c.session, &c.seq, &c.hlc, &c.value, &sum)
	return c, sum, err
}

// assemble makes diagnoses of shown changes that are sorted by diagnosis.
// Values that this version does not understand stay in the file and are not
// shown: Verify tells of them.
func assemble(shown []change) ([]*model.Diagnosis, error) {
	var out []*model.Diagnosis
	for len(shown) > 0 {
		id := shown[0].diagnosis
		n := slices.IndexFunc(shown, func(c change) bool { return c.diagnosis != id })
		if n < 0 {
			n = len(shown)
		}
		edits := make([]model.Edit, n)
		for i, c := range shown[:n] {
			edits[i] = c.edit()
		}
		d := model.NewDiagnosis(id.String())
		if _, _, err := d.Apply(edits); err != nil {
			edits = slices.DeleteFunc(edits, func(e model.Edit) bool { return e.Check() != nil })
			if _, _, err := d.Apply(edits); err != nil {
				return nil, err
			}
		}
		out = append(out, d)
		shown = shown[n:]
	}
	return out, nil
}
