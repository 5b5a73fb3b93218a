package layout_test

import (
	"math"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestPhotosInARow: photos side by side are as tall as each other, none is
// stretched or blown up, and each is told.
func TestPhotosInARow(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	cases := map[string]struct {
		photos []*figure.Photo
		tall   float64 // 0 where heights differ
	}{
		"upright and wide": {[]*figure.Photo{layouttest.Photo("jpeg", 750, 1000), layouttest.Photo("jpeg", 1000, 750)}, 175.7},
		"two wide ones":    {[]*figure.Photo{layouttest.Photo("jpeg", 1200, 600), layouttest.Photo("jpeg", 1200, 600)}, 115.6},
		"one alone":        {[]*figure.Photo{layouttest.Photo("jpeg", 1200, 600)}, 115.6},
		"small":            {[]*figure.Photo{layouttest.Photo("png", 50, 100), layouttest.Photo("png", 100, 100)}, 72},
		"panorama":         {[]*figure.Photo{layouttest.Photo("jpeg", 1600, 200), layouttest.Photo("jpeg", 1000, 1000)}, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var block report.Pictures
			for range c.photos {
				block.Photos = append(block.Photos, report.Photo{Photo: c.photos[len(block.Photos)], Alt: "Le bourg", Caption: "Le bourg", Source: "2026"})
			}
			pages := layout.Set(report.Document{Sections: []report.Section{{ID: "s", Title: "Des images", Blocks: []report.Block{block}}}}, fonts)
			checkPages(t, pages, fonts)
			shown := 0
			for _, it := range pages.Pages[0].Items {
				p, ok := it.Ops[0].(figure.Picture)
				if !ok {
					continue
				}
				shown++
				if stretch := p.W / p.H * float64(p.Photo.Height) / float64(p.Photo.Width); math.Abs(stretch-1) > 0.01 {
					t.Errorf("stretched by %.2f", stretch)
				}
				if c.tall > 0 && math.Abs(p.H-c.tall) > 0.2 || it.Node.Alt != "Le bourg" {
					t.Errorf("%.1f points tall, want %.1f; told %q", p.H, c.tall, it.Node.Alt)
				}
			}
			if shown != len(c.photos) {
				t.Errorf("%d photos, want %d", shown, len(c.photos))
			}
		})
	}
}
