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
	return read(file.Bytes())
}

// Landscape, upright, square and panorama, as cameras make them.
var shapes = [...]image.Point{{1600, 1200}, {1200, 1600}, {1600, 1600}, {1600, 500}}

// Scene makes one of many photos, all different, of 1600 pixels as app/photo
// leaves them: hills in the light of another hour. It takes some milliseconds.
func Scene(n int) *figure.Photo {
	size := shapes[n%len(shapes)]
	picture := image.NewYCbCr(image.Rectangle{Max: size}, image.YCbCrSubsampleRatio420)
	for y := range size.Y {
		for x := range size.X {
			light := 235 - 90*y/size.Y
			for hill := range 3 { // the farthest first
				if top := size.Y/3 + hill*size.Y/5 + size.Y/9*((x*(hill+2)/200+n)%2*2-1)*(x%200-100)/100; y > top {
					light = 150 - 40*hill
				}
			}
			picture.Y[picture.YOffset(x, y)] = uint8(light)
		}
	}
	for i := range picture.Cb {
		picture.Cb[i], picture.Cr[i] = uint8(110+n*7%40), uint8(110+n*13%40)
	}
	var file bytes.Buffer
	if err := jpeg.Encode(&file, picture, &jpeg.Options{Quality: 60}); err != nil {
		panic(err) // a buffer takes all
	}
	return read(file.Bytes())
}

func read(file []byte) *figure.Photo {
	photo, err := figure.ReadPhoto(file)
	if err != nil {
		panic(err) // it was just made
	}
	return photo
}
