package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"maps"
	"slices"
)

// merging is one merge under way, within a transaction of the file.
type merging struct {
	ctx    context.Context
	c      *connection
	out    Merge
	known  map[uuid]sessionRow // sessions of the file, with those that came
	news   news
	look   examiner
	causes *causality // of known; once changes are there for weighing only, as sums
	sums   summer
	spare  []*rowNews // whose room can be used again
	buffer []logged   // what came and is not in the log yet
}

// bring adds to the log what the sources hold and the file lacks, and brings
// heads and readable tables in line.
func (w *merging) bring(from []*source) error {
	rows, err := readSessions(w.ctx, w.c)
	if err != nil {
		return err
	}
	w.known = bySession(rows)
	lacked, lacks, err := united(w.ctx, w.c, from)
	if err != nil {
		return err
	}
	for i, f := range from {
		w.out.Sources = append(w.out.Sources, MergedSource{Path: f.path})
		for _, step := range []func(int, *source) error{w.identity, w.sessions, w.changes, w.photos, w.frozen} {
			if err := step(i, f); err != nil {
				return err
			}
		}
		w.out.Changes += w.out.Sources[i].Changes
	}
	if !lacked.equal(lacks) {
		if err := lacks.replace(w.ctx, w.c); err != nil {
			return err
		}
	}
	return w.settle()
}

// identity keeps the earlier of two dates of creation, whichever file has it.
func (w *merging) identity(_ int, f *source) error {
	sum := new(summer).document(f.document.id, f.document.created)
	return w.c.exec(w.ctx, `UPDATE document SET created = ?, sum = ? WHERE id = ? AND created > ?`, f.document.created, sum[:], f.document.id[:], f.document.created)
}

func (w *merging) sessions(_ int, f *source) error {
	var fresh []sessionRow
	for _, r := range f.sessions {
		have, shared := w.known[r.id]
		switch {
		case !shared:
			fresh = append(fresh, r)
			w.known[r.id] = r
		case !have.equal(r):
			return f.tell(errTwinSession)
		}
	}
	for _, r := range fresh {
		if r.strays(w.known) {
			return f.tell(errStray)
		}
		if err := r.insert(w.ctx, w.c); err != nil {
			return err
		}
	}
	if len(fresh) > 0 || w.causes == nil {
		w.causes = causalityOf(slices.Collect(maps.Values(w.known)))
	}
	if w.causes.cycle {
		return f.tell(errCycle)
	}
	return nil
}

// strays tells whether the session names one that does not exist.
func (r sessionRow) strays(known map[uuid]sessionRow) bool {
	return slices.ContainsFunc(r.seen, func(x seenRow) bool { _, ok := known[x.parent]; return !ok || x.upto < 0 }) ||
		slices.ContainsFunc(r.unseen, func(x changeName) bool { _, ok := known[x.session]; return !ok || x.seq < 1 })
}

// logged is a change as a file has it.
type logged struct {
	change
	sum   [sumSize]byte
	args  []any // its columns, when it is to be written
	fault error // why it cannot be taken
}

// changes adds the changes of the sessions that differ.
func (w *merging) changes(i int, f *source) error {
	var session uuid
	var ours map[int64][]byte // checksums by number, of the session at hand
	w.news.list = slices.Grow(w.news.list, f.more)
	by := byAuthor{&w.out.Sources[i], map[Author]int{}}
	var failure error // of writing, which is not the source's fault
	err := ahead(func(emit func(logged) error) error { return f.differing(w.ctx, emit) }, func(x logged) error {
		if ours == nil || x.session != session {
			session = x.session
			if ours, failure = w.sumsOf(session); failure != nil {
				return failure
			}
		}
		have, known := ours[x.seq]
		switch {
		case known && !bytes.Equal(have, x.sum[:]):
			return errTwinChange
		case known:
			return nil
		case x.fault != nil:
			return x.fault
		}
		w.news.add(x.change, i)
		by.count(w.known[session].author)
		failure = w.log(x)
		return failure
	})
	if failure != nil {
		return failure
	}
	if err != nil {
		return f.tell(err)
	}
	return w.flush()
}

