package store

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"tressons/model"
)

// replica is one copy of a file, as the rounds of the property test use it: the
// real one, or the test's own model of merging.
type replica interface {
	save(edits []model.Edit) (recorded int)
	merge(others []replica)
	duplicate() replica // as a file manager copies
	share(o ShareOptions) replica
	compact()
	upgrade()     // to the later format, which others may not read
	version() int // of its format
	reopen()
	heads() map[string][]string // cell → values, sorted
	close()
}

// world is what the rounds are played on: replicas and old copies, with what the
// oracle knows of each.
type world struct {
	rng    *rand.Rand
	events []happened
	live   []*witnessed
	stale  []*witnessed
}

// happened is an edit, with the set of edits that its session had in front of it.
type happened struct {
	cell, value string
	saw         map[int]bool
}

// witnessed is a replica with what the oracle knows of it.
type witnessed struct {
	replica
	known   map[int]bool // edits that are in the file
	session map[int]bool // edits that the session had in front of it, with its own; nil between sessions
}

func newWorld(seed uint64, live []replica) *world {
	w := &world{rng: rand.New(rand.NewPCG(seed, 1))}
	for _, r := range live {
		w.live = append(w.live, &witnessed{replica: r, known: map[int]bool{}})
	}
	return w
}

func (w *world) close() {
	for _, r := range append(w.live, w.stale...) {
		r.close()
	}
}

// round does one thing to one replica and compares it with the oracle; it
// returns what differs, "" when nothing does.
func (w *world) round() string {
	i := w.rng.IntN(len(w.live))
	r := w.live[i]
	switch n := w.rng.IntN(100); {
	case n < 48:
		if told := w.edit(r); told != "" {
			return told
		}
	case n < 70:
		w.merge(r)
	case n < 73:
		r.compact()
	case n < 82:
		w.hand(r)
	case n < 84:
		r.upgrade()
		r.session = nil
	case n < 88:
		w.stale = append(w.stale, r.duplicated())
		if len(w.stale) > 3 {
			w.stale[0].close()
			w.stale = w.stale[1:]
		}
	case n < 94 && len(w.stale) > 0: // somebody goes back to an old copy
		r.close()
		r = w.stale[w.rng.IntN(len(w.stale))].duplicated()
		w.live[i] = r
	default:
		r.reopen()
		r.session = nil
	}
	return w.compare(r)
}

func (r *witnessed) duplicated() *witnessed {
	return &witnessed{replica: r.duplicate(), known: maps.Clone(r.known)}
}

// fields are those that the edits write, the last one private.
var fields = []string{"name", "description", "private_note"}

// hand gives a shared copy to somebody, who works on in it.
func (w *world) hand(r *witnessed) {
	o := ShareOptions{WithoutPrivate: w.rng.IntN(3) > 0, WithoutHistory: w.rng.IntN(2) == 0}
	known := maps.Clone(r.known)
	for id := range r.known {
		row, field, _ := strings.Cut(w.events[id].cell, "|")
		private := o.WithoutPrivate && field == "private_note"
		if private || o.WithoutHistory && field != "" && w.gone(r, row) {
			delete(known, id)
		}
	}
	i := w.rng.IntN(len(w.live))
	handed := &witnessed{replica: r.share(o), known: known}
	if w.live[i] != r {
		w.live[i].close()
		w.live[i] = handed
		return
	}
	w.stale = append(w.stale, handed)
}

// gone tells whether a row was deleted and no edit keeps it.
func (w *world) gone(r *witnessed, row string) bool {
	existence := w.headsOf(r, row+"|")
	return w.allDeleted(existence) && !w.revived(r, row, existence)
}

func (w *world) merge(r *witnessed) {
	var others []replica
	for _, o := range append(slices.Clone(w.live), w.stale...) {
		if o.version() <= r.version() && w.rng.IntN(4) == 0 {
			others = append(others, o.replica)
			maps.Copy(r.known, o.known)
		}
	}
	r.merge(others)
	r.session = nil
}

// edit writes to rows that others write to, under values that are never twice
// the same.
func (w *world) edit(r *witnessed) string {
	row := fmt.Sprintf("0198c0de-0000-7000-8000-00000000000%d", w.rng.IntN(3))
	var e model.Edit
	switch n := w.rng.IntN(10); n {
	case 0:
		e = model.DeleteRow("initiative", row)
	case 1:
		e = model.NewRow("initiative", row)
	default:
		e = set("initiative", row, fields[n%len(fields)], fmt.Sprint("texte ", len(w.events)))
	}
	expected := w.record(r, e)
	if got := r.save([]model.Edit{e}); got != expected {
		return fmt.Sprintf("%d changes recorded for %v, want %d", got, e, expected)
	}
	return ""
}

// record notes an edit and what goes with it, and returns how many changes that is.
func (w *world) record(r *witnessed, e model.Edit) (n int) {
	existence := w.headsOf(r, e.Row+"|")
	revived := w.allDeleted(existence) && w.revived(r, e.Row, existence)
	switch {
	case e.Field == model.FieldExists:
		same := len(existence) > 0 && !slices.ContainsFunc(existence, func(h int) bool { return w.events[h].value != e.Value })
		if same && !revived {
			return 0
		}
	case revived:
		n += w.record(r, model.NewRow(e.Entity, e.Row))
	}
	if r.session == nil {
		r.session = maps.Clone(r.known)
	}
	id := len(w.events)
	w.events = append(w.events, happened{e.Row + "|" + e.Field, e.Value, maps.Clone(r.session)})
	r.known[id], r.session[id] = true, true
	return n + 1
}

func (w *world) allDeleted(existence []int) bool {
	return len(existence) > 0 && !slices.ContainsFunc(existence, func(h int) bool { return w.events[h].value != "0" })
}

// headsOf are the edits of a cell that no other edit of the file has seen.
func (w *world) headsOf(r *witnessed, cell string) (out []int) {
	for a := range r.known {
		superseded := w.events[a].cell != cell
		for b := range r.known {
			superseded = superseded || w.events[b].cell == cell && w.events[b].saw[a]
		}
		if !superseded {
			out = append(out, a)
		}
	}
	slices.Sort(out)
	return out
}

// revived tells whether an edit of a field neither saw a deletion of the row nor
// was seen by one.
func (w *world) revived(r *witnessed, row string, deletions []int) bool {
	for _, field := range fields {
		for _, h := range w.headsOf(r, row+"|"+field) {
			if !slices.ContainsFunc(deletions, func(d int) bool { return w.events[d].saw[h] || w.events[h].saw[d] }) {
				return true
			}
		}
	}
	return false
}

// compare holds a replica against the oracle.
func (w *world) compare(r *witnessed) string {
	want := map[string][]string{}
	for id := range r.known {
		cell := w.events[id].cell
		if want[cell] == nil {
			for _, h := range w.headsOf(r, cell) {
				want[cell] = append(want[cell], w.events[h].value)
			}
			slices.Sort(want[cell])
		}
	}
	got := r.heads()
	if !maps.EqualFunc(got, want, slices.Equal) {
		return fmt.Sprintf("heads %v\nwant  %v", got, want)
	}
	return ""
}
