package report

import (
	"cmp"
	"slices"

	"tressons/model"
)

// essential is the one page that an élu reads: the team's own text or sentences
// made by rule, the strengths and the ways forward.
func essential(in Input) (Section, bool) {
	d := in.Diagnosis
	all := in.levelCounts(in.Grid.Levers)
	engaged := 0
	if all.Set == all.Concerned {
		engaged = all.strong()
	}
	s := Section{
		Title:      essentialTitle(d.KeyFactors.Len(), d.Initiatives.Len(), engaged, all.Concerned),
		Standfirst: "L’essentiel en une page.",
		OpensPage:  true,
	}
	s.Blocks = append(s.Blocks, paragraphs(d.About().Essential)...)
	s.Blocks = append(s.Blocks, KeyFigures{in.essentialFigures(all)})
	s.Blocks = append(s.Blocks, in.remember())
	if columns, ok := in.remarkColumns(in.foremost(d.Strengths(in.Grid)), in.foremost(d.WaysForward(in.Grid))); ok {
		s.Blocks = append(s.Blocks, columns)
	}
	return s, true
}

func (in Input) essentialFigures(c levelCounts) []KeyFigure {
	out := []KeyFigure{
		counted(in.Diagnosis.KeyFactors.Len(), "facteur clé", "facteurs clés"),
		counted(in.Diagnosis.Initiatives.Len(), "initiative", "initiatives"),
	}
	set := counted(c.Set, "levier situé sur l’échelle", "leviers situés sur l’échelle")
	set.Comparison = "sur" + model.NBSP + model.FormatInt(c.Concerned)
	out = append(out, set)
	if 2*c.Set < c.Concerned { // too few to be counted by level
		return out
	}
	strong := counted(c.strong(), "levier engagé ou structuré", "leviers engagés ou structurés")
	strong.Comparison = "sur" + model.NBSP + model.Count(c.Set, "levier situé", "leviers situés")
	return append(out, strong)
}

// remarkColumns sets the strengths beside the ways forward; false when there
// are neither.
func (in Input) remarkColumns(strengths, ways []string) (Columns, bool) {
	columns := Columns{[]Column{
		{Title: "Points forts", Color: in.accent(), Empty: notFilled},
		{Title: "Axes de progrès", Color: in.accent(), Empty: notFilled}}}
	for i, list := range [][]string{strengths, ways} {
		for _, text := range list {
			columns.Columns[i].Items = append(columns.Columns[i].Items, ColumnItem{Text: said(text)})
		}
	}
	return columns, len(strengths)+len(ways) > 0
}

// remember is the box of sentences made by rule.
func (in Input) remember() Callout {
	d := in.Diagnosis
	var items [][]Span
	add := func(text string) {
		if text != "" {
			items = append(items, said(sentence(text)))
		}
	}
	if d.KeyFactors.Len() > 0 {
		add(factorsTitle(factorCounts(d)))
	}
	if m := d.Matrix(nil); m.Crosses > 0 {
		add(sharedReading(m))
	} else if d.Initiatives.Len() > 0 {
		add(in.initiativesTitle())
	}
	for _, a := range in.Grid.Axes {
		add(axisTitle(a.Slug, in.levelCounts(in.Grid.LeversOf(a.Slug))))
	}
	return Callout{Title: "À retenir", Color: in.accent(), Blocks: []Block{List{Items: items}}}
}

// foremost are the first remarks of a page: those of the most urgent levers,
// then in the order of the grid.
func (in Input) foremost(remarks []model.LeverRemark) []string {
	const most, longest = 5, 180
	urgency := map[model.Priority]int{"high": 0, "medium": 1, "low": 3}
	rank := func(r model.LeverRemark) int {
		if n, ok := urgency[in.Diagnosis.Lever(r.Lever).Priority]; ok {
			return n
		}
		return 2
	}
	slices.SortStableFunc(remarks, func(a, b model.LeverRemark) int { return cmp.Compare(rank(a), rank(b)) })
	var out []string
	for _, r := range remarks[:min(len(remarks), most)] {
		out = append(out, cut(r.Text, longest))
	}
	if left := len(remarks) - most; left > 0 {
		out = append(out, "Et "+model.Spell(left, false)+model.NBSP+model.Plural(left, "autre", "autres")+", axe par axe, plus loin.")
	}
	return out
}
