package report

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

func TestDensityFact(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		area, people, density model.Number
		source                string
		value, note           string
	}{
		"unknown":       {"", "", "", "", "", ""},
		"computed":      {"298", "35692", "", "", "119,8 hab./km²", "calculée"},
		"printed only":  {"", "", "117", "Insee", "117 hab./km²", "Insee"},
		"agree":         {"298", "35692", "120", "Insee", "119,8 hab./km²", "calculée"},
		"differ":        {"298", "35692", "117", "", "119,8 hab./km²", "calculée ; 117 dans la source"},
		"differ, named": {"298", "35692", "117", "Avise 2019", "119,8 hab./km²", "calculée ; 117 dans la source (Avise 2019)"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			f := densityFact(model.Territory{Area: c.area, Population: c.people, Density: c.density, DensitySource: c.source})
			if got := spaced(plainText(f.Value)); got != c.value || spaced(f.Note) != c.note {
				t.Errorf("got %q (%q), want %q (%q)", got, f.Note, c.value, c.note)
			}
		})
	}
}

func TestCommunesTable(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ communes, columns, rows int }{
		"few":      {8, 2, 8},
		"twenty":   {19, 5, 10},
		"hundreds": {144, 8, 48},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := modeltest.New()
			for i := range c.communes {
				b.AddAs("commune", fmt.Sprintf("%05d", i), modeltest.Fields{"name": fmt.Sprint("C", i), "population": fmt.Sprint(100 + i), "population_year": "2023"})
			}
			table, ok := communesTable(b.Diagnosis)
			if !ok || len(table.Columns) != c.columns || len(table.Rows) != c.rows {
				t.Fatalf("%d columns and %d rows, want %d and %d", len(table.Columns), len(table.Rows), c.columns, c.rows)
			}
			if got, want := plainText(table.Rows[0][0]), fmt.Sprint("C", c.communes-1); got != want {
				t.Errorf("the first is %s, want the largest, %s", got, want)
			}
			if !strings.HasPrefix(table.Source, "Population municipale 2023") {
				t.Errorf("source %q", table.Source)
			}
		})
	}
	if _, ok := communesTable(modeltest.Empty()); ok {
		t.Error("a table without communes")
	}
}

func TestBenchmarkOf(t *testing.T) {
	t.Parallel()
	rural := model.Benchmark{Label: "Part de l’ESS", Value: 13.8, Unit: "%", Perimeter: "France rurale", Year: "étude 2019 (données 2015)"}
	region := model.Benchmark{Label: "Part de l’ESS", Value: 10.7, Unit: "%", Perimeter: "Bretagne", Year: "2021"}
	elsewhere := model.Benchmark{Label: "Part de l’ESS", Value: 8, Unit: "%", Perimeter: "Île-de-France", Year: "2021"}
	cases := map[string]struct {
		figure model.Figure
		want   float64
	}{
		"year of the data":      {model.Figure{Label: "part de l’ESS", Unit: "%", Year: "2015"}, 13.8},
		"own region":            {model.Figure{Label: "Part de l’ESS", Unit: "%", Year: "2021"}, 10.7},
		"year of the study":     {model.Figure{Label: "Part de l’ESS", Unit: "%", Year: "2019"}, 0},
		"no year":               {model.Figure{Label: "Part de l’ESS", Unit: "%"}, 0},
		"another unit":          {model.Figure{Label: "Part de l’ESS", Unit: "emplois", Year: "2021"}, 0},
		"another definition":    {model.Figure{Label: "Part de l’ESS", Unit: "%", Year: "2021", Definition: "emploi total"}, 0},
		"another thing counted": {model.Figure{Label: "Part des associations", Unit: "%", Year: "2021"}, 0},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := modeltest.New().Territory(modeltest.Fields{"region": "Bretagne"}).Diagnosis
			in := Input{Diagnosis: d, Benchmarks: []model.Benchmark{rural, region, elsewhere}}
			if got, _ := in.benchmarkOf(c.figure); got.Value != c.want {
				t.Errorf("got %v, want %v", got.Value, c.want)
			}
		})
	}
}

