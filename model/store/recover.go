package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"os"
	"slices"
)

// Recovery tells what Recover saved of a damaged file.
type Recovery struct {
	Changes, Photos int
	Lost            []string // French sentences, what is known to be missing
}

// Recover makes a new file from what is intact in a damaged one, which stays as
// it is: every change and picture whose checksum is right, wherever in the file
// it lies, even without header or tables. Heads and readable tables are made
// anew. Sessions that are no longer whole, and those that continued them, get a
// new identity, so that the new file can still be merged with an older copy.
func Recover(ctx context.Context, damaged, into string, opts Options) (Recovery, error) {
	if sameFile(damaged, into) {
		return Recovery{}, explain(into, errOntoItself, whenCreating)
	}
	s, err := newStore(damaged, damaged, opts, current())
	if err != nil {
		return Recovery{}, err
	}
	out, err := s.recover(ctx, into)
	return out, s.tell(err, whenReading)
}

func (s *Store) recover(ctx context.Context, into string) (out Recovery, err error) {
	if _, size, _, err := peek(s.path); err != nil {
		return out, err
	} else if size == 0 {
		return out, errEmpty
	}
	p, err := s.copyAside(ctx, unguarded)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, p.remove()) }()
	sound, err := s.soundAside(ctx)
	if err != nil {
		return out, err
	}
	// Reading applies what a save that was cut short left beside the copy.
	_, _ = p.inspect(ctx)
	if err := errors.Join(p.drop(), ctx.Err()); err != nil {
		return out, err
	}
	head, size, _, err := peek(p.path)
	if err != nil {
		return out, err
	}
	file, err := os.Open(p.path)
	if err != nil {
		return out, err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	carver := newCarver(file, size, head)
	found, err := gather(ctx, carver)
	if err != nil {
		return out, err
	}
	if len(found.changes) == 0 {
		return out, cmp.Or(natureOrNothing(head), error(errNothingLeft))
	}
	w := &rescue{remains: found, carver: carver, damaged: !sound, truncated: len(head) == headerSize && parseHeader(head).pages*carver.pageSize > size}
	opts := s.opts
	if found.document != nil {
		opts.DocumentID = found.document.id.String()
	}
	err = Build(ctx, into, opts, func(to *Store) error { return w.write(ctx, to) })
	return Recovery{len(found.changes), len(found.photos), w.lost()}, err
}

// soundAside tells whether nothing is wrong with a file, on a private copy of its
// own: checking one of an older format rewrites it.
func (s *Store) soundAside(ctx context.Context) (bool, error) {
	p, err := s.copyAside(ctx, unguarded)
	if err != nil {
		return false, err
	}
	check, failure := p.checkAll(ctx)
	return failure == nil && len(check.findings) == 0, errors.Join(ctx.Err(), p.remove())
}

// natureOrNothing recognises another kind of document.
func natureOrNothing(head []byte) error {
	if nature := natureOf(head); !errors.Is(nature, errNotSQLite) && !errors.Is(nature, errDamaged) {
		return nature
	}
	return nil
}

// rescue writes remains to a new file.
type rescue struct {
	*remains
	carver    carver
	damaged   bool // something is wrong with the file, whatever it is
	truncated bool
	renamed   map[uuid]uuid // sessions that got a new identity
}

// unknownAuthor signs the changes of a session whose own row is lost.
const unknownAuthor = "Auteur illisible (fichier récupéré)"

func (w *rescue) write(ctx context.Context, to *Store) error {
	sessions, err := w.sessionRows(to.opts.NewID)
	if err != nil {
		return err
	}
	return to.writing(ctx, func(c *connection) error {
		if err := w.identity(ctx, c); err != nil {
			return err
		}
		for _, r := range sessions {
			if err := r.insert(ctx, c); err != nil {
				return err
			}
		}
		if err := w.log(ctx, c, sessions); err != nil {
			return err
		}
		if err := w.pictures(ctx, c); err != nil {
			return err
		}
		if err := w.states(ctx, c); err != nil {
			return err
		}
		if err := w.omissions(sessions).replace(ctx, c); err != nil {
			return err
		}
		return rebuildDerived(ctx, c)
	})
}

// identity gives the new file the age of the document.
func (w *rescue) identity(ctx context.Context, c *connection) error {
	if w.document == nil {
		return nil
	}
	sum := new(summer).document(w.document.id, w.document.created)
	return c.exec(ctx, `UPDATE document SET created = ?, sum = ?`, w.document.created, sum[:])
}

