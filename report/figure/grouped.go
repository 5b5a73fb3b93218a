package figure

import "sort"

// GroupedBars compares the same quantities over several groups, such as
// territories: each group has its name over its bars, and each bar its own
// name, so that no legend is needed. Bars of the same name look the same in all
// groups. One scale serves all: the unit must be one.
//
// What is compared must be counted alike: whoever makes the bars sees to it
// that the bars of one name share their definition (see NewSeries for years).
type GroupedBars struct {
	Subject
	// Reference names what the ticks stand for: « France ».
	Reference string
	Groups    []BarGroup
	// InOrder keeps the order of Groups; otherwise the greatest first bar
	// comes first.
	InOrder bool
	// within and ranks are those of the whole, kept when the chart is parted.
	within span
	ranks  map[string]int
}

// BarGroup is a group and its bars, in an order that is the same in all groups.
type BarGroup struct {
	Name string
	Bars []Bar
}

// Draw draws all groups.
func (c GroupedBars) Draw(width float64, m Measurer) Drawing {
	rows := c.rows(c.sorted())
	l := newBarLayout(width, m, rows, c.Reference, c.within.with(rows))
	l.draw(rows)
	l.d.Alt = c.alt()
	return l.d
}

// Split parts the groups, each kept whole.
func (c GroupedBars) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	groups := c.sorted()
	rows := c.rows(groups)
	l := newBarLayout(width, m, rows, c.Reference, c.within.with(rows))
	names := c.names()
	heights := make([]float64, len(groups))
	for i, g := range groups {
		for _, r := range c.group(g, names) {
			heights[i] += l.height(r)
		}
	}
	n := count(heights, height-l.topHeight())
	if n == 0 || n == len(groups) {
		return nil, nil, false
	}
	c.InOrder, c.within, c.ranks = true, c.within.with(rows), names
	first, rest := c, c
	first.Groups, rest.Groups = groups[:n], groups[n:]
	return first, rest, true
}

func (c GroupedBars) sorted() []BarGroup {
	if c.InOrder {
		return c.Groups
	}
	groups := append([]BarGroup(nil), c.Groups...)
	sort.SliceStable(groups, func(i, j int) bool { return groups[i].first().before(groups[j].first()) })
	return groups
}

func (g BarGroup) first() Quantity {
	if len(g.Bars) == 0 {
		return Quantity{}
	}
	return g.Bars[0].Quantity
}

// names ranks the names of the bars by where they are first met.
func (c GroupedBars) names() map[string]int {
	if c.ranks != nil {
		return c.ranks
	}
	names := map[string]int{}
	for _, g := range c.Groups {
		for _, b := range g.Bars {
			if _, met := names[b.Name]; !met {
				names[b.Name] = len(names)
			}
		}
	}
	return names
}

func (c GroupedBars) rows(groups []BarGroup) (rows []barRow) {
	names := c.names()
	for _, g := range groups {
		rows = append(rows, c.group(g, names)...)
	}
	return rows
}

// group is the rows of a group: a single bar without a name of its own goes by
// that of the group.
func (c GroupedBars) group(g BarGroup, names map[string]int) []barRow {
	if len(g.Bars) == 1 && g.Bars[0].Name == "" {
		b := g.Bars[0]
		return []barRow{{named: named{g.Name, b.Quantity}, reference: b.Reference, color: Forest}}
	}
	rows := []barRow{{named: named{name: g.Name}, head: true, color: Ink}}
	for _, b := range g.Bars {
		color, texture := way(names[b.Name])
		rows = append(rows, barRow{named: named{b.Name, b.Quantity}, reference: b.Reference, color: color, texture: texture})
	}
	return rows
}

func (c GroupedBars) alt() string {
	var list []named
	for _, g := range c.sorted() {
		for _, b := range g.Bars {
			name := g.Name
			if b.Name != "" {
				name += ", " + b.Name
			}
			list = append(list, named{name, b.Quantity})
		}
	}
	return c.tell("Diagramme en barres groupées") + " " + Noun{"groupe", "groupes"}.Count(len(c.Groups)) + "." + tellValues(list)
}
