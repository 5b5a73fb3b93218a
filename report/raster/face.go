package raster

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"

	"tressons/report/figure"
)

// face is one cut of the typeface, its glyphs read when first needed.
type face struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
	glyphs map[rune]glyph
}

// glyph is the shape of a character, for a size of 1.
type glyph struct {
	advance float64
	pieces  []piece
}

// piece is a part of an outline: y grows downwards from the baseline.
type piece struct {
	op   sfnt.SegmentOp
	args [3]figure.Point
}

func readFace(ttf []byte) (face, error) {
	parsed, err := sfnt.Parse(ttf)
	return face{font: parsed, glyphs: map[rune]glyph{}}, err
}

// width is the advance of a text at a size of 1.
func (f *face) width(text string) float64 {
	var width float64
	for _, r := range text {
		width += f.glyph(r).advance
	}
	return width
}

// glyph reads a glyph, once. What the font lacks, which layout lets nothing
// through of, has the shape that the font shows for it.
func (f *face) glyph(r rune) glyph {
	if g, known := f.glyphs[r]; known {
		return g
	}
	g := f.read(r)
	f.glyphs[r] = g
	return g
}

func (f *face) read(r rune) glyph {
	em := fixed.I(int(f.font.UnitsPerEm()))
	index, err := f.font.GlyphIndex(&f.buffer, r)
	if err != nil {
		return glyph{}
	}
	var g glyph
	if advance, err := f.font.GlyphAdvance(&f.buffer, index, em, font.HintingNone); err == nil {
		g.advance = float64(advance) / float64(em)
	}
	segments, err := f.font.LoadGlyph(&f.buffer, index, em, nil)
	if err != nil {
		return g
	}
	for _, s := range segments {
		p := piece{op: s.Op}
		for i, a := range s.Args {
			p.args[i] = figure.Point{X: float64(a.X) / float64(em), Y: float64(a.Y) / float64(em)}
		}
		g.pieces = append(g.pieces, p)
	}
	return g
}

// trace adds the outline to a raster, its origin at pen.
func (g glyph) trace(raster *vector.Rasterizer, pen figure.Point, size float64) {
	at := func(p figure.Point) (x, y float32) {
		return float32(pen.X + p.X*size), float32(pen.Y + p.Y*size)
	}
	for i, p := range g.pieces {
		x, y := at(p.args[0])
		switch p.op {
		case sfnt.SegmentOpMoveTo:
			if i > 0 {
				raster.ClosePath()
			}
			raster.MoveTo(x, y)
		case sfnt.SegmentOpLineTo:
			raster.LineTo(x, y)
		case sfnt.SegmentOpQuadTo:
			x1, y1 := at(p.args[1])
			raster.QuadTo(x, y, x1, y1)
		case sfnt.SegmentOpCubeTo:
			x1, y1 := at(p.args[1])
			x2, y2 := at(p.args[2])
			raster.CubeTo(x, y, x1, y1, x2, y2)
		}
	}
	if len(g.pieces) > 0 {
		raster.ClosePath()
	}
}
