package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
)

// united finds what a file still leaves out once it has all that the sources
// hold. It is the same in whatever order and grouping files are brought together.
//
// A change that is absent in one file is no longer missing when another file has
// it, or when another file went past it without leaving it out: it was superseded
// there. A file has its history when one of those that went into it had.
func united(ctx context.Context, ours *connection, from []*source) (before, after omissions, err error) {
	sides, err := sidesOf(ctx, ours, from)
	if err != nil {
		return before, after, err
	}
	before = sides[0].omissions
	historyLess := true
	for _, x := range sides {
		after.absent = append(after.absent, x.absent...)
		after.copies = append(after.copies, x.copies...)
		historyLess = historyLess && x.withoutHistory()
	}
	slices.SortFunc(after.absent, absentRow.compare)
	after.absent = slices.Compact(after.absent)
	missing := map[changeName]bool{}
	for _, name := range after.names() {
		if missing[name], err = allLack(ctx, sides, name); err != nil {
			return before, after, err
		}
	}
	after.absent = slices.DeleteFunc(after.absent, func(r absentRow) bool { return !missing[r.change] })
	slices.SortFunc(after.copies, sharedCopy.compare)
	after.copies = slices.DeleteFunc(slices.Compact(after.copies), func(m sharedCopy) bool {
		if m.lostHistory() {
			return !historyLess
		}
		return !slices.ContainsFunc(after.absent, func(r absentRow) bool { return r.copy == m.id })
	})
	return before, after, nil
}

// side is one of the files that are brought together.
type side struct {
	omissions
	c    *connection
	tell func(error) error // names the file at fault
}

func sidesOf(ctx context.Context, ours *connection, from []*source) ([]side, error) {
	sides := []side{{c: ours, tell: func(err error) error { return err }}}
	for _, f := range from {
		c, err := f.store.connected(ctx)
		if err != nil {
			return nil, f.tell(err)
		}
		sides = append(sides, side{c: c, tell: f.tell})
	}
	for i := range sides {
		var err error
		if sides[i].omissions, err = readAbsent(ctx, sides[i].c); err != nil {
			return nil, sides[i].tell(err)
		}
	}
	return sides, nil
}

// allLack tells whether a change is missing in every file that knows of it.
func allLack(ctx context.Context, sides []side, name changeName) (bool, error) {
	for _, x := range sides {
		if x.lacks(name) {
			continue
		}
		var last sql.NullInt64
		err := x.c.one(ctx, `SELECT max(seq) FROM change WHERE session = ?`, &last, name.session[:])
		if err != nil && !errors.Is(err, sql.ErrNoRows) {
			return false, x.tell(err)
		}
		if last.Valid && last.Int64 >= name.seq {
			return false, nil
		}
	}
	return true, nil
}
