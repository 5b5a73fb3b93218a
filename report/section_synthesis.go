package report

import (
	"cmp"

	"tressons/model"
	"tressons/report/figure"
)

// The synthesis sets diagnoses side by side. It never adds them up: a territory
// may lie within another, and years differ.

// synthesisTerritories is what each territory is, in one table.
func synthesisTerritories(in Input) (Section, bool) {
	sides := in.sides()
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Territoire", Weight: 0.24}, {Title: "Communes", Align: Right}, {Title: "Superficie", Align: Right},
		{Title: "Habitants", Align: Right}, {Title: "Densité", Align: Right}, {Title: "Taux de chômage", Align: Right},
		{Title: "Facteurs clés", Align: Right}, {Title: "Initiatives", Align: Right}, {Title: "Actions", Align: Right}}}
	var people []int
	for _, s := range sides {
		t := s.Diagnosis.Territory()
		if n := whole(t.Population); n > 0 {
			people = append(people, n)
		}
		table.Rows = append(table.Rows, []Cell{said(s.name), known(t.CommuneCount.French(), ""), known(t.Area.FrenchUnit("km²"), ""),
			known(t.Population.French(), t.PopulationYear), known(plain(densityFact(t).Value), ""), known(t.Unemployment.FrenchUnit("%"), t.UnemploymentYear),
			number(s.Diagnosis.KeyFactors.Len()), number(s.Diagnosis.Initiatives.Len()), number(s.Diagnosis.Actions.Len())})
	}
	table.Source = "Chaque chiffre vient de la fiche du territoire, avec son année" + model.NBSP + "; les années peuvent différer."
	return Section{Title: territoriesTitle(len(sides), people), Standfirst: "La même grille, lue sur chaque territoire.", OpensPage: true,
		Blocks: append([]Block{table}, in.countsFigure(sides)...)}, true
}

// How many territories stand side by side in bars, and in the columns of a table;
// beyond, it would be read in less room otherwise.
const (
	mostCounted = 4
	mostGrouped = 6
)

// countsFigure compares what was gathered on each territory, when that is anything.
func (in Input) countsFigure(sides []side) []Block {
	chart := figure.GroupedBars{Subject: figure.Subject{Title: "Ce que compte chaque diagnostic", Unit: "nombre"}, InOrder: true}
	gathered := 0
	for _, counted := range []struct {
		name string
		of   func(*model.Diagnosis) int
	}{
		{"Facteurs clés", func(d *model.Diagnosis) int { return d.KeyFactors.Len() }},
		{"Initiatives", func(d *model.Diagnosis) int { return d.Initiatives.Len() }},
	} {
		group := figure.BarGroup{Name: counted.name}
		for _, s := range sides {
			n := counted.of(s.Diagnosis)
			gathered += n
			group.Bars = append(group.Bars, figure.Bar{Name: s.name, Quantity: figure.Quantity{Value: float64(n), Text: model.FormatInt(n)}})
		}
		chart.Groups = append(chart.Groups, group)
	}
	if gathered == 0 || len(sides) > mostCounted {
		return nil
	}
	return []Block{Figure{Chart: chart, Caption: chart.Title, Source: "Nombre de fiches de chaque diagnostic. Un diagnostic plus avancé en compte plus : ce n’est pas une mesure du territoire."}}
}

// known is a value and its year, or says that there is none.
func known(value string, year model.Year) Cell {
	switch {
	case value == "":
		return muted(notFilled)
	case year == "":
		return said(value)
	}
	return append(said(value), muted(" ("+string(year)+")")...)
}

func number(n int) Cell { return said(model.FormatInt(n)) }

// synthesisMethod says which diagnoses were compared, and how.
func synthesisMethod(in Input) (Section, bool) {
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Territoire", Weight: 0.3}, {Title: "Diagnostic"}, {Title: "Équipe"}, {Title: "Date"}}}
	for _, s := range in.sides() {
		about := s.Diagnosis.About()
		table.Rows = append(table.Rows, []Cell{said(s.name), said(brief(s.diagnosisName(), 80)), said(brief(cmp.Or(about.Team, about.Organisation), 120)), said(cmp.Or(about.Ended, about.Started).French())})
	}
	return Section{Title: "Les diagnostics comparés, et comment ils le sont", Whole: true, Blocks: []Block{
		table,
		List{Items: [][]Span{
			said("Un niveau décrit un levier sur un territoire. Ni moyenne ni classement n’en sont tirés."),
			said("Deux facteurs clés sont rapprochés quand ils sont sous le même axe et presque dans les mêmes mots. Chaque diagnostic garde les siens."),
			said("Les chiffres ne sont pas additionnés : un territoire peut en contenir un autre, et les années peuvent différer."),
			said("Les apartés, les notes d’entretien et les coordonnées ne figurent dans aucun document."),
		}},
		Paragraph{Tone: Small, Spans: said(in.Grid.Credit)},
	}}, true
}
