package widgets

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// Lengths of the strokes and gaps of a dashed border, in pixels.
const (
	dashLength = 4
	dashGap    = 3
)

// newDashes returns a border of dashes along a rounded rectangle, in a colour of
// the skin. Fyne strokes have no dashes: this one is computed pixel by pixel,
// once per size.
func newDashes(color *fyne.ThemeColorName, radius float32) *canvas.Raster {
	raster := &canvas.Raster{}
	raster.Generator = func(w, h int) image.Image {
		scale := float64(1)
		if width := raster.Size().Width; width > 0 {
			scale = float64(w) / float64(width)
		}
		return dashedImage(w, h, scale, float64(radius), skin.Color(*color))
	}
	return raster
}

// dashedImage draws the border in an image of w by h pixels, scale pixels per
// unit of length.
func dashedImage(w, h int, scale, radius float64, ink color.Color) image.Image {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	c := color.NRGBAModel.Convert(ink).(color.NRGBA)
	outline := roundedOutline{width: float64(w) - scale, height: float64(h) - scale, radius: radius * scale}
	band := int(math.Ceil(radius*scale)) + 1
	for y := range h {
		for x := 0; x < w; x++ {
			if x == band && y >= band && y < h-band {
				x = max(x, w-band)
			}
			away, along := outline.locate(float64(x)+0.5-scale/2, float64(y)+0.5-scale/2)
			cover := clamp01(scale/2 + 0.5 - away)
			if cover > 0 {
				cover *= inDash(along/scale, scale)
			}
			if cover > 0 {
				img.SetNRGBA(x, y, color.NRGBA{R: c.R, G: c.G, B: c.B, A: uint8(float64(c.A) * cover)})
			}
		}
	}
	return img
}

// inDash says how much of a point along the outline belongs to a stroke.
func inDash(along, scale float64) float64 {
	const period = dashLength + dashGap
	t := math.Mod(along, period)
	edge := math.Min(t, dashLength-t) * scale
	return clamp01(edge + 0.5)
}

func clamp01(v float64) float64 { return math.Max(0, math.Min(1, v)) }

// roundedOutline is a rounded rectangle from (0,0), as a line to follow.
type roundedOutline struct {
	width, height, radius float64
}

// locate returns how far a point is from the outline, and how far along it,
// from its top left corner clockwise, the nearest point lies.
func (o roundedOutline) locate(x, y float64) (away, along float64) {
	r := math.Min(o.radius, math.Min(o.width, o.height)/2)
	arc := r * math.Pi / 2
	across, down := o.width-2*r, o.height-2*r
	cx, cy := math.Max(r, math.Min(o.width-r, x)), math.Max(r, math.Min(o.height-r, y))
	inCorner := (x < r || x > o.width-r) && (y < r || y > o.height-r)
	if inCorner {
		dx, dy := x-cx, y-cy
		away = math.Abs(math.Hypot(dx, dy) - r)
		turn := math.Mod(math.Atan2(dy, dx)+math.Pi, 2*math.Pi) // 0 at the left, clockwise
		switch {
		case dx <= 0 && dy <= 0:
			return away, turn * r
		case dx > 0 && dy <= 0:
			return away, arc + across + (turn-math.Pi/2)*r
		case dx > 0:
			return away, 2*arc + across + down + (turn-math.Pi)*r
		default:
			return away, 3*arc + 2*across + down + (turn-3*math.Pi/2)*r
		}
	}
	top, right, bottom, left := math.Abs(y), math.Abs(x-o.width), math.Abs(y-o.height), math.Abs(x)
	switch math.Min(math.Min(top, bottom), math.Min(left, right)) {
	case top:
		return top, arc + x - r
	case right:
		return right, 2*arc + across + y - r
	case bottom:
		return bottom, 3*arc + across + down + (o.width - r - x)
	default:
		return left, 4*arc + 2*across + down + (o.height - r - y)
	}
}
