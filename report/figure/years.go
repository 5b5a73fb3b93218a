package figure

import (
	"math"
	"sort"
	"strconv"
)

// yearPlot is a YearLines being drawn.
type yearPlot struct {
	setting
	chart  YearLines
	d      Drawing
	plot   Box
	years  [2]int
	values span
	texts  []Box // what the texts and marks drawn so far take
}

const (
	plotShare = 0.32 // height of the plot, of the width
	plotMost  = 150.0
	plotEnds  = 0.34 // width of the lines' names, of the whole, at most
	markR     = 3.2  // of the mark of a value
)

// Draw draws all lines.
func (c YearLines) Draw(width float64, m Measurer) Drawing {
	p := &yearPlot{setting: settingFor(width, m), chart: c, d: Drawing{Width: width, Alt: c.alt()}}
	if len(c.series) == 0 {
		return p.d
	}
	p.frame()
	p.axis()
	for i := range c.series {
		p.line(i)
	}
	p.ends()
	for i := range c.series {
		p.labels(i)
	}
	return p.d
}

// frame finds the extent of the data and the room for it.
func (p *yearPlot) frame() {
	first := p.chart.series[0].points[0]
	p.years = [2]int{first.Year, first.Year}
	widest := 0.0
	for i, s := range p.chart.series {
		for _, o := range s.points {
			p.years = [2]int{min(p.years[0], o.Year), max(p.years[1], o.Year)}
			p.values.low, p.values.high = min(p.values.low, o.Value), max(p.values.high, o.Value)
		}
		widest = max(widest, p.m.Width(p.endText(i), Semibold, p.size))
	}
	names := min(widest+1, plotEnds*p.d.Width)
	side := p.m.Width("2000", Regular, p.smaller().size) / 2
	p.plot = Box{X: side, Y: p.leading + 2*markR, W: p.d.Width - side - names - 1.2*p.size, H: min(plotShare*p.d.Width, plotMost)}
	p.d.Height = p.plot.Y + p.plot.H + 2*markR + p.leading
}

func (p *yearPlot) at(o Observation) Point {
	x, y := 0.5, 0.0
	if p.years[1] > p.years[0] {
		x = float64(o.Year-p.years[0]) / float64(p.years[1]-p.years[0])
	}
	if p.values.high > p.values.low {
		y = (o.Value - p.values.low) / (p.values.high - p.values.low)
	}
	return Point{p.plot.X + x*p.plot.W, p.plot.Y + (1-y)*p.plot.H}
}

// axis draws the line at zero and the years in which something was counted,
// the last and the first before those between, as far as they fit.
func (p *yearPlot) axis() {
	zero := p.at(Observation{Year: p.years[0]}).Y
	p.d.Ops = append(p.d.Ops, Line{Points: []Point{{p.plot.X, zero}, {p.plot.X + p.plot.W, zero}}, Stroke: Stroke{Color: Faint, Width: 0.8}})
	small := p.smaller()
	foot := p.plot.Y + p.plot.H + 2*markR
	for _, year := range p.counted() {
		x := p.at(Observation{Year: year}).X
		text := small.line(strconv.Itoa(year), Regular, Secondary, Point{x, foot}, Middle)
		if p.place(text, 0.4*p.size) {
			p.d.Ops = append(p.d.Ops, Line{Points: []Point{{x, zero}, {x, zero + 3}}, Stroke: Stroke{Color: Faint, Width: 0.8}})
		}
	}
}

// counted are the years that have a value, in the order in which they deserve
// to be written.
func (p *yearPlot) counted() []int {
	seen := map[int]bool{}
	var years []int
	for _, s := range p.chart.series {
		for _, o := range s.points {
			if !seen[o.Year] {
				seen[o.Year] = true
				years = append(years, o.Year)
			}
		}
	}
	rank := func(year int) int {
		switch year {
		case p.years[1]:
			return 0
		case p.years[0]:
			return 1
		}
		return 2 + year
	}
	sort.Slice(years, func(i, j int) bool { return rank(years[i]) < rank(years[j]) })
	return years
}

// place draws a text, unless it would leave the drawing or be over another one,
// with so much air.
func (p *yearPlot) place(op Op, air float64) bool {
	b := p.extent(op.(Text))
	if b.X < 0 || b.Y < 0 || b.X+b.W > p.d.Width || b.Y+b.H > p.d.Height {
		return false
	}
	for _, other := range p.texts {
		if b.X < other.X+other.W+air && other.X < b.X+b.W+air && b.Y < other.Y+other.H && other.Y < b.Y+b.H {
			return false
		}
	}
	p.texts = append(p.texts, b)
	p.d.Ops = append(p.d.Ops, op)
	return true
}

// extent is the box of a text.
func (s setting) extent(t Text) Box {
	b := t.Bounds()
	b.W = s.m.Width(t.Value, t.Face, t.Size)
	switch t.Anchor {
	case Middle:
		b.X -= b.W / 2
	case End:
		b.X -= b.W
	}
	return b
}

// dashes part the lines without colour.
var dashes = [...][]float64{nil, {6, 3}, {2, 2.5}, {8, 3, 2, 3}}

// line draws a line and its marks.
func (p *yearPlot) line(n int) {
	color := ways[n%len(ways)]
	var points []Point
	for _, o := range p.chart.series[n].points {
		points = append(points, p.at(o))
	}
	if len(points) > 1 {
		p.d.Ops = append(p.d.Ops, Line{Points: points, Stroke: Stroke{Color: color, Width: 1.8, Dash: dashes[n%len(dashes)]}})
	}
	for _, at := range points {
		p.d.Ops = append(p.d.Ops, spot(n, at, markR, color))
		p.texts = append(p.texts, square(at, markR+1))
	}
}

// spot is the mark of the n-th of several things: a disc, a square, a lozenge,
// a triangle.
func spot(n int, at Point, r float64, color Color) Op {
	halo := Stroke{Color: Paper, Width: 1}
	turned := func(turns ...float64) Op {
		ring := make([]Point, len(turns))
		for i, t := range turns {
			sin, cos := math.Sincos(2 * math.Pi * t)
			ring[i] = Point{at.X + 1.25*r*sin, at.Y - 1.25*r*cos}
		}
		return Polygon{Rings: [][]Point{ring}, Fill: color, Stroke: halo}
	}
	switch n % 4 {
	case 1:
		return turned(0.125, 0.375, 0.625, 0.875)
	case 2:
		return turned(0, 0.25, 0.5, 0.75)
	case 3:
		return turned(0, 1.0/3, 2.0/3)
	}
	return Circle{Center: at, R: r, Fill: color, Stroke: halo}
}
