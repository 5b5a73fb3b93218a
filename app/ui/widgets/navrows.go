package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"tressons/app/ui/skin"
)

// Sizes of the lines of a list of steps.
const (
	navRow     float32 = 32
	navPitch   float32 = 34
	navHeading float32 = 37
	navSquare  float32 = 8
)

// navLine is how a line is drawn.
type navLine struct {
	item   NavItem
	y      float32
	pill   *box
	square *canvas.Rectangle
	label  *Text
	mark   *Text
}

// navRows is the focusable part of a NavList.
type navRows struct {
	control
	onSelected func(string)
	selected   string
	cursor     int
	pointed    int
	headings   []*Text
	headingAt  []float32
	items      []*navLine
	height     float32
	ring       *box
	objects    []fyne.CanvasObject
}

func newNavRows(options NavOptions) *navRows {
	n := &navRows{onSelected: options.OnSelected, selected: options.Selected, pointed: -1, ring: newBox()}
	n.extend(n)
	n.setSections(options.Sections)
	return n
}

// setSections builds the lines again.
func (n *navRows) setSections(sections []NavSection) {
	n.headings, n.headingAt, n.items, n.objects = nil, nil, nil, nil
	var y float32
	for _, s := range sections {
		if s.Heading != "" {
			heading := NewText(s.Heading, TextOptions{Style: Caps, Truncate: true})
			n.headings, n.headingAt = append(n.headings, heading), append(n.headingAt, y)
			n.objects = append(n.objects, heading)
			y += navHeading
		}
		for _, item := range s.Items {
			line := &navLine{
				item: item, y: y, pill: newBox(), square: &canvas.Rectangle{CornerRadius: 2},
				label: NewText(item.Label, TextOptions{Truncate: true}),
				mark:  NewText(item.Mark, TextOptions{Style: Small, NoWrap: true}),
			}
			n.items = append(n.items, line)
			n.objects = append(n.objects, line.pill.Container, line.square, line.label, line.mark)
			y += navPitch
		}
	}
	n.objects = append(n.objects, n.ring.Container)
	n.height = y
	n.cursorTo(n.selected)
	n.paint()
	n.layout(n.Size())
}

// cursorTo moves the keyboard to a line; unknown ids go to the first.
func (n *navRows) cursorTo(id string) {
	n.cursor = 0
	for i, line := range n.items {
		if line.item.ID == id {
			n.cursor = i
		}
	}
}

// HeightFor implements Fluid.
func (n *navRows) HeightFor(float32) float32 { return n.height }

// FocusGained implements fyne.Focusable.
func (n *navRows) FocusGained() {
	n.focused = true
	n.Refresh()
	n.reveal()
}

func (n *navRows) reveal() {
	if n.cursor < len(n.items) {
		y := n.items[n.cursor].y
		RevealPart(n, y, y+navRow)
	}
}

// TypedKey implements fyne.Focusable.
func (n *navRows) TypedKey(key *fyne.KeyEvent) {
	last := len(n.items) - 1
	switch {
	case last < 0:
		return
	case key.Name == fyne.KeyUp:
		n.cursor = max(0, n.cursor-1)
	case key.Name == fyne.KeyDown:
		n.cursor = min(last, n.cursor+1)
	case key.Name == fyne.KeyHome:
		n.cursor = 0
	case key.Name == fyne.KeyEnd:
		n.cursor = last
	case isActivation(key.Name):
		n.choose(n.cursor)
		return
	default:
		n.control.TypedKey(key)
		return
	}
	n.Refresh()
	n.reveal()
}

// Tapped implements fyne.Tappable.
func (n *navRows) Tapped(event *fyne.PointEvent) {
	if i := n.at(event.Position.Y); i >= 0 {
		n.takeFocus()
		n.cursor = i
		n.choose(i)
	}
}

// MouseMoved implements desktop.Hoverable.
func (n *navRows) MouseMoved(event *desktop.MouseEvent) { n.point(n.at(event.Position.Y)) }

// MouseOut implements desktop.Hoverable.
func (n *navRows) MouseOut() { n.point(-1) }

func (n *navRows) point(i int) {
	if n.pointed != i {
		n.pointed = i
		n.Refresh()
	}
}

// at returns the line at a height, or -1.
func (n *navRows) at(y float32) int {
	for i, line := range n.items {
		if y >= line.y && y < line.y+navPitch {
			return i
		}
	}
	return -1
}

func (n *navRows) choose(i int) {
	n.selected = n.items[i].item.ID
	n.Refresh()
	if n.onSelected != nil {
		n.onSelected(n.selected)
	}
}

// CreateRenderer implements fyne.Widget.
func (n *navRows) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   n,
		objects: func() []fyne.CanvasObject { return n.objects },
		layout:  n.layout,
		min:     func() fyne.Size { return fyne.NewSize(NavWidth-2*skin.Gap3, n.height) },
		paint: func() {
			n.paint()
			n.layout(n.Size())
		},
	}
}

func (n *navRows) layout(size fyne.Size) {
	for i, heading := range n.headings {
		place(heading, skin.Gap2, n.headingAt[i]+13, size.Width-skin.Gap4, heading.MinSize().Height)
	}
	for i, line := range n.items {
		line.pill.cover(0, line.y, size.Width, navRow)
		place(line.square, skin.Gap2, line.y+(navRow-navSquare)/2, navSquare, navSquare)
		x := skin.Gap2
		if line.item.Color != "" {
			x += navSquare + 10
		}
		mark := line.mark.MinSize()
		place(line.mark, size.Width-mark.Width-skin.Gap2, line.y+(navRow-mark.Height)/2, mark.Width, mark.Height)
		height := line.label.MinSize().Height
		place(line.label, x, line.y+(navRow-height)/2, size.Width-x-mark.Width-skin.Gap3, height)
		if i == n.cursor {
			n.ring.dress("", n.ringColor(), skin.FocusStroke, skin.SmallRadius)
			n.ring.cover(0, line.y, size.Width, navRow)
		}
	}
}

// ringColor is that of the mark of focus.
func (n *navRows) ringColor() fyne.ThemeColorName {
	if n.focused {
		return skin.Primary
	}
	return ""
}

func (n *navRows) paint() {
	for _, heading := range n.headings {
		heading.Refresh()
	}
	for i, line := range n.items {
		fill := fyne.ThemeColorName("")
		if i == n.pointed {
			fill = hoverFill
		}
		style, ink := fyne.TextStyle{}, skin.Ink
		if line.item.ID == n.selected {
			fill, ink, style = skin.PrimaryTint, skin.Primary, fyne.TextStyle{Bold: true}
		}
		line.pill.dress(fill, "", 0, skin.SmallRadius)
		line.square.FillColor = colorOrNone(line.item.Color)
		line.label.SetSpans([]Span{{Text: line.item.Label, Style: style, Color: ink}})
		line.mark.Refresh()
	}
}
