package layout_test

import (
	"strings"
	"testing"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
)

// TestSectionStaysOnOnePage holds which of its contents a section is set with.
func TestSectionStaysOnOnePage(t *testing.T) {
	t.Parallel()
	text := func(mark string, length int) []report.Block {
		return []report.Block{report.Paragraph{Spans: report.Text(mark + " " + layouttest.Long(length))}}
	}
	whole, half, brief := text("Entier", 9000), text("Moitié", 2000), text("Bref", 100)
	cases := map[string]struct {
		blocks  []report.Block
		shorter [][]report.Block
		before  []report.Block // in a section above, on the same page
		mark    string
		pages   int
	}{
		"fits":                {half, [][]report.Block{brief}, nil, "Moitié", 1},
		"first shorter":       {whole, [][]report.Block{half, brief}, nil, "Moitié", 1},
		"under another":       {half, [][]report.Block{brief}, text("Avant", 3000), "Bref", 1},
		"the last, fit or no": {whole, [][]report.Block{text("Long", 8000)}, nil, "Long", 2},
		"nothing shorter":     {whole, nil, nil, "Entier", 2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			doc := report.Document{Sections: []report.Section{{ID: "avant", Blocks: c.before}, {ID: "s", Title: "Titre", Blocks: c.blocks, Shorter: c.shorter}}}
			fonts := layouttest.Fonts(t)
			pages := layout.Set(doc, fonts)
			checkPages(t, pages, fonts)
			if got := dump(pages); !strings.Contains(got, c.mark+" ") || len(pages.Pages) != c.pages {
				t.Errorf("%d pages, want %d with %q:\n%s", len(pages.Pages), c.pages, c.mark, got)
			}
		})
	}
}

// TestAskLeavesRoomToWrite holds what can be seen of a question on paper.
func TestAskLeavesRoomToWrite(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	ask := report.Ask{Question: "Un référent est-il nommé ?", Boxes: []report.Box{{Label: "Oui", Ticked: true}, {Label: "Non"}}, Lines: 3, Unit: "mois"}
	pages := layout.Set(report.Document{Sections: []report.Section{{ID: "s", Title: "T", Blocks: []report.Block{ask}}}}, fonts)
	checkPages(t, pages, fonts)
	var alts []string
	walk(pages.Root, func(n *layout.Node) {
		if n.Role == report.RoleFigure {
			alts = append(alts, n.Alt)
		}
	})
	if got := strings.Join(alts, ", "); got != "Case cochée, Case à cocher" {
		t.Errorf("the boxes are told as %q", got)
	}
	lines := 0
	for _, it := range pages.Pages[0].Items {
		for _, op := range it.Ops {
			if l, ok := op.(figure.Line); ok && l.Stroke.Color == figure.Faint {
				lines++
			}
		}
	}
	if lines != 3 {
		t.Errorf("%d lines to write on, want 3", lines)
	}
}
