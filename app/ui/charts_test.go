package ui

import (
	"path/filepath"
	"testing"

	"tressons/app/ui/skin"
)

// TestChartsAreSaved saves the charts of the example from the report.
func TestChartsAreSaved(t *testing.T) {
	d := openExample(t, skin.Light)
	d.report()
	d.tap("Graphiques pour un diaporama ›")
	d.until(func() bool { return d.says("Un dossier de ce nom sera créé") })
	d.tap("Enregistrer")
	d.until(func() bool { return d.says("graphiques enregistrés") })
	found, err := filepath.Glob(filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), "*-graphiques", "matrice.*"))
	if err != nil || len(found) != 2 {
		t.Errorf("%q were saved (%v), want the matrix as SVG and PNG", found, err)
	}
}
