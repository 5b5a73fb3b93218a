package filedialog

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/widgets"
)

// cursorList is a list of rows in which the arrows, the letters and the pointer
// move a cursor. It is one stop of the Tab key. Only the rows seen are drawn.
type cursorList struct {
	widget.List
	length func() int
	// look returns what a row shows.
	look func(i int) look
	// passable says whether the cursor may stop on a row.
	passable func(i int) bool
	// moved hears that the cursor went to another row, opened that a row was
	// double-clicked, or Enter pressed on it, back that Backspace was pressed.
	moved  func()
	opened func(i int)
	back   func()
	// single opens rows at the first click.
	single bool

	cursor  int // -1 is nowhere
	focused bool
	ring    *ring
	jump    jump
	tapped  time.Time
}

func newCursorList() *cursorList {
	l := &cursorList{cursor: -1, ring: newRing()}
	l.List.Length = func() int { return l.length() }
	l.List.CreateItem = func() fyne.CanvasObject { return newRow(l) }
	l.List.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*row).show(i) }
	l.HideSeparators = true
	l.ExtendBaseWidget(l)
	return l
}

// reset shows other rows, from the top, with the cursor on one of them or nowhere.
func (l *cursorList) reset(cursor int) {
	l.cursor = cursor
	l.ScrollToTop()
	l.Refresh()
	l.ScrollTo(cursor)
	l.paintRing()
}

// moveTo puts the cursor on a row.
func (l *cursorList) moveTo(i int) {
	if i < 0 || i >= l.length() || i == l.cursor {
		return
	}
	l.cursor = i
	l.ScrollTo(i)
	l.Refresh()
	l.paintRing()
	if l.moved != nil {
		l.moved()
	}
}

// step moves the cursor by a number of rows, to the last one in that direction
// that it may stop on.
func (l *cursorList) step(by int) {
	way := 1
	if by < 0 {
		way = -1
	}
	start := l.cursor
	if start < 0 && way < 0 {
		start = l.length()
	}
	target := -1
	for i := start + way; i >= 0 && i < l.length(); i += way {
		if l.passable != nil && !l.passable(i) {
			continue
		}
		target = i
		if (i-start)*way >= by*way {
			break
		}
	}
	l.moveTo(target)
}

// page is how many rows are seen at once, less one that stays.
func (l *cursorList) page() int {
	return max(1, int(l.Size().Height/(rowHeight+theme.Padding()))-1)
}

// FocusGained implements fyne.Focusable.
func (l *cursorList) FocusGained() { l.setFocused(true) }

// FocusLost implements fyne.Focusable.
func (l *cursorList) FocusLost() { l.setFocused(false) }

func (l *cursorList) setFocused(focused bool) {
	l.focused = focused
	l.Refresh()
	l.paintRing()
}

// paintRing marks the whole list as what has the focus when no row can.
func (l *cursorList) paintRing() { l.ring.set(l.focused && l.cursor < 0) }

// TypedKey implements fyne.Focusable.
func (l *cursorList) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyUp:
		l.step(-1)
	case fyne.KeyDown:
		l.step(1)
	case fyne.KeyPageUp:
		l.step(-l.page())
	case fyne.KeyPageDown:
		l.step(l.page())
	case fyne.KeyHome:
		l.step(-l.length())
	case fyne.KeyEnd:
		l.step(l.length())
	case fyne.KeyReturn, fyne.KeyEnter:
		l.open()
	case fyne.KeySpace:
		if l.single {
			l.open()
		}
	case fyne.KeyBackspace:
		if l.back != nil {
			l.back()
		}
	case fyne.KeyEscape:
		widgets.Escape(l)
	}
}

// open opens the row under the cursor.
func (l *cursorList) open() {
	if l.cursor >= 0 {
		l.opened(l.cursor)
	}
}

// TypedRune implements fyne.Focusable: letters go to the row that begins so.
func (l *cursorList) TypedRune(r rune) {
	if l.single && r == ' ' {
		return
	}
	labels := make([]string, l.length())
	for i := range labels {
		if l.passable == nil || l.passable(i) {
			labels[i] = l.look(i).label
		}
	}
	l.moveTo(l.jump.to(r, time.Now(), labels, l.cursor))
}

// tap hears a click on a row; two clicks on one, one soon after the other, open it.
// Fyne could tell them apart by itself, but would wait at each click for a second.
func (l *cursorList) tap(i int) {
	if l.passable != nil && !l.passable(i) {
		return
	}
	driver := fyne.CurrentApp().Driver()
	if holder := driver.CanvasForObject(l); holder != nil {
		holder.Focus(l)
	}
	now := time.Now()
	again := i == l.cursor && now.Sub(l.tapped) < driver.DoubleTapDelay()
	l.tapped = now
	l.moveTo(i)
	if l.single || again {
		l.tapped = time.Time{}
		l.opened(i)
	}
}
