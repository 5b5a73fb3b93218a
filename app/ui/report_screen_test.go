package ui

import (
	"fmt"
	"os"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
)

// report goes to the report and waits until its pages are there.
func (d *desk) report() *reportView {
	d.t.Helper()
	d.at(Target{Screen: "rapport"})
	return d.reportShown()
}

// reportShown waits until the pages of the present view are there.
func (d *desk) reportShown() *reportView {
	d.t.Helper()
	v, ok := d.w.view.(*reportView)
	if !ok {
		d.t.Fatalf("%T shows instead of the report", d.w.view)
	}
	d.until(func() bool { return !v.busy })
	return v
}

// until lets things happen until something is so.
func (d *desk) until(so func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !so(); {
		if time.Now().After(deadline) {
			d.t.Fatal("waited in vain")
		}
		time.Sleep(2 * time.Millisecond)
		d.settle()
	}
	d.settle()
}

// TestCaptureReport leaves pictures of the report to look at.
func TestCaptureReport(t *testing.T) {
	if os.Getenv(widgettest.CaptureDir) == "" {
		t.Skip("no pictures asked for")
	}
	files := map[string]func(testing.TB, skin.Variant) *desk{"exemple": openExample, "vide": openEmpty}
	for name, open := range files {
		for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
			d := open(t, variant)
			for _, kind := range []string{"zoom", "monographie"} {
				d.report()
				d.w.view.(*reportView).choose(kind)
				d.reportShown()
				for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1280, Height: 720}, {Width: 1920, Height: 1080}} {
					d.resize(size.Width, size.Height)
					d.painted()
					widgettest.Save(t, d.w.win, variant, fmt.Sprintf("rapport-%s-%s-%.0f", kind, name, size.Width))
				}
			}
		}
	}
}

// painted lets the pages in view be painted.
func (d *desk) painted() {
	for range 4 {
		d.canvas().Capture()
		time.Sleep(150 * time.Millisecond)
		d.settle()
	}
}
