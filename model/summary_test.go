package model

import (
	"os"
	"strings"
	"testing"
)

func readGrid(t testing.TB) *Grid {
	t.Helper()
	data, err := os.ReadFile("../assets/grid.json")
	if err != nil {
		t.Fatal(err)
	}
	g, err := ReadGrid(data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestGridIsComplete(t *testing.T) {
	t.Parallel()
	g := readGrid(t)
	perAxis := map[AxisID]int{}
	kinds := map[QuestionKind]int{}
	questions := 0
	for _, l := range g.Levers {
		perAxis[l.Axis]++
		for _, q := range l.Questions {
			questions++
			kinds[q.Kind]++
		}
	}
	if perAxis[Recognition] != 4 || perAxis[Support] != 3 || perAxis[Financing] != 5 || questions < 48 {
		t.Errorf("levers %v, %d questions", perAxis, questions)
	}
	for _, k := range []QuestionKind{AskYesNo, AskChoice, AskChoices, AskNumber, AskDate, AskLine, AskText} {
		if kinds[k] == 0 {
			t.Errorf("no question of kind %s", k)
		}
	}
}

func TestReadGridRefuses(t *testing.T) {
	t.Parallel()
	whole, err := os.ReadFile("../assets/grid.json")
	if err != nil {
		t.Fatal(err)
	}
	cases := []struct{ name, old, new, fault string }{
		{"lever twice", `"slug": "documents-cadres"`, `"slug": "sensibilisation"`, "twice"},
		{"unknown axis", `"axis": "financement"`, `"axis": "argent"`, `axis "argent" unknown`},
		{"missing anchor", `"engaged": "`, `"autre": "`, "no anchor"},
		{"dangling source", `"sources": [
            "S`, `"sources": [
            "X`, "unknown"},
		{"unknown kind", `"kind": "yes_no"`, `"kind": "maybe"`, "unknown"},
		{"unknown field", `"version"`, `"wersion"`, "unknown field"},
		{"no title", `"title": "Avise`, `"titel": "Avise`, "unknown field"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if !strings.Contains(string(whole), c.old) {
				t.Fatalf("the grid has no %q to spoil", c.old)
			}
			_, err := ReadGrid([]byte(strings.Replace(string(whole), c.old, c.new, 1)))
			if err == nil || !strings.Contains(err.Error(), c.fault) {
				t.Errorf("error %v, want %q", err, c.fault)
			}
		})
	}
}

func TestDensity(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name                      string
		population, area, printed string
		computed                  string
		differs                   bool
	}{
		{"Val d’Ille-Aubigné", "35692", "298", "117", "119,8", true},
		{"rounded alike", "35692", "298", "120", "119,8", false},
		{"not printed", "35692", "298", "", "119,8", false},
		{"no area", "35692", "", "117", "", false},
		{"area of nothing", "35692", "0", "117", "", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			sheet := Territory{Population: Number(c.population), Area: Number(c.area), Density: Number(c.printed)}
			got := ""
			if f, ok := sheet.ComputedDensity(); ok {
				got = FormatNumber(f, 1)
			}
			if got != c.computed || sheet.DensityDiffers() != c.differs {
				t.Errorf("computed %q, differs %v", got, sheet.DensityDiffers())
			}
		})
	}
}

func TestNextStepFollowsTheWork(t *testing.T) {
	t.Parallel()
	g := readGrid(t)
	d := NewDiagnosis("d")
	expect := func(screen, lever string) {
		t.Helper()
		if s := d.NextStep(g); s.Screen != screen || s.Lever != lever || s.Title == "" || s.Detail == "" {
			t.Errorf("next step %+v, want %s %s", s, screen, lever)
		}
	}
	expect("territoire", "")
	for field, v := range map[string]string{"kind": "cc", "situation": "x", "urban_areas": "x", "commune_count": "2", "area": "10", "population": "5", "population_year": "2020"} {
		apply(t, d, Edit{"territory", SelfID, field, v})
	}
	if p := d.SheetProgress(); p != (Progress{7, 10}) {
		t.Errorf("sheet %+v: the density that can be computed counts", p)
	}
	expect("reconnaissance", "sensibilisation")
	apply(t, d, Edit{"lever", "sensibilisation", "level", "absent"})
	expect("reconnaissance", "documents-cadres")
	for _, l := range g.Levers {
		apply(t, d, Edit{"lever", l.Slug, "level", "not_applicable"})
	}
	expect("facteurs", "")
	factors, _ := EntityNamed("key_factor")
	apply(t, d, d.AddRowEdits(factors, "f", nil)...)
	expect("initiatives", "")
	initiatives, _ := EntityNamed("initiative")
	apply(t, d, d.AddRowEdits(initiatives, "i", nil)...)
	expect("matrice", "")
	apply(t, d, LinkEdits("initiative/i", "key_factor/f")...)
	expect("rapport", "")
}

