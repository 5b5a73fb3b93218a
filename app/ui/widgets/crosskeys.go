package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// TypedKey implements fyne.Focusable.
func (g *CrossGrid) TypedKey(key *fyne.KeyEvent) {
	const page = 10
	switch key.Name {
	case fyne.KeyUp:
		g.row--
	case fyne.KeyDown:
		g.row++
	case fyne.KeyLeft:
		g.column--
	case fyne.KeyRight:
		g.column++
	case fyne.KeyPageUp:
		g.row -= page
	case fyne.KeyPageDown:
		g.row += page
	case fyne.KeyHome:
		g.column = 0
	case fyne.KeyEnd:
		g.column = len(g.options.Columns) - 1
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		g.toggle(g.row, g.column)
		return
	default:
		g.control.TypedKey(key)
		return
	}
	g.row = max(0, min(g.row, len(g.options.Rows)-1))
	g.column = max(0, min(g.column, len(g.options.Columns)-1))
	g.showCursor()
}

// FocusGained implements fyne.Focusable.
func (g *CrossGrid) FocusGained() {
	g.focused = true
	g.showCursor()
}

// at returns the cell at a position; -1 is outside, in one way or the other.
func (g *CrossGrid) at(pos fyne.Position) (row, column int) {
	v := g.view(g.Size())
	row, column = -1, -1
	if i := int((pos.Y - v.top) / crossCell); pos.Y >= v.top && i < v.rows {
		row = g.firstRow + i
	}
	if i := int((pos.X - v.left) / v.cell); pos.X >= v.left && i < v.columns {
		column = g.firstColumn + i
	}
	return row, column
}

// Tapped implements fyne.Tappable.
func (g *CrossGrid) Tapped(event *fyne.PointEvent) {
	row, column := g.at(event.Position)
	if row < 0 || row >= len(g.options.Rows) {
		return
	}
	if column < 0 {
		if event.Position.X < g.view(g.Size()).left && g.options.OnOpened != nil {
			g.options.OnOpened(g.options.Rows[row].ID)
		}
		return
	}
	g.row, g.column = row, column
	g.takeFocus()
	g.toggle(row, column)
}

// MouseMoved implements desktop.Hoverable.
func (g *CrossGrid) MouseMoved(event *desktop.MouseEvent) {
	row, column := g.at(event.Position)
	g.point(row, column)
}

// MouseOut implements desktop.Hoverable.
func (g *CrossGrid) MouseOut() { g.point(-1, -1) }

func (g *CrossGrid) point(row, column int) {
	if g.pointed != [2]int{row, column} {
		g.pointed = [2]int{row, column}
		g.Refresh()
	}
}

// Scrolled implements fyne.Scrollable.
func (g *CrossGrid) Scrolled(event *fyne.ScrollEvent) { g.takesWheel(event) }

// takesWheel implements wheelOwner: the wheel moves by whole cells.
func (g *CrossGrid) takesWheel(event *fyne.ScrollEvent) bool {
	v := g.view(g.Size())
	row, column := g.firstRow, g.firstColumn
	g.scrolled.DX -= event.Scrolled.DX
	g.scrolled.DY -= event.Scrolled.DY
	rows, columns := int(g.scrolled.DY/crossCell), int(g.scrolled.DX/v.cell)
	g.scrolled.DY -= float32(rows) * crossCell
	g.scrolled.DX -= float32(columns) * v.cell
	g.firstRow += rows
	g.firstColumn += columns
	g.keepInside(v)
	if row != g.firstRow || column != g.firstColumn {
		g.Refresh()
		return true
	}
	return v.rows < len(g.options.Rows) && rows == 0 && columns == 0
}
