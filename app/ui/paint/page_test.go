package paint_test

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/paint"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/report/figure"
)

// sheet is a drawing of one colour, but for a margin.
func sheet(c figure.Color) figure.Drawing {
	return figure.Drawing{Width: 100, Height: 50, Ops: []figure.Op{figure.Rect{Box: figure.Box{X: 10, Y: 10, W: 80, H: 30}, Fill: c}}}
}

// desk is a window where what is painted arrives only when the test lets it.
type desk struct {
	fyne.Driver
	fyne.Window
	arrived chan func()
}

type deskApp struct {
	fyne.App
	desk *desk
}

func (a deskApp) Driver() fyne.Driver { return a.desk }

// DoFromGoroutine implements fyne.Driver.
func (d *desk) DoFromGoroutine(f func(), _ bool) { d.arrived <- f }

func newDesk(t *testing.T, object fyne.CanvasObject, w, h float32, variant skin.Variant) *desk {
	t.Helper()
	d := &desk{Window: widgettest.Window(t, object, w, h, variant), arrived: make(chan func(), 100)}
	app := fyne.CurrentApp()
	d.Driver = app.Driver()
	fyne.SetCurrentApp(deskApp{app, d})
	return d
}

// arrive waits for n pictures.
func (d *desk) arrive(n int) {
	for range n {
		(<-d.arrived)()
	}
}

func (d *desk) pixel(x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(d.Canvas().Capture().At(x, y)).(color.NRGBA)
}

func TestPageKeepsItsPictureUntilTheNextIsPainted(t *testing.T) {
	page := paint.NewPage(painter(t), sheet(figure.Forest))
	d := newDesk(t, page, 200, 100, skin.Dark)
	see := func(when string, want color.NRGBA) {
		t.Helper()
		if got := d.pixel(100, 50); got != want {
			t.Errorf("%s: the middle is %v, want %v", when, got, want)
		}
	}
	see("before anything is painted", figure.Paper)
	d.arrive(1)
	see("once painted", figure.Forest)
	page.SetDrawing(sheet(figure.Brick))
	see("while the next is painted", figure.Forest)
	page.SetDrawing(sheet(figure.Indigo))
	see("while the last is painted", figure.Forest)
	d.arrive(2)
	see("once all that was asked for is painted", figure.Indigo)
	if got := d.pixel(10, 10); got != figure.Paper {
		t.Errorf("the margin is %v on a dark screen, want white paper", got)
	}
	page.Release()
	see("once released", figure.Paper)
	d.arrive(1)
	see("once seen again", figure.Indigo)
}

func TestPageIsPaintedAtTheSizeOfTheScreen(t *testing.T) {
	page := paint.NewPage(painter(t), sheet(figure.Forest))
	d := newDesk(t, page, 200, 100, skin.Light)
	d.Canvas().Capture()
	d.arrive(1)
	d.Canvas().Capture()
	d.Resize(fyne.NewSize(400, 200))
	d.Canvas().Capture() // the stretched picture, and an order
	d.arrive(1)
	img := d.Canvas().Capture()
	for _, edge := range []image.Point{{X: 40, Y: 100}, {X: 359, Y: 100}} {
		if got := color.NRGBAModel.Convert(img.At(edge.X, edge.Y)); got != figure.Forest {
			t.Errorf("the edge at %v is blurred: %v", edge, got)
		}
	}
	if len(d.arrived) != 0 {
		t.Error("a picture was painted in vain")
	}
	if got := page.HeightFor(300); got != 150 {
		t.Errorf("a page 300 wide is %g high, want 150", got)
	}
}
