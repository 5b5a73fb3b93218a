package pdf

import (
	"math"
	"testing"

	"github.com/jung-kurt/gofpdf"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

// TestWidthsAgree: the lines were broken with our widths, the file carries
// gofpdf's; both must be the same.
func TestWidthsAgree(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	f := gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"})
	for face := range figure.Face(figure.Faces) {
		f.AddUTF8FontFromBytes(family(face), "", fonts.TTF(face))
		f.SetFont(family(face), "", 10)
		for r := rune('!'); r < 0x2600; r++ {
			s := string(r)
			if fonts.Clean(s) != s {
				continue
			}
			ours, theirs := fonts.Width(s, face, 10), f.GetStringWidth(s)
			if math.Abs(ours-theirs) > 0.011 && !isSoft(r) {
				t.Errorf("%s %q: %g, gofpdf says %g", face, s, ours, theirs)
			}
		}
	}
}

// isSoft tells the runes that layout takes out before painting.
func isSoft(r rune) bool { return r == 0xAD || r == 0x200B }
