package figure

import (
	"math"
	"strconv"
)

// location is a Locator being drawn.
type location struct {
	setting
	chart    Locator
	d        Drawing
	scale    float64 // points a kilometre
	middle   Point   // where the middle of the communes is
	taken    []Box   // by dots and texts: a name goes nowhere near
	mostFolk float64
}

const (
	mapHeight = 0.66 // of the width, at most
	mapLeast  = 0.36 // of the width, at least
	mapSide   = 0.15 // free at both sides, of the width
	mapEnds   = 30.0 // free above and below
	mapEdge   = 9.0  // between the edge and what stands beside it
	dotLeast  = 2.2
	dotMost   = 7.0
	arrowR    = 4.5
	mapNames  = 30 // communes that are named, at most
)

func newLocation(c Locator, width float64, m Measurer) *location {
	l := &location{setting: settingFor(width, m).smaller(), chart: c, d: Drawing{Width: width}}
	west, east, south, north := c.span()
	l.scale = min((1-2*mapSide)*width/(east-west), (mapHeight*width-2*mapEnds)/(north-south))
	l.d.Height = max((north-south)*l.scale+2*mapEnds, mapLeast*width)
	l.middle = Point{width/2 - (west+east)/2*l.scale, l.d.Height/2 + (south+north)/2*l.scale}
	for _, d := range c.Communes {
		l.mostFolk = max(l.mostFolk, d.People)
	}
	return l
}

func (l *location) at(east, north float64) Point {
	return Point{l.middle.X + east*l.scale, l.middle.Y - north*l.scale}
}

// radius makes the area of a dot grow with the people.
func (l *location) radius(d Dot) float64 {
	if l.mostFolk == 0 {
		return (dotLeast + dotMost) / 2
	}
	return dotLeast + (dotMost-dotLeast)*math.Sqrt(max(d.People, 0)/l.mostFolk)
}

func (l *location) dots() {
	for _, d := range l.chart.Communes {
		dot := Circle{Center: l.at(d.East, d.North), R: l.radius(d), Fill: l.chart.Color, Stroke: Stroke{Color: Paper, Width: 0.8}}
		l.d.Ops = append(l.d.Ops, dot)
		l.taken = append(l.taken, dot.Bounds())
	}
}

// towns marks those that are on the map by squares, and the others by arrows at
// its edge; one without room for its name is left out.
func (l *location) towns() {
	inner := Box{mapEdge, mapEdge, l.d.Width - 2*mapEdge, l.d.Height - 2*mapEdge}
	marks := make([]Op, len(l.chart.Towns))
	for i, t := range l.chart.Towns {
		at := l.at(t.East, t.North)
		marks[i] = Rect{Box: square(at, 3.2), Fill: Paper, Stroke: Stroke{Color: Ink, Width: 1.4}}
		if !at.in(inner) {
			from := Point{max(inner.X, min(l.middle.X, inner.X+inner.W)), max(inner.Y, min(l.middle.Y, inner.Y+inner.H))}
			marks[i] = arrow(towards(from, at, inner), math.Atan2(at.X-from.X, from.Y-at.Y))
		}
		l.taken = append(l.taken, marks[i].Bounds())
	}
	for i, t := range l.chart.Towns {
		if l.name(t.label(), Semibold, marks[i].Bounds()) {
			l.d.Ops = append(l.d.Ops, marks[i])
		}
	}
}

// towards is where the way from a point in a box to a far one leaves the box.
func towards(from, far Point, box Box) Point {
	k := 1.0
	for _, side := range [...]struct{ from, to, low, high float64 }{{from.X, far.X, box.X, box.X + box.W}, {from.Y, far.Y, box.Y, box.Y + box.H}} {
		switch {
		case side.to > side.high:
			k = min(k, (side.high-side.from)/(side.to-side.from))
		case side.to < side.low:
			k = min(k, (side.low-side.from)/(side.to-side.from))
		}
	}
	return Point{from.X + k*(far.X-from.X), from.Y + k*(far.Y-from.Y)}
}

