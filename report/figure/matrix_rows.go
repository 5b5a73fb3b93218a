package figure

import (
	"strconv"
	"strings"
)

func (g *matrixGrid) rowHeight(r MatrixRow) float64 {
	_, h := g.wrapUpTo(matrixName, r.Name, Semibold, Ink, g.nameBox(), Start)
	if g.listed {
		_, list := g.list(r)
		h = max(h, list)
	}
	return max(h, g.leading) + 2*matrixPad*g.leading
}

// nameBox is where the name of the next row goes.
func (g *matrixGrid) nameBox() Box {
	return Box{0, g.d.Height + matrixPad*g.leading, g.edges[0] - g.size, 0}
}

func (g *matrixGrid) row(r MatrixRow) {
	ops, _ := g.wrapUpTo(matrixName, r.Name, Semibold, Ink, g.nameBox(), Start)
	g.d.Ops = append(g.d.Ops, ops...)
	h := g.rowHeight(r)
	y := g.d.Height + h/2
	if g.listed {
		ops, listH := g.list(r)
		for _, op := range ops {
			g.d.Ops = append(g.d.Ops, op.Moved(0, y-listH/2))
		}
	} else {
		g.dots(r, y)
	}
	value := g.line(strconv.Itoa(len(g.chart.marked(r))), Regular, Ink, Point{g.d.Width, y - g.leading/2}, End)
	g.d.Height += h
	g.d.Ops = append(g.d.Ops, value, hairline(0, g.d.Height, g.d.Width))
}

// dots marks the columns that a row rests on.
func (g *matrixGrid) dots(r MatrixRow, y float64) {
	for i, col := range g.chart.Columns {
		center := Point{g.middle(i), y}
		if !r.marked(i) {
			g.d.Ops = append(g.d.Ops, Circle{Center: center, R: min(1, 0.2*g.size), Fill: Hairline})
			continue
		}
		g.d.Ops = append(g.d.Ops, Circle{Center: center, R: min(0.48*g.size, 0.4*(g.edges[i+1]-g.edges[i])), Fill: col.Color})
	}
}

// list is the numbers of the columns that a row rests on, from the top.
func (g *matrixGrid) list(r MatrixRow) (ops []Op, height float64) {
	var numbers []string
	for _, column := range g.chart.marked(r) {
		numbers = append(numbers, number(column))
	}
	box := Box{X: g.edges[0], W: g.d.Width - g.edges[0] - matrixTotalW*g.size}
	return g.wrap(strings.Join(numbers, ", "), Regular, Ink, box, Start)
}

// totals ends the grid with how many rows rest on each column; when rows list
// their columns, the legend says so.
func (g *matrixGrid) totals() {
	box := g.totalsBox()
	ops, _ := g.wrap(g.chart.TotalLabel, Regular, Secondary, box, Start)
	g.d.Ops = append(g.d.Ops, ops...)
	if !g.listed {
		st := g.setting
		if g.numbered {
			st.size = g.digits.size
		}
		for i := range g.chart.Columns {
			total := strconv.Itoa(g.chart.columnTotal(i))
			g.d.Ops = append(g.d.Ops, st.line(total, Regular, Secondary, Point{g.middle(i), box.Y}, Middle))
		}
	}
	g.d.Height += g.totalsHeight()
}

func (g *matrixGrid) totalsBox() Box {
	box := g.nameBox()
	if g.listed {
		box.W = g.d.Width
	}
	return box
}

func (g *matrixGrid) totalsHeight() float64 {
	_, h := g.wrap(g.chart.TotalLabel, Regular, Secondary, g.totalsBox(), Start)
	return max(h, g.leading) + 2*matrixPad*g.leading
}

// keyFollows says, under a part of a matrix, where its numbers are explained.
func (g *matrixGrid) keyFollows() {
	small := g.smaller()
	const follows = "Les numéros des colonnes sont expliqués après la dernière ligne."
	for _, line := range small.m.Wrap(follows, Regular, small.size, g.d.Width, 1) {
		g.d.Ops = append(g.d.Ops, small.line(line, Regular, Secondary, Point{0, g.d.Height}, Start))
	}
	g.d.Height += small.leading
}

// legendName names a column in the legend.
func (g *matrixGrid) legendName(column int) string {
	name := g.chart.Columns[column].Name
	if g.listed {
		name += nbsp + "(" + strconv.Itoa(g.chart.columnTotal(column)) + ")"
	}
	return name
}
