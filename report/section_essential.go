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
	s := Section{
		Title:      in.essentialTitle(),
		Standfirst: "L’essentiel en une page.",
		OpensPage:  true,
	}
	s.Blocks = append(s.Blocks, paragraphs(d.About().Essential)...)
	s.Blocks = append(s.Blocks, KeyFigures{in.essentialFigures(in.levelCounts(in.Grid.Levers))})
	s.Blocks = append(s.Blocks, in.remember(in.Grid.Axes))
	if profile, ok := in.profileFigure(); ok {
		s.Blocks = append(s.Blocks, profile)
	}
	const most, longest, elsewhere = 5, 180, ", axe par axe, plus loin."
	strengths := in.foremost(d.Strengths(in.Grid), most, longest, elsewhere)
	ways := in.foremost(d.WaysForward(in.Grid), most, longest, elsewhere)
	if columns, ok := in.remarkColumns(strengths, ways); ok {
		s.Blocks = append(s.Blocks, columns)
	}
	return s, true
}

// essentialTitle sums the diagnosis up by what it holds.
func (in Input) essentialTitle() string {
	all := in.levelCounts(in.Grid.Levers)
	engaged := 0
	if all.Set == all.Concerned {
		engaged = all.strong()
	}
	return essentialTitle(in.Diagnosis.KeyFactors.Len(), in.Diagnosis.Initiatives.Len(), engaged, all.Concerned)
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

// remember is the box of sentences made by rule, with one on each of some axes.
func (in Input) remember(axes []model.Axis) Callout {
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
	for _, a := range axes {
		add(axisTitle(a.Slug, in.levelCounts(in.Grid.LeversOf(a.Slug))))
	}
	return Callout{Title: "À retenir", Color: in.accent(), Blocks: []Block{List{Items: items}}}
}

// foremost are the first remarks of a page: those of the most urgent levers,
// then in the order of the grid. Each is cut to longest characters; when there
// are more than most, a last line counts the others and says where they are.
func (in Input) foremost(remarks []model.LeverRemark, most, longest int, elsewhere string) []string {
	slices.SortStableFunc(remarks, func(a, b model.LeverRemark) int {
		return cmp.Compare(urgency(in.Diagnosis.Lever(a.Lever).Priority), urgency(in.Diagnosis.Lever(b.Lever).Priority))
	})
	var out []string
	for _, r := range remarks[:min(len(remarks), most)] {
		out = append(out, cut(r.Text, longest))
	}
	if left := len(remarks) - most; left > 0 {
		out = append(out, others(left, false)+elsewhere)
	}
	return out
}

// others is « Et trois autres ».
func others(n int, feminine bool) string {
	return "Et " + model.Spell(n, feminine) + model.NBSP + model.Plural(n, "autre", "autres")
}

// urgency ranks priorities, the most urgent first; none comes before « Plus tard ».
func urgency(p model.Priority) int {
	rank, ok := map[model.Priority]int{"high": 0, "medium": 1, "low": 3}[p]
	if !ok {
		return 2
	}
	return rank
}
