package report

import (
	"tressons/model"
	"tressons/report/figure"
)

// axisColor is the colour that an axis keeps everywhere.
func axisColor(a model.AxisID) figure.Color {
	switch a {
	case model.Recognition:
		return figure.Indigo
	case model.Support:
		return figure.Teal
	case model.Financing:
		return figure.Amber
	}
	return figure.Secondary
}

// zoomFactors is the heart of the zoom: the key factors in three columns.
func zoomFactors(in Input) (Section, bool) {
	return Section{
		Title:      factorsTitle(factorCounts(in.Diagnosis)),
		Standfirst: in.factorsStandfirst(),
		OpensPage:  true,
		Foot:       in.footOf("key_factor"),
		Blocks:     []Block{in.factorColumns()},
	}, true
}

// factors shows the same columns, then each factor with what supports it.
func factors(in Input) (Section, bool) {
	s, _ := zoomFactors(in)
	for _, axis := range factorAxes(in.Diagnosis) {
		if items := in.factorDetails(axis); len(items) > 0 {
			s.Blocks = append(s.Blocks, Columns{[]Column{{Title: axisTitleOf(axis), Color: axisColor(axis), Items: items}}})
		}
	}
	return s, true
}

func factorCounts(d *model.Diagnosis) axisCounts {
	var c axisCounts
	for i, axis := range model.AxisIDs {
		c.By[i] = len(d.FactorsByAxis(axis))
	}
	c.None = len(d.FactorsByAxis(""))
	return c
}

func (in Input) factorsStandfirst() string {
	if reading := extentsReading(in.Diagnosis.KeyFactors.All()); reading != "" {
		return reading
	}
	return "Ce qui, ici, rend possibles les projets de l’économie sociale et solidaire."
}

// factorAxes lists the three axes, and the absence of one when some key factor
// has none.
func factorAxes(d *model.Diagnosis) []model.AxisID {
	axes := model.AxisIDs[:]
	if len(d.FactorsByAxis("")) > 0 {
		return append(axes[:len(axes):len(axes)], "")
	}
	return axes
}

func axisTitleOf(axis model.AxisID) string {
	if axis == "" {
		return "Sans axe"
	}
	return axis.Label()
}

// factorColumns are the key factors under their axes, each with its scale.
func (in Input) factorColumns() Columns {
	var columns Columns
	axes := factorAxes(in.Diagnosis)
	for _, axis := range axes {
		c := Column{Title: axisTitleOf(axis), Color: axisColor(axis), Empty: "Aucun facteur nommé."}
		if a := in.Grid.Axis(axis); len(axes) > len(in.Grid.Axes) && a.Short != "" { // four columns are narrow
			c.Title = a.Short
		}
		for _, f := range in.Diagnosis.FactorsByAxis(axis) {
			c.Items = append(c.Items, ColumnItem{Text: said(statement(f)), Caption: dotted(f.Extent.Label(), in.foundIn(f))})
		}
		columns.Columns = append(columns.Columns, c)
	}
	return columns
}

// foundIn counts the initiatives that a key factor has helped.
func (in Input) foundIn(f model.KeyFactor) string {
	n := len(in.Diagnosis.Neighbours(model.MakeRef("key_factor", f.ID), "initiative"))
	if n == 0 {
		return ""
	}
	return model.Count(n, "initiative", "initiatives")
}

func statement(f model.KeyFactor) string {
	if f.Statement == "" {
		return "Facteur sans nom"
	}
	return f.Statement
}

// factorDetails are the key factors of an axis with all that is known of them;
// empty when nothing is known beyond the columns.
func (in Input) factorDetails(axis model.AxisID) []ColumnItem {
	var items []ColumnItem
	known := false
	for _, f := range in.Diagnosis.FactorsByAxis(axis) {
		ref := model.MakeRef("key_factor", f.ID)
		detail := stacked(said(string(f.Description)), in.actorsOf(ref), in.leversOf(ref), differ(f.SourcesDiffer, f.SourcesNote))
		item := ColumnItem{Text: append(said(statement(f)), in.cite(ref)...), Detail: detail, Caption: dotted(f.Extent.Label(), since(f.Since))}
		known = known || len(detail) > 0 || len(item.Text) > 1 || f.Since != ""
		items = append(items, item)
	}
	if !known {
		return nil
	}
	return items
}

func since(y model.Year) string {
	if y == "" {
		return ""
	}
	return "depuis " + string(y)
}

// actorsOf names the actors joined to a row.
func (in Input) actorsOf(ref model.Ref) []Span {
	var names []string
	for _, id := range in.Diagnosis.Neighbours(ref, "actor") {
		a, _ := in.Diagnosis.Actors.Get(id)
		names = append(names, nonEmpty(a.Name)...)
	}
	return labelled(model.Plural(len(names), "Acteur", "Acteurs"), model.JoinFrench(names))
}

// leversOf names the levers joined to a row.
func (in Input) leversOf(ref model.Ref) []Span {
	var names []string
	for _, slug := range in.Diagnosis.Neighbours(ref, "lever") {
		if l, ok := in.Grid.Lever(slug); ok {
			names = append(names, l.Short)
		}
	}
	return labelled(model.Plural(len(names), "Levier servi", "Leviers servis"), model.JoinFrench(names))
}

// labelled is « Acteurs : … », nil when there is nothing to tell.
func labelled(label, text string) []Span {
	if text == "" {
		return nil
	}
	return append(muted(label+model.NBSP+": "), Span{Text: text})
}
