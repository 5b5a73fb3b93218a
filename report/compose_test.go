package report

import (
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tressons/model"
	"tressons/model/modeltest"
)

var update = flag.Bool("update", false, "write the golden files anew")

// inputOf reads the grid and the benchmarks that the program embeds.
func inputOf(t testing.TB, d *model.Diagnosis) Input {
	t.Helper()
	grid, err := model.ReadGrid(readAsset(t, "grid.json"))
	if err != nil {
		t.Fatal(err)
	}
	benchmarks, err := model.ReadBenchmarks(readAsset(t, "references/benchmarks.json"))
	if err != nil {
		t.Fatal(err)
	}
	places, err := model.ReadPlaces(readAsset(t, "places/communes.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return Input{Places: places, Diagnosis: d, Before: State{Diagnosis: modeltest.Earlier(d), Name: "État des lieux 2024", Date: "2024-03"}, Others: []*model.Diagnosis{modeltest.Sample(), modeltest.Lines(readAsset(t, "example/val-d-ille-aubigne.jsonl"))}, Grid: grid, Benchmarks: benchmarks, Date: time.Date(2026, time.November, 23, 9, 0, 0, 0, time.UTC)}
}

func readAsset(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "assets", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func composed(t testing.TB, kind string, in Input) Document {
	t.Helper()
	doc, err := Compose(kind, in)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestComposeGolden(t *testing.T) {
	t.Parallel()
	diagnoses := map[string]*model.Diagnosis{
		"empty":   modeltest.Empty(),
		"sample":  modeltest.Sample(),
		"example": modeltest.Lines(readAsset(t, "example/val-d-ille-aubigne.jsonl")),
	}
	for name, d := range diagnoses {
		for _, kind := range Kinds() {
			t.Run(name+"/"+kind.Slug, func(t *testing.T) {
				t.Parallel()
				got := dump(composed(t, kind.Slug, inputOf(t, d)))
				path := filepath.Join("testdata", name+"-"+kind.Slug+".txt")
				if *update {
					if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
						t.Fatal(err)
					}
				}
				want, err := os.ReadFile(path)
				if err != nil {
					t.Fatal(err)
				}
				if got != string(want) {
					t.Errorf("%s differs; run with -update and read the difference.\n%s", path, firstDifference(got, string(want)))
				}
			})
		}
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "got  " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is the beginning of the other"
}

// TestNothingPrivate fails as soon as a private field of any entity reaches a
// page, an alternative text, a head or a foot.
func TestNothingPrivate(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*model.Diagnosis{"sample": modeltest.Sample(), "stress": modeltest.Stress()} {
		private := privateEdits(d)
		if len(private) == 0 {
			t.Fatalf("%s has no private field: the test tells nothing", name)
		}
		for _, kind := range Kinds() {
			text := dump(composed(t, kind.Slug, inputOf(t, d)))
			for _, e := range private {
				if secret := d.Value(e.Entity, e.Row, e.Field); strings.Contains(text, secret) {
					t.Errorf("%s of %s prints %s.%s of %s", kind.Slug, name, e.Entity, e.Field, e.Row)
				}
			}
		}
	}
}

func TestPublicEmptiesAllPrivateFields(t *testing.T) {
	t.Parallel()
	for name, d := range map[string]*model.Diagnosis{"sample": modeltest.Sample(), "stress": modeltest.Stress()} {
		if left := privateEdits(inputOf(t, d).public().Diagnosis); len(left) > 0 {
			t.Errorf("%s: %d private fields are left, such as %+v", name, len(left), left[0])
		}
	}
}

func TestComposeLeavesTheDiagnosis(t *testing.T) {
	t.Parallel()
	d := modeltest.Sample()
	before := len(privateEdits(d))
	composed(t, "monographie", inputOf(t, d))
	if after := len(privateEdits(d)); after != before {
		t.Errorf("private fields: %d after composing, %d before", after, before)
	}
}

func TestComposeUnknownKind(t *testing.T) {
	t.Parallel()
	_, err := Compose("affiche", inputOf(t, modeltest.Empty()))
	if err == nil || !strings.Contains(err.Error(), "affiche") {
		t.Errorf("got %v, want a problem that names the kind", err)
	}
}

func TestDateOfTheDiagnosis(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		fields modeltest.Fields
		want   string
	}{
		"none":           {nil, "0001-01-01"},
		"day of the end": {modeltest.Fields{"started": "2025", "ended": "2026-02-03"}, "2026-02-03"},
		"month of begin": {modeltest.Fields{"started": "2025-11"}, "2025-11-01"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := inputOf(t, modeltest.New().About(c.fields).Diagnosis)
			in.Date = time.Time{}
			if got := composed(t, "zoom", in).Date.Format("2006-01-02"); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

func TestTitlesAreEditable(t *testing.T) {
	t.Parallel()
	b := modeltest.New()
	b.Add("key_factor", modeltest.Fields{"statement": "Volonté", "axis": "financement"})
	b.Set("page", "zoom/facteurs", modeltest.Fields{"title": "Notre titre", "standfirst": "Notre chapeau"})
	in := inputOf(t, b.Diagnosis)
	var found bool
	for _, p := range Titles("zoom", in) {
		if p.ID != "zoom/facteurs" {
			continue
		}
		found = true
		want := "Un seul facteur fait tenir les projets, il touche au financement"
		if p.DefaultTitle != want || p.Title != "Notre titre" || p.Standfirst != "Notre chapeau" || p.Label == "" {
			t.Errorf("got %+v", p)
		}
	}
	if !found {
		t.Error("zoom/facteurs is not among the titles")
	}
	for _, s := range composed(t, "zoom", in).Sections {
		if s.ID == "facteurs" && (s.Title != "Notre titre" || s.Standfirst != "Notre chapeau") {
			t.Errorf("the document says %q, %q", s.Title, s.Standfirst)
		}
	}
	for _, p := range Titles("monographie", in) {
		if p.ID == "monographie/facteurs" && p.Title != "" {
			t.Errorf("a title of the zoom passed to the monograph: %q", p.Title)
		}
	}
}

// TestKinds holds what the window and the kept titles rely on.
func TestKinds(t *testing.T) {
	t.Parallel()
	for _, k := range Kinds() {
		if k.Name == "" || k.Description == "" {
			t.Errorf("%s lacks a name or a description", k.Slug)
		}
		seen := map[string]bool{}
		for _, p := range k.parts {
			if p.id == "" || seen[p.id] {
				t.Errorf("%s: section %q is unnamed or twice there", k.Slug, p.id)
			}
			seen[p.id] = true
		}
		for _, p := range Titles(k.Slug, inputOf(t, modeltest.Sample())) {
			if p.Label == "" {
				t.Errorf("%s has a title and no label", p.ID)
			}
		}
	}
}

// TestTypography reads what the program itself writes: in an empty diagnosis
// there is nothing else.
func TestTypography(t *testing.T) {
	t.Parallel()
	wrong := map[string]*regexp.Regexp{
		"straight apostrophe":           regexp.MustCompile(`\p{L}'\p{L}`),
		"plain space before a sign":     regexp.MustCompile(`\S [;!?»%]`),
		"plain space after a guillemet": regexp.MustCompile(`« `),
		"three points":                  regexp.MustCompile(`\.\.\.`),
	}
	for _, kind := range Kinds() {
		for _, line := range strings.Split(dump(composed(t, kind.Slug, inputOf(t, modeltest.Empty()))), "\n") {
			for fault, pattern := range wrong {
				if pattern.MatchString(line) {
					t.Errorf("%s: %s in %q", kind.Slug, fault, line)
				}
			}
		}
	}
}
