package layout

import (
	"bytes"
	"errors"
	"sync/atomic"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tressons/report/figure"
)

// face is one font. It is safe for concurrent use.
type face struct {
	ttf  []byte
	font *sfnt.Font
	name string
	// advances are those of hmtx in thousandths of the size, by rune, in blocks
	// that are read when one of their runes is first asked for: a report uses four
	// or five. They are the same numbers the PDF carries, so that its viewer agrees
	// with us.
	advances [planeEnd / perBlock]atomic.Pointer[[perBlock]uint16]
}

// perBlock is how many runes are read together.
const perBlock = 256

// absent marks a rune without glyph in a table of advances.
const absent = ^uint16(0)

func (f *face) read(ttf []byte) error {
	if bytes.HasPrefix(ttf, []byte("OTTO")) {
		return errors.New("its outlines are not TrueType, so the PDF painter cannot embed it")
	}
	parsed, err := sfnt.Parse(ttf)
	if err != nil {
		return err
	}
	f.name, err = parsed.Name(nil, sfnt.NameIDPostScript)
	f.ttf, f.font = ttf, parsed
	return err
}

// advance is that of a rune of the basic plane, or absent.
func (f *face) advance(r rune) uint16 {
	block := f.advances[r/perBlock].Load()
	if block == nil {
		block = f.block(r / perBlock * perBlock)
		f.advances[r/perBlock].Store(block)
	}
	return block[r%perBlock]
}

// block reads the advances of a block of runes.
func (f *face) block(first rune) *[perBlock]uint16 {
	units := int(f.font.UnitsPerEm())
	var buffer sfnt.Buffer
	block := new([perBlock]uint16)
	for i := range block {
		block[i] = absent
		glyph, err := f.font.GlyphIndex(&buffer, first+rune(i))
		if err != nil || glyph == 0 {
			continue
		}
		if advance, err := f.font.GlyphAdvance(&buffer, glyph, fixed.I(units), font.HintingNone); err == nil {
			block[i] = uint16((advance.Round()*1000 + units/2) / units)
		}
	}
	return block
}

// TTF returns the file a face was read from. It must not be changed.
func (f *Fonts) TTF(face figure.Face) []byte { return f.faces[face].ttf }

// Name returns the PostScript name of a face, such as "SourceSans3-Regular".
func (f *Fonts) Name(face figure.Face) string { return f.faces[face].name }

// Glyph is the number of a sign's glyph in the file of a face, 0 for none.
func (f *Fonts) Glyph(r rune, face figure.Face) uint16 {
	glyph, err := f.faces[face].font.GlyphIndex(nil, r)
	if err != nil {
		return 0
	}
	return uint16(glyph)
}

// Advance is the width of a sign that the fonts have, in thousandths of the size:
// the number that a file which carries the font must agree with.
func (f *Fonts) Advance(r rune, face figure.Face) int { return int(f.faces[face].advance(r)) }

// Metrics are what a file that carries a face says of it: lengths in thousandths
// of the size, upwards from the baseline, and degrees, anticlockwise.
type Metrics struct {
	Ascent, Descent, CapHeight int
	Left, Bottom, Right, Top   int // of the box in which every glyph lies
	Slant                      float64
}

// Metrics are those of a face; zero for what its file does not say.
func (f *Fonts) Metrics(face figure.Face) Metrics {
	const size = 1000
	var m Metrics
	parsed := f.faces[face].font
	if all, err := parsed.Metrics(nil, fixed.I(size), font.HintingNone); err == nil {
		m.Ascent, m.Descent, m.CapHeight = all.Ascent.Round(), -all.Descent.Round(), all.CapHeight.Round()
	}
	if box, err := parsed.Bounds(nil, fixed.I(size), font.HintingNone); err == nil {
		m.Left, m.Bottom, m.Right, m.Top = box.Min.X.Floor(), -box.Max.Y.Ceil(), box.Max.X.Ceil(), -box.Min.Y.Floor()
	}
	if post := parsed.PostTable(); post != nil {
		m.Slant = post.ItalicAngle
	}
	return m
}
