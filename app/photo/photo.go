// Package photo makes pictures of any camera, scanner or web page ready for a
// file: upright, no larger than paper shows, without what the camera noted (the
// place where it was taken, for one), in a form that every painter reads. What
// comes in this way needs no care later.
package photo

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	_ "image/gif" // for image.Decode
	"image/jpeg"
	"image/png"

	_ "golang.org/x/image/bmp" // for image.Decode
	scaling "golang.org/x/image/draw"
	_ "golang.org/x/image/tiff" // for image.Decode
	_ "golang.org/x/image/webp" // for image.Decode

	"tressons/model"
)

const (
	// longest is the most pixels of a side: the width of A4 at 200 dpi.
	longest = 1654
	// mostBytes is the most memory that a picture may ask for: phones make 50
	// million pixels, panoramas 100.
	mostBytes = 500e6
	quality   = 85
)

// The media types of what Prepare returns.
const (
	JPEG = "image/jpeg"
	PNG  = "image/png"
)

// Prepare decodes a JPEG, PNG, GIF, WebP, TIFF or BMP file, turns it as its EXIF
// says, scales it down to some 200 dpi of a page, and encodes it as JPEG, or as
// PNG where it has transparent parts or is a drawing. The error is a
// *model.Problem. It takes up to some seconds: call it away from the window's
// goroutine.
func Prepare(file []byte) (kind string, ready []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil { // a decoder that a damaged file led astray
			kind, ready, err = "", nil, unreadable(fmt.Errorf("the decoder gave up: %v", cause))
		}
	}()
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil {
		return "", nil, refusal(file, err)
	}
	if config.Width < 1 || config.Height < 1 {
		return "", nil, unreadable(fmt.Errorf("%d × %d pixels", config.Width, config.Height))
	}
	if asked(config) > mostBytes {
		return "", nil, &model.Problem{Message: "Cette image a trop de pixels. Elle n’a pas été ajoutée" + model.NBSP +
			": réduisez-la, puis ajoutez-la de nouveau."}
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return "", nil, unreadable(err)
	}
	return encoded(turned(scaled(picture, longest), orientation(file)), format)
}

// Scaled decodes what Prepare made, scaled down so that no side is longer than
// that many pixels. The error is a *model.Problem.
func Scaled(ready []byte, longest int) (image.Image, error) {
	picture, _, err := image.Decode(bytes.NewReader(ready))
	if err != nil {
		return nil, &model.Problem{Message: "Cette image ne peut pas être montrée" + model.NBSP + ": elle est abîmée. Ajoutez-la de nouveau.", Cause: err}
	}
	return scaled(picture, longest), nil
}

// refusal says why a file is no picture that can be read, as precisely as its
// first bytes tell.
func refusal(file []byte, cause error) error {
	for _, known := range []struct{ at, format string }{
		{"ftypheic", "HEIC, celui des iPhone"}, {"ftypheix", "HEIC, celui des iPhone"}, {"ftypmif1", "HEIC, celui des iPhone"},
		{"ftypavif", "AVIF"}, {"%PDF-", "PDF"}, {"<svg", "SVG"},
	} {
		if bytes.Contains(file[:min(len(file), headBytes)], []byte(known.at)) {
			return &model.Problem{Cause: cause, Message: "Cette image est au format " + known.format + ", que Tressons ne lit pas. Elle n’a pas été ajoutée" + model.NBSP +
				": enregistrez-la en JPEG ou en PNG, puis ajoutez-la de nouveau."}
		}
	}
	return unreadable(cause)
}

// headBytes is how much of a file tells its format.
const headBytes = 1024

func unreadable(cause error) error {
	return &model.Problem{Cause: cause, Message: "Cette image est endommagée ou d’un format inconnu. Elle n’a pas été ajoutée" + model.NBSP +
		": enregistrez-la en JPEG ou en PNG, puis ajoutez-la de nouveau."}
}

// asked is the memory that a picture asks for, in bytes.
func asked(c image.Config) float64 {
	each := 4.0
	switch c.ColorModel {
	case color.RGBA64Model, color.NRGBA64Model, color.Gray16Model:
		each = 8
	}
	return each * float64(c.Width) * float64(c.Height)
}

// scaled is the picture with 8 bits a channel, no side longer than most pixels.
func scaled(picture image.Image, most int) *image.RGBA {
	from := picture.Bounds()
	k := min(1, float64(most)/float64(max(from.Dx(), from.Dy())))
	to := image.Rect(0, 0, max(1, int(k*float64(from.Dx())+0.5)), max(1, int(k*float64(from.Dy())+0.5)))
	out := image.NewRGBA(to)
	if to.Size() == from.Size() {
		draw.Draw(out, to, picture, from.Min, draw.Src)
	} else {
		scaling.BiLinear.Scale(out, to, picture, from, draw.Src, nil)
	}
	return out
}

// encoded is the picture as a file. What was no JPEG may be a drawing, which a
// PNG holds in less room and sharper.
func encoded(picture *image.RGBA, format string) (kind string, file []byte, err error) {
	var asPNG, asJPEG bytes.Buffer
	opaque := picture.Opaque()
	if !opaque || format != "jpeg" {
		if err := png.Encode(&asPNG, picture); err != nil {
			return "", nil, err
		}
	}
	if opaque {
		if err := jpeg.Encode(&asJPEG, picture, &jpeg.Options{Quality: quality}); err != nil {
			return "", nil, err
		}
	}
	if !opaque || asPNG.Len() > 0 && asPNG.Len() <= asJPEG.Len() {
		return PNG, asPNG.Bytes(), nil
	}
	return JPEG, asJPEG.Bytes(), nil
}
