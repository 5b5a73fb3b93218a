package pdf

import (
	"crypto/sha256"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tressons/report/figure"
)

// finishFonts completes the fonts that gofpdf cut: a name of their own, exact
// widths, and which character each sign is.
func (f *finisher) finishFonts(fonts dict) error {
	for face, used := range f.used {
		if used == nil {
			continue
		}
		found := false
		for _, e := range fonts {
			font, ok := e.value.(*object)
			if ok && font.dict().get("BaseFont") == name("utf8"+family(figure.Face(face))) {
				found = f.finishFont(font, figure.Face(face), slices.Sorted(maps.Keys(used)))
			}
		}
		if !found {
			return errUnread
		}
	}
	return nil
}

func (f *finisher) finishFont(font *object, face figure.Face, used []rune) bool {
	descendants, _ := font.dict().get("DescendantFonts").(array)
	if len(descendants) != 1 {
		return false
	}
	cid, _ := descendants[0].(*object)
	descriptor := cid.dict().object("FontDescriptor")
	if descriptor == nil {
		return false
	}
	base := subsetName(f.fonts.Name(face), used)
	toUnicode := &object{value: dict{{"Filter", name("FlateDecode")}}, data: deflated(f.zip, characterMap(used)), stream: true}
	font.value = font.dict().set("BaseFont", base).set("ToUnicode", toUnicode)
	cid.value = cid.dict().set("BaseFont", base).set("W", f.widths(face, used))
	descriptor.value = descriptor.dict().set("FontName", base)
	return true
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
