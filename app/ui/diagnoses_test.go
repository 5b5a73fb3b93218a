package ui

import (
	"slices"
	"testing"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

func TestDiagnosisIsChosenInTheNavigation(t *testing.T) {
	d := openExample(t, skin.Light)
	if d.w.choice.Visible() {
		t.Error("a choice among one diagnosis")
	}
	first := d.w.session.Diagnosis()
	if err := d.w.session.Doc.AddDiagnosis("Communauté de communes du Pays de la Mer", "Essai"); err != nil {
		t.Fatal(err)
	}
	d.at(Target{Screen: "accueil"})
	d.sees("Pays de la Mer – Essai")
	d.tap("Pays de la Mer – Essai")
	d.tap("Val d’Ille-Aubigné – " + first.About().Name)
	if d.w.session.Diagnosis() != first {
		t.Errorf("%q is worked on", d.w.session.Diagnosis().Title())
	}
	d.sees("Où en êtes-vous", "Val d’Ille-Aubigné – ")
}

func TestDiagnosesOfOneNameAreNumbered(t *testing.T) {
	var list []*model.Diagnosis
	for range 3 {
		list = append(list, model.NewDiagnosis(model.NewID()))
	}
	if got := diagnosisNames(list); !slices.Equal(got, []string{"Territoire sans nom", "Territoire sans nom (2)", "Territoire sans nom (3)"}) {
		t.Error(got)
	}
}

// TestDiagnosisChoiceIsShown takes pictures of the navigation of a file with two
// diagnoses.
func TestDiagnosisChoiceIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := openExample(t, variant)
		if err := d.w.session.Doc.AddDiagnosis("Communauté de communes du Pays de la Mer", "Diagnostic 2026"); err != nil {
			t.Fatal(err)
		}
		d.at(Target{Screen: "accueil"})
		widgettest.Save(t, d.w.win, variant, "deux-diagnostics")
		d.tap("Pays de la Mer – Diagnostic 2026")
		widgettest.Save(t, d.w.win, variant, "deux-diagnostics-choix")
		d.sees("Val d’Ille")
	}
}
