package paint_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/paint"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/report/figure"
)

// document is n portrait pages of 500 by 700 points.
func document(n int) []figure.Drawing {
	out := make([]figure.Drawing, n)
	for i := range out {
		out[i] = figure.Drawing{Width: 500, Height: 700, Ops: []figure.Op{
			figure.Text{At: figure.Point{X: 50, Y: 100 + float64(i)}, Value: "Page", Size: 12, Color: figure.Ink}}}
	}
	return out
}

// reader is a document of ten pages, 536 by 600 pixels: a page is 500 by 700.
func reader(t *testing.T, links ...paint.Link) (*paint.Pages, *[]int) {
	t.Helper()
	var turned []int
	v := paint.NewPages(painter(t), paint.PagesOptions{OnPage: func(page int) { turned = append(turned, page) }})
	widgettest.Window(t, v, 536, 600, skin.Light)
	v.SetPages(document(10), links)
	return v, &turned
}

// inView lists the pages that are shown, by the place of their top in view.
func inView(v fyne.CanvasObject) map[int]bool {
	out := map[int]bool{}
	n := 0
	for _, o := range test.LaidOutObjects(v) {
		if page, ok := o.(*paint.Page); ok {
			if page.Visible() {
				out[n] = true
			}
			n++
		}
	}
	return out
}

func TestPagesFitTheWidth(t *testing.T) {
	v, _ := reader(t)
	if v.Percent() != 75 || v.Zoom() != 0 {
		t.Errorf("%d %%, zoom %d; want 75 %% by itself", v.Percent(), v.Zoom())
	}
	if shown := inView(v); len(shown) != 1 || !shown[0] {
		t.Errorf("pages %v are shown, want the first alone", shown)
	}
}

func TestKeysTurnPages(t *testing.T) {
	v, turned := reader(t)
	for _, c := range []struct {
		key  fyne.KeyName
		want int
	}{
		{fyne.KeyPageDown, 1}, {fyne.KeyPageDown, 2}, {fyne.KeyPageUp, 1}, {fyne.KeyEnd, 9}, {fyne.KeyPageDown, 9},
		{fyne.KeyHome, 0}, {fyne.KeyPageUp, 0}, {fyne.KeySpace, 1},
	} {
		v.TypedKey(&fyne.KeyEvent{Name: c.key})
		if v.Page() != c.want {
			t.Fatalf("after %s: page %d, want %d (turned to %v)", c.key, v.Page(), c.want, *turned)
		}
		if !inView(v)[c.want] {
			t.Errorf("after %s: page %d is not shown", c.key, c.want)
		}
	}
	if got := len(*turned); got != 6 {
		t.Errorf("%d turns were told, want 6: %v", got, *turned)
	}
}

