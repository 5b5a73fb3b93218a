package store

import (
	"context"
	"database/sql"
	"errors"
	"os"

	sqlite3 "modernc.org/sqlite/lib"
)

// Slack is what Compact would take away.
type Slack struct {
	Changes int   // values that later ones replaced
	Photos  int   // pictures that nothing names
	States  int   // frozen states whose snapshot was deleted
	Bytes   int64 // about what that frees
	File    int64 // size of the file, bytes
}

// Compaction tells what Compact did.
type Compaction struct {
	Changes, Photos int
	Before, After   int64  // size of the file, bytes
	Backup          string // path of the whole file as it was
}

// surplus calls visit with the changes that are no head, nor the last of their session:
// that one tells how far others have seen the session. size is about the bytes that a
// change takes.
func surplus(ctx context.Context, c *connection, visit func(name changeName, size int64)) error {
	heads, err := standing(ctx, c)
	if err != nil {
		return err
	}
	var before changeName // and its size
	var size int64
	return c.each(ctx, `SELECT session, seq, length(CAST(value AS BLOB)) + length(entity) + length(field) FROM change
		ORDER BY session, seq`, nil, func(rows *sql.Rows) error {
		var x changeName
		var texts int64
		err := rows.Scan(&x.session, &x.seq, &texts)
		if x.session == before.session && !heads[before] {
			visit(before, size)
		}
		before, size = x, texts+rowOverhead
		return err
	})
}

// rowOverhead is about what a change takes besides its texts, in bytes.
const rowOverhead = 90

// Slack reads how much of the file Compact would take away. It writes nothing.
func (s *Store) Slack(ctx context.Context) (Slack, error) {
	if err := s.acquire(ctx); err != nil {
		return Slack{}, err
	}
	defer s.release()
	out, err := s.slack(ctx)
	return out, s.tell(err, whenReading)
}

func (s *Store) slack(ctx context.Context) (out Slack, err error) {
	err = s.reading(ctx, func(c *connection) error {
		var free, page, pages int64
		for pragma, into := range map[string]*int64{`PRAGMA freelist_count`: &free, `PRAGMA page_size`: &page, `PRAGMA page_count`: &pages} {
			if err := c.one(ctx, pragma, into); err != nil {
				return err
			}
		}
		out.Bytes = free * page
		if err := surplus(ctx, c, func(_ changeName, size int64) {
			out.Changes++
			out.Bytes += size
		}); err != nil {
			return err
		}
		out.File = pages * page
		states, err := idleStates(ctx, c)
		if err != nil {
			return err
		}
		out.States = len(states)
		photos, err := idlePhotos(ctx, c)
		for _, name := range photos {
			if err != nil {
				return err
			}
			var size int64
			err = c.one(ctx, `SELECT length(bytes) FROM photo WHERE sha256 = ?`, &size, name)
			out.Photos, out.Bytes = out.Photos+1, out.Bytes+size
		}
		return err
	})
	return out, err
}

// nothing tells whether Compact would leave the file as it is.
func (s Slack) nothing() bool { return s.Changes+s.Photos+s.States == 0 && s.Bytes == 0 }

// Compact takes away the values that later ones replaced, the frozen states whose
// snapshot was deleted and the pictures that nothing names any more, after a
// dated backup beside the file, and gives the room back to the disk. What is
// shown, undecided or frozen stays. The file can still be merged with copies of
// any age: their superseded values come back with them, and stay superseded. With
// nothing to take away, nothing is written.
func (s *Store) Compact(ctx context.Context) (Compaction, error) {
	if err := s.acquire(ctx); err != nil {
		return Compaction{}, err
	}
	defer s.release()
	if s.readOnly {
		return Compaction{}, s.tell(errReadOnly, whenSaving)
	}
	slack, err := s.slack(ctx)
	if err != nil || slack.nothing() {
		return Compaction{Before: slack.File, After: slack.File}, s.tell(err, whenReading)
	}
	out := Compaction{Before: sizeOf(s.path), Backup: datedName(s.path, "avant allègement", s.opts.Now())}
	if err := s.copyTo(ctx, out.Backup); err != nil {
		return Compaction{}, s.tell(err, whenCopying)
	}
	err = s.writing(ctx, func(c *connection) error { return out.carryOut(ctx, s, c) })
	var uncertain *commitError
	if errors.As(err, &uncertain) {
		err = errors.Join(errCompactUncertain, err, s.drop())
	}
	if err != nil {
		return out, s.tell(err, whenSaving)
	}
	if err := s.vacuum(ctx); err != nil {
		return out, s.tell(errors.Join(errNotShrunk, err), whenSaving)
	}
	out.After = sizeOf(s.path)
	return out, nil
}

