package figure

import "strings"

// LevelStrip shows levels on a scale of four, one row each, in groups with a
// colour and a name. Levels are shown as they are: there is no average. Where
// the names of the steps do not fit side by side, each row says its own.
type LevelStrip struct {
	// Scale names the four steps, lowest first.
	Scale  [4]string
	Groups []LevelGroup
}

// LevelGroup is a set of rows under a name in its colour.
type LevelGroup struct {
	Name  string
	Color Color
	Rows  []LevelRow
}

// LevelRow is one thing and its level. Label is the level's word: it is drawn
// for the signs outside the scale and told in the text alternative.
type LevelRow struct {
	Name  string
	Sign  Sign
	Label string
}

// strip is a LevelStrip being drawn.
type strip struct {
	setting
	chart   LevelStrip
	d       Drawing
	nameX   float64
	nameW   float64
	scaleX  float64 // of the first step
	between float64 // two steps
	narrow  bool    // no scale: each row says its level
}

func (c LevelStrip) strip(width float64, m Measurer) *strip {
	s := &strip{setting: settingFor(width, m), chart: c}
	s.d = Drawing{Width: width}
	s.nameW = 0.52 * width
	small := s.smaller()
	var words, pair float64 // half the first and the last, and the room that a step asks for
	for i, word := range c.Scale {
		w := small.m.Width(word, Regular, small.size)
		pair = max(pair, w+small.size)
		if i == 0 || i == len(c.Scale)-1 {
			words += w / 2
		}
	}
	s.scaleX = s.nameW + 1.5*s.size + small.m.Width(c.Scale[0], Regular, small.size)/2
	s.between = (width - s.nameW - 1.5*s.size - words) / 3
	if s.narrow = s.between < pair; s.narrow {
		s.nameX = 1.8 * s.size
		s.nameW = width - s.nameX - s.size - s.wordsWidth()
	}
	return s
}

// wordsWidth is that of the widest level of a row.
func (s *strip) wordsWidth() (widest float64) {
	small := s.smaller()
	for _, g := range s.chart.Groups {
		for _, r := range g.Rows {
			widest = max(widest, small.m.Width(r.Label, Regular, small.size))
		}
	}
	return min(widest, 0.4*s.d.Width)
}

// Draw draws all groups under the names of the steps.
func (c LevelStrip) Draw(width float64, m Measurer) Drawing {
	s := c.strip(width, m)
	s.d.Alt = c.alt()
	if len(c.Groups) == 0 {
		return s.d
	}
	s.head()
	for _, g := range c.Groups {
		s.group(g)
		for _, r := range g.Rows {
			s.row(g, r)
		}
	}
	return s.d
}

func (s *strip) step(i int) float64 { return s.scaleX + float64(i)*s.between }

func (s *strip) head() {
	if s.narrow {
		return
	}
	small := s.smaller()
	for i, word := range s.chart.Scale {
		s.d.Ops = append(s.d.Ops, small.line(word, Regular, Secondary, Point{s.step(i), 0}, Middle))
	}
	s.d.Height = s.leading
}

const (
	stripPad   = 0.4 // above and below a row, in leadings
	stripGroup = 1.9 // height of a group's name
)

func (s *strip) group(g LevelGroup) {
	y := s.d.Height + (stripGroup-1.2)*s.leading
	for _, line := range s.m.Wrap(g.Name, Bold, s.size, s.d.Width, 1) {
		s.d.Ops = append(s.d.Ops, s.line(line, Bold, g.Color, Point{0, y}, Start))
	}
	s.d.Height += stripGroup * s.leading
}

func (s *strip) row(g LevelGroup, r LevelRow) {
	pad := stripPad * s.leading
	s.d.Ops = append(s.d.Ops, hairline(0, s.d.Height, s.d.Width))
	ops, h := s.wrap(r.Name, Regular, Ink, Box{s.nameX, s.d.Height + pad, s.nameW, 0}, Start)
	h = max(h, s.leading)
	s.d.Ops = append(s.d.Ops, ops...)
	if s.narrow {
		s.word(g.Color, r, s.d.Height+pad)
	} else {
		s.mark(g.Color, r, s.d.Height+pad+h/2)
	}
	s.d.Height += h + 2*pad
}

