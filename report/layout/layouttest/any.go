package layouttest

import (
	"pgregory.net/rapid"

	"tressons/report"
)

// All is every sample by its name.
func All() map[string]report.Document {
	return map[string]report.Document{
		"portrait":  Portrait(),
		"landscape": Landscape(),
		"gallery":   Gallery(report.A4Portrait),
		"slides":    Gallery(report.A4Landscape),
		"empty":     Empty(),
		"none":      {},
	}
}

// Any draws documents of any blocks with any text.
func Any() *rapid.Generator[report.Document] {
	return rapid.Custom(func(t *rapid.T) report.Document {
		doc := report.Document{
			Title:  words().Draw(t, "title"),
			Format: report.Format(rapid.IntRange(0, 1).Draw(t, "format")),
			Head:   report.RunningHead{Left: words().Draw(t, "left"), Right: "Diagnostic 2026"},
			Foot:   words().Draw(t, "foot"),
		}
		for i := range rapid.IntRange(0, 5).Draw(t, "sections") {
			doc.Sections = append(doc.Sections, report.Section{
				ID:         "s" + number(i),
				Title:      words().Draw(t, "section"),
				Standfirst: words().Draw(t, "standfirst"),
				OpensPage:  rapid.Bool().Draw(t, "opens"),
				Whole:      rapid.Bool().Draw(t, "whole"),
				Level:      rapid.IntRange(0, 4).Draw(t, "level"),
				Blocks:     rapid.SliceOfN(block(1), 0, 6).Draw(t, "blocks"),
				Shorter:    rapid.SliceOfN(rapid.SliceOfN(block(1), 0, 3), 0, 2).Draw(t, "shorter"),
			})
		}
		return doc
	})
}

// words draws texts from none to several pages long.
func words() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom([]string{"", "Un titre", "Deux mots : oui", "🎉", "ligne\nligne\n\nparagraphe", Long(90), Long(400)}),
		rapid.StringN(0, 40, -1),
		rapid.Map(rapid.IntRange(0, 300), Long),
		rapid.Map(rapid.IntRange(0, 300), func(n int) string { return Long(n * n / 18) }),
	)
}

func spans() *rapid.Generator[[]report.Span] {
	return rapid.SliceOfN(rapid.Custom(func(t *rapid.T) report.Span {
		return report.Span{
			Text: words().Draw(t, "text"), Bold: rapid.Bool().Draw(t, "bold"), Muted: rapid.Bool().Draw(t, "muted"),
			Link: rapid.SampledFrom([]string{"", "#s1", "#nowhere", "https://exemple.fr/"}).Draw(t, "link"),
		}
	}), 0, 3)
}

func block(depth int) *rapid.Generator[report.Block] {
	return rapid.Custom(func(t *rapid.T) report.Block {
		some := rapid.IntRange(0, 12).Draw(t, "some")
		switch rapid.IntRange(0, 15).Draw(t, "kind") {
		case 0:
			return report.Heading{Level: some % 4, Text: words().Draw(t, "heading"), ID: rapid.SampledFrom([]string{"", "h"}).Draw(t, "id")}
		case 1:
			return report.List{Numbered: some%2 == 0, Items: rapid.SliceOfN(spans(), 0, 6).Draw(t, "items")}
		case 2:
			return facts(t, some)
		case 3:
			return sideBySide(t)
		case 4, 5:
			return table(t, some)
		case 6:
			return report.Figure{Chart: Matrix(some*5, some*rapid.IntRange(1, 9).Draw(t, "times")), Caption: words().Draw(t, "caption"), Source: "Source"}
		case 7:
			return report.Figure{Chart: Levels(), Source: words().Draw(t, "source")}
		case 8:
			return report.Figure{Chart: AnyChart().Draw(t, "chart"), Caption: words().Draw(t, "caption")}
		case 9:
			return report.KeyFigures{Figures: []report.KeyFigure{{Value: words().Draw(t, "value"), Unit: "%", Label: words().Draw(t, "label")}, {Value: "2"}}}
		case 10:
			if depth > 0 {
				return report.Callout{Title: words().Draw(t, "callout"), Blocks: rapid.SliceOfN(block(depth-1), 0, 3).Draw(t, "inside")}
			}
		case 11:
			return report.Contents{Title: words().Draw(t, "contents")}
		case 12:
			return report.Sources{Entries: []report.Source{{Text: words().Draw(t, "reference"), URL: "https://exemple.fr/"}}}
		case 13:
			return report.Ask{Question: words().Draw(t, "question"), Help: words().Draw(t, "help"), Known: spans().Draw(t, "known"), Lines: some, Unit: words().Draw(t, "unit"),
				Boxes: []report.Box{{Label: words().Draw(t, "box")}, {Label: "Oui", Ticked: true}, {Label: "Non"}}}
		case 15:
			if depth > 0 {
				return report.Beside{Blocks: rapid.SliceOfN(block(0), 0, 3).Draw(t, "beside"), Figure: report.Figure{Chart: AnyChart().Draw(t, "chart"), Caption: words().Draw(t, "caption")}}
			}
		case 14:
			var b report.Pictures
			for i := range some / 2 {
				b.Photos = append(b.Photos, report.Photo{Photo: Photo("png", 10+40*i, 40), Caption: words().Draw(t, "picture"), Source: "Source", Alt: words().Draw(t, "alt")})
			}
			return b
		}
		return report.Paragraph{Spans: spans().Draw(t, "paragraph"), Tone: report.Tone(some % 3)}
	})
}

func facts(t *rapid.T, n int) report.Facts {
	var b report.Facts
	for range n {
		b.Rows = append(b.Rows, report.Fact{Label: words().Draw(t, "label"), Value: spans().Draw(t, "fact"), Note: "2026"})
	}
	return b
}

func sideBySide(t *rapid.T) report.Columns {
	var b report.Columns
	for range rapid.IntRange(0, 3).Draw(t, "columns") {
		col := report.Column{Title: words().Draw(t, "column"), Empty: "Rien."}
		for range rapid.IntRange(0, 14).Draw(t, "factors") {
			col.Items = append(col.Items, report.ColumnItem{Text: report.Text(words().Draw(t, "factor")), Caption: "EPCI"})
		}
		b.Columns = append(b.Columns, col)
	}
	return b
}

func table(t *rapid.T, rows int) report.Table {
	b := report.Table{Caption: "Tableau", RowHeads: rapid.Bool().Draw(t, "heads")}
	for range rapid.IntRange(0, 5).Draw(t, "width") {
		b.Columns = append(b.Columns, report.TableColumn{Title: words().Draw(t, "head"), Align: report.Align(rapid.IntRange(0, 2).Draw(t, "align"))})
	}
	for range rows * rows / 3 {
		b.Rows = append(b.Rows, []report.Cell{report.Text("Ligne " + words().Draw(t, "cell")), report.Text("12")})
	}
	return b
}