// log adds a change to the log, together with others: what comes lies side by side
// there, and a statement takes longer to begin and to end than to write a row.
func (w *merging) log(x logged) error {
	w.buffer = append(w.buffer, x)
	if len(w.buffer) < loggedAtOnce {
		return nil
	}
	return w.flush()
}

// flush writes what log has gathered.
func (w *merging) flush() error {
	list := w.buffer
	w.buffer = w.buffer[:0]
	if len(list) == loggedAtOnce {
		return logAll(w.ctx, w.c, list)
	}
	for _, x := range list {
		if err := x.change.log(w.ctx, w.c, x.sum); err != nil {
			return err
		}
	}
	return nil
}

// byAuthor counts the changes of a source by author.
type byAuthor struct {
	source *MergedSource
	place  map[Author]int // in source.Authors
}

func (s byAuthor) count(author Author) {
	s.source.Changes++
	n, met := s.place[author]
	if !met {
		n = len(s.source.Authors)
		s.place[author] = n
		s.source.Authors = append(s.source.Authors, AuthorShare{Author: author})
	}
	s.source.Authors[n].Changes++
}

// sumsOf reads the checksums of the changes of a session that the file has.
func (w *merging) sumsOf(session uuid) (map[int64][]byte, error) {
	out := map[int64][]byte{}
	err := w.c.each(w.ctx, `SELECT seq, sum FROM change WHERE session = ?`, []any{session[:]}, func(rows *sql.Rows) error {
		var seq int64
		var sum []byte
		err := rows.Scan(&seq, &sum)
		out[seq] = sum
		return err
	})
	return out, err
}

// differing emits the changes of the sessions that differ, session by session,
// and finds out whether all that the source counts of each is there: a damaged
// page can hide rows without altering any.
func (f *source) differing(ctx context.Context, emit func(logged) error) error {
	c, err := f.store.connected(ctx)
	if err != nil {
		return err
	}
	var sums summer
	for _, session := range f.differ {
		read := tallies{}
		err := c.each(ctx, `SELECT `+changeColumns+` FROM change WHERE session = ?`, []any{session[:]}, func(rows *sql.Rows) error {
			x, sum, err := scanChange(rows)
			if err != nil {
				return err
			}
			out := logged{change: x, sum: sums.change(x)}
			read.count(session, out.sum, 1)
			out.args = x.columns(out.sum)
			if e, err := x.edit().Canon(); err != nil || e.Value != x.value {
				out.fault = errors.Join(errUnknownValue, err)
			}
			if !bytes.Equal(sum, out.sum[:]) || x.seq < 1 {
				out.fault = errDamaged
			}
			return emit(out)
		})
		if err == nil && read[session] != f.tallies[session] {
			err = errDamaged
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// photos adds the pictures that the file lacks, one at a time.
func (w *merging) photos(i int, f *source) error {
	theirs, err := f.store.connected(w.ctx)
	if err != nil {
		return f.tell(err)
	}
	for _, name := range f.photos {
		var kind string
		var data []byte
		if err := theirs.each(w.ctx, `SELECT kind, bytes FROM photo WHERE sha256 = ?`, []any{name}, func(rows *sql.Rows) error {
			return rows.Scan(&kind, &data)
		}); err != nil {
			return f.tell(err)
		}
		if sum := sha256.Sum256(data); !slices.Equal(sum[:], name) {
			return f.tell(errDamaged)
		}
		if err := w.c.exec(w.ctx, `INSERT INTO photo (sha256, kind, bytes) VALUES (?, ?, ?)
			ON CONFLICT (sha256) DO UPDATE SET kind = min(kind, excluded.kind)`, name, kind, data); err != nil {
			return err
		}
		w.out.Sources[i].Photos++
	}
	return nil
}

// whole is what came, with its value.
func (w *merging) whole(x incoming) (change, error) {
	out := w.news.change(x)
	if x.kept {
		return out, nil
	}
	err := w.c.lookUp(w.ctx, `SELECT value FROM change WHERE session = ? AND seq = ?`, []any{out.session[:], out.seq},
		func(rows *sql.Rows) error { return rows.Scan(&out.value) })
	return out, err
}