// arrow is a triangle that points that way, in radians clockwise from the north.
func arrow(center Point, way float64) Op {
	corner := func(turn, r float64) Point {
		return Point{center.X + r*math.Sin(way+turn), center.Y - r*math.Cos(way+turn)}
	}
	return Polygon{Rings: [][]Point{{corner(0, arrowR), corner(2.5, arrowR), corner(-2.5, arrowR)}}, Fill: Ink}
}

// names names as many communes as have room for it.
func (l *location) names() {
	for _, d := range l.chart.Communes[:min(len(l.chart.Communes), mapNames)] {
		l.name(d.Name, Regular, square(l.at(d.East, d.North), l.radius(d)))
	}
}

// name writes a name beside a mark, where it is over nothing; false when there is
// no such place.
func (l *location) name(text string, face Face, mark Box) bool {
	const gap = 2.5
	lines := l.m.Wrap(text, face, l.size, 0.4*l.d.Width, 1)
	if len(lines) == 0 {
		return false
	}
	w, h := l.m.Width(lines[0], face, l.size), l.leading
	middle := Point{mark.X + mark.W/2, mark.Y + mark.H/2}
	for _, box := range [...]Box{
		{mark.X + mark.W + gap, middle.Y - h/2, w, h},
		{mark.X - gap - w, middle.Y - h/2, w, h},
		{middle.X - w/2, mark.Y - h, w, h},
		{middle.X - w/2, mark.Y + mark.H, w, h},
		{mark.X + mark.W + gap, mark.Y + mark.H, w, h},
		{mark.X - gap - w, mark.Y + mark.H, w, h},
		{mark.X + mark.W + gap, mark.Y - h, w, h},
		{mark.X - gap - w, mark.Y - h, w, h},
	} {
		if l.free(box) {
			l.d.Ops = append(l.d.Ops, l.line(lines[0], face, Ink, Point{box.X, box.Y}, Start))
			l.taken = append(l.taken, box)
			return true
		}
	}
	return false
}

// free says that a box is on the map and that nothing stands there.
func (l *location) free(b Box) bool {
	const air, between = 3, 1.5
	if b.X < air || b.Y < air/2 || b.X+b.W > l.d.Width-air || b.Y+b.H > l.d.Height-air/2 {
		return false
	}
	for _, t := range l.taken {
		if b.X-between < t.X+t.W && t.X-between < b.X+b.W && b.Y < t.Y+t.H && t.Y < b.Y+b.H {
			return false
		}
	}
	return true
}

func (p Point) in(b Box) bool {
	return p.X >= b.X && p.X <= b.X+b.W && p.Y >= b.Y && p.Y <= b.Y+b.H
}

// scaleBar draws a round number of kilometres at the foot.
func (l *location) scaleBar() {
	most := 0.25 * l.d.Width / l.scale
	length := 0.0
	for _, km := range []float64{1, 2, 5, 10, 20, 50, 100} {
		if km <= most {
			length = km
		}
	}
	if length == 0 {
		return
	}
	left, y, w := mapEdge, l.d.Height-mapEdge, length*l.scale
	bar := Line{Points: []Point{{left, y - 3}, {left, y}, {left + w, y}, {left + w, y - 3}}, Stroke: Stroke{Color: Ink, Width: 1}}
	label := strconv.Itoa(int(length)) + nbsp + "km"
	text := l.line(label, Regular, Ink, Point{left + w + 4, y - l.leading + 3}, Start)
	l.d.Ops = append(l.d.Ops, bar, text)
	l.taken = append(l.taken, Box{left, y - l.leading + 3, w + 4 + l.m.Width(label, Regular, l.size), l.leading})
}

// north points to the top.
func (l *location) north() {
	x := l.d.Width - mapEdge - arrowR
	y := l.d.Height - mapEdge - l.leading
	l.d.Ops = append(l.d.Ops, arrow(Point{x, y}, 0), l.line("N", Semibold, Ink, Point{x, y + arrowR/2}, Middle))
	l.taken = append(l.taken, Box{x - arrowR, y - arrowR, 2 * arrowR, 1.5*arrowR + l.leading})
}
