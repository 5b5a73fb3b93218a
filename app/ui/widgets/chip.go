package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
)

// ChipOptions says what a [Chip] shows and does.
type ChipOptions struct {
	Label string
	// Icon comes before the label.
	Icon fyne.Resource
	// Color is that of the label, of the border and of the tint; empty is plain.
	Color fyne.ThemeColorName
	// Dashed draws the border of what can be added.
	Dashed bool
	// OnTapped makes the chip a button; OnRemoved adds a × to it. Delete removes
	// it by the keyboard.
	OnTapped  func()
	OnRemoved func()
}

// Chip is a small rounded label: a proof, a tag, a state.
type Chip struct {
	control
	options   ChipOptions
	face      *box
	ring      *box
	dashes    *canvas.Raster
	dashColor fyne.ThemeColorName
	icon      *canvas.Image
	label     *canvas.Text
	cross     *canvas.Text
}

// Sizes of a chip.
const (
	chipHeight float32 = 26
	chipIcon   float32 = 14
	chipCross  float32 = 20
	chipSide           = float32(10)
	chipMost   float32 = 420
)

// NewChip makes a chip. Without anything to do it is not a stop of the Tab key.
func NewChip(options ChipOptions) *Chip {
	c := &Chip{
		options: options, face: newBox(), ring: newBox(),
		label: canvas.NewText(options.Label, nil), cross: canvas.NewText("×", nil),
	}
	c.disabled = options.OnTapped == nil && options.OnRemoved == nil
	c.dashes = newDashes(&c.dashColor, chipHeight/2)
	c.icon = canvas.NewImageFromResource(nil)
	c.icon.FillMode = canvas.ImageFillContain
	c.extend(c)
	return c
}

// Label returns what the chip says.
func (c *Chip) Label() string { return c.options.Label }

// Tapped implements fyne.Tappable.
func (c *Chip) Tapped(event *fyne.PointEvent) {
	if c.options.OnRemoved != nil && event.Position.X > c.Size().Width-chipCross-skin.Gap1 {
		c.options.OnRemoved()
		return
	}
	c.open()
}

// TypedKey implements fyne.Focusable.
func (c *Chip) TypedKey(key *fyne.KeyEvent) {
	switch {
	case isActivation(key.Name):
		c.open()
	case key.Name == fyne.KeyDelete || key.Name == fyne.KeyBackspace:
		if c.options.OnRemoved != nil {
			c.options.OnRemoved()
		}
	default:
		c.control.TypedKey(key)
	}
}

func (c *Chip) open() {
	if c.options.OnTapped != nil {
		c.options.OnTapped()
	}
}

// MinSize implements fyne.CanvasObject.
func (c *Chip) MinSize() fyne.Size {
	width := fyne.MeasureText(c.options.Label, skin.SecondarySize, fyne.TextStyle{}).Width + 2*chipSide
	if c.options.Icon != nil {
		width += chipIcon + skin.Gap1
	}
	if c.options.OnRemoved != nil {
		width += chipCross - skin.Gap1
	}
	return fyne.NewSize(min(ceil(width), chipMost), chipHeight)
}

// CreateRenderer implements fyne.Widget.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	objects := []fyne.CanvasObject{c.face.Container, c.ring.Container}
	if c.options.Dashed {
		objects = append(objects, c.dashes)
	}
	if c.options.Icon != nil {
		objects = append(objects, c.icon)
	}
	objects = append(objects, c.label)
	if c.options.OnRemoved != nil {
		objects = append(objects, c.cross)
	}
	return &view{
		owner:   c,
		objects: fixed(objects...),
		layout:  c.layout,
		min:     c.MinSize,
		paint: func() {
			c.paint()
			c.layout(c.Size())
		},
	}
}

func (c *Chip) layout(size fyne.Size) {
	c.face.cover(0, 0, size.Width, chipHeight)
	c.ring.ringAround(0, 0, size.Width, chipHeight, chipHeight/2, c.focused)
	c.dashes.Resize(fyne.NewSize(size.Width, chipHeight))
	x := chipSide
	if c.options.Icon != nil {
		place(c.icon, x, (chipHeight-chipIcon)/2, chipIcon, chipIcon)
		x += chipIcon + skin.Gap1
	}
	room := size.Width - x - chipSide
	if c.options.OnRemoved != nil {
		room -= chipCross - skin.Gap1
		cross := c.cross.MinSize()
		place(c.cross, size.Width-chipCross+skin.Gap1, (chipHeight-cross.Height)/2, cross.Width, cross.Height)
	}
	c.label.Text = shortened(c.options.Label, skin.SecondarySize, fyne.TextStyle{}, room)
	label := c.label.MinSize()
	place(c.label, x, (chipHeight-label.Height)/2, label.Width, label.Height)
}

func (c *Chip) paint() {
	ink, fill, border := skin.Ink, skin.Surface, skin.FieldBorder
	if c.options.Color != "" {
		ink, fill, border = c.options.Color, skin.Tint(c.options.Color), c.options.Color
	}
	if c.options.Dashed {
		c.dashColor = border
		border = ""
		c.dashes.Refresh()
	}
	if c.hovered && !c.disabled {
		fill = skin.PrimaryTint
	}
	c.face.dress(fill, border, skin.Hairline, chipHeight/2)
	c.label.Color, c.label.TextSize = skin.Color(ink), skin.SecondarySize
	c.cross.Color, c.cross.TextSize = skin.Color(skin.Secondary), skin.TextSize
	if c.options.Icon != nil {
		c.icon.Resource = theme.NewColoredResource(c.options.Icon, ink)
		c.icon.Refresh()
	}
}

// shortened cuts a text with an ellipsis so that it fits in a width.
func shortened(text string, size float32, style fyne.TextStyle, width float32) string {
	if fyne.MeasureText(text, size, style).Width <= width+0.5 {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		short := string(runes[:n]) + "…"
		if fyne.MeasureText(short, size, style).Width <= width {
			return short
		}
	}
	return "…"
}
