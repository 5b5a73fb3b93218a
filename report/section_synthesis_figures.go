package report

import (
	"slices"
	"strings"

	"tressons/model"
	"tressons/report/figure"
)

// sharedFigure is what several territories have counted: same words, same unit,
// same definition.
type sharedFigure struct {
	title, unit string
	values      []sideFigure
}

type sideFigure struct {
	side int
	model.Figure
}

// sharedFigures are the figures that at least two territories have.
func sharedFigures(sides []side) []*sharedFigure {
	var list []*sharedFigure
	byKey := map[string]*sharedFigure{}
	for i, s := range sides {
		for _, f := range s.knownFigures() {
			key := strings.ToLower(f.Label + "\n" + f.Unit + "\n" + f.Definition)
			if byKey[key] == nil {
				byKey[key] = &sharedFigure{title: dotted(f.Label, f.Definition), unit: f.Unit}
				list = append(list, byKey[key])
			}
			byKey[key].values = append(byKey[key].values, sideFigure{i, f})
		}
	}
	return slices.DeleteFunc(list, func(f *sharedFigure) bool {
		return !slices.ContainsFunc(f.values, func(v sideFigure) bool { return v.side != f.values[0].side })
	})
}

// synthesisFigures sets beside one another the figures that several territories
// have, as bars where they are of the same year; left out without any.
func synthesisFigures(in Input) (Section, bool) {
	sides := in.sides()
	shared := sharedFigures(sides)
	if len(shared) == 0 {
		return Section{}, false
	}
	s := Section{Title: sharedFiguresTitle(len(shared)), Standfirst: "Deux valeurs ne se comparent que pour la même année et la même définition.", OpensPage: true}
	for _, f := range comparedFigures(sides, shared) {
		s.Blocks = append(s.Blocks, f)
	}
	for _, f := range shared {
		table := Table{Caption: f.title, RowHeads: true, Columns: []TableColumn{
			{Title: "Territoire", Weight: 0.24}, {Title: "Valeur", Align: Right}, {Title: "Année"}, {Title: "Périmètre"}, {Title: "Source"}}}
		for _, v := range f.values {
			table.Rows = append(table.Rows, []Cell{said(sides[v.side].name), said(v.Value.FrenchUnit(v.Unit)), said(string(v.Year)), said(v.Perimeter), said(v.Source)})
		}
		s.Blocks = append(s.Blocks, table)
	}
	return s, true
}

// comparedFigures draws the figures of one unit as bars by territory; those of
// several years stay in their table alone.
func comparedFigures(sides []side, shared []*sharedFigure) []Figure {
	var groups []unitGroup
	for _, f := range shared {
		group := figure.BarGroup{Name: dotted(f.title, string(f.values[0].Year))}
		oneYear, seen := true, map[int]bool{}
		for _, v := range f.values {
			oneYear = oneYear && v.Year == f.values[0].Year && !seen[v.side]
			seen[v.side] = true
			group.Bars = append(group.Bars, figure.Bar{Name: sides[v.side].name, Quantity: quantityOf(v.Value, v.Unit)})
		}
		if oneYear && f.values[0].Year != "" {
			groups = append(groups, unitGroup{f.unit, group})
		}
	}
	return groupedFigures(groups, "Les chiffres par territoire", "Année, périmètre et source de chaque valeur dans le tableau qui suit.")
}

// unitGroup is a group of bars with the unit of its values.
type unitGroup struct {
	unit string
	figure.BarGroup
}

// groupedFigures draws a chart for each unit: one scale cannot serve two.
func groupedFigures(groups []unitGroup, title, source string) []Figure {
	var charts []figure.GroupedBars
	for _, g := range groups {
		at := slices.IndexFunc(charts, func(c figure.GroupedBars) bool { return c.Unit == g.unit })
		if at < 0 {
			at = len(charts)
			charts = append(charts, figure.GroupedBars{Subject: figure.Subject{Title: title, Unit: g.unit}, InOrder: true})
		}
		charts[at].Groups = append(charts[at].Groups, g.BarGroup)
	}
	out := make([]Figure, len(charts))
	for i, c := range charts {
		out[i] = Figure{Chart: c, Caption: title, Source: source}
		if c.Unit == "" {
			continue
		}
		out[i].Source = "Unité" + model.NBSP + ": " + sentence(c.Unit) + " " + source
		if len(charts) > 1 {
			out[i].Caption += " (" + c.Unit + ")"
		}
	}
	return out
}
