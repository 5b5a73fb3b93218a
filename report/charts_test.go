package report

import (
	"strings"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

// told is the text alternative of a figure, with plain spaces.
func told(f Figure) string { return spaced(f.Chart.Draw(500, flatMeasurer{}).Alt) }

func share(year, value, perimeter string, more ...string) modeltest.Fields {
	f := modeltest.Fields{"label": "Part de l’ESS", "unit": "%", "year": year, "value": value, "perimeter": perimeter, "source": "Insee"}
	for i := 0; i+1 < len(more); i += 2 {
		f[more[i]] = more[i+1]
	}
	return f
}

// TestFigureCharts holds what is drawn together, and what never is.
func TestFigureCharts(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		figures []modeltest.Fields
		drawn   []string // a part of each chart's alternative
		refused string   // a part of the reason, "" for none
	}{
		"one year":              {[]modeltest.Fields{share("2021", "15.2", "CC")}, nil, ""},
		"years of one series":   {[]modeltest.Fields{share("2015", "17.7", "CC"), share("2021", "15.2", "CC")}, []string{"2015 : 17,7 % ; 2021 : 15,2 %"}, ""},
		"two perimeters":        {[]modeltest.Fields{share("2015", "17.7", "rural 2019"), share("2021", "15.2", "rural 2025")}, nil, "deux périmètres"},
		"two definitions":       {[]modeltest.Fields{share("2015", "17.7", "CC", "definition", "privé"), share("2021", "15.2", "CC", "definition", "total")}, nil, "deux définitions"},
		"families of one year":  {[]modeltest.Fields{share("2021", "80", "CC", "family", "associations"), share("2021", "15", "CC", "family", "cooperatives")}, []string{"Associations : 80 % ; Coopératives : 15 %"}, ""},
		"families of two years": {[]modeltest.Fields{share("2015", "80", "CC", "family", "associations"), share("2021", "15", "CC", "family", "cooperatives")}, nil, ""},
		"sectors are no series": {[]modeltest.Fields{share("2015", "8", "CC", "sector", "culture"), share("2021", "9", "CC", "sector", "santé")}, nil, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.New()
			for _, f := range c.figures {
				b.Add("figure", f)
			}
			charts, refused := Input{Diagnosis: b.Diagnosis}.figureCharts()
			if len(charts) != len(c.drawn) {
				t.Fatalf("%d charts, want %d: %v", len(charts), len(c.drawn), charts)
			}
			for i, want := range c.drawn {
				if alt := told(charts[i]); !strings.Contains(alt, want) || charts[i].Source == "" {
					t.Errorf("%q is not told in %q, source %q", want, alt, charts[i].Source)
				}
			}
			if got := strings.Join(refused, " "); !strings.Contains(got, c.refused) || (got == "") != (c.refused == "") {
				t.Errorf("refused %q, want %q", got, c.refused)
			}
		})
	}
}

// TestTimelineFigure holds how dates of all kinds stand in time.
func TestTimelineFigure(t *testing.T) {
	t.Parallel()
	action := func(more ...string) modeltest.Fields {
		f := modeltest.Fields{"title": "Agir"}
		for i := 0; i+1 < len(more); i += 2 {
			f[more[i]] = more[i+1]
		}
		return f
	}
	cases := map[string]struct {
		actions []modeltest.Fields
		told    string // "" when there is no chart
	}{
		"nothing dated but one": {nil, ""},
		"a stretch":             {[]modeltest.Fields{action("start", "2026-03", "due", "2027")}, "Agir, mars 2026 – 2027"},
		"an end only":           {[]modeltest.Fields{action("due", "2027-06-01")}, "Agir, 1er juin 2027"},
		"a start only":          {[]modeltest.Fields{action("start", "2026")}, "Agir, dès 2026"},
		"an end before it":      {[]modeltest.Fields{action("start", "2027", "due", "2026-01")}, "Agir, janvier 2026"},
		"given up":              {[]modeltest.Fields{action("start", "2026", "status", "dropped")}, ""},
		"no date":               {[]modeltest.Fields{action()}, ""},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.New()
			b.Add("initiative", modeltest.Fields{"name": "Café", "year": "2018"})
			b.Add("initiative", modeltest.Fields{"name": "Sans année"})
			for _, a := range c.actions {
				b.Add("action", a)
			}
			f, ok := Input{Diagnosis: b.Diagnosis}.timelineFigure()
			if ok != (c.told != "") {
				t.Fatalf("drawn: %t", ok)
			}
			if !ok {
				return
			}
			if alt := told(f); !strings.Contains(alt, c.told) || !strings.Contains(alt, "Café, 2018") {
				t.Errorf("%q is not told in %q", c.told, alt)
			}
			if !strings.Contains(spaced(f.Source), "Une initiative sans année n’y figure pas.") {
				t.Errorf("source %q", f.Source)
			}
		})
	}
}

func TestDaysStayInTheirYear(t *testing.T) {
	t.Parallel()
	for date, want := range map[model.Date][2]float64{"2027": {2027, 2027.995}, "2027-07": {2027.495, 2027.577}, "2028-12-31": {2028.998, 2028.998}} {
		for i, got := range []float64{firstDay(date), lastDay(date)} {
			if diff := got - want[i]; diff < -0.002 || diff > 0.002 {
				t.Errorf("%s: %.3f, want %.3f", date, got, want[i])
			}
		}
	}
}

// TestChartsAreForSlides holds that each has a title, a source and a name of its
// own, tells its data, and nothing private.
func TestChartsAreForSlides(t *testing.T) {
	t.Parallel()
	if charts := Charts(inputOf(t, modeltest.Empty())); len(charts) > 0 {
		t.Errorf("charts without data: %v", charts)
	}
	d := modeltest.Stress()
	in := inputOf(t, d)
	for _, l := range in.Grid.Levers {
		if _, _, err := d.Apply([]model.Edit{{Entity: "lever", Row: l.Slug, Field: "level", Value: string(model.Engaged)}}); err != nil {
			t.Fatal(err)
		}
	}
	ids := map[string]bool{}
	for _, c := range Charts(in) {
		drawing := c.Draw(720, flatMeasurer{})
		alt := drawing.Alt
		if ids[c.ID] || c.Title == "" || c.Source == "" || !strings.HasPrefix(alt, c.Title) {
			t.Errorf("%s: title %q, source %q, told %q", c.ID, c.Title, c.Source, alt)
		}
		ids[c.ID] = true
		for _, e := range privateEdits(d) {
			if strings.Contains(drawing.String(), d.Value(e.Entity, e.Row, e.Field)) {
				t.Errorf("%s shows %s.%s", c.ID, e.Entity, e.Field)
			}
		}
	}
	for _, want := range []string{"niveaux", "profil", "themes", "frise", "matrice"} {
		if !ids[want] {
			t.Errorf("no chart %s in %v", want, ids)
		}
	}
}
