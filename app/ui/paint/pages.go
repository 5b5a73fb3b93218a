package paint

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
	"tressons/report/figure"
	"tressons/report/raster"
)

// Link is a part of a page that leads somewhere.
type Link struct {
	Page   int // from 0
	Box    figure.Box
	Follow func()
}

// PagesOptions says whom [Pages] tell. Both may be nil.
type PagesOptions struct {
	// OnPage hears which page is the present one, from 0, when it changes.
	OnPage func(page int)
	// OnZoom hears that the scale changed.
	OnZoom func()
}

// Pages shows a document to read: its pages one under the other, as wide as
// there is room or at a chosen scale. The keyboard turns the pages.
type Pages struct {
	widget.BaseWidget
	sheets
	options PagesOptions
	links   []Link
	zoom    int // percent, 0 to fit the width
	current int
	focused bool
	laid    float32 // scale at which the pages lie, 0 before the first time
	pointer fyne.Position
}

// Scales.
const (
	pagesMargin float32 = 18
	pagesGap    float32 = 16
	// fitLimit is the percentage beyond which wider pages read no better.
	fitLimit = 125
	// pixelsPerPoint is the scale called 100 %.
	pixelsPerPoint = 96.0 / 72
)

// zoomSteps are the percentages offered.
var zoomSteps = [...]int{25, 33, 50, 67, 75, 90, 100, 125, 150, 175, 200}

// NewPages makes an empty document.
func NewPages(painter *raster.Painter, options PagesOptions) *Pages {
	v := &Pages{options: options}
	v.prepare(painter, container.ScrollBoth, v.followScroll)
	v.ExtendBaseWidget(v)
	return v
}

// SetPages shows other pages, at the place where the former ones were.
func (v *Pages) SetPages(drawings []figure.Drawing, links []Link) {
	v.links = links
	if v.set(drawings) {
		v.content.Objects = objects(v.pages)
		v.setCurrent(max(0, min(v.current, len(drawings)-1)))
		v.layout(v.Size())
		v.content.Refresh()
	}
}

func objects(pages []*Page) []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(pages))
	for i, p := range pages {
		out[i] = p
	}
	return out
}

// Count is how many pages there are.
func (v *Pages) Count() int { return len(v.pages) }

// Page is the present page, from 0.
func (v *Pages) Page() int { return v.current }

// GoTo makes a page the present one and shows it from y on, in points.
func (v *Pages) GoTo(page int, y float64) {
	page = max(0, min(page, len(v.pages)-1))
	v.setCurrent(page)
	if page < 0 || len(v.pages) == 0 || v.Size().IsZero() {
		return
	}
	at := float32(0)
	if page > 0 || y > 0 {
		at = v.pages[page].Position().Y - pagesGap/2 + float32(y)*v.scale()
	}
	v.scrollTo(fyne.NewPos(v.scroll.Offset.X, at))
}

// Zoom is the percentage chosen, 0 for the width of the area.
func (v *Pages) Zoom() int { return v.zoom }

// SetZoom chooses a percentage, or 0 to fit the width. What is in view stays.
func (v *Pages) SetZoom(percent int) {
	v.zoom = percent
	v.rescale()
}

// Percent is the percentage at which pages show.
func (v *Pages) Percent() int {
	return int(math.Round(float64(v.scale()) / pixelsPerPoint * 100))
}

// ZoomIn shows pages at the next greater of the scales offered.
func (v *Pages) ZoomIn() {
	for _, step := range zoomSteps {
		if step > v.Percent() {
			v.SetZoom(step)
			return
		}
	}
}

// ZoomOut shows pages at the next smaller of the scales offered.
func (v *Pages) ZoomOut() {
	for i := len(zoomSteps) - 1; i >= 0; i-- {
		if zoomSteps[i] < v.Percent() {
			v.SetZoom(zoomSteps[i])
			return
		}
	}
}

// scale is how many pixels a point has.
func (v *Pages) scale() float32 {
	if v.zoom > 0 {
		return float32(v.zoom) / 100 * pixelsPerPoint
	}
	widest := 0.0
	for _, d := range v.drawings {
		widest = max(widest, d.Width)
	}
	room := v.Size().Width - 2*pagesMargin
	if widest == 0 || room <= 0 {
		return pixelsPerPoint
	}
	return min(room/float32(widest), fitLimit/100.0*pixelsPerPoint)
}

// rescale lays the pages out again, so that what was at the top stays there.
func (v *Pages) rescale() {
	offset := v.scroll.Offset
	if before := v.laid; before > 0 && v.current < len(v.pages) { // gaps do not grow
		ratio := v.scale() / before
		top := v.pages[v.current].Position().Y
		v.layout(v.Size())
		offset.Y = v.pages[v.current].Position().Y + (offset.Y-top)*ratio
		middle := v.Size().Width / 2
		offset.X = (offset.X+middle)*ratio - middle
	} else {
		v.layout(v.Size())
	}
	v.scrollTo(offset)
	v.content.Refresh()
	if v.options.OnZoom != nil {
		v.options.OnZoom()
	}
}

