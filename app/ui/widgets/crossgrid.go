package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// CrossLine is a row or a column of a [CrossGrid].
type CrossLine struct {
	ID    string
	Label string
	// Color is that of the label and of the dots of a column.
	Color fyne.ThemeColorName
}

// Cross is a cell that is ticked.
type Cross struct {
	Row, Column string
}

// CrossGridOptions says what a [CrossGrid] shows and whom it tells.
type CrossGridOptions struct {
	Rows, Columns []CrossLine
	Crosses       []Cross
	// Corner is written above the labels of the rows.
	Corner string
	// OnToggled hears that a cell was ticked or unticked.
	OnToggled func(cross Cross, on bool)
	// OnOpened hears that the label of a row was clicked; nil means it does nothing.
	OnOpened func(row string)
}

// CrossGrid ticks which rows go with which columns. Labels and totals stay in
// view while the cells scroll, by whole cells. It is one stop of the Tab key: the
// arrows move, Space ticks. Give it a pane of its own: it scrolls by itself.
type CrossGrid struct {
	control
	options     CrossGridOptions
	on          map[Cross]bool
	row, column int
	// firstRow and firstColumn are the first cells in view.
	firstRow, firstColumn int
	scrolled              fyne.Delta
	pointed               [2]int
	drawn                 []fyne.CanvasObject
	heads                 []*Text
	// least is the least width of a column.
	least  float32
	labels []*Text

	readOnly bool
}

// Sizes of the grid.
const (
	crossCell   float32 = 33
	crossWide   float32 = 88
	crossTotal  float32 = 52
	crossDot    float32 = 13
	crossLabels float32 = 220
	crossMost   float32 = 330
	// crossWord is the widest that a column gets for the sake of a long word, and
	// crossWidest when there is room.
	crossWord   float32 = 120
	crossWidest float32 = 150
	// crossHead is how many lines the label of a column has at most.
	crossHead = 7
)

// NewCrossGrid makes a grid.
func NewCrossGrid(options CrossGridOptions) *CrossGrid {
	g := &CrossGrid{pointed: [2]int{-1, -1}}
	g.extend(g)
	g.set(options)
	return g
}

// SetOptions shows other rows, columns and crosses; the cursor stays where it is.
func (g *CrossGrid) SetOptions(options CrossGridOptions) {
	g.set(options)
	g.Refresh()
}

func (g *CrossGrid) set(options CrossGridOptions) {
	g.options = options
	g.on = map[Cross]bool{}
	for _, c := range options.Crosses {
		g.on[c] = true
	}
	g.heads, g.labels, g.least = nil, nil, crossWide
	for _, c := range options.Columns {
		g.heads = append(g.heads, NewText(c.Label, TextOptions{Style: Small, Color: c.Color, MaxLines: crossHead}))
		g.least = max(g.least, min(crossWord, g.heads[len(g.heads)-1].widestWord()+skin.Gap2+1))
	}
	for _, r := range options.Rows {
		g.labels = append(g.labels, NewText(r.Label, TextOptions{Truncate: true, Color: r.Color}))
	}
	g.row = max(0, min(g.row, len(options.Rows)-1))
	g.column = max(0, min(g.column, len(options.Columns)-1))
}

// On says whether a cell is ticked.
func (g *CrossGrid) On(row, column string) bool { return g.on[Cross{row, column}] }

// toggle ticks or unticks a cell.
func (g *CrossGrid) toggle(row, column int) {
	if g.readOnly || row < 0 || column < 0 || row >= len(g.options.Rows) || column >= len(g.options.Columns) {
		return
	}
	cross := Cross{g.options.Rows[row].ID, g.options.Columns[column].ID}
	on := !g.on[cross]
	if on {
		g.on[cross] = true
	} else {
		delete(g.on, cross)
	}
	g.Refresh()
	if g.options.OnToggled != nil {
		g.options.OnToggled(cross, on)
	}
}

// rowTotal is how many cells of a row are ticked.
func (g *CrossGrid) rowTotal(row int) int {
	total := 0
	for _, c := range g.options.Columns {
		if g.on[Cross{g.options.Rows[row].ID, c.ID}] {
			total++
		}
	}
	return total
}

// columnTotal is how many cells of a column are ticked.
func (g *CrossGrid) columnTotal(column int) int {
	total := 0
	for _, r := range g.options.Rows {
		if g.on[Cross{r.ID, g.options.Columns[column].ID}] {
			total++
		}
	}
	return total
}

// crossView is what is in view at a size.
type crossView struct {
	left, top     float32
	rows, columns int
	cell          float32
}

// view computes what is in view.
func (g *CrossGrid) view(size fyne.Size) crossView {
	v := crossView{left: max(crossLabels, min(crossMost, size.Width*0.28))}
	room := size.Width - v.left - crossTotal
	v.columns = max(1, min(len(g.options.Columns), int(room/g.least)))
	v.cell = float32(int(max(g.least, min(crossWidest, room/float32(v.columns)))))
	for _, head := range g.heads {
		v.top = max(v.top, head.HeightFor(v.cell-skin.Gap2))
	}
	v.top += skin.Gap3
	v.rows = max(1, min(len(g.options.Rows), int((size.Height-v.top-crossCell)/crossCell)))
	return v
}

// keepInside keeps the first cells in view within the grid.
func (g *CrossGrid) keepInside(v crossView) {
	g.firstRow = max(0, min(g.firstRow, len(g.options.Rows)-v.rows))
	g.firstColumn = max(0, min(g.firstColumn, len(g.options.Columns)-v.columns))
}

// showCursor scrolls so that the cursor is in view.
func (g *CrossGrid) showCursor() {
	v := g.view(g.Size())
	g.firstRow = max(g.row-v.rows+1, min(g.firstRow, g.row))
	g.firstColumn = max(g.column-v.columns+1, min(g.firstColumn, g.column))
	g.Refresh()
}

// HeightFor implements Fluid: the whole grid.
func (g *CrossGrid) HeightFor(width float32) float32 {
	v := g.view(fyne.NewSize(width, 0))
	return v.top + crossCell*float32(len(g.options.Rows)+1)
}

// MinSize implements fyne.CanvasObject: room for a few cells.
func (g *CrossGrid) MinSize() fyne.Size {
	const few = 4
	return fyne.NewSize(crossLabels+crossTotal+crossWide, crossCell*few)
}

// CreateRenderer implements fyne.Widget.
func (g *CrossGrid) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   g,
		objects: func() []fyne.CanvasObject { return g.drawn },
		layout:  g.draw,
		min:     g.MinSize,
		paint:   func() { g.draw(g.Size()) },
	}
}

// text puts a short text in the drawing.
func (g *CrossGrid) text(words string, x, y, w, h float32, bold bool, align fyne.TextAlign) {
	t := canvas.NewText(words, skin.Color(skin.Secondary))
	t.TextSize = skin.SecondarySize
	t.TextStyle.Bold = bold
	t.Alignment = align
	own := t.MinSize()
	place(t, x, y+(h-own.Height)/2, w, own.Height)
	g.drawn = append(g.drawn, t)
}
