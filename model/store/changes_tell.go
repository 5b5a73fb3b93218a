package store

import (
	"bytes"
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
	"time"

	"tressons/model"
)

// teller finds out what there is to tell about changes of the log.
type teller struct {
	ctx    context.Context
	c      *connection
	look   examiner
	ofCell map[cell][]known // all changes of the cells at hand, the latest first
	now    map[cell]present
	values map[Cursor]string
}

// known is a change without its value, and its place among the sessions.
type known struct {
	key change
	at  version
}

// present is what a cell holds now.
type present struct {
	shown     Cursor
	undecided bool
}

func newTeller(ctx context.Context, c *connection) *teller {
	return &teller{ctx: ctx, c: c, look: newExaminer(ctx, c), ofCell: map[cell][]known{}, now: map[cell]present{}, values: map[Cursor]string{}}
}

func (c change) cursor() Cursor { return Cursor{c.hlc, c.session, c.seq} }

// tell tells of changes whose values were not read.
func (t *teller) tell(list []change) ([]Change, error) {
	before, err := t.predecessors(list)
	if err != nil {
		return nil, err
	}
	if err := t.readValues(append(slices.Clone(list), before...)); err != nil {
		return nil, err
	}
	authors, err := t.look.authors()
	if err != nil {
		return nil, err
	}
	out := make([]Change, len(list))
	for i, x := range list {
		now, err := t.present(x.cell())
		if err != nil {
			return nil, err
		}
		x.value = t.values[x.cursor()]
		out[i] = Change{At: time.UnixMicro(x.hlc), Author: authors[x.session], Diagnosis: x.diagnosis.String(), Edit: x.edit(),
			Shown: now.shown == x.cursor(), Undecided: now.undecided, Cursor: x.cursor()}
		if before[i].seq > 0 {
			out[i].Before, out[i].HasBefore = t.values[before[i].cursor()], true
		}
	}
	return out, nil
}

// predecessors finds for each change the one that it took the place of, as it was
// shown: of what its session had seen of the cell, the latest that nothing seen
// supersedes. It is the zero change when there is none.
func (t *teller) predecessors(list []change) ([]change, error) {
	out := make([]change, len(list))
	if err := t.gather(list); err != nil {
		return nil, err
	}
	causes, err := t.look.causes()
	if err != nil {
		return nil, err
	}
	for i, x := range list {
		all, at := t.ofCell[x.cell()], causes.version(x)
		unsurpassed := func(p known) bool {
			return !slices.ContainsFunc(all, func(q known) bool {
				return q.at != p.at && causes.supersedes(q.at, p.at) && causes.supersedes(at, q.at) && q.at != at
			})
		}
		n := slices.IndexFunc(all, func(p known) bool { return p.at != at && causes.supersedes(at, p.at) && unsurpassed(p) })
		if n >= 0 {
			out[i] = all[n].key
		}
	}
	return out, nil
}

// mostNamed is how many rows or changes are named to SQLite in one question.
const mostNamed = 2000

// gather reads the keys of all changes of the cells of a list, in one pass over
// the log: an index by cell would make the file half as large again.
func (t *teller) gather(list []change) error {
	rows := map[rowName]bool{}
	for _, x := range list {
		t.ofCell[x.cell()] = nil
		rows[x.row] = true
	}
	query := `SELECT ` + keyColumns + ` FROM change`
	var names []any
	if len(rows) <= mostNamed {
		for row := range rows {
			names = append(names, row.column())
		}
		query += ` WHERE row IN (` + listOf(`?`, len(names)) + `)`
	}
	all, err := readKeys(t.ctx, t.c, query, names, func(x change) bool {
		_, ok := t.ofCell[x.cell()]
		return ok
	})
	if err != nil {
		return err
	}
	causes, err := t.look.causes()
	slices.SortFunc(all, func(a, b change) int { return compareShown(b, a) })
	for _, x := range all {
		t.ofCell[x.cell()] = append(t.ofCell[x.cell()], known{x, causes.version(x)})
	}
	return err
}

// listOf is « one, one, one », n times.
func listOf(one string, n int) string { return strings.TrimSuffix(strings.Repeat(one+`, `, n), `, `) }

// readValues reads the values of changes, and checks what it reads.
func (t *teller) readValues(list []change) error {
	wanted := map[Cursor]change{}
	for _, x := range list {
		if x.seq > 0 {
			wanted[x.cursor()] = x
		}
	}
	for part := range slices.Chunk(slices.Collect(maps.Keys(wanted)), mostNamed) {
		var args []any
		for _, at := range part {
			args = append(args, at.session[:], at.seq)
		}
		err := t.c.once(t.ctx, `SELECT hlc, session, seq, value, sum FROM change
			WHERE (session, seq) IN (VALUES `+listOf(`(?, ?)`, len(part))+`)`, args, func(rows *sql.Rows) error {
			var at Cursor
			var sum sql.RawBytes
			var value string
			if err := rows.Scan(&at.hlc, &at.session, &at.seq, &value, &sum); err != nil {
				return err
			}
			x := wanted[at]
			x.value = value
			if want := new(summer).change(x); !bytes.Equal(sum, want[:]) {
				return errDamaged
			}
			t.values[at] = value
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// present is what a cell holds now.
func (t *teller) present(k cell) (present, error) {
	if known, ok := t.now[k]; ok {
		return known, nil
	}
	row, err := readRow(t.ctx, t.c, k.rowKey)
	if err != nil {
		return present{}, err
	}
	heads := row.of(k.field)
	var out present
	if distinct := distinctValues(heads); len(distinct) > 0 {
		out.shown = distinct[0].cursor()
		out.undecided = len(distinct) > 1 && !isPosition(distinct[0])
	}
	if k.field == model.FieldExists && len(deletions(heads)) > 0 {
		out, err = t.existence(row)
	}
	t.now[k] = out
	return out, err
}

// existence is whether a row is there that some head says deleted: an edit that
// the deletion had not seen keeps it, and then nothing says so but the edit.
func (t *teller) existence(row rowHeads) (present, error) {
	kept, err := keptAlive(row.list, t.look.causes)
	if err != nil {
		return present{}, err
	}
	out := present{undecided: kept}
	for _, h := range distinctValues(row.of(model.FieldExists)) {
		if (h.value == "1") == kept && out.shown == (Cursor{}) {
			out.shown = h.cursor()
		}
	}
	return out, nil
}