// setCurrent marks the present page.
func (v *Pages) setCurrent(page int) {
	changed := page != v.current
	v.current = page
	for i, p := range v.pages {
		if i == v.current && v.focused {
			p.SetBorder(skin.Primary, skin.FocusStroke)
		} else {
			p.SetBorder(skin.Line, skin.Hairline)
		}
	}
	if changed && v.options.OnPage != nil {
		v.options.OnPage(page)
	}
}

// followScroll makes the page that fills most of the area the present one.
func (v *Pages) followScroll() {
	top := v.scroll.Offset.Y
	bottom := top + v.scroll.Size().Height
	best, most := v.current, float32(0)
	for i, p := range v.pages {
		seen := min(bottom, p.Position().Y+p.Size().Height) - max(top, p.Position().Y)
		if seen > most+1 {
			best, most = i, seen
		}
	}
	v.setCurrent(best)
}

// layout gives the pages their places.
func (v *Pages) layout(size fyne.Size) {
	scale := v.scale()
	v.laid = scale
	var width float32
	for _, d := range v.drawings {
		width = max(width, round(float32(d.Width)*scale))
	}
	width = max(width+2*pagesMargin, size.Width)
	y := pagesMargin
	for i, p := range v.pages {
		w := round(float32(v.drawings[i].Width) * scale)
		h := round(p.HeightFor(w))
		put(p, round((width-w)/2), y, w, h)
		y += h + pagesGap
	}
	v.arrange(size, fyne.NewSize(width, y-pagesGap+pagesMargin))
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }

// Tapped implements fyne.Tappable: a click follows a link.
func (v *Pages) Tapped(event *fyne.PointEvent) {
	if holder := fyne.CurrentApp().Driver().CanvasForObject(v); holder != nil {
		holder.Focus(v)
	}
	if link, ok := v.linkAt(event.Position); ok {
		link.Follow()
	}
}

func (v *Pages) linkAt(pos fyne.Position) (Link, bool) {
	pos = pos.Add(v.scroll.Offset)
	for _, link := range v.links {
		if link.Page >= len(v.pages) {
			continue
		}
		at := pos.Subtract(v.pages[link.Page].Position())
		x, y := float64(at.X/v.scale())-link.Box.X, float64(at.Y/v.scale())-link.Box.Y
		if x >= 0 && y >= 0 && x < link.Box.W && y < link.Box.H {
			return link, true
		}
	}
	return Link{}, false
}

// MouseIn implements desktop.Hoverable.
func (v *Pages) MouseIn(event *desktop.MouseEvent) { v.pointer = event.Position }

// MouseMoved implements desktop.Hoverable.
func (v *Pages) MouseMoved(event *desktop.MouseEvent) { v.pointer = event.Position }

// MouseOut implements desktop.Hoverable.
func (v *Pages) MouseOut() {}

// Cursor implements desktop.Cursorable: a hand over links.
func (v *Pages) Cursor() desktop.Cursor {
	if _, ok := v.linkAt(v.pointer); ok {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// FocusGained implements fyne.Focusable.
func (v *Pages) FocusGained() {
	v.focused = true
	v.setCurrent(v.current)
}

// FocusLost implements fyne.Focusable.
func (v *Pages) FocusLost() {
	v.focused = false
	v.setCurrent(v.current)
}

// TypedRune implements fyne.Focusable.
func (v *Pages) TypedRune(r rune) {
	switch r {
	case '+':
		v.ZoomIn()
	case '-', '–':
		v.ZoomOut()
	}
}

// TypedKey implements fyne.Focusable.
func (v *Pages) TypedKey(key *fyne.KeyEvent) {
	const step = 60
	switch key.Name {
	case fyne.KeyPageDown, fyne.KeySpace:
		v.GoTo(v.current+1, 0)
	case fyne.KeyPageUp:
		v.GoTo(v.current-1, 0)
	case fyne.KeyHome:
		v.GoTo(0, 0)
	case fyne.KeyEnd:
		v.GoTo(len(v.pages)-1, 0)
	case fyne.KeyDown:
		v.scrollBy(0, step)
	case fyne.KeyUp:
		v.scrollBy(0, -step)
	case fyne.KeyRight:
		v.scrollBy(step, 0)
	case fyne.KeyLeft:
		v.scrollBy(-step, 0)
	}
}

// scrollBy scrolls as the wheel would.
func (v *Pages) scrollBy(x, y float32) {
	v.scrollTo(v.scroll.Offset.AddXY(x, y))
	v.followScroll()
}

// CreateRenderer implements fyne.Widget.
func (v *Pages) CreateRenderer() fyne.WidgetRenderer { return &pagesRenderer{v} }

type pagesRenderer struct{ pages *Pages }

func (r *pagesRenderer) Destroy() {}

func (r *pagesRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 200) }

func (r *pagesRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pages.scroll}
}

// Layout keeps what is in view when the area changes.
func (r *pagesRenderer) Layout(size fyne.Size) {
	if r.pages.scroll.Size() != size {
		r.pages.rescale()
	}
}

func (r *pagesRenderer) Refresh() { r.pages.content.Refresh() }
