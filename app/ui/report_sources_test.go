package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// addOther adds the diagnosis of another territory, in a file beside the open one,
// to the synthesis that shows.
func (d *desk) addOther(name, territory string) (path string) {
	d.t.Helper()
	path = filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), name)
	if err := d.app.Create(d.t.Context(), path, territory, app.Author{Name: "Camille"}); err != nil {
		d.t.Fatal(err)
	}
	d.chooseOther(name)
	return path
}

func (d *desk) chooseOther(name string) {
	d.t.Helper()
	d.tap("+ Ajouter un autre fichier…")
	d.until(func() bool { return d.says(name) })
	d.tap(name)
	d.tap("Ajouter")
}

func TestSynthesisHoldsDiagnosesOfOtherFiles(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	v.choose("synthese")
	d.settle()
	d.sees("il manque encore le deuxième", "+ Ajouter un autre fichier…")
	if v.pages.Count() != 0 || !v.panel.export.Disabled() {
		t.Errorf("with one diagnosis %d pages show", v.pages.Count())
	}
	widgettest.Save(t, d.w.win, skin.Light, "synthese-seule")

	path := d.addOther("voisin.db", "Communauté de communes du Pays voisin")
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d.until(func() bool { return !v.busy && strings.Contains(v.words(), "Pays voisin") })
	d.misses("il manque encore le deuxième")
	d.sees("Diagnostics réunis, avec Val d’Ille-Aubigné", "Pays voisin", "(voisin.db)")
	if os.Getenv(widgettest.CaptureDir) != "" {
		d.painted()
		widgettest.Save(t, d.w.win, skin.Light, "synthese")
	}
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the other file has changed (error %v)", err)
	}

	d.tap("Pays voisin – Diagnostic 2026 (voisin.db)")
	d.until(func() bool { return !v.busy && v.pages.Count() == 0 })
	d.sees("il manque encore le deuxième")
	d.tap("Pays voisin – Diagnostic 2026 (voisin.db)")
	d.until(func() bool { return !v.busy && v.pages.Count() > 0 })

	d.at(Target{Screen: "accueil"})
	d.report()
	d.sees("(voisin.db)") // kept while one goes elsewhere
	d.misses("+ Reprendre")

	d.w.session.report.files = nil // as when the file is opened again
	d.at(Target{Screen: "accueil"})
	v = d.report()
	d.misses("(voisin.db)")
	d.tap("+ Reprendre le fichier d’avant")
	d.until(func() bool { return !v.busy && strings.Contains(v.words(), "Pays voisin") })
	d.sees("(voisin.db)")
}

// TestSynthesisTakesUpFilesOfBefore takes up again files that were added another time, of
// which one is gone meanwhile.
func TestSynthesisTakesUpFilesOfBefore(t *testing.T) {
	d := openExample(t, skin.Light)
	d.report().choose("synthese")
	d.settle()
	path := d.addOther("voisin.db", "Communauté de communes du Pays voisin")
	d.until(func() bool { return d.says("(voisin.db)") })
	d.addOther("autre.db", "Communauté de communes du Pays autre")
	d.until(func() bool { return d.says("(autre.db)") })
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.w.session.report.files = nil
	d.at(Target{Screen: "accueil"})
	d.report()
	widgettest.Save(t, d.w.win, skin.Light, "synthese-reprise")
	d.tap("+ Reprendre les 2 fichiers d’avant")
	d.until(func() bool { return d.says("Fermer") })
	d.sees(model.Quote("voisin.db"))
	d.tap("Fermer")
	d.sees("(autre.db)", "+ Reprendre le fichier d’avant", "voisin.db")
}

func TestSynthesisRefusesAFileThatCannotBeRead(t *testing.T) {
	d := openExample(t, skin.Light)
	d.report().choose("synthese")
	d.settle()
	path := filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), "faux.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("Bonjour. ", 200)), 0o600); err != nil {
		t.Fatal(err)
	}
	d.chooseOther("faux.db")
	d.until(func() bool { return d.says("Fermer") })
	d.sees(model.Quote("faux.db"))
	d.tap("Fermer")
	d.misses("(faux.db)")
	d.chooseOther(filepath.Base(d.w.session.Doc.Info().Path))
	d.until(func() bool { return d.says("Ce fichier est celui que vous avez ouvert") })
}

func TestSynthesisHoldsTwelveAtMost(t *testing.T) {
	d := openExample(t, skin.Light)
	for range 12 {
		if err := d.w.session.Doc.AddDiagnosis("Pays neuf", ""); err != nil {
			t.Fatal(err)
		}
	}
	v := d.report()
	v.choose("synthese")
	d.reportShown()
	if got := len(v.panel.sources.choice.Selected()); got != 11 {
		t.Errorf("%d others are ticked at first, want 11", got)
	}
	d.tap("Neuf (11)")
	d.reportShown()
	d.sees("Une synthèse réunit douze diagnostics au plus")
	if got := len(v.s.included()); got != 11 {
		t.Errorf("%d others are in it, want 11", got)
	}
}
