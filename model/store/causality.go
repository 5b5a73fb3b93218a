package store

// causality answers which changes each session had in front of it, directly or
// through the sessions that it continued.
type causality struct {
	number  map[uuid]int // sessions are numbered from 0
	closure *closure
	cycle   bool // some session has seen itself: the file was forged
}

// newCausality takes the sessions of a file and all its rows of seen. Parents
// that are no session of the file are left out.
func newCausality(sessions []uuid, seen []seenRow) *causality {
	c := &causality{number: make(map[uuid]int, len(sessions)), closure: newClosure(len(sessions))}
	for i, id := range sessions {
		c.number[id] = i
	}
	for _, r := range seen {
		child, ok := c.number[r.session]
		if parent, known := c.number[r.parent]; ok && known {
			c.closure.add(child, parent, r.upto)
		}
	}
	c.cycle = c.closure.cyclic()
	return c
}

// supersedes tells whether change b takes the place of change a of the same
// cell: its session had seen a, or is the same and wrote b after a.
func (c *causality) supersedes(b, a version) bool {
	if a.session == b.session {
		return b.seq > a.seq
	}
	return c.closure.reach(b.session, a.session) >= a.seq
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
