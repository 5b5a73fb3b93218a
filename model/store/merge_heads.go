package store

import (
	"cmp"
	"context"
	"database/sql"
	"slices"
	"strings"

	"tressons/model"
)

// A query takes longer to begin and to end than to find a row, so the heads that
// a merge is about are read for many rows at once.
const (
	rowsAtOnce   = 64
	fieldsAtOnce = 8
)

// rowNews is what came for a row, and the heads that it had before.
type rowNews struct {
	key    rowKey
	came   []incoming // sorted by field
	fields []string   // those that something came for
	before []change   // sorted by cell
	whole  bool       // before has the heads of all fields; otherwise of these and of the existence
}

// nextRows takes rows of one entity of one diagnosis off a sorted list.
func (w *merging) nextRows(list []incoming) (rows []*rowNews, rest []incoming) {
	for len(list) > 0 && len(rows) < rowsAtOnce {
		came, after := leading(list, func(a, b incoming) bool { return a.row == b.row })
		r := &rowNews{key: w.news.rows.list[came[0].row], came: came}
		if len(rows) > 0 && (r.key.entity != rows[0].key.entity || r.key.diagnosis != rows[0].key.diagnosis) {
			break
		}
		for _, x := range came {
			if field := w.news.fields.list[x.field]; len(r.fields) == 0 || r.fields[len(r.fields)-1] != field {
				r.fields = append(r.fields, field)
			}
		}
		rows, list = append(rows, r), after
	}
	return rows, list
}

// headsBefore reads the heads of rows to which something came: all of them, or,
// when that is enough, those of the fields in question and of the existence. It
// is for a few fields of a row that everybody wants: nothing else of it changes.
func headsBefore(ctx context.Context, c *connection, rows []*rowNews) error {
	few, fields := inFewFields(rows)
	if err := readHeads(ctx, c, few, fields); err != nil {
		return err
	}
	var rest []*rowNews
	for _, r := range rows {
		if h := r.before; len(h) == 0 || h[0].field != model.FieldExists || len(deletions(h)) > 0 {
			r.before, r.whole = nil, true
			rest = append(rest, r)
		}
	}
	return readHeads(ctx, c, rest, nil)
}

// inFewFields are the rows that something came for in a few fields, and these.
func inFewFields(rows []*rowNews) (few []*rowNews, fields []string) {
	if e, _ := model.EntityNamed(rows[0].key.entity); e.Keyed {
		return nil, nil
	}
	fields = []string{model.FieldExists}
	for _, r := range rows {
		if r.fields[0] == model.FieldExists {
			continue
		}
		all := slices.Clone(fields)
		for _, f := range r.fields {
			if !slices.Contains(all, f) {
				all = append(all, f)
			}
		}
		if len(all) <= fieldsAtOnce {
			few, fields = append(few, r), all
		}
	}
	return few, fields
}

// readHeads reads heads of rows of one entity of one diagnosis: of some fields, or
// of all with none.
func readHeads(ctx context.Context, c *connection, rows []*rowNews, fields []string) error {
	if len(rows) == 0 {
		return nil
	}
	first := rows[0].key
	args := []any{first.diagnosis[:], first.entity}
	by := make(map[rowName]*rowNews, len(rows))
	names := make([]any, len(rows))
	for i, r := range rows {
		by[r.key.row], names[i] = r, r.key.row.column()
	}
	places := func(list []any, most int) string {
		n := 1 // few lengths, so that few statements are prepared
		for n < len(list) {
			n *= 4
		}
		n = min(n, most)
		for i := range n {
			args = append(args, list[min(i, len(list)-1)])
		}
		return "?" + strings.Repeat(", ?", n-1)
	}
	query := `SELECT h.row, h.field, h.session, h.seq, c.hlc, c.value
		FROM head h CROSS JOIN change c ON c.session = h.session AND c.seq = h.seq
		WHERE h.diagnosis = ? AND h.entity = ? AND h.row IN (` + places(names, rowsAtOnce) + `)`
	if len(fields) > 0 {
		wanted := make([]any, len(fields))
		for i, f := range fields {
			wanted[i] = f
		}
		query += ` AND h.field IN (` + places(wanted, fieldsAtOnce) + `)`
	}
	err := c.lookUp(ctx, query, args, func(rows *sql.Rows) error {
		h := change{diagnosis: first.diagnosis, entity: first.entity}
		if err := rows.Scan(&h.row, &h.field, &h.session, &h.seq, &h.hlc, &h.value); err != nil {
			return err
		}
		r := by[h.row]
		r.before = append(r.before, h)
		return nil
	})
	for _, r := range rows {
		slices.SortStableFunc(r.before, func(a, b change) int { return cmp.Compare(a.field, b.field) })
	}
	return err
}
