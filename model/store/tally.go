package store

import (
	"bytes"
	"context"
	"database/sql"
	"encoding/binary"
	"maps"
	"slices"
)

// tally counts the changes of a session that a file has, and combines their
// checksums by exclusive or: two files with equal ones have the same changes of
// that session, as far as checksums tell. It is derived, so that files are
// compared without reading their logs.
type tally struct {
	count int64
	mix   int64
}

// tallies are tallies by session.
type tallies map[uuid]tally

// count adds a change, or with by -1 takes it away.
func (t tallies) count(session uuid, sum [sumSize]byte, by int64) {
	x := t[session]
	t[session] = tally{x.count + by, x.mix ^ int64(binary.BigEndian.Uint64(sum[:]))}
}

// readTallies reads the tally of every session that has changes.
func readTallies(ctx context.Context, c *connection) (tallies, error) {
	out := tallies{}
	err := c.each(ctx, `SELECT session, changes, mix FROM tally`, nil, func(rows *sql.Rows) error {
		var id uuid
		var t tally
		err := rows.Scan(&id, &t.count, &t.mix)
		out[id] = t
		return err
	})
	return out, err
}

// write adds tallies to those of a file, in the order of the sessions: in which order
// rows come decides where they lie in a page, and equal files are to have equal bytes.
func (t tallies) write(ctx context.Context, c *connection) error {
	for _, session := range slices.SortedFunc(maps.Keys(t), func(a, b uuid) int { return bytes.Compare(a[:], b[:]) }) {
		x := t[session]
		err := c.exec(ctx, `INSERT INTO tally (session, changes, mix) VALUES (?, ?, ?) ON CONFLICT (session) DO UPDATE
			SET changes = changes + excluded.changes, mix = (mix | excluded.mix) - (mix & excluded.mix)`, session[:], x.count, x.mix)
		if err != nil {
			return err
		}
	}
	return nil
}

// rebuildTallies counts the whole log anew.
func rebuildTallies(ctx context.Context, c *connection) error {
	if err := c.script(ctx, `DELETE FROM tally`); err != nil {
		return err
	}
	all := tallies{}
	err := c.each(ctx, `SELECT session, sum FROM change`, nil, func(rows *sql.Rows) error {
		var id uuid
		var sum sql.RawBytes
		if err := rows.Scan(&id, &sum); err != nil {
			return err
		}
		known, err := storedSum(sum)
		all.count(id, known, 1)
		return err
	})
	if err != nil {
		return err
	}
	return all.write(ctx, c)
}
