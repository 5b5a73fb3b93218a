package figure

import "fmt"

// DarkPaper is what dark drawings stand on.
var DarkPaper = RGB(0x1D232B)

// darkened pairs the colours of the palette with those that say the same on
// DarkPaper.
var darkened = map[Color]Color{
	Ink: RGB(0xE8ECF1), Secondary: RGB(0xA4AEBB), Faint: RGB(0x77818E), Hairline: RGB(0x39424E), Wash: RGB(0x151A20), Paper: DarkPaper,
	Forest: RGB(0x7CC7B4), Indigo: RGB(0xB3B3F2), Teal: RGB(0x7ED0C6), Amber: RGB(0xE8B46B), Brick: RGB(0xF29A8E),
}

// Dark returns the same drawing for a dark ground.
func (d Drawing) Dark() Drawing {
	ops := make([]Op, len(d.Ops))
	for i, op := range d.Ops {
		ops[i] = recolored(op, dark)
	}
	d.Ops = ops
	return d
}

// dark is the colour that says the same on DarkPaper: that of the palette, and
// for any other one the same tone made as light, or as faint, as it must be.
func dark(c Color) Color {
	if c.A == 0 {
		return c
	}
	if paired, known := darkened[c]; known {
		return paired
	}
	for base, paired := range darkened {
		if Tint(base) == c {
			return mixed(paired, DarkPaper, 0.16)
		}
	}
	if luminance(c) > 0.7 { // a tint of something
		return mixed(c, DarkPaper, 0.16)
	}
	out := c
	for share := 0.1; Contrast(out, DarkPaper) < 4.5 && share <= 1; share += 0.1 {
		out = mixed(Paper, c, share)
	}
	return out
}

// mixed is a share of one colour over another.
func mixed(over, under Color, share float64) Color {
	mix := func(a, b uint8) uint8 { return uint8(share*float64(a) + (1-share)*float64(b) + 0.5) }
	return Color{R: mix(over.R, under.R), G: mix(over.G, under.G), B: mix(over.B, under.B), A: over.A}
}

// recolored returns the same mark in other colours.
func recolored(op Op, as func(Color) Color) Op {
	switch op := op.(type) {
	case Rect:
		op.Fill, op.Stroke.Color = as(op.Fill), as(op.Stroke.Color)
		return op
	case Line:
		op.Stroke.Color = as(op.Stroke.Color)
		return op
	case Polygon:
		op.Fill, op.Stroke.Color = as(op.Fill), as(op.Stroke.Color)
		return op
	case Circle:
		op.Fill, op.Stroke.Color = as(op.Fill), as(op.Stroke.Color)
		return op
	case Pie:
		op.Fill = as(op.Fill)
		return op
	case Text:
		op.Color = as(op.Color)
		return op
	}
	panic(fmt.Sprintf("figure: no other colour for %T", op))
}
