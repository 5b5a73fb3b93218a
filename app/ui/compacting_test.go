package ui

import (
	"fmt"
	"strings"
	"testing"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

func TestFileIsLightened(t *testing.T) {
	d := openEmpty(t, skin.Light)
	row := d.w.session.AddRow("initiative", map[string]string{"name": "La Cambuse"})
	for i := range 3 {
		author := fmt.Sprintf("Personne %d", i)
		d.w.session.Doc.SetAuthor(app.Author{Name: author})
		d.w.session.SetField("initiative", row, "description", strings.Repeat(author+" ", 9000))
		d.settle()
		d.w.session.SetField("initiative", row, "jobs", author) // the last change of each is kept
		d.settle()
	}
	d.w.askCompact()
	d.shown("Alléger le fichier")
	d.sees("anciennes valeurs", "états figés", "sauvegarde datée", "libère environ")
	d.tap("Alléger")
	d.shown("Fichier allégé" + model.NBSP + ": ")
	d.sees("(avant allègement, ", " → ")
	if got := d.w.session.Diagnosis().Value("initiative", row, "description"); !strings.HasPrefix(got, "Personne 2") {
		t.Errorf("description %q", got[:20])
	}
	d.past()
	d.sees("Le fichier a été allégé le ", "des valeurs plus anciennes n’y sont plus")
}

func TestGrownFileIsSaidOnAccueil(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.misses("a grossi")
	d.grow()
	d.sees("Ce fichier a grossi"+model.NBSP+": 12,3"+model.NBSP+"Mo, dont 5"+model.NBSP+"Mo d’anciennes valeurs", "Rien ne presse")
	d.tap("Alléger…")
	d.shown("Alléger le fichier")
}

// grow shows Accueil as that of a file that has grown.
func (d *desk) grow() {
	d.t.Helper()
	d.w.session.slack = app.Slack{Changes: 52000, Bytes: 5_000_000, File: 12_300_000}
	d.at(Target{Screen: "accueil"})
}

// TestLighteningIsShown takes pictures of the banners of Accueil and of the dialog.
func TestLighteningIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, _ := withCopies(t, variant)
		d.shown(oneBeside)
		d.grow()
		widgettest.Save(t, d.w.win, variant, "accueil-grossi")
		d.w.offerCompact(d.w.session.slack)
		d.settle()
		widgettest.Save(t, d.w.win, variant, "alleger")
		d.sees("52"+model.NarrowNBSP+"000", oneBeside)
	}
}
