package layouttest

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tressons/report"
	"tressons/report/figure"
)

// Gallery is a document of all charts, each on its page.
func Gallery(format report.Format) report.Document {
	doc := report.Document{Title: "Graphiques", Lang: "fr-FR", Date: Date, Format: format}
	all := Charts()
	for _, name := range slices.Sorted(maps.Keys(all)) {
		doc.Sections = append(doc.Sections, report.Section{ID: name, Title: name, OpensPage: true, Blocks: []report.Block{
			report.Figure{Chart: all[name], Caption: "Un titre de graphique", Source: "Unité, année, périmètre, source."},
		}})
	}
	return doc
}

// Charts is a sample of every kind of chart by its name.
func Charts() map[string]figure.Chart {
	return map[string]figure.Chart{
		"levels":   Levels(),
		"matrix":   Matrix(5, 9),
		"themes":   Themes(),
		"bars":     Shares(),
		"changes":  Changes(),
		"grouped":  Grouped(4),
		"years":    Years(3),
		"grid":     LevelGrid(4),
		"stacked":  Stacked(),
		"shares":   StackedShares(),
		"profile":  Profile(),
		"timeline": Timeline(9, 5),
		"locator":  Locator(16),
	}
}

func percent(v float64) figure.Quantity {
	return figure.Quantity{Value: v, Text: decimal(v) + "\u00A0%"}
}

// decimal writes a number with a comma.
func decimal(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	return s[:len(s)-2] + "," + s[len(s)-1:]
}

// Shares compares territories with a reference that is the same for all.
func Shares() figure.Bars {
	c := figure.Bars{
		Subject:   figure.Subject{Title: "Part de l’ESS dans l’emploi privé", Unit: "%", Year: "2021"},
		Reference: "France",
	}
	for i, v := range []float64{10.5, 15.2, 17.7, 8.1} {
		c.Bars = append(c.Bars, figure.Bar{Name: Territories[i], Quantity: percent(v), Reference: percent(13.7)})
	}
	c.Bars = append(c.Bars, figure.Bar{Name: Territories[4]})
	return c
}

// Changes has bars on both sides of zero.
func Changes() figure.Bars {
	c := figure.Bars{Subject: figure.Subject{Title: "Évolution de l’emploi de l’ESS", Unit: "%", Year: "de 2015 à 2021"}}
	for i, v := range []float64{4.5, -2.5, 0, 12} {
		q := percent(v)
		if v < 0 {
			q.Text = "−" + q.Text[1:]
		}
		c.Bars = append(c.Bars, figure.Bar{Name: Territories[i], Quantity: q})
	}
	return c
}

// Territories are names of usual lengths.
var Territories = []string{
	"CC Val d’Ille-Aubigné", "Pays basque", "PNR du Vercors", "Pays Thur Doller", "GAL Haute-Saintonge",
	"PETR du Pays de Langres", "CC des Crêtes Préardennaises", "Communauté d’agglomération du Bassin de Bourg-en-Bresse",
	"Pays de Figeac", "CC du Clunisois", "PNR des Monts d’Ardèche", "CC Cœur d’Ostrevent",
}

// Grouped compares three families over territories.
func Grouped(territories int) figure.GroupedBars {
	c := figure.GroupedBars{Subject: figure.Subject{Title: "Établissements de l’ESS par famille", Unit: "établissements", Year: "2021"}}
	for i := range territories {
		group := figure.BarGroup{Name: Territories[i%len(Territories)]}
		for j, family := range []string{"Associations", "Coopératives", "Mutuelles"} {
			n := (i*37+5)*(3-j)%140 + 2
			group.Bars = append(group.Bars, figure.Bar{Name: family, Quantity: figure.Quantity{Value: float64(n), Text: strconv.Itoa(n)}})
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

// Years draws series of one perimeter each.
func Years(series int) figure.YearLines {
	var all []figure.Series
	for i := range series {
		var list []figure.Observation
		for year := 2015; year <= 2023; year += 1 + i {
			list = append(list, figure.Observation{Year: year, Quantity: percent(8 + 3*float64(i) + float64((year*7+i*5)%9)/3), Unit: "%", Perimeter: Territories[i%len(Territories)]})
		}
		s, err := figure.NewSeries(Territories[i%len(Territories)], list...)
		if err != nil {
			panic(fmt.Sprintf("layouttest: %v", err))
		}
		all = append(all, s)
	}
	c, err := figure.NewYearLines(figure.Subject{Title: "Part de l’ESS dans l’emploi privé", Unit: "%", Year: "de 2015 à 2023"}, all...)
	if err != nil {
		panic(fmt.Sprintf("layouttest: %v", err))
	}
	return c
}

// LevelGrid is the strip of all levers over several territories.
func LevelGrid(territories int) figure.LevelGrid {
	var c figure.LevelGrid
	for s, word := range levelWords {
		c.Legend = append(c.Legend, figure.LevelMark{Sign: figure.Sign(s), Label: word})
	}
	for i := range territories {
		c.Columns = append(c.Columns, Territories[i%len(Territories)])
	}
	for _, g := range Levels().Groups {
		group := figure.LevelGridGroup{Name: g.Name, Color: g.Color}
		for i, r := range g.Rows {
			row := figure.LevelGridRow{Name: r.Name}
			for j := range territories {
				s := figure.Sign((i + 2*j + i*j) % 6)
				row.Levels = append(row.Levels, figure.LevelMark{Sign: s, Label: levelWords[s]})
			}
			group.Rows = append(group.Rows, row)
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}
