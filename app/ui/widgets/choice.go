package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// Option is one of the values of a [Choice] or a [MultiChoice].
type Option struct {
	ID    string
	Label string
}

// ChoiceOptions says what a [Choice] offers.
type ChoiceOptions struct {
	Options  []Option
	Selected string
	// Placeholder shows while nothing is chosen; empty is « Choisir… ».
	Placeholder string
	// Required leaves no way to clear the choice.
	Required bool
	// OnSelected hears the choice of the person: "" when it was cleared.
	OnSelected func(id string)
}

// Choice is a drop-down list. Down, Space or Enter open it; letters go to the
// next value that begins with them; Delete clears.
type Choice struct {
	control
	options ChoiceOptions
	frame   *box
	label   *Text
	arrow   *canvas.Text
	erase   *canvas.Text
	typed   prefix
	open    *overlay
}

// choiceHeight is that of an entry of one line.
const choiceHeight float32 = 36

// NewChoice makes a drop-down list.
func NewChoice(options ChoiceOptions) *Choice {
	if options.Placeholder == "" {
		options.Placeholder = "Choisir…"
	}
	c := &Choice{
		options: options, frame: newBox(), label: NewText("", TextOptions{Truncate: true}),
		arrow: canvas.NewText("▾", nil), erase: canvas.NewText("×", nil),
	}
	c.extend(c)
	c.SetSelected(options.Selected)
	return c
}

// Selected returns the value chosen, or "".
func (c *Choice) Selected() string { return c.options.Selected }

// SetSelected shows a value without telling OnSelected.
func (c *Choice) SetSelected(id string) {
	c.options.Selected = id
	c.Refresh()
}

// SetOptions replaces the values offered.
func (c *Choice) SetOptions(options []Option) {
	c.options.Options = options
	c.Refresh()
}

// index returns the place of the value chosen, or -1.
func (c *Choice) index() int {
	for i, o := range c.options.Options {
		if o.ID == c.options.Selected {
			return i
		}
	}
	return -1
}

// choose takes the choice of the person.
func (c *Choice) choose(id string) {
	if id == c.options.Selected {
		return
	}
	c.SetSelected(id)
	if c.options.OnSelected != nil {
		c.options.OnSelected(id)
	}
}

// erasable says whether the choice can be cleared.
func (c *Choice) erasable() bool { return !c.options.Required && c.index() >= 0 && !c.disabled }

// Tapped implements fyne.Tappable.
func (c *Choice) Tapped(event *fyne.PointEvent) {
	switch {
	case c.disabled:
	case c.erasable() && event.Position.X > c.Size().Width-52 && event.Position.X < c.Size().Width-26:
		c.takeFocus()
		c.choose("")
	default:
		c.takeFocus()
		c.Open()
	}
}

// TypedKey implements fyne.Focusable.
func (c *Choice) TypedKey(key *fyne.KeyEvent) {
	switch {
	case c.disabled:
		c.control.TypedKey(key)
	case isActivation(key.Name), key.Name == fyne.KeyDown, key.Name == fyne.KeyUp:
		c.Open()
	case key.Name == fyne.KeyDelete, key.Name == fyne.KeyBackspace:
		if c.erasable() {
			c.choose("")
		}
	default:
		c.control.TypedKey(key)
	}
}

// TypedRune implements fyne.Focusable.
func (c *Choice) TypedRune(r rune) {
	if r == ' ' || c.disabled {
		return
	}
	if i := c.typed.find(r, c.options.Options, c.index()); i >= 0 {
		c.choose(c.options.Options[i].ID)
	}
}

// Open drops the list.
func (c *Choice) Open() {
	holder := fyne.CurrentApp().Driver().CanvasForObject(c)
	if holder == nil || len(c.options.Options) == 0 || c.open != nil {
		return
	}
	list := newChoiceList(c.options.Options, c.index())
	panel := NewCard(NewScroll(list), CardOptions{Border: skin.FieldBorder, Margins: Uniform(skin.Gap1)})
	c.open = &overlay{holder: holder, panel: panel, where: c.dropWhere(list), outside: c.close}
	list.chosen = func(i int) {
		c.close()
		c.choose(c.options.Options[i].ID)
	}
	list.left = c.close
	c.open.show(list)
}

func (c *Choice) close() {
	if c.open == nil {
		return
	}
	closing := c.open
	c.open = nil
	closing.hide()
}

// dropWhere places the list under the field, or above it when there is more room.
func (c *Choice) dropWhere(list *choiceList) func(fyne.Size) (fyne.Position, fyne.Size) {
	return func(window fyne.Size) (fyne.Position, fyne.Size) {
		const air = skin.Gap2
		pos := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
		height := list.MinSize().Height + 2*skin.Gap1
		below, above := window.Height-pos.Y-c.Size().Height-air, pos.Y-air
		width := max(c.Size().Width, list.MinSize().Width+2*skin.Gap1)
		x := max(air, min(pos.X, window.Width-width-air))
		if height > below && above > below {
			height = min(height, above)
			return fyne.NewPos(x, pos.Y-height-2), fyne.NewSize(width, height)
		}
		return fyne.NewPos(x, pos.Y+c.Size().Height+2), fyne.NewSize(width, min(height, below))
	}
}

// MinSize implements fyne.CanvasObject.
func (c *Choice) MinSize() fyne.Size {
	const least = 140
	return fyne.NewSize(least, choiceHeight)
}

// CreateRenderer implements fyne.Widget.
func (c *Choice) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &view{
		owner:   c,
		objects: fixed(c.frame.Container, c.label, c.erase, c.arrow),
		layout:  c.layout,
		min:     c.MinSize,
		paint: func() {
			c.paint()
			c.layout(c.Size())
		},
	}
}

func (c *Choice) layout(size fyne.Size) {
	c.frame.cover(0, 0, size.Width, size.Height)
	height := c.label.HeightFor(0)
	place(c.label, skin.Gap2, (size.Height-height)/2, size.Width-62, height)
	for sign, right := range map[*canvas.Text]float32{c.arrow: 10, c.erase: 34} {
		own := sign.MinSize()
		place(sign, size.Width-right-own.Width, (size.Height-own.Height)/2, own.Width, own.Height)
	}
}

func (c *Choice) paint() {
	fill, border := c.faceColors()
	stroke := skin.Hairline
	if c.focused || c.open != nil {
		border, stroke = skin.Primary, skin.FocusStroke
	}
	c.frame.dress(fill, border, stroke, skin.SmallRadius)
	words, ink := c.options.Placeholder, skin.Secondary
	if i := c.index(); i >= 0 {
		words, ink = c.options.Options[i].Label, skin.Ink
	}
	c.label.SetSpans([]Span{{Text: words, Color: ink}})
	for _, sign := range []*canvas.Text{c.arrow, c.erase} {
		sign.Color, sign.TextSize = skin.Color(skin.Secondary), skin.TextSize
	}
	c.erase.Hidden, c.arrow.Hidden = !c.erasable(), c.disabled
}
