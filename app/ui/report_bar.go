package ui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/paint"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// reportBar is the line above the pages: where one is, and how large it shows.
type reportBar struct {
	pages           *paint.Pages
	place, percent  *widgets.Text
	fit             *widgets.Button
	content         fyne.CanvasObject
	smaller, larger *widgets.Button
}

func newReportBar(pages *paint.Pages) *reportBar {
	small := widgets.TextOptions{Style: widgets.Small, NoWrap: true}
	b := &reportBar{pages: pages, place: widgets.NewText("", small),
		percent: widgets.NewText("", widgets.TextOptions{Style: widgets.Small, Align: fyne.TextAlignCenter, Truncate: true})}
	b.smaller = widgets.NewButton(widgets.ButtonOptions{Label: "–", OnTapped: pages.ZoomOut})
	b.larger = widgets.NewButton(widgets.ButtonOptions{Label: "+", OnTapped: pages.ZoomIn})
	b.fit = widgets.NewButton(widgets.ButtonOptions{Label: "Largeur", OnTapped: func() { pages.SetZoom(0) }})
	b.content = widgets.Pad(widgets.Insets{Top: skin.Gap2, Right: reportSide, Bottom: skin.Gap2, Left: reportSide},
		widgets.HStack(skin.Gap2, b.place, widgets.Spacer(), b.smaller, container.NewGridWrap(fyne.NewSize(percentWidth, skin.TextSize*skin.LineHeight), b.percent), b.larger, b.fit))
	b.refresh()
	return b
}

// percentWidth is the width of « 100 % », so that buttons do not move.
const percentWidth = 48

func (b *reportBar) refresh() {
	b.place.SetText(pagePlace(b.pages.Page(), b.pages.Count()))
	b.percent.SetText(model.FormatNumber(float64(b.pages.Percent()), 0) + model.NBSP + "%")
	if b.pages.Zoom() == 0 {
		b.fit.Disable()
	} else {
		b.fit.Enable()
	}
}

// pagePlace is « Page 2 sur 21 », nothing before there are pages.
func pagePlace(page, count int) string {
	if count == 0 {
		return ""
	}
	return fmt.Sprintf("Page"+model.NBSP+"%d sur %d", page+1, count)
}

// reportPanes puts the thumbnails, the pages under their bar, and the panel
// side by side. The thumbnails go where there is no room for them.
type reportPanes struct {
	widget.BaseWidget
	thumbs, bar, pages, panel fyne.CanvasObject
	surface, edge             *canvas.Rectangle
}

// Widths of the panes.
const (
	reportSide  float32 = 18
	panelWidth  float32 = 290
	thumbsFrom  float32 = 640 // of thumbnails and pages together
	reportLeast float32 = 300 // of the pages
)

func newReportPanes(v *reportView) *reportPanes {
	p := &reportPanes{thumbs: v.thumbs, bar: v.bar.content, pages: container.NewStack(v.pages, container.NewVBox(v.nothing)), panel: v.panel.content,
		surface: &canvas.Rectangle{}, edge: &canvas.Rectangle{}}
	p.ExtendBaseWidget(p)
	return p
}

// Children implements widgets.Parent.
func (p *reportPanes) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.thumbs, p.bar, p.pages, p.panel}
}

// CreateRenderer implements fyne.Widget.
func (p *reportPanes) CreateRenderer() fyne.WidgetRenderer {
	r := &reportPanesRenderer{p}
	r.dress()
	return r
}

type reportPanesRenderer struct{ panes *reportPanes }

func (r *reportPanesRenderer) Destroy() {}

func (r *reportPanesRenderer) MinSize() fyne.Size { return fyne.NewSize(panelWidth+reportLeast, 200) }

// Objects implements fyne.WidgetRenderer; Tab goes through them in this order.
func (r *reportPanesRenderer) Objects() []fyne.CanvasObject {
	p := r.panes
	return []fyne.CanvasObject{p.surface, p.edge, p.bar, p.thumbs, p.pages, p.panel}
}

func (r *reportPanesRenderer) Layout(size fyne.Size) {
	p := r.panes
	put := func(o fyne.CanvasObject, x, y, width, height float32) {
		o.Move(fyne.NewPos(x, y))
		o.Resize(fyne.NewSize(width, height))
	}
	right := size.Width - panelWidth
	put(p.surface, right, 0, panelWidth, size.Height)
	put(p.edge, right-skin.Hairline, 0, skin.Hairline, size.Height)
	put(p.panel, right, 0, panelWidth, size.Height)
	right -= skin.Hairline
	left := float32(0)
	if right < thumbsFrom {
		p.thumbs.Hide()
	} else {
		p.thumbs.Show()
		left = paint.ThumbnailsWidth
		put(p.thumbs, 0, 0, paint.ThumbnailsWidth, size.Height)
	}
	bar := widgets.HeightFor(p.bar, right-left)
	put(p.bar, left, 0, right-left, bar)
	put(p.pages, left, bar, right-left, size.Height-bar)
}

func (r *reportPanesRenderer) Refresh() {
	r.dress()
	for _, child := range r.panes.Children() {
		child.Refresh()
	}
	canvas.Refresh(r.panes)
}

func (r *reportPanesRenderer) dress() {
	r.panes.surface.FillColor, r.panes.edge.FillColor = skin.Color(skin.Surface), skin.Color(skin.Line)
}
