package store

import "slices"

// causality answers which changes each session had in front of it, directly or
// through the sessions that it continued.
type causality struct {
	number  map[uuid]int // sessions are numbered from 0
	closure *closure
	blind   map[version]bitset // sessions that had a change not in front of them: see unseen
	cycle   bool               // some session has seen itself: the file was forged
}

// newCausality takes the sessions of a file and all its rows of seen and unseen.
// What names no session of the file is left out.
func newCausality(sessions []uuid, links sessionLinks) *causality {
	c := &causality{number: make(map[uuid]int, len(sessions)), closure: newClosure(len(sessions)), blind: map[version]bitset{}}
	for i, id := range sessions {
		c.number[id] = i
	}
	for _, r := range links.seen {
		child, ok := c.number[r.session]
		if parent, known := c.number[r.parent]; ok && known {
			c.closure.add(child, parent, r.upto)
		}
	}
	for _, r := range links.unseen {
		child, ok := c.number[r.session]
		parent, known := c.number[r.change.session]
		if !ok || !known {
			continue
		}
		a := version{parent, r.change.seq}
		if c.blind[a] == nil {
			c.blind[a] = newBitset(len(sessions))
		}
		c.blind[a].add(child)
	}
	c.cycle = c.closure.cyclic()
	return c
}

// causalityOf is newCausality of sessions with what they had seen.
func causalityOf(sessions []sessionRow) *causality {
	var links sessionLinks
	for _, r := range sessions {
		links.add(r)
	}
	return newCausality(ids(sessions), links)
}

// supersedes tells whether change b takes the place of change a of the same
// cell: its session had seen a, or is the same and wrote b after a.
func (c *causality) supersedes(b, a version) bool {
	if a.session == b.session {
		return b.seq > a.seq
	}
	if c.closure.reach(b.session, a.session) < a.seq {
		return false
	}
	blind := c.blind[a]
	return blind == nil || c.closure.reachesPast(b.session, a, blind)
}

// version names a change: the number of its session, and its own.
type version struct {
	session int
	seq     int64
}

// heads keeps the versions of a cell that no other one supersedes.
func (c *causality) heads(all []version) []version {
	var out []version
next:
	for i, a := range all {
		for j, b := range all {
			if i != j && c.supersedes(b, a) {
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

// standing are the changes of a cell that no other one supersedes.
func (c *causality) standing(all []change) (out []change) {
	versions := make([]version, len(all))
	for i, x := range all {
		versions[i] = c.version(x)
	}
	heads := c.heads(versions)
	for i, x := range all {
		if slices.Contains(heads, versions[i]) {
			out = append(out, x)
		}
	}
	return out
}
