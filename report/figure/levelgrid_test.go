package figure_test

import (
	"strings"
	"testing"

	"tressons/report/figure"
	"tressons/report/layout/layouttest"
)

func levelGrid(territories int) figure.LevelGrid {
	g := figure.LevelGrid{Legend: []figure.LevelMark{{Sign: figure.SignUnknown, Label: "Non renseigné"}, {Sign: figure.SignEngaged, Label: "Engagé"}}}
	for range territories {
		g.Columns = append(g.Columns, "CC du Val d’Essai")
	}
	for _, axis := range []string{"Reconnaissance", "Financement"} {
		group := figure.LevelGridGroup{Name: axis, Color: figure.Indigo}
		for _, lever := range []string{"Sensibiliser", "Coopérer"} {
			row := figure.LevelGridRow{Name: lever}
			for i := range territories {
				row.Levels = append(row.Levels, g.Legend[i%2])
			}
			group.Rows = append(group.Rows, row)
		}
		g.Groups = append(g.Groups, group)
	}
	return g
}

func TestLevelGridShowsEachLevel(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	for _, territories := range []int{2, 12} {
		d := levelGrid(territories).Draw(wide, fonts)
		signs := 0
		for _, op := range d.Ops {
			if c, ok := op.(figure.Circle); ok {
				signs++
				if c.Center.X+c.R > wide {
					t.Errorf("%d territories: a sign at %v is off the page", territories, c.Center)
				}
			}
		}
		if want := 4*territories + 2; signs != want {
			t.Errorf("%d territories: %d signs, want %d", territories, signs, want)
		}
	}
	want := "Niveaux des leviers par territoire. Reconnaissance – Sensibiliser : CC du Val d’Essai non renseigné, CC du Val d’Essai engagé ; Coopérer : " +
		"CC du Val d’Essai non renseigné, CC du Val d’Essai engagé."
	if got := strings.ReplaceAll(levelGrid(2).Draw(wide, fonts).Alt, "\u00A0", " "); !strings.HasPrefix(got, want) {
		t.Errorf("it is told as %q", got)
	}
}

func TestLevelGridWithoutData(t *testing.T) {
	t.Parallel()
	for name, g := range map[string]figure.LevelGrid{"nothing": {}, "no territory": levelGrid(0), "no lever": {Columns: []string{"A"}}} {
		d := g.Draw(wide, layouttest.Fonts(t))
		if d.Height != 0 || d.Alt != "Niveaux des leviers, sans donnée." {
			t.Errorf("%s: %g points high, %q", name, d.Height, d.Alt)
		}
	}
}

func TestLevelGridPartsBetweenGroups(t *testing.T) {
	t.Parallel()
	fonts, g := layouttest.Fonts(t), levelGrid(3)
	whole := g.Draw(wide, fonts).Height
	head, tail, ok := g.Split(wide, whole-1, fonts)
	if !ok || len(head.(figure.LevelGrid).Groups) != 1 || len(tail.(figure.LevelGrid).Groups) != 1 {
		t.Fatalf("parted into %+v and %+v, %t", head, tail, ok)
	}
	if h := head.Draw(wide, fonts).Height; h > whole-1 {
		t.Errorf("the first part is %g points high", h)
	}
	if _, _, ok := g.Split(wide, 20, fonts); ok {
		t.Error("parted where no group fits")
	}
}
