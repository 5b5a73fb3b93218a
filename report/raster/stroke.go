package raster

import (
	"image/color"
	"math"

	"tressons/report/figure"
)

// miterLimit is the length, in widths of the line, beyond which a sharp corner
// is cut: that of PDF.
const miterLimit = 10

// lineWidth is the width of a stroke in pixels: one at least, 0 when it paints
// nothing.
func (b *board) lineWidth(s figure.Stroke) float64 {
	if s.Color.A == 0 || s.Width <= 0 {
		return 0
	}
	return max(1, s.Width*b.scale)
}

// stroke paints a line along points, which are in pixels.
func (b *board) stroke(s figure.Stroke, points []figure.Point, closed bool) {
	width := b.lineWidth(s)
	if width == 0 || len(points) < 2 {
		return
	}
	var rings [][]figure.Point
	if len(s.Dash) == 0 {
		rings = outline(rings, points, closed, width/2)
	} else {
		if closed {
			points = append(points[:len(points):len(points)], points[0])
		}
		for _, dash := range b.dashes(points, s.Dash) {
			rings = outline(rings, dash, false, width/2)
		}
	}
	b.fill(faded(s.Color, s.Width*b.scale), rings...)
}

// faded is the colour of what is too thin to be seen at its own width and is
// painted wider: on thumbnails a rule must not look like a bar.
func faded(c color.NRGBA, width float64) color.NRGBA {
	const full = 0.35 // pixels
	c.A = uint8(float64(c.A)*min(1, width/full) + 0.5)
	return c
}

// outline adds the rings that cover a line: a quadrilateral for each segment
// and a kite for each corner. All turn the same way, so that overlaps are
// painted once.
func outline(rings [][]figure.Point, points []figure.Point, closed bool, half float64) [][]figure.Point {
	n := len(points)
	segments := n - 1
	if closed {
		segments = n
	}
	var first, previous figure.Point // unit normals of segments
	drawn := 0
	for i := range segments {
		a, c := points[i], points[(i+1)%n]
		length := math.Hypot(c.X-a.X, c.Y-a.Y)
		if length == 0 {
			continue
		}
		normal := figure.Point{X: -(c.Y - a.Y) / length, Y: (c.X - a.X) / length}
		rings = append(rings, []figure.Point{along(a, normal, half), along(a, normal, -half), along(c, normal, -half), along(c, normal, half)})
		if drawn == 0 {
			first = normal
		} else {
			rings = corner(rings, a, previous, normal, half)
		}
		previous = normal
		drawn++
	}
	if closed && drawn > 1 {
		rings = corner(rings, points[0], previous, first, half)
	}
	return rings
}

// corner adds what is missing outside a bend between two segments, whose unit
// normals are given.
func corner(rings [][]figure.Point, at, before, after figure.Point, half float64) [][]figure.Point {
	cross := before.X*after.Y - before.Y*after.X
	if math.Abs(cross) < 1e-9 {
		return rings
	}
	side := -half // the outside is against the turn
	if cross < 0 {
		side = half
	}
	kite := []figure.Point{at, along(at, before, side)}
	// The tip is where the outer edges meet, if that is not too far.
	sum := figure.Point{X: before.X + after.X, Y: before.Y + after.Y}
	if square := sum.X*sum.X + sum.Y*sum.Y; square > 4/(miterLimit*miterLimit) {
		kite = append(kite, along(at, sum, 2*side/square))
	}
	kite = append(kite, along(at, after, side))
	if area(kite) < 0 {
		kite = reversed(kite)
	}
	return append(rings, kite)
}

func along(p, direction figure.Point, distance float64) figure.Point {
	return figure.Point{X: p.X + direction.X*distance, Y: p.Y + direction.Y*distance}
}

// dashes cuts a line into the pieces that a pattern, in points, draws.
func (b *board) dashes(points []figure.Point, pattern []float64) [][]figure.Point {
	var total float64
	for _, length := range pattern {
		total += length
	}
	if total <= 0 {
		return [][]figure.Point{points}
	}
	var out [][]figure.Point
	element, left := 0, pattern[0]*b.scale // of the pattern, and what is left of it
	current := []figure.Point{points[0]}
	end := func() {
		if element%2 == 0 && len(current) > 1 {
			out = append(out, current)
		}
	}
	for i, to := range points[1:] {
		from := points[i]
		length := math.Hypot(to.X-from.X, to.Y-from.Y)
		walked := 0.0
		for ; left < length-walked; left = pattern[element%len(pattern)] * b.scale {
			walked += left
			cut := along(from, figure.Point{X: (to.X - from.X) / length, Y: (to.Y - from.Y) / length}, walked)
			current = append(current, cut)
			end()
			element++
			current = []figure.Point{cut}
		}
		left -= length - walked
		current = append(current, to)
	}
	end()
	return out
}
