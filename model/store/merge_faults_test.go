package store

import (
	"cmp"
	"maps"
	"slices"
	"strings"
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
	allSeeing        fault = "who works on a shared copy has seen what it leaves out"
	neverWhole       fault = "what came back stays unseen"
)

// sketch is the test's own model of merging, on purpose without anything of the
// store, in which each fault can be switched on.
type sketch struct {
	fault    fault
	minted   *int // sessions of the world
	seen     map[int]map[int]int
	blind    map[int]map[[2]int]bool // changes that a session had not in front of it
	lacks    map[[2]int]bool         // changes that this copy leaves out
	log      map[[2]int]sketched     // by session and number
	format   int
	session  int // 0 between sessions
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
		out[i] = &sketch{fault: f, minted: &minted, seen: map[int]map[int]int{}, blind: map[int]map[[2]int]bool{}, lacks: map[[2]int]bool{}, log: map[[2]int]sketched{}, ticksPer: 1 + 7*i}
	}
	return out
}

func (s *sketch) close() {}

func (s *sketch) reopen() { s.session = 0 }

func (s *sketch) duplicate() replica {
	d := *s
	d.seen, d.log, d.blind, d.lacks = maps.Clone(s.seen), maps.Clone(s.log), maps.Clone(s.blind), maps.Clone(s.lacks)
	if s.fault != travelling {
		d.session = 0
	}
	return &d
}

func (s *sketch) merge(others []replica) {
	sides := []*sketch{{log: maps.Clone(s.log), lacks: s.lacks}}
	for _, r := range others {
		o := r.(*sketch)
		sides = append(sides, o)
		maps.Copy(s.blind, o.blind)
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
	if s.fault != neverWhole {
		s.lacks = lackedByAll(sides)
	}
}

// lackedByAll are the changes that are left out of every copy that could have them.
func lackedByAll(sides []*sketch) map[[2]int]bool {
	out := map[[2]int]bool{}
	for _, x := range sides {
		maps.Copy(out, x.lacks)
	}
	for id := range out {
		for _, x := range sides {
			if !x.lacks[id] && x.last()[id[0]] >= id[1] {
				delete(out, id)
			}
		}
	}
	return out
}

// last is the greatest number of each session.
func (s *sketch) last() map[int]int {
	out := map[int]int{}
	for id := range s.log {
		out[id[0]] = max(out[id[0]], id[1])
	}
	return out
}

func (s *sketch) upgrade() { s.format++; s.session = 0 }

func (s *sketch) version() int { return min(s.format, 1) }

// share leaves cells out: private ones, and those of rows that are gone.
func (s *sketch) share(o ShareOptions) replica {
	d := s.duplicate().(*sketch)
	d.session, d.lacks = 0, maps.Clone(s.lacks)
	for id, x := range s.log {
		row, field, _ := strings.Cut(x.cell, "|")
		private := o.WithoutPrivate && field == "private_note"
		if private || o.WithoutHistory && field != "" && s.gone(row) {
			delete(d.log, id)
			if s.fault != allSeeing {
				d.lacks[id] = true
			}
		}
	}
	return d
}

func (s *sketch) gone(row string) bool {
	existence := s.standing(row + "|")
	return len(existence) > 0 && !slices.ContainsFunc(existence, func(id [2]int) bool { return s.log[id].value != "0" }) && !s.revived(row, existence)
}

// compact drops what is superseded, but for the last change of each session.
func (s *sketch) compact() {
	if s.fault != compactionLosing {
		last := s.last()
		kept := map[[2]int]bool{}
		for _, x := range s.log {
			for _, id := range s.standing(x.cell) {
				kept[id] = true
			}
		}
		maps.DeleteFunc(s.log, func(id [2]int, _ sketched) bool { return !kept[id] && last[id[0]] > id[1] })
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
	var edits [][2]int
	for _, field := range fields {
		edits = append(edits, s.standing(row+"|"+field)...)
	}
	for _, h := range edits {
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
		s.seen[s.session], s.blind[s.session] = s.frontier(), maps.Clone(s.lacks)
	}
	s.seq++
	s.clock += s.ticksPer
	s.log[[2]int{s.session, s.seq}] = sketched{cell, value, s.clock}
}

// frontier is the sessions that no other one has seen whole.
func (s *sketch) frontier() map[int]int {
	last := s.last()
	for id := range s.seen { // of some, a shared copy holds no change
		last[id] = max(last[id], 0)
	}
	out := maps.Clone(last)
	for id, parents := range s.seen {
		if len(s.blind[id]) > 0 {
			continue
		}
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
		if s.blind[next][a] {
			continue
		}
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
	for _, f := range []fault{noFault, noNewSession, travelling, clockDecides, oneWay, noClosureAtAll, compactionLosing, allSeeing, neverWhole} {
		t.Run(string(f), func(t *testing.T) {
			t.Parallel()
			noticed := ""
			for seed := uint64(1); seed <= 40 && noticed == ""; seed++ {
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
