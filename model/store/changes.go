package store

import (
	"context"
	"database/sql"
	"slices"
	"strings"
	"time"

	"tressons/model"
)

// Change is what somebody wrote into a field.
type Change struct {
	At        time.Time
	Author    Author
	Diagnosis string
	Edit      model.Edit
	Before    string // the value before, when HasBefore
	HasBefore bool   // the file still holds an earlier value of the field
}

// Changes lists the latest changes of the file, newest first, limit at most.
func (s *Store) Changes(ctx context.Context, limit int) ([]Change, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	var out []Change
	err := s.reading(ctx, func(c *connection) error {
		list, err := latest(ctx, c, limit)
		if err != nil || len(list) == 0 {
			return err
		}
		before, err := predecessors(ctx, c, list)
		if err != nil {
			return err
		}
		for i, x := range list {
			author, err := authorOf(ctx, c, x.session)
			if err != nil {
				return err
			}
			shown := Change{At: time.UnixMicro(x.hlc), Author: author, Diagnosis: x.diagnosis.String(), Edit: x.edit()}
			if before[i] != nil {
				shown.Before, shown.HasBefore = before[i].value, true
			}
			out = append(out, shown)
		}
		return nil
	})
	return out, s.tell(err, whenReading)
}

const changeColumns = `diagnosis, entity, row, field, session, seq, hlc, value, sum`

func latest(ctx context.Context, c *connection, limit int) ([]change, error) {
	return readChanges(ctx, c, `SELECT `+changeColumns+` FROM change ORDER BY hlc DESC, session DESC, seq DESC LIMIT ?`, limit)
}

func readChanges(ctx context.Context, c *connection, query string, args ...any) ([]change, error) {
	var out []change
	err := c.each(ctx, query, args, func(rows *sql.Rows) error {
		x, _, err := scanChange(rows)
		out = append(out, x)
		return err
	})
	return out, err
}

// predecessors finds, for each change, the latest earlier one of its cell, nil
// if there is none. One pass over the log: an index by cell would make the file
// half as large again.
func predecessors(ctx context.Context, c *connection, list []change) ([]*change, error) {
	names := make([]any, len(list))
	for i, x := range list {
		names[i] = x.row.column()
	}
	candidates, err := readChanges(ctx, c,
		`SELECT `+changeColumns+` FROM change WHERE row IN (?`+strings.Repeat(", ?", len(names)-1)+`)`, names...)
	if err != nil {
		return nil, err
	}
	slices.SortFunc(candidates, compareShown)
	byCell := map[cell][]*change{}
	for i, x := range candidates {
		byCell[x.cell()] = append(byCell[x.cell()], &candidates[i])
	}
	out := make([]*change, len(list))
	for i, x := range list {
		for _, p := range byCell[x.cell()] {
			if x.later(*p) {
				out[i] = p
			}
		}
	}
	return out, nil
}

func authorOf(ctx context.Context, c *connection, session uuid) (a Author, err error) {
	err = c.each(ctx, `SELECT author, organisation FROM session WHERE id = ?`, []any{session[:]},
		func(rows *sql.Rows) error { return rows.Scan(&a.Name, &a.Organisation) })
	return a, err
}
