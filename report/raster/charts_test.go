package raster_test

import (
	"bytes"
	"fmt"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
	"tressons/report/raster"
)

// TestPNGHasTheSizeAskedFor reads the picture back.
func TestPNGHasTheSizeAskedFor(t *testing.T) {
	t.Parallel()
	p := painter(t)
	cases := map[string]struct {
		d             figure.Drawing
		width, height int
	}{
		"two pixels a point":    {figure.Drawing{Width: 100, Height: 50.2}, 200, 101},
		"nothing to show":       {figure.Drawing{}, 1, 1},
		"taller than any slide": {figure.Drawing{Width: 1000, Height: 90000}, 422, 37948},
	}
	for name, c := range cases {
		var out, again bytes.Buffer
		if err := p.PNG(&out, c.d, 2); err != nil {
			t.Fatal(err)
		}
		if err := p.PNG(&again, c.d, 2); err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(out.Bytes(), again.Bytes()) {
			t.Errorf("%s: other bytes the second time", name)
		}
		img, err := png.Decode(&out)
		if err != nil {
			t.Fatal(err)
		}
		if size := img.Bounds().Size(); size.X != c.width || size.Y != c.height {
			t.Errorf("%s: %v, want %d × %d", name, size, c.width, c.height)
		}
	}
}

// TestChartsShowInk paints every chart at several widths. TRESSONS_CAPTURE names
// a folder where they are left to be looked at, on paper and on a dark ground.
func TestChartsShowInk(t *testing.T) {
	t.Parallel()
	p, fonts := painter(t), layouttest.Fonts(t)
	folder := os.Getenv("TRESSONS_CAPTURE")
	for name, chart := range layouttest.Charts() {
		for _, width := range []float64{268, 530, 720} {
			plate := figure.Plate{Title: "Un titre qui dit ce que montre le graphique", Source: "Unité, année, périmètre, source.", Chart: chart}
			d := fonts.Ready(plate.Draw(width, fonts))
			if got := ink(p.Image(d, int(width), int(d.Height))); got < 200 {
				t.Errorf("%s at %g: %g pixels of ink", name, width, got)
			}
			if folder != "" {
				path := filepath.Join(folder, fmt.Sprintf("%s-%.0f", name, width))
				leave(t, p, d, path+"-light.png")
				leave(t, p, d.Dark(), path+"-dark.png")
			}
		}
	}
}

// leave writes a picture.
func leave(t *testing.T, p *raster.Painter, d figure.Drawing, path string) {
	t.Helper()
	var out bytes.Buffer
	if err := p.PNG(&out, d, 1.5); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