// word draws a level's sign before the name of its row, and its word after it.
func (s *strip) word(color Color, r LevelRow, y float64) {
	if r.Sign.step() < 0 {
		color = Secondary
	}
	radius := 0.52 * s.size
	s.d.Ops = append(s.d.Ops, r.Sign.Draw(Point{radius + 1, y + s.leading/2}, radius, color)...)
	small := s.smaller()
	for _, line := range small.m.Wrap(r.Label, Regular, small.size, 0.4*s.d.Width, 1) {
		s.d.Ops = append(s.d.Ops, small.line(line, Regular, Secondary, Point{s.d.Width, y + (s.leading-small.leading)/2}, End))
	}
}

// mark draws a level on its track, or its sign and word outside the scale.
func (s *strip) mark(color Color, r LevelRow, y float64) {
	radius := 0.52 * s.size
	at := r.Sign.step()
	if at < 0 {
		s.d.Ops = append(s.d.Ops, r.Sign.Draw(Point{s.step(0), y}, radius, Secondary)...)
		label := s.smaller().line(r.Label, Regular, Secondary, Point{s.step(0) + 1.1*s.size, y - s.smaller().leading/2}, Start)
		s.d.Ops = append(s.d.Ops, label)
		return
	}
	track := Line{Points: []Point{{s.step(0), y}, {s.step(3), y}}, Stroke: Stroke{Color: Hairline, Width: 1}}
	s.d.Ops = append(s.d.Ops, track)
	for i := range s.chart.Scale {
		if i > at {
			s.d.Ops = append(s.d.Ops, Circle{Center: Point{s.step(i), y}, R: 1.6, Fill: Hairline})
		}
	}
	if at > 0 {
		done := Line{Points: []Point{{s.step(0), y}, {s.step(at), y}}, Stroke: Stroke{Color: color, Width: 1.6}}
		s.d.Ops = append(s.d.Ops, done)
	}
	s.d.Ops = append(s.d.Ops, r.Sign.Draw(Point{s.step(at), y}, radius, color)...)
}

// Split parts the strip between two rows; a group that goes on is named again.
func (c LevelStrip) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	s := c.strip(width, m)
	height -= s.leading
	first, rest := c, c
	for i, g := range c.Groups {
		height -= stripGroup * s.leading
		heights := make([]float64, len(g.Rows))
		for j, r := range g.Rows {
			_, h := s.wrap(r.Name, Regular, Ink, Box{W: s.nameW}, Start)
			heights[j] = max(h, s.leading) + 2*stripPad*s.leading
			height -= heights[j]
		}
		if height >= 0 {
			continue
		}
		for _, h := range heights {
			height += h
		}
		n := count(heights, height)
		if i == 0 && n == 0 {
			return nil, nil, false
		}
		before, after := g, g
		before.Rows, after.Rows = g.Rows[:n], g.Rows[n:]
		first.Groups = append([]LevelGroup(nil), c.Groups[:i]...)
		if n > 0 {
			first.Groups = append(first.Groups, before)
		}
		rest.Groups = append([]LevelGroup{after}, c.Groups[i+1:]...)
		return first, rest, true
	}
	return nil, nil, false
}

func (c LevelStrip) alt() string {
	var groups []string
	for _, g := range c.Groups {
		rows := make([]string, len(g.Rows))
		for i, r := range g.Rows {
			rows[i] = r.Name + ", " + strings.ToLower(r.Label)
		}
		groups = append(groups, g.Name+"\u00A0: "+strings.Join(rows, "\u00A0; ")+".")
	}
	if len(groups) == 0 {
		return "Niveaux des leviers, sans donnée."
	}
	return "Niveaux des leviers. " + strings.Join(groups, " ")
}
