package figure

// legend names the numbered columns under the names of their groups, in stacks
// of nearly the same height; a group that goes on in the next stack is named
// again there.
func (g *matrixGrid) legend() {
	stacks := 2
	if g.d.Width > widePage {
		stacks = 3
	}
	top := g.d.Height + 0.6*g.leading
	gap := 2 * g.size
	box := Box{Y: top, W: (g.d.Width - float64(stacks-1)*gap) / float64(stacks)}
	l := legendStack{grid: g, small: g.smaller(), box: box, y: top}
	goal := top + l.height()/float64(stacks)
	for i, col := range g.chart.Columns {
		if l.y >= goal && stacks > 1 {
			stacks--
			l.box.X += l.box.W + gap
			l.y = top
		}
		if l.y == top || col.Group != g.chart.Columns[i-1].Group {
			l.group(col)
		}
		l.entry(i)
		g.d.Height = max(g.d.Height, l.y)
	}
}

// legendStack is a legend being drawn: the stack being filled and how far.
type legendStack struct {
	grid  *matrixGrid
	small setting
	box   Box
	y     float64
}

const (
	legendIndent = 2.0 // of the names beside their numbers, in sizes
	legendAir    = 0.4 // above a group's name, in leadings
)

// height is that of all entries in one stack.
func (l *legendStack) height() (h float64) {
	for i, col := range l.grid.chart.Columns {
		if i > 0 && col.Group != l.grid.chart.Columns[i-1].Group {
			h += (1 + legendAir) * l.small.leading
		}
		_, entry := l.small.wrap(l.grid.legendName(i), Regular, Ink, l.nameBox(), Start)
		h += entry
	}
	return h
}

func (l *legendStack) nameBox() Box {
	indent := legendIndent * l.small.size
	return Box{l.box.X + indent, l.y, l.box.W - indent, 0}
}

func (l *legendStack) group(col MatrixColumn) {
	if l.y > l.box.Y {
		l.y += legendAir * l.small.leading
	}
	ops, h := l.small.wrap(col.Group, Semibold, col.Color, Box{l.box.X, l.y, l.box.W, 0}, Start)
	l.grid.d.Ops = append(l.grid.d.Ops, ops...)
	l.y += h
}

func (l *legendStack) entry(column int) {
	col := l.grid.chart.Columns[column]
	at := Point{l.box.X + (legendIndent-0.6)*l.small.size, l.y}
	ops, h := l.small.wrap(l.grid.legendName(column), Regular, Ink, l.nameBox(), Start)
	l.grid.d.Ops = append(append(l.grid.d.Ops, l.small.line(number(column), Bold, col.Color, at, End)), ops...)
	l.y += max(h, l.small.leading)
}
