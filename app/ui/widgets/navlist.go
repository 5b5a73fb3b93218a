package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// NavItem is a line of a [NavList].
type NavItem struct {
	ID    string
	Label string
	// Color draws a small square before the label; empty is none.
	Color fyne.ThemeColorName
	// Mark is at the right: « 3/4 », « 9 », « ✓ ».
	Mark string
}

// NavSection is a group of lines under a heading, which may be empty.
type NavSection struct {
	Heading string
	Items   []NavItem
}

// NavOptions says what a [NavList] shows.
type NavOptions struct {
	Title, Subtitle string
	Sections        []NavSection
	Selected        string
	// Under comes under the title: a choice between files for instance.
	Under fyne.CanvasObject
	// Footer stays at the bottom: a search button for instance.
	Footer fyne.CanvasObject
	// OnSelected hears that the person chose a line, even the one selected.
	OnSelected func(id string)
}

// NavWidth is the least width of a [NavList].
const NavWidth float32 = 236

// NavList is the list of steps at the left of the window: one stop of the Tab
// key, in which the arrows move and Enter or Space chooses.
type NavList struct {
	widget.BaseWidget
	title    *Text
	subtitle *Text
	rows     *navRows
	body     *fyne.Container
}

// NewNavList makes a list of steps.
func NewNavList(options NavOptions) *NavList {
	n := &NavList{
		title:    NewText(options.Title, TextOptions{Style: Section, Truncate: true}),
		subtitle: NewText(options.Subtitle, TextOptions{Style: Small, Truncate: true}),
		rows:     newNavRows(options),
	}
	titles := VStack(0, n.title, n.subtitle)
	if options.Under != nil {
		titles.Add(Pad(Insets{Top: skin.Gap1}, options.Under))
	}
	head := Pad(Insets{Top: skin.Gap3, Left: 20, Right: skin.Gap3}, titles)
	list := Pad(Insets{Top: skin.Gap2, Left: skin.Gap3, Right: skin.Gap3, Bottom: skin.Gap1}, n.rows)
	objects := []fyne.CanvasObject{head, NewScroll(list)}
	if options.Footer != nil {
		objects = append(objects, Pad(Insets{Left: skin.Gap3, Right: skin.Gap3, Bottom: skin.Gap4}, options.Footer))
	}
	n.body = &fyne.Container{Layout: middleGrows{least: NavWidth}, Objects: objects}
	n.ExtendBaseWidget(n)
	return n
}

// SetTitle changes what is written above the list.
func (n *NavList) SetTitle(title, subtitle string) {
	n.title.SetText(title)
	n.subtitle.SetText(subtitle)
}

// SetSections replaces the lines; the line selected stays so if it is still there.
func (n *NavList) SetSections(sections []NavSection) {
	n.rows.setSections(sections)
	n.rows.Refresh()
}

// SetMark changes what is at the right of a line.
func (n *NavList) SetMark(id, mark string) {
	for _, row := range n.rows.items {
		if row.item.ID == id && row.item.Mark != mark {
			row.item.Mark = mark
			row.mark.SetText(mark)
			n.rows.layout(n.rows.Size())
		}
	}
}

// Selected returns the line selected.
func (n *NavList) Selected() string { return n.rows.selected }

// Select shows a line as selected, without telling OnSelected.
func (n *NavList) Select(id string) {
	n.rows.selected = id
	n.rows.cursorTo(id)
	n.rows.Refresh()
}

// Children implements Parent.
func (n *NavList) Children() []fyne.CanvasObject { return []fyne.CanvasObject{n.body} }

// CreateRenderer implements fyne.Widget.
func (n *NavList) CreateRenderer() fyne.WidgetRenderer { return wrapping(n, n.body) }

// Dock puts head, body and foot one under the other, without a gap: head, which
// may be nil, and foot have the height they need, body the rest of the window.
func Dock(head, body, foot fyne.CanvasObject) *fyne.Container {
	if head == nil {
		head = VStack(0)
	}
	return &fyne.Container{Layout: middleGrows{}, Objects: []fyne.CanvasObject{head, body, foot}}
}

// middleGrows stacks a head, a body that takes the room left, and maybe a foot.
type middleGrows struct{ least float32 }

// MinSize implements fyne.Layout.
func (l middleGrows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(l.least, 0)
	for _, o := range objects {
		least := o.MinSize()
		size.Width = max(size.Width, least.Width)
		size.Height += least.Height
	}
	return size
}

// Layout implements fyne.Layout.
func (l middleGrows) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	top := HeightFor(objects[0], size.Width)
	place(objects[0], 0, 0, size.Width, top)
	bottom := size.Height
	if len(objects) > 2 {
		foot := HeightFor(objects[2], size.Width)
		bottom -= foot
		place(objects[2], 0, bottom, size.Width, foot)
	}
	place(objects[1], 0, top, size.Width, max(0, bottom-top))
}
