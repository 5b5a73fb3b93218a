package store

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"slices"
)

// remains are the rows of a damaged file whose checksums are right, with what
// says what is missing.
type remains struct {
	document *documentRemains
	sessions map[uuid]sessionRow // as found: sums are checked once seen is known
	sums     map[uuid]string
	links    sessionLinks
	seen     map[uuid]*sessionSide // links by session
	changes  map[changeName]change
	heads    []change       // of the first formats, without hlc and value
	shown    []change       // heads with their values
	counts   map[uuid]int64 // of changes by session, the greatest that was met
	frozen   []frozenRow
	lacks    omissions
	photos   map[[sha256.Size]byte]bool
}

type documentRemains struct {
	id      uuid
	created int64
}

// ownCell is a cell as one session left it.
type ownCell struct {
	session uuid
	cell    cell
}

// gather carves the log out of a file.
func gather(ctx context.Context, c carver) (*remains, error) {
	r := &remains{sessions: map[uuid]sessionRow{}, sums: map[uuid]string{},
		changes: map[changeName]change{}, counts: map[uuid]int64{}, photos: map[[sha256.Size]byte]bool{}}
	err := c.each(ctx, func(row []any) error {
		switch len(row) {
		case 9:
			r.change(row)
		case 7:
			r.session(row)
		case 6:
			r.sixfold(row)
		case 5:
			r.row(row)
		case 4:
			r.absent(row)
		case 3:
			r.triple(row)
		}
		return nil
	})
	r.rescueShown()
	r.sort()
	r.coalesce()
	return r, err
}

func (r *remains) change(row []any) {
	var x change
	var sum []byte
	if !into(row, &x.session, &x.seq, &x.hlc, &x.diagnosis, &x.entity, &x.row, &x.field, &x.value, &sum) {
		return
	}
	if want := new(summer).change(x); string(sum) != string(want[:]) || x.seq < 1 {
		return
	}
	name := changeName{x.session, x.seq}
	if known, ok := r.changes[name]; !ok || x.later(known) {
		r.changes[name] = x
	}
}

// row is a row of head.
func (r *remains) row(row []any) {
	var key rowKey
	var cells, sum []byte
	if !into(row, &key.diagnosis, &key.entity, &key.row, &cells, &sum) {
		return
	}
	if found, err := soundHeads(key, cells, sum, new(summer), nil); err == nil {
		r.shown = append(r.shown, found.list...)
	}
}

// rescueShown takes from the heads what the log no longer holds.
func (r *remains) rescueShown() {
	for _, x := range r.shown {
		name := changeName{x.session, x.seq}
		if _, ok := r.changes[name]; !ok && x.seq >= 1 {
			r.changes[name] = x
		}
	}
}

func (r *remains) session(row []any) {
	var s sessionRow
	var sum []byte
	if into(row, &s.id, &s.author.Name, &s.author.Organisation, &s.device, &s.app, &s.started, &sum) {
		r.sessions[s.id], r.sums[s.id] = s, string(sum)
	}
}

// sort puts what was found in the order in which tables hold it, each row once:
// pages that SQLite no longer uses hold some again.
func (r *remains) sort() {
	slices.SortFunc(r.links.seen, func(a, b seenRow) int {
		return cmp.Or(bytes.Compare(a.session[:], b.session[:]), bytes.Compare(a.parent[:], b.parent[:]))
	})
	r.links.seen = slices.Compact(r.links.seen)
	slices.SortFunc(r.links.unseen, func(a, b unseenRow) int {
		return cmp.Or(bytes.Compare(a.session[:], b.session[:]), a.change.compare(b.change))
	})
	r.links.unseen = slices.Compact(r.links.unseen)
	r.seen = r.links.bySession()
	slices.SortFunc(r.lacks.absent, absentRow.compare)
	r.lacks.absent = slices.Compact(r.lacks.absent)
	slices.SortFunc(r.lacks.copies, sharedCopy.compare)
	r.lacks.copies = slices.Compact(r.lacks.copies)
	slices.SortFunc(r.frozen, frozenRow.compare)
	r.frozen = slices.Compact(r.frozen)
}

