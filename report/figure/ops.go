package figure

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Moved returns the rectangle shifted by dx, dy.
func (r Rect) Moved(dx, dy float64) Op {
	r.X, r.Y = r.X+dx, r.Y+dy
	return r
}

// Moved returns the line shifted by dx, dy.
func (l Line) Moved(dx, dy float64) Op {
	l.Points = movedPoints(l.Points, dx, dy)
	return l
}

// Moved returns the polygon shifted by dx, dy.
func (p Polygon) Moved(dx, dy float64) Op {
	rings := make([][]Point, len(p.Rings))
	for i, ring := range p.Rings {
		rings[i] = movedPoints(ring, dx, dy)
	}
	p.Rings = rings
	return p
}

// Moved returns the circle shifted by dx, dy.
func (c Circle) Moved(dx, dy float64) Op {
	c.Center = c.Center.moved(dx, dy)
	return c
}

// Moved returns the slice shifted by dx, dy.
func (p Pie) Moved(dx, dy float64) Op {
	p.Center = p.Center.moved(dx, dy)
	return p
}

// Moved returns the text shifted by dx, dy.
func (t Text) Moved(dx, dy float64) Op {
	t.At = t.At.moved(dx, dy)
	return t
}

func (p Point) moved(dx, dy float64) Point { return Point{p.X + dx, p.Y + dy} }

func movedPoints(points []Point, dx, dy float64) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = p.moved(dx, dy)
	}
	return out
}

// Bounds returns the rectangle itself.
func (r Rect) Bounds() Box { return r.Box }

// Bounds returns the box around the points.
func (l Line) Bounds() Box { return around(l.Points) }

// Bounds returns the box around all rings.
func (p Polygon) Bounds() Box {
	var all []Point
	for _, ring := range p.Rings {
		all = append(all, ring...)
	}
	return around(all)
}

// Bounds returns the square around the circle.
func (c Circle) Bounds() Box { return square(c.Center, c.R) }

// Bounds returns the square around the whole disc.
func (p Pie) Bounds() Box { return square(p.Center, p.R) }

// Bounds returns the height of the text at its anchor; its width counts as 0.
func (t Text) Bounds() Box {
	return Box{t.At.X, t.At.Y - 0.75*t.Size, 0, t.Size}
}

func square(c Point, r float64) Box { return Box{c.X - r, c.Y - r, 2 * r, 2 * r} }

func around(points []Point) Box {
	if len(points) == 0 {
		return Box{}
	}
	low, high := points[0], points[0]
	for _, p := range points[1:] {
		low = Point{math.Min(low.X, p.X), math.Min(low.Y, p.Y)}
		high = Point{math.Max(high.X, p.X), math.Max(high.Y, p.Y)}
	}
	return Box{low.X, low.Y, high.X - low.X, high.Y - low.Y}
}

func (r Rect) String() string {
	s := "rect " + r.Box.String()
	if r.Radius > 0 {
		s += " radius " + num(r.Radius)
	}
	return s + paint(r.Fill, r.Stroke)
}

func (l Line) String() string {
	return "line" + joinPoints(l.Points) + paint(Color{}, l.Stroke)
}

func (p Polygon) String() string {
	s := "polygon"
	for _, ring := range p.Rings {
		s += " (" + strings.TrimSpace(joinPoints(ring)) + ")"
	}
	return s + paint(p.Fill, p.Stroke)
}

func (c Circle) String() string {
	return fmt.Sprintf("circle %s r %s%s", c.Center, num(c.R), paint(c.Fill, c.Stroke))
}

func (p Pie) String() string {
	return fmt.Sprintf("pie %s r %s turns %s–%s%s", p.Center, num(p.R), num(p.From), num(p.To), paint(p.Fill, Stroke{}))
}

func (t Text) String() string {
	return fmt.Sprintf("text %s %s %s %s %s %q", t.At, t.Anchor, t.Face, num(t.Size), hex(t.Color), t.Value)
}

// String gives the drawing as text: its size, its alternative, a line per op.
func (d Drawing) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "drawing %s × %s\nalt %s\n", num(d.Width), num(d.Height), d.Alt)
	for _, op := range d.Ops {
		b.WriteString(op.String() + "\n")
	}
	return b.String()
}

func (p Point) String() string { return num(p.X) + "," + num(p.Y) }

func (b Box) String() string {
	return num(b.X) + "," + num(b.Y) + " " + num(b.W) + "×" + num(b.H)
}

func (a Anchor) String() string { return [...]string{"start", "middle", "end"}[a] }

func (f Face) String() string { return [...]string{"regular", "italic", "semibold", "bold"}[f] }

func joinPoints(points []Point) string {
	var b strings.Builder
	for _, p := range points {
		b.WriteString(" " + p.String())
	}
	return b.String()
}

func paint(fill Color, stroke Stroke) string {
	var s string
	if fill.A > 0 {
		s += " fill " + hex(fill)
	}
	if stroke.Color.A > 0 && stroke.Width > 0 {
		s += " stroke " + hex(stroke.Color) + " " + num(stroke.Width)
		for _, d := range stroke.Dash {
			s += " -" + num(d)
		}
	}
	return s
}

func hex(c Color) string { return fmt.Sprintf("#%02X%02X%02X", c.R, c.G, c.B) }

// num prints a length to a tenth of a point, which no eye can tell apart.
func num(v float64) string {
	s := strconv.FormatFloat(math.Round(v*10)/10, 'f', -1, 64)
	if s == "-0" {
		return "0"
	}
	return s
}
