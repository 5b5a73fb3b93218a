package model_test

import (
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

func places(t *testing.T) *model.Places {
	t.Helper()
	file, err := os.ReadFile(filepath.Join("..", "assets", "places", "communes.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	p, err := model.ReadPlaces(file)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Three communes between Rennes and Saint-Malo, and one without a known town.
func ille(urban string) *model.Diagnosis {
	b := modeltest.New().Territory(modeltest.Fields{"urban_areas": urban})
	for code, name := range map[string]string{"35173": "Melesse", "35128": "Guipel", "35326": "Sens-de-Bretagne", "99999": "Nulle-Part"} {
		b.AddAs("commune", code, modeltest.Fields{"name": name})
	}
	return b.Diagnosis
}

func TestAround(t *testing.T) {
	t.Parallel()
	known := places(t)
	cases := map[string]struct {
		urban string
		want  []string
	}{
		"named by the team":      {"Saint-Malo, Rennes et Fougères", []string{"Rennes au sud", "Fougères à l’est", "Saint-Malo au nord-ouest"}},
		"written otherwise":      {"rennes; st malo", []string{"Rennes au sud", "Saint-Malo au nord-ouest"}},
		"a member is not around": {"Melesse, Rennes", []string{"Rennes au sud"}},
		"too far":                {"Marseille, Rennes", []string{"Rennes au sud"}},
		"chosen":                 {"", []string{"Rennes au sud", "Fougères à l’est", "Vitré au sud-est", "Saint-Malo au nord-ouest"}},
		"no town of that name":   {"le bocage", []string{"Rennes au sud", "Fougères à l’est", "Vitré au sud-est", "Saint-Malo au nord-ouest"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s, ok := known.Around(ille(c.urban))
			if !ok || len(s.Communes) != 3 || s.Communes[0].Name != "Melesse" || s.Unknown != 1 {
				t.Fatalf("communes %v, %d unknown", s.Communes, s.Unknown)
			}
			var got []string
			for _, town := range s.Towns {
				got = append(got, town.Name+" "+town.Direction())
			}
			if !slices.Equal(got, c.want) {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestDistances(t *testing.T) {
	t.Parallel()
	s, _ := places(t).Around(ille("Rennes"))
	if km := s.Towns[0].Distance(); km < 18.5 || km > 19.5 {
		t.Errorf("Rennes at %.1f km from the middle of the three communes, want 19", km)
	}
}

func TestNoMapOfUnknownPlaces(t *testing.T) {
	t.Parallel()
	if s, ok := places(t).Around(modeltest.Empty()); ok {
		t.Errorf("a territory without communes is at %v", s.Communes)
	}
	var none *model.Places
	if _, ok := none.Around(ille("")); ok {
		t.Error("a map without places")
	}
}

func TestReadPlacesRefuses(t *testing.T) {
	t.Parallel()
	packed := func(table string) []byte {
		var out bytes.Buffer
		w := gzip.NewWriter(&out)
		if _, err := w.Write([]byte(table)); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	const head = "code;name;population;latitude;longitude\n"
	for name, file := range map[string][]byte{
		"not packed":    []byte(head),
		"columns":       packed(head + "01004;Ambérieu\n"),
		"not a number":  packed(head + "01004;Ambérieu;beaucoup;45.9;5.3\n"),
		"not a degree":  packed(head + "01004;Ambérieu;14000;nord;5.3\n"),
		"out of order":  packed(head + "01005;A;1;45.9;5.3\n01004;B;1;45.9;5.3\n"),
		"cut too short": packed(head + "01004;Ambérieu;14000;45.9;5.3\n")[:30],
	} {
		if _, err := model.ReadPlaces(file); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if p, err := model.ReadPlaces(packed("")); err != nil {
		t.Errorf("an empty table: %v, %v", p, err)
	}
}
