package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// FocusGained implements fyne.Focusable.
func (l *ReorderableList) FocusGained() {
	l.focused = true
	l.Refresh()
	l.reveal()
}

func (l *ReorderableList) reveal() {
	if len(l.items) == 0 {
		RevealPart(l, 0, 0)
		return
	}
	top := l.tops[l.cursor]
	bottom := top + l.pitch()
	if l.items[l.cursor].Heading != "" {
		top -= listHeading
	}
	RevealPart(l, top, bottom)
}

// TypedKey implements fyne.Focusable.
func (l *ReorderableList) TypedKey(key *fyne.KeyEvent) {
	const page = 10
	last := len(l.items) - 1
	switch key.Name {
	case fyne.KeyUp:
		l.cursor--
	case fyne.KeyDown:
		l.cursor++
	case fyne.KeyPageUp:
		l.cursor -= page
	case fyne.KeyPageDown:
		l.cursor += page
	case fyne.KeyHome:
		l.cursor = 0
	case fyne.KeyEnd:
		l.cursor = last
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		l.open(l.cursor)
		return
	case fyne.KeyDelete:
		l.delete(l.cursor)
		return
	default:
		l.control.TypedKey(key)
		return
	}
	l.cursor = max(0, min(l.cursor, last))
	l.Refresh()
	l.reveal()
}

// TypedRune implements fyne.Focusable: letters go to the next line that begins
// with them.
func (l *ReorderableList) TypedRune(r rune) {
	if r == ' ' {
		return
	}
	titles := make([]Option, len(l.items))
	for i, item := range l.items {
		titles[i].Label = item.Title
	}
	if i := l.typed.find(r, titles, l.cursor); i >= 0 {
		l.cursor = i
		l.Refresh()
		l.reveal()
	}
}

// TypedShortcut implements fyne.Shortcutable: Alt and the arrows move the line.
func (l *ReorderableList) TypedShortcut(shortcut fyne.Shortcut) {
	custom, ok := shortcut.(*desktop.CustomShortcut)
	if !ok || custom.Modifier != fyne.KeyModifierAlt || l.options.OnMoved == nil || len(l.items) == 0 {
		return
	}
	switch custom.KeyName {
	case fyne.KeyUp:
		l.move(l.cursor, l.cursor-1)
	case fyne.KeyDown:
		l.move(l.cursor, l.cursor+1)
	default:
		return
	}
	l.reveal()
}

// at returns the line at a height, or -1.
func (l *ReorderableList) at(y float32) int {
	i := l.lineAt(y)
	if len(l.items) == 0 || y < l.tops[i] || y >= l.tops[i]+l.pitch() {
		return -1
	}
	return i
}

// Tapped implements fyne.Tappable.
func (l *ReorderableList) Tapped(event *fyne.PointEvent) {
	i := l.at(event.Position.Y)
	if i < 0 {
		return
	}
	l.cursor = i
	l.takeFocus()
	l.Refresh()
	if l.options.OnDeleted != nil && event.Position.X > l.Size().Width-listCross-listEdge {
		l.delete(i)
		return
	}
	l.open(i)
}

// listEdge is the margin at the right of a line.
const listEdge = listSide / 2

// MouseMoved implements desktop.Hoverable.
func (l *ReorderableList) MouseMoved(event *desktop.MouseEvent) { l.point(l.at(event.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (l *ReorderableList) MouseOut() { l.point(-1) }

func (l *ReorderableList) point(i int) {
	if l.pointed != i {
		l.pointed = i
		l.Refresh()
	}
}

// Dragged implements fyne.Draggable.
func (l *ReorderableList) Dragged(event *fyne.DragEvent) {
	if l.options.OnMoved == nil {
		return
	}
	if l.drag == nil {
		start := event.Position.Y - event.Dragged.DY
		from := l.at(start)
		if from < 0 {
			return
		}
		l.drag = &listDrag{from: from, grip: start - l.tops[from], origin: newDragOrigin(l)}
	}
	l.drag.pointer = l.drag.origin.pointer(l, event).Y
	l.Refresh()
	RevealPart(l, l.drag.pointer-l.pitch(), l.drag.pointer+l.pitch())
}

// DragEnd implements fyne.Draggable.
func (l *ReorderableList) DragEnd() {
	if l.drag == nil {
		return
	}
	from, to := l.drag.from, l.dropIndex()
	if to > from {
		to--
	}
	l.drag = nil
	l.takeFocus()
	l.move(from, to)
}

// dropIndex is before which line the dragged one would go.
func (l *ReorderableList) dropIndex() int {
	return max(0, min(len(l.items), int(l.drag.pointer/l.pitch()+0.5)))
}

// dropLine is the height of the line that shows where it would go.
func (l *ReorderableList) dropLine() float32 { return float32(l.dropIndex()) * l.pitch() }
