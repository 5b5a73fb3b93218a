package figure

// Scaled returns the drawing k times as large.
func (d Drawing) Scaled(k float64) Drawing {
	ops := make([]Op, len(d.Ops))
	for i, op := range d.Ops {
		ops[i] = op.Scaled(k)
	}
	return Drawing{Width: k * d.Width, Height: k * d.Height, Ops: ops, Alt: d.Alt}
}

// Scaled returns the rectangle k times as large.
func (r Rect) Scaled(k float64) Op {
	r.Box = Box{k * r.X, k * r.Y, k * r.W, k * r.H}
	r.Radius *= k
	r.Stroke = r.Stroke.scaled(k)
	return r
}

// Scaled returns the line k times as large.
func (l Line) Scaled(k float64) Op {
	return Line{Points: scaledPoints(l.Points, k), Stroke: l.Stroke.scaled(k)}
}

// Scaled returns the polygon k times as large.
func (p Polygon) Scaled(k float64) Op {
	rings := make([][]Point, len(p.Rings))
	for i, ring := range p.Rings {
		rings[i] = scaledPoints(ring, k)
	}
	p.Rings, p.Stroke = rings, p.Stroke.scaled(k)
	return p
}

// Scaled returns the circle k times as large.
func (c Circle) Scaled(k float64) Op {
	c.Center, c.R, c.Stroke = c.Center.scaled(k), k*c.R, c.Stroke.scaled(k)
	return c
}

// Scaled returns the slice k times as large.
func (p Pie) Scaled(k float64) Op {
	p.Center, p.R = p.Center.scaled(k), k*p.R
	return p
}

// Scaled returns the text k times as large.
func (t Text) Scaled(k float64) Op {
	t.At, t.Size = t.At.scaled(k), k*t.Size
	return t
}

func (p Point) scaled(k float64) Point { return Point{k * p.X, k * p.Y} }

func (s Stroke) scaled(k float64) Stroke {
	dash := make([]float64, len(s.Dash))
	for i, d := range s.Dash {
		dash[i] = k * d
	}
	return Stroke{Color: s.Color, Width: k * s.Width, Dash: dash}
}

func scaledPoints(points []Point, k float64) []Point {
	out := make([]Point, len(points))
	for i, p := range points {
		out[i] = p.scaled(k)
	}
	return out
}
