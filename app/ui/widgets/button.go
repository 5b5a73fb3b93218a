package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
)

// ButtonKind is how much a button asks for attention.
type ButtonKind int

// The kinds of buttons.
const (
	Outlined ButtonKind = iota // the usual one: a border, semibold
	Filled                     // the main action of a screen: one at most
	Quiet                      // text alone
	Dashed                     // « + Ajouter… », as wide as its column
	Danger                     // deletes
)

// ButtonOptions says what a button shows and does.
type ButtonOptions struct {
	Label string
	Kind  ButtonKind
	// Icon comes before the label, which may be empty.
	Icon fyne.Resource
	// Color is the colour of the label, and of the dashes; empty is that of the
	// kind.
	Color    fyne.ThemeColorName
	OnTapped func()
	Disabled bool
	// Edits says that the button changes something; it goes away where nothing can
	// be changed. Dashed buttons and those that delete always do.
	Edits bool
}

// Button is pressed with a click, Space or Enter. Given more room than it needs
// it keeps its size, at the left; a dashed one takes the whole width.
type Button struct {
	control
	options   ButtonOptions
	face      *box
	ring      *box
	dashes    *canvas.Raster
	dashColor fyne.ThemeColorName
	label     *canvas.Text
	icon      *canvas.Image
}

// NewButton makes a button.
func NewButton(options ButtonOptions) *Button {
	b := &Button{options: options, face: newBox(), ring: newBox(), label: canvas.NewText(options.Label, nil)}
	b.disabled = options.Disabled
	b.dashes = newDashes(&b.dashColor, skin.SmallRadius)
	b.icon = canvas.NewImageFromResource(nil)
	b.icon.FillMode = canvas.ImageFillContain
	b.extend(b)
	return b
}

// Label returns what is written on the button.
func (b *Button) Label() string { return b.options.Label }

// SetLabel changes what is written on the button.
func (b *Button) SetLabel(label string) {
	if b.options.Label == label {
		return
	}
	b.options.Label = label
	b.label.Text = label
	b.Refresh()
}

// SetKind changes the kind of the button.
func (b *Button) SetKind(kind ButtonKind) {
	b.options.Kind = kind
	b.Refresh()
}

// Tapped implements fyne.Tappable.
func (b *Button) Tapped(event *fyne.PointEvent) {
	if event.Position.X <= b.faceSize(b.Size()).Width {
		b.press()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *Button) MouseIn(event *desktop.MouseEvent) { b.MouseMoved(event) }

// MouseMoved implements desktop.Hoverable: the empty room beside the button is
// not the button.
func (b *Button) MouseMoved(event *desktop.MouseEvent) {
	b.setHovered(event.Position.X <= b.faceSize(b.Size()).Width)
}

// Cursor implements desktop.Cursorable.
func (b *Button) Cursor() desktop.Cursor {
	if !b.hovered {
		return desktop.DefaultCursor
	}
	return b.control.Cursor()
}

// TypedKey implements fyne.Focusable.
func (b *Button) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isActivation(key.Name):
		b.press()
	default:
		b.control.TypedKey(key)
	}
}

func (b *Button) press() {
	if !b.disabled && b.options.OnTapped != nil {
		b.options.OnTapped()
	}
}

// Sizes of a button.
const (
	buttonSide  = skin.Gap3
	buttonIcon  = float32(18)
	dashedTall  = float32(38)
	quietMargin = skin.Gap2
)

// MinSize implements fyne.CanvasObject.
func (b *Button) MinSize() fyne.Size {
	b.dressLabel()
	side, height := float32(buttonSide), skin.ControlHeight
	if b.options.Kind == Quiet {
		side = quietMargin
	}
	if b.options.Kind == Dashed {
		height = dashedTall
	}
	return fyne.NewSize(ceil(b.contentWidth()+2*side), height)
}

