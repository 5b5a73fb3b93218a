package report

import (
	"strings"

	"tressons/model"
	"tressons/report/figure"
)

// themesFigure counts the initiatives by theme.
func (in Input) themesFigure(themes []model.ThemeCount) Figure {
	total := in.Diagnosis.Initiatives.Len()
	bars := figure.Bars{
		Subject: figure.Subject{Title: model.Count(total, "initiative", "initiatives") + " par thème", Unit: "initiatives", Year: in.year()},
		Color:   in.accent(),
	}
	for _, t := range themes {
		count := figure.Quantity{Value: float64(t.Count), Text: model.FormatInt(t.Count)}
		bars.Bars = append(bars.Bars, figure.Bar{Name: t.Label, Quantity: count})
	}
	return Figure{Chart: bars, Caption: "Les initiatives par thème", Source: in.under("Nombre d’initiatives", in.year())}
}

// under is the line under a chart made from what the team wrote: what is shown,
// the year, the territory, the source.
func (in Input) under(what, year string) string {
	return sentence(dotted(what, year, in.territoryName(), "source"+model.NBSP+": diagnostic de l’équipe"))
}

// profileFigure shows how the levels of each axis stand on the scale; false as
// long as fewer than half of the levers have one.
func (in Input) profileFigure() (Figure, bool) {
	if c := in.levelCounts(in.Grid.Levers); c.Set == 0 || 2*c.Set < c.Concerned {
		return Figure{}, false
	}
	chart := figure.AxisProfile{Subject: figure.Subject{Title: "Niveaux des leviers, axe par axe", Unit: "leviers", Year: in.year()}}
	for _, level := range append(model.Scale[:], model.Unset, model.NotApplicable) {
		chart.Levels = append(chart.Levels, markOf(level))
	}
	for _, a := range in.Grid.Axes {
		axis := figure.ProfileAxis{Name: a.Name, Color: axisColor(a.Slug)}
		for _, l := range in.Grid.LeversOf(a.Slug) {
			axis.Signs = append(axis.Signs, signs[in.Diagnosis.Lever(l.Slug).Level])
		}
		chart.Axes = append(chart.Axes, axis)
	}
	return Figure{Chart: chart, Caption: "Où en sont les leviers", Source: in.under("Un signe par levier, sans moyenne", in.year())}, true
}

// matrixFigure crosses the initiatives with the key factors.
func (in Input) matrixFigure(m model.Matrix) Figure {
	chart := figure.Matrix{
		RowNoun:    figure.Noun{One: "initiative", Many: "initiatives"},
		ColumnNoun: figure.Noun{One: "facteur clé", Many: "facteurs clés"},
		TotalLabel: "Initiatives par facteur",
	}
	for _, f := range m.Factors {
		chart.Columns = append(chart.Columns, figure.MatrixColumn{Name: shortStatement(f), Group: axisTitleOf(f.Axis), Color: axisColor(f.Axis)})
	}
	for r, i := range m.Initiatives {
		chart.Rows = append(chart.Rows, figure.MatrixRow{Name: placed(i), Marks: m.Cross[r]})
	}
	return Figure{Chart: chart, Source: in.under("Liens entre initiatives et facteurs clés", in.year())}
}

// shortStatement is a statement up to the remark that a comma, a parenthesis or
// a colon opens: « Réso solidaire, pôle ESS… » is « Réso solidaire ».
func shortStatement(f model.KeyFactor) string {
	s := statement(f)
	if at := strings.IndexAny(s, ",(:;"); at > 0 {
		s = strings.TrimRight(s[:at], " "+model.NBSP)
	}
	return s
}

// placed is an initiative with where and since when: « Café du bourg, Guipel, 2018 ».
func placed(i model.Initiative) string {
	name := initiativeName(i)
	for _, more := range nonEmpty(i.Commune, string(i.Year)) {
		name += ", " + more
	}
	return name
}

// signs are the marks of the levels.
var signs = map[model.Level]figure.Sign{
	model.Unset: figure.SignUnknown, model.Absent: figure.SignAbsent, model.Emerging: figure.SignEmerging,
	model.Engaged: figure.SignEngaged, model.Structured: figure.SignStructured, model.NotApplicable: figure.SignNotApplicable,
}

// levelFigure shows the levels of the levers of some axes, each as it is: there
// is no mean of them.
func (in Input) levelFigure(axes ...model.AxisID) Figure {
	var strip figure.LevelStrip
	for i, level := range model.Scale {
		strip.Scale[i] = level.Label()
	}
	for _, axis := range axes {
		group := figure.LevelGroup{Name: in.Grid.Axis(axis).Name, Color: axisColor(axis)}
		for _, l := range in.Grid.LeversOf(axis) {
			level := in.Diagnosis.Lever(l.Slug).Level
			group.Rows = append(group.Rows, figure.LevelRow{Name: l.Short, Sign: signs[level], Label: level.Label()})
		}
		strip.Groups = append(strip.Groups, group)
	}
	return Figure{Chart: strip, Source: in.under("Niveau de chaque levier", in.year())}
}
