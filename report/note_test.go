package report_test

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tressons/model"
	"tressons/model/modeltest"
	"tressons/report"
	"tressons/report/layout"
)

// TestNoteHasTwoPages holds the promise of the note, whatever was written.
func TestNoteHasTwoPages(t *testing.T) {
	t.Parallel()
	f, in := fonts(t), input(t, modeltest.Empty())
	rapid.Check(t, func(t *rapid.T) {
		in.Diagnosis = straining(t)
		doc, err := report.Compose("note", in)
		if err != nil {
			t.Fatal(err)
		}
		if got := len(layout.Set(doc, f).Pages); got != 2 {
			t.Fatalf("%d pages, want 2", got)
		}
	})
}

// strain draws what takes room on a page: wide letters, endless words, lines,
// signs that no font has.
func strain(t *rapid.T, label string) string {
	piece := rapid.SampledFrom([]string{"W", "Wagons, ", "mot ", "ligne\n", "é", "😀", "« oui » : ", "Llanfairpwllgwyngyll", ". "}).Draw(t, label)
	return strings.Repeat(piece, rapid.IntRange(0, 1900/len(piece)).Draw(t, label+" times"))
}

// straining draws a diagnosis in which all that the note shows may be long, and
// many.
func straining(t *rapid.T) *model.Diagnosis {
	b := modeltest.New()
	b.About(modeltest.Fields{"name": strain(t, "name"), "essential": strain(t, "essential")})
	b.Territory(modeltest.Fields{"name": strain(t, "territory"), "urban_areas": strain(t, "towns"), "population": "35692", "population_source": strain(t, "source"), "commune_count": "19"})
	for _, page := range []string{"note/essentiel", "note/priorites"} {
		b.Set("page", page, modeltest.Fields{"title": strain(t, "title"), "standfirst": strain(t, "standfirst")})
	}
	many := rapid.SampledFrom([]int{0, 1, 4, 15, 40})
	for _, lever := range []string{"sensibilisation", "documents-cadres", "cooperation", "acces", "animation", "droit-commun", "specificites"}[:rapid.IntRange(0, 7).Draw(t, "levers")] {
		b.Set("lever", lever, modeltest.Fields{"level": "engaged", "trend": "rising", "priority": "high", "planned": strain(t, "planned"),
			"strengths": strain(t, "strengths"), "ways_forward": strain(t, "ways")})
	}
	for i := range many.Draw(t, "factors") {
		b.Add("key_factor", modeltest.Fields{"statement": fmt.Sprint(i) + strain(t, "factor"), "axis": []string{"reconnaissance", "ingenierie", "financement", ""}[i%4], "scale": "departement"})
	}
	for range many.Draw(t, "figures") {
		b.Add("figure", modeltest.Fields{"label": strain(t, "label"), "value": "123456789,123", "unit": strain(t, "unit"), "perimeter": strain(t, "perimeter"), "year": "2021"})
	}
	for range many.Draw(t, "actions") {
		b.Add("action", modeltest.Fields{"title": strain(t, "action"), "lead": strain(t, "lead"), "due": "2027-09-30", "status": "running", "priority": "high"})
	}
	for range many.Draw(t, "sources") {
		b.Link(b.Add("evidence", modeltest.Fields{"title": "Source", "publisher": strain(t, "publisher")}), "territory/self", "lever/acces")
	}
	return b.Diagnosis
}
