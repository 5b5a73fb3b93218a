package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// CardOptions says how a [Card] looks.
type CardOptions struct {
	// Bar is the colour of a bar along the left side; empty is none.
	Bar fyne.ThemeColorName
	// Fill is the background; empty is skin.Surface.
	Fill fyne.ThemeColorName
	// Border is the colour of the border; empty is skin.Line.
	Border fyne.ThemeColorName
	// Borderless leaves the border out.
	Borderless bool
	// Square leaves the corners square.
	Square bool
	// Strong makes the border two pixels thick.
	Strong bool
	// Private draws the dashes and the padlock of what never leaves the file.
	Private bool
	// Margins are around the content; zero is 12 above and below, 16 at the sides.
	Margins Insets
}

// cardBar is the thickness of the coloured bar of a card.
const cardBar float32 = 4

// Card puts its content on a surface with a hairline border and round corners.
type Card struct {
	widget.BaseWidget
	options CardOptions
	face    *box
	bar     *canvas.Rectangle
	content *fyne.Container
	// dashes are the border of a private card.
	dashes    *canvas.Raster
	dashColor fyne.ThemeColorName
}

// NewCard puts content on a card.
func NewCard(content fyne.CanvasObject, options CardOptions) *Card {
	if options.Margins == (Insets{}) {
		options.Margins = Insets{Top: skin.Gap3, Right: skin.Gap4, Bottom: skin.Gap3, Left: skin.Gap4}
	}
	if options.Bar != "" {
		options.Margins.Left += cardBar
	}
	if options.Private {
		options.Fill, options.Borderless = skin.PrivateBackground, true
		content = VStack(skin.Gap2, content, newLockLine())
	}
	c := &Card{options: options, face: newBox(), bar: &canvas.Rectangle{}, content: Pad(options.Margins, content), dashColor: skin.PrivateBorder}
	c.dashes = newDashes(&c.dashColor, skin.Radius)
	c.dashes.Hidden = !options.Private
	c.ExtendBaseWidget(c)
	return c
}

// SetContent replaces what is on the card.
func (c *Card) SetContent(content fyne.CanvasObject) {
	c.content.Objects = []fyne.CanvasObject{content}
	c.content.Layout.Layout(c.content.Objects, c.content.Size())
	c.Refresh()
}

// SetBorder changes the border: its colour, and whether it is thick.
func (c *Card) SetBorder(color fyne.ThemeColorName, strong bool) {
	c.options.Border, c.options.Strong = color, strong
	c.Refresh()
}

// SetFill changes the background.
func (c *Card) SetFill(color fyne.ThemeColorName) {
	c.options.Fill = color
	c.Refresh()
}

// Children implements Parent.
func (c *Card) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// HeightFor implements Fluid.
func (c *Card) HeightFor(width float32) float32 { return HeightFor(c.content, width) }

// CreateRenderer implements fyne.Widget.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &view{
		owner:   c,
		objects: fixed(c.face.Container, c.dashes, c.bar, c.content),
		layout:  c.layout,
		min:     func() fyne.Size { return c.content.MinSize() },
		paint: func() {
			c.paint()
			c.layout(c.Size())
			c.dashes.Refresh()
			c.content.Refresh()
		},
	}
}

func (c *Card) layout(size fyne.Size) {
	c.face.cover(0, 0, size.Width, size.Height)
	c.dashes.Resize(size)
	place(c.bar, 0, 0, cardBar, size.Height)
	c.content.Resize(size)
}

func (c *Card) paint() {
	fill, border, stroke := c.options.Fill, c.options.Border, skin.Hairline
	if fill == "" {
		fill = skin.Surface
	}
	if border == "" {
		border = skin.Line
	}
	if c.options.Borderless {
		border, stroke = "", 0
	}
	if c.options.Strong {
		stroke = skin.FocusStroke
	}
	radius := skin.Radius
	if c.options.Square {
		radius = 0
	}
	c.face.dress(fill, border, stroke, radius)
	c.bar.FillColor = colorOrNone(c.options.Bar)
	c.bar.TopLeftCornerRadius, c.bar.BottomLeftCornerRadius = skin.Radius, skin.Radius
}

// Hairline is a line one pixel thick, in the colour of lines.
type Hairline struct {
	widget.BaseWidget
	vertical bool
	line     *canvas.Rectangle
}

// NewDivider makes a horizontal hairline.
func NewDivider() *Hairline { return newHairline(false) }

// NewVerticalDivider makes a vertical hairline.
func NewVerticalDivider() *Hairline { return newHairline(true) }

func newHairline(vertical bool) *Hairline {
	h := &Hairline{vertical: vertical, line: &canvas.Rectangle{}}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer implements fyne.Widget.
func (h *Hairline) CreateRenderer() fyne.WidgetRenderer {
	paint := func() { h.line.FillColor = skin.Color(skin.Line) }
	paint()
	return &view{
		owner:   h,
		objects: fixed(h.line),
		layout: func(size fyne.Size) {
			if h.vertical {
				size.Width = skin.Hairline
			} else {
				size.Height = skin.Hairline
			}
			h.line.Resize(size)
		},
		min:   func() fyne.Size { return fyne.NewSquareSize(skin.Hairline) },
		paint: paint,
	}
}
