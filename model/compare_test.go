package model_test

import (
	"os"
	"slices"
	"testing"

	"tressons/model"
	"tressons/model/modeltest"
)

func TestCompare(t *testing.T) {
	t.Parallel()
	build := func(level, text string) *modeltest.Builder {
		b := modeltest.New().Set("lever", "acces", modeltest.Fields{"level": level, "level_reason": text})
		b.AddAs("initiative", "x", modeltest.Fields{"name": "La Cambuse", "position": "V"})
		return b
	}
	grid := readGrid(t)
	same := build("emerging", "Une personne")
	cases := map[string]struct {
		after  func(*modeltest.Builder)
		levels []model.LevelMove
		rows   []string // entity, row, change
	}{
		"nothing": {func(*modeltest.Builder) {}, nil, nil},
		"a level, with its reason": {func(b *modeltest.Builder) {
			b.Set("lever", "acces", modeltest.Fields{"level": "structured", "level_reason": "Un fonds"})
		}, []model.LevelMove{{Axis: model.Financing, Lever: "acces", From: model.Emerging, To: model.Structured, Reason: "Un fonds"}}, []string{"lever acces altered"}},
		"not applicable, with why": {func(b *modeltest.Builder) {
			b.Set("lever", "acces", modeltest.Fields{"level": "not_applicable", "not_applicable_reason": "La région s’en charge"})
		}, []model.LevelMove{{Axis: model.Financing, Lever: "acces", From: model.Emerging, To: model.NotApplicable, Reason: "La région s’en charge"}}, []string{"lever acces altered"}},
		"a row added": {func(b *modeltest.Builder) { b.AddAs("initiative", "y", modeltest.Fields{"name": "Le Champ Commun"}) }, nil,
			[]string{"initiative y added"}},
		"a field": {func(b *modeltest.Builder) { b.Set("initiative", "x", modeltest.Fields{"year": "2012"}) }, nil,
			[]string{"initiative x altered"}},
		"a mere place in a list": {func(b *modeltest.Builder) { b.Set("initiative", "x", modeltest.Fields{"position": "W"}) }, nil, nil},
		"a snapshot":             {func(b *modeltest.Builder) { b.AddAs("snapshot", "s", modeltest.Fields{"name": "Avant"}) }, nil, nil},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := build("emerging", "Une personne")
			c.after(b)
			got := model.Compare(same.Diagnosis, b.Diagnosis, grid)
			if !slices.Equal(got.Levels, c.levels) || !slices.Equal(rowNames(got), c.rows) {
				t.Errorf("%+v", got)
			}
			back := model.Compare(b.Diagnosis, same.Diagnosis, grid)
			if len(back.Levels) != len(got.Levels) || len(back.Rows) != len(got.Rows) {
				t.Errorf("the other way round: %+v", back)
			}
			for i, m := range back.Levels {
				if m.From != got.Levels[i].To || m.Up() != got.Levels[i].Down() || m.Down() != got.Levels[i].Up() {
					t.Errorf("the other way round: %+v", m)
				}
			}
		})
	}
}

func readGrid(t *testing.T) *model.Grid {
	t.Helper()
	data, err := os.ReadFile("../assets/grid.json")
	if err != nil {
		t.Fatal(err)
	}
	g, err := model.ReadGrid(data)
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func rowNames(c model.Comparison) (out []string) {
	words := map[model.RowChange]string{model.RowAltered: "altered", model.RowAdded: "added", model.RowRemoved: "removed"}
	for _, r := range c.Rows {
		out = append(out, r.Entity+" "+r.Row+" "+words[r.Change])
	}
	return out
}
