package widgets_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func pngOf(t *testing.T, img image.Image) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestChangingVariantRepaintsEverything(t *testing.T) {
	for name, page := range map[string]func() fyne.CanvasObject{"lever": leverPage, "controls": controls} {
		t.Run(name, func(t *testing.T) {
			widgettest.App(t, skin.Dark)
			fresh := widgettest.Window(t, shell(page()), 1280, 760, skin.Dark)
			want := pngOf(t, fresh.Canvas().Capture())

			w := widgettest.Window(t, shell(page()), 1280, 760, skin.Light)
			if bytes.Equal(pngOf(t, w.Canvas().Capture()), want) {
				t.Fatal("light and dark look the same")
			}
			fyne.CurrentApp().Settings().SetTheme(skin.New(widgettest.Fonts(t), skin.Dark))
			w.Content().Refresh()
			if !bytes.Equal(pngOf(t, w.Canvas().Capture()), want) {
				widgettest.Save(t, w, skin.Dark, "switched-"+name)
				t.Error("a window that went from light to dark does not look like a dark one")
			}
		})
	}
}

// TestOnePassLayout checks that a page laid out once at a width looks as after
// any other layouts: nothing waits for a second pass.
func TestOnePassLayout(t *testing.T) {
	widgettest.App(t, skin.Light)
	for _, width := range []float32{420, 560, 700, 1000, 1400} {
		once := controls().(*widgets.Scroll)
		once.Resize(fyne.NewSize(width, 700))
		many := controls().(*widgets.Scroll)
		for _, w := range []float32{900, 300, width + 1, width} {
			many.Resize(fyne.NewSize(w, 700))
		}
		first := once.Children()[0].Size()
		if settled := many.Children()[0].Size(); first != settled {
			t.Errorf("at %v the content is %v after one layout and %v after several", width, first, settled)
		}
		if least := once.Children()[0].MinSize().Height; least > first.Height {
			t.Errorf("at %v the content is %v high and asks for %v", width, first.Height, least)
		}
	}
}
