package ui

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"time"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// progressDelay is how long something may take before a cover says what it is.
const progressDelay = 300 * time.Millisecond

// Open opens a file away from the window, then shows it.
func (w *Window) Open(path string) { w.openAs(path, app.Claiming) }

func (w *Window) openAs(path string, access app.Access) { w.openThen(path, access, func() {}) }

// openThen opens a file, shows it, and goes on.
func (w *Window) openThen(path string, access app.Access, then func()) {
	if w.shows(path) && access == app.Claiming {
		w.goTo(Target{Screen: "accueil"})
		w.toast("Ce fichier est déjà ouvert", "", nil)
		return
	}
	var cancel func()
	progress := widgets.NewProgress(w.win, "Ouverture de "+model.Quote(filepath.Base(path))+"…", func() { cancel() })
	cancel = Async(func(ctx context.Context) (*app.Document, error) {
		return w.options.App.OpenAs(ctx, path, access)
	}, func(doc *app.Document, err error) {
		progress.Hide()
		if err != nil {
			w.refused(path, err)
			return
		}
		w.leaveDocument(func() {
			w.enter(doc)
			then()
		}, func() { go func() { _ = doc.Close(context.Background()) }() }) // nothing was written in it
	})
	progress.ShowAfter(progressDelay)
}

// shows tells whether a file is the open one, to be worked on.
func (w *Window) shows(path string) bool {
	return w.session != nil && !w.session.Doc.Info().ReadOnly && samePath(path, w.session.Doc.Info().Path)
}

// refused tells why a file does not open, and offers what can be done about it.
func (w *Window) refused(path string, err error) {
	var held *app.InUseError
	refusal := box{title: "Ce fichier ne s’ouvre pas", cancel: "Fermer", content: widgets.NewText(app.Explain(err), widgets.TextOptions{}),
		confirm: "Choisir un autre fichier…", do: func() { w.askOpenIn(path) }}
	switch {
	case errors.Is(err, context.Canceled):
		return
	case errors.As(err, &held):
		w.offerHeld(held)
		return
	case app.IsDamaged(err):
		refusal.title, refusal.confirm, refusal.do = "Ce fichier est abîmé", "Récupérer ce qui peut l’être…", func() { w.askRecover(path) }
	case app.IsPDF(err):
		w.askCarried(path, refusal)
		return
	case app.IsMissing(err):
		refusal.title, refusal.confirm = "Ce fichier est introuvable", "Le chercher…"
		if slices.Contains(w.options.Settings.Recent, path) {
			refusal.others = []option{{"Retirer de la liste", func() { w.forget(path) }}}
		}
	}
	refusal.show(w.win)
}

// askOpenIn asks which file to open, beginning where another one was meant to be,
// or in it when it is a folder.
func (w *Window) askOpenIn(path string) {
	o := w.fileOptions("Ouvrir un diagnostic", "Ouvrir", "")
	o.Start = path
	filedialog.Open(o, w.Open)
}

// forget takes a file off the recent ones.
func (w *Window) forget(path string) {
	w.options.Settings.Forget(path)
	w.saveSettings()
	w.refreshMenu()
	if w.session == nil {
		w.showStart()
	}
}
