package layouttest

import (
	"math"
	"strconv"

	"tressons/report/figure"
)

// Stacked parts wholes of several sizes, some of their parts small.
func Stacked() figure.StackedBars {
	c := figure.StackedBars{
		Subject: figure.Subject{Title: "Établissements de l’ESS par famille", Unit: "établissements", Year: "2021"},
		Parts:   []string{"Associations", "Coopératives", "Mutuelles", "Fondations"},
	}
	for i, name := range Territories[:4] {
		row := figure.StackedRow{Name: name}
		sum := 0
		for j := range c.Parts {
			n := (60 - 17*j + i*9) / (1 + 2*j)
			sum += n
			row.Values = append(row.Values, figure.Quantity{Value: float64(n), Text: strconv.Itoa(n)})
		}
		row.Total = strconv.Itoa(sum)
		c.Rows = append(c.Rows, row)
	}
	return c
}

// StackedShares parts wholes of the same size into parts that have room for
// their names.
func StackedShares() figure.StackedBars {
	return figure.StackedBars{
		Subject: figure.Subject{Title: "Emplois de l’ESS par famille", Unit: "%", Year: "2015 et 2021"},
		Parts:   []string{"Associations", "Coopératives"},
		InOrder: true,
		Rows: []figure.StackedRow{
			{Name: "2015", Values: []figure.Quantity{percent(62.5), percent(37.5)}},
			{Name: "2021", Values: []figure.Quantity{percent(58), percent(42)}},
		},
	}
}

// Profile is the levels of the twelve levers, axis by axis.
func Profile() figure.AxisProfile {
	c := figure.AxisProfile{Subject: figure.Subject{Title: "Niveaux des leviers par axe", Unit: "leviers", Year: "2026"}}
	for _, s := range []figure.Sign{figure.SignAbsent, figure.SignEmerging, figure.SignEngaged, figure.SignStructured, figure.SignUnknown, figure.SignNotApplicable} {
		c.Levels = append(c.Levels, figure.LevelMark{Sign: s, Label: levelWords[s]})
	}
	for _, g := range Levels().Groups {
		axis := figure.ProfileAxis{Name: g.Name, Color: g.Color}
		for _, r := range g.Rows {
			axis.Signs = append(axis.Signs, r.Sign)
		}
		c.Axes = append(c.Axes, axis)
	}
	return c
}

// Timeline has initiatives since 1998 and actions to come.
func Timeline(initiatives, actions int) figure.Timeline {
	c := figure.Timeline{
		Subject: figure.Subject{Title: "Initiatives et actions dans le temps"},
		Now:     2026.9, NowLabel: "novembre 2026",
	}
	past := figure.TimelineGroup{Name: "Initiatives", Color: figure.Forest}
	for i := range initiatives {
		year := 1998 + (i*i*7)%28
		past.Items = append(past.Items, figure.TimelineItem{Name: Factors[i%len(Factors)], From: float64(year) + 0.5, When: strconv.Itoa(year)})
	}
	plan := figure.TimelineGroup{Name: "Plan d’actions", Color: figure.Amber}
	for i := range actions {
		from := 2024 + float64(i)*0.75
		item := figure.TimelineItem{Name: Factors[(i+3)%len(Factors)], From: from, To: from + float64(i%3), When: "depuis " + strconv.Itoa(int(from)), Planned: from > c.Now}
		plan.Items = append(plan.Items, item)
	}
	c.Groups = []figure.TimelineGroup{past, plan}
	return c
}

// Locator is a map of communes on a spiral, and of four towns near and far.
func Locator(communes int) figure.Locator {
	c := figure.Locator{Subject: figure.Subject{Title: "Val d’Essai"}, Unknown: 3, Color: figure.Forest}
	for i := range communes {
		away, turn := 1.2*math.Sqrt(float64(6*i)), 2.4*float64(i)
		c.Communes = append(c.Communes, figure.Dot{Name: Territories[i%len(Territories)], East: away * math.Sin(turn), North: away * math.Cos(turn), People: float64(9000 / (i + 1))})
	}
	c.Towns = []figure.Town{
		{Name: "Rennes", East: 1, North: -17, Distance: "17\u00A0km", Direction: "au sud"},
		{Name: "Fougères", East: 38, North: 10, Distance: "39\u00A0km", Direction: "à l’est"},
		{Name: "Saint-Malo", East: -24, North: 43, Distance: "49\u00A0km", Direction: "au nord-ouest"},
		{Name: "Combourg", East: 4, North: 14, Distance: "15\u00A0km", Direction: "au nord"},
	}
	return c
}
