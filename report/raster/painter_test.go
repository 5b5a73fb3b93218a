package raster_test

import (
	"image"
	"math"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
	"tressons/report/raster"
)

func painter(t testing.TB) *raster.Painter {
	t.Helper()
	f := layouttest.Fonts(t)
	p, err := raster.NewPainter(f.TTF(figure.Regular), f.TTF(figure.Italic), f.TTF(figure.Semibold), f.TTF(figure.Bold))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// shown paints marks on a sheet of 100 points, at two pixels a point.
func shown(t testing.TB, ops ...figure.Op) *image.RGBA {
	t.Helper()
	return painter(t).Image(figure.Drawing{Width: 100, Height: 100, Ops: ops}, 200, 200)
}

// darkness is 0 for paper and 1 for black.
func darkness(img *image.RGBA, x, y int) float64 {
	return 1 - float64(img.RGBAAt(x, y).G)/255
}

// ink is the sum of all darkness, in pixels.
func ink(img *image.RGBA) float64 {
	var sum float64
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			sum += darkness(img, x, y)
		}
	}
	return sum
}

// inkBox is the box around all that is more dark than pale.
func inkBox(img *image.RGBA) image.Rectangle {
	var box image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if darkness(img, x, y) > 0.5 {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

var black = figure.RGB(0)

func TestTextStandsOnItsBaseline(t *testing.T) {
	t.Parallel()
	box := inkBox(shown(t, figure.Text{At: figure.Point{X: 10, Y: 50}, Value: "H", Size: 30, Color: black}))
	if box.Max.Y != 100 {
		t.Errorf("the letter ends at %d, want the baseline at 100", box.Max.Y)
	}
	if height := float64(box.Dy()) / 60; height < 0.63 || height > 0.69 {
		t.Errorf("the capital is %.2f high, want 0.66 of the size", height)
	}
}

func TestTextKeepsToItsAnchor(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		anchor  figure.Anchor
		measure func(image.Rectangle) int
		want    int
	}{
		"start":  {figure.Start, func(b image.Rectangle) int { return b.Min.X }, 100},
		"middle": {figure.Middle, func(b image.Rectangle) int { return (b.Min.X + b.Max.X) / 2 }, 100},
		"end":    {figure.End, func(b image.Rectangle) int { return b.Max.X }, 100},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			box := inkBox(shown(t, figure.Text{At: figure.Point{X: 50, Y: 50}, Value: "HHHH", Size: 12, Color: black, Anchor: c.anchor}))
			if got := c.measure(box); math.Abs(float64(got-c.want)) > 3 {
				t.Errorf("the text lies at %v, want %d", box, c.want)
			}
		})
	}
}

// TestTextIsAsWideAsLayoutMeasured puts a bar just where layout says that a
// text ends: the two must touch at any length.
func TestTextIsAsWideAsLayoutMeasured(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	p := painter(t)
	const text = "AVATAR To, fichier «\u00a0Vallée\u00a0» 35\u202f692 WAVE, H" // kerning would shorten it
	for face := range figure.Face(figure.Faces) {
		width := fonts.Width(text, face, 20)
		sheet := figure.Drawing{Width: width, Height: 40, Ops: []figure.Op{
			figure.Text{At: figure.Point{Y: 30}, Value: text, Size: 20, Color: black, Face: face}}}
		box := inkBox(p.Image(sheet, int(math.Round(width)), 40))
		if gap := width - float64(box.Max.X); gap < 0 || gap > 3 {
			t.Errorf("%s: the last letter ends %.1f points before the width of %.1f", face, gap, width)
		}
	}
}

func TestFacesDiffer(t *testing.T) {
	t.Parallel()
	weight := func(face figure.Face) float64 {
		return ink(shown(t, figure.Text{At: figure.Point{X: 5, Y: 50}, Value: "Hamburg", Size: 20, Color: black, Face: face}))
	}
	regular, semibold, bold := weight(figure.Regular), weight(figure.Semibold), weight(figure.Bold)
	if !(regular < semibold && semibold < bold) {
		t.Errorf("ink of regular %.0f, semibold %.0f, bold %.0f", regular, semibold, bold)
	}
	if weight(figure.Italic) == regular {
		t.Error("italic looks like regular")
	}
}

