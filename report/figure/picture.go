package figure

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	_ "image/jpeg" // for image.DecodeConfig
	_ "image/png"  // for image.DecodeConfig
)

// Photo is a picture made of pixels, upright: a JPEG in grey or RGB, or a PNG
// of 8 bits a channel. It is a Chart too, so that it stands wherever one does.
type Photo struct {
	Data          []byte
	Format        string // "jpeg" or "png"
	Width, Height int    // in pixels
}

// ReadPhoto looks at a file, which must not be changed later. It refuses what not
// every painter can show.
func ReadPhoto(data []byte) (*Photo, error) {
	config, format, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("figure: photo: %w", err)
	}
	switch config.ColorModel {
	case color.CMYKModel, color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		return nil, fmt.Errorf("figure: photo: a %s with colours for printers or of 16 bits", format)
	}
	if format != "jpeg" && format != "png" || config.Width < 1 || config.Height < 1 {
		return nil, fmt.Errorf("figure: photo: a %s of %d × %d pixels", format, config.Width, config.Height)
	}
	return &Photo{data, format, config.Width, config.Height}, nil
}

const (
	leastDPI   = 100.0 // a photo is not made larger than that many pixels an inch
	tallest    = 0.75  // height of a photo, of the width it is given
	photoIsAll = "Photographie"
)

// Draw shows the photo as large as the width and its pixels allow. What it shows
// is for whoever places it to tell.
func (p *Photo) Draw(width float64, _ Measurer) Drawing {
	w := min(width, float64(p.Width)*72/leastDPI)
	h := w * float64(p.Height) / float64(p.Width)
	if most := tallest * width; h > most {
		w, h = w*most/h, most
	}
	return Drawing{Width: width, Height: h, Ops: []Op{Picture{Box{W: w, H: h}, p}}, Alt: photoIsAll}
}

// Picture stretches a photo over a box.
type Picture struct {
	Box
	Photo *Photo
}

// Moved returns the picture shifted by dx, dy.
func (p Picture) Moved(dx, dy float64) Op {
	p.X, p.Y = p.X+dx, p.Y+dy
	return p
}

// Scaled returns the picture k times as large.
func (p Picture) Scaled(k float64) Op {
	p.Box = Box{k * p.X, k * p.Y, k * p.W, k * p.H}
	return p
}

// Bounds returns the box.
func (p Picture) Bounds() Box { return p.Box }

func (p Picture) String() string {
	return fmt.Sprintf("picture %s %s of %d×%d", p.Box, p.Photo.Format, p.Photo.Width, p.Photo.Height)
}