func (out *Compaction) carryOut(ctx context.Context, s *Store, c *connection) (err error) {
	if err := s.stillOurs(ctx, c); err != nil {
		return err
	}
	if err := out.clear(ctx, c); err != nil {
		return err
	}
	if err := rebuildTallies(ctx, c); err != nil {
		return err
	}
	if err := out.mark(ctx, s, c); err != nil {
		return err
	}
	states, err := idleStates(ctx, c)
	for _, id := range states {
		if err != nil {
			return err
		}
		err = c.exec(ctx, `DELETE FROM frozen WHERE snapshot = ?`, id)
	}
	if err != nil {
		return err
	}
	photos, err := idlePhotos(ctx, c)
	for _, name := range photos {
		if err != nil {
			return err
		}
		out.Photos++
		err = c.exec(ctx, `DELETE FROM photo WHERE sha256 = ?`, name)
	}
	return err
}

// clear takes the surplus out of the log.
func (out *Compaction) clear(ctx context.Context, c *connection) error {
	var gone []changeName
	if err := surplus(ctx, c, func(name changeName, _ int64) { gone = append(gone, name) }); err != nil {
		return err
	}
	for _, name := range gone {
		if err := c.exec(ctx, `DELETE FROM change WHERE session = ? AND seq = ?`, name.session[:], name.seq); err != nil {
			return err
		}
	}
	out.Changes = len(gone)
	return nil
}

// mark notes that earlier values were taken out.
func (out *Compaction) mark(ctx context.Context, s *Store, c *connection) error {
	if out.Changes == 0 {
		return nil
	}
	id, err := parseUUID(s.opts.NewID())
	if err != nil {
		return err
	}
	return sharedCopy{id, compactedOf, s.opts.Now().UnixMicro(), s.author}.add(ctx, c)
}

// idleStates names the frozen states whose snapshot was deleted.
func idleStates(ctx context.Context, c *connection) (out [][]byte, err error) {
	deleted, err := deletedRows(ctx, c)
	if err != nil {
		return nil, err
	}
	err = c.each(ctx, `SELECT DISTINCT snapshot FROM frozen`, nil, func(rows *sql.Rows) error {
		var id uuid
		err := rows.Scan(&id)
		for key, gone := range deleted {
			if gone && key.entity == snapshotEntity && string(key.row) == id.String() {
				out = append(out, id[:])
			}
		}
		return err
	})
	return out, err
}

// idlePhotos names the pictures that nothing in the file names.
func idlePhotos(ctx context.Context, c *connection) (out [][]byte, err error) {
	named := map[string]bool{}
	for _, table := range []string{"change", "frozen"} {
		err := c.each(ctx, `SELECT entity, field, value FROM `+table+` WHERE length(value) = 64`, nil, func(rows *sql.Rows) error {
			var x change
			err := rows.Scan(&x.entity, &x.field, &x.value)
			if name, ok := pictureOf(x.edit()); ok {
				named[name] = true
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	kinds, err := photoKinds(ctx, c)
	for name := range kinds {
		if !named[name] {
			out = append(out, []byte(name))
		}
	}
	return out, err
}

// vacuum writes the file anew in place, within a journal: programs that have it
// open keep it, and a power cut leaves it as it was.
func (s *Store) vacuum(ctx context.Context) error {
	c, err := s.connected(ctx)
	if err != nil {
		return err
	}
	posixLocks.RLock()
	defer posixLocks.RUnlock()
	return c.attaching(func() error { return c.script(ctx, `VACUUM`) })
}

// attaching runs what attaches a file of its own, as VACUUM does.
func (c *connection) attaching(f func() error) error {
	if err := c.limit(sqlite3.SQLITE_LIMIT_ATTACHED, 1); err != nil {
		return err
	}
	return errors.Join(f(), c.limit(sqlite3.SQLITE_LIMIT_ATTACHED, 0))
}

// sizeOf is the size of a file, 0 when there is none.
func sizeOf(path string) int64 {
	info, err := os.Stat(path)
	if err != nil {
		return 0
	}
	return info.Size()
}
