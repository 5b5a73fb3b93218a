package store

import (
	"cmp"
	"maps"
	"slices"
	"testing"

	"tressons/model"
)

// fault is a mistake in the design that the rounds must notice.
type fault string

const (
	noFault          fault = "none"
	noNewSession     fault = "no new session after a merge"
	travelling       fault = "the session travels with the copy"
	clockDecides     fault = "the clock decides instead of causality"
	oneWay           fault = "sessions that both files have are not merged"
	noClosureAtAll   fault = "what a parent had seen is forgotten"
	compactionLosing fault = "compaction drops heads"
)

// sketch is the test's own model of merging, on purpose without anything of the
// store, in which each fault can be switched on.
type sketch struct {
	fault    fault
	minted   *int // sessions of the world
	seen     map[int]map[int]int
	log      map[[2]int]sketched // by session and number
	session  int                 // 0 between sessions
	seq      int
	clock    int
	ticksPer int
}

type sketched struct {
	cell, value string
	clock       int
}

func sketches(f fault, n int) []replica {
	minted := 0
	out := make([]replica, n)
	for i := range out {
		out[i] = &sketch{fault: f, minted: &minted, seen: map[int]map[int]int{}, log: map[[2]int]sketched{}, ticksPer: 1 + 7*i}
	}
	return out
}

func (s *sketch) close() {}

func (s *sketch) reopen() { s.session = 0 }

func (s *sketch) duplicate() replica {
	d := *s
	d.seen, d.log = maps.Clone(s.seen), maps.Clone(s.log)
	if s.fault != travelling {
		d.session = 0
	}
	return &d
}

func (s *sketch) merge(others []replica) {
	for _, r := range others {
		o := r.(*sketch)
		had := maps.Clone(s.seen)
		maps.Copy(s.seen, o.seen)
		for id, x := range o.log {
			if _, twin := s.log[id]; twin {
				continue
			}
			if _, shared := had[id[0]]; s.fault == oneWay && shared {
				continue
			}
			s.log[id] = x
		}
	}
	if s.fault != noNewSession {
		s.session = 0
	}
	s.compact()
}

// compact drops what is superseded within a session, as coalescing does.
func (s *sketch) compact() {
	if s.fault != compactionLosing {
		return
	}
	newest := map[string][2]int{}
	for id, x := range s.log {
		if best, ok := newest[x.cell]; !ok || cmp.Compare(x.clock, s.log[best].clock) > 0 {
			newest[x.cell] = id
		}
	}
	for id, x := range s.log {
		if newest[x.cell] != id {
			delete(s.log, id)
		}
	}
}

// save writes the edit, and with it that the row exists when an edit that the
// deletion had not seen had kept it.
func (s *sketch) save(edits []model.Edit) (recorded int) {
	for _, e := range edits {
		existence := s.standing(e.Row + "|")
		revived := s.revived(e.Row, existence)
		if e.Field == model.FieldExists && len(existence) > 0 && !revived &&
			!slices.ContainsFunc(existence, func(id [2]int) bool { return s.log[id].value != e.Value }) {
			continue
		}
		if revived && e.Field != model.FieldExists {
			s.write(e.Row+"|", "1")
			recorded++
		}
		s.write(e.Row+"|"+e.Field, e.Value)
		recorded++
	}
	return recorded
}

func (s *sketch) revived(row string, existence [][2]int) bool {
	if len(existence) == 0 || slices.ContainsFunc(existence, func(id [2]int) bool { return s.log[id].value == "1" }) {
		return false
	}
	for _, h := range append(s.standing(row+"|name"), s.standing(row+"|description")...) {
		if !slices.ContainsFunc(existence, func(d [2]int) bool { return s.saw(d, h) || s.saw(h, d) }) {
			return true
		}
	}
	return false
}

func (s *sketch) write(cell, value string) {
	if s.session == 0 {
		*s.minted++
		s.session, s.seq = *s.minted, 0
		s.seen[s.session] = s.frontier()
	}
	s.seq++
	s.clock += s.ticksPer
	s.log[[2]int{s.session, s.seq}] = sketched{cell, value, s.clock}
}

// frontier is the sessions that no other one has seen whole.
func (s *sketch) frontier() map[int]int {
	last := map[int]int{}
	for id := range s.log {
		last[id[0]] = max(last[id[0]], id[1])
	}
	out := maps.Clone(last)
	for _, parents := range s.seen {
		for p, upto := range parents {
			if upto >= last[p] {
				delete(out, p)
			}
		}
	}
	return out
}

// saw tells whether the session of change b had change a in front of it.
func (s *sketch) saw(b, a [2]int) bool {
	if a[0] == b[0] {
		return b[1] > a[1]
	}
	todo, met := []int{b[0]}, map[int]bool{}
	for len(todo) > 0 {
		next := todo[0]
		todo = todo[1:]
		if s.seen[next][a[0]] >= a[1] {
			return true
		}
		for p := range s.seen[next] {
			if !met[p] && s.fault != noClosureAtAll {
				met[p] = true
				todo = append(todo, p)
			}
		}
	}
	return false
}

func (s *sketch) standing(cell string) (out [][2]int) {
	for a, x := range s.log {
		superseded := x.cell != cell
		for b, y := range s.log {
			if y.cell == cell && a != b {
				superseded = superseded || s.supersedes(b, a)
			}
		}
		if !superseded {
			out = append(out, a)
		}
	}
	return out
}

func (s *sketch) supersedes(b, a [2]int) bool {
	if s.fault == clockDecides {
		return cmp.Or(cmp.Compare(s.log[b].clock, s.log[a].clock), cmp.Compare(b[0], a[0]), cmp.Compare(b[1], a[1])) > 0
	}
	return s.saw(b, a)
}

func (s *sketch) heads() map[string][]string {
	out := map[string][]string{}
	for _, x := range s.log {
		if out[x.cell] != nil {
			continue
		}
		for _, id := range s.standing(x.cell) {
			out[x.cell] = append(out[x.cell], s.log[id].value)
		}
		slices.Sort(out[x.cell])
	}
	return out
}

// TestRoundsNoticeFaults plays the rounds of TestMergeEqualsOracle on the
// sketch: sound, it passes them all; with any fault, a few worlds are enough to
// see it.
func TestRoundsNoticeFaults(t *testing.T) {
	t.Parallel()
	for _, f := range []fault{noFault, noNewSession, travelling, clockDecides, oneWay, noClosureAtAll, compactionLosing} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			noticed := ""
			for seed := uint64(1); seed <= 12 && noticed == ""; seed++ {
				w := newWorld(seed, sketches(f, 5))
				for n := 0; n < 80 && noticed == ""; n++ {
					noticed = w.round()
				}
			}
			if (noticed != "") != (f != noFault) {
				t.Errorf("noticed: %q", noticed)
			}
		})
	}
}
