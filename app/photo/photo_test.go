package photo

import (
	"bytes"
	"encoding/binary"
	"errors"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"golang.org/x/image/tiff"

	"tressons/model"
)

// quarters is a picture of four colours: red, green over blue, white.
func quarters(w, h int) *image.NRGBA {
	p := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{255, 0, 0, 255}
			switch {
			case x >= w/2 && y < h/2:
				c = color.NRGBA{0, 255, 0, 255}
			case x < w/2 && y >= h/2:
				c = color.NRGBA{0, 0, 255, 255}
			case y >= h/2:
				c = color.NRGBA{255, 255, 255, 255}
			}
			p.SetNRGBA(x, y, c)
		}
	}
	return p
}

// corners reads the colours of the four quarters, a letter each.
func corners(p image.Image) string {
	b := p.Bounds()
	var s string
	for _, at := range [][2]int{{1, 1}, {3, 1}, {1, 3}, {3, 3}} {
		r, g, bl, a := p.At(b.Dx()*at[0]/4, b.Dy()*at[1]/4).RGBA()
		switch {
		case a < 0x4000:
			s += "-"
		case r > 0xC000 && g > 0xC000 && bl > 0xC000:
			s += "w"
		case r > 0xA000 && g < 0x6000:
			s += "r"
		case g > 0xA000 && r < 0x6000:
			s += "g"
		case bl > 0xA000 && r < 0x6000:
			s += "b"
		default:
			s += "?"
		}
	}
	return s
}

func encode(t *testing.T, f func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func asJPEG(t *testing.T, p image.Image) []byte {
	return encode(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, p, nil) })
}

func asPNG(t *testing.T, p image.Image) []byte {
	return encode(t, func(b *bytes.Buffer) error { return png.Encode(b, p) })
}

// withEXIF puts an orientation, and a place, into a JPEG.
func withEXIF(file []byte, order binary.AppendByteOrder, orientation uint16) []byte {
	block := []byte("Exif\x00\x00MM")
	if order == binary.AppendByteOrder(binary.LittleEndian) {
		block = []byte("Exif\x00\x00II")
	}
	block = order.AppendUint16(block, 42)
	block = order.AppendUint32(block, 8)
	block = order.AppendUint16(block, 2)
	for _, field := range [][2]uint16{{0x010F, 7}, {0x0112, orientation}} {
		block = order.AppendUint16(block, field[0])
		block = order.AppendUint16(block, 3)
		block = order.AppendUint32(block, 1)
		block = order.AppendUint16(block, field[1])
		block = order.AppendUint16(block, 0)
	}
	block = append(block, "48.3 N 1.7 W"...)
	segment := binary.BigEndian.AppendUint16([]byte{0xFF, 0xE1}, uint16(len(block)+2))
	return append(append(append([]byte{}, file[:2]...), append(segment, block...)...), file[2:]...)
}

