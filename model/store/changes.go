package store

import (
	"context"
	"slices"
	"time"

	"tressons/model"
)

// Change is what somebody left in a field at the end of a session: a session
// keeps one change per cell. What compacting took out of the file is not told.
type Change struct {
	At        time.Time
	Author    Author
	Diagnosis string
	Edit      model.Edit
	Before    string // what it took the place of, as it was shown, when HasBefore
	HasBefore bool   // the file still holds an earlier value of the field
	Shown     bool   // it is what is shown now
	Undecided bool   // the field now has other values beside the one shown
	Cursor    Cursor // for Query.After
}

// Cursor is the place of a change in a list. It stays valid while others save:
// what they add comes before it.
type Cursor struct {
	hlc     int64
	session uuid
	seq     int64
}

// Query says which changes are asked for; its zero value is all of the file.
type Query struct {
	Diagnosis string // those of one diagnosis
	Parts     []Part // those of these parts
	Kind      ChangeKind
	By        *Author
	Limit     int    // at most so many, 0 is no limit
	After     Cursor // those that come after this one in the list
}

// Part is a part of a diagnosis: an entity, a row of it, or a field of that row,
// the rest being empty.
type Part struct{ Entity, Row, Field string }

// ChangeKind is what a change does.
type ChangeKind int

// The kinds of changes that can be asked for.
const (
	AnyChange ChangeKind = iota
	Additions            // a row was made, or brought back
	Deletions            // a row was deleted
)

// Changes lists changes of the file, newest first by their clocks. No index
// serves it, see docs/adr/0002-the-log.md: it passes over the log twice, and
// reads the values of what it lists only.
func (s *Store) Changes(ctx context.Context, q Query) ([]Change, error) {
	filter, err := q.filter()
	if err != nil {
		return nil, err
	}
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	var out []Change
	err = s.reading(ctx, func(c *connection) error {
		list, err := filter.keys(ctx, c)
		if err != nil || len(list) == 0 {
			return err
		}
		out, err = newTeller(ctx, c).tell(list)
		return err
	})
	return out, s.tell(err, whenReading)
}

// Lightening tells that earlier values were left out of a file on purpose.
type Lightening struct {
	Compacted bool // the file itself was compacted; otherwise it is a shared copy
	Author    Author
	At        time.Time
}

// Lightened tells how earlier values were last left out, false when all that was
// ever saved is still there or came back from another copy.
func (s *Store) Lightened(ctx context.Context) (last Lightening, lacks bool, err error) {
	if err := s.acquire(ctx); err != nil {
		return last, false, err
	}
	defer s.release()
	err = s.reading(ctx, func(c *connection) error {
		left, err := readAbsent(ctx, c)
		for _, m := range left.copies {
			if at := time.UnixMicro(m.at); m.lostHistory() && (!lacks || at.After(last.At)) {
				last, lacks = Lightening{m.what == compactedOf, m.author, at}, true
			}
		}
		return err
	})
	return last, lacks, s.tell(err, whenReading)
}

// Authors lists who edited the file, each once, sorted by name.
func (s *Store) Authors(ctx context.Context) ([]Author, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	var out []Author
	err := s.reading(ctx, func(c *connection) error {
		all, err := readAuthors(ctx, c)
		for _, a := range all {
			out = append(out, a)
		}
		return err
	})
	slices.SortFunc(out, Author.compare)
	return slices.Compact(out), s.tell(err, whenReading)
}