// sixfold is a row of head of the first formats, of frozen or of shared_copy: their
// columns tell which.
func (r *remains) sixfold(row []any) {
	var h change
	var f frozenRow
	var m sharedCopy
	var sum []byte
	switch {
	case into(row, &h.diagnosis, &h.entity, &h.row, &h.field, &h.session, &h.seq):
		r.heads = append(r.heads, h)
	case into(row, &f.snapshot, &f.entity, &f.row, &f.field, &f.value, &sum):
		if sameSum(sum, f.sum(new(summer))) == nil {
			r.frozen = append(r.frozen, f)
		}
	case into(row, &m.id, &m.what, &m.at, &m.author.Name, &m.author.Organisation, &sum):
		if sameSum(sum, m.sum()) == nil {
			r.lacks.copies = append(r.lacks.copies, m)
		}
	}
}

func (r *remains) absent(row []any) {
	var a absentRow
	var sum []byte
	if into(row, &a.change.session, &a.change.seq, &a.copy, &sum) && sameSum(sum, a.sum()) == nil {
		r.lacks.absent = append(r.lacks.absent, a)
	}
}

// triple is a row of seen, of unseen, of tally, of document or of photo: their columns
// tell which.
func (r *remains) triple(row []any) {
	var s seenRow
	var u unseenRow
	var d documentRemains
	var id uuid
	var count, mix int64
	var sum []byte
	switch {
	case into(row, &s.session, &s.parent, &s.upto):
		r.links.seen = append(r.links.seen, s)
	case into(row, &u.session, &u.change.seq, &u.change.session):
		r.links.unseen = append(r.links.unseen, u)
	case into(row, &id, &count, &mix):
		r.counts[id] = max(r.counts[id], count)
	case into(row, &d.id, &d.created, &sum):
		if want := new(summer).document(d.id, d.created); string(sum) == string(want[:]) {
			r.document = &d
		}
	default:
		if name, _, _, ok := photoOf(row); ok {
			r.photos[name] = true
		}
	}
}

// photoOf reads a row of photo whose name is right.
func photoOf(row []any) (name [sha256.Size]byte, kind string, picture []byte, ok bool) {
	var id []byte
	if len(row) != 3 || !into(row, &id, &kind, &picture) || len(id) != len(name) {
		return name, "", nil, false
	}
	name = sha256.Sum256(picture)
	return name, kind, picture, string(name[:]) == string(id)
}

// into moves a row to typed columns and tells whether it fits.
func into(row []any, columns ...any) bool {
	for i, column := range columns {
		ok := false
		switch to := column.(type) {
		case *int64:
			*to, ok = row[i].(int64)
		case *string:
			*to, ok = row[i].(string)
		case *[]byte:
			*to, ok = row[i].([]byte)
		case *uuid:
			ok = to.Scan(row[i]) == nil
		case *rowName:
			ok = to.Scan(row[i]) == nil
		}
		if !ok {
			return false
		}
	}
	return true
}

// coalesce drops what a session replaced itself: pages that SQLite no longer
// uses still hold it.
func (r *remains) coalesce() {
	last := map[ownCell]int64{}
	for _, x := range r.changes {
		k := ownCell{x.session, x.cell()}
		last[k] = max(last[k], x.seq)
	}
	for name, x := range r.changes {
		if x.seq < last[ownCell{x.session, x.cell()}] {
			delete(r.changes, name)
		}
	}
}

// sound tells which sessions can keep their identity: their row and all that
// they had seen are intact, and so is what came before them.
func (r *remains) sound() map[uuid]bool {
	out := map[uuid]bool{}
	for id, s := range r.sessions {
		s.sessionSide = r.side(id)
		if want := s.sum(); r.sums[id] == string(want[:]) {
			out[id] = true
		}
	}
	for changed := true; changed; {
		changed = false
		for id := range out {
			if slices.ContainsFunc(r.side(id).seen, func(x seenRow) bool { return !out[x.parent] }) {
				delete(out, id)
				changed = true
			}
		}
	}
	return out
}

// side is what a session had seen, and what not.
func (r *remains) side(id uuid) sessionSide {
	if x := r.seen[id]; x != nil {
		return *x
	}
	return sessionSide{}
}
