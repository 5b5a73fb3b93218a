// Package layouttest has what the tests of layout and of its painters share:
// the fonts, and documents with every kind of block, pleasant and not.
package layouttest

import (
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
)

// Fonts reads the project's fonts.
func Fonts(t testing.TB) *layout.Fonts {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(here), "..", "..", "..", "assets", "fonts")
	var files [figure.Faces][]byte
	for i, name := range []string{"Regular", "It", "Semibold", "Bold"} {
		file, err := os.ReadFile(filepath.Join(dir, "SourceSans3-"+name+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		files[i] = file
	}
	fonts, err := layout.NewFonts(files[0], files[1], files[2], files[3])
	if err != nil {
		t.Fatal(err)
	}
	return fonts
}

// Long is running text of about n characters.
func Long(n int) string {
	const sentence = "La coopération entre la communauté de communes, le Département et les porteurs de projets " +
		"s’est construite en dix ans : d’abord des visites, puis un lieu (12 345 € de loyer par an), enfin une équipe. "
	return strings.Repeat(sentence, n/len([]rune(sentence))+1)[:n]
}

// Empty is a document whose blocks have nothing in them.
func Empty() report.Document {
	return report.Document{Title: "Vide", Lang: "fr-FR", Sections: []report.Section{
		{Blocks: []report.Block{report.Cover{}}},
		{ID: "a", Title: "Rien n’est encore renseigné", OpensPage: true, Blocks: []report.Block{
			report.Heading{}, report.Paragraph{}, report.List{}, report.Facts{}, report.Columns{}, report.Table{},
			report.Figure{}, report.Figure{Chart: figure.Matrix{}}, report.Figure{Chart: figure.Bars{}},
			report.Figure{Chart: figure.LevelStrip{}}, report.KeyFigures{}, report.Callout{}, report.Sources{},
			report.List{Items: [][]report.Span{nil, nil}}, report.Table{Columns: []report.TableColumn{{}}, Rows: [][]report.Cell{{nil}}},
		}},
	}}
}

// Landscape is a document for a screen in a meeting room.
func Landscape() report.Document {
	return report.Document{
		Title: "Zoom : Val d’Essai", Lang: "fr-FR", Author: "L’équipe", Subject: "Essai", Date: Date,
		Format: report.A4Landscape,
		Head:   report.RunningHead{Left: "Zoom sur un territoire · Communauté de communes du Val d’Essai", Right: "Diagnostic 2026"},
		Foot:   "Sources : essais de mise en page.",
		Sections: []report.Section{
			{
				ID: "facteurs", OpensPage: true, Title: "Neuf facteurs font tenir les projets, un seul touche au financement",
				Standfirst: "Le territoire est reconnu et bien accompagné ; l’argent vient surtout du Département.",
				Blocks:     []report.Block{columns(4, 4, 1)},
			},
			{
				ID: "dynamique", OpensPage: true, Title: "Ces facteurs se retrouvent dans la dynamique de projets",
				Blocks: []report.Block{
					report.Figure{Chart: Matrix(5, 9)},
					report.Paragraph{Spans: []report.Span{
						{Text: "Lecture. ", Bold: true}, {Text: "Quatre initiatives sur cinq s’appuient sur la pépinière ou l’animation."},
					}},
				},
			},
			{ID: "long", OpensPage: true, Title: "Une colonne bien plus longue que les autres", Blocks: []report.Block{columns(14, 2, 0)}},
		},
	}
}

// Date is the date of the samples.
var Date = time.Date(2026, time.November, 22, 9, 0, 0, 0, time.UTC)

func columns(counts ...int) report.Columns {
	names := []string{"Reconnaissance", "Ingénierie d’accompagnement", "Financement"}
	colors := []figure.Color{figure.Indigo, figure.Teal, figure.Amber}
	scales := []string{"région", "EPCI", "département", "pays"}
	var b report.Columns
	for i, n := range counts {
		col := report.Column{Title: names[i], Color: colors[i], Empty: "Aucun facteur renseigné."}
		for j := range n {
			col.Items = append(col.Items, report.ColumnItem{
				Text:    report.Text(Factors[(4*i+j)%len(Factors)]),
				Caption: scales[j%len(scales)],
			})
		}
		b.Columns = append(b.Columns, col)
	}
	return b
}

// Factors are statements of usual lengths.
var Factors = []string{
	"ESS inscrite au SRDEII et à la stratégie régionale", "BRUDED, réseau d’échange entre communes",
	"Volonté politique locale affirmée", "Conseil de développement actif", "Pépinière ESS de Langouët",
	"Appui du Département : financier et ingénierie", "Réso solidaire, pôle ESS : DLA et TAg35",
	"Animation du réseau d’acteurs par la CCVIA", "Aides directes du Département aux projets citoyens",
}

// Matrix crosses rows and columns with marks that follow no order.
func Matrix(rows, cols int) figure.Matrix {
	m := figure.Matrix{
		RowNoun:    figure.Noun{One: "initiative", Many: "initiatives"},
		ColumnNoun: figure.Noun{One: "facteur clé", Many: "facteurs clés"},
		TotalLabel: "Initiatives par facteur",
	}
	groups := []string{"Reconnaissance", "Ingénierie d’accompagnement", "Financement"}
	colors := []figure.Color{figure.Indigo, figure.Teal, figure.Amber}
	for i := range cols {
		g := min(9*i/cols/4, 2)
		m.Columns = append(m.Columns, figure.MatrixColumn{Name: Factors[i%len(Factors)], Group: groups[g], Color: colors[g]})
	}
	names := []string{"Pépinière de l’ESS, Langouët, 2007", "La Cambuse, Langouët, 2012", "Café des possibles, Guipel, 2018", "GPAS Val d’Ille", "Antenne BRUDED, 2009"}
	for i := range rows {
		r := figure.MatrixRow{Name: names[i%len(names)]}
		for j := range cols {
			r.Marks = append(r.Marks, (i*7+j*5+i*j)%3 == 0)
		}
		m.Rows = append(m.Rows, r)
	}
	return m
}

var levelWords = []string{"Non renseigné", "Absent", "Émergent", "Engagé", "Structuré", "Non concerné"}

// Levels is a strip of twelve levers with every sign.
func Levels() figure.LevelStrip {
	strip := figure.LevelStrip{Scale: [4]string{"Absent", "Émergent", "Engagé", "Structuré"}}
	names := [][]string{
		{"Élus et acteurs institutionnels connaissent et comprennent l’ESS", "L’ESS est inscrite dans les documents-cadres", "Ce que l’innovation sociale a de particulier est pris en compte", "La valeur économique indirecte est vue"},
		{"Les projets sont accompagnés dans la durée", "Collectivités et services coopèrent", "Ceux qui accompagnent sont soutenus"},
		{"Les outils contractuels servent", "Le droit commun convient", "L’accès à l’argent est simple", "La coopération et l’animation sont payées", "Les dispositifs nationaux comptent"},
	}
	colors := []figure.Color{figure.Indigo, figure.Teal, figure.Amber}
	k := 3
	for i, group := range names {
		g := figure.LevelGroup{Name: []string{"Reconnaissance", "Ingénierie d’accompagnement", "Financement"}[i], Color: colors[i]}
		for _, name := range group {
			s := figure.Sign(k % 6)
			g.Rows = append(g.Rows, figure.LevelRow{Name: name, Sign: s, Label: levelWords[s]})
			k++
		}
		strip.Groups = append(strip.Groups, g)
	}
	return strip
}

// Themes counts initiatives by theme.
func Themes() figure.Bars {
	return figure.Bars{
		Subject: figure.Subject{Title: "14 initiatives par thème", Unit: "initiatives", Year: "2026"},
		Bars: []figure.Bar{
			bar("Alimentation durable et circuits courts", 4, "4"), bar("Commerces et services de proximité", 7, "7"),
			bar("Entrepreneuriat collectif", 2, "2"), bar("Économie circulaire et transition énergétique", 1, "1"),
			bar("Mobilité et services ambulants", 0, "0"),
		},
	}
}

func bar(name string, value float64, text string) figure.Bar {
	return figure.Bar{Name: name, Quantity: figure.Quantity{Value: value, Text: text}}
}

func number(i int) string { return strconv.Itoa(i) }
