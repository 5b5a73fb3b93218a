package layouttest

import (
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"tressons/report/figure"
)

// AnyChart draws charts of every kind with any names and values.
func AnyChart() *rapid.Generator[figure.Chart] {
	kinds := []func(*rapid.T) figure.Chart{anyBars, anyGrouped, anyYears, anyLevels, anyLevelGrid, anyMatrix, anyStacked, anyProfile, anyTimeline, anyLocator}
	return rapid.Custom(func(t *rapid.T) figure.Chart {
		return rapid.SampledFrom(kinds).Draw(t, "kind")(t)
	})
}

// label draws a name as people write them, or as they should not.
func label() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.SampledFrom(Territories),
		rapid.SampledFrom(Factors),
		rapid.SampledFrom([]string{"", "A", "🎉", "ligne\nligne", strings.Repeat("anticonstitutionnellement", 12), Long(90), Long(400)}),
		rapid.StringN(0, 40, -1),
	)
}

func labels(most int) *rapid.Generator[[]string] { return rapid.SliceOfN(label(), 0, most) }

// quantity draws a known value, or none.
func quantity() *rapid.Generator[figure.Quantity] {
	return rapid.Custom(func(t *rapid.T) figure.Quantity {
		v := rapid.OneOf(rapid.Float64Range(-100, 100), rapid.Just(0.0), rapid.Float64Range(0, 1e15), rapid.Float64Range(0, 0.01)).Draw(t, "value")
		text := rapid.SampledFrom([]string{"", strconv.FormatFloat(v, 'f', 1, 64), strconv.FormatFloat(v, 'f', 0, 64) + "\u00A0établissements employeurs de l’ESS"}).Draw(t, "text")
		return figure.Quantity{Value: v, Text: text}
	})
}

func anyBar() *rapid.Generator[figure.Bar] {
	return rapid.Custom(func(t *rapid.T) figure.Bar {
		return figure.Bar{Name: label().Draw(t, "name"), Quantity: quantity().Draw(t, "quantity"), Reference: quantity().Draw(t, "reference")}
	})
}

func anyBars(t *rapid.T) figure.Chart {
	c := figure.Bars{Reference: label().Draw(t, "reference"), Bars: rapid.SliceOfN(anyBar(), 0, 12).Draw(t, "bars")}
	if rapid.Bool().Draw(t, "common") {
		for i := range c.Bars {
			c.Bars[i].Reference = figure.Quantity{Value: 13.7, Text: "13,7\u00A0%"}
		}
	}
	return c
}

func anyGrouped(t *rapid.T) figure.Chart {
	c := figure.GroupedBars{Reference: label().Draw(t, "reference")}
	for _, name := range labels(6).Draw(t, "groups") {
		c.Groups = append(c.Groups, figure.BarGroup{Name: name, Bars: rapid.SliceOfN(anyBar(), 0, 5).Draw(t, "bars")})
	}
	return c
}

func anyYears(t *rapid.T) figure.Chart {
	var all []figure.Series
	for _, name := range labels(8).Draw(t, "series") {
		var list []figure.Observation
		for _, year := range rapid.SliceOfNDistinct(rapid.IntRange(1990, 2030), 0, 12, rapid.ID).Draw(t, "years") {
			list = append(list, figure.Observation{Year: year, Quantity: quantity().Draw(t, "quantity")})
		}
		s, err := figure.NewSeries(name, list...)
		if err != nil {
			t.Fatalf("one perimeter, one definition, one unit: %v", err)
		}
		all = append(all, s)
	}
	c, err := figure.NewYearLines(figure.Subject{Title: label().Draw(t, "title")}, all...)
	if err != nil {
		t.Fatalf("one unit: %v", err)
	}
	return c
}

func anySign(t *rapid.T) figure.Sign { return figure.Sign(rapid.IntRange(0, 5).Draw(t, "sign")) }

