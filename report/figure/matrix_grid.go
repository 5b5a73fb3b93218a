package figure

import (
	"sort"
	"strconv"
	"strings"
)

// matrixGrid is a Matrix being drawn.
type matrixGrid struct {
	setting
	chart    Matrix
	d        Drawing
	edges    []float64 // left edges of the columns, and the right one of the last
	numbered bool      // columns have numbers for heads, and a legend
	digits   setting   // of numbers in columns
	listed   bool      // columns would be too narrow: rows list their numbers
}

const (
	matrixPad     = 0.55 // above and below a row's text, in leadings
	matrixMost    = 10   // columns with their names for heads
	matrixHead    = 7    // lines of such a head
	matrixName    = 2    // lines of a row's name
	matrixNameW   = 0.24 // width of the rows' names, of the whole
	matrixTotalW  = 2.6  // width of the totals, in sizes
	matrixListW   = 0.58 // width of the numbers that rows list, and of the totals
	matrixColumnW = 80.0 // width that a column has no use beyond, in points
	matrixAir     = 3.0  // on both sides of a column's text
)

func (c Matrix) grid(width float64, m Measurer) *matrixGrid {
	g := &matrixGrid{setting: settingFor(width, m), chart: c}
	g.d = Drawing{Width: width}
	totals := matrixTotalW * g.size
	free := width*(1-matrixNameW) - totals
	widths, ok := g.namedColumns(free)
	if !ok {
		g.numbered = true
		widths = make([]float64, len(c.Columns))
		for i := range widths {
			widths[i] = min(free/float64(len(widths)), matrixColumnW/2)
		}
	}
	var sum float64
	for _, w := range widths {
		sum += w
	}
	g.edges = []float64{width - totals - sum}
	for _, w := range widths {
		g.edges = append(g.edges, g.edges[len(g.edges)-1]+w)
	}
	g.shrinkDigits()
	return g
}

// shrinkDigits makes numbers small enough to stand side by side in the columns,
// or has the rows list them when they would be too small to read.
func (g *matrixGrid) shrinkDigits() {
	const least = 6.0
	g.digits = g.head()
	widest := g.m.Width(strconv.Itoa(max(len(g.chart.Columns), len(g.chart.Rows))), Bold, g.digits.size)
	for _, w := range g.columnWidths() {
		if room := w - 0.5; widest > room {
			g.digits.size *= room / widest
			widest = room
		}
	}
	g.listed = g.numbered && g.digits.size < least
	if g.listed {
		g.edges = []float64{(1 - matrixListW) * g.d.Width}
	}
}

func (g *matrixGrid) columnWidths() []float64 {
	widths := make([]float64, len(g.edges)-1)
	for i := range widths {
		widths[i] = g.edges[i+1] - g.edges[i]
	}
	return widths
}

// namedColumns shares free points between columns headed by their names, so
// that the heads take as few lines as they can; ok is false when some head
// would take too many.
func (g *matrixGrid) namedColumns(free float64) (widths []float64, ok bool) {
	if len(g.chart.Columns) > matrixMost {
		return nil, false
	}
	for lines := 2; lines <= matrixHead; lines++ {
		widths, sum, ok := g.asked(lines, free)
		if !ok {
			continue
		}
		for i := range widths { // what is left makes the columns wider alike
			widths[i] = max(widths[i], min(widths[i]+(free-sum)/float64(len(widths)), matrixColumnW))
		}
		return widths, true
	}
	return nil, false
}

// asked returns the widths at which each head takes that many lines, and their
// sum; ok is false when that is more than free. The name of a group must fit
// over its columns too.
func (g *matrixGrid) asked(lines int, free float64) (widths []float64, sum float64, ok bool) {
	small := g.head()
	widths = make([]float64, len(g.chart.Columns))
	for i, col := range g.chart.Columns {
		least := g.longestWord(col.Name)
		if least > free {
			return nil, 0, false
		}
		const step = 2 // points between the widths tried
		tried := sort.Search(int((free-least)/step)+1, func(n int) bool {
			return len(small.m.Wrap(col.Name, Regular, small.size, least+step*float64(n), 0)) <= lines
		})
		widths[i] = least + step*float64(tried) + 2*matrixAir
	}
	g.chart.stretches(func(from, to int) {
		need := (g.longestWord(g.chart.Columns[from].Group) + 2*matrixAir) / float64(to-from)
		for i := from; i < to; i++ {
			widths[i] = max(widths[i], need)
			sum += widths[i]
		}
	})
	return widths, sum, sum <= free
}

func (g *matrixGrid) longestWord(s string) (longest float64) {
	for _, word := range strings.Fields(s) {
		longest = max(longest, g.m.Width(word, Semibold, g.head().size))
	}
	return longest
}

// head is the setting of the columns' heads.
func (g *matrixGrid) head() setting { return setting{g.m, g.size - 1.5, g.leading - 2.5} }

func (g *matrixGrid) columnBox(column int) Box {
	return Box{X: g.edges[column] + matrixAir, W: g.edges[column+1] - g.edges[column] - 2*matrixAir}
}

func (g *matrixGrid) middle(column int) float64 { return (g.edges[column] + g.edges[column+1]) / 2 }

func (g *matrixGrid) heads() {
	small := g.head()
	if g.listed {
		return
	}
	var heads [][]Op
	var heights []float64
	tallest := small.leading
	for i, col := range g.chart.Columns {
		ops, h := small.wrap(col.Name, Regular, Ink, g.columnBox(i), Middle)
		if g.numbered {
			ops, h = []Op{g.digits.line(number(i), Bold, col.Color, Point{X: g.middle(i)}, Middle)}, g.digits.leading
		}
		heads, heights = append(heads, ops), append(heights, h)
		tallest = max(tallest, h)
	}
	for i, ops := range heads { // heads stand on the bar
		for _, op := range ops {
			g.d.Ops = append(g.d.Ops, op.Moved(0, tallest-heights[i]))
		}
	}
	g.d.Ops = append(g.d.Ops, small.line("Total", Regular, Secondary, Point{g.d.Width, tallest - small.leading}, End))
	g.d.Height = tallest + 5
	g.groups()
}

// groups draws the bar of each group and, unless the legend does, names it.
func (g *matrixGrid) groups() {
	small := g.head()
	below := 0.0
	g.chart.stretches(func(from, to int) {
		col := g.chart.Columns[from]
		bar := Box{g.edges[from] + 1, g.d.Height, g.edges[to] - g.edges[from] - 2, 2.4}
		g.d.Ops = append(g.d.Ops, Rect{Box: bar, Fill: col.Color})
		if !g.numbered {
			ops, h := small.wrap(col.Group, Semibold, col.Color, Box{bar.X, bar.Y + 5, bar.W, 0}, Middle)
			g.d.Ops = append(g.d.Ops, ops...)
			below = max(below, h)
		}
	})
	g.d.Height += 5 + below
}
