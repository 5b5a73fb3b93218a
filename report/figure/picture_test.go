package figure_test

import (
	"bytes"
	"image"
	"image/color"
	"image/gif"
	"image/png"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

func TestPhotosKeepTheirProportions(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ width, height, wantW, wantH int }{ // in pixels, in points
		"wide":  {1600, 800, 400, 200},
		"tall":  {800, 1600, 150, 300},
		"small": {100, 50, 72, 36},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := layouttest.Photo("jpeg", c.width, c.height).Draw(400, nil)
			got := d.Ops[0].Bounds()
			if d.Width != 400 || int(got.W+0.5) != c.wantW || int(got.H+0.5) != c.wantH || d.Height != got.H || d.Alt == "" {
				t.Errorf("drawing %g × %g, picture %s", d.Width, d.Height, got)
			}
		})
	}
}

func TestReadPhotoRefuses(t *testing.T) {
	t.Parallel()
	var deep, moving bytes.Buffer
	if err := png.Encode(&deep, image.NewNRGBA64(image.Rect(0, 0, 2, 2))); err != nil {
		t.Fatal(err)
	}
	if err := gif.Encode(&moving, image.NewPaletted(image.Rect(0, 0, 2, 2), color.Palette{color.White}), nil); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"nothing": nil, "text": []byte("Bonjour"), "16 bits": deep.Bytes(), "GIF": moving.Bytes()} {
		if photo, err := figure.ReadPhoto(data); err == nil {
			t.Errorf("%s: read as %+v", name, photo)
		}
	}
}
