package store

import (
	"context"
	"database/sql"
	"strings"
)

// A query takes longer to begin and to end than to find a row, so the heads that
// a merge is about are read for many rows at once.
const rowsAtOnce = 64

// rowNews is what came for a row, and the heads that it had before.
type rowNews struct {
	came   []incoming // sorted by field
	before rowHeads
}

// nextRows takes rows of one entity of one diagnosis off a sorted list.
func (w *merging) nextRows(list []incoming) (rows []*rowNews, rest []incoming) {
	for len(list) > 0 && len(rows) < rowsAtOnce {
		came, after := leading(list, func(a, b incoming) bool { return a.row == b.row })
		r := &rowNews{came: came, before: rowHeads{key: w.news.rows.list[came[0].row]}}
		if len(rows) > 0 && !r.before.key.among(rows[0].before.key) {
			break
		}
		rows, list = append(rows, r), after
	}
	return rows, list
}

// among tells whether two rows are of the same entity of the same diagnosis.
func (k rowKey) among(other rowKey) bool {
	return k.entity == other.entity && k.diagnosis == other.diagnosis
}

// headsBefore reads the heads of rows of one entity of one diagnosis.
func headsBefore(ctx context.Context, c *connection, rows []*rowNews, sums *summer) error {
	first := rows[0].before.key
	args := []any{first.diagnosis[:], first.entity}
	by := make(map[rowName]*rowNews, len(rows))
	for _, r := range rows {
		by[r.before.key.row] = r
	}
	n := 1 // few lengths, so that few statements are prepared
	for n < len(rows) {
		n *= 4
	}
	for i := range n {
		args = append(args, rows[min(i, len(rows)-1)].before.key.row.column())
	}
	query := `SELECT row, cells, sum FROM head WHERE diagnosis = ? AND entity = ? AND row IN (?` + strings.Repeat(", ?", n-1) + `)`
	return c.lookUp(ctx, query, args, func(rows *sql.Rows) (err error) {
		key := first
		var cells, sum sql.RawBytes
		if err := rows.Scan(&key.row, &cells, &sum); err != nil {
			return err
		}
		by[key.row].before, err = soundHeads(key, cells, sum, sums)
		return err
	})
}
