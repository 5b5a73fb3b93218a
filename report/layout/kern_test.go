package layout

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tressons/report/figure"
)

func TestKerning(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	cases := []struct {
		pair   string
		nearer bool
	}{{"AV", true}, {"To", true}, {"L’", true}, {"nn", false}, {"12", false}, {"é\u202F", false}}
	for _, c := range cases {
		pair := []rune(c.pair)
		shift := fonts.kerning(figure.Bold).between(pair[0], pair[1], 22)
		if c.nearer != (shift < -0.1) || shift < -0.2*22 {
			t.Errorf("%q: %.2f points, to come nearer: %t", c.pair, shift, c.nearer)
		}
	}
}

// TestTitlesAreKerned: no sign is lost, stretches follow one another, the line
// is as wide as its last stretch ends, and keeps to the measure.
func TestTitlesAreKerned(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		r := run{text: fonts.Clean("AVATAR To L’Été " + hostile().Draw(t, "text")), face: figure.Bold, size: 22, kerned: true}
		for _, l := range fonts.breakLines([]run{r}, 200) {
			for _, p := range l.pieces {
				var text strings.Builder
				end := p.x
				for _, s := range fonts.stretches(p, r) {
					text.WriteString(s.text)
					if s.x < end-0.25*r.size || s.x > end+0.25*r.size {
						t.Fatalf("%q at %.1f, after %.1f", s.text, s.x, end)
					}
					end = s.x + fonts.Width(s.text, r.face, r.size)
				}
				if text.String() != p.text {
					t.Fatalf("%q set as %q", p.text, text.String())
				}
				if bare := end - fonts.Width(strings.Repeat(" ", len(p.text)-len(strings.TrimRight(p.text, " "))), r.face, r.size); bare > 200+r.size {
					t.Fatalf("%q ends at %.1f", p.text, bare)
				}
			}
		}
	})
}
