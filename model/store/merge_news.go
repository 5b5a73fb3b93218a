package store

import (
	"cmp"
	"slices"
)

// news are the changes that came in a merge. There may be a million of them, so
// names are kept once and stand in the list as numbers.
type news struct {
	list     []incoming
	rows     numbered[rowKey]
	fields   numbered[string]
	sessions numbered[uuid]
	kept     int  // bytes of values in the list
	partial  bool // some values are not in it
}

// incoming is a change that the file lacked.
type incoming struct {
	row, field, session int32
	source              int32 // index in Merge.Sources
	seq, hlc            int64
	value               string
	kept                bool // value is here, and need not be read from the file
}

// mostKept is how many bytes of values are kept in memory until they are needed.
// The others are read again from the file.
const mostKept = 16 << 20

func (n *news) add(x change, source int) {
	y := incoming{row: n.rows.of(x.cell().rowKey), field: n.fields.of(x.field), session: n.sessions.of(x.session),
		source: int32(source), seq: x.seq, hlc: x.hlc}
	if y.kept = n.kept+len(x.value) <= mostKept; y.kept {
		y.value = x.value
		n.kept += len(x.value)
	} else {
		n.partial = true
	}
	n.list = append(n.list, y)
}

// sort orders the list by cell.
func (n *news) sort() {
	rows, fields := n.rows.sort(rowKey.compare), n.fields.sort(cmp.Compare)
	for i := range n.list {
		n.list[i].row, n.list[i].field = rows[n.list[i].row], fields[n.list[i].field]
	}
	slices.SortFunc(n.list, func(a, b incoming) int { return cmp.Or(cmp.Compare(a.row, b.row), cmp.Compare(a.field, b.field)) })
}

// change is what came, without its value if that is not kept.
func (n *news) change(x incoming) change {
	key := n.rows.list[x.row]
	return change{session: n.sessions.list[x.session], seq: x.seq, hlc: x.hlc,
		diagnosis: key.diagnosis, entity: key.entity, row: key.row, field: n.fields.list[x.field], value: x.value}
}

// numbered are different values, in a list that tells their numbers.
type numbered[T comparable] struct {
	list   []T
	number map[T]int32
}

// of is the number of a value, which gets one when it is new.
func (n *numbered[T]) of(v T) int32 {
	known, ok := n.number[v]
	if !ok {
		if n.number == nil {
			n.number = map[T]int32{}
		}
		known = int32(len(n.list))
		n.number[v] = known
		n.list = append(n.list, v)
	}
	return known
}

// sort orders the values and returns, by old number, the new ones. No value can be
// added afterwards.
func (n *numbered[T]) sort(compare func(a, b T) int) []int32 {
	slices.SortFunc(n.list, compare)
	out := make([]int32, len(n.list))
	for now, v := range n.list {
		out[n.number[v]] = int32(now)
	}
	n.number = nil
	return out
}

// leading splits a list after the elements that are like its first one.
func leading[T any](list []T, alike func(a, b T) bool) (first, rest []T) {
	n := slices.IndexFunc(list, func(x T) bool { return !alike(list[0], x) })
	if n < 0 {
		n = len(list)
	}
	return list[:n], list[n:]
}
