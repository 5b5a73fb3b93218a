package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// draw draws what is in view, and nothing else.
func (g *CrossGrid) draw(size fyne.Size) {
	g.drawn = g.drawn[:0:0]
	if len(g.options.Rows) == 0 || len(g.options.Columns) == 0 {
		return
	}
	v := g.view(size)
	g.keepInside(v)
	right := v.left + v.cell*float32(v.columns)
	bottom := v.top + crossCell*float32(v.rows)
	g.rectangle(skin.Surface, 0, 0, right+crossTotal, bottom+crossCell, skin.Radius)
	g.drawHeads(v)
	g.text(g.options.Corner, skin.Gap3, v.top-24, v.left, 18, false, fyne.TextAlignLeading)
	g.text("Total", right, v.top-24, crossTotal, 18, true, fyne.TextAlignCenter)
	g.text("Total", skin.Gap3, bottom, v.left, crossCell, true, fyne.TextAlignLeading)
	for i := range v.rows {
		g.drawRow(g.firstRow+i, v, v.top+crossCell*float32(i), right)
	}
	for i := range v.columns {
		x := v.left + v.cell*float32(i)
		g.text(strconv.Itoa(g.columnTotal(g.firstColumn+i)), x, bottom, v.cell, crossCell, true, fyne.TextAlignCenter)
	}
	g.text(strconv.Itoa(len(g.on)), right, bottom, crossTotal, crossCell, true, fyne.TextAlignCenter)
	g.drawRules(v, right, bottom)
	g.drawCursor(v)
	g.drawThumbs(v, right, bottom)
}

// drawHeads writes the labels of the columns, at the bottom of the top line.
func (g *CrossGrid) drawHeads(v crossView) {
	for i := range v.columns {
		column := g.firstColumn + i
		x := v.left + v.cell*float32(i)
		head := g.heads[column]
		height := head.HeightFor(v.cell - skin.Gap2)
		place(head, x+skin.Gap1, v.top-skin.Gap2-height, v.cell-skin.Gap2, height)
		g.drawn = append(g.drawn, head)
		g.rectangle(g.options.Columns[column].Color, x+1, v.top-3, v.cell-2, 3, 0)
	}
}

// drawRow draws the label, the dots and the total of a row.
func (g *CrossGrid) drawRow(row int, v crossView, y, right float32) {
	label := g.labels[row]
	height := label.HeightFor(0)
	place(label, skin.Gap3, y+(crossCell-height)/2, v.left-2*skin.Gap3, height)
	for i := range v.columns {
		column := g.options.Columns[g.firstColumn+i]
		if !g.on[Cross{g.options.Rows[row].ID, column.ID}] {
			continue
		}
		dot := canvas.NewCircle(colorOrInk(column.Color))
		place(dot, v.left+v.cell*(float32(i)+0.5)-crossDot/2, y+(crossCell-crossDot)/2, crossDot, crossDot)
		g.drawn = append(g.drawn, dot)
	}
	g.drawn = append(g.drawn, label)
	g.text(strconv.Itoa(g.rowTotal(row)), right, y, crossTotal, crossCell, true, fyne.TextAlignCenter)
}

// drawRules draws the hairlines between cells.
func (g *CrossGrid) drawRules(v crossView, right, bottom float32) {
	for i := range v.rows + 1 {
		g.rectangle(skin.Line, 0, v.top+crossCell*float32(i), right+crossTotal, skin.Hairline, 0)
	}
	for i := range v.columns + 1 {
		g.rectangle(skin.Line, v.left+v.cell*float32(i), v.top, skin.Hairline, bottom+crossCell-v.top, 0)
	}
}

// drawCursor marks the cell under the keyboard and the one under the pointer.
func (g *CrossGrid) drawCursor(v crossView) {
	if x, y, ok := g.place(g.pointed[0], g.pointed[1], v); ok {
		g.rectangle(hoverFill, x, y, v.cell, crossCell, 0)
	}
	x, y, ok := g.place(g.row, g.column, v)
	if !ok || !g.focused {
		return
	}
	mark := newBox()
	mark.dress("", skin.Primary, skin.FocusStroke, skin.Gap1)
	mark.cover(x, y, v.cell+1, crossCell+1)
	g.drawn = append(g.drawn, mark.Container)
}

// drawThumbs shows at the edges how much of the grid is in view.
func (g *CrossGrid) drawThumbs(v crossView, right, bottom float32) {
	const thick = 4
	const color = scrollBarColor
	if n := len(g.options.Rows); n > v.rows {
		track := bottom - v.top
		y := v.top + track*float32(g.firstRow)/float32(n)
		g.rectangle(color, right+crossTotal-thick-1, y, thick, track*float32(v.rows)/float32(n), thick/2)
	}
	if n := len(g.options.Columns); n > v.columns {
		track := right - v.left
		x := v.left + track*float32(g.firstColumn)/float32(n)
		g.rectangle(color, x, bottom+crossCell-thick-1, track*float32(v.columns)/float32(n), thick, thick/2)
	}
}

// place returns where a cell is, if it is in view.
func (g *CrossGrid) place(row, column int, v crossView) (x, y float32, ok bool) {
	r, c := row-g.firstRow, column-g.firstColumn
	if r < 0 || c < 0 || r >= v.rows || c >= v.columns {
		return 0, 0, false
	}
	return v.left + v.cell*float32(c), v.top + crossCell*float32(r), true
}

func (g *CrossGrid) rectangle(color fyne.ThemeColorName, x, y, w, h, radius float32) {
	r := canvas.NewRectangle(colorOrNone(color))
	r.CornerRadius = radius
	place(r, x, y, w, h)
	g.drawn = append(g.drawn, r)
}
