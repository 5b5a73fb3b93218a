package store

import (
	"context"
	"database/sql"
	"strings"
)

// A query takes longer to begin and to end than to find a row, so the heads that
// a merge is about are read for many rows at once.
const rowsAtOnce = 64

// rowNews is what came for a row, and what becomes of the row.
type rowNews struct {
	came          []incoming // sorted by field
	before, after rowHeads
	was, is       shownRow
	moved         []arrived // what came and is a head now, sorted by field
	cells         []byte    // as table head has it; once weighed, as it shall have it, none when nothing changes
	sum           [sumSize]byte
	rooms         [2][]change // for was and is, where these are no lists of heads
}

// room is a row, in the room that one took that is over.
func (w *merging) room(key rowKey, came []incoming) *rowNews {
	r := &rowNews{}
	if last := len(w.spare) - 1; last >= 0 {
		r, w.spare = w.spare[last], w.spare[:last]
	}
	*r = rowNews{came: came, before: rowHeads{key, r.before.list[:0]}, after: rowHeads{key, r.after.list[:0]},
		moved: r.moved[:0], cells: r.cells[:0], rooms: r.rooms}
	return r
}

// nextRows takes rows of one entity of one diagnosis off a sorted list.
func (w *merging) nextRows(list []incoming) (rows []*rowNews, rest []incoming) {
	for len(list) > 0 && len(rows) < rowsAtOnce {
		came, after := leading(list, func(a, b incoming) bool { return a.row == b.row })
		key := w.news.rows.list[came[0].row]
		if len(rows) > 0 && !key.among(rows[0].before.key) {
			break
		}
		rows, list = append(rows, w.room(key, came)), after
	}
	return rows, list
}

// among tells whether two rows are of the same entity of the same diagnosis.
func (k rowKey) among(other rowKey) bool {
	return k.entity == other.entity && k.diagnosis == other.diagnosis
}

// headsBefore reads what table head has of rows of one entity of one diagnosis.
func headsBefore(ctx context.Context, c *connection, rows []*rowNews) error {
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
		var row rowName
		var cells, sum sql.RawBytes
		if err := rows.Scan(&row, &cells, &sum); err != nil {
			return err
		}
		r := by[row]
		r.cells = append(r.cells, cells...)
		if r.sum, err = storedSum(sum); len(cells) == 0 {
			err = errDamaged
		}
		return err
	})
}
