package layout

import (
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"tressons/report/figure"
)

// kerning knows how much nearer to or farther from one another two signs of a face
// stand: « AV » and « To » would gape in a title.
type kerning struct {
	font   *sfnt.Font
	buffer sfnt.Buffer
}

func (f *Fonts) kerning(face figure.Face) *kerning { return &kerning{font: f.faces[face].font} }

// between is the shift between two signs, in points; negative when they come
// nearer. It is 0 for what the font does not say.
func (k *kerning) between(left, right rune, size float64) float64 {
	l, errLeft := k.font.GlyphIndex(&k.buffer, left)
	r, errRight := k.font.GlyphIndex(&k.buffer, right)
	if errLeft != nil || errRight != nil {
		return 0
	}
	units := k.font.UnitsPerEm()
	shift, err := k.font.Kern(&k.buffer, l, r, fixed.I(int(units)), font.HintingNone)
	if err != nil {
		return 0
	}
	return float64(shift) / 64 * size / float64(units)
}

// kern brings the signs of a title to where its font wants them: each advance
// takes in the shift to the next sign of the same run.
func (b *breaker) kern() {
	var of *kerning
	for i := range b.runes {
		r := b.runs[b.owner[i]]
		if !r.kerned || i+1 == len(b.runes) || b.owner[i+1] != b.owner[i] || isInvisible(b.runes[i]) || isInvisible(b.runes[i+1]) {
			continue
		}
		if of == nil || of.font != b.fonts.faces[r.face].font {
			of = b.fonts.kerning(r.face)
		}
		b.advances[i] += of.between(b.runes[i], b.runes[i+1], r.size)
	}
}

// stretches cuts a piece of a kerned run where two signs do not simply follow
// one another: painters set each stretch without kerning.
func (f *Fonts) stretches(p piece, r run) []piece {
	if !r.kerned {
		return []piece{p}
	}
	of := f.kerning(r.face)
	var out []piece
	start, x := 0, p.x
	runes := []rune(p.text)
	end := x
	for i, c := range runes {
		end += f.advance(c, r.face, r.size)
		shift := 0.0
		if i+1 < len(runes) {
			shift = of.between(c, runes[i+1], r.size)
		}
		if shift != 0 || i+1 == len(runes) {
			out = append(out, piece{run: p.run, text: string(runes[start : i+1]), x: x, w: end - x})
			start, x, end = i+1, end+shift, end+shift
		}
	}
	return out
}
