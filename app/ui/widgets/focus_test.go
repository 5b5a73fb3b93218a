package widgets_test

import (
	"bytes"
	"image"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
)

// pixels returns what a window shows, to compare.
func pixels(w fyne.Window) []byte {
	return w.Canvas().Capture().(*image.NRGBA).Pix
}

// TestFocusIsSeenEverywhere goes through two pages by Tab, there and back: each
// stop is left, is in view, and each kind of control looks otherwise than without
// the focus.
func TestFocusIsSeenEverywhere(t *testing.T) {
	looked := map[reflect.Type]bool{}
	for name, page := range map[string]func() fyne.CanvasObject{"lever": leverPage, "controls": controls} {
		t.Run(name, func(t *testing.T) {
			widgettest.App(t, skin.Light)
			w := widgettest.Window(t, shell(page()), 1024, 700, skin.Light)
			var stops []fyne.Focusable
			for {
				w.Canvas().FocusNext()
				stop := w.Canvas().Focused()
				if len(stops) > 0 && stop == stops[0] {
					break
				}
				if stops = append(stops, stop); len(stops) > 100 {
					t.Fatal("Tab does not come back to the first stop")
				}
				object := stop.(fyne.CanvasObject)
				if top := fyne.CurrentApp().Driver().AbsolutePositionForObject(object).Y; top < 0 || top > 690 {
					t.Errorf("stop %d, %T, has the focus at %v, out of view", len(stops), stop, top)
				}
				if kind := reflect.TypeOf(stop); !looked[kind] {
					looked[kind] = true
					with := pixels(w)
					stop.FocusLost()
					if bytes.Equal(pixels(w), with) {
						t.Errorf("stop %d, %T, does not show that it has the focus", len(stops), stop)
					}
					stop.FocusGained()
				}
			}
			if len(stops) < 10 {
				t.Errorf("Tab stops %d times only", len(stops))
			}
			for i := len(stops) - 1; i >= 0; i-- {
				w.Canvas().FocusPrevious()
				if w.Canvas().Focused() != stops[i] {
					t.Fatalf("Shift+Tab goes to %T, want stop %d", w.Canvas().Focused(), i+1)
				}
			}
		})
	}
}
