package layout

import (
	"slices"

	"tressons/report/figure"
)

// element is something that has a height and can be put at a place. Its width
// was decided when it was made.
type element interface {
	height() float64
	place(x, y float64) []Item
	// split parts the element in two such that the first takes at most room;
	// page is the height of a whole empty page. ok is false when the element
	// would rather go whole to the next page; tail is nil when all of it is in
	// the first, made smaller.
	split(room, page float64) (head, tail element, ok bool)
}

// slot is an element in a stack: before is the air above it, left out at the
// top of a page; keep binds it to the next slot.
type slot struct {
	element
	before float64
	keep   bool
}

// stack is a column of elements.
type stack []slot

func (s stack) height() float64 {
	var h float64
	for i, e := range s {
		if i > 0 {
			h += e.before
		}
		h += e.height()
	}
	return h
}

func (s stack) place(x, y float64) []Item {
	var items []Item
	for i, e := range s {
		if i > 0 {
			y += e.before
		}
		items = append(items, e.place(x, y)...)
		y += e.height()
	}
	return items
}

// tolerance forgives rounding when heights are added up.
const tolerance = 0.01

// cut parts the stack at the last place where it may be parted and the first
// part takes at most room. With force, when there is no such place, it is
// parted wherever something fits, and the first element goes in anyhow.
func (s stack) cut(room, page float64, force bool) (head, tail stack) {
	used, legal := 0.0, 0
	for i, e := range s {
		if i > 0 {
			used += e.before
		}
		if used+e.height() <= room+tolerance {
			used += e.height()
			if !e.keep {
				legal = i + 1
			}
			continue
		}
		first, rest, ok := e.split(room-used, page)
		if ok && rest == nil {
			s = slices.Clone(s)
			s[i].element = first
			used += first.height()
			if !e.keep {
				legal = i + 1
			}
			continue
		}
		if ok {
			head = append(append(stack{}, s[:i]...), slot{first, e.before, false})
			tail = append(stack{{rest, e.before, e.keep}}, s[i+1:]...)
			return head, tail
		}
		if legal == 0 && force {
			legal = max(i, 1)
		}
		return s[:legal], s[legal:]
	}
	return s, nil
}

// kept binds all slots of the stack to one another.
func (s stack) kept() stack {
	for i := range s[:max(len(s)-1, 0)] {
		s[i].keep = true
	}
	return s
}

// then appends a stack with the given air above it.
func (s stack) then(before float64, next stack) stack {
	if len(next) > 0 {
		next[0].before = before
	}
	return append(s, next...)
}

// bound binds the last slot to what follows.
func (s stack) bound() stack {
	if len(s) > 0 {
		s[len(s)-1].keep = true
	}
	return s
}

// band is an element that is never cut: a line of text, a rule, a picture.
// Its items have their places from its top left.
type band struct {
	h     float64
	items []Item
}

func (b band) height() float64 { return b.h }

func (b band) place(x, y float64) []Item {
	items := make([]Item, len(b.items))
	for i, it := range b.items {
		items[i] = it.moved(x, y)
	}
	return items
}

func (b band) split(float64, float64) (element, element, bool) { return nil, nil, false }

func (it Item) moved(dx, dy float64) Item {
	it.Box.X, it.Box.Y = it.Box.X+dx, it.Box.Y+dy
	ops := make([]figure.Op, len(it.Ops))
	for i, op := range it.Ops {
		ops[i] = op.Moved(dx, dy)
	}
	it.Ops = ops
	return it
}

// part is one of the stacks of a row, at x from its left.
type part struct {
	x     float64
	stack stack
	// again, if any, is shown on the pages where the row goes on without
	// anything left in this part.
	again element
}

// row holds stacks side by side.
type row struct {
	parts       []part
	top, bottom float64
	// whole is the share of a page up to which the row is not cut: 0 for a row
	// that can be cut anywhere, uncut for one that must fill a page before.
	whole float64
	// decor gives fills (painted first) and rules for a row of that height;
	// first and last say whether it begins and ends here.
	decor       func(h float64, first, last bool) []Item
	continued   bool // the beginning stands on an earlier page
	interrupted bool // the end stands on a later page
}

// uncut is the share of a page taken by what is only cut when it has to be.
const uncut = 1

func (r row) height() float64 {
	var h float64
	for _, p := range r.parts {
		h = max(h, p.stack.height())
	}
	return h + r.top + r.bottom
}

func (r row) place(x, y float64) []Item {
	var items []Item
	if r.decor != nil {
		items = band{items: r.decor(r.height(), !r.continued, !r.interrupted)}.place(x, y)
	}
	for _, p := range r.parts {
		items = append(items, p.stack.place(x+p.x, y+r.top)...)
	}
	return items
}

func (r row) split(room, page float64) (element, element, bool) {
	if r.whole > 0 && r.height() <= r.whole*page {
		return nil, nil, false
	}
	room -= r.top + r.bottom
	force := room+r.top+r.bottom >= page-tolerance
	head, tail := r, r
	head.parts, tail.parts = make([]part, len(r.parts)), make([]part, len(r.parts))
	placed, left := false, false
	for i, p := range r.parts {
		first, rest := p.stack.cut(room, page-r.top-r.bottom, force)
		if len(first) == 0 && len(rest) > 0 {
			return nil, nil, false
		}
		placed, left = placed || len(first) > 0, left || len(rest) > 0
		if len(rest) == 0 && p.again != nil {
			rest = stack{{element: p.again}}
		}
		head.parts[i], tail.parts[i] = part{p.x, first, p.again}, part{p.x, rest, p.again}
	}
	if !left { // something was made smaller
		return head, nil, placed
	}
	head.interrupted, tail.continued = true, true
	return head, tail, placed
}

// headed is a stack under a head that is shown again, as again, on each page
// where the stack goes on.
type headed struct {
	head, again element
	body        stack
}

func (t headed) height() float64 { return t.head.height() + t.body.height() }

func (t headed) place(x, y float64) []Item {
	return append(t.head.place(x, y), t.body.place(x, y+t.head.height())...)
}

func (t headed) split(room, page float64) (element, element, bool) {
	taken := t.head.height()
	first, rest := t.body.cut(room-taken, page-t.again.height(), room >= page-tolerance)
	if len(first) == 0 {
		return nil, nil, false
	}
	if len(rest) == 0 {
		return headed{t.head, t.again, first}, nil, true
	}
	return headed{t.head, t.again, first}, headed{t.again, t.again, rest}, true
}
