package ui

import (
	"testing"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// reader reads a file that Anne has open.
func reader(t testing.TB, variant skin.Variant) (d *desk, path string) {
	t.Helper()
	d = newDesk(t, variant)
	path, _ = heldFile(t, d)
	d.w.openAs(path, app.Reading)
	d.opens(path)
	d.at(Target{Screen: "territoire"})
	return d, path
}

func TestWritingInAFileThatIsReadIsNotLost(t *testing.T) {
	d, path := reader(t, skin.Light)
	before := d.w.session.Diagnosis().Territory()
	d.sees("Lecture seule" + model.NBSP + ": vous pouvez tout voir")
	d.write("Région", "Normandie")
	d.sees("Ce fichier est ouvert en lecture seule", "n’est pas perdu")
	d.press("Continuer à lire")
	d.sees("Normandie", "1"+model.NBSP+"changement attend une copie", "Votre texte attend une copie")
	d.write("Statut", "Essai")
	d.misses("Continuer à lire") // said once
	d.sees("2" + model.NBSP + "changements attendent une copie")
	d.press("Travailler sur une copie")
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil && !d.w.session.Doc.Info().ReadOnly })
	d.opens(d.w.session.Doc.Info().Path)
	d.sees("commun (copie de ", "Le territoire", "Normandie", "Essai")
	d.misses("Lecture seule")
	d.holdsField(d.w.session.Doc.Info().Path, "region", "Normandie")
	d.holdsField(path, "region", before.Region)
}

func TestWhatWasWrittenWhileReadingIsNotGivenUpUnasked(t *testing.T) {
	d, _ := reader(t, skin.Light)
	d.write("Région", "Normandie")
	d.press("Continuer à lire")
	other := damagedFile(t, d)
	if err := d.app.CreateExample(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	d.w.Open(other)
	d.shown("n’est dans aucun fichier")
	d.press("Rester ici")
	d.sees("Normandie")
	d.w.Open(other)
	d.shown("n’est dans aucun fichier")
	d.press("Abandonner")
	d.opens(other)
	d.misses("Lecture seule")
}

// TestReadingIsShown takes pictures of a file that is only read.
func TestReadingIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, _ := reader(t, variant)
		widgettest.Save(t, d.w.win, variant, "lecture-seule")
		d.write("Région", "Normandie")
		widgettest.Save(t, d.w.win, variant, "dialogue-lecture-seule")
		d.press("Continuer à lire")
		widgettest.Save(t, d.w.win, variant, "lecture-seule-attente")
		d.sees("attend une copie")
	}
}
