package report

import (
	"strings"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
	"tressons/report/figure"
)

// TestImagesAreTold: each photo that could be read stands in the monograph with
// its title, its author and what it shows, and no other does.
func TestImagesAreTold(t *testing.T) {
	t.Parallel()
	b := modeltest.New()
	shown, lost := strings.Repeat("a", 64), strings.Repeat("b", 64)
	cafe := b.Add("initiative", modeltest.Fields{"name": "Café du bourg"})
	photo := b.Add("evidence", modeltest.Fields{"kind": "photo", "photo": shown, "title": "La terrasse", "publisher": "Le Courrier", "date": "2024-05", "excerpt": "Un jour de marché"})
	b.Add("evidence", modeltest.Fields{"kind": "photo", "photo": lost, "title": "Le comptoir"})
	b.Link(photo, cafe)
	in := inputOf(t, b.Diagnosis)
	in.Photos = map[model.Hash]*figure.Photo{model.Hash(shown): {}}
	text := spaced(dump(composed(t, "monographie", in)))
	for _, want := range []string{"Une image montre ce qui se fait ici", "image La terrasse : La terrasse. Un jour de marché. (Le Courrier · mai 2024 · Café du bourg)"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if strings.Contains(text, "image Le comptoir") {
		t.Error("a photo that could not be read is shown")
	}
	monograph, _ := KindNamed("monographie")
	if got := monograph.Photos(b.Diagnosis); len(got) != 2 {
		t.Errorf("photos to read: %v", got)
	}
	b.Set("report", "monographie", modeltest.Fields{"without": imagesPart, "cover": lost})
	if got := monograph.Photos(b.Diagnosis); len(got) != 1 || got[0] != model.Hash(lost) {
		t.Errorf("photos to read without the section: %v", got)
	}
}
