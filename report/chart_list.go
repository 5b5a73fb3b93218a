package report

import (
	"strconv"

	"tressons/model"
	"tressons/report/figure"
)

// Chart is one of the charts of a diagnosis, apart from any document: what is
// saved for a slide.
type Chart struct {
	ID string // "matrice", "chiffres-2": unique, made for the name of a file
	// Title, Chart and Source are those of the plate: what is shown, and under
	// it what must be known to read it.
	figure.Plate
}

// chartKind is one line of the list of charts: its slug, its title when the
// figure has no caption, and what makes it; nothing without data.
type chartKind struct {
	id, title string
	figures   func(Input) []Figure
}

// chartKinds lists the charts in the order in which they are offered.
func chartKinds() []chartKind {
	return []chartKind{
		{"carte", "", one(Input.mapFigure)},
		{"niveaux", "Le niveau de chaque levier", Input.levelCharts},
		{"profil", "", one(Input.profileFigure)},
		{"themes", "", one(Input.themesChart)},
		{"frise", "", one(Input.timelineFigure)},
		{"matrice", "Des facteurs clés aux initiatives", one(Input.matrixChart)},
		{"chiffres", "", func(in Input) []Figure { charts, _ := in.figureCharts(); return charts }},
	}
}

// one makes a list of what a function may make.
func one(figureOf func(Input) (Figure, bool)) func(Input) []Figure {
	return func(in Input) []Figure {
		if f, ok := figureOf(in); ok {
			return []Figure{f}
		}
		return nil
	}
}

// Charts are the charts that a diagnosis has enough data for. Nothing private is
// in them, see public.
func Charts(in Input) []Chart {
	in = in.public()
	var out []Chart
	for _, kind := range chartKinds() {
		figures := kind.figures(in)
		for i, f := range figures {
			c := Chart{ID: kind.id, Plate: figure.Plate{Title: f.Caption, Source: f.Source, Chart: f.Chart}}
			if c.Title == "" {
				c.Title = kind.title
			}
			if len(figures) > 1 {
				c.ID += "-" + strconv.Itoa(i+1)
			}
			if c.Source == "" {
				c.Source = in.under("", in.year())
			}
			out = append(out, c)
		}
	}
	return out
}

// levelCharts is the level of each lever, once one is set.
func (in Input) levelCharts() []Figure {
	if in.levelCounts(in.Grid.Levers).Set == 0 {
		return nil
	}
	return []Figure{in.levelFigure(model.AxisIDs[:]...)}
}

// themesChart counts the initiatives by theme, when there are any.
func (in Input) themesChart() (Figure, bool) {
	themes := in.Diagnosis.ThemeCounts()
	return in.themesFigure(themes), len(themes) > 0
}

// matrixChart crosses the initiatives with the key factors, once some are joined.
func (in Input) matrixChart() (Figure, bool) {
	m := in.Diagnosis.Matrix(nil)
	return in.matrixFigure(m), m.Crosses > 0
}
