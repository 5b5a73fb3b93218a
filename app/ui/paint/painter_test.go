package paint_test

import (
	"testing"

	"tressons/app/ui/widgets/widgettest"
	"tressons/report/raster"
)

func painter(t testing.TB) *raster.Painter {
	t.Helper()
	f := widgettest.Fonts(t)
	p, err := raster.NewPainter(f.Regular, f.Italic, f.Semibold, f.Bold)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
