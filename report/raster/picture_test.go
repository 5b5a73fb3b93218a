package raster_test

import (
	"image/color"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

func TestPicturesFillTheirBox(t *testing.T) {
	t.Parallel()
	photo := layouttest.Photo("jpeg", 60, 40)
	damaged := &figure.Photo{Data: photo.Data[:40], Format: "jpeg", Width: 60, Height: 40}
	for name, p := range map[string]*figure.Photo{"whole": photo, "damaged": damaged} {
		painted := shown(t, figure.Picture{Box: figure.Box{X: 20, Y: 30, W: 60, H: 40}, Photo: p})
		white := color.RGBA{255, 255, 255, 255}
		inside := painted.RGBAAt(100, 100) != white && painted.RGBAAt(41, 61) != white && painted.RGBAAt(158, 138) != white
		outside := painted.RGBAAt(38, 100) != white || painted.RGBAAt(162, 100) != white || painted.RGBAAt(100, 142) != white
		if inside != (name == "whole") || outside {
			t.Errorf("%s: painted inside its box %t, outside %t", name, inside, outside)
		}
	}
}
