package layouttest

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"

	"tressons/report/figure"
)

// Photo makes a picture of that format and size: a hill under the sky, and, in
// a PNG, a sky that lets the paper through.
func Photo(format string, width, height int) *figure.Photo {
	picture := image.NewNRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			sky := color.NRGBA{170, 200, uint8(200 + 55*y/height), 255}
			if format == "png" {
				sky.A = uint8(255 * y / height)
			}
			if far := float64(x)/float64(width) - 0.5; float64(y)/float64(height) > 0.4+far*far {
				sky = color.NRGBA{60, uint8(90 + 60*x/width), 60, 255}
			}
			picture.SetNRGBA(x, y, sky)
		}
	}
	var file bytes.Buffer
	var err error
	if format == "png" {
		err = png.Encode(&file, picture)
	} else {
		err = jpeg.Encode(&file, picture, nil)
	}
	if err != nil {
		panic(err) // a buffer takes all
	}
	photo, err := figure.ReadPhoto(file.Bytes())
	if err != nil {
		panic(err) // it was just made
	}
	return photo
}
