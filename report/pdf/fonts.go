package pdf

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strings"

	"tressons/report/figure"
)

// placeholder is a font as gofpdf is told of it: it paints with its name, while
// what the name stands for is made here.
func placeholder(face figure.Face) []byte {
	return fmt.Appendf(nil, `{"Tp":"Core","Name":%q}`, family(face))
}

func family(face figure.Face) string { return "sans-" + face.String() }

// finishFonts puts the fonts where gofpdf has placeholders.
func (f *finisher) finishFonts(fonts dict) error {
	for face, used := range f.used {
		if used == nil {
			continue
		}
		i := slices.IndexFunc(fonts, func(e entry) bool {
			font, ok := e.value.(*object)
			return ok && font.dict().get("BaseFont") == name(family(figure.Face(face)))
		})
		if i < 0 {
			return errUnread
		}
		font, err := f.font(figure.Face(face), slices.Collect(used.all()))
		if err != nil {
			return err
		}
		fonts[i].value.(*object).value = font
	}
	return nil
}

// font is a face cut to the signs that are used: its outlines, exact widths, and
// which glyph and which character each code is.
func (f *finisher) font(face figure.Face, used []rune) (dict, error) {
	glyphs := make([]uint16, len(used))
	for i, r := range used {
		glyphs[i] = f.fonts.Glyph(r, face)
	}
	outlines, err := subset(f.fonts.TTF(face), glyphs)
	if err != nil {
		return nil, err
	}
	base := subsetName(f.fonts.Name(face), used)
	cid := dict{
		{"Type", name("Font")}, {"Subtype", name("CIDFontType2")}, {"BaseFont", base},
		{"CIDSystemInfo", dict{{"Registry", str("Adobe")}, {"Ordering", str("Identity")}, {"Supplement", 0}}},
		{"FontDescriptor", &object{value: f.descriptor(face, base, outlines)}},
		{"W", f.widths(face, used)}, {"CIDToGIDMap", f.press.stream(nil, glyphMap(used, glyphs))},
	}
	return dict{
		{"Type", name("Font")}, {"Subtype", name("Type0")}, {"BaseFont", base}, {"Encoding", name("Identity-H")},
		{"DescendantFonts", array{&object{value: cid}}}, {"ToUnicode", f.press.stream(nil, characterMap(used))},
	}, nil
}

// The flags of a font.
const (
	symbolic  = 1 << 2 // its codes are its own
	italic    = 1 << 6
	forceBold = 1 << 18
)

// stems is about how thick the upright strokes of each face are. The format asks
// for it; readers use it for fonts that they have to replace.
var stems = [figure.Faces]int{figure.Regular: 87, figure.Italic: 87, figure.Semibold: 135, figure.Bold: 165}

// descriptor says how a face looks, and carries its outlines.
func (f *finisher) descriptor(face figure.Face, base name, outlines []byte) dict {
	flags := symbolic
	switch face {
	case figure.Italic:
		flags |= italic
	case figure.Semibold, figure.Bold:
		flags |= forceBold
	}
	m := f.fonts.Metrics(face)
	return dict{
		{"Type", name("FontDescriptor")}, {"FontName", base}, {"Flags", flags},
		{"FontBBox", array{m.Left, m.Bottom, m.Right, m.Top}}, {"ItalicAngle", m.Slant},
		{"Ascent", m.Ascent}, {"Descent", m.Descent}, {"CapHeight", m.CapHeight}, {"StemV", stems[face]},
		{"FontFile2", f.press.stream(dict{{"Length1", len(outlines)}}, outlines)},
	}
}

// glyphMap says which glyph each code up to the last one is.
func glyphMap(used []rune, glyphs []uint16) []byte {
	out := make([]byte, 2*(used[len(used)-1]+1))
	for i, r := range used {
		binary.BigEndian.PutUint16(out[2*r:], glyphs[i])
	}
	return out
}

// subsetName marks a font as a part of the whole one, by six letters made from
// the signs that it has.
func subsetName(font string, used []rune) name {
	sum := sha256.Sum256([]byte(font + string(used)))
	var mark [6]byte
	for i := range mark {
		mark[i] = 'A' + sum[i]%26
	}
	return name(string(mark[:]) + "+" + font)
}

// widths lists the advance of each sign, in thousandths of the size: a code, and
// the widths of the signs from there on.
func (f *finisher) widths(face figure.Face, used []rune) array {
	var out array
	for i := 0; i < len(used); {
		from := i
		var list array
		for ; i < len(used) && int(used[i]-used[from]) == i-from; i++ {
			list = append(list, f.fonts.Advance(used[i], face))
		}
		out = append(out, int(used[from]), list)
	}
	return out
}

// perBlock is how many entries a block of a character map may have.
const perBlock = 100

// characterMap says which character each code is. gofpdf writes the characters
// themselves as codes.
func characterMap(used []rune) []byte {
	var b strings.Builder
	b.WriteString("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n" +
		"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n")
	for block := range slices.Chunk(used, perBlock) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			fmt.Fprintf(&b, "<%04X> <%04[1]X>\n", r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend")
	return []byte(b.String())
}
