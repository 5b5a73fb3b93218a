package store

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"slices"
)

// newStates lists the frozen states of which the source holds something that a
// file lacks, or holds otherwise.
func (f *source) newStates(ctx context.Context, into *connection) error {
	have, err := stateDigests(ctx, into)
	if err != nil {
		return err
	}
	c, err := f.store.connected(ctx)
	if err != nil {
		return f.tell(err)
	}
	theirs, err := stateDigests(ctx, c)
	if err != nil {
		return f.tell(err)
	}
	for id, d := range theirs {
		if d == have[id] {
			continue
		}
		ours, err := stateSums(ctx, into, id)
		if err != nil {
			return err
		}
		sums, err := stateSums(ctx, c, id)
		if err != nil {
			return f.tell(err)
		}
		for k, sum := range sums {
			if ours[k] != sum {
				f.states = append(f.states, id)
				break
			}
		}
	}
	slices.SortFunc(f.states, func(a, b uuid) int { return bytes.Compare(a[:], b[:]) })
	return nil
}

// digest stands for the values of a frozen state: two files with equal ones hold
// the same, as far as checksums tell.
type digest struct {
	count int64
	sums  string
}

// stateDigests reads the digest of every frozen state.
func stateDigests(ctx context.Context, c *connection) (map[uuid]digest, error) {
	out := map[uuid]digest{}
	err := c.each(ctx, `SELECT snapshot, count(*), CAST(group_concat(sum, '') AS BLOB) FROM frozen GROUP BY snapshot`, nil,
		func(rows *sql.Rows) error {
			var id uuid
			var d digest
			err := rows.Scan(&id, &d.count, &d.sums)
			out[id] = d
			return err
		})
	return out, err
}

// stateSums reads the checksums of a frozen state by cell.
func stateSums(ctx context.Context, c *connection, id uuid) (map[cell]string, error) {
	out := map[cell]string{}
	err := c.each(ctx, `SELECT entity, row, field, sum FROM frozen WHERE snapshot = ?`, []any{id[:]}, func(rows *sql.Rows) error {
		var k cell
		var sum []byte
		err := rows.Scan(&k.entity, &k.row, &k.field, &sum)
		out[k] = string(sum)
		return err
	})
	return out, err
}

// frozen adds what the file lacks of the source's frozen states: all of a new one,
// and of one that a shared copy holds in part, what that copy left out.
func (w *merging) frozen(i int, f *source) error {
	theirs, err := f.store.connected(w.ctx)
	if err != nil {
		return f.tell(err)
	}
	var sums summer
	for _, state := range f.states {
		var failure error // of writing, which is not the source's fault
		err := theirs.each(w.ctx, `SELECT `+frozenColumns+` FROM frozen WHERE snapshot = ?`, []any{state[:]}, func(rows *sql.Rows) error {
			r, err := scanFrozen(rows, &sums)
			if err != nil {
				return err
			}
			if e, err := r.edit().Canon(); err != nil || e.Value != r.value {
				return errors.Join(errUnknownValue, err)
			}
			have, known, err := w.frozenValue(r)
			switch {
			case err != nil:
				failure = err
			case !known:
				failure = r.insert(w.ctx, w.c, &sums)
				w.out.Sources[i].Frozen++
			case have != r.value:
				return errTwinState
			}
			return failure
		})
		if failure != nil {
			return failure
		}
		if err != nil {
			return f.tell(err)
		}
	}
	return nil
}

func (w *merging) frozenValue(r frozenRow) (value string, known bool, err error) {
	err = w.c.one(w.ctx, `SELECT value FROM frozen WHERE snapshot = ? AND entity = ? AND row = ? AND field = ?`,
		&value, r.snapshot[:], r.entity, r.row.column(), r.field)
	if errors.Is(err, sql.ErrNoRows) {
		return "", false, nil
	}
	return value, err == nil, err
}
