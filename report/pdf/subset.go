package pdf

import (
	"bytes"
	"encoding/binary"
	"slices"

	"github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
)

// Where numbers that a subset changes stand in their tables.
const (
	locationFormat = 50 // in head: 1 for offsets of four bytes
	glyphCount     = 4  // in maxp
	metricCount    = 34 // in hhea
)

// perMetric is the bytes of an advance and a side bearing in hmtx.
const perMetric = 4

// subset returns a TrueType font with the outlines and widths of some glyphs and
// of those that they are made of. Glyphs keep their numbers; the others up to the
// last one are empty. It has the tables that a PDF wants, no more.
func subset(ttf []byte, glyphs []uint16) ([]byte, error) {
	loader, err := opentype.NewLoader(bytes.NewReader(ttf))
	if err != nil {
		return nil, err
	}
	raw := map[string][]byte{}
	for _, tag := range []string{"glyf", "head", "hhea", "hmtx", "loca", "maxp"} {
		if raw[tag], err = loader.RawTable(opentype.MustNewTag(tag)); err != nil {
			return nil, err
		}
	}
	for _, tag := range []string{"cvt ", "fpgm", "prep"} { // for hints, if it has any
		if table, err := loader.RawTable(opentype.MustNewTag(tag)); err == nil {
			raw[tag] = table
		}
	}
	head, _, err := tables.ParseHead(raw["head"])
	if err != nil {
		return nil, err
	}
	count := int(binary.BigEndian.Uint16(raw["maxp"][glyphCount:]))
	places, err := tables.ParseLoca(raw["loca"], count, head.IndexToLocFormat == 1)
	if err != nil {
		return nil, err
	}
	kept, err := composed(glyphs, raw["glyf"], places)
	if err != nil {
		return nil, err
	}
	last := slices.Max(kept)
	raw["hmtx"] = metricsOf(kept, raw["hmtx"], int(binary.BigEndian.Uint16(raw["hhea"][metricCount:])))
	raw["glyf"], raw["loca"] = outlinesOf(kept, raw["glyf"], places)
	binary.BigEndian.PutUint16(raw["head"][locationFormat:], 1)
	binary.BigEndian.PutUint16(raw["maxp"][glyphCount:], last+1)
	binary.BigEndian.PutUint16(raw["hhea"][metricCount:], last+1)
	return assembled(raw), nil
}

// composed returns the glyphs in order, with those that they are made of, and the
// one that stands for any other.
func composed(glyphs []uint16, outlines []byte, places []uint32) ([]uint16, error) {
	kept := append(slices.Clone(glyphs), 0)
	known := map[uint16]bool{}
	for i := 0; i < len(kept); i++ {
		g := kept[i]
		if known[g] || places[g] == places[g+1] {
			continue
		}
		known[g] = true
		glyph, _, err := tables.ParseGlyph(outlines[places[g]:places[g+1]])
		if err != nil {
			return nil, err
		}
		if whole, ok := glyph.Data.(tables.CompositeGlyph); ok {
			for _, part := range whole.Glyphs {
				kept = append(kept, part.GlyphIndex)
			}
		}
	}
	slices.Sort(kept)
	return slices.Compact(kept), nil
}

// outlinesOf returns the tables of outlines and of their places.
func outlinesOf(kept []uint16, all []byte, places []uint32) (outlines, at []byte) {
	next := 0
	for g := range kept[len(kept)-1] + 1 {
		at = binary.BigEndian.AppendUint32(at, uint32(len(outlines)))
		if g == kept[next] {
			next++
			outlines = padded(append(outlines, all[places[g]:places[g+1]]...))
		}
	}
	return outlines, binary.BigEndian.AppendUint32(at, uint32(len(outlines)))
}

// metricsOf returns the advances and side bearings. In the whole font glyphs from
// count on have the last advance, and a bearing of their own.
func metricsOf(kept []uint16, all []byte, count int) []byte {
	out := make([]byte, perMetric*(int(kept[len(kept)-1])+1))
	for _, g := range kept {
		to := out[perMetric*int(g):]
		if int(g) < count {
			copy(to, all[perMetric*int(g):][:perMetric])
			continue
		}
		copy(to, all[perMetric*(count-1):][:2])
		copy(to[2:], all[perMetric*count+2*(int(g)-count):][:2])
	}
	return out
}

// assembled makes a font of its tables.
func assembled(raw map[string][]byte) []byte {
	var list []opentype.Table
	for tag, content := range raw {
		list = append(list, opentype.Table{Tag: opentype.MustNewTag(tag), Content: padded(content)})
	}
	slices.SortFunc(list, func(a, b opentype.Table) int { return int(a.Tag) - int(b.Tag) })
	return opentype.WriteTTF(list)
}

// padded brings a table to a multiple of four bytes.
func padded(b []byte) []byte { return append(b, make([]byte, -len(b)&3)...) }