func TestScrollingTurnsPages(t *testing.T) {
	v, turned := reader(t)
	for range 9 { // 540 pixels: the second page fills most of the area
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	if v.Page() != 1 || len(*turned) != 1 {
		t.Errorf("page %d, turned to %v; want the second, once", v.Page(), *turned)
	}
	if shown := inView(v); len(shown) != 2 || !shown[0] || !shown[1] {
		t.Errorf("pages %v are shown, want the first two", shown)
	}
}

func TestZoomKeepsThePageInView(t *testing.T) {
	v, _ := reader(t)
	v.GoTo(4, 350)
	for _, want := range []int{90, 100, 125} {
		v.ZoomIn()
		if v.Percent() != want || v.Zoom() != want {
			t.Errorf("zoomed in to %d %%, want %d", v.Percent(), want)
		}
	}
	if v.Page() != 4 || !inView(v)[4] {
		t.Errorf("page %d, shown %v; want the fifth", v.Page(), inView(v))
	}
	v.ZoomOut()
	if v.Percent() != 100 {
		t.Errorf("zoomed out to %d %%, want 100", v.Percent())
	}
	v.SetZoom(0)
	if v.Percent() != 75 || v.Page() != 4 {
		t.Errorf("%d %% and page %d, want 75 and 4", v.Percent(), v.Page())
	}
	for range 20 {
		v.ZoomOut()
	}
	if v.Percent() != 25 {
		t.Errorf("smallest zoom %d %%, want 25", v.Percent())
	}
	for range 20 {
		v.ZoomIn()
	}
	if v.Percent() != 200 {
		t.Errorf("greatest zoom %d %%, want 200", v.Percent())
	}
}

func TestResizingKeepsThePlace(t *testing.T) {
	v, _ := reader(t)
	v.GoTo(6, 0)
	v.Resize(fyne.NewSize(336, 600))
	if v.Page() != 6 || !inView(v)[6] || v.Percent() != 45 {
		t.Errorf("page %d at %d %%, shown %v; want 6 at 45 %%", v.Page(), v.Percent(), inView(v))
	}
	v.Resize(fyne.NewSize(4000, 600))
	if v.Percent() != 125 {
		t.Errorf("%d %% in a vast window, want no more than 125", v.Percent())
	}
}

func TestFewerPages(t *testing.T) {
	v, _ := reader(t)
	v.GoTo(9, 0)
	v.SetPages(document(3), nil)
	if v.Page() != 2 || v.Count() != 3 || !inView(v)[2] {
		t.Errorf("page %d of %d, shown %v; want the last of 3", v.Page(), v.Count(), inView(v))
	}
	v.SetPages(nil, nil)
	v.GoTo(0, 0)
	v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	if v.Count() != 0 {
		t.Errorf("%d pages, want none", v.Count())
	}
}

func TestLinksAreFollowed(t *testing.T) {
	followed := 0
	v, _ := reader(t, paint.Link{Page: 1, Box: figure.Box{X: 100, Y: 50, W: 80, H: 20}, Follow: func() { followed++ }})
	v.GoTo(1, 0)
	tap := func(x, y float32) { v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(x, y)}) }
	tap(18+140, 8+60)
	if followed != 1 {
		t.Errorf("followed %d times, want once", followed)
	}
	tap(18+190, 8+60)
	tap(18+140, 8+80)
	if followed != 1 {
		t.Error("a click beside the link followed it")
	}
}

func TestThumbnails(t *testing.T) {
	var chosen []int
	v := paint.NewThumbnails(painter(t), func(page int) { chosen = append(chosen, page) })
	window := widgettest.Window(t, v, paint.ThumbnailsWidth, 400, skin.Light)
	v.SetPages(document(10))
	window.Canvas().Focus(v)
	for _, key := range []fyne.KeyName{fyne.KeyDown, fyne.KeyPageDown, fyne.KeyUp, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome} {
		v.TypedKey(&fyne.KeyEvent{Name: key})
	}
	want := []int{1, 2, 1, 9, 9, 0}
	for i, page := range want {
		if i >= len(chosen) || chosen[i] != page {
			t.Fatalf("keys chose %v, want %v", chosen, want)
		}
	}
	v.Tapped(&fyne.PointEvent{Position: fyne.NewPos(50, 18+110+28+5)}) // the second: 110 high, 28 apart
	if last := chosen[len(chosen)-1]; last != 1 {
		t.Errorf("a click chose %d, want 1", last)
	}
	v.Select(9)
	if shown := inView(v); !shown[9] || shown[0] {
		t.Errorf("pages %v are shown, want the last ones", shown)
	}
	if len(chosen) != 7 {
		t.Errorf("what the program selects is no choice: %v", chosen)
	}
}

func BenchmarkScroll(b *testing.B) {
	v := paint.NewPages(painter(b), paint.PagesOptions{})
	widgettest.Window(b, v, 800, 600, skin.Light)
	v.SetPages(document(60), nil)
	for b.Loop() {
		v.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		if v.Page() == 59 {
			v.GoTo(0, 0)
		}
	}
}
