package raster

import (
	"bytes"
	"image"
	_ "image/jpeg" // for image.Decode
	_ "image/png"  // for image.Decode
	"math"

	"golang.org/x/image/draw"

	"tressons/report/figure"
)

// picture paints a photo. One that is damaged leaves the paper white.
func (b *board) picture(op figure.Picture) {
	photo, _, err := image.Decode(bytes.NewReader(op.Photo.Data))
	if err != nil {
		return
	}
	pixel := func(v float64) int { return int(math.Round(v * b.scale)) }
	box := image.Rect(pixel(op.X), pixel(op.Y), pixel(op.X+op.W), pixel(op.Y+op.H))
	draw.ApproxBiLinear.Scale(b.dst, box, photo, photo.Bounds(), draw.Over, nil)
}
