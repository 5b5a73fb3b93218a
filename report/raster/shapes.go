package raster

import (
	"math"

	"tressons/report/figure"
)

// rect paints a rectangle. Upright edges are put between pixels, so that fills
// that touch leave no seam and nothing is blurred; no rectangle vanishes.
func (b *board) rect(r figure.Rect) {
	left, top := math.Round(r.X*b.scale), math.Round(r.Y*b.scale)
	right := max(left+1, math.Round((r.X+r.W)*b.scale))
	bottom := max(top+1, math.Round((r.Y+r.H)*b.scale))
	radius := min(r.Radius*b.scale, (right-left)/2, (bottom-top)/2)
	b.fill(faded(r.Fill, min(r.W, r.H)*b.scale), rounded(left, top, right, bottom, radius))
	if width := b.lineWidth(r.Stroke); width > 0 {
		// The stroke is centred on the edge: half a pixel makes it sharp.
		shift := math.Mod(math.Round(width), 2) / 2
		b.stroke(r.Stroke, rounded(left+shift, top+shift, right-shift, bottom-shift, radius), true)
	}
}

// rounded is the outline of a rectangle with round corners.
func rounded(left, top, right, bottom, radius float64) []figure.Point {
	if radius <= 0 {
		return []figure.Point{{X: left, Y: top}, {X: right, Y: top}, {X: right, Y: bottom}, {X: left, Y: bottom}}
	}
	var out []figure.Point
	corner := func(x, y, from float64) {
		out = append(out, arc(figure.Point{X: x, Y: y}, radius, from, from+0.25)...)
	}
	corner(left+radius, top+radius, 0.75)
	corner(right-radius, top+radius, 0)
	corner(right-radius, bottom-radius, 0.25)
	corner(left+radius, bottom-radius, 0.5)
	return out
}

// line paints a line. An upright or level one lies between pixels and is never
// thinner than one of them, as viewers of PDF show it.
func (b *board) line(l figure.Line) {
	points := b.all(l.Points)
	width := b.lineWidth(l.Stroke)
	if width == 0 || len(points) < 2 {
		return
	}
	if len(points) == 2 && len(l.Stroke.Dash) == 0 {
		shift := math.Mod(math.Round(width), 2) / 2
		onPixel := func(v float64) float64 { return math.Floor(v-shift+0.5) + shift }
		switch {
		case points[0].Y == points[1].Y:
			points[0].Y = onPixel(points[0].Y)
			points[1].Y = points[0].Y
		case points[0].X == points[1].X:
			points[0].X = onPixel(points[0].X)
			points[1].X = points[0].X
		}
	}
	b.stroke(l.Stroke, points, false)
}

// polygon fills rings by the even-odd rule, which a raster gets to know by the
// sense of each ring: a ring inside an odd number of others is a hole.
func (b *board) polygon(op figure.Polygon) {
	var rings [][]figure.Point
	for _, ring := range op.Rings {
		if len(ring) > 2 {
			rings = append(rings, b.all(ring))
		}
	}
	turned := make([][]figure.Point, len(rings))
	for i, ring := range rings {
		hole := false
		for j, other := range rings {
			if i != j && inside(ring[0], other) {
				hole = !hole
			}
		}
		turned[i] = ring
		if (area(ring) < 0) != hole {
			turned[i] = reversed(ring)
		}
	}
	b.fill(op.Fill, turned...)
	for _, ring := range rings {
		b.stroke(op.Stroke, ring, true)
	}
}

// inside says whether a point is in a ring.
func inside(p figure.Point, ring []figure.Point) bool {
	in := false
	for i, a := range ring {
		c := ring[(i+1)%len(ring)]
		if (a.Y > p.Y) != (c.Y > p.Y) && p.X < a.X+(p.Y-a.Y)/(c.Y-a.Y)*(c.X-a.X) {
			in = !in
		}
	}
	return in
}

// area is twice the area of a ring, negative when it turns the other way.
func area(ring []figure.Point) float64 {
	var sum float64
	for i, a := range ring {
		c := ring[(i+1)%len(ring)]
		sum += a.X*c.Y - c.X*a.Y
	}
	return sum
}

func reversed(ring []figure.Point) []figure.Point {
	out := make([]figure.Point, len(ring))
	for i, p := range ring {
		out[len(ring)-1-i] = p
	}
	return out
}

// arc is a part of a circle given in points of the page.
func (b *board) arc(center figure.Point, r, from, to float64) []figure.Point {
	return arc(b.at(center), r*b.scale, from, to)
}

// arc is a part of a circle, in turns clockwise from noon, its chords less than
// a tenth of a pixel off.
func arc(center figure.Point, r, from, to float64) []figure.Point {
	steps := max(4, int(math.Ceil((to-from)*math.Pi/math.Acos(1-min(1, 0.1/max(r, 0.1))))))
	out := make([]figure.Point, 0, steps+1)
	last := steps
	if to-from >= 1 {
		last-- // the ring closes itself
	}
	for i := range last + 1 {
		sin, cos := math.Sincos(2 * math.Pi * (from + (to-from)*float64(i)/float64(steps)))
		out = append(out, figure.Point{X: center.X + r*sin, Y: center.Y - r*cos})
	}
	return out
}
