package report

import (
	"testing"

	"tressons/model"
)

func TestExtentsReading(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		extents []model.Extent
		want    string
	}{
		"none":    {nil, ""},
		"one":     {[]model.Extent{"epci"}, ""},
		"same":    {[]model.Extent{"region", "region"}, "Tous se jouent à l’échelle de la région."},
		"unnamed": {[]model.Extent{"region", "region", ""}, "Deux se jouent à l’échelle de la région."},
		"mixed": {[]model.Extent{"region", "epci", "epci", "etat"},
			"Deux se jouent à l’échelle de l’intercommunalité, un à celle de la région et un à celle de l’État."},
		"singles": {[]model.Extent{"pays", "europe"}, "Un se joue à l’échelle du pays et un à celle de l’Europe."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var factors []model.KeyFactor
			for _, e := range c.extents {
				factors = append(factors, model.KeyFactor{Extent: e})
			}
			if got := spaced(extentsReading(factors)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// crosses makes a matrix from rows of marks, "x" for a cross.
func crosses(rows ...string) model.Matrix {
	var m model.Matrix
	m.PerFactor = make([]int, len(rows[0]))
	for i := range rows[0] {
		m.Factors = append(m.Factors, model.KeyFactor{Statement: "F" + string(rune('1'+i))})
	}
	for r, row := range rows {
		m.Initiatives = append(m.Initiatives, model.Initiative{Name: "I" + string(rune('1'+r))})
		marks, n := make([]bool, len(row)), 0
		for i, c := range row {
			if marks[i] = c == 'x'; marks[i] {
				m.PerFactor[i]++
				n++
			}
		}
		m.Cross = append(m.Cross, marks)
		m.PerRow = append(m.PerRow, n)
		m.Crosses += n
	}
	return m
}

func TestMatrixReading(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		matrix model.Matrix
		want   string
	}{
		"one cross":  {crosses("x"), "La seule initiative recensée s’appuie sur « F1 »."},
		"one row":    {crosses("xxxx"), "La seule initiative recensée s’appuie sur quatre facteurs."},
		"one factor": {crosses("x.", "x.", ".."), "Deux initiatives sur trois s’appuient sur « F1 », le facteur le plus partagé. Un facteur n’est encore relié à aucune initiative recensée."},
		"all":        {crosses("x", "x"), "Toutes les initiatives s’appuient sur « F1 »."},
		"two factors": {crosses("xx", "xx", ".."),
			"« F1 » et « F2 » ont aidé chacun deux initiatives sur trois."},
		"richest": {crosses("xxx", "x..", "..."),
			"Deux initiatives sur trois s’appuient sur « F1 », le facteur le plus partagé. « I1 » en réunit le plus : trois."},
		"many": {crosses("xxx.", "xxx."),
			"Trois facteurs ont aidé chacun deux initiatives sur deux. Un facteur n’est encore relié à aucune initiative recensée."},
		"unlinked": {crosses("x..", "x.."),
			"Toutes les initiatives s’appuient sur « F1 ». Deux facteurs ne sont encore reliés à aucune initiative recensée."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := spaced(matrixReading(c.matrix)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestThemesReading(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		themes []model.ThemeCount
		want   string
	}{
		"none":          {nil, ""},
		"single":        {[]model.ThemeCount{{Theme: "mobilite", Label: "Mobilité", Count: 1}}, ""},
		"tie":           {[]model.ThemeCount{{Theme: "mobilite", Label: "M", Count: 2}, {Theme: "autre", Label: "A", Count: 2}}, ""},
		"mostly none":   {[]model.ThemeCount{{Theme: "mobilite", Label: "M", Count: 2}, {Label: "Sans thème", Count: 3}}, ""},
		"the first one": {[]model.ThemeCount{{Theme: "mobilite", Label: "M", Count: 3}, {Theme: "autre", Label: "A", Count: 1}}, "Le thème le plus présent : « M », trois initiatives."},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := spaced(themesReading(c.themes)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
