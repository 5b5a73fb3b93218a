package figure

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
	return s.wrapUpTo(mostLines, text, face, color, box, anchor)
}

// wrapUpTo is wrap with at most so many lines, the last one ended by an ellipsis.
func (s setting) wrapUpTo(most int, text string, face Face, color Color, box Box, anchor Anchor) (ops []Op, height float64) {
	x := box.X
	switch anchor {
	case Middle:
		x += box.W / 2
	case End:
		x += box.W
	}
	for i, line := range s.m.Wrap(text, face, s.size, box.W, most) {
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
