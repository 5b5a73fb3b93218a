package ui

import (
	"slices"
	"testing"

	"tressons/app/ui/skin"
	"tressons/model"
)

func TestParseCommunes(t *testing.T) {
	cases := []struct {
		name, text string
		want       []communeLine
		problems   int
	}{
		{"one a line", "35173 Melesse 7541\n35128 Guipel 1738", []communeLine{{"35173", "Melesse", "7541"}, {"35128", "Guipel", "1738"}}, 0},
		{"from a spreadsheet", "35177\tLa Mézière\t5 033\r\n", []communeLine{{"35177", "La Mézière", "5033"}}, 0},
		{"semicolons, narrow space", "35177;La Mézière;5\u202f033", []communeLine{{"35177", "La Mézière", "5033"}}, 0},
		{"no population", "2A004 Ajaccio", []communeLine{{"2A004", "Ajaccio", ""}}, 0},
		{"name first", "Melesse 35173 7541", []communeLine{{"35173", "Melesse", "7541"}}, 0},
		{"no code", "Melesse 754", nil, 1},
		{"no name", "35173 7541", nil, 1},
		{"empty lines", "\n  \n", nil, 0},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got, problems := parseCommunes(c.text)
			if !slices.Equal(got, c.want) || len(problems) != c.problems {
				t.Errorf("got %v, %v", got, problems)
			}
		})
	}
}

func TestCommunesArePastedChangedAndRemoved(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "territoire"})
	d.tap("Modifier la liste…")
	d.sees("Les communes membres", "Aucune commune pour l’instant")

	d.fill("Ajouter des communes", "Melesse")
	d.tap("Ajouter à la liste")
	d.sees("Ligne 1" + model.NBSP + ": il faut un code Insee")

	d.fill("Ajouter des communes", "35173 Melesse 7 541\n35128 Guipel 1738")
	d.tap("Ajouter à la liste")
	d.sees("Melesse", "2"+model.NBSP+"communes, 9\u202f279"+model.NBSP+"habitants en tout.")
	if got := d.w.session.Diagnosis().Value("commune", "35173", "departement"); got != "35" {
		t.Errorf("departement is %q", got)
	}

	d.tap("En partie") // the last one
	if got := d.w.session.Diagnosis().Value("commune", "35173", "membership"); got != "part" {
		t.Errorf("membership is %q", got)
	}
	d.undo()
	d.tap("Retirer") // the last one
	d.sees("Commune "+model.Quote("Melesse")+" supprimée", "1"+model.NBSP+"commune,")
	d.undo()
	d.undo()
	d.sees("Aucune commune pour l’instant")
}
