package layout

import (
	"bytes"
	"errors"
	"fmt"
	"slices"

	"github.com/go-text/typesetting/font"
	ot "github.com/go-text/typesetting/font/opentype"

	"tressons/report/figure"
)

// substitute stands for what the fonts cannot show: a visible box.
const substitute = '□'

// planeEnd is the first rune the PDF painter cannot write: it knows the basic
// plane only.
const planeEnd = 0x10000

// absent marks a rune without glyph in a table of advances.
const absent = ^uint16(0)

// Fonts are the four faces in which everything is set, read once and safe for
// concurrent use. It implements figure.Measurer.
type Fonts struct {
	faces [figure.Faces]face
}

type face struct {
	ttf []byte
	// advances are those of hmtx in thousandths of the size, by rune. They are
	// the same numbers the PDF carries, so that its viewer agrees with us.
	advances [planeEnd]uint16
}

// NewFonts reads TrueType files with glyf outlines, in the order of
// figure.Face. They must be cut for 1,000 units an em or be scaled to it
// without loss that shows (less than a thousandth of the size per character).
func NewFonts(regular, italic, semibold, bold []byte) (*Fonts, error) {
	fonts := new(Fonts)
	for i, ttf := range [figure.Faces][]byte{regular, italic, semibold, bold} {
		if err := fonts.faces[i].read(ttf); err != nil {
			return nil, fmt.Errorf("layout: %s font: %w", figure.Face(i), err)
		}
	}
	for _, needed := range []rune{' ', '-', '•', '\u00A0', '\u202F', substitute} {
		if !fonts.covers(needed) {
			return nil, fmt.Errorf("layout: the fonts lack %U, which pages need", needed)
		}
	}
	return fonts, nil
}

func (f *face) read(ttf []byte) error {
	loader, err := ot.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return err
	}
	if !slices.Contains(loader.Tables(), ot.MustNewTag("glyf")) {
		return errors.New("no glyf outlines, so no PDF could embed it")
	}
	parsed, err := font.NewFont(loader)
	if err != nil {
		return err
	}
	for r := range f.advances {
		f.advances[r] = absent
	}
	metrics := font.NewFace(parsed)
	scale := 1000 / float32(parsed.Upem())
	for runes := parsed.Cmap.Iter(); runes.Next(); {
		r, glyph := runes.Char()
		if r < planeEnd && glyph != 0 {
			f.advances[r] = uint16(metrics.HorizontalAdvance(glyph)*scale + 0.5)
		}
	}
	f.ttf = ttf
	return nil
}

// TTF returns the file a face was read from. It must not be changed.
func (f *Fonts) TTF(face figure.Face) []byte { return f.faces[face].ttf }

// covers says that all faces have a glyph for r that can be written to a PDF.
func (f *Fonts) covers(r rune) bool {
	if r < 0 || r >= planeEnd {
		return false
	}
	for i := range f.faces {
		if f.faces[i].advances[r] == absent {
			return false
		}
	}
	return true
}

// advance is the width of r, which must be clean; runes that guide the line
// breaker and are never drawn have none.
func (f *Fonts) advance(r rune, face figure.Face, size float64) float64 {
	if isInvisible(r) || r >= planeEnd {
		return 0
	}
	a := f.faces[face].advances[r]
	if a == absent {
		return 0
	}
	return float64(a) * size / 1000
}

// Width returns the advance of s in points, once cleaned and on one line.
func (f *Fonts) Width(s string, face figure.Face, size float64) float64 {
	var width float64
	for _, r := range f.Clean(s) {
		width += f.advance(r, face, size)
	}
	return width
}

// Wrap cleans s and cuts it into lines no wider than width, unless a single
// character is. Lines carry no trailing space.
func (f *Fonts) Wrap(s string, face figure.Face, size, width float64) []string {
	lines := f.breakLines([]run{{text: f.Clean(s), face: face, size: size}}, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.plain()
	}
	return out
}
