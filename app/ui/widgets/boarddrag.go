package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// boardDrag is a card on its way.
type boardDrag struct {
	card        *boardCard
	column, row int
	pointer     fyne.Position
	// grip is where in the card the pointer took it.
	grip   fyne.Position
	origin dragOrigin
}

// Dragged implements fyne.Draggable.
func (b *Board) Dragged(event *fyne.DragEvent) {
	p := b.places(b.Size().Width)
	if b.drag == nil && !b.pick(event.Position.SubtractXY(event.Dragged.DX, event.Dragged.DY), p) {
		return
	}
	b.drag.pointer = b.drag.origin.pointer(b, event)
	b.Refresh()
	const air = 40
	RevealPart(b, b.drag.pointer.Y-air, b.drag.pointer.Y+air)
}

// pick takes the card at a position.
func (b *Board) pick(at fyne.Position, p boardPlaces) bool {
	column, row, ok := p.find(at)
	if b.readOnly || !ok || row >= len(b.columns[column].cards) {
		return false
	}
	from := p.cards[column][row]
	b.drag = &boardDrag{
		card: b.columns[column].cards[row], column: column, row: row,
		grip: fyne.NewPos(at.X-from.x, at.Y-from.y), origin: newDragOrigin(b),
	}
	return true
}

// DragEnd implements fyne.Draggable.
func (b *Board) DragEnd() {
	if b.drag == nil {
		return
	}
	d := b.drag
	column, row, _ := d.target(b.places(b.Size().Width))
	b.drag = nil
	b.takeFocus()
	b.move(d.column, d.row, column, row)
}

// put places the card under the pointer, and the line where it would go.
func (d *boardDrag) put(b *Board, p boardPlaces) {
	at := p.cards[d.column][d.row]
	at.x, at.y = d.pointer.X-d.grip.X, d.pointer.Y-d.grip.Y
	d.card.put(at)
	const thick = 3
	_, _, line := d.target(p)
	place(b.drop, line.x, line.y-thick/2, line.w, thick)
}

// target returns where the card would go if it was let go: its column, its index
// there once it has left its own place, and the line that shows it.
func (d *boardDrag) target(p boardPlaces) (column, row int, line rect) {
	column = p.nearest(d.pointer)
	line = rect{x: p.columns[column].x + boardSide, w: p.columns[column].w - 2*boardSide}
	line.y = p.columns[column].y + boardHead - cardGap/2
	for i, card := range p.cards[column] {
		if d.pointer.Y < card.y+card.h/2 {
			break
		}
		line.y = card.y + card.h + cardGap/2
		if column != d.column || i != d.row {
			row++
		}
	}
	return column, row, line
}

// nearest returns the column under a position, or the nearest one.
func (p boardPlaces) nearest(at fyne.Position) int {
	best, least := 0, float32(0)
	for i, c := range p.columns {
		away := outside(at.X, c.x, c.w) + outside(at.Y, c.y, c.h)
		if i == 0 || away < least {
			best, least = i, away
		}
	}
	return best
}

// outside is how far v is from the interval that starts at from.
func outside(v, from, length float32) float32 {
	return max(0, from-v) + max(0, v-from-length)
}

// find returns the card or the button at a position.
func (p boardPlaces) find(at fyne.Position) (column, row int, ok bool) {
	for c := range p.columns {
		for r, card := range p.cards[c] {
			if card.has(at) {
				return c, r, true
			}
		}
		if p.adds[c].has(at) {
			return c, len(p.cards[c]), true
		}
	}
	return 0, 0, false
}

// Tapped implements fyne.Tappable.
func (b *Board) Tapped(event *fyne.PointEvent) {
	column, row, ok := b.places(b.Size().Width).find(event.Position)
	if !ok {
		return
	}
	b.column, b.row = column, row
	b.takeFocus()
	b.Refresh()
	b.press()
}

// TypedKey implements fyne.Focusable.
func (b *Board) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		b.row--
	case fyne.KeyDown:
		b.row++
	case fyne.KeyLeft:
		b.column--
	case fyne.KeyRight:
		b.column++
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		b.press()
		return
	default:
		b.control.TypedKey(key)
		return
	}
	b.moved()
}

// moved shows the keyboard's cursor after it changed place.
func (b *Board) moved() {
	b.keepCursorInside()
	b.Refresh()
	b.revealCursor()
}

func (b *Board) revealCursor() {
	if at, ok := b.cursorRect(b.places(b.Size().Width)); ok {
		RevealPart(b, at.y, at.y+at.h)
	}
}

// FocusGained implements fyne.Focusable.
func (b *Board) FocusGained() {
	b.focused = true
	b.Refresh()
	b.revealCursor()
}

// TypedShortcut implements fyne.Shortcutable: Alt and the arrows move the card.
func (b *Board) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierAlt || b.current() == nil || b.readOnly {
		return
	}
	column, row := b.column, b.row
	switch custom.KeyName {
	case fyne.KeyUp:
		row--
	case fyne.KeyDown:
		row++
	case fyne.KeyLeft:
		column--
	case fyne.KeyRight:
		column++
	default:
		return
	}
	if column < 0 || column >= len(b.columns) || row < 0 || column == b.column && row >= len(b.columns[column].cards) {
		return
	}
	b.move(b.column, b.row, column, row)
	b.revealCursor()
}