// contentWidth is the width of the icon and the label.
func (b *Button) contentWidth() float32 {
	var width float32
	if b.options.Icon != nil {
		width = buttonIcon
	}
	if b.options.Label != "" {
		if width > 0 {
			width += skin.Gap1
		}
		width += b.label.MinSize().Width
	}
	return width
}

// faceSize is the size of what looks like a button.
func (b *Button) faceSize(given fyne.Size) fyne.Size {
	least := b.MinSize()
	if b.options.Kind == Dashed {
		return fyne.NewSize(given.Width, max(least.Height, min(given.Height, dashedTall)))
	}
	return fyne.NewSize(min(given.Width, least.Width), least.Height)
}

// CreateRenderer implements fyne.Widget.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &view{
		owner:   b,
		objects: b.objects,
		layout:  b.layout,
		min:     b.MinSize,
		paint: func() {
			b.paint()
			b.layout(b.Size())
		},
	}
}

func (b *Button) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{b.face.Container, b.ring.Container}
	if b.options.Kind == Dashed {
		objects = append(objects, b.dashes)
	}
	if b.options.Icon != nil {
		objects = append(objects, b.icon)
	}
	return append(objects, b.label)
}

func (b *Button) layout(size fyne.Size) {
	face := b.faceSize(size)
	top := max(0, (size.Height-face.Height)/2)
	b.face.cover(0, top, face.Width, face.Height)
	b.ring.ringAround(0, top, face.Width, face.Height, skin.SmallRadius, b.focused)
	place(b.dashes, 0, top, face.Width, face.Height)
	x := (face.Width - b.contentWidth()) / 2
	if b.options.Kind == Dashed {
		x = buttonSide
	}
	if b.options.Icon != nil {
		place(b.icon, x, top+(face.Height-buttonIcon)/2, buttonIcon, buttonIcon)
		x += buttonIcon + skin.Gap1
	}
	label := b.label.MinSize()
	place(b.label, x, top+(face.Height-label.Height)/2, label.Width, label.Height)
}

func (b *Button) dressLabel() {
	b.label.TextSize = skin.TextSize
	b.label.TextStyle = skin.Semibold
	if b.options.Kind == Quiet || b.options.Kind == Dashed {
		b.label.TextStyle = fyne.TextStyle{}
	}
}

func (b *Button) paint() {
	b.dressLabel()
	ink, fill, border := b.colors()
	b.label.Color = skin.Color(ink)
	stroke := skin.Hairline
	if border == "" {
		stroke = 0
	}
	b.face.dress(fill, border, stroke, skin.SmallRadius)
	if b.options.Kind == Dashed {
		b.dashColor = ink
		b.dashes.Refresh()
	}
	if b.options.Icon != nil {
		b.icon.Resource = theme.NewColoredResource(b.options.Icon, ink)
		b.icon.Refresh()
	}
}

// colors returns the colours of the label, of the face and of its border.
func (b *Button) colors() (ink, fill, border fyne.ThemeColorName) {
	switch b.options.Kind {
	case Filled:
		ink, fill = skin.OnPrimary, skin.Primary
	case Quiet:
		ink = skin.Secondary
	case Dashed:
		ink = skin.Primary
	case Danger:
		ink, fill, border = skin.Alert, skin.Surface, skin.Alert
	default:
		ink, fill, border = skin.Ink, skin.Surface, skin.FieldBorder
	}
	if b.options.Color != "" {
		ink = b.options.Color
	}
	if b.disabled {
		return theme.ColorNameDisabled, fillWhenDisabled(fill), skin.Line
	}
	if b.hovered && b.options.Kind != Filled {
		fill = skin.PrimaryTint
	}
	return ink, fill, border
}

// fillWhenDisabled keeps a transparent face transparent.
func fillWhenDisabled(fill fyne.ThemeColorName) fyne.ThemeColorName {
	if fill == "" {
		return ""
	}
	return skin.Page
}