// sessionRows are the sessions of the new file: sound ones as they were, the
// others under a new identity, with what they had seen as far as it is known.
func (w *rescue) sessionRows(newID func() string) ([]sessionRow, error) {
	sound := w.sound()
	started := map[uuid]int64{}
	for _, x := range w.changes {
		if at, ok := started[x.session]; !ok || x.hlc < at {
			started[x.session] = x.hlc
		}
	}
	for id, r := range w.sessions {
		started[id] = r.started
	}
	w.renamed = map[uuid]uuid{}
	for id := range started {
		if sound[id] {
			continue
		}
		renamed, err := parseUUID(newID())
		if err != nil {
			return nil, err
		}
		w.renamed[id] = renamed
	}
	out := make([]sessionRow, 0, len(started))
	for id, at := range started {
		r, ok := w.sessions[id]
		if !ok {
			r = sessionRow{author: Author{Name: unknownAuthor}}
		}
		r.id, r.started = w.name(id), at
		r.sessionSide = w.renamedSide(r.id, w.side(id), started)
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b sessionRow) int { return bytes.Compare(a.id[:], b.id[:]) })
	if causalityOf(out).cycle {
		return nil, errors.Join(errDamaged, errors.New("sessions precede each other in a circle"))
	}
	return out, nil
}

// renamedSide is what a session had seen, and what not, of the sessions that are
// left, under their new names.
func (w *rescue) renamedSide(id uuid, old sessionSide, left map[uuid]int64) (out sessionSide) {
	for _, x := range old.seen {
		if _, known := left[x.parent]; known && w.name(x.parent) != id && x.upto >= 0 {
			out.seen = append(out.seen, seenRow{id, w.name(x.parent), x.upto})
		}
	}
	slices.SortFunc(out.seen, func(a, b seenRow) int { return bytes.Compare(a.parent[:], b.parent[:]) })
	out.seen = slices.CompactFunc(out.seen, func(a, b seenRow) bool { return a.parent == b.parent })
	for _, x := range old.unseen {
		if _, known := left[x.session]; known && x.seq >= 1 {
			out.unseen = append(out.unseen, changeName{w.name(x.session), x.seq})
		}
	}
	slices.SortFunc(out.unseen, changeName.compare)
	out.unseen = slices.Compact(out.unseen)
	return out
}

// add takes over the links of a session.
func (l *sessionLinks) add(r sessionRow) {
	l.seen = append(l.seen, r.seen...)
	for _, x := range r.unseen {
		l.unseen = append(l.unseen, unseenRow{r.id, x})
	}
}

func ids(sessions []sessionRow) []uuid {
	out := make([]uuid, len(sessions))
	for i, r := range sessions {
		out[i] = r.id
	}
	return out
}

// name is what a session is called in the new file.
func (w *rescue) name(id uuid) uuid {
	if renamed, ok := w.renamed[id]; ok {
		return renamed
	}
	return id
}

// log writes the changes and the heads that follow from them.
func (w *rescue) log(ctx context.Context, c *connection, sessions []sessionRow) error {
	causes := causalityOf(sessions)
	rows := map[rowKey]*rowHeads{}
	for _, x := range w.changes {
		x.session = w.name(x.session)
		if err := x.log(ctx, c, new(summer).change(x)); err != nil {
			return err
		}
		key := x.cell().rowKey
		if rows[key] == nil {
			rows[key] = &rowHeads{key: key}
		}
		rows[key].list = append(rows[key].list, x)
	}
	for _, r := range rows {
		r.keepHeads(causes)
		if err := r.write(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// pictures copies the photos one by one: together they may not fit in memory.
func (w *rescue) pictures(ctx context.Context, c *connection) error {
	return w.carver.each(ctx, func(row []any) error {
		name, kind, picture, ok := photoOf(row)
		if !ok {
			return nil
		}
		return c.exec(ctx, `INSERT INTO photo (sha256, kind, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, name[:], kind, picture)
	})
}

// states writes what is left of the frozen states.
func (w *rescue) states(ctx context.Context, c *connection) error {
	var sums summer
	for _, r := range w.frozen {
		if err := r.insert(ctx, c, &sums); err != nil {
			return err
		}
	}
	return nil
}

// omissions is what the file left out on purpose, and still does: pages that
// SQLite no longer uses can hold what came back since.
func (w *rescue) omissions(sessions []sessionRow) omissions {
	var out omissions
	for _, r := range w.lacks.absent {
		_, there := w.changes[r.change]
		r.change.session = w.name(r.change.session)
		if !there && slices.ContainsFunc(sessions, func(s sessionRow) bool { return s.id == r.change.session }) {
			out.absent = append(out.absent, r)
		}
	}
	slices.SortFunc(out.absent, absentRow.compare)
	for _, m := range w.lacks.copies {
		if m.what == leftHistory || slices.ContainsFunc(out.absent, func(r absentRow) bool { return r.copy == m.id }) {
			out.copies = append(out.copies, m)
		}
	}
	return out
}