func anyLevels(t *rapid.T) figure.Chart {
	c := Levels()
	c.Groups = nil
	for _, name := range labels(4).Draw(t, "groups") {
		group := figure.LevelGroup{Name: name, Color: figure.Indigo}
		for _, lever := range labels(5).Draw(t, "levers") {
			s := anySign(t)
			group.Rows = append(group.Rows, figure.LevelRow{Name: lever, Sign: s, Label: levelWords[s]})
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

func anyLevelGrid(t *rapid.T) figure.Chart {
	c := figure.LevelGrid{Columns: labels(12).Draw(t, "columns"), Legend: LevelGrid(0).Legend}
	for _, name := range labels(4).Draw(t, "groups") {
		group := figure.LevelGridGroup{Name: name, Color: figure.Teal}
		for _, lever := range labels(5).Draw(t, "levers") {
			row := figure.LevelGridRow{Name: lever}
			for range c.Columns {
				s := anySign(t)
				row.Levels = append(row.Levels, figure.LevelMark{Sign: s, Label: levelWords[s]})
			}
			group.Rows = append(group.Rows, row)
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

func anyMatrix(t *rapid.T) figure.Chart {
	c := figure.Matrix{TotalLabel: label().Draw(t, "total")}
	groups := labels(3).Draw(t, "groups")
	for i, name := range labels(40).Draw(t, "columns") {
		group := ""
		if len(groups) > 0 {
			group = groups[i*len(groups)/40]
		}
		c.Columns = append(c.Columns, figure.MatrixColumn{Name: name, Group: group, Color: figure.Indigo})
	}
	for _, name := range labels(12).Draw(t, "rows") {
		row := figure.MatrixRow{Name: name}
		for range c.Columns {
			row.Marks = append(row.Marks, rapid.Bool().Draw(t, "mark"))
		}
		c.Rows = append(c.Rows, row)
	}
	return c
}

func anyStacked(t *rapid.T) figure.Chart {
	c := figure.StackedBars{Parts: labels(6).Draw(t, "parts")}
	for _, name := range labels(8).Draw(t, "rows") {
		values := rapid.SliceOfN(quantity(), 0, len(c.Parts)).Draw(t, "values")
		c.Rows = append(c.Rows, figure.StackedRow{Name: name, Values: values, Total: label().Draw(t, "total")})
	}
	return c
}

func anyProfile(t *rapid.T) figure.Chart {
	c := Profile()
	c.Axes = nil
	for _, name := range labels(4).Draw(t, "axes") {
		axis := figure.ProfileAxis{Name: name, Color: figure.Indigo}
		for range rapid.IntRange(0, 20).Draw(t, "levers") {
			axis.Signs = append(axis.Signs, anySign(t))
		}
		c.Axes = append(c.Axes, axis)
	}
	return c
}

func anyTimeline(t *rapid.T) figure.Chart {
	c := figure.Timeline{Now: rapid.SampledFrom([]float64{0, 2026.9}).Draw(t, "now"), NowLabel: label().Draw(t, "label")}
	for _, name := range labels(3).Draw(t, "groups") {
		group := figure.TimelineGroup{Name: name, Color: figure.Teal}
		for _, item := range labels(12).Draw(t, "items") {
			from := rapid.Float64Range(1800, 2999).Draw(t, "from")
			group.Items = append(group.Items, figure.TimelineItem{
				Name: item, From: from, To: rapid.SampledFrom([]float64{0, from, from + 0.1, from + 30}).Draw(t, "to"),
				When: label().Draw(t, "when"), Planned: rapid.Bool().Draw(t, "planned"),
			})
		}
		c.Groups = append(c.Groups, group)
	}
	return c
}

func anyLocator(t *rapid.T) figure.Chart {
	kilometres := rapid.Float64Range(-200, 200)
	c := figure.Locator{Subject: figure.Subject{Title: label().Draw(t, "title")}, Color: figure.Forest}
	for _, name := range labels(20).Draw(t, "communes") {
		c.Communes = append(c.Communes, figure.Dot{Name: name, East: kilometres.Draw(t, "east"), North: kilometres.Draw(t, "north"), People: float64(rapid.IntRange(0, 1e6).Draw(t, "people"))})
	}
	for _, name := range labels(5).Draw(t, "towns") {
		c.Towns = append(c.Towns, figure.Town{Name: name, East: kilometres.Draw(t, "east"), North: kilometres.Draw(t, "north"), Distance: "40\u00A0km", Direction: "au nord"})
	}
	return c
}