func TestMatrixCountsEachCrossOnce(t *testing.T) {
	t.Parallel()
	d := NewDiagnosis("d")
	factors, _ := EntityNamed("key_factor")
	initiatives, _ := EntityNamed("initiative")
	apply(t, d, d.AddRowEdits(factors, "money", map[string]string{"axis": "financement"})...)
	apply(t, d, d.AddRowEdits(factors, "will", map[string]string{"axis": "reconnaissance"})...)
	for _, id := range []string{"one", "two"} {
		apply(t, d, d.AddRowEdits(initiatives, id, nil)...)
	}
	apply(t, d, LinkEdits("initiative/one", "key_factor/money")...)
	apply(t, d, LinkEdits("key_factor/money", "initiative/one")...) // the same, the other way round
	apply(t, d, LinkEdits("initiative/two", "key_factor/will")...)
	apply(t, d, LinkEdits("initiative/two", "key_factor/money")...)
	apply(t, d, UnlinkEdits("initiative/two", "key_factor/money")...)
	m := d.Matrix(nil)
	if m.Crosses != 2 || m.Factors[0].ID != "will" || m.PerFactor[0] != 1 || m.PerFactor[1] != 1 || !m.Cross[0][1] || m.Cross[1][1] {
		t.Errorf("matrix %+v", m)
	}
	apply(t, d, DeleteRow("key_factor", "money"))
	if m := d.Matrix(nil); m.Crosses != 1 || len(m.Factors) != 1 {
		t.Errorf("after deleting a factor: %+v", m)
	}
}

func TestRemarksAreLines(t *testing.T) {
	t.Parallel()
	g := readGrid(t)
	d := NewDiagnosis("d")
	apply(t, d, Edit{"lever", "acces", "strengths", "- Un guichet\n\n• Une régie d’avance"}, Edit{"lever", "sensibilisation", "strengths", "Des élus formés"})
	got := d.Strengths(g)
	if len(got) != 3 || got[0].Text != "Des élus formés" || got[1].Text != "Un guichet" || got[2].Axis != Financing {
		t.Errorf("strengths %+v", got)
	}
}

func TestThemeCounts(t *testing.T) {
	t.Parallel()
	d := NewDiagnosis("d")
	initiatives, _ := EntityNamed("initiative")
	for i, set := range []map[string]string{{"theme": "mobilite"}, {"theme": "autre", "theme_other": "Habitat"},
		{"theme": "alimentation"}, {"theme": "mobilite"}, {"theme": "autre", "theme_other": "Habitat"}, {}} {
		apply(t, d, d.AddRowEdits(initiatives, string(rune('a'+i)), set)...)
	}
	var got []string
	for _, c := range d.ThemeCounts() {
		got = append(got, c.Label+" "+FormatInt(c.Count))
	}
	want := "Alimentation durable et circuits courts 1, Mobilité et services ambulants 2, Habitat 2, Sans thème 1"
	if strings.Join(got, ", ") != want {
		t.Errorf("themes %v", got)
	}
}

func TestQuestionCanon(t *testing.T) {
	t.Parallel()
	several := Question{Kind: AskChoices, Options: []Option{{"a", "Un"}, {"b", "Deux"}}}
	cases := []struct {
		name string
		q    Question
		in   string
		want string
		bad  bool
	}{
		{"order of the question", several, "b, a", "a,b", false},
		{"unknown option", several, "a,z", "", true},
		{"yes", Question{Kind: AskYesNo}, "yes", "yes", false},
		{"oui is no slug", Question{Kind: AskYesNo}, "oui", "", true},
		{"number", Question{Kind: AskNumber, Unit: "€"}, "1 200,50", "1200.5", false},
		{"date", Question{Kind: AskDate}, "3/2024", "2024-03", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.q.Canon(c.in)
			if got != c.want || c.bad != (err != nil) {
				t.Errorf("Canon(%q) = %q, %v", c.in, got, err)
			}
		})
	}
	if got := several.Show("a,b"); got != "Un\u00a0; Deux" {
		t.Errorf("Show = %q", got)
	}
}
