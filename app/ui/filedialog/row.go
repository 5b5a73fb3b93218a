package filedialog

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// look is what a row of a list shows.
type look struct {
	icon  fyne.Resource // nil makes a heading of the label
	label string
	date  string
	size  string
	// chosen tints the row.
	chosen bool
}

// Sizes of a row, in pixels.
const (
	rowHeight  float32 = 29
	rowSide    float32 = 10
	rowIcon    float32 = 18
	dateWidth  float32 = 148
	sizeWidth  float32 = 76
	headingGap float32 = 8
)

// row shows one line of a cursorList.
type row struct {
	widget.BaseWidget
	list    *cursorList
	index   int
	shown   look
	hovered bool

	edge    *canvas.Rectangle // the mark of focus, around back
	back    *canvas.Rectangle
	icon    *canvas.Image
	label   *canvas.Text
	date    *canvas.Text
	size    *canvas.Text
	heading *widgets.Text
}

func newRow(list *cursorList) *row {
	r := &row{
		list: list, edge: &canvas.Rectangle{CornerRadius: skin.SmallRadius}, back: &canvas.Rectangle{},
		icon: canvas.NewImageFromResource(nil), label: canvas.NewText("", nil), date: canvas.NewText("", nil), size: canvas.NewText("", nil),
		heading: widgets.NewText("", widgets.TextOptions{Style: widgets.Caps, Truncate: true}),
	}
	r.icon.FillMode = canvas.ImageFillContain
	r.size.Alignment = fyne.TextAlignTrailing
	r.ExtendBaseWidget(r)
	return r
}

// show makes the row that of a line of the list.
func (r *row) show(index int) {
	r.index, r.shown = index, r.list.look(index)
	r.Refresh()
}

// Tapped implements fyne.Tappable.
func (r *row) Tapped(*fyne.PointEvent) { r.list.tap(r.index) }

// MouseIn implements desktop.Hoverable.
func (r *row) MouseIn(*desktop.MouseEvent) { r.setHovered(true) }

// MouseMoved implements desktop.Hoverable.
func (r *row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (r *row) MouseOut() { r.setHovered(false) }

func (r *row) setHovered(hovered bool) {
	r.hovered = hovered
	r.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (r *row) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &rowRenderer{r}
}

type rowRenderer struct{ *row }

// Destroy implements fyne.WidgetRenderer.
func (r *rowRenderer) Destroy() {}

// MinSize implements fyne.WidgetRenderer.
func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(120, rowHeight) }

// Objects implements fyne.WidgetRenderer.
func (r *rowRenderer) Objects() []fyne.CanvasObject {
	if r.shown.icon == nil {
		return []fyne.CanvasObject{r.heading}
	}
	return []fyne.CanvasObject{r.edge, r.back, r.icon, r.label, r.date, r.size}
}

// Refresh implements fyne.WidgetRenderer.
func (r *rowRenderer) Refresh() {
	r.paint()
	r.Layout(r.row.Size())
	canvas.Refresh(r.row)
}

// Layout implements fyne.WidgetRenderer.
func (r *rowRenderer) Layout(size fyne.Size) {
	put(r.heading, rowSide, headingGap, size.Width-2*rowSide, r.heading.MinSize().Height)
	put(r.edge, 0, 0, size.Width, size.Height)
	inset := r.border()
	put(r.back, inset, inset, size.Width-2*inset, size.Height-2*inset)
	put(r.icon, rowSide, (size.Height-rowIcon)/2, rowIcon, rowIcon)
	left, right := rowSide+rowIcon+skin.Gap2, size.Width-rowSide
	if r.shown.date != "" {
		right -= sizeWidth
		placeText(r.size, right, size.Height, sizeWidth)
		right -= dateWidth
		placeText(r.date, right, size.Height, dateWidth)
		right -= skin.Gap3
	}
	width := max(0, right-left)
	r.label.Text = middle(r.shown.label, func(text string) bool {
		return fyne.MeasureText(text, r.label.TextSize, r.label.TextStyle).Width <= width
	})
	placeText(r.label, left, size.Height, width)
}

// placeText puts a text in the middle of a row.
func placeText(text *canvas.Text, x, rowHeight, width float32) {
	height := text.MinSize().Height
	put(text, x, (rowHeight-height)/2, width, height)
}

func put(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
}

// paint gives the row its words and colours.
func (r *row) paint() {
	if r.shown.icon == nil {
		r.heading.SetText(r.shown.label)
		r.heading.Refresh()
		return
	}
	ink, signs := skin.Ink, skin.Secondary
	back := fyne.ThemeColorName("")
	if r.hovered {
		back = theme.ColorNameHover
	}
	if r.shown.chosen {
		back, ink, signs = skin.PrimaryTint, skin.Primary, skin.Primary
	}
	r.edge.FillColor, r.back.CornerRadius = color.Transparent, skin.SmallRadius-r.border()
	if r.border() > 0 {
		r.edge.FillColor = skin.Color(skin.Primary)
		if !r.shown.chosen {
			back = skin.Surface
		}
	}
	r.back.FillColor = color.Transparent
	if back != "" {
		r.back.FillColor = skin.Color(back)
	}
	r.icon.Resource = theme.NewColoredResource(r.shown.icon, signs)
	r.icon.Refresh()
	dress(r.label, r.shown.label, skin.TextSize, ink)
	dress(r.date, r.shown.date, skin.SecondarySize, skin.Secondary)
	dress(r.size, r.shown.size, skin.SecondarySize, skin.Secondary)
}

// border is the thickness of the mark of focus, 0 without it.
func (r *row) border() float32 {
	if r.list.focused && r.list.cursor == r.index {
		return skin.FocusStroke
	}
	return 0
}

// dress writes a text.
func dress(text *canvas.Text, words string, size float32, ink fyne.ThemeColorName) {
	text.Text, text.TextSize, text.Color = words, size, skin.Color(ink)
}

// ring is the mark of focus around a whole list.
type ring struct{ *canvas.Rectangle }

func newRing() *ring {
	r := &ring{canvas.NewRectangle(color.Transparent)}
	r.CornerRadius = skin.SmallRadius
	return r
}

// set shows or hides the ring.
func (r *ring) set(on bool) {
	r.StrokeColor, r.StrokeWidth = color.Transparent, 0
	if on {
		r.StrokeColor, r.StrokeWidth = skin.Color(skin.Primary), skin.FocusStroke
	}
	r.Refresh()
}