func TestPrepare(t *testing.T) {
	t.Parallel()
	big := quarters(2500, 5000)
	deep := image.NewNRGBA64(image.Rect(0, 0, 80, 60))
	clear := quarters(80, 60)
	clear.SetNRGBA(20, 15, color.NRGBA{})
	gray := image.NewGray(image.Rect(0, 0, 80, 60))
	flat := image.NewPaletted(image.Rect(0, 0, 80, 60), color.Palette{color.Black, color.White})
	for y := range 60 {
		for x := range 80 {
			deep.Set(x, y, quarters(80, 60).At(x, y))
		}
	}
	cmyk, err := os.ReadFile("testdata/cmyk.jpg")
	if err != nil {
		t.Fatal(err)
	}
	cases := map[string]struct {
		file    []byte
		kind    string
		size    image.Point
		corners string
	}{
		"JPEG":                        {asJPEG(t, quarters(80, 60)), JPEG, image.Pt(80, 60), "rgbw"},
		"large JPEG":                  {asJPEG(t, big), JPEG, image.Pt(827, 1654), "rgbw"},
		"JPEG for printers":           {cmyk, JPEG, image.Pt(80, 60), "rgbw"},
		"PNG of 16 bits":              {asPNG(t, deep), PNG, image.Pt(80, 60), "rgbw"},
		"transparent PNG":             {asPNG(t, clear), PNG, image.Pt(80, 60), "-gbw"},
		"large drawing":               {asPNG(t, big), PNG, image.Pt(827, 1654), "rgbw"},
		"grey PNG":                    {asPNG(t, gray), PNG, image.Pt(80, 60), "????"},
		"GIF":                         {encode(t, func(b *bytes.Buffer) error { return gif.Encode(b, flat, nil) }), PNG, image.Pt(80, 60), "????"},
		"TIFF":                        {encode(t, func(b *bytes.Buffer) error { return tiff.Encode(b, quarters(80, 60), nil) }), PNG, image.Pt(80, 60), "rgbw"},
		"one pixel":                   {asPNG(t, quarters(1, 1)), PNG, image.Pt(1, 1), "wwww"},
		"a line":                      {asPNG(t, quarters(9000, 1)), PNG, image.Pt(1654, 1), "bwbw"},
		"mirrored":                    {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 2), JPEG, image.Pt(80, 60), "grwb"},
		"upside down":                 {withEXIF(asJPEG(t, quarters(80, 60)), binary.LittleEndian, 3), JPEG, image.Pt(80, 60), "wbgr"},
		"upside down, mirrored":       {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 4), JPEG, image.Pt(80, 60), "bwrg"},
		"on its side, mirrored":       {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 5), JPEG, image.Pt(60, 80), "rbgw"},
		"on its left side":            {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 6), JPEG, image.Pt(60, 80), "brwg"},
		"on the other side, mirrored": {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 7), JPEG, image.Pt(60, 80), "wgbr"},
		"on its right side":           {withEXIF(asJPEG(t, quarters(80, 60)), binary.LittleEndian, 8), JPEG, image.Pt(60, 80), "gwrb"},
		"no such orientation":         {withEXIF(asJPEG(t, quarters(80, 60)), binary.BigEndian, 99), JPEG, image.Pt(80, 60), "rgbw"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			kind, file, err := Prepare(c.file)
			if err != nil {
				t.Fatal(err)
			}
			p, format, err := image.Decode(bytes.NewReader(file))
			if err != nil {
				t.Fatal(err)
			}
			if kind != c.kind || "image/"+format != kind || p.Bounds().Size() != c.size || corners(p) != c.corners {
				t.Errorf("%s (%s), %v, %s; want %s, %v, %s", kind, format, p.Bounds().Size(), corners(p), c.kind, c.size, c.corners)
			}
			if bytes.Contains(file, []byte("48.3 N")) {
				t.Error("the place is still in the file")
			}
			if _, again, err := Prepare(c.file); err != nil || !bytes.Equal(again, file) {
				t.Error("the same picture gives other bytes")
			}
		})
	}
}

func TestPrepareRefuses(t *testing.T) {
	t.Parallel()
	whole := asPNG(t, quarters(300, 300))
	bomb := bytes.Clone(asPNG(t, quarters(2, 2)))
	binary.BigEndian.PutUint32(bomb[16:], 60000) // the width in the header
	binary.BigEndian.PutUint32(bomb[20:], 60000)
	for name, file := range map[string][]byte{
		"nothing": nil, "text": []byte("Bonjour"), "cut short": whole[:len(whole)/2], "cut in its head": whole[:20],
		"JPEG cut in its head": asJPEG(t, quarters(30, 30))[:30], "JPEG cut in its pixels": asJPEG(t, quarters(300, 300))[:1200], "too many pixels": bomb,
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, _, err := Prepare(file)
			var problem *model.Problem
			if !errors.As(err, &problem) || problem.Message == "" {
				t.Errorf("error %v, want one to be read", err)
			}
		})
	}
}

// TestHundredMegapixels: a panorama of a phone is taken, and made small.
func TestHundredMegapixels(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes some seconds and 500 MB")
	}
	_, ready, err := Prepare(asPNG(t, image.NewGray(image.Rect(0, 0, 20000, 5000))))
	if err != nil {
		t.Fatal(err)
	}
	if config, _, err := image.DecodeConfig(bytes.NewReader(ready)); err != nil || config.Width != longest || config.Height != 414 {
		t.Errorf("%d × %d, error %v", config.Width, config.Height, err)
	}
}

// FuzzPrepare: what is accepted can be painted, nothing panics.
func FuzzPrepare(f *testing.F) {
	small := quarters(8, 6)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, small, nil); err != nil {
		f.Fatal(err)
	}
	f.Add(withEXIF(b.Bytes(), binary.BigEndian, 6))
	f.Add([]byte("GIF89a"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if config, _, err := image.DecodeConfig(bytes.NewReader(file)); err != nil || config.Width*config.Height > 1e6 {
			return
		}
		kind, ready, err := Prepare(file)
		if err != nil {
			return
		}
		config, format, err := image.DecodeConfig(bytes.NewReader(ready))
		if err != nil || "image/"+format != kind || max(config.Width, config.Height) > longest {
			t.Errorf("%s: %v, error %v", kind, config, err)
		}
	})
}

func BenchmarkPrepare(b *testing.B) {
	var file bytes.Buffer
	if err := jpeg.Encode(&file, quarters(5656, 4242), nil); err != nil { // 24 million pixels
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, _, err := Prepare(file.Bytes()); err != nil {
			b.Fatal(err)
		}
	}
}
