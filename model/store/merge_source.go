package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"os"
	"strings"
	"sync"
)

// source is a file to merge, opened on a private copy.
type source struct {
	path     string
	kinship  kinship
	store    *private
	document documentRow
	sessions []sessionRow
	tallies  tallies
	differ   []uuid // sessions of which this file may lack changes
	more     int    // how many more changes they have here than there
	states   []uuid // frozen states of which this file may lack something
	photos   [][]byte
}

// documentRow is the identity of a file.
type documentRow struct {
	id      uuid
	created int64
}

// openedAtOnce is how many sources are opened at the same time.
const openedAtOnce = 4

// openSources opens files side by side. It returns those that it could open too when one
// of them fails, with the error of the first that does.
func (s *Store) openSources(ctx context.Context, paths []string, of kinship) ([]*source, error) {
	from, errs := make([]*source, len(paths)), make([]error, len(paths))
	room := make(chan struct{}, openedAtOnce)
	var open sync.WaitGroup
	for i, path := range paths {
		open.Go(func() {
			room <- struct{}{}
			from[i], errs[i] = s.openSource(ctx, path, of)
			<-room
		})
	}
	open.Wait()
	return from, cmp.Or(errs...)
}

// openSource copies a file with what lies beside it and opens the copy: header,
// exact schema, newest format. What is taken of it is checked when it is read.
func (s *Store) openSource(ctx context.Context, path string, of kinship) (*source, error) {
	f := &source{path: path, kinship: of}
	err := f.open(ctx, s)
	if damaged(err) { // or torn by a save that was under way
		f.discard()
		if err = pause(ctx, pauseBeforeDoubt); err == nil {
			err = f.open(ctx, s)
		}
	}
	if err != nil {
		f.discard()
	}
	return f, explain(path, err, whenReading)
}

func (f *source) open(ctx context.Context, into *Store) error {
	original, err := newStore(f.path, f.path, into.opts, into.format)
	if err != nil {
		return err
	}
	if _, _, err := original.look(); err != nil {
		return err
	}
	if err := f.copied(ctx, original); err != nil {
		return err
	}
	head, size, err := f.store.look()
	if err != nil {
		return err
	}
	if err := f.store.checkHeader(head, size); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(ctx, patience(size))
	defer cancel()
	if err = f.examine(limited, into); ctx.Err() == nil && limited.Err() != nil {
		err = errTooSlow // the deadline is ours, not the caller's
	}
	return err
}

// examine is what must be right before any content is read.
func (f *source) examine(ctx context.Context, into *Store) error {
	version, err := f.store.inspect(ctx)
	if err != nil {
		return err
	}
	if f.kinship == copies && f.store.document != into.document {
		return errOtherDocument
	}
	if version < into.format.version() {
		// Of the copy only the log is read.
		if err := f.store.writing(ctx, func(c *connection) error { return f.store.migrateLog(ctx, c, version) }); err != nil {
			return err
		}
	}
	return f.read(ctx)
}

// read loads the identity, the sessions and how much each wrote, and checks the
// pages of the small tables. How the log itself hangs together shows when a
// session is read: all that its tally counts must be there.
func (f *source) read(ctx context.Context) error {
	c, err := f.store.connected(ctx)
	if err != nil {
		return err
	}
	f.document.id = f.store.document
	if err := c.one(ctx, `SELECT created FROM document`, &f.document.created); err != nil {
		return err
	}
	if err := quickCheckSmall(ctx, c); err != nil {
		return err
	}
	if f.sessions, err = readSessions(ctx, c); err != nil {
		return err
	}
	f.tallies, err = readTallies(ctx, c)
	return err
}

// discard removes the private copy. A folder that cannot be removed is the
// system's to clean: it holds nothing that counts.
func (f *source) discard() {
	if f.store != nil {
		_ = f.store.remove()
		f.store = nil
	}
}

// readSessions reads the sessions with what they had seen, and checks each.
func readSessions(ctx context.Context, c *connection) ([]sessionRow, error) {
	links, err := readLinks(ctx, c)
	if err != nil {
		return nil, err
	}
	pending := links.bySession()
	var out []sessionRow
	err = c.each(ctx, `SELECT id, author, organisation, device, app, started, sum FROM session`, nil, func(rows *sql.Rows) error {
		var r sessionRow
		var sum []byte
		if err := rows.Scan(&r.id, &r.author.Name, &r.author.Organisation, &r.device, &r.app, &r.started, &sum); err != nil {
			return err
		}
		r.take(pending)
		out = append(out, r)
		return sameSum(sum, r.sum())
	})
	if err == nil && len(pending) > 0 {
		err = errStray
	}
	return out, err
}

// copied makes the private copy. A file that changed meanwhile is copied again:
// it may be torn.
func (f *source) copied(ctx context.Context, original *Store) (err error) {
	for range 3 {
		before := appearance(f.path)
		if f.store, err = original.copyAside(ctx, unguarded); err != nil {
			return err
		}
		if appearance(f.path) == before {
			return nil
		}
		f.discard()
	}
	return errMoving
}

// appearance is what tells from outside that a file or its journals changed.
func appearance(path string) string {
	var b strings.Builder
	for _, side := range append([]string{""}, sideFiles...) {
		if info, err := os.Stat(path + side); err == nil {
			fmt.Fprintln(&b, side, info.Size(), info.ModTime().UnixNano())
		}
	}
	return b.String()
}
