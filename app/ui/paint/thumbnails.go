package paint

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
	"tressons/report/figure"
	"tressons/report/raster"
)

// Thumbnails is a column of small pages with their numbers, of which one is
// selected. The keyboard goes through them.
type Thumbnails struct {
	widget.BaseWidget
	sheets
	onSelected func(page int)
	selected   int
	focused    bool
	ring       *canvas.Rectangle
	numbers    []*canvas.Text
}

// Sizes of a thumbnail.
const (
	thumbWidth  float32 = 78
	thumbNumber float32 = 18
	thumbGap    float32 = 10
	ringAway    float32 = 4
	thumbBar    float32 = 10 // room for the scroll bar at the right
	// ThumbnailsWidth is the width that a column of thumbnails needs.
	ThumbnailsWidth = pagesMargin + thumbWidth + thumbBar
)

// NewThumbnails makes an empty column. onSelected hears the choice of the person.
func NewThumbnails(painter *raster.Painter, onSelected func(page int)) *Thumbnails {
	t := &Thumbnails{onSelected: onSelected, ring: &canvas.Rectangle{CornerRadius: skin.SmallRadius, StrokeWidth: skin.FocusStroke}}
	t.prepare(painter, container.ScrollVerticalOnly, func() {})
	t.ExtendBaseWidget(t)
	return t
}

// SetPages shows other pages.
func (t *Thumbnails) SetPages(drawings []figure.Drawing) {
	if !t.set(drawings) {
		return
	}
	t.selected = max(0, min(t.selected, len(drawings)-1))
	t.numbers = nil
	all := append([]fyne.CanvasObject{t.ring}, objects(t.pages)...)
	for i := range t.pages {
		number := canvas.NewText(strconv.Itoa(i+1), nil)
		number.Alignment = fyne.TextAlignCenter
		t.numbers = append(t.numbers, number)
		all = append(all, number)
	}
	t.content.Objects = all
	t.layout(t.Size())
	t.dress()
	t.content.Refresh()
}

// Select shows which page is the present one, telling nobody.
func (t *Thumbnails) Select(page int) {
	if page == t.selected {
		return
	}
	t.selected = page
	t.layoutRing()
	t.dress()
	t.keepInView()
}

// keepInView scrolls just enough to show the selected page.
func (t *Thumbnails) keepInView() {
	if t.selected < 0 || t.selected >= len(t.pages) {
		return
	}
	page := t.pages[t.selected]
	top, bottom := page.Position().Y-pagesMargin, page.Position().Y+page.Size().Height+thumbNumber+thumbGap
	switch height := t.scroll.Size().Height; {
	case top < t.scroll.Offset.Y:
		t.scrollTo(fyne.NewPos(0, top))
	case bottom > t.scroll.Offset.Y+height:
		t.scrollTo(fyne.NewPos(0, bottom-height))
	}
}

func (t *Thumbnails) layout(size fyne.Size) {
	y := pagesMargin
	for i, p := range t.pages {
		h := round(p.HeightFor(thumbWidth))
		put(p, pagesMargin, y, thumbWidth, h)
		put(t.numbers[i], pagesMargin, y+h+2, thumbWidth, thumbNumber-2)
		y += h + thumbNumber + thumbGap
	}
	t.arrange(size, fyne.NewSize(ThumbnailsWidth, y-thumbGap+pagesMargin))
	t.layoutRing()
}

// layoutRing puts the mark of focus around the selected page.
func (t *Thumbnails) layoutRing() {
	if t.selected < 0 || t.selected >= len(t.pages) {
		return
	}
	page := t.pages[t.selected]
	put(t.ring, pagesMargin-ringAway-1, page.Position().Y-ringAway-1, thumbWidth+2*ringAway+2, page.Size().Height+2*ringAway+2)
}

// dress gives everything its colours.
func (t *Thumbnails) dress() {
	t.ring.Hidden = !t.focused || len(t.pages) == 0
	t.ring.StrokeColor = skin.Color(skin.Primary)
	for i, p := range t.pages {
		number := t.numbers[i]
		number.TextSize, number.TextStyle, number.Color = skin.CapsSize, fyne.TextStyle{}, skin.Color(skin.Secondary)
		if i == t.selected {
			p.SetBorder(skin.Primary, skin.FocusStroke)
			number.TextStyle, number.Color = skin.Semibold, skin.Color(skin.Primary)
		} else {
			p.SetBorder(skin.Line, skin.Hairline)
		}
	}
	canvas.Refresh(t.content)
}

// choose selects a page as the person did.
func (t *Thumbnails) choose(page int) {
	page = max(0, min(page, len(t.pages)-1))
	if len(t.pages) == 0 {
		return
	}
	t.Select(page)
	t.onSelected(page)
}

// Tapped implements fyne.Tappable.
func (t *Thumbnails) Tapped(event *fyne.PointEvent) {
	if holder := fyne.CurrentApp().Driver().CanvasForObject(t); holder != nil {
		holder.Focus(t)
	}
	y := event.Position.Y + t.scroll.Offset.Y
	for i, p := range t.pages {
		if y >= p.Position().Y && y < p.Position().Y+p.Size().Height+thumbNumber {
			t.choose(i)
		}
	}
}

// Cursor implements desktop.Cursorable.
func (t *Thumbnails) Cursor() desktop.Cursor { return desktop.PointerCursor }

// FocusGained implements fyne.Focusable.
func (t *Thumbnails) FocusGained() {
	t.focused = true
	t.dress()
	t.keepInView()
}

// FocusLost implements fyne.Focusable.
func (t *Thumbnails) FocusLost() {
	t.focused = false
	t.dress()
}

// TypedRune implements fyne.Focusable.
func (t *Thumbnails) TypedRune(rune) {}

// TypedKey implements fyne.Focusable.
func (t *Thumbnails) TypedKey(key *fyne.KeyEvent) {
	switch key.Name {
	case fyne.KeyDown, fyne.KeyPageDown:
		t.choose(t.selected + 1)
	case fyne.KeyUp, fyne.KeyPageUp:
		t.choose(t.selected - 1)
	case fyne.KeyHome:
		t.choose(0)
	case fyne.KeyEnd:
		t.choose(len(t.pages) - 1)
	}
}

// CreateRenderer implements fyne.Widget.
func (t *Thumbnails) CreateRenderer() fyne.WidgetRenderer {
	t.dress()
	return &thumbnailsRenderer{t}
}

type thumbnailsRenderer struct{ thumbnails *Thumbnails }

func (r *thumbnailsRenderer) Destroy() {}

func (r *thumbnailsRenderer) MinSize() fyne.Size { return fyne.NewSize(ThumbnailsWidth, 0) }

func (r *thumbnailsRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.thumbnails.scroll}
}

func (r *thumbnailsRenderer) Layout(size fyne.Size) {
	r.thumbnails.layout(size)
	r.thumbnails.keepInView()
}

func (r *thumbnailsRenderer) Refresh() { r.thumbnails.dress() }
