package report

import (
	"cmp"
	"slices"
	"strings"

	"tressons/model"
)

// The synthesis sets diagnoses side by side. It never adds them up: a territory
// may lie within another, and years differ.

// side is one of the diagnoses of a synthesis, under the name of its column.
type side struct {
	Input
	name string
}

// sides are all diagnoses in order. Territories of one name are told apart by
// the names of their diagnoses.
func (in Input) sides() []side {
	all := append([]*model.Diagnosis{in.Diagnosis}, in.Others...)
	out := make([]side, len(all))
	named := map[string]int{}
	for i, d := range all {
		one := in
		one.Diagnosis, one.Others = d, nil
		out[i] = side{one, initials(one.territoryName())}
		named[out[i].name]++
	}
	for i, s := range out {
		if named[s.name] > 1 {
			out[i].name = s.name + " (" + s.diagnosisName() + ")"
		}
		out[i].name = brief(out[i].name, 60)
	}
	return out
}

// initials shortens the usual beginnings of the names of territories.
func initials(name string) string {
	for long, short := range map[string]string{"Communauté de communes": "CC", "Communauté d’agglomération": "CA", "Parc naturel régional": "PNR"} {
		if rest, ok := strings.CutPrefix(name, long+" "); ok {
			return short + model.NBSP + rest
		}
	}
	return name
}

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
	return Section{Title: territoriesTitle(len(sides), people), Standfirst: "La même grille, lue sur chaque territoire.", OpensPage: true, Blocks: []Block{table}}, true
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

// synthesisFigures sets beside one another the figures that several territories
// have; left out without any.
func synthesisFigures(in Input) (Section, bool) {
	sides := in.sides()
	type entry struct {
		title       string
		rows        [][]Cell
		territories map[int]bool
	}
	var entries []*entry
	byKey := map[string]*entry{}
	for i, s := range sides {
		for _, f := range s.knownFigures() {
			key := strings.ToLower(f.Label + "\n" + f.Unit + "\n" + f.Definition)
			if byKey[key] == nil {
				byKey[key] = &entry{title: dotted(f.Label, f.Definition), territories: map[int]bool{}}
				entries = append(entries, byKey[key])
			}
			byKey[key].territories[i] = true
			byKey[key].rows = append(byKey[key].rows, []Cell{said(s.name), said(f.Value.FrenchUnit(f.Unit)), said(string(f.Year)), said(f.Perimeter), said(f.Source)})
		}
	}
	entries = slices.DeleteFunc(entries, func(e *entry) bool { return len(e.territories) < 2 })
	if len(entries) == 0 {
		return Section{}, false
	}
	s := Section{Title: sharedFiguresTitle(len(entries)), Standfirst: "Deux valeurs ne se comparent que pour la même année et la même définition.", OpensPage: true}
	for _, e := range entries {
		s.Blocks = append(s.Blocks, Table{Caption: e.title, RowHeads: true, Rows: e.rows, Columns: []TableColumn{
			{Title: "Territoire", Weight: 0.24}, {Title: "Valeur", Align: Right}, {Title: "Année"}, {Title: "Périmètre"}, {Title: "Source"}}})
	}
	return s, true
}

// synthesisThemes counts the initiatives of each territory by theme; left out
// without any.
func synthesisThemes(in Input) (Section, bool) {
	sides := in.sides()
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Thème", Weight: 0.26}}}
	sums := make([]int, len(sides)+1)
	var themes []model.ThemeCount
	counts := map[string][]int{}
	for i, s := range sides {
		table.Columns = append(table.Columns, TableColumn{Title: s.name, Align: Right})
		for _, t := range s.Diagnosis.ThemeCounts() {
			if counts[t.Label] == nil {
				counts[t.Label] = make([]int, len(sides))
				themes = append(themes, model.ThemeCount{Theme: t.Theme, Label: t.Label})
			}
			counts[t.Label][i] += t.Count
			themes[slices.IndexFunc(themes, func(x model.ThemeCount) bool { return x.Label == t.Label })].Count += t.Count
			sums[i] += t.Count
			sums[len(sides)] += t.Count
		}
	}
	if len(themes) == 0 {
		return Section{}, false
	}
	table.Columns = append(table.Columns, TableColumn{Title: "Ensemble", Align: Right})
	slices.SortStableFunc(themes, func(a, b model.ThemeCount) int { return cmp.Compare(b.Count, a.Count) })
	for _, t := range themes {
		row := []Cell{said(t.Label)}
		for _, n := range append(counts[t.Label], t.Count) {
			row = append(row, number(n))
		}
		table.Rows = append(table.Rows, row)
	}
	table.Total = []Cell{said("Toutes les initiatives")}
	for _, n := range sums {
		table.Total = append(table.Total, number(n))
	}
	return Section{Title: allThemesTitle(sums[len(sides)], len(sides)), Standfirst: themesReading(themes), OpensPage: true, Blocks: []Block{table}}, true
}

// synthesisMethod says which diagnoses were compared, and how.
func synthesisMethod(in Input) (Section, bool) {
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Territoire", Weight: 0.3}, {Title: "Diagnostic"}, {Title: "Équipe"}, {Title: "Date"}}}
	for _, s := range in.sides() {
		about := s.Diagnosis.About()
		table.Rows = append(table.Rows, []Cell{said(s.name), said(brief(s.diagnosisName(), 80)), said(brief(cmp.Or(about.Team, about.Organisation), 120)), said(cmp.Or(about.Ended, about.Started).French())})
	}
	return Section{Title: "Les diagnostics comparés, et comment ils le sont", OpensPage: true, Blocks: []Block{
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
