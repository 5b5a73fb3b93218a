package layout_test

import (
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestCoverShowsItsPictures: neither is stretched, covers a text nor leaves the
// page, and each is told.
func TestCoverShowsItsPictures(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	cases := map[string]struct {
		photo *figure.Photo
		lines []string
		told  []string
	}{
		"landscape":    {layouttest.Photo("jpeg", 640, 360), []string{"L’équipe", "novembre 2026"}, []string{"Le bourg", "Logo"}},
		"upright":      {layouttest.Photo("png", 200, 800), nil, []string{"Le bourg", "Logo"}},
		"without room": {layouttest.Photo("jpeg", 640, 360), []string{layouttest.Long(1100)}, []string{"Logo"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cover := report.Cover{Title: "Pays d’Essai", Lines: c.lines, Credits: "Crédits.",
				Picture: report.CoverPicture{Photo: c.photo, Alt: "Le bourg"}, Logo: report.CoverPicture{Photo: layouttest.Photo("png", 300, 100), Alt: "Logo"}}
			pages := layout.Set(report.Document{Sections: []report.Section{{ID: "c", Blocks: []report.Block{cover}}}}, fonts)
			checkPages(t, pages, fonts)
			var told []string
			for _, it := range pages.Pages[0].Items {
				if p, ok := it.Ops[0].(figure.Picture); ok {
					told = append(told, it.Node.Alt)
					if ratio := p.W / p.H * float64(p.Photo.Height) / float64(p.Photo.Width); ratio < 0.99 || ratio > 1.01 {
						t.Errorf("%s is stretched by %.2f", it.Node.Alt, ratio)
					}
				}
			}
			if len(told) != len(c.told) || told[0] != c.told[0] {
				t.Errorf("the cover shows %q, want %q", told, c.told)
			}
		})
	}
}
