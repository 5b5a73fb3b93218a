package pdf

import (
	"bytes"
	"fmt"
	"image/color"
	"image/jpeg"
	"slices"

	"github.com/jung-kurt/gofpdf"

	"tressons/report/figure"
)

// pictures are the photos of a document: those of the same content are one. A JPEG
// stands in the file as it is, and gofpdf, which would copy it several times, is not
// told of it; a PNG is read by gofpdf.
type pictures struct {
	photos  []*figure.Photo // in the order in which they are first painted
	numbers map[*figure.Photo]int
}

// number tells which of the photos one is.
func (s *pictures) number(photo *figure.Photo) int {
	n, known := s.numbers[photo]
	if known {
		return n
	}
	n = slices.IndexFunc(s.photos, func(other *figure.Photo) bool { return bytes.Equal(other.Data, photo.Data) })
	if n < 0 {
		n = len(s.photos)
		s.photos = append(s.photos, photo)
	}
	s.numbers[photo] = n
	return n
}

// pictureName is how pages call a photo.
func pictureName(number int) name { return name(fmt.Sprint("Photo", number)) }

const jpegFormat = "jpeg"

func (p *painter) picture(op figure.Picture) {
	called := pictureName(p.pictures.number(op.Photo))
	if op.Photo.Format == jpegFormat {
		bottom := p.doc.Pages[p.f.PageNo()-1].Height - op.Y - op.H
		p.f.RawWriteStr(fmt.Sprintf("q %.2f 0 0 %.2f %.2f %.2f cm /%s Do Q", op.W, op.H, op.X, bottom, called))
		return
	}
	options := gofpdf.ImageOptions{ImageType: op.Photo.Format}
	p.f.RegisterImageOptionsReader(string(called), options, bytes.NewReader(op.Photo.Data))
	p.f.ImageOptions(string(called), op.X, op.Y, op.W, op.H, false, options, 0, "")
}

// finishPictures adds the JPEGs to what the pages can call.
func (f *finisher) finishPictures(resources *object) error {
	callable := resources.dict().dict("XObject")
	for number, photo := range f.pictures.photos {
		if photo.Format != jpegFormat {
			continue
		}
		config, err := jpeg.DecodeConfig(bytes.NewReader(photo.Data))
		if err != nil {
			return err
		}
		space := name("DeviceRGB")
		if config.ColorModel == color.GrayModel {
			space = "DeviceGray"
		}
		callable = callable.with(pictureName(number), &object{data: photo.Data, stream: true, value: dict{
			{"Type", name("XObject")}, {"Subtype", name("Image")}, {"Width", photo.Width}, {"Height", photo.Height},
			{"ColorSpace", space}, {"BitsPerComponent", 8}, {"Filter", name("DCTDecode")},
		}})
	}
	resources.value = resources.dict().set("XObject", callable)
	return nil
}
