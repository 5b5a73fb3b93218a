package app

import "tressons/model"

// Summary is a diagnosis at a glance, the same for the command line and Accueil.
type Summary struct {
	Title       string
	Levers      model.Progress
	Axes        []AxisSummary
	Factors     int
	Initiatives int
	Themes      []model.ThemeCount
	Strengths   []model.LeverRemark
	WaysForward []model.LeverRemark
	Next        model.NextStep
}

// AxisSummary is one axis of a Summary.
type AxisSummary struct {
	Axis    model.Axis
	Levers  []LeverSummary
	Factors []model.KeyFactor
}

// LeverSummary is one lever of a Summary.
type LeverSummary struct {
	Lever model.Lever
	State model.LeverState
}

// Summarize computes the summary.
func (a *App) Summarize(d *model.Diagnosis) Summary {
	s := Summary{
		Title: d.Title(), Levers: d.LeverProgress(a.Grid),
		Factors: d.KeyFactors.Len(), Initiatives: d.Initiatives.Len(), Themes: d.ThemeCounts(),
		Strengths: d.Strengths(a.Grid), WaysForward: d.WaysForward(a.Grid), Next: d.NextStep(a.Grid),
	}
	for _, axis := range a.Grid.Axes {
		as := AxisSummary{Axis: axis, Factors: d.FactorsByAxis(axis.Slug)}
		for _, l := range a.Grid.LeversOf(axis.Slug) {
			as.Levers = append(as.Levers, LeverSummary{l, d.Lever(l.Slug)})
		}
		s.Axes = append(s.Axes, as)
	}
	return s
}
