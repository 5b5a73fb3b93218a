package ui

import (
	"context"
	"path/filepath"
	"strings"

	"tressons/app/ui/filedialog"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// carriesDiagnosis tells whether this person's PDFs carry their diagnosis.
func (w *Window) carriesDiagnosis() bool { return !w.options.Settings.PDFAlone }

func (w *Window) setCarriesDiagnosis(wanted bool) {
	w.options.Settings.PDFAlone = !wanted
	w.saveSettings()
}

// askCarried offers to open the diagnosis that a PDF carries; one that carries
// none is refused like any other document.
func (w *Window) askCarried(path string, refusal box) {
	Async(func(context.Context) (bool, error) { return w.options.App.CarriesDiagnosis(path), nil }, func(carries bool, _ error) {
		if !carries {
			refusal.show(w.win)
			return
		}
		text := model.Quote(filepath.Base(path)) + " contient le diagnostic dont il est tiré, sans les apartés ni les coordonnées. " +
			"Enregistrez-le dans un fichier à vous" + model.NBSP + ": vous pourrez le compléter, puis le fusionner avec l’original."
		box{title: "Ce PDF contient un diagnostic", content: widgets.NewText(text, widgets.TextOptions{}),
			cancel: "Annuler", confirm: "Choisir où l’enregistrer…", do: func() { w.askCarriedTo(path) }}.show(w.win)
	})
}

func (w *Window) askCarriedTo(path string) {
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	filedialog.Save(w.fileOptions("Où enregistrer le diagnostic"+model.NBSP+"?", "Enregistrer", base+".db"), func(to string) {
		w.create(to, func(ctx context.Context) error { return w.options.App.OpenPDF(ctx, path, to) })
	})
}
