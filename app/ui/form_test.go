package ui

import (
	"testing"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

func TestFieldsReadAndWriteFrench(t *testing.T) {
	cases := []struct{ name, field, typed, shown, kept, wrong string }{
		{"thousands", "Nombre d’habitants", "41000", "41\u202f000", "41000", ""},
		{"comma and unit", "Superficie", "298,5 km²", "298,5", "298.5", ""},
		{"not a number", "Superficie", "vaste", "vaste", "298", "n’est pas un nombre"},
		{"year", "Année de la population", "23", "23", "2016", "n’est pas une année"},
		{"date in words", "Commencé le", "1er mars 2026", "01/03/2026", "2026-03-01", ""},
		{"no such date", "Commencé le", "31/02/2026", "31/02/2026", "", "n’est pas une date"},
		{"spaces around a name", "Région", "  Bretagne ", "Bretagne", "Bretagne", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			d := openExample(t, skin.Light)
			d.at(Target{Screen: "territoire"})
			d.fill(c.field, c.typed)
			entry := d.field(c.field).(*widgets.ValueEntry)
			if entry.Entry().Text != c.shown || entry.Value() != c.kept {
				t.Errorf("shows %q, keeps %q", entry.Entry().Text, entry.Value())
			}
			if c.wrong != "" {
				d.sees(c.wrong)
			}
		})
	}
}

func TestUndoShowsInTheField(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "territoire"})
	before := d.field("Région").(*widgets.ValueEntry).Value()
	d.fill("Région", "Normandie")
	if got := d.w.session.Diagnosis().Territory().Region; got != "Normandie" {
		t.Fatalf("region %q", got)
	}
	d.undo()
	if got := d.field("Région").(*widgets.ValueEntry).Entry().Text; got != before {
		t.Errorf("after undo the field shows %q, want %q", got, before)
	}
}

func TestLeverIsFilledIn(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "ingenierie", Row: "cooperation"})
	d.sees("Coopérer entre collectivités et entre services", "levier 2 sur 3", "Pourquoi ce levier")
	d.fill("Points forts", "Un comité technique mensuel")
	d.tap("↗ progresse")
	state := d.w.session.Diagnosis().Lever("cooperation")
	if state.Trend != model.Rising || state.Strengths != "Un comité technique mensuel" {
		t.Errorf("lever %+v", state)
	}
	d.tap("Non concerné…")
	if got := d.w.session.Diagnosis().Lever("cooperation").Level; got != model.NotApplicable {
		t.Fatalf("level %q", got)
	}
	d.fill("Pourquoi ce levier ne vous concerne pas", "Une seule collectivité ici")
	d.sees("Choisir un niveau")
	d.undo()
	d.undo()
	if got := d.w.session.Diagnosis().Lever("cooperation").Level; got != model.Unset {
		t.Errorf("after undo the level is %q", got)
	}
}
