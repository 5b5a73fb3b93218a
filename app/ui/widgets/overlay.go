package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// overlay is a sheet over the whole window with a panel on it: a list of
// choices, a dialog, a progress bar.
type overlay struct {
	widget.BaseWidget
	holder fyne.Canvas
	panel  fyne.CanvasObject
	// where returns the place of the panel in a window of a given size.
	where func(window fyne.Size) (fyne.Position, fyne.Size)
	// dim darkens what is under the sheet.
	dim bool
	// outside is called when the person clicks beside the panel; nil does nothing.
	outside func()
	// escape is called for an Escape key that nothing inside needs; nil does nothing.
	escape func()
	// before had the focus when the sheet came.
	before fyne.Focusable
	// keys heard what is typed with nothing in focus, before the sheet came.
	keys  func(*fyne.KeyEvent)
	shown bool
	sheet *canvas.Rectangle
}

// show puts the sheet over the window and gives the focus to first.
func (o *overlay) show(first fyne.Focusable) {
	o.sheet = canvas.NewRectangle(color.Transparent)
	o.before, o.keys = o.holder.Focused(), o.holder.OnTypedKey()
	o.holder.SetOnTypedKey(o.typedKey)
	o.shown = true
	o.ExtendBaseWidget(o)
	o.holder.Overlays().Add(o)
	o.Resize(o.holder.Size())
	if first != nil {
		o.holder.Focus(first)
	}
}

// hide removes the sheet and gives the focus back.
func (o *overlay) hide() {
	o.shown = false
	o.holder.SetOnTypedKey(o.keys)
	o.holder.Overlays().Remove(o)
	if o.before != nil {
		o.holder.Focus(o.before)
	}
}

// Tapped implements fyne.Tappable.
func (o *overlay) Tapped(event *fyne.PointEvent) {
	if o.outside != nil {
		o.outside()
	}
}

// typedKey hears the keys when nothing has the focus.
func (o *overlay) typedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape && o.escape != nil {
		o.escape()
	}
}

// Escape does what the Escape key does in the modal around object. A control that
// has the focus calls it when the key means nothing to it: Fyne gives keys to what
// has the focus alone.
func Escape(object fyne.CanvasObject) {
	holder := fyne.CurrentApp().Driver().CanvasForObject(object)
	if holder == nil {
		return
	}
	if over, ok := holder.Overlays().Top().(*overlay); ok && over.escape != nil {
		over.escape()
	}
}

// Children implements Parent.
func (o *overlay) Children() []fyne.CanvasObject { return []fyne.CanvasObject{o.panel} }

// CreateRenderer implements fyne.Widget.
func (o *overlay) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		if o.dim {
			o.sheet.FillColor = color.NRGBA{A: 0x59}
		}
	}
	paint()
	return &view{
		owner:   o,
		objects: fixed(o.sheet, o.panel),
		layout: func(size fyne.Size) {
			o.sheet.Resize(size)
			pos, own := o.where(size)
			place(o.panel, pos.X, pos.Y, own.Width, own.Height)
		},
		min: func() fyne.Size { return fyne.Size{} },
		paint: func() {
			paint()
			o.panel.Refresh()
		},
	}
}

// centred places a panel in the middle of the window, at most as big as it.
func centred(width, height float32) func(window fyne.Size) (fyne.Position, fyne.Size) {
	return func(window fyne.Size) (fyne.Position, fyne.Size) {
		const air = 24
		w, h := min(width, window.Width-2*air), min(height, window.Height-2*air)
		return fyne.NewPos((window.Width-w)/2, (window.Height-h)/2), fyne.NewSize(w, h)
	}
}
