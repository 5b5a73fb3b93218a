// Package paint shows drawings and pages in the window, with the pixels of
// package raster. A [Page] is painted away from the window, at the very number
// of pixels it has on the screen, so that it is sharp at any zoom and scrolling
// costs nothing.
package paint

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
	"tressons/report/figure"
	"tressons/report/raster"
)

// Page shows a drawing on white paper, in the light and in the dark, as large
// as it is made. It is painted in the background when it is first seen; until
// the new picture is there, the former one stays.
type Page struct {
	widget.BaseWidget
	painter *raster.Painter
	drawing figure.Drawing
	border  fyne.ThemeColorName
	stroke  float32
	edge    *canvas.Rectangle // seen around the picture
	picture *canvas.Raster
	painted *image.RGBA // what is shown, nil before the first
	stale   bool        // painted is of another drawing
	job     *job        // what is being painted
}

// job is a picture asked for.
type job struct {
	page          *Page
	drawing       figure.Drawing
	width, height int
}

// NewPage makes a page. Its shape is that of the drawing.
func NewPage(p *raster.Painter, d figure.Drawing) *Page {
	page := &Page{painter: p, drawing: d, border: skin.Line, stroke: skin.Hairline, edge: &canvas.Rectangle{}}
	page.picture = canvas.NewRaster(page.pixels)
	page.ExtendBaseWidget(page)
	return page
}

// SetDrawing shows another drawing.
func (p *Page) SetDrawing(d figure.Drawing) {
	p.drawing, p.stale, p.job = d, true, nil
	p.picture.Refresh()
}

// SetBorder changes the line around the paper.
func (p *Page) SetBorder(name fyne.ThemeColorName, stroke float32) {
	if p.border == name && p.stroke == stroke {
		return
	}
	p.border, p.stroke = name, stroke
	p.Refresh()
}

// Release gives the memory of the picture back. It is painted anew when it is
// seen again.
func (p *Page) Release() {
	if p.painted == nil && p.job == nil {
		return
	}
	p.painted, p.job = nil, nil
	p.picture.Refresh()
}

// HeightFor is the height of the paper at a width.
func (p *Page) HeightFor(width float32) float32 {
	if p.drawing.Width <= 0 {
		return 0
	}
	return width * float32(p.drawing.Height/p.drawing.Width)
}

// pixels gives Fyne the picture at the size that it has on the screen, or what
// stands for it until it is painted.
func (p *Page) pixels(width, height int) image.Image {
	fits := p.painted != nil && p.painted.Rect.Dx() == width && p.painted.Rect.Dy() == height
	if !fits || p.stale {
		p.order(width, height)
	}
	if p.painted == nil {
		return blank()
	}
	return p.painted
}

// blank is a pixel of paper, which Fyne stretches.
func blank() image.Image {
	return &image.RGBA{Pix: []uint8{0xFF, 0xFF, 0xFF, 0xFF}, Stride: 4, Rect: image.Rect(0, 0, 1, 1)}
}

// order has the picture painted in the background, unless it is already.
func (p *Page) order(width, height int) {
	if p.job != nil && p.job.width == width && p.job.height == height {
		return
	}
	j := &job{page: p, drawing: p.drawing, width: width, height: height}
	p.job = j
	go j.run(p.painter)
}

// run paints the picture and shows it, unless another one is wanted by then.
func (j *job) run(painter *raster.Painter) {
	picture := painter.Image(j.drawing, j.width, j.height)
	fyne.Do(func() {
		if j.page.job != j {
			return
		}
		j.page.painted, j.page.stale, j.page.job = picture, false, nil
		j.page.picture.Refresh()
	})
}

// CreateRenderer implements fyne.Widget.
func (p *Page) CreateRenderer() fyne.WidgetRenderer {
	r := &pageRenderer{page: p}
	r.dress()
	return r
}

// pageRenderer puts the border around the paper.
type pageRenderer struct{ page *Page }

func (r *pageRenderer) Destroy() {}

func (r *pageRenderer) MinSize() fyne.Size { return fyne.Size{} }

func (r *pageRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.page.edge, r.page.picture}
}

func (r *pageRenderer) Layout(size fyne.Size) {
	s := r.page.stroke
	r.page.edge.Move(fyne.NewPos(-s, -s))
	r.page.edge.Resize(size.AddWidthHeight(2*s, 2*s))
	r.page.picture.Resize(size)
}

func (r *pageRenderer) Refresh() {
	r.dress()
	r.Layout(r.page.Size())
	canvas.Refresh(r.page.edge)
}

func (r *pageRenderer) dress() { r.page.edge.FillColor = skin.Color(r.page.border) }