func TestShapesCoverTheirArea(t *testing.T) {
	t.Parallel()
	middle := figure.Point{X: 50, Y: 50}
	thick := figure.Stroke{Color: black, Width: 4}
	square := []figure.Point{{X: 20, Y: 20}, {X: 80, Y: 20}, {X: 80, Y: 80}, {X: 20, Y: 80}}
	small := []figure.Point{{X: 40, Y: 40}, {X: 60, Y: 40}, {X: 60, Y: 60}, {X: 40, Y: 60}}
	back := []figure.Point{small[3], small[2], small[1], small[0]}
	for name, c := range map[string]struct {
		op   figure.Op
		want float64 // square points
	}{
		"rectangle":                {figure.Rect{Box: figure.Box{X: 10, Y: 10, W: 30, H: 20}, Fill: black}, 600},
		"round corners":            {figure.Rect{Box: figure.Box{X: 10, Y: 10, W: 30, H: 20}, Radius: 10, Fill: black}, 600 - (400 - 100*math.Pi)},
		"disc":                     {figure.Circle{Center: middle, R: 20, Fill: black}, 400 * math.Pi},
		"ring":                     {figure.Circle{Center: middle, R: 20, Stroke: thick}, 160 * math.Pi},
		"quarter":                  {figure.Pie{Center: middle, R: 20, To: 0.25, Fill: black}, 100 * math.Pi},
		"whole pie":                {figure.Pie{Center: middle, R: 20, To: 1, Fill: black}, 400 * math.Pi},
		"polygon":                  {figure.Polygon{Rings: [][]figure.Point{square}, Fill: black}, 3600},
		"hole, same turn":          {figure.Polygon{Rings: [][]figure.Point{square, small}, Fill: black}, 3200},
		"hole, other turn":         {figure.Polygon{Rings: [][]figure.Point{square, back}, Fill: black}, 3200},
		"outline, sharp corners":   {figure.Polygon{Rings: [][]figure.Point{square}, Stroke: thick}, 64*64 - 56*56},
		"bend":                     {figure.Line{Points: []figure.Point{{X: 20, Y: 20}, {X: 60, Y: 20}, {X: 60, Y: 60}}, Stroke: thick}, 42*4 + 38*4},
		"dashes":                   {figure.Line{Points: []figure.Point{{X: 10, Y: 50}, {X: 90, Y: 50}}, Stroke: figure.Stroke{Color: black, Width: 4, Dash: []float64{6, 4}}}, 48 * 4},
		"dashes around a corner":   {figure.Line{Points: []figure.Point{{X: 20, Y: 20}, {X: 60, Y: 20}, {X: 60, Y: 60}}, Stroke: figure.Stroke{Color: black, Width: 2, Dash: []float64{8, 8}}}, 80},
		"hairline keeps a pixel":   {figure.Line{Points: []figure.Point{{X: 10, Y: 50.3}, {X: 90, Y: 50.3}}, Stroke: figure.Stroke{Color: black, Width: 0.2}}, 40},
		"thinner than can be seen": {figure.Line{Points: []figure.Point{{X: 10, Y: 50.3}, {X: 90, Y: 50.3}}, Stroke: figure.Stroke{Color: black, Width: 0.035}}, 8},
		"thinner than a pixel":     {figure.Rect{Box: figure.Box{X: 10, Y: 50.3, W: 80, H: 0.035}, Fill: black}, 8},
		"no stroke without width":  {figure.Line{Points: square, Stroke: figure.Stroke{Color: black}}, 0},
		"beyond the sheet":         {figure.Rect{Box: figure.Box{X: 90, Y: -50, W: 500, H: 100}, Fill: black}, 500},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := ink(shown(t, c.op)) / 4; math.Abs(got-c.want) > 0.01*c.want {
				t.Errorf("%.1f square points, want %.1f", got, c.want)
			}
		})
	}
}

func TestPieTurnsClockwiseFromNoon(t *testing.T) {
	t.Parallel()
	img := shown(t, figure.Pie{Center: figure.Point{X: 50, Y: 50}, R: 20, To: 0.25, Fill: black})
	for place, want := range map[image.Point]float64{{X: 110, Y: 90}: 1, {X: 110, Y: 110}: 0, {X: 90, Y: 90}: 0} {
		if got := darkness(img, place.X, place.Y); got != want {
			t.Errorf("%v is %.1f dark, want %.0f", place, got, want)
		}
	}
}

func TestFillsThatTouchLeaveNoSeam(t *testing.T) {
	t.Parallel()
	var ops []figure.Op
	for i := range 9 { // edges that fall between pixels
		ops = append(ops, figure.Rect{Box: figure.Box{X: 10 + float64(i)*8.37, Y: 40, W: 8.37, H: 20}, Fill: black})
	}
	img := shown(t, ops...)
	for x := 20; x < 170; x++ {
		if darkness(img, x, 100) != 1 {
			t.Errorf("seam at pixel %d", x)
		}
	}
}

func TestHairlinesAreSharp(t *testing.T) {
	t.Parallel()
	for _, y := range []float64{50, 50.1, 50.25, 50.4} {
		img := shown(t, figure.Line{Points: []figure.Point{{X: 10, Y: y}, {X: 90, Y: y}}, Stroke: figure.Stroke{Color: black, Width: 0.5}})
		rows := 0
		for row := range 200 {
			switch darkness(img, 100, row) {
			case 0:
			case 1:
				rows++
			default:
				t.Errorf("at %g: row %d is grey", y, row)
			}
		}
		if rows != 1 {
			t.Errorf("at %g: %d rows of pixels, want one", y, rows)
		}
	}
}

func TestBrokenFont(t *testing.T) {
	t.Parallel()
	f := layouttest.Fonts(t)
	if _, err := raster.NewPainter(f.TTF(figure.Regular), []byte("no font"), f.TTF(figure.Semibold), f.TTF(figure.Bold)); err == nil {
		t.Error("no complaint about the italic")
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
