package report

import (
	"cmp"
	"slices"

	"tressons/model"
)

// synthesisThemes counts the initiatives of each territory by theme; left out
// without any.
func synthesisThemes(in Input) (Section, bool) {
	sides := in.sides()
	var themes []model.ThemeCount
	counts := map[string][]int{} // of each theme, by territory
	sum := 0
	for i, s := range sides {
		for _, t := range s.Diagnosis.ThemeCounts() {
			if counts[t.Label] == nil {
				counts[t.Label] = make([]int, len(sides))
				themes = append(themes, model.ThemeCount{Theme: t.Theme, Label: t.Label})
			}
			counts[t.Label][i] += t.Count
			themes[slices.IndexFunc(themes, func(x model.ThemeCount) bool { return x.Label == t.Label })].Count += t.Count
			sum += t.Count
		}
	}
	if len(themes) == 0 {
		return Section{}, false
	}
	slices.SortStableFunc(themes, func(a, b model.ThemeCount) int { return cmp.Compare(b.Count, a.Count) })
	table := themesByTerritory(sides)
	if len(sides) <= mostGrouped {
		table = territoriesByTheme(sides, themes, counts)
	}
	return Section{Title: allThemesTitle(sum, len(sides)), Standfirst: themesReading(themes), OpensPage: true, Blocks: []Block{table}}, true
}

// territoriesByTheme has a row a theme and a column a territory.
func territoriesByTheme(sides []side, themes []model.ThemeCount, counts map[string][]int) Table {
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Thème", Weight: 0.26}}}
	sums := make([]int, len(sides)+1)
	for _, s := range sides {
		table.Columns = append(table.Columns, TableColumn{Title: s.name, Align: Right})
	}
	table.Columns = append(table.Columns, TableColumn{Title: "Ensemble", Align: Right})
	for _, t := range themes {
		row := []Cell{said(t.Label)}
		for i, n := range append(counts[t.Label], t.Count) {
			row = append(row, number(n))
			sums[i] += n
		}
		table.Rows = append(table.Rows, row)
	}
	table.Total = []Cell{said("Toutes les initiatives")}
	for _, n := range sums {
		table.Total = append(table.Total, number(n))
	}
	return table
}

// themesByTerritory has a row a territory, with its themes in words: columns for
// many territories would be too narrow to read.
func themesByTerritory(sides []side) Table {
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Territoire", Weight: 0.26}, {Title: "Initiatives", Align: Right}, {Title: "Leurs thèmes", Weight: 0.6}}}
	for _, s := range sides {
		var themes []string
		for _, t := range s.Diagnosis.ThemeCounts() {
			themes = append(themes, t.Label+model.NBSP+"("+model.FormatInt(t.Count)+")")
		}
		table.Rows = append(table.Rows, []Cell{said(s.name), number(s.Diagnosis.Initiatives.Len()), said(joinList(themes))})
	}
	return table
}
