package ui

import (
	"context"
	"path/filepath"
	"time"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// SaveCharts asks for a new folder and saves the charts in it, for slides.
func (s *Session) SaveCharts() { s.host.saveCharts() }

// saveCharts asks under which name to make a folder, and saves every chart in it
// in all formats, away from the window.
func (w *Window) saveCharts() {
	if w.session == nil {
		return
	}
	w.leaveView()
	d := w.session.Diagnosis().Clone()
	o := w.fileOptions("Enregistrer les graphiques dans un nouveau dossier", "Enregistrer", fileName(d.Territory().Name)+"-graphiques")
	o.Extensions, o.Kind = nil, "Un dossier de ce nom sera créé"
	filedialog.Save(o, func(folder string) {
		var cancel func()
		progress := widgets.NewProgress(w.win, "Dessin des graphiques…", func() { cancel() })
		cancel = Async(func(ctx context.Context) (int, error) { return writeCharts(ctx, w.options.App, d, folder) }, func(charts int, err error) {
			progress.Hide()
			if err != nil {
				w.fail(err)
				return
			}
			w.toast(model.Count(charts, "graphique enregistré", "graphiques enregistrés")+model.NBSP+": "+filepath.Base(folder),
				"Ouvrir le dossier", func() { w.openAddress("file://" + filepath.ToSlash(folder)) })
		})
		progress.ShowAfter(300 * time.Millisecond)
	})
}

// writeCharts saves the charts in all formats and tells how many there are.
func writeCharts(ctx context.Context, a *app.App, d *model.Diagnosis, folder string) (charts int, err error) {
	for _, format := range app.ChartFormats() {
		files, err := a.ExportCharts(ctx, d, app.ChartOptions{Format: format.Slug}, folder)
		if err != nil {
			return 0, err
		}
		charts = len(files)
	}
	return charts, nil
}
