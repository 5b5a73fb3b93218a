package figure

// texture is how a surface is filled, so that surfaces differ without colour.
type texture uint8

const (
	solid texture = iota
	slanted
	plain
	upright
	crossed
	level
	textures = 6
)

// ways are the colours of things drawn side by side, in order; the texture
// changes with the colour.
var ways = [...]Color{Forest, Indigo, Amber, Teal, Brick, Secondary}

// way is the colour and the texture of the n-th of several things.
func way(n int) (Color, texture) { return ways[n%len(ways)], texture(n % textures) }

const (
	hatchGap  = 4.0 // between the lines of a texture
	hatchLine = 0.9
	edge      = 0.8 // around a surface that is not solid
)

// fill returns the marks of a box. What is too thin for a texture is solid.
func (t texture) fill(box Box, color Color) []Op {
	if t == solid || box.W < 2*edge || box.H < 2*edge {
		return []Op{Rect{Box: box, Fill: color}}
	}
	inner := Box{box.X + edge/2, box.Y + edge/2, box.W - edge, box.H - edge}
	ground := Paper
	if t == plain {
		ground = Tint(color)
	}
	ops := []Op{Rect{Box: inner, Fill: ground, Stroke: Stroke{Color: color, Width: edge}}}
	for _, line := range t.lines(inner) {
		ops = append(ops, Line{Points: line, Stroke: Stroke{Color: color, Width: hatchLine}})
	}
	return ops
}

// lines are those of the texture, cut at the edges of the box.
func (t texture) lines(b Box) (lines [][]Point) {
	switch t {
	case slanted:
		return diagonals(b, hatchGap)
	case crossed:
		for _, line := range diagonals(b, 1.5*hatchGap) {
			lines = append(lines, line)
			lines = append(lines, []Point{{line[0].X, 2*b.Y + b.H - line[0].Y}, {line[1].X, 2*b.Y + b.H - line[1].Y}})
		}
	case upright:
		for x := b.X + hatchGap; x < b.X+b.W; x += hatchGap {
			lines = append(lines, []Point{{x, b.Y}, {x, b.Y + b.H}})
		}
	case level:
		for y := b.Y + hatchGap; y < b.Y+b.H; y += hatchGap {
			lines = append(lines, []Point{{b.X, y}, {b.X + b.W, y}})
		}
	}
	return lines
}

// diagonals climb to the right.
func diagonals(b Box, gap float64) (lines [][]Point) {
	foot := b.Y + b.H
	for x := b.X - b.H + gap; x < b.X+b.W; x += gap {
		from, to := max(x, b.X), min(x+b.H, b.X+b.W)
		lines = append(lines, []Point{{from, foot - (from - x)}, {to, foot - (to - x)}})
	}
	return lines
}

// text is the colour of a text on the texture, and the ground to paint under it
// first so that no line crosses its letters; zero when none is needed.
func (t texture) text(color Color) (ink, ground Color) {
	switch t {
	case solid:
		return Over(color), Color{}
	case plain:
		return Ink, Color{}
	}
	return Ink, Paper
}
