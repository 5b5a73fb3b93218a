package figure

// Sign is the mark of a level: its shape tells it without colour.
type Sign uint8

// The signs, from nothing known to all in place, then the one out of scope.
const (
	SignUnknown       Sign = iota // dashed ring
	SignAbsent                    // empty ring
	SignEmerging                  // quarter
	SignEngaged                   // half
	SignStructured                // full
	SignNotApplicable             // ring with a stroke through it
)

// Draw returns the marks of the sign around a centre.
func (s Sign) Draw(center Point, r float64, color Color) []Op {
	ring := Circle{Center: center, R: r, Fill: Paper, Stroke: Stroke{Color: color, Width: 0.2 * r}}
	switch s {
	case SignUnknown:
		ring.Stroke.Dash = []float64{0.45 * r, 0.45 * r}
		return []Op{ring}
	case SignEmerging:
		return []Op{ring, Pie{Center: center, R: r, To: 0.25, Fill: color}}
	case SignEngaged:
		return []Op{ring, Pie{Center: center, R: r, To: 0.5, Fill: color}}
	case SignStructured:
		ring.Fill = color
		return []Op{ring}
	case SignNotApplicable:
		d := 0.7 * r
		return []Op{ring, Line{
			Points: []Point{{center.X - d, center.Y + d}, {center.X + d, center.Y - d}},
			Stroke: ring.Stroke,
		}}
	}
	return []Op{ring}
}

// step is the sign's place on the scale of four, -1 for those outside it.
func (s Sign) step() int {
	if s < SignAbsent || s > SignStructured {
		return -1
	}
	return int(s - SignAbsent)
}
