package raster

import (
	"image/png"
	"io"
	"math"

	"tressons/report/figure"
)

// mostPixels bounds a picture: a chart taller than any slide is saved smaller.
const mostPixels = 16e6

// PNG writes a drawing as a picture of scale pixels a point, less when it would
// be too large to be of use.
func (p *Painter) PNG(w io.Writer, d figure.Drawing, scale float64) error {
	if pixels := d.Width * d.Height * scale * scale; pixels > mostPixels {
		scale *= math.Sqrt(mostPixels / pixels)
	}
	width, height := int(math.Ceil(d.Width*scale)), int(math.Ceil(d.Height*scale))
	return png.Encode(w, p.Image(d, max(width, 1), max(height, 1)))
}
