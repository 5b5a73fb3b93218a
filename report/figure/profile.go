package figure

import "strings"

// AxisProfile shows how the levers of each axis stand on the scale: a row an
// axis, a column a level, a sign for each lever. It is a shape to look at, not
// a mark: nothing is averaged, neither over levers nor over axes.
type AxisProfile struct {
	Subject
	// Levels are the columns, from the lowest; those off the scale that no lever
	// has are left out.
	Levels []LevelMark
	Axes   []ProfileAxis
}

// ProfileAxis is an axis and the levels of its levers.
type ProfileAxis struct {
	Name  string
	Color Color
	Signs []Sign
}

// count is how many levers stand at a level.
func (a ProfileAxis) count(s Sign) (n int) {
	for _, sign := range a.Signs {
		if sign == s {
			n++
		}
	}
	return n
}

// columns are the levels that are drawn.
func (c AxisProfile) columns() (out []LevelMark) {
	for _, level := range c.Levels {
		used := level.Sign.step() >= 0
		for _, a := range c.Axes {
			used = used || a.count(level.Sign) > 0
		}
		if used {
			out = append(out, level)
		}
	}
	return out
}

// profile is an AxisProfile being drawn.
type profile struct {
	setting
	d       Drawing
	columns []LevelMark
	nameW   float64 // 0 when the names stand over their rows
	columnW float64
}

const (
	profileNames  = 0.3   // width of the names, of the whole
	profileNarrow = 360.0 // width under which names stand over their rows
	profileMost   = 90.0  // width that a column has no use beyond
)

// Draw draws all axes.
func (c AxisProfile) Draw(width float64, m Measurer) Drawing {
	p := &profile{setting: settingFor(width, m), d: Drawing{Width: width, Alt: c.alt()}, columns: c.columns()}
	if len(p.columns) == 0 || len(c.Axes) == 0 {
		return p.d
	}
	if width >= profileNarrow {
		p.nameW = profileNames * width
	}
	p.columnW = min((width-p.nameW)/float64(len(p.columns)), profileMost)
	p.heads()
	for _, a := range c.Axes {
		p.row(a)
	}
	return p.d
}

// left is the left edge of a column.
func (p *profile) left(i int) float64 {
	return p.d.Width - p.columnW*float64(len(p.columns)-i)
}

// heads names the levels, small enough not to cut a word.
func (p *profile) heads() {
	small := p.smaller()
	for _, level := range p.columns {
		for _, word := range strings.Fields(level.Label) {
			if w := small.m.Width(word, Regular, small.size); w > p.columnW-4 {
				small.size = max(6, small.size*(p.columnW-4.5)/w)
			}
		}
	}
	var tallest float64
	for i, level := range p.columns {
		ops, h := small.wrap(level.Label, Regular, Secondary, Box{X: p.left(i) + 2, W: p.columnW - 4}, Middle)
		p.d.Ops = append(p.d.Ops, ops...)
		tallest = max(tallest, h)
	}
	p.d.Height = tallest + 0.3*p.leading
}

func (p *profile) row(a ProfileAxis) {
	p.d.Ops = append(p.d.Ops, hairline(0, p.d.Height, p.d.Width))
	pad := 0.5 * p.leading
	box := Box{0, p.d.Height + pad, p.d.Width, 0}
	if p.nameW > 0 {
		box.W = p.nameW - p.size
	}
	name, nameH := p.wrap(a.Name, Semibold, a.Color, box, Start)
	p.d.Ops = append(p.d.Ops, name...)
	top, h := p.d.Height, nameH
	if p.nameW == 0 {
		top, h = top+nameH, 0
	}
	for _, level := range p.columns {
		h = max(h, p.leading*float64(p.lines(a.count(level.Sign))))
	}
	for i, level := range p.columns {
		p.signs(a, level, Point{p.left(i) + p.columnW/2, top + pad + h/2})
	}
	p.d.Height = top + h + 2*pad
}

// perLine is how many signs stand side by side in a column.
func (p *profile) perLine() int { return max(1, int((p.columnW-4)/(1.3*p.size))) }

func (p *profile) lines(signs int) int { return (signs + p.perLine() - 1) / p.perLine() }

// signs draws a sign for each lever at a level, centred in lines; a dot where
// there is none.
func (p *profile) signs(a ProfileAxis, level LevelMark, center Point) {
	n := a.count(level.Sign)
	if n == 0 {
		p.d.Ops = append(p.d.Ops, Circle{Center: center, R: 1.2, Fill: Hairline})
		return
	}
	color := a.Color
	if level.Sign.step() < 0 {
		color = Secondary
	}
	lines := p.lines(n)
	for k := range n {
		line := k / p.perLine()
		inLine := min(n-line*p.perLine(), p.perLine())
		at := Point{
			center.X + 1.3*p.size*(float64(k%p.perLine())-float64(inLine-1)/2),
			center.Y + p.leading*(float64(line)-float64(lines-1)/2),
		}
		p.d.Ops = append(p.d.Ops, level.Sign.Draw(at, 0.52*p.size, color)...)
	}
}

func (c AxisProfile) alt() string {
	out := c.tell("Profil des axes")
	if len(c.Axes) == 0 {
		return out + " Aucune valeur."
	}
	for _, a := range c.Axes {
		var counts []string
		for _, level := range c.columns() {
			if n := a.count(level.Sign); n > 0 {
				counts = append(counts, Noun{"levier", "leviers"}.Count(n)+" "+strings.ToLower(level.Label))
			}
		}
		if len(counts) == 0 {
			counts = []string{"aucun levier"}
		}
		out += " " + a.Name + nbsp + ": " + strings.Join(counts, ", ") + "."
	}
	return out
}
