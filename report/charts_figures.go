package report

import (
	"strconv"

	"tressons/model"
	"tressons/report/figure"
)

// figureCharts draws what the key figures let compare: years of one series,
// legal families of one total, the territory beside its references. Refused are
// the sentences that say why some are not drawn together.
func (in Input) figureCharts() (charts []Figure, refused []string) {
	list := in.knownFigures()
	years, refused := in.yearFigures(list)
	charts = append(charts, years...)
	charts = append(charts, in.familyFigures(list)...)
	if f, ok := in.benchmarkFigure(list); ok {
		charts = append(charts, f)
	}
	return charts, refused
}

// grouped parts figures by a key, in the order in which keys are met.
func grouped[K comparable](list []model.Figure, key func(model.Figure) K) [][]model.Figure {
	at := map[K]int{}
	var out [][]model.Figure
	for _, f := range list {
		k := key(f)
		i, met := at[k]
		if !met {
			i = len(out)
			at[k] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], f)
	}
	return out
}

func quantityOf(n model.Number, unit string) figure.Quantity {
	v, ok := n.Float()
	if !ok {
		return figure.Quantity{}
	}
	return figure.Quantity{Value: v, Text: n.FrenchUnit(unit)}
}

// counting is what makes two figures count the same thing.
type counting struct {
	label  string
	family model.ESSFamily
	sector string
}

// yearFigures draws a line for each thing that was counted in several years.
func (in Input) yearFigures(list []model.Figure) (charts []Figure, refused []string) {
	for _, same := range grouped(list, func(f model.Figure) counting { return counting{f.Label, f.Family, f.Sector} }) {
		var observed []figure.Observation
		for _, f := range same {
			if year, ok := f.Year.Int(); ok {
				observed = append(observed, figure.Observation{Year: year, Quantity: quantityOf(f.Value, f.Unit),
					Unit: f.Unit, Perimeter: f.Perimeter, Definition: f.Definition})
			}
		}
		if len(observed) < 2 {
			continue
		}
		chart, err := lineOf(same[0], observed)
		if err != nil {
			refused = append(refused, err.Error())
			continue
		}
		charts = append(charts, Figure{Chart: chart, Caption: seriesName(same[0]), Source: in.underFigures(same)})
	}
	return charts, refused
}

// lineOf is the line of one thing over years, or why there is none.
func lineOf(f model.Figure, observed []figure.Observation) (figure.YearLines, error) {
	series, err := figure.NewSeries(seriesName(f), observed...)
	if err != nil {
		return figure.YearLines{}, err
	}
	first, last := observed[0].Year, observed[0].Year
	for _, o := range observed {
		first, last = min(first, o.Year), max(last, o.Year)
	}
	years := "de " + strconv.Itoa(first) + " à " + strconv.Itoa(last)
	return figure.NewYearLines(figure.Subject{Title: f.Label, Unit: f.Unit, Year: years}, series)
}

// seriesName is the label of a figure with the part of the ESS that it counts.
func seriesName(f model.Figure) string {
	name := f.Label
	if f.Family != "" && f.Family != "all" {
		name += ", " + model.LabelOf(f.Family.Choices(), string(f.Family))
	}
	if f.Sector != "" {
		name += ", " + f.Sector
	}
	return name
}

// total is what makes figures the parts of one total.
type total struct{ label, sector, unit, year, perimeter, definition string }

// familyFigures compares the legal families of what was counted at once: same
// year, same perimeter, same definition.
func (in Input) familyFigures(list []model.Figure) (charts []Figure) {
	key := func(f model.Figure) total {
		return total{f.Label, f.Sector, f.Unit, string(f.Year), f.Perimeter, f.Definition}
	}
	for _, parts := range grouped(list, key) {
		first := parts[0]
		bars := figure.Bars{Subject: figure.Subject{Title: first.Label + " par famille", Unit: first.Unit, Year: string(first.Year)}, Color: in.accent()}
		for _, f := range parts {
			if f.Family != "" && f.Family != "all" {
				bars.Bars = append(bars.Bars, figure.Bar{Name: model.LabelOf(f.Family.Choices(), string(f.Family)), Quantity: quantityOf(f.Value, f.Unit)})
			}
		}
		if len(bars.Bars) > 1 {
			charts = append(charts, Figure{Chart: bars, Caption: bars.Title, Source: in.underFigures(parts)})
		}
	}
	return charts
}

// benchmarkFigure sets the figures in per cent beside their references, each of
// the same definition and year as its own.
func (in Input) benchmarkFigure(list []model.Figure) (Figure, bool) {
	bars := figure.Bars{Subject: figure.Subject{Title: "Le territoire et ses repères", Unit: "%"}, Color: in.accent(), InOrder: true}
	var shown []model.Figure
	for _, f := range list {
		b, ok := in.benchmarkOf(f)
		if !ok || f.Unit != "%" {
			continue
		}
		reference := quantityOf(model.NumberOf(b.Value), b.Unit)
		reference.Text = b.Perimeter + model.NBSP + ": " + reference.Text
		bars.Bars = append(bars.Bars, figure.Bar{Name: dotted(seriesName(f), string(f.Year)), Quantity: quantityOf(f.Value, f.Unit), Reference: reference})
		shown = append(shown, f)
	}
	if len(shown) == 0 {
		return Figure{}, false
	}
	return Figure{Chart: bars, Caption: "Le territoire (barre) et ses repères (trait)", Source: in.underFigures(shown)}, true
}

// underFigures is the line under a chart of key figures: what all share of
// unit, year and perimeter, then their sources.
func (in Input) underFigures(list []model.Figure) string {
	shared := func(value func(model.Figure) string) string {
		for _, f := range list {
			if value(f) != value(list[0]) {
				return ""
			}
		}
		return value(list[0])
	}
	unit := shared(func(f model.Figure) string { return f.Unit })
	if unit != "" {
		unit = "Unité" + model.NBSP + ": " + unit
	}
	var sources []string
	for _, f := range list {
		sources = append(sources, f.Source)
	}
	source := ""
	if named := distinct(nonEmpty(sources...)); len(named) > 0 {
		source = model.Plural(len(named), "source", "sources") + model.NBSP + ": " + joinList(named)
	}
	return sentence(dotted(unit, shared(func(f model.Figure) string { return string(f.Year) }),
		shared(func(f model.Figure) string { return f.Perimeter }), shared(func(f model.Figure) string { return f.Definition }), source))
}
