package pdftest

import (
	"io"
	"iter"
	"regexp"
	"strconv"

	"github.com/ledongthuc/pdf"
)

// font is what a font says about its codes.
type font struct {
	name       string
	characters map[int]rune
	widths     map[int]bool
}

var subset = regexp.MustCompile(`^[A-Z]{6}\+.`)

// fonts reads the fonts of the resources into known.
func (c *checker) fonts(resources pdf.Value, known map[string]*font) {
	for _, key := range resources.Keys() {
		v := resources.Key(key)
		f := &font{name: v.Key("BaseFont").Name(), characters: map[int]rune{}, widths: map[int]bool{}}
		known[key] = f
		cid := v.Key("DescendantFonts").Index(0)
		descriptor := cid.Key("FontDescriptor")
		c.want(subset.MatchString(f.name), "%s does not say that it is a part", f.name)
		c.want(cid.Key("BaseFont").Name() == f.name && descriptor.Key("FontName").Name() == f.name, "%s has several names", f.name)
		c.want(descriptor.Key("FontFile2").Kind() == pdf.Stream, "%s is not embedded", f.name)
		c.readCharacters(f, v.Key("ToUnicode"))
		f.readWidths(cid.Key("W"))
	}
}

// blocks are the entries of a character map, entries the codes and characters in
// them.
var (
	blocks  = regexp.MustCompile(`(?s)beginbfchar(.*?)endbfchar`)
	entries = regexp.MustCompile(`<([0-9A-F]{4})>\s*<([0-9A-F]{4})>\n`)
)

// readCharacters reads a character map.
func (c *checker) readCharacters(f *font, stream pdf.Value) {
	data, err := io.ReadAll(stream.Reader())
	if err != nil {
		c.fault("the character map of %s: %v", f.name, err)
	}
	for _, block := range blocks.FindAllSubmatch(data, -1) {
		for _, entry := range entries.FindAllSubmatch(block[1], -1) {
			f.characters[hexadecimal(entry[1])] = rune(hexadecimal(entry[2]))
		}
	}
}

func hexadecimal(digits []byte) int {
	n, _ := strconv.ParseUint(string(digits), 16, 16) // digits they are
	return int(n)
}

func (f *font) readWidths(list pdf.Value) {
	for i := 0; i+1 < list.Len(); i += 2 {
		for j := range list.Index(i + 1).Len() {
			f.widths[int(list.Index(i).Int64())+j] = true
		}
	}
}

func pair(s string) int { return int(s[0])<<8 | int(s[1]) }

// codes are the two-byte codes of a string, or of the strings of an array.
func codes(v pdf.Value) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range max(v.Len(), 1) {
			s := v.RawString()
			if v.Kind() == pdf.Array {
				s = v.Index(i).RawString()
			}
			for ; len(s) >= 2; s = s[2:] {
				if !yield(pair(s)) {
					return
				}
			}
		}
	}
}
