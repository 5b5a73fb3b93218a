package figure

import "strconv"

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

// Noun is a word with its plural.
type Noun struct{ One, Many string }

// Count says how many: in French, nothing and one are singular.
func (n Noun) Count(k int) string {
	if k < 2 {
		return strconv.Itoa(k) + "\u00A0" + n.One
	}
	return strconv.Itoa(k) + "\u00A0" + n.Many
}

// setting is the size of the text in a chart.
type setting struct {
	m             Measurer
	size, leading float64
}

// widePage parts the widths of pages made for a screen in a meeting room from
// those of pages for reading, in points.
const widePage = 600

// settingFor is larger on wide pages.
func settingFor(width float64, m Measurer) setting {
	if width > widePage {
		return setting{m, 11, 15}
	}
	return setting{m, 9.5, 13}
}

// smaller returns the setting of secondary text.
func (s setting) smaller() setting { return setting{s.m, s.size - 1, s.leading - 1} }

// mostLines is what a name may take in a chart: charts are read at a glance,
// and a row must fit on a page.
const mostLines = 7

// wrap sets s in lines at most width wide and returns their marks, the top of
// the first line at y.
func (s setting) wrap(text string, face Face, color Color, box Box, anchor Anchor) (ops []Op, height float64) {
	x := box.X
	switch anchor {
	case Middle:
		x += box.W / 2
	case End:
		x += box.W
	}
	for i, line := range s.m.Wrap(text, face, s.size, box.W, mostLines) {
		ops = append(ops, s.line(line, face, color, Point{x, box.Y + float64(i)*s.leading}, anchor))
		height = float64(i+1) * s.leading
	}
	return ops, height
}

// line sets one line whose top is at.Y.
func (s setting) line(text string, face Face, color Color, at Point, anchor Anchor) Op {
	at.Y += (s.leading + 0.66*s.size) / 2
	return Text{At: at, Value: text, Face: face, Size: s.size, Color: color, Anchor: anchor}
}

// count is how many of the heights fit in room one under the other.
func count(heights []float64, room float64) int {
	for i, h := range heights {
		if room -= h; room < 0 {
			return i
		}
	}
	return len(heights)
}

func hairline(x, y, w float64) Op {
	return Line{Points: []Point{{x, y}, {x + w, y}}, Stroke: Stroke{Color: Hairline, Width: 0.6}}
}
