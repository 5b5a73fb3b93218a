package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// ThreePaneOptions says what a [ThreePane] holds.
type ThreePaneOptions struct {
	// Nav is at the left, Form in the middle, Help at the right; Help may be nil.
	Nav, Form, Help fyne.CanvasObject
	// HelpWidth is the width of the help when it is open; 0 is 290.
	HelpWidth float32
}

// Widths of the panes.
const (
	// foldUnder is the width of the window under which the help folds by itself.
	foldUnder float32 = 1180
	helpWidth float32 = 290
	foldStrip float32 = 40
)

// ThreePane lays out the window: steps, form, help, with hairlines between. In a
// narrow window the help folds to a strip, which a click opens again.
type ThreePane struct {
	widget.BaseWidget
	options  ThreePaneOptions
	navBack  *canvas.Rectangle
	helpBack *canvas.Rectangle
	lines    [2]*canvas.Rectangle
	unfold   *Button
	// wish is what the person asked for, until the window crosses foldUnder.
	wish    *bool
	wasWide bool
}

// NewThreePane lays three panes out.
func NewThreePane(options ThreePaneOptions) *ThreePane {
	if options.HelpWidth == 0 {
		options.HelpWidth = helpWidth
	}
	p := &ThreePane{options: options, navBack: &canvas.Rectangle{}, helpBack: &canvas.Rectangle{}}
	p.lines = [2]*canvas.Rectangle{{}, {}}
	p.unfold = NewButton(ButtonOptions{Label: "?", Color: skin.Primary, OnTapped: func() { p.SetHelpOpen(true) }})
	p.wireFold()
	p.ExtendBaseWidget(p)
	return p
}

// wireFold gives the help its button.
func (p *ThreePane) wireFold() {
	if panel, ok := p.options.Help.(*HelpPanel); ok {
		panel.onFold(func() { p.SetHelpOpen(false) })
	}
}

// SetForm replaces what is in the middle.
func (p *ThreePane) SetForm(form fyne.CanvasObject) {
	p.options.Form = form
	p.layout(p.Size())
	p.Refresh()
}

// SetHelp replaces what is at the right; nil leaves the room to the form.
func (p *ThreePane) SetHelp(help fyne.CanvasObject) {
	p.options.Help = help
	p.wireFold()
	p.layout(p.Size())
	p.Refresh()
}

// HelpOpen says whether the help shows.
func (p *ThreePane) HelpOpen() bool {
	if p.options.Help == nil {
		return false
	}
	if p.wish != nil {
		return *p.wish
	}
	return p.Size().Width >= foldUnder
}

// SetHelpOpen folds or unfolds the help.
func (p *ThreePane) SetHelpOpen(open bool) {
	p.wish = &open
	p.layout(p.Size())
	p.Refresh()
}

// Children implements Parent.
func (p *ThreePane) Children() []fyne.CanvasObject {
	shown := []fyne.CanvasObject{p.options.Nav, p.options.Form}
	if p.options.Help != nil {
		shown = append(shown, p.options.Help, p.unfold)
	}
	return shown
}

// CreateRenderer implements fyne.Widget.
func (p *ThreePane) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &view{
		owner: p,
		objects: func() []fyne.CanvasObject {
			back := []fyne.CanvasObject{p.navBack, p.helpBack, p.lines[0], p.lines[1]}
			return append(back, p.Children()...)
		},
		layout: p.layout,
		min:    p.minSize,
		paint: func() {
			p.paint()
			for _, child := range p.Children() {
				child.Refresh()
			}
		},
	}
}

// minSize leaves room for the steps and a form; the help can always fold.
func (p *ThreePane) minSize() fyne.Size {
	const leastForm = 320
	height := max(p.options.Nav.MinSize().Height, p.options.Form.MinSize().Height)
	return fyne.NewSize(max(NavWidth, p.options.Nav.MinSize().Width)+leastForm+foldStrip, height)
}

func (p *ThreePane) layout(size fyne.Size) {
	if wide := size.Width >= foldUnder; wide != p.wasWide {
		p.wasWide, p.wish = wide, nil
	}
	nav := max(NavWidth, p.options.Nav.MinSize().Width) - skin.Hairline
	place(p.options.Nav, 0, 0, nav, size.Height)
	place(p.navBack, 0, 0, nav, size.Height)
	place(p.lines[0], nav, 0, skin.Hairline, size.Height)
	left, right := nav+skin.Hairline, size.Width
	right = p.layoutHelp(size, right)
	place(p.options.Form, left, 0, max(0, right-left), size.Height)
}

// layoutHelp places the help at the right and returns where the form ends.
func (p *ThreePane) layoutHelp(size fyne.Size, right float32) float32 {
	open := p.HelpOpen()
	p.unfold.Hidden = open
	if p.options.Help == nil {
		p.helpBack.Hidden, p.lines[1].Hidden = true, true
		return right
	}
	p.helpBack.Hidden, p.lines[1].Hidden = false, false
	width := foldStrip
	if open {
		width = p.options.HelpWidth
		p.options.Help.Show()
		place(p.options.Help, right-width, 0, width, size.Height)
	} else {
		p.options.Help.Hide()
		own := p.unfold.MinSize()
		place(p.unfold, right-width+(width-own.Width)/2, skin.Gap3, own.Width, own.Height)
	}
	place(p.helpBack, right-width, 0, width, size.Height)
	place(p.lines[1], right-width-skin.Hairline, 0, skin.Hairline, size.Height)
	return right - width - skin.Hairline
}

func (p *ThreePane) paint() {
	p.navBack.FillColor, p.helpBack.FillColor = skin.Color(skin.Surface), skin.Color(skin.Surface)
	for _, l := range p.lines {
		l.FillColor = skin.Color(skin.Line)
	}
}

// Page is the usual middle pane: objects one under the other, 12 pixels apart,
// with the margins of a page, at most width pixels wide (0 is no limit), that scroll.
func Page(width float32, objects ...fyne.CanvasObject) *Scroll {
	column := LimitWidth(width, VStack(skin.Gap3, objects...))
	return NewScroll(Pad(Insets{Top: 20, Right: skin.PageSide, Bottom: skin.PageSide, Left: skin.PageSide}, column))
}
