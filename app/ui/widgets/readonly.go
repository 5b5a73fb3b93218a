package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Editor is a control by which something is changed. ReadOnly leaves only what it
// shows: text can still be selected and copied, and what leads elsewhere leads
// there.
type Editor interface{ ReadOnly() }

// MakeReadOnly makes every control under root read-only.
func MakeReadOnly(root fyne.CanvasObject) {
	if editor, ok := root.(Editor); ok {
		editor.ReadOnly()
	}
	for _, child := range ChildrenOf(root) {
		MakeReadOnly(child)
	}
}

// ReadOnly implements Editor. An empty field says that it is.
func (f *textField) ReadOnly() {
	if f.options.Search {
		return
	}
	f.readOnly = true
	f.Entry.PlaceHolder = "Non renseigné"
	f.Entry.Refresh()
}

// readKeys are what moves the cursor.
var readKeys = map[fyne.KeyName]bool{
	fyne.KeyLeft: true, fyne.KeyRight: true, fyne.KeyUp: true, fyne.KeyDown: true,
	fyne.KeyHome: true, fyne.KeyEnd: true, fyne.KeyPageUp: true, fyne.KeyPageDown: true,
}

// TypedRune implements fyne.Focusable.
func (f *textField) TypedRune(r rune) {
	if !f.readOnly {
		f.Entry.TypedRune(r)
	}
}

// TypedShortcut implements fyne.Shortcutable.
func (f *textField) TypedShortcut(shortcut fyne.Shortcut) {
	switch shortcut.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutSelectAll:
	default:
		if f.readOnly {
			return
		}
	}
	f.Entry.TypedShortcut(shortcut)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (f *textField) TappedSecondary(event *fyne.PointEvent) {
	if !f.readOnly {
		f.Entry.TappedSecondary(event)
		return
	}
	holder := fyne.CurrentApp().Driver().CanvasForObject(f.self)
	if holder == nil {
		return
	}
	widget.ShowPopUpMenuAtPosition(fyne.NewMenu("",
		fyne.NewMenuItem("Copier", func() { f.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()}) }),
		fyne.NewMenuItem("Tout sélectionner", func() { f.TypedShortcut(&fyne.ShortcutSelectAll{}) })), holder, event.AbsolutePosition)
}

// ReadOnly implements Editor.
func (c *Choice) ReadOnly() {
	c.options.Placeholder = "Non renseigné"
	c.Disable()
	c.Refresh()
}

// ReadOnly implements Editor.
func (p *picker) ReadOnly() { p.Disable() }

// ReadOnly implements Editor: what clears the answer goes away.
func (s *Segmented) ReadOnly() {
	s.options.ClearLabel = ""
	s.recount()
	s.Disable()
}

// ReadOnly implements Editor: a button that changes something goes away.
func (b *Button) ReadOnly() {
	if b.options.Edits || b.options.Kind == Dashed || b.options.Kind == Danger {
		b.Hide()
	}
}

// ReadOnly implements Editor: a chip that adds something goes away.
func (c *Chip) ReadOnly() {
	c.options.OnRemoved = nil
	c.cross.Hide()
	if c.options.Dashed {
		c.Hide()
	}
	c.Refresh()
}

// ReadOnly implements Editor.
func (l *ReorderableList) ReadOnly() {
	l.options.OnMoved, l.options.OnDeleted = nil, nil
	l.Refresh()
}

// ReadOnly implements Editor: cards stay where they are, and none is added.
func (b *Board) ReadOnly() {
	b.readOnly = true
	b.SetColumns(b.options.Columns)
}

// ReadOnly implements Editor.
func (g *CrossGrid) ReadOnly() { g.readOnly = true }
