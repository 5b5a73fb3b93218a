package widgets

import (
	"fyne.io/fyne/v2"
)

// picker is a control made of cells: one stop of the Tab key, in which the
// arrows move a cursor and Space or Enter presses the cell under it.
type picker struct {
	control
	count  int
	cursor int
	// columns is how many cells a row has; the arrows follow the rows.
	columns int
	press   func(cell int)
}

// TypedKey implements fyne.Focusable.
func (p *picker) TypedKey(key *fyne.KeyEvent) {
	usable := p.count > 0 && !p.disabled
	next, moved := p.moved(key.Name)
	switch {
	case usable && isActivation(key.Name):
		p.press(p.cursor)
	case usable && moved:
		p.cursor = next
		p.Refresh()
	default:
		p.control.TypedKey(key)
	}
}

// moved returns where a key takes the cursor.
func (p *picker) moved(key fyne.KeyName) (cell int, ok bool) {
	step := 0
	switch key {
	case fyne.KeyLeft:
		step = -1
	case fyne.KeyRight:
		step = 1
	case fyne.KeyUp:
		step = -max(1, p.columns)
	case fyne.KeyDown:
		step = max(1, p.columns)
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return p.count - 1, true
	default:
		return 0, false
	}
	next := p.cursor + step
	if next < 0 || next >= p.count {
		return p.cursor, true
	}
	return next, true
}

// tap presses a cell with the pointer.
func (p *picker) tap(cell int) {
	if cell < 0 || cell >= p.count || p.disabled {
		return
	}
	p.cursor = cell
	p.takeFocus()
	p.press(cell)
}
