package ui

import (
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// exported writes the zoom of the open file as PDF, with its diagnosis or without.
func (d *desk) exported(name string, carried bool) (path string) {
	d.t.Helper()
	path = filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), name)
	options := app.ReportOptions{Kind: "zoom"}
	if carried {
		var err error
		if options.Carried, err = d.w.session.Doc.Carried(d.t.Context(), d.w.session.Diagnosis().ID); err != nil {
			d.t.Fatal(err)
		}
	}
	if err := d.app.ExportPDF(d.t.Context(), d.w.session.Diagnosis(), options, path); err != nil {
		d.t.Fatal(err)
	}
	return path
}

func TestPDFGivesItsDiagnosisBack(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := openExample(t, variant)
		d.w.session.SetField("territory", model.SelfID, "region", "Normandie")
		d.settle()
		d.w.Open(d.exported("zoom.pdf", true))
		d.asked()
		d.sees("Ce PDF contient un diagnostic", "sans les apartés ni les coordonnées")
		widgettest.Save(t, d.w.win, variant, "dialogue-pdf")
		d.tap("Choisir où l’enregistrer…")
		d.until(func() bool { return d.says("Où enregistrer le diagnostic") })
		d.tap("Enregistrer")
		given := filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), "zoom.db")
		d.opens(given)
		d.holdsField(given, "region", "Normandie")
	}
}

func TestPDFWithoutDiagnosisIsRefused(t *testing.T) {
	d := openExample(t, skin.Light)
	d.w.Open(d.exported("seul.pdf", false))
	d.asked()
	d.sees("Ce fichier ne s’ouvre pas", model.Quote("seul.pdf"))
	d.misses("Ce PDF contient un diagnostic")
}
