package report

import (
	"regexp"
	"slices"
	"strings"

	"tressons/model"
)

// keyFigures gives the team's figures, each with its unit, year, perimeter and
// source, then the cited ones of wider perimeters, apart.
func keyFigures(in Input) (Section, bool) {
	list := in.knownFigures()
	if len(list) == 0 {
		return Section{}, false
	}
	s := Section{
		Title:      figuresTitle(len(list), list[0].Label, list[0].Value.FrenchUnit(list[0].Unit)),
		Standfirst: "Chaque chiffre est donné avec son unité, son année, son périmètre et sa source.",
		OpensPage:  true, Foot: in.footOf("figure"),
	}
	s.Blocks = append(s.Blocks, in.bigFigures(list), in.figuresTable(list))
	s.Blocks = append(s.Blocks, figureRemarks(list)...)
	charts, refused := in.figureCharts()
	for _, chart := range charts {
		s.Blocks = append(s.Blocks, chart)
	}
	for _, reason := range refused {
		s.Blocks = append(s.Blocks, Paragraph{Tone: Small, Spans: said(reason)})
	}
	s.Blocks = append(s.Blocks, in.wider()...)
	return s, true
}

// knownFigures are the figures that have a value, in the team's order.
func (in Input) knownFigures() []model.Figure {
	return slices.DeleteFunc(in.Diagnosis.Figures.All(), func(f model.Figure) bool { return f.Value == "" })
}

// bigFigures shows the first four figures large.
func (in Input) bigFigures(list []model.Figure) KeyFigures {
	var out KeyFigures
	for _, f := range list[:min(len(list), 4)] {
		k := KeyFigure{Value: f.Value.French(), Unit: f.Unit, Label: f.Label, Comparison: dotted(f.Perimeter, string(f.Year))}
		if b, ok := in.benchmarkOf(f); ok {
			k.Comparison += "\n" + b.Perimeter + model.NBSP + ": " + model.NumberOf(b.Value).FrenchUnit(b.Unit) + " (" + b.Year + ")"
		}
		out.Figures = append(out.Figures, k)
	}
	return out
}

// dataYear is the year of the data in what a benchmark says of its year:
// « étude 2019 (données 2015) ».
var dataYear = regexp.MustCompile(`données (\d{4})|^(\d{4})$`)

// benchmarkOf finds the one figure of a wider perimeter that counts the same
// thing, in the same unit, the same year; with another definition, another year
// or several candidates there is nothing to set beside.
func (in Input) benchmarkOf(f model.Figure) (model.Benchmark, bool) {
	var found []model.Benchmark
	for _, b := range in.Benchmarks {
		year := dataYear.FindStringSubmatch(b.Year)
		if year == nil || f.Definition != "" || b.Unit != f.Unit || !strings.EqualFold(b.Label, f.Label) {
			continue
		}
		if y := string(f.Year); y != "" && (y == year[1] || y == year[2]) && in.wide(b) {
			found = append(found, b)
		}
	}
	if len(found) != 1 {
		return model.Benchmark{}, false
	}
	return found[0], true
}

// wide tells the benchmarks whose perimeter holds the territory: its region, or
// rural France.
func (in Input) wide(b model.Benchmark) bool {
	return strings.HasPrefix(b.Perimeter, "France") || b.Perimeter == in.Diagnosis.Territory().Region
}

func (in Input) figuresTable(list []model.Figure) Table {
	t := Table{RowHeads: true, Columns: []TableColumn{
		{Title: "Chiffre"}, {Title: "Valeur", Align: Right}, {Title: "Année"}, {Title: "Périmètre"}, {Title: "Source"}}}
	for _, f := range list {
		label := said(f.Label)
		if f.Definition != "" {
			label = append(label, muted("\n"+f.Definition)...)
		}
		source := append(said(f.Source), in.cite(model.MakeRef("figure", f.ID))...)
		t.Rows = append(t.Rows, []Cell{label, said(f.Value.FrenchUnit(f.Unit)), said(string(f.Year)), said(f.Perimeter), source})
	}
	return t
}

// figureRemarks are the comments and the disagreements between sources.
func figureRemarks(list []model.Figure) []Block {
	var items [][]Span
	for _, f := range list {
		for _, remark := range [][]Span{said(string(f.Comment)), differ(f.SourcesDiffer, f.SourcesNote)} {
			if remark != nil {
				items = append(items, append(muted(f.Label+model.NBSP+": "), remark...))
			}
		}
	}
	if len(items) == 0 {
		return nil
	}
	return []Block{List{Items: items}}
}

// perimeters explains why the figures of wider perimeters stand apart.
const perimeters = "Ces repères aident à situer les chiffres du territoire ; ils ne s’y ajoutent pas. " +
	"Deux périmètres ou deux définitions ne se comparent pas : l’étude de 2019 et celle de 2025 ne découpent pas le rural " +
	"de la même façon, une différence entre elles n’est donc pas une évolution. Chaque tableau garde son périmètre et ses sources."

// wider are the cited figures of wider perimeters, one table a perimeter: two
// perimeters never make one series.
func (in Input) wider() []Block {
	var order []string
	byPerimeter := map[string][]model.Benchmark{}
	for _, b := range in.Benchmarks {
		if !in.wide(b) {
			continue
		}
		if byPerimeter[b.Perimeter] == nil {
			order = append(order, b.Perimeter)
		}
		byPerimeter[b.Perimeter] = append(byPerimeter[b.Perimeter], b)
	}
	if len(order) == 0 {
		return nil
	}
	blocks := []Block{Heading{Level: 1, Text: "Des repères plus larges"}, Paragraph{Spans: Text(perimeters)}}
	for _, p := range order {
		blocks = append(blocks, perimeterTable(p, byPerimeter[p]))
	}
	return blocks
}

// perimeterTable shows the benchmarks of one perimeter. A year that is that of
// all stands under the table and not in each row.
func perimeterTable(perimeter string, list []model.Benchmark) Table {
	year := list[0].Year
	if slices.ContainsFunc(list, func(b model.Benchmark) bool { return b.Year != year }) {
		year = ""
	}
	t := Table{Caption: perimeter, RowHeads: true, Columns: []TableColumn{{Title: "Repère"}, {Title: "Valeur", Align: Right}}}
	if year == "" {
		t.Columns = append(t.Columns, TableColumn{Title: "Année"})
	}
	t.Columns = append(t.Columns, TableColumn{Title: "À savoir"})
	for _, b := range list {
		row := []Cell{said(b.Label), said(model.NumberOf(b.Value).FrenchUnit(b.Unit))}
		if year == "" {
			row = append(row, said(b.Year))
		}
		t.Rows = append(t.Rows, append(row, said(b.Note)))
	}
	t.Source = benchmarkSources(list)
	if year != "" {
		t.Source = sentence(model.Capitalize(year)) + " " + t.Source
	}
	return t
}

// benchmarkSources names the sources of the benchmarks, once each.
func benchmarkSources(list []model.Benchmark) string {
	var titles []string
	for _, b := range list {
		titles = append(titles, b.Source.Title)
	}
	titles = distinct(titles)
	return model.Plural(len(titles), "Source", "Sources") + model.NBSP + ": " + joinList(titles) + "."
}
