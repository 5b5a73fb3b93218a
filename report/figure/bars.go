package figure

import "sort"

// Bars compares quantities of one unit, as level bars from zero with their
// values at the end, the greatest first. A bar may carry a reference: a tick
// across it, named after its value.
type Bars struct {
	Subject
	// Reference names what the ticks stand for: « France ».
	Reference string
	Color     Color // Forest when zero
	Bars      []Bar
	// InOrder keeps the order of Bars.
	InOrder bool
	// within is the scale of the whole, kept when the chart is parted.
	within span
}

// Bar is one thing and how much, and what it is compared with.
type Bar struct {
	Name string
	Quantity
	Reference Quantity
}

// Draw draws all bars.
func (c Bars) Draw(width float64, m Measurer) Drawing {
	rows := c.rows()
	l := newBarLayout(width, m, rows, c.Reference, c.within.with(rows))
	l.draw(rows)
	l.d.Alt = c.alt()
	return l.d
}

// Split parts the bars; the scale stays that of all of them.
func (c Bars) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	rows := c.rows()
	l := newBarLayout(width, m, rows, c.Reference, c.within.with(rows))
	n := count(l.heights(rows), height-l.topHeight())
	if n == 0 || n == len(rows) {
		return nil, nil, false
	}
	c.Bars, c.InOrder, c.within = c.sorted(), true, c.within.with(rows)
	first, rest := c, c
	first.Bars, rest.Bars = c.Bars[:n], c.Bars[n:]
	return first, rest, true
}

func (c Bars) rows() []barRow {
	color := c.Color
	if color.A == 0 {
		color = Forest
	}
	var rows []barRow
	for _, b := range c.sorted() {
		rows = append(rows, barRow{named: named{b.Name, b.Quantity}, reference: b.Reference, color: color})
	}
	return rows
}

func (c Bars) sorted() []Bar {
	if c.InOrder {
		return c.Bars
	}
	bars := append([]Bar(nil), c.Bars...)
	sort.SliceStable(bars, func(i, j int) bool { return bars[i].before(bars[j].Quantity) })
	return bars
}

// before puts the greater quantity first, those that are not known last.
func (q Quantity) before(other Quantity) bool {
	if !q.known() || !other.known() {
		return q.known() && !other.known()
	}
	return q.Value > other.Value
}

func (c Bars) alt() string {
	var list []named
	bars := c.sorted()
	for _, b := range bars {
		list = append(list, named{b.Name, b.Quantity})
	}
	out := c.tell("Diagramme en barres") + tellValues(list)
	if len(bars) > told {
		return out
	}
	for _, b := range bars {
		if b.Reference.known() {
			out += " " + b.Name + ", repère"
			if c.Reference != "" {
				out += " " + c.Reference
			}
			out += nbsp + ": " + b.Reference.Text + "."
		}
	}
	return out
}
