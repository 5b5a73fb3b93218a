package pdf

import (
	"bytes"
	"encoding/binary"
	"slices"
	"testing"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"

	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// opentypeFont is a font file taken apart by its tables.
type opentypeFont struct {
	outlines, metrics []byte
	places            []uint32
	units             int
}

func taken(t *testing.T, file []byte) opentypeFont {
	t.Helper()
	loader, err := opentype.NewLoader(bytes.NewReader(file))
	if err != nil {
		t.Fatal(err)
	}
	table := func(tag string) []byte {
		content, err := loader.RawTable(opentype.MustNewTag(tag))
		if err != nil {
			t.Fatalf("%s: %v", tag, err)
		}
		return content
	}
	head, _, err := tables.ParseHead(table("head"))
	if err != nil {
		t.Fatal(err)
	}
	count := int(binary.BigEndian.Uint16(table("maxp")[glyphCount:]))
	places, err := tables.ParseLoca(table("loca"), count, head.IndexToLocFormat == 1)
	if err != nil {
		t.Fatal(err)
	}
	return opentypeFont{table("glyf"), table("hmtx"), places, int(head.UnitsPerEm)}
}

func (f opentypeFont) outline(glyph int) []byte {
	return f.outlines[f.places[glyph]:f.places[glyph+1]]
}

// drawn are the signs up to the arrows that the fonts have and layout leaves in.
func drawn(fonts *layout.Fonts) []rune {
	var out []rune
	for r := rune('!'); r < 0x2600; r++ {
		if s := string(r); fonts.Clean(s) == s && r != 0xAD && r != 0x200B {
			out = append(out, r)
		}
	}
	return out
}

// TestSubset: lines were broken with the widths of layout; the file carries those of
// the subset. Both are the same, outlines are those of the whole font, and the
// glyphs that a sign is made of are there.
func TestSubset(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for face := range figure.Face(figure.Faces) {
		var glyphs []uint16
		used := drawn(fonts)
		for _, r := range used {
			glyphs = append(glyphs, fonts.Glyph(r, face))
		}
		file, err := subset(fonts.TTF(face), glyphs)
		if err != nil {
			t.Fatal(err)
		}
		whole, part := taken(t, fonts.TTF(face)), taken(t, file)
		for i, r := range used {
			glyph := int(glyphs[i])
			if got := int(binary.BigEndian.Uint16(part.metrics[perMetric*glyph:])) * 1000 / part.units; got != fonts.Advance(r, face) {
				t.Errorf("%s %q: the subset says %d, layout %d", face, r, got, fonts.Advance(r, face))
			}
		}
		kept, err := composed(glyphs, whole.outlines, whole.places)
		if err != nil {
			t.Fatal(err)
		}
		if len(kept) <= len(slices.Compact(slices.Sorted(slices.Values(glyphs)))) {
			t.Errorf("%s: %d glyphs for %d signs: none is made of others", face, len(kept), len(glyphs))
		}
		for glyph := range len(part.places) - 1 {
			want := []byte{}
			if slices.Contains(kept, uint16(glyph)) {
				want = padded(bytes.Clone(whole.outline(glyph)))
			}
			if !bytes.Equal(part.outline(glyph), want) {
				t.Errorf("%s: glyph %d has %d bytes, want %d", face, glyph, len(part.outline(glyph)), len(want))
			}
		}
	}
}

// TestSubsetOfNoFont: what is no font is an error.
func TestSubsetOfNoFont(t *testing.T) {
	t.Parallel()
	for _, file := range [][]byte{nil, []byte("no font"), layouttest.Fonts(t).TTF(figure.Regular)[:5000]} {
		if _, err := subset(file, []uint16{3}); err == nil {
			t.Errorf("a subset of %d bytes", len(file))
		}
	}
}