// TestPerimetersStayApart holds that two perimeters never make one table.
func TestPerimetersStayApart(t *testing.T) {
	t.Parallel()
	in := inputOf(t, modeltest.Sample())
	tables := 0
	for _, block := range in.wider() {
		table, ok := block.(Table)
		if !ok {
			continue
		}
		tables++
		var own []string
		for _, b := range in.Benchmarks {
			if b.Perimeter == table.Caption {
				own = append(own, b.Label+model.NumberOf(b.Value).FrenchUnit(b.Unit))
			}
		}
		var rows []string
		for _, row := range table.Rows {
			rows = append(rows, plainText(row[0])+plainText(row[1]))
		}
		if !slices.Equal(rows, own) {
			t.Errorf("%s: rows %q, want %q", table.Caption, rows, own)
		}
	}
	if tables < 2 {
		t.Errorf("%d tables, want one for each study", tables)
	}
}

func TestZoomWithoutCrosses(t *testing.T) {
	t.Parallel()
	b := modeltest.New()
	b.Add("initiative", modeltest.Fields{"name": "Café du bourg", "description": "Bar. Épicerie."})
	b.Add("key_factor", modeltest.Fields{"statement": "Volonté politique", "axis": "reconnaissance"})
	text := dump(composed(t, "zoom", inputOf(t, b.Diagnosis)))
	for _, want := range []string{"Une initiative porte", "Café du bourg |  |  | Bar.", "n’ont pas encore été renseignés"} {
		if !strings.Contains(text, want) {
			t.Errorf("the zoom does not say %q", want)
		}
	}
}

func TestURLOf(t *testing.T) {
	t.Parallel()
	cases := map[string]string{
		"":                           "",
		"valdille-aubigne.fr":        "https://valdille-aubigne.fr",
		"http://a.fr/x":              "http://a.fr/x",
		"https://a.fr":               "https://a.fr",
		"armoire 3":                  "",
		"bureau":                     "",
		"javascript:alert(1)":        "",
		"mairie de Guipel, 2e étage": "",
		"a.example/chemin/é":         "https://a.example/chemin/é",
	}
	for address, want := range cases {
		if got := urlOf(address); got != want {
			t.Errorf("%q: got %q, want %q", address, got, want)
		}
	}
}

func TestExcerpt(t *testing.T) {
	t.Parallel()
	long := model.Text(strings.Repeat("mot ", 100))
	cases := map[string]struct {
		text model.Text
		want string
	}{
		"short":      {"Bar et épicerie", "Bar et épicerie"},
		"sentence":   {"Bar. Épicerie.", "Bar."},
		"first line": {"Bar\nÉpicerie", "Bar"},
		"long":       {long, strings.TrimSpace(strings.Repeat("mot ", 40)) + "…"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := excerpt(c.text); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

// TestTablesSayWhatTheFiguresShow compares the tables of the annex with the data
// of the figures.
func TestTablesSayWhatTheFiguresShow(t *testing.T) {
	t.Parallel()
	in := inputOf(t, modeltest.Sample())
	s, ok := tables(in)
	if !ok || len(s.Blocks) != 3 {
		t.Fatalf("%d tables, want those of the levels, the themes and the matrix", len(s.Blocks))
	}
	levels, matrix := s.Blocks[0].(Table), s.Blocks[2].(Table)
	if got := plainText(levels.Rows[0][2]); got != "Engagé" || len(levels.Rows) != 6 || spaced(levels.Source) != "Six leviers n’ont pas encore de niveau." {
		t.Errorf("levels: %q, %d rows, %q", got, len(levels.Rows), levels.Source)
	}
	if got := plainText(matrix.Rows[0][1]); spaced(got) != "Café du bourg ; Jardin partagé" {
		t.Errorf("matrix: %q", got)
	}
	if _, ok := tables(inputOf(t, modeltest.Empty())); ok {
		t.Error("an empty diagnosis has tables")
	}
}
