package figure

import (
	"strconv"
	"strings"
)

// matrixGrid is a Matrix being drawn.
type matrixGrid struct {
	setting
	chart    Matrix
	d        Drawing
	nameW    float64 // of the rows' names
	columnW  float64
	numbered bool // columns have numbers for heads, and a legend
}

const (
	matrixPad     = 0.55 // above and below a row's text, in leadings
	matrixMost    = 10   // columns with their names for heads
	matrixTotalW  = 2.6  // width of the totals, in sizes
	matrixColumnW = 76.0 // widest column, in points
)

func (c Matrix) grid(width float64, m Measurer) *matrixGrid {
	g := &matrixGrid{setting: settingFor(width, m), chart: c}
	g.d = Drawing{Width: width}
	n := float64(max(len(c.Columns), 1))
	g.nameW = 0.24 * width
	g.columnW = (width - g.nameW - matrixTotalW*g.size) / n
	g.numbered = len(c.Columns) > matrixMost || !g.namesFit()
	if g.columnW > matrixColumnW {
		g.nameW += (g.columnW - matrixColumnW) * n
		g.columnW = matrixColumnW
	}
	return g
}

func (g *matrixGrid) headSetting() setting { return setting{g.m, g.size - 1.5, g.leading - 2.5} }

// namesFit says that no word of a head must be cut.
func (g *matrixGrid) namesFit() bool {
	small := g.headSetting()
	room := min(g.columnW, matrixColumnW) - 4
	for _, col := range g.chart.Columns {
		for _, word := range strings.Fields(col.Name) {
			if g.m.Width(word, Regular, small.size) > room {
				return false
			}
		}
	}
	return true
}

func (g *matrixGrid) x(column int) float64 { return g.nameW + float64(column)*g.columnW }

func (g *matrixGrid) heads() {
	small := g.headSetting()
	var heads [][]Op
	var heights []float64
	tallest := 0.0
	for i, col := range g.chart.Columns {
		name := col.Name
		face, color := Regular, Ink
		if g.numbered {
			name, face, color = number(i), Bold, col.Color
		}
		ops, h := small.wrap(name, face, color, Box{g.x(i) + 2, 0, g.columnW - 4, 0}, Middle)
		heads, heights = append(heads, ops), append(heights, h)
		tallest = max(tallest, h)
	}
	for i, ops := range heads { // heads stand on the bar
		for _, op := range ops {
			g.d.Ops = append(g.d.Ops, op.Moved(0, tallest-heights[i]))
		}
	}
	g.d.Height = tallest + 5
	g.groups()
}

// groups draws the bar of each group and its name under it.
func (g *matrixGrid) groups() {
	small := g.headSetting()
	below := 0.0
	g.chart.stretches(func(from, to int) {
		col := g.chart.Columns[from]
		bar := Box{g.x(from) + 1, g.d.Height, float64(to-from)*g.columnW - 2, 2.4}
		g.d.Ops = append(g.d.Ops, Rect{Box: bar, Fill: col.Color})
		ops, h := small.wrap(col.Group, Semibold, col.Color, Box{bar.X, bar.Y + 5, bar.W, 0}, Middle)
		g.d.Ops = append(g.d.Ops, ops...)
		below = max(below, h)
	})
	g.d.Height += 5 + below + 2
}

func (g *matrixGrid) rowHeight(r MatrixRow) float64 {
	_, h := g.wrap(r.Name, Semibold, Ink, Box{W: g.nameW - g.size}, Start)
	return max(h, g.leading) + 2*matrixPad*g.leading
}

func (g *matrixGrid) row(r MatrixRow) {
	pad := matrixPad * g.leading
	ops, _ := g.wrap(r.Name, Semibold, Ink, Box{0, g.d.Height + pad, g.nameW - g.size, 0}, Start)
	g.d.Ops = append(g.d.Ops, ops...)
	h := g.rowHeight(r)
	middle := g.d.Height + h/2
	total := 0
	for i, col := range g.chart.Columns {
		center := Point{g.x(i) + g.columnW/2, middle}
		if !r.marked(i) {
			g.d.Ops = append(g.d.Ops, Circle{Center: center, R: 1, Fill: Hairline})
			continue
		}
		total++
		g.d.Ops = append(g.d.Ops, Circle{Center: center, R: min(0.48*g.size, 0.4*g.columnW), Fill: col.Color})
	}
	value := g.line(strconv.Itoa(total), Regular, Ink, Point{g.d.Width, middle - g.leading/2}, End)
	g.d.Height += h
	g.d.Ops = append(g.d.Ops, value, hairline(0, g.d.Height, g.d.Width))
}

func (g *matrixGrid) totals() {
	pad := matrixPad * g.leading
	ops, h := g.wrap(g.chart.TotalLabel, Regular, Secondary, Box{0, g.d.Height + pad, g.nameW - g.size, 0}, Start)
	g.d.Ops = append(g.d.Ops, ops...)
	for i := range g.chart.Columns {
		at := Point{g.x(i) + g.columnW/2, g.d.Height + pad}
		g.d.Ops = append(g.d.Ops, g.line(strconv.Itoa(g.chart.columnTotal(i)), Regular, Secondary, at, Middle))
	}
	g.d.Height += max(h, g.leading) + 2*pad
}

// legend names the numbered columns, in two stacks.
func (g *matrixGrid) legend() {
	small := g.smaller()
	g.d.Height += 0.5 * g.leading
	half := (len(g.chart.Columns) + 1) / 2
	wide := (g.d.Width - 2*g.size) / 2
	foot := 0.0
	for stack := range 2 {
		x, y := float64(stack)*(wide+2*g.size), g.d.Height
		for i := stack * half; i < min((stack+1)*half, len(g.chart.Columns)); i++ {
			col := g.chart.Columns[i]
			label := small.line(number(i), Bold, col.Color, Point{x + 1.4*small.size, y}, End)
			ops, h := small.wrap(col.Name, Regular, Ink, Box{x + 2*small.size, y, wide - 2*small.size, 0}, Start)
			g.d.Ops = append(append(g.d.Ops, label), ops...)
			y += h
		}
		foot = max(foot, y)
	}
	g.d.Height = foot
}
