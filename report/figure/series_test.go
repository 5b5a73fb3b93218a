package figure_test

import (
	"errors"
	"strings"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

// TestSeriesRefuses holds that what cannot be compared is never one line.
func TestSeriesRefuses(t *testing.T) {
	t.Parallel()
	rural := figure.Observation{Year: 2015, Quantity: figure.Quantity{Value: 17.7, Text: "17,7 %"}, Unit: "%", Perimeter: "rural de 2019", Definition: "emploi privé"}
	cases := map[string]struct {
		change  func(*figure.Observation)
		refused string // a part of the reason, "" when accepted
	}{
		"same perimeter and definition": {func(*figure.Observation) {}, ""},
		"another perimeter":             {func(o *figure.Observation) { o.Perimeter = "rural de 2025" }, "deux périmètres, « rural de 2019 » et « rural de 2025 »"},
		"perimeter not given":           {func(o *figure.Observation) { o.Perimeter = "" }, "deux périmètres, « rural de 2019 » et l’un non précisé"},
		"another definition":            {func(o *figure.Observation) { o.Definition = "emploi total" }, "deux définitions, « emploi privé » et « emploi total »"},
		"another unit":                  {func(o *figure.Observation) { o.Unit = "emplois" }, "deux unités, « % » et « emplois »"},
		"the same year twice":           {func(o *figure.Observation) { o.Year = 2015 }, "a deux valeurs en 2015"},
		"an unknown value of another perimeter": {func(o *figure.Observation) {
			o.Perimeter, o.Quantity = "rural de 2025", figure.Quantity{}
		}, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			later := rural
			later.Year, later.Value = 2021, 15.2
			c.change(&later)
			_, err := figure.NewSeries("Part de l’ESS", later, rural)
			var refusal *figure.Refusal
			if got := errors.As(err, &refusal); got != (c.refused != "") {
				t.Fatalf("refused %t: %v", got, err)
			}
			if err != nil && !strings.Contains(strings.ReplaceAll(refusal.Reason, "\u00A0", " "), c.refused) {
				t.Errorf("reason %q, want %q in it", refusal.Reason, c.refused)
			}
		})
	}
}

func TestLinesRefuseTwoUnits(t *testing.T) {
	t.Parallel()
	one := func(name, unit string) figure.Series {
		s, err := figure.NewSeries(name, figure.Observation{Year: 2021, Unit: unit, Quantity: figure.Quantity{Value: 1, Text: "1"}})
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	if _, err := figure.NewYearLines(figure.Subject{}, one("Emplois", "emplois"), one("Part", "%")); err == nil {
		t.Error("two units on one scale")
	}
	if _, err := figure.NewYearLines(figure.Subject{}, one("Emplois", "emplois"), one("Salariés", "emplois")); err != nil {
		t.Errorf("one unit: %v", err)
	}
}

// TestAlternativesTellTheData holds that what a chart shows can be heard.
func TestAlternativesTellTheData(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		chart figure.Chart
		told  []string
	}{
		"bars": {layouttest.Shares(), []string{"Part de l’ESS dans l’emploi privé", "Unité : %", "Année : 2021",
			"4 valeurs, de 8,1 % (Pays Thur Doller) à 17,7 % (PNR du Vercors)", "GAL Haute-Saintonge : non renseigné", "repère France : 13,7 %"}},
		"grouped": {layouttest.Grouped(2), []string{"2 groupes", "6 valeurs", "Pays basque, Associations : "}},
		"years":   {layouttest.Years(2), []string{"2 séries", "Années : de 2015 à 2023", "2015 : ", "Pays basque"}},
		"grid":    {layouttest.LevelGrid(2), []string{"CC Val d’Ille-Aubigné non renseigné"}},
		"stacked": {layouttest.Stacked(), []string{"4 barres, 4 parties", "16 valeurs, de 1 (CC Val d’Ille-Aubigné, Fondations) à 87"}},
		"shares":  {layouttest.StackedShares(), []string{"2021, Coopératives : 42,0 %"}},
		"profile": {layouttest.Profile(), []string{"Unité : leviers", "Année : 2026", "Reconnaissance : 1 levier engagé, 1 levier structuré, 1 levier non renseigné, 1 levier non concerné."}},
		"time":    {layouttest.Timeline(2, 1), []string{"3 éléments datés, de 1998 (", "Plan d’actions : "}},
		"many":    {layouttest.Grouped(12), []string{"36 valeurs, de "}},
	}
	fonts := layouttest.Fonts(t)
	for name, c := range cases {
		alt := strings.ReplaceAll(c.chart.Draw(upright, fonts).Alt, "\u00A0", " ")
		for _, told := range c.told {
			if !strings.Contains(alt, told) {
				t.Errorf("%s: %q is not told: %s", name, told, alt)
			}
		}
	}
}
