package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
	"tressons/model/modeltest"
	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf"
	"tressons/report/pdf/pdftest"
)

func asset(t testing.TB, name string) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "assets", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func fonts(t testing.TB) *layout.Fonts {
	t.Helper()
	const face = "fonts/SourceSans3-"
	f, err := layout.NewFonts(asset(t, face+"Regular.ttf"), asset(t, face+"It.ttf"), asset(t, face+"Semibold.ttf"), asset(t, face+"Bold.ttf"))
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func input(t testing.TB, d *model.Diagnosis) report.Input {
	t.Helper()
	grid, err := model.ReadGrid(asset(t, "grid.json"))
	if err != nil {
		t.Fatal(err)
	}
	benchmarks, err := model.ReadBenchmarks(asset(t, "references/benchmarks.json"))
	if err != nil {
		t.Fatal(err)
	}
	places, err := model.ReadPlaces(asset(t, "places/communes.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	return report.Input{Places: places, Diagnosis: d, Before: report.State{Diagnosis: modeltest.Earlier(d), Name: "État des lieux 2024", Date: "2024-03"}, Others: []*model.Diagnosis{modeltest.Sample(), example(t)}, Grid: grid, Benchmarks: benchmarks, Date: time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)}
}

func example(t testing.TB) *model.Diagnosis {
	t.Helper()
	return modeltest.Lines(asset(t, "example/val-d-ille-aubigne.jsonl"))
}

// export composes, lays out and paints a document.
func export(t testing.TB, kind string, in report.Input, f *layout.Fonts) (pages int, file []byte) {
	t.Helper()
	doc, err := report.Compose(kind, in)
	if err != nil {
		t.Fatal(err)
	}
	set := layout.Set(doc, f)
	var out bytes.Buffer
	if err := pdf.Write(&out, set, f); err != nil {
		t.Fatal(err)
	}
	return len(set.Pages), out.Bytes()
}

// scenes are the photos that the evidence of a diagnosis names.
func scenes(d *model.Diagnosis) map[model.Hash]*figure.Photo {
	out := map[model.Hash]*figure.Photo{}
	for i, e := range d.Evidence.All() {
		if e.Photo != "" {
			out[e.Photo] = layouttest.Scene(i)
		}
	}
	return out
}

// twelve sets the diagnosis beside eleven others of long and of equal names.
func twelve(in report.Input) report.Input {
	for i := range report.MostDiagnoses - 1 - len(in.Others) {
		d := modeltest.Sample()
		if i%2 == 0 {
			d = modeltest.New().Territory(modeltest.Fields{"name": layouttest.Territories[i], "population": "12345"}).Diagnosis
		}
		in.Others = append(in.Others, d)
	}
	return in
}

func two(in report.Input) report.Input {
	in.Others = in.Others[:1]
	return in
}

func blank(in report.Input) report.Input {
	in.Options.Blank = true
	return in
}

// TestDocumentsOnPaper makes every document of every diagnosis twice: nothing
// panics, the bytes are the same, the file is accessible, and the number of
// pages stays reasonable.
func TestDocumentsOnPaper(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	as := func(in report.Input) report.Input { return in }
	empty, sample, example, stress := modeltest.Empty(), modeltest.Sample(), example(t), modeltest.Stress()
	photos := scenes(stress)
	cases := []struct {
		name, kind string
		diagnosis  *model.Diagnosis
		change     func(report.Input) report.Input
		least      int
		most       int
	}{
		{"empty", "zoom", empty, as, 3, 3},
		{"empty", "note", empty, as, 2, 2},
		{"empty", "monographie", empty, as, 8, 12},
		{"empty", "synthese", empty, as, 6, 9},
		{"empty", "evolutions", empty, as, 1, 2},
		{"empty", "questionnaire", empty, as, 20, 30},
		{"sample", "zoom", sample, as, 3, 4},
		{"sample", "monographie", sample, as, 12, 20},
		{"sample", "evolutions", sample, as, 2, 4},
		{"example", "zoom", example, as, 3, 4},
		{"example", "note", example, as, 2, 2},
		{"example", "monographie", example, as, 12, 25},
		{"example", "synthese", example, two, 6, 12},
		{"example", "evolutions", example, as, 2, 4},
		{"example", "questionnaire", example, as, 20, 35},
		{"example", "questionnaire blank", example, blank, 20, 30},
		{"stress", "zoom", stress, as, 5, 30},
		{"stress", "note", stress, as, 2, 2},
		{"stress", "monographie", stress, as, 30, 150},
		{"stress", "synthese", stress, as, 6, 30},
		{"stress", "synthese twelve", stress, twelve, 8, 40},
		{"stress", "evolutions", stress, as, 2, 12},
		{"stress", "questionnaire", stress, as, 20, 60},
		{"stress", "questionnaire blank", stress, blank, 20, 30},
	}
	for _, c := range cases {
		t.Run(c.name+"/"+c.kind, func(t *testing.T) {
			t.Parallel()
			kind, _, _ := strings.Cut(c.kind, " ")
			in := c.change(input(t, c.diagnosis))
			in.Photos = photos
			pages, file := export(t, kind, in, f)
			if pages < c.least || pages > c.most {
				t.Errorf("%d pages, want %d to %d", pages, c.least, c.most)
			}
			if _, again := export(t, kind, in, f); !bytes.Equal(file, again) {
				t.Error("the same diagnosis gave other bytes")
			}
			pdftest.Check(t, file)
		})
	}
}

// TestNothingPrivateOnPaper: no private field is in any byte of any file.
func TestNothingPrivateOnPaper(t *testing.T) {
	t.Parallel()
	f, photos := fonts(t), scenes(modeltest.Stress())
	for name, d := range map[string]*model.Diagnosis{"sample": modeltest.Sample(), "stress": modeltest.Stress()} {
		public, private := values(d)
		if len(private) == 0 {
			t.Fatalf("%s has no private field: the test tells nothing", name)
		}
		for _, kind := range report.Kinds() {
			t.Run(name+"/"+kind.Slug, func(t *testing.T) {
				t.Parallel()
				in := input(t, d)
				in.Photos = photos
				_, file := export(t, kind.Slug, in, f)
				for _, secret := range pdftest.Found(file, private) {
					t.Errorf("%q is in the file", secret)
				}
				if kind.Slug == "monographie" && len(pdftest.Found(file, public)) == 0 {
					t.Error("nothing public is found either: the test tells nothing")
				}
			})
		}
	}
}

// values are the texts that the fields of a diagnosis hold.
func values(d *model.Diagnosis) (public, private []string) {
	for _, e := range model.Entities() {
		for _, row := range d.RowIDs(e.Name) {
			for _, f := range e.Fields {
				switch v := d.Value(e.Name, row, f.Name); {
				case v == "":
				case f.Private:
					private = append(private, v)
				case f.Kind == model.KindText:
					public = append(public, v)
				}
			}
		}
	}
	return public, private
}

func BenchmarkZoom(b *testing.B)        { benchmark(b, "zoom") }
func BenchmarkMonographie(b *testing.B) { benchmark(b, "monographie") }

func benchmark(b *testing.B, kind string) {
	f, in := fonts(b), input(b, example(b))
	b.ReportAllocs()
	for b.Loop() {
		export(b, kind, in, f)
	}
}
