package layout

import (
	"fmt"
	"strings"
	"sync/atomic"

	"tressons/report/figure"
)

// substitute stands for what the fonts cannot show: a visible box.
const substitute = '□'

// planeEnd is the first rune the PDF painter cannot write: it knows the basic
// plane only.
const planeEnd = 0x10000

// Fonts are the four faces in which everything is set, read once and safe for
// concurrent use. It implements figure.Measurer.
type Fonts struct {
	faces  [figure.Faces]face
	blocks [planeEnd / perBlock]atomic.Pointer[block] // nil before they are asked for
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
	for _, needed := range []rune{' ', '-', '•', '…', '\u00A0', '\u202F', substitute} {
		if !fonts.covers(needed) {
			return nil, fmt.Errorf("layout: the fonts lack %U, which pages need", needed)
		}
	}
	return fonts, nil
}

// covers says that all faces have a glyph for r that can be written to a PDF.
func (f *Fonts) covers(r rune) bool {
	return r >= 0 && r < planeEnd && f.block(r).covered[r%perBlock]
}

// advance is the width of r, which must be clean; runes that guide the line
// breaker and are never drawn have none.
func (f *Fonts) advance(r rune, face figure.Face, size float64) float64 {
	if isInvisible(r) || r >= planeEnd {
		return 0
	}
	return float64(f.block(r).advances[face][r%perBlock]) * size / 1000
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
// character is; most, if not 0, is how many, and an ellipsis then tells that
// something is left out. Lines carry no trailing space.
func (f *Fonts) Wrap(s string, face figure.Face, size, width float64, most int) []string {
	lines := f.breakLines([]run{{text: f.Clean(s), face: face, size: size}}, width)
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.plain()
	}
	if most > 0 && len(out) > most {
		out = out[:most]
		out[most-1] = f.elided(out[most-1], face, size, width)
	}
	return out
}

// elided ends a line with an ellipsis that keeps to the width.
func (f *Fonts) elided(s string, face figure.Face, size, width float64) string {
	runes := []rune(s)
	for len(runes) > 1 && f.Width(string(runes)+"…", face, size) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " \u00A0") + "…"
}
