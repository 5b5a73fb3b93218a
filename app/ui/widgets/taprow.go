package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
)

// TapRow makes a line of a list that leads somewhere: a click, Space or Enter
// opens it.
type TapRow struct {
	control
	content  fyne.CanvasObject
	face     *box
	onTapped func()
}

// NewTapRow makes content lead somewhere.
func NewTapRow(content fyne.CanvasObject, onTapped func()) *TapRow {
	r := &TapRow{content: Pad(Insets{Top: 2, Right: tapRowSide, Bottom: 2, Left: tapRowSide}, content), face: newBox(), onTapped: onTapped}
	r.extend(r)
	return r
}

// tapRowSide is how far the tint goes beyond the content at the sides.
const tapRowSide = skin.Gap1

// Children implements Parent.
func (r *TapRow) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.content} }

// HeightFor implements Fluid.
func (r *TapRow) HeightFor(width float32) float32 { return HeightFor(r.content, width) }

// Tapped implements fyne.Tappable.
func (r *TapRow) Tapped(*fyne.PointEvent) { r.onTapped() }

// TypedKey implements fyne.Focusable.
func (r *TapRow) TypedKey(key *fyne.KeyEvent) {
	if isActivation(key.Name) {
		r.onTapped()
		return
	}
	r.control.TypedKey(key)
}

// MouseIn implements desktop.Hoverable.
func (r *TapRow) MouseIn(*desktop.MouseEvent) { r.setHovered(true) }

// MouseMoved implements desktop.Hoverable.
func (r *TapRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *TapRow) MouseOut() { r.setHovered(false) }

// Cursor implements desktop.Cursorable.
func (r *TapRow) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (r *TapRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &view{
		owner:   r,
		objects: fixed(r.face.Container, r.content),
		layout: func(size fyne.Size) {
			r.face.cover(0, 0, size.Width, size.Height)
			r.content.Move(fyne.NewPos(0, 0))
			r.content.Resize(size)
		},
		min: func() fyne.Size { return r.content.MinSize() },
		paint: func() {
			r.paint()
			r.content.Refresh()
		},
	}
}

func (r *TapRow) paint() {
	fill, border := fyne.ThemeColorName(""), fyne.ThemeColorName("")
	if r.hovered {
		fill = theme.ColorNameHover
	}
	if r.focused {
		border = skin.Primary
	}
	r.face.dress(fill, border, skin.FocusStroke, skin.SmallRadius)
}
