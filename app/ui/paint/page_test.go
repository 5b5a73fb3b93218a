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

// waiting is a painter whose work waits in a list until it is done by hand.
func waiting(t *testing.T) (*paint.Painter, *[]func()) {
	t.Helper()
	p, works := painter(t), &[]func(){}
	p.Start = func(work func()) { *works = append(*works, work) }
	return p, works
}

func do(works *[]func()) {
	todo := *works
	*works = nil
	for _, work := range todo {
		work()
	}
}

func pixel(window fyne.Window, x, y int) color.NRGBA {
	return color.NRGBAModel.Convert(window.Canvas().Capture().At(x, y)).(color.NRGBA)
}

func TestPageKeepsItsPictureUntilTheNextIsPainted(t *testing.T) {
	p, works := waiting(t)
	page := paint.NewPage(p, sheet(figure.Forest))
	window := widgettest.Window(t, page, 200, 100, skin.Dark)
	see := func(when string, want color.NRGBA) {
		t.Helper()
		if got := pixel(window, 100, 50); got != want {
			t.Errorf("%s: the middle is %v, want %v", when, got, want)
		}
	}
	see("before anything is painted", figure.Paper)
	do(works)
	see("once painted", figure.Forest)
	page.SetDrawing(sheet(figure.Brick))
	see("while the next is painted", figure.Forest)
	page.SetDrawing(sheet(figure.Indigo))
	window.Canvas().Capture()
	do(works)
	see("once the last asked for is painted", figure.Indigo)
	if got := pixel(window, 10, 10); got != figure.Paper {
		t.Errorf("the margin is %v on a dark screen, want white paper", got)
	}
	page.Release()
	see("once released", figure.Paper)
	do(works)
	see("once seen again", figure.Indigo)
}

func TestPageIsPaintedAtTheSizeOfTheScreen(t *testing.T) {
	p, works := waiting(t)
	page := paint.NewPage(p, sheet(figure.Forest))
	window := widgettest.Window(t, page, 200, 100, skin.Light)
	window.Canvas().Capture()
	window.Canvas().Capture()
	if len(*works) != 1 {
		t.Errorf("%d pictures ordered, want one", len(*works))
	}
	do(works)
	window.Resize(fyne.NewSize(400, 200))
	window.Canvas().Capture() // the stretched picture, and an order
	do(works)
	img := window.Canvas().Capture()
	for _, edge := range []image.Point{{X: 40, Y: 100}, {X: 359, Y: 100}} {
		if got := color.NRGBAModel.Convert(img.At(edge.X, edge.Y)); got != figure.Forest {
			t.Errorf("the edge at %v is blurred: %v", edge, got)
		}
	}
	if got := page.HeightFor(300); got != 150 {
		t.Errorf("a page 300 wide is %g high, want 150", got)
	}
}

func BenchmarkPage(b *testing.B) {
	p := painter(b)
	d := figure.Drawing{Width: 595, Height: 842}
	for i := range 60 {
		d.Ops = append(d.Ops, figure.Text{At: figure.Point{X: 50, Y: 50 + 12*float64(i)}, Size: 10, Color: figure.Ink,
			Value: "Quatre facteurs sur neuf se retrouvent dans la dynamique des projets du territoire"})
	}
	for b.Loop() {
		p.Image(d, 794, 1123)
	}
}
