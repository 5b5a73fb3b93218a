package layout_test

import (
	"strings"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestWholeSections: a section that is to stay whole begins on the page where it
// can, and one that no page can hold is parted like any other.
func TestWholeSections(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	cases := map[string]struct {
		before, inside int // characters
		whole          bool
		want           []int // pages of its first and last words
	}{
		"fits below":          {200, 600, true, []int{0, 0}},
		"goes to the next":    {3000, 2400, true, []int{1, 1}},
		"parted, not whole":   {3000, 2400, false, []int{0, 1}},
		"taller than any":     {200, 9000, true, []int{0, 1}},
		"taller, after a lot": {3300, 9000, true, []int{0, 2}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			text := func(chars int, words string) []report.Block {
				return []report.Block{report.Paragraph{Spans: report.Text(layouttest.Long(chars) + words)}}
			}
			blocks := append(text(0, "Premiers mots."), text(c.inside, " Derniers mots.")...)
			pages := layout.Set(report.Document{Sections: []report.Section{
				{ID: "a", Title: "Avant", Blocks: text(c.before, "")}, {ID: "b", Title: "Section", Whole: c.whole, Blocks: blocks},
			}}, fonts)
			checkPages(t, pages, fonts)
			if got := []int{pageOf(pages, "Premiers"), pageOf(pages, "Derniers")}; got[0] != c.want[0] || got[1] != c.want[1] {
				t.Errorf("on pages %v, want %v", got, c.want)
			}
		})
	}
}

// pageOf is the page on which a word stands.
func pageOf(pages layout.Result, word string) int {
	for i, page := range pages.Pages {
		for _, it := range page.Items {
			for _, op := range it.Ops {
				if text, ok := op.(figure.Text); ok && strings.Contains(text.Value, word) {
					return i
				}
			}
		}
	}
	return -1
}

// TestNothingBesideNothing: no text beside a chart without data opens no page.
func TestNothingBesideNothing(t *testing.T) {
	t.Parallel()
	pages := layout.Set(report.Document{Sections: []report.Section{
		{ID: "a", Blocks: []report.Block{report.Heading{Text: "Un titre"}}},
		{ID: "b", OpensPage: true, Blocks: []report.Block{report.Beside{Figure: report.Figure{Chart: figure.LevelStrip{}}}}},
	}}, layouttest.Fonts(t))
	if len(pages.Pages) != 1 {
		t.Errorf("%d pages", len(pages.Pages))
	}
}

// TestNarrowerCanBeShorter: a head whose words are parted in another way takes fewer
// lines in a little less room.
func TestNarrowerCanBeShorter(t *testing.T) {
	t.Parallel()
	const long = "La coopération entre la communauté de communes, le Département et les porteurs de proje"
	cell := func(text string) report.Cell { return report.Text(text) }
	table := report.Table{Caption: "Tableau", RowHeads: true, Columns: []report.TableColumn{{}, {Title: long}, {Title: long}},
		Rows: [][]report.Cell{{cell("Ligne "), cell("12")}, {cell("Ligne La coopération entre la c"), cell("12")}}}
	pages := layout.Set(report.Document{Sections: []report.Section{
		{ID: "a", Blocks: []report.Block{report.Beside{Blocks: []report.Block{table}}}},
	}}, layouttest.Fonts(t))
	if len(pages.Pages) != 1 {
		t.Errorf("%d pages", len(pages.Pages))
	}
}
