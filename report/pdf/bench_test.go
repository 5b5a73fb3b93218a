package pdf_test

import (
	"bytes"
	"runtime"
	"strconv"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf"
)

// realistic is a report such as a team makes, about that many pages long: for
// each ten pages, three charts, a table of sixty rows, running text; and photos,
// two for each ten pages as long as there are some.
func realistic(pages int, photos []*figure.Photo) report.Document {
	doc := report.Document{
		Title: "Diagnostic ESS du Val d’Essai", Lang: "fr-FR", Author: "Équipe d’essai", Date: layouttest.Date,
		Head: report.RunningHead{Left: "Territoires ruraux", Right: "Val d’Essai"}, Foot: "Sources : essais.",
	}
	charts := []figure.Chart{layouttest.Themes(), layouttest.Levels(), layouttest.Matrix(5, 9)}
	for chapter := range pages / 10 {
		for i, chart := range charts {
			id := strconv.Itoa(chapter) + "-" + strconv.Itoa(i)
			blocks := []report.Block{
				report.Paragraph{Spans: report.Text(layouttest.Long(2600))},
				report.Figure{Chart: chart, Caption: "Graphique", Source: "Essai, 2026."},
			}
			after := 3800 + 3000*(i/2)
			if i < 2 && len(photos) > 0 {
				after = 1000 // the photo stands in for the rest
				blocks = append(blocks, report.Figure{Chart: photos[0], Caption: "Photo", Alt: "Un champ sous un ciel clair", Source: "Équipe, 2026."})
				photos = photos[1:]
			}
			blocks = append(blocks, report.Paragraph{Spans: report.Text(layouttest.Long(after))})
			doc.Sections = append(doc.Sections, report.Section{
				ID: "s" + id, OpensPage: true, Title: "Ce que disent les chiffres, chapitre " + id, Blocks: blocks,
			})
		}
		doc.Sections = append(doc.Sections, report.Section{
			ID: "t" + strconv.Itoa(chapter), OpensPage: true, Title: "Annexe", Blocks: []report.Block{communes()},
		})
	}
	return doc
}

// communes is a table of sixty rows.
func communes() report.Table {
	t := report.Table{Caption: "Tableau", RowHeads: true, Columns: []report.TableColumn{
		{Title: "Commune"}, {Title: "Habitants", Align: report.Right}, {Title: "Emplois", Align: report.Right},
	}}
	for row := range 60 {
		t.Rows = append(t.Rows, []report.Cell{report.Text("Saint-Aubin-d’Aubigné"), report.Text(strconv.Itoa(1000 + row)), report.Text(strconv.Itoa(row))})
	}
	return t
}

// BenchmarkReport lays out and writes reports of several lengths. 500 pages are
// to take at most twelve times as long as 50, and 150 MB at most.
func BenchmarkReport(b *testing.B) {
	fonts, photos := layouttest.Fonts(b), madePhotos()
	for _, pages := range []int{20, 50, 500} {
		doc := realistic(pages, photos)
		b.Run(strconv.Itoa(pages), func(b *testing.B) {
			b.ReportAllocs()
			set, size := 0, 0
			for b.Loop() {
				var file bytes.Buffer
				doc := layout.Set(doc, fonts)
				if err := pdf.Write(&file, doc, fonts); err != nil {
					b.Fatal(err)
				}
				set, size = len(doc.Pages), file.Len()
			}
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(set), "pages")
			b.ReportMetric(float64(size)/1000, "kB")
			b.ReportMetric(float64(memory.Sys)/1e6, "MB-taken")
		})
	}
}
