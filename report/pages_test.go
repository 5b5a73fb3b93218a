package report_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tressons/model"
	"tressons/model/modeltest"
	"tressons/report"
	"tressons/report/layout"
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
	return report.Input{Diagnosis: d, Before: report.State{Diagnosis: modeltest.Earlier(d), Name: "État des lieux 2024", Date: "2024-03"}, Others: []*model.Diagnosis{modeltest.Sample(), example(t)}, Grid: grid, Benchmarks: benchmarks, Date: time.Date(2026, time.November, 23, 0, 0, 0, 0, time.UTC)}
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

// TestDocumentsOnPaper makes every document of every diagnosis twice: nothing
// panics, the bytes are the same, the file is accessible, and the number of
// pages stays reasonable.
func TestDocumentsOnPaper(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	cases := []struct {
		name, kind string
		diagnosis  *model.Diagnosis
		least      int
		most       int
	}{
		{"empty", "zoom", modeltest.Empty(), 3, 3},
		{"empty", "evolutions", modeltest.Empty(), 1, 2},
		{"stress", "evolutions", modeltest.Stress(), 2, 12},
		{"empty", "synthese", modeltest.Empty(), 6, 9},
		{"stress", "synthese", modeltest.Stress(), 8, 30},
		{"empty", "questionnaire", modeltest.Empty(), 20, 30},
		{"stress", "questionnaire", modeltest.Stress(), 20, 60},
		{"empty", "note", modeltest.Empty(), 2, 2},
		{"example", "note", example(t), 2, 2},
		{"stress", "note", modeltest.Stress(), 2, 2},
		{"empty", "monographie", modeltest.Empty(), 8, 12},
		{"example", "zoom", example(t), 3, 4},
		{"example", "monographie", example(t), 12, 24},
		{"sample", "zoom", modeltest.Sample(), 3, 4},
		{"sample", "monographie", modeltest.Sample(), 12, 20},
		{"stress", "zoom", modeltest.Stress(), 5, 30},
		{"stress", "monographie", modeltest.Stress(), 30, 150},
	}
	for _, c := range cases {
		t.Run(c.name+"/"+c.kind, func(t *testing.T) {
			t.Parallel()
			pages, file := export(t, c.kind, input(t, c.diagnosis), f)
			if pages < c.least || pages > c.most {
				t.Errorf("%d pages, want %d to %d", pages, c.least, c.most)
			}
			if _, again := export(t, c.kind, input(t, c.diagnosis), f); !bytes.Equal(file, again) {
				t.Error("the same diagnosis gave other bytes")
			}
			pdftest.Check(t, file)
		})
	}
}

// TestNothingPrivateOnPaper: no private field is in any byte of any file.
func TestNothingPrivateOnPaper(t *testing.T) {
	t.Parallel()
	f := fonts(t)
	for name, d := range map[string]*model.Diagnosis{"sample": modeltest.Sample(), "stress": modeltest.Stress()} {
		public, private := values(d)
		if len(private) == 0 {
			t.Fatalf("%s has no private field: the test tells nothing", name)
		}
		for _, kind := range report.Kinds() {
			t.Run(name+"/"+kind.Slug, func(t *testing.T) {
				t.Parallel()
				_, file := export(t, kind.Slug, input(t, d), f)
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
