package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// view is a renderer made of functions, for widgets painted with canvas objects.
type view struct {
	owner   fyne.CanvasObject
	objects func() []fyne.CanvasObject
	layout  func(fyne.Size)
	min     func() fyne.Size
	// paint gives every object its colours and texts again.
	paint func()
}

func (v *view) Destroy()                     {}
func (v *view) Layout(size fyne.Size)        { v.layout(size) }
func (v *view) MinSize() fyne.Size           { return v.min() }
func (v *view) Objects() []fyne.CanvasObject { return v.objects() }

func (v *view) Refresh() {
	v.paint()
	canvas.Refresh(v.owner)
}

// wrapping is the renderer of a widget that is nothing but a container.
func wrapping(owner fyne.Widget, body *fyne.Container) fyne.WidgetRenderer {
	return &view{
		owner:   owner,
		objects: fixed(body),
		layout:  body.Resize,
		min:     body.MinSize,
		paint:   body.Refresh,
	}
}

// fixed returns a function that always gives the same objects.
func fixed(objects ...fyne.CanvasObject) func() []fyne.CanvasObject {
	return func() []fyne.CanvasObject { return objects }
}

// control is the base of widgets that can be focused, hovered and disabled.
type control struct {
	widget.BaseWidget
	self     fyne.Widget
	focused  bool
	hovered  bool
	disabled bool
}

// extend tells Fyne which widget embeds the control.
func (c *control) extend(self fyne.Widget) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// FocusGained implements fyne.Focusable.
func (c *control) FocusGained() {
	c.focused = true
	c.Refresh()
	Reveal(c.self)
}

// FocusLost implements fyne.Focusable.
func (c *control) FocusLost() {
	c.focused = false
	c.Refresh()
}

// TypedKey implements fyne.Focusable, for the keys that mean nothing to the widget.
func (c *control) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape {
		Escape(c.self)
	}
}

// TypedRune implements fyne.Focusable.
func (c *control) TypedRune(rune) {}

// Disabled implements fyne.Disableable.
func (c *control) Disabled() bool { return c.disabled }

// Disable implements fyne.Disableable.
func (c *control) Disable() { c.setDisabled(true) }

// Enable implements fyne.Disableable.
func (c *control) Enable() { c.setDisabled(false) }

func (c *control) setDisabled(disabled bool) {
	if c.disabled == disabled {
		return
	}
	c.disabled = disabled
	c.Refresh()
}

// faceColors are the fill and the border of what can be pressed, or only read.
func (c *control) faceColors() (fill, border fyne.ThemeColorName) {
	if c.disabled {
		return skin.Page, skin.Line
	}
	return skin.Surface, skin.FieldBorder
}

// MouseIn implements desktop.Hoverable.
func (c *control) MouseIn(*desktop.MouseEvent) { c.setHovered(true) }

// MouseMoved implements desktop.Hoverable.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (c *control) MouseOut() { c.setHovered(false) }

// Cursor implements desktop.Cursorable.
func (c *control) Cursor() desktop.Cursor {
	if c.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// setHovered notes that the pointer came or went.
func (c *control) setHovered(hovered bool) {
	if c.hovered == hovered {
		return
	}
	c.hovered = hovered
	c.Refresh()
}

// takeFocus gives the keyboard to the control, as a click on it should.
func (c *control) takeFocus() {
	focusable, ok := c.self.(fyne.Focusable)
	if !ok || c.disabled {
		return
	}
	if holder := fyne.CurrentApp().Driver().CanvasForObject(c.self); holder != nil {
		holder.Focus(focusable)
	}
}

// box is a rounded rectangle whose colours are names of the skin. A border around
// a fill is made of two rectangles, one on the other: Fyne's painters do not agree
// on which side of the edge a stroke lies.
type box struct {
	*fyne.Container
	outer, inner *canvas.Rectangle
	stroke       float32
	hollow       bool
}

func newBox() *box {
	b := &box{outer: &canvas.Rectangle{}, inner: &canvas.Rectangle{}}
	b.Container = &fyne.Container{Objects: []fyne.CanvasObject{b.outer, b.inner}}
	return b
}

// dress gives the box its fill, border and radius; an empty name is transparent.
func (b *box) dress(fill, border fyne.ThemeColorName, stroke, radius float32) {
	if border == "" {
		stroke = 0
	}
	b.stroke, b.hollow = stroke, fill == ""
	b.outer.CornerRadius, b.inner.CornerRadius = radius, max(0, radius-stroke)
	b.inner.FillColor = colorOrNone(fill)
	b.outer.FillColor, b.outer.StrokeColor, b.outer.StrokeWidth = colorOrNone(""), colorOrNone(""), 0
	switch {
	case stroke == 0:
	case b.hollow:
		b.outer.StrokeColor, b.outer.StrokeWidth = colorOrNone(border), stroke
	default:
		b.outer.FillColor = colorOrNone(border)
	}
}

// cover puts the box at a place, its border inside.
func (b *box) cover(x, y, width, height float32) {
	place(b.Container, x, y, width, height)
	s := b.stroke
	place(b.inner, s, s, max(0, width-2*s), max(0, height-2*s))
	if !b.hollow {
		s = 0
	}
	place(b.outer, s/2, s/2, max(0, width-s), max(0, height-s))
}

// ringAround puts the box as the mark of focus around something of the given
// radius, or makes it invisible.
func (b *box) ringAround(x, y, width, height, radius float32, focused bool) {
	const away = skin.FocusStroke + 1
	border := fyne.ThemeColorName("")
	if focused {
		border = skin.Primary
	}
	b.dress("", border, skin.FocusStroke, radius+away)
	b.cover(x-away, y-away, width+2*away, height+2*away)
}

// hoverFill lies under what the pointer is on.
const hoverFill = theme.ColorNameHover

// scrollBarColor is that of what shows how far one has scrolled.
const scrollBarColor = theme.ColorNameScrollBar

// colorOrNone looks a colour up; an empty name is transparent.
func colorOrNone(name fyne.ThemeColorName) color.Color {
	if name == "" {
		return color.Transparent
	}
	return skin.Color(name)
}

// isActivation says whether a key presses the control that has the focus.
func isActivation(key fyne.KeyName) bool {
	return key == fyne.KeySpace || key == fyne.KeyReturn || key == fyne.KeyEnter
}
