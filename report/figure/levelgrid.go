package figure

import (
	"cmp"
	"strings"
)

// LevelGrid sets the levels of several territories side by side: a row for each
// lever, a column for each territory. Levels are shown as they are: neither a
// row nor a column has an average.
type LevelGrid struct {
	Title   string   // « Niveaux des leviers par territoire » when empty
	Columns []string // the territories, or the states of one
	Groups  []LevelGridGroup
	// Legend names the signs, in the order in which they are explained.
	Legend []LevelMark
}

// LevelGridGroup is a set of rows under a name in its colour.
type LevelGridGroup struct {
	Name  string
	Color Color
	Rows  []LevelGridRow
}

// LevelGridRow is a lever and its level in each territory.
type LevelGridRow struct {
	Name   string
	Levels []LevelMark
}

// LevelMark is a sign and the word that it stands for.
type LevelMark struct {
	Sign  Sign
	Label string
}

const (
	gridNameW   = 0.3   // width of the rows' names, of the whole
	gridNarrowW = 0.22  // the same beside many columns
	gridMany    = 8     // columns that are not many
	gridColumnW = 110.0 // width that a column has no use beyond, in points
	gridPad     = 0.14  // above and below a row, in leadings
	gridGroup   = 1.3   // height of a group's name, in leadings
	gridHead    = 4     // lines of a column's name
)

// levelGrid is a LevelGrid being drawn.
type levelGrid struct {
	setting
	chart LevelGrid
	d     Drawing
	nameW float64
	each  float64 // width of a column
}

// Draw draws the groups one under the other, then the legend.
func (c LevelGrid) Draw(width float64, m Measurer) Drawing {
	g := c.grid(width, m)
	g.d.Alt = c.alt()
	if c.empty() {
		return g.d
	}
	g.heads()
	for _, group := range c.Groups {
		g.group(group)
	}
	g.legend()
	return g.d
}

func (c LevelGrid) empty() bool { return len(c.Groups) == 0 || len(c.Columns) == 0 }

func (c LevelGrid) grid(width float64, m Measurer) *levelGrid {
	g := &levelGrid{setting: settingFor(width, m), chart: c, d: Drawing{Width: width}}
	g.nameW = gridNameW * width
	if len(c.Columns) > gridMany {
		g.nameW = gridNarrowW * width
	}
	g.each = min((width-g.nameW)/float64(max(len(c.Columns), 1)), gridColumnW)
	return g
}

// Split parts the grid between two groups; both parts have the heads and the
// legend.
func (c LevelGrid) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	if c.Draw(width, m).Height <= height {
		return nil, nil, false
	}
	for n := len(c.Groups) - 1; n > 0; n-- {
		first, rest := c, c
		first.Groups, rest.Groups = c.Groups[:n], c.Groups[n:]
		if first.Draw(width, m).Height <= height {
			return first, rest, true
		}
	}
	return nil, nil, false
}

func (g *levelGrid) middle(column int) float64 { return g.nameW + (float64(column)+0.5)*g.each }

// heads names the territories; all names end on the same line.
func (g *levelGrid) heads() {
	small, air := g.smaller().smaller(), 2.0
	heads, heights, tallest := make([][]Op, len(g.chart.Columns)), make([]float64, len(g.chart.Columns)), 0.0
	for i, name := range g.chart.Columns {
		heads[i], heights[i] = small.wrapUpTo(gridHead, name, Semibold, Ink, Box{X: g.nameW + float64(i)*g.each + air, W: g.each - 2*air}, Middle)
		tallest = max(tallest, heights[i])
	}
	for i, ops := range heads {
		for _, op := range ops {
			g.d.Ops = append(g.d.Ops, op.Moved(0, tallest-heights[i]))
		}
	}
	g.d.Height = tallest + 0.2*g.leading
}

func (g *levelGrid) group(group LevelGridGroup) {
	y := g.d.Height + (gridGroup-1.1)*g.leading
	for _, line := range g.m.Wrap(group.Name, Bold, g.size, g.d.Width, 1) {
		g.d.Ops = append(g.d.Ops, g.line(line, Bold, group.Color, Point{0, y}, Start))
	}
	g.d.Height += gridGroup * g.leading
	for _, row := range group.Rows {
		g.row(group, row)
	}
}

func (g *levelGrid) row(group LevelGridGroup, row LevelGridRow) {
	pad := gridPad * g.leading
	g.d.Ops = append(g.d.Ops, hairline(0, g.d.Height, g.nameW+g.each*float64(len(g.chart.Columns))))
	ops, h := g.wrap(row.Name, Regular, Ink, Box{0, g.d.Height + pad, g.nameW - g.size, 0}, Start)
	g.d.Ops = append(g.d.Ops, ops...)
	h = max(h, g.leading)
	for i, mark := range row.Levels[:min(len(row.Levels), len(g.chart.Columns))] {
		g.d.Ops = append(g.d.Ops, g.sign(mark.Sign, group.Color, Point{g.middle(i), g.d.Height + pad + h/2})...)
	}
	g.d.Height += h + 2*pad
}

// sign draws a level; the signs outside the scale are in grey.
func (g *levelGrid) sign(s Sign, color Color, at Point) []Op {
	if s.step() < 0 {
		color = Secondary
	}
	return s.Draw(at, 0.52*g.size, color)
}

// legend explains the signs on one line, on more where the width asks for it.
func (g *levelGrid) legend() {
	small := g.smaller()
	x, y := 0.0, g.d.Height+0.7*g.leading
	for _, entry := range g.chart.Legend {
		w := 1.6*g.size + small.m.Width(entry.Label, Regular, small.size) + 1.6*g.size
		if x > 0 && x+w > g.d.Width {
			x, y = 0, y+1.1*g.leading
		}
		g.d.Ops = append(g.d.Ops, g.sign(entry.Sign, Ink, Point{x + 0.52*g.size, y + small.leading/2})...)
		g.d.Ops = append(g.d.Ops, small.line(entry.Label, Regular, Secondary, Point{x + 1.6*g.size, y}, Start))
		x += w
		g.d.Height = y + small.leading
	}
}

// alt tells the levels lever by lever.
func (c LevelGrid) alt() string {
	if c.empty() {
		return "Niveaux des leviers, sans donnée."
	}
	var groups []string
	for _, group := range c.Groups {
		var rows []string
		for _, r := range group.Rows {
			var levels []string
			for i, mark := range r.Levels[:min(len(r.Levels), len(c.Columns))] {
				levels = append(levels, c.Columns[i]+" "+strings.ToLower(mark.Label))
			}
			rows = append(rows, r.Name+"\u00A0: "+strings.Join(levels, ", "))
		}
		groups = append(groups, group.Name+" – "+strings.Join(rows, "\u00A0; ")+".")
	}
	return cmp.Or(c.Title, "Niveaux des leviers par territoire") + ". " + strings.Join(groups, " ")
}
