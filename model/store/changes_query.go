package store

import (
	"context"
	"database/sql"
	"strings"
)

// changeFilter is a Query as SQL.
type changeFilter struct {
	conditions []string
	args       []any
	limit      int
}

func (f *changeFilter) where(condition string, args ...any) {
	f.conditions = append(f.conditions, condition)
	f.args = append(f.args, args...)
}

func (q Query) filter() (*changeFilter, error) {
	f := &changeFilter{limit: q.Limit}
	if q.Diagnosis != "" {
		id, err := parseUUID(q.Diagnosis)
		if err != nil {
			return nil, err
		}
		f.where(`diagnosis = ?`, id[:])
	}
	f.parts(q.Parts)
	switch q.Kind {
	case Additions:
		f.where(`field = '' AND value = '1'`)
	case Deletions:
		f.where(`field = '' AND value = '0'`)
	}
	if q.By != nil {
		f.where(`session IN (SELECT id FROM session WHERE author = ? AND organisation = ?)`, q.By.Name, q.By.Organisation)
	}
	if q.After != (Cursor{}) {
		f.where(`(hlc, session, seq) < (?, ?, ?)`, q.After.hlc, q.After.session[:], q.After.seq)
	}
	return f, nil
}

// parts keeps the changes of any of the parts. Lists, not OR: SQLite bounds how
// deep an expression goes.
func (f *changeFilter) parts(parts []Part) {
	var kinds [3][]any // entities, rows, fields
	for _, p := range parts {
		switch {
		case p.Row == "":
			kinds[0] = append(kinds[0], p.Entity)
		case p.Field == "":
			kinds[1] = append(kinds[1], p.Entity, rowName(p.Row).column())
		default:
			kinds[2] = append(kinds[2], p.Entity, rowName(p.Row).column(), p.Field)
		}
	}
	var anyOf []string
	var args []any
	for i, columns := range []string{`entity`, `entity, row`, `entity, row, field`} {
		if n := len(kinds[i]) / (i + 1); n > 0 {
			one := `(?` + strings.Repeat(`, ?`, i) + `)`
			anyOf = append(anyOf, `(`+columns+`) IN (VALUES `+one+strings.Repeat(`, `+one, n-1)+`)`)
			args = append(args, kinds[i]...)
		}
	}
	if len(anyOf) > 0 {
		f.where(`(`+strings.Join(anyOf, ` OR `)+`)`, args...)
	}
}

// keys reads the changes that are asked for, newest first, without their values.
func (f *changeFilter) keys(ctx context.Context, c *connection) ([]change, error) {
	query := `SELECT ` + keyColumns + ` FROM change`
	if len(f.conditions) > 0 {
		query += ` WHERE ` + strings.Join(f.conditions, ` AND `)
	}
	query += ` ORDER BY hlc DESC, session DESC, seq DESC`
	args := f.args
	if f.limit > 0 {
		query += ` LIMIT ?`
		args = append(args, f.limit)
	}
	return readKeys(ctx, c, query, args, nil)
}

// readKeys reads changes without their values, those that wanted wants if it is
// given. The query varies too much to be kept.
func readKeys(ctx context.Context, c *connection, query string, args []any, wanted func(change) bool) (out []change, err error) {
	err = c.once(ctx, query, args, func(rows *sql.Rows) error {
		var x change
		err := rows.Scan(&x.diagnosis, &x.entity, &x.row, &x.field, &x.session, &x.seq, &x.hlc)
		if err == nil && (wanted == nil || wanted(x)) {
			out = append(out, x)
		}
		return err
	})
	return out, err
}
