package layout_test

import (
	"strconv"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestSourcesStayWithWhatTheySupport: wherever the page ends, the source of a
// figure is under it and that of a table under its last row. A figure that nearly
// fits is made smaller, and no more than a little.
func TestSourcesStayWithWhatTheySupport(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	table := report.Table{Columns: []report.TableColumn{{Title: "Commune"}}, Source: "Recensement."}
	for row := range 9 {
		table.Rows = append(table.Rows, []report.Cell{report.Text("Commune" + strconv.Itoa(row))})
	}
	smaller := 0
	for above := 100; above < 5200; above += 170 {
		pages := layout.Set(report.Document{Sections: []report.Section{{ID: "s", Title: "Section", Blocks: []report.Block{
			report.Paragraph{Spans: report.Text(layouttest.Long(above))},
			report.Figure{Chart: layouttest.Photo("jpeg", 600, 400), Source: "Photothèque."}, table,
		}}}}, fonts)
		checkPages(t, pages, fonts)
		at, width := pictureOf(pages)
		if source := pageOf(pages, "Photothèque"); source != at {
			t.Errorf("%d characters above: the photo is on page %d, its source on page %d", above, at, source)
		}
		if row, source := pageOf(pages, "Commune8"), pageOf(pages, "Recensement"); source != row {
			t.Errorf("%d characters above: the last row is on page %d, the source on page %d", above, row, source)
		}
		if whole := 600.0 * 72 / 100; width < whole-0.1 {
			smaller++
			if width < 0.84*whole {
				t.Errorf("%d characters above: the photo is %.0f points wide, of %.0f", above, width, whole)
			}
		}
	}
	if smaller == 0 {
		t.Error("the photo is never made smaller: the test tells nothing")
	}
}

// pictureOf is the page of the photo, and how wide it is.
func pictureOf(pages layout.Result) (page int, width float64) {
	for i, page := range pages.Pages {
		for _, it := range page.Items {
			for _, op := range it.Ops {
				if photo, ok := op.(figure.Picture); ok {
					return i, photo.W
				}
			}
		}
	}
	return -1, 0
}
