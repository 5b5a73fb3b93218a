package report

import (
	"slices"

	"tressons/model"
)

func (in Input) sharedFactors() []model.SharedFactor {
	var list []*model.Diagnosis
	for _, s := range in.sides() {
		list = append(list, s.Diagnosis)
	}
	return model.SharedFactors(list)
}

// synthesisCommon lists the key factors that several territories name; left out
// when there are no key factors at all.
func synthesisCommon(in Input) (Section, bool) {
	sides, all := in.sides(), in.sharedFactors()
	if len(all) == 0 {
		return Section{}, false
	}
	shared := slices.DeleteFunc(slices.Clone(all), func(f model.SharedFactor) bool { return len(f.By) < 2 })
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Facteur clé", Weight: 0.36}, {Title: "Axe", Weight: 0.2}, {Title: "Territoires", Weight: 0.36}, {Title: "Sur " + model.FormatInt(len(sides)), Align: Right}}}
	most := 0
	for _, f := range shared {
		if 2*len(f.By) > len(sides) {
			most++
		}
		var names []string
		for _, i := range f.In() {
			names = append(names, sides[i].name)
		}
		color := axisColor(f.Axis)
		table.Rows = append(table.Rows, []Cell{said(f.Statement()), {{Text: axisTitleOf(f.Axis), Color: color}}, said(model.JoinFrench(names)), number(len(f.By))})
	}
	s := Section{Title: commonTitle(most, len(shared), len(sides)), Standfirst: "Ce qui fait tenir les projets au-delà d’un seul territoire.", OpensPage: true}
	if len(shared) == 0 {
		s.Blocks = paragraphs("Aucun facteur n’est nommé presque dans les mêmes mots par deux territoires.")
		return s, true
	}
	s.Blocks = []Block{table}
	return s, true
}

// synthesisOwn lists the key factors that one territory alone names; left out
// without any.
func synthesisOwn(in Input) (Section, bool) {
	sides := in.sides()
	columns := make([]Column, len(sides))
	for i, s := range sides {
		columns[i] = Column{Title: s.name, Color: in.accent()}
	}
	own := 0
	for _, f := range in.sharedFactors() {
		if len(f.By) != 1 {
			continue
		}
		own++
		for i, factor := range f.By {
			columns[i].Items = append(columns[i].Items, ColumnItem{Text: said(statement(factor)), Caption: dotted(axisTitleOf(f.Axis), factor.Extent.Label())})
		}
	}
	if own == 0 {
		return Section{}, false
	}
	s := Section{Title: ownTitle(own), Standfirst: "Ce qui tient à l’histoire, aux personnes et aux lieux de chacun.", Whole: true}
	var without []string
	columns = slices.DeleteFunc(columns, func(c Column) bool {
		if len(c.Items) == 0 {
			without = append(without, c.Title)
		}
		return len(c.Items) == 0
	})
	for group := range slices.Chunk(columns, abreast(len(columns))) {
		s.Blocks = append(s.Blocks, Columns{group})
	}
	if len(without) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Tone: Small, Spans: said("Sans facteur propre" + model.NBSP + ": " + joinList(without) + ".")})
	}
	return s, true
}

// abreast is how many columns stand side by side so that rows are even.
func abreast(n int) int {
	if n > 4 && n%3 == 0 {
		return 3
	}
	return min(n, 4)
}
