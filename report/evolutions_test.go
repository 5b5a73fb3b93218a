package report

import (
	"strings"
	"testing"

	"tressons/model/modeltest"
)

func TestTitlesOfEvolutions(t *testing.T) {
	t.Parallel()
	cases := []struct{ got, want string }{
		{movedTitle(moves{}), "Aucun levier n’a changé de niveau"},
		{movedTitle(moves{Up: 1}), "Un levier a progressé"},
		{movedTitle(moves{Up: 3, Down: 1}), "Trois leviers ont progressé, un a reculé"},
		{movedTitle(moves{Down: 2, Other: 1}), "Deux leviers ont reculé"},
		{movedTitle(moves{Other: 1}), "Un levier a été situé autrement"},
		{figuresMovedTitle(2), "Deux chiffres ont changé"},
		{projectsMovedTitle(0, 0), "Des initiatives ou des facteurs ne sont plus là"},
		{projectsMovedTitle(2, 1), "Deux initiatives nouvelles et un facteur clé nouveau"},
		{actionsMovedTitle(1), "Une action du plan a bougé"},
	}
	for _, c := range cases {
		if spaced(c.got) != c.want {
			t.Errorf("got  %s\nwant %s", spaced(c.got), c.want)
		}
	}
}

func TestEvolutionsNeedTwoStates(t *testing.T) {
	t.Parallel()
	in := inputOf(t, modeltest.Sample())
	in.Before = State{}
	if _, err := Compose("evolutions", in); err == nil || !strings.Contains(err.Error(), "il faut un état plus ancien") {
		t.Errorf("got %v, want a refusal", err)
	}
	if text := dump(composed(t, "monographie", in)); strings.Contains(text, "#evolutions") {
		t.Error("the monograph tells evolutions from nothing")
	}
}

// TestOtherPerimeterIsSaid: two values of different perimeters are not one series.
func TestOtherPerimeterIsSaid(t *testing.T) {
	t.Parallel()
	b := modeltest.New()
	ref := b.Add("figure", modeltest.Fields{"label": "Emplois", "value": "10", "unit": "emplois", "perimeter": "EPCI", "year": "2020"})
	in := inputOf(t, b.Diagnosis)
	in.Before = State{Diagnosis: b.Diagnosis.Clone(), Name: "Avant"}
	_, id := ref.Split()
	b.Set("figure", id, modeltest.Fields{"value": "40", "perimeter": "Pays"})
	if text := spaced(dump(composed(t, "evolutions", in))); !strings.Contains(text, "les deux valeurs ne se comparent pas.") {
		t.Errorf("the change of perimeter is not said:\n%s", text)
	}
}
