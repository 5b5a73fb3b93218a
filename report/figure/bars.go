package figure

import (
	"sort"
	"strconv"
	"strings"
)

// ThemeBars shows how many things there are of each kind, as horizontal bars
// from zero with their values at the end, the largest first.
type ThemeBars struct {
	// Unit is what is counted, for the text alternative.
	Unit  Noun
	Color Color // Forest when zero
	Bars  []Bar
	// scale is the value of the longest bar, kept when the chart is parted.
	scale int
}

// Bar is one kind and how many.
type Bar struct {
	Name  string
	Value int
}

const (
	barThick = 0.95 // of the text's leading
	barAir   = 0.45
)

// Draw draws all bars.
func (c ThemeBars) Draw(width float64, m Measurer) Drawing {
	bars := c.sorted()
	set := settingFor(width, m)
	d := Drawing{Width: width, Alt: c.alt(bars)}
	nameWidth := c.nameWidth(bars, width, set)
	x := nameWidth + set.size
	top := c.top()
	room := width - x - set.m.Width(strconv.Itoa(top), Semibold, set.size) - set.size
	for _, b := range bars {
		d.Height += c.bar(&d, b, set, nameWidth, x, room, top)
	}
	axis := Line{Points: []Point{{x, 0}, {x, d.Height}}, Stroke: Stroke{Color: Faint, Width: 0.8}}
	d.Ops = append(d.Ops, axis)
	return d
}

// bar draws one bar at the foot of d and returns the height it takes.
func (c ThemeBars) bar(d *Drawing, b Bar, set setting, nameWidth, x, room float64, top int) float64 {
	pad := barAir * set.leading / 2
	ops, h := set.wrap(b.Name, Regular, Ink, Box{0, d.Height + pad, nameWidth, 0}, Start)
	h = max(h, set.leading)
	d.Ops = append(d.Ops, ops...)
	length := 0.0
	if top > 0 {
		length = room * float64(b.Value) / float64(top)
	}
	thick := barThick * set.leading
	middle := d.Height + pad + h/2
	color := Secondary
	if b.Value > 0 {
		color = Ink
		d.Ops = append(d.Ops, Rect{Box: Box{x, middle - thick/2, length, thick}, Fill: c.color()})
	}
	value := set.line(strconv.Itoa(b.Value), Semibold, color, Point{x + length + 0.5*set.size, middle - set.leading/2}, Start)
	d.Ops = append(d.Ops, value)
	return h + 2*pad
}

// Split parts the bars; the scale stays that of all of them.
func (c ThemeBars) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	bars := c.sorted()
	set := settingFor(width, m)
	nameWidth := c.nameWidth(bars, width, set)
	heights := make([]float64, len(bars))
	for i, b := range bars {
		_, h := set.wrap(b.Name, Regular, Ink, Box{W: nameWidth}, Start)
		heights[i] = max(h, set.leading) + barAir*set.leading
	}
	n := count(heights, height)
	if n == 0 || n == len(bars) {
		return nil, nil, false
	}
	first, rest := c, c
	first.scale, rest.scale = c.top(), c.top()
	first.Bars, rest.Bars = bars[:n], bars[n:]
	return first, rest, true
}

func (c ThemeBars) top() int {
	top := c.scale
	for _, b := range c.Bars {
		top = max(top, b.Value)
	}
	return top
}

func (c ThemeBars) color() Color {
	if c.Color.A == 0 {
		return Forest
	}
	return c.Color
}

func (c ThemeBars) sorted() []Bar {
	bars := append([]Bar(nil), c.Bars...)
	sort.SliceStable(bars, func(i, j int) bool { return bars[i].Value > bars[j].Value })
	return bars
}

// nameWidth is the room for the names: what the longest asks for, within 45 %.
func (c ThemeBars) nameWidth(bars []Bar, width float64, set setting) float64 {
	longest := 0.0
	for _, b := range bars {
		longest = max(longest, set.m.Width(b.Name, Regular, set.size))
	}
	return min(longest+1, 0.45*width)
}

func (c ThemeBars) alt(bars []Bar) string {
	parts := make([]string, len(bars))
	total := 0
	for i, b := range bars {
		total += b.Value
		parts[i] = b.Name + "\u00A0: " + strconv.Itoa(b.Value)
	}
	if len(parts) == 0 {
		return "Diagramme en barres sans donnée."
	}
	return "Diagramme en barres, " + c.Unit.Count(total) + ". " + strings.Join(parts, "\u00A0; ") + "."
}
