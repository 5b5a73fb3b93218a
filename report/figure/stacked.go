package figure

import (
	"sort"
	"strings"
)

// StackedBars parts wholes: each row is a bar made of the same parts, in the
// same order. The parts are named over the first bar when there is room, else
// in a key; a value that does not fit in its part is written under the bar, so
// that none is lost. Parts below zero have no place in a whole and are not
// drawn.
type StackedBars struct {
	Subject
	Parts []string
	Rows  []StackedRow
	// InOrder keeps the order of Rows, for years; otherwise the greatest whole,
	// then the greatest first part, comes first.
	InOrder bool
	// within is the greatest whole, kept when the chart is parted.
	within float64
}

// StackedRow is a whole: a value for each part, and how the sum is written, ""
// when it goes without saying (100 %).
type StackedRow struct {
	Name   string
	Values []Quantity
	Total  string
}

// part is the value of a part as it is drawn, 0 when there is none.
func (r StackedRow) part(i int) float64 {
	if i >= len(r.Values) || !r.Values[i].known() {
		return 0
	}
	return max(0, r.Values[i].Value)
}

func (r StackedRow) whole() (sum float64) {
	for i := range r.Values {
		sum += r.part(i)
	}
	return sum
}

func (c StackedBars) sorted() []StackedRow {
	if c.InOrder {
		return c.Rows
	}
	rows := append([]StackedRow(nil), c.Rows...)
	sort.SliceStable(rows, func(i, j int) bool {
		if a, b := rows[i].whole(), rows[j].whole(); a != b {
			return a > b
		}
		return rows[i].part(0) > rows[j].part(0)
	})
	return rows
}

// Draw draws all rows under the names of their parts.
func (c StackedBars) Draw(width float64, m Measurer) Drawing {
	l := c.layout(width, m)
	l.d.Alt = c.alt()
	if len(l.rows) == 0 {
		return l.d
	}
	l.names()
	top := l.d.Height
	for _, r := range l.rows {
		l.row(r)
	}
	l.d.Ops = append(l.d.Ops, Line{Points: []Point{{l.left, top}, {l.left, l.d.Height}}, Stroke: Stroke{Color: Faint, Width: 0.8}})
	return l.d
}

// Split parts the rows; scale and names are those of the whole.
func (c StackedBars) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	l := c.layout(width, m)
	if len(l.rows) == 0 {
		return nil, nil, false
	}
	l.names()
	heights := make([]float64, len(l.rows))
	for i, r := range l.rows {
		heights[i] = l.height(r)
	}
	n := count(heights, height-l.d.Height)
	if n == 0 || n == len(l.rows) {
		return nil, nil, false
	}
	c.InOrder, c.within = true, l.within
	first, rest := c, c
	first.Rows, rest.Rows = l.rows[:n], l.rows[n:]
	return first, rest, true
}

func (c StackedBars) alt() string {
	out := c.tell("Diagramme en barres empilées")
	var list []named
	for _, r := range c.sorted() {
		for i, q := range r.Values[:min(len(r.Values), len(c.Parts))] {
			list = append(list, named{strings.Trim(r.Name+", "+c.Parts[i], ", "), q})
		}
	}
	out += " " + Noun{"barre", "barres"}.Count(len(c.Rows)) + ", " + Noun{"partie", "parties"}.Count(len(c.Parts)) + "." + tellValues(list)
	for _, r := range c.sorted() {
		if r.Total != "" && len(c.Rows) <= told {
			out += " " + r.Name + ", total" + nbsp + ": " + r.Total + "."
		}
	}
	return out
}
