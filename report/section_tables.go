package report

import "tressons/model"

// tables gives the data behind the pictures, for who reads them otherwise or
// wants to use them; left out as long as nothing is drawn from them.
func tables(in Input) (Section, bool) {
	var blocks []Block
	for _, t := range []Table{in.levelsData(), in.themesData(), in.matrixData()} {
		if len(t.Rows) > 0 {
			blocks = append(blocks, t)
		}
	}
	if len(blocks) == 0 {
		return Section{}, false
	}
	return Section{Title: "Les données derrière les figures", Standfirst: "Ce que montrent les graphiques, en tableaux.", OpensPage: true, Blocks: blocks}, true
}

// levelsData has the level of each lever that has one.
func (in Input) levelsData() Table {
	t := Table{Caption: "Le niveau des leviers", RowHeads: true, Columns: []TableColumn{{Title: "Levier", Weight: 0.5}, {Title: "Axe"}, {Title: "Niveau"}, {Title: "Tendance"}}}
	for _, axis := range in.Grid.Axes {
		for _, l := range in.Grid.LeversOf(axis.Slug) {
			state := in.Diagnosis.Lever(l.Slug)
			if state.Level != model.Unset {
				t.Rows = append(t.Rows, []Cell{said(l.Short), said(axis.Short), said(state.Level.Label()), said(trendWord(state.Trend))})
			}
		}
	}
	if left := len(in.Grid.Levers) - len(t.Rows); left > 0 {
		t.Source = model.Capitalize(model.Spell(left, false)) + model.NBSP + model.Plural(left, "levier n’a pas encore de niveau.", "leviers n’ont pas encore de niveau.")
	}
	return t
}

// themesData counts the initiatives by theme.
func (in Input) themesData() Table {
	t := Table{Caption: "Les initiatives par thème", RowHeads: true, Columns: []TableColumn{{Title: "Thème", Weight: 0.7}, {Title: "Initiatives", Align: Right}}}
	for _, theme := range in.Diagnosis.ThemeCounts() {
		t.Rows = append(t.Rows, []Cell{said(theme.Label), number(theme.Count)})
	}
	t.Total = []Cell{said("Toutes les initiatives"), number(in.Diagnosis.Initiatives.Len())}
	return t
}

// matrixData names the initiatives that each key factor has helped.
func (in Input) matrixData() Table {
	t := Table{Caption: "Les initiatives que chaque facteur a aidées", RowHeads: true, Columns: []TableColumn{{Title: "Facteur clé", Weight: 0.4}, {Title: "Initiatives", Weight: 0.48}, {Title: "Nombre", Align: Right}}}
	m := in.Diagnosis.Matrix(nil)
	if m.Crosses == 0 {
		return t
	}
	for c, f := range m.Factors {
		var names []string
		for r, i := range m.Initiatives {
			if m.Cross[r][c] {
				names = append(names, initiativeName(i))
			}
		}
		t.Rows = append(t.Rows, []Cell{said(statement(f)), said(joinList(names)), number(m.PerFactor[c])})
	}
	return t
}
