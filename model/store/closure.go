package store

// closure answers which sessions come before which, without a table of all
// pairs: the sessions before one are found when they are first asked for, and
// kept as a set of bits.
type closure struct {
	parents  [][]link // by session: what it had in front of it when it began
	children [][]link // by session: who had it in front of them
	before   map[int]bitset
}

// link leads from a session to another: its changes up to a number were seen.
type link struct {
	session int
	upto    int64
}

// closureMemory bounds the sets that are kept, in bytes: a file of a hundred
// thousand sessions is slow, but never takes the memory of the computer.
const closureMemory = 64 << 20

func newClosure(sessions int) *closure {
	return &closure{make([][]link, sessions), make([][]link, sessions), map[int]bitset{}}
}

// add tells that a session had seen its parent up to a number.
func (c *closure) add(session, parent int, upto int64) {
	c.parents[session] = append(c.parents[session], link{parent, upto})
	c.children[parent] = append(c.children[parent], link{session, upto})
}

// reach is the greatest number of session a that session b had seen, itself or
// through the sessions that it continued; 0 if none.
func (c *closure) reach(b, a int) int64 {
	var most int64
	for _, l := range c.children[a] {
		if l.upto > most && (l.session == b || c.ancestors(b).has(l.session)) {
			most = l.upto
		}
	}
	return most
}

// ancestors are the sessions that a session continued, directly or not.
func (c *closure) ancestors(session int) bitset {
	if known := c.before[session]; known != nil {
		return known
	}
	set := newBitset(len(c.parents))
	for todo := []int{session}; len(todo) > 0; {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		for _, l := range c.parents[next] {
			if set.has(l.session) {
				continue
			}
			set.add(l.session)
			if known := c.before[l.session]; known != nil {
				set.join(known)
			} else {
				todo = append(todo, l.session)
			}
		}
	}
	if (len(c.before)+1)*len(set)*8 > closureMemory {
		clear(c.before)
	}
	c.before[session] = set
	return set
}

// reachesPast tells whether a session had seen a change through sessions that are
// not blind to it.
func (c *closure) reachesPast(session int, a version, blind bitset) bool {
	met := newBitset(len(c.parents))
	for todo := []int{session}; len(todo) > 0; {
		next := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		if met.has(next) || blind.has(next) {
			continue
		}
		met.add(next)
		for _, l := range c.parents[next] {
			if l.session == a.session && l.upto >= a.seq {
				return true
			}
			todo = append(todo, l.session)
		}
	}
	return false
}

// cyclic tells whether some session comes before itself.
func (c *closure) cyclic() bool {
	waiting := make([]int, len(c.parents))
	var free []int
	for i, parents := range c.parents {
		if waiting[i] = len(parents); waiting[i] == 0 {
			free = append(free, i)
		}
	}
	ordered := 0
	for ; len(free) > 0; ordered++ {
		next := free[len(free)-1]
		free = free[:len(free)-1]
		for _, l := range c.children[next] {
			if waiting[l.session]--; waiting[l.session] == 0 {
				free = append(free, l.session)
			}
		}
	}
	return ordered < len(c.parents)
}

// bitset is a set of small numbers.
type bitset []uint64

func newBitset(n int) bitset { return make(bitset, n/64+1) }

func (b bitset) has(i int) bool { return b[i/64]&(1<<(i%64)) != 0 }

func (b bitset) add(i int) { b[i/64] |= 1 << (i % 64) }

func (b bitset) join(other bitset) {
	for i, word := range other {
		b[i] |= word
	}
}
