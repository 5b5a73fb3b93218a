package pdf_test

import (
	"strings"
	"testing"

	"tressons/report"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf/pdftest"
)

// TestHostileTexts puts texts that have broken other programs wherever a text can
// stand: the file is whole, accessible, and says what can be said.
func TestHostileTexts(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	letters := 10000
	if testing.Short() {
		letters = 1000
	}
	for name, text := range map[string]string{
		"nothing":             "",
		"endless word":        strings.Repeat("interminable", letters/12),
		"emoji":               "Bravo 🎉👩🏽‍🌾🇫🇷 1️⃣",
		"from the right":      "שלום السلام عليكم",
		"marks on marks":      "é" + strings.Repeat("\u0301\u0323\u0489", 200),
		"controls":            "a\x00b\x07c\x1b[31m\u202E\u2066\r\n\fd",
		"not UTF-8":           "a\xff\xfe\xed\xa0\x80b",
		"no character":        "\uFFFE\uFFFF\U0010FFFF\uE000\uFEFF",
		"PDF":                 `) Tj ET EMC /P <</MCID 0>> BDC (\ endobj endstream`,
		"XML":                 `</rdf:li>]]><!--&amp; "'`,
		"spaces of all kinds": "\u00A0 \u2003\u200B\u3000\t\u00AD ",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			pdftest.Check(t, write(t, everywhere(text), fonts))
		})
	}
}

// everywhere is a document with a text in every place for one.
func everywhere(text string) report.Document {
	spans := []report.Span{{Text: text, Bold: true}, {Text: text, Link: "https://exemple.fr/?" + text}}
	return report.Document{
		Title: text, Subtitle: text, Author: text, Subject: text, Head: report.RunningHead{Left: text, Right: text}, Foot: text,
		Sections: []report.Section{
			{Blocks: []report.Block{report.Cover{Kicker: text, Title: text, Subtitle: text, Lines: []string{text}, Credits: text}}},
			{OpensPage: true, Blocks: []report.Block{report.Contents{Title: text}}},
			{ID: text, OpensPage: true, Title: text, Short: text, Standfirst: text, Foot: text, Blocks: []report.Block{
				report.Heading{Level: 1, Text: text, ID: text},
				report.Paragraph{Spans: spans},
				report.List{Numbered: true, Items: [][]report.Span{spans, spans}},
				report.Facts{Rows: []report.Fact{{Label: text, Value: spans, Note: text}}},
				report.Table{
					Caption: text, RowHeads: true, Source: text,
					Columns: []report.TableColumn{{Title: text}, {Title: text, Align: report.Right}},
					Rows:    [][]report.Cell{{spans, spans}, {spans}},
				},
				report.Columns{Columns: []report.Column{{Title: text, Items: []report.ColumnItem{{Text: spans, Detail: spans, Caption: text}}}}},
				report.KeyFigures{Figures: []report.KeyFigure{{Value: text, Unit: text, Label: text, Comparison: text}}},
				report.Callout{Title: text, Blocks: []report.Block{report.Paragraph{Spans: spans}}},
				report.Figure{Chart: layouttest.Photo("png", 40, 40), Caption: text, Source: text, Alt: text},
				report.Beside{Blocks: []report.Block{report.Paragraph{Spans: spans}}, Figure: report.Figure{Chart: layouttest.Photo("png", 40, 40), Caption: text, Source: text}},
				report.Pictures{Photos: []report.Photo{{Photo: layouttest.Photo("jpeg", 40, 40), Caption: text, Source: text, Alt: text}}},
				report.Sources{Entries: []report.Source{{Text: text, URL: text}}},
			}},
		},
	}
}
