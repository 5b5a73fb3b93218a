package layout

import "tressons/report/figure"

// memo is a figure.Measurer that remembers: charts measure the same texts each
// time that they are drawn, parted, and drawn again. It lasts as long as one
// document is set.
type memo struct {
	fonts *Fonts
	lines map[wrapped][]string
}

// wrapped is a text to be cut into lines.
type wrapped struct {
	text        string
	face        figure.Face
	size, width float64
	most        int
}

func newMemo(fonts *Fonts) *memo { return &memo{fonts, map[wrapped][]string{}} }

// Width is that of Fonts.
func (m *memo) Width(s string, face figure.Face, size float64) float64 {
	return m.fonts.Width(s, face, size)
}

// Wrap is that of Fonts. The lines must not be changed.
func (m *memo) Wrap(s string, face figure.Face, size, width float64, most int) []string {
	key := wrapped{s, face, size, width, most}
	lines, known := m.lines[key]
	if !known {
		lines = m.fonts.Wrap(s, face, size, width, most)
		m.lines[key] = lines
	}
	return lines
}
