package ui

import (
	"testing"

	"tressons/model"
)

func TestShortTitle(t *testing.T) {
	cases := map[string]string{
		"Communauté de communes Val d’Ille-Aubigné":   "Val d’Ille-Aubigné",
		"Communauté de communes du Pays neuf":         "Pays neuf",
		"Communauté d’agglomération de la Grande Mer": "Grande Mer",
		"Parc naturel régional du Vercors":            "Vercors",
		"Rhône Crussol":                               "Rhône Crussol",
		"":                                            "Territoire sans nom",
	}
	for name, want := range cases {
		if got := shortTitle(model.Territory{Name: name}); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
