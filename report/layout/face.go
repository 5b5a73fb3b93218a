package layout

import (
	"bytes"
	"errors"

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
}

// perBlock is how many runes are read together.
const perBlock = 256

// block is what the faces have of some runes that follow one another.
type block struct {
	// advances are those of hmtx in thousandths of the size. They are the same
	// numbers the PDF carries, so that its viewer agrees with us.
	advances [figure.Faces][perBlock]uint16
	covered  [perBlock]bool // by a glyph of each face
}

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

// block is the one of a rune of the basic plane. It is read when it is first asked
// for: a report uses four or five of them.
func (f *Fonts) block(r rune) *block {
	known := f.blocks[r/perBlock].Load()
	if known == nil {
		known = f.readBlock(r / perBlock * perBlock)
		f.blocks[r/perBlock].Store(known)
	}
	return known
}

func (f *Fonts) readBlock(first rune) *block {
	b := new(block)
	var buffer sfnt.Buffer
	for i := range b.covered {
		b.covered[i] = true
		for n := range f.faces {
			advance, has := f.faces[n].advance(&buffer, first+rune(i))
			b.advances[n][i] = advance
			b.covered[i] = b.covered[i] && has
		}
	}
	return b
}

// advance reads the advance of a rune; has is false when the font lacks it.
func (f *face) advance(buffer *sfnt.Buffer, r rune) (thousandths uint16, has bool) {
	glyph, err := f.font.GlyphIndex(buffer, r)
	if err != nil || glyph == 0 {
		return 0, false
	}
	units := int(f.font.UnitsPerEm())
	advance, err := f.font.GlyphAdvance(buffer, glyph, fixed.I(units), font.HintingNone)
	return uint16((advance.Round()*1000 + units/2) / units), err == nil
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
func (f *Fonts) Advance(r rune, face figure.Face) int {
	return int(f.block(r).advances[face][r%perBlock])
}

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
