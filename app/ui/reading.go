package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// unwritten is an edit that was refused since the file is only read.
type unwritten struct {
	diagnosis, label string
	edits            []model.Edit
}

// readingBar says above every screen that the file is only read.
type readingBar struct {
	bar  fyne.CanvasObject
	text *widgets.Text
}

func newReadingBar(onCopy func()) *readingBar {
	r := &readingBar{text: widgets.NewText("", widgets.TextOptions{Truncate: true})}
	r.count(0)
	r.bar = topBar(r.text, "Travailler sur une copie", onCopy)
	return r
}

// count tells how many edits wait for a copy.
func (r *readingBar) count(n int) {
	text := "Lecture seule" + model.NBSP + ": vous pouvez tout voir, rien ne sera changé dans ce fichier."
	if n > 0 {
		text = "Lecture seule" + model.NBSP + ": " + model.Count(n, "changement attend", "changements attendent") + " une copie pour y être écrit" + model.Plural(n, "", "s") + "."
	}
	r.text.SetText(text)
}

// errReading is told under a field whose text could not be written.
var errReading = &model.Problem{Message: "Pas enregistré" + model.NBSP + ": ce fichier est en lecture seule. Votre texte attend une copie."}

// refusedReading tells that what was just written is in no file yet: the first
// time in a dialog, then above the screen. The dialog comes after what is being
// done: the edit may be that of a field that the cursor is leaving.
func (w *Window) refusedReading() {
	s := w.session
	if s == nil { // the file is being closed
		return
	}
	waiting := len(s.unwritten)
	w.reading.count(waiting)
	if waiting > 1 {
		return
	}
	fyne.Do(func() {
		if w.session != s || s.copying {
			return
		}
		box{title: "Ce fichier est ouvert en lecture seule", cancel: "Continuer à lire",
			content: widgets.NewText("Ce que vous venez d’écrire n’y est pas enregistré, mais n’est pas perdu"+model.NBSP+
				": une copie peut le recevoir, avec tout ce que contient ce fichier. Elle sera à fusionner ensuite.", widgets.TextOptions{}),
			confirm: "Travailler sur une copie", do: w.copyReading}.show(w.win)
	})
}

// copyReading goes on in a copy of a file that is only read, at the same place,
// with what was written meanwhile. The copy lies beside the file when that can
// be, otherwise the person says where.
func (w *Window) copyReading() {
	s, at := w.session, w.current
	s.copying = true
	w.leaveView()
	goOn := func(copied string) {
		written := s.unwritten
		s.unwritten = nil
		w.openThen(copied, app.Claiming, func() {
			w.rewrite(written)
			w.goTo(at)
		})
	}
	Async(func(ctx context.Context) (string, error) {
		return w.options.App.WorkingCopy(ctx, s.Doc.Info().Path, w.options.Settings.Signature().Name)
	}, func(copied string, err error) {
		s.copying = false
		if err == nil {
			goOn(copied)
			return
		}
		w.askPlace(func(path string) {
			Async(func(ctx context.Context) (string, error) { return path, s.Doc.SaveCopy(ctx, path) }, func(copied string, err error) {
				if err != nil {
					w.fail(err)
					return
				}
				goOn(copied)
			})
		})
	})
}

// rewrite writes into the open file what could not be written in the one that it
// was copied from.
func (w *Window) rewrite(list []unwritten) {
	doc := w.session.Doc
	current := doc.Current().ID
	for _, u := range list {
		if doc.Select(u.diagnosis) {
			w.session.Edit(u.label, u.edits...)
		}
	}
	doc.Select(current)
	if len(list) > 0 {
		w.toast("Vos changements sont dans "+model.Quote(filepath.Base(doc.Info().Path)), "", nil)
	}
}

// confirmUnwritten asks before what was written in a file that is only read is
// given up.
func (w *Window) confirmUnwritten(then, stay func()) {
	s := w.session
	box{title: "Ce que vous avez écrit n’est dans aucun fichier", cancel: "Rester ici", given: stay, danger: true,
		content: widgets.NewText("Ce fichier est ouvert en lecture seule. Une copie peut recevoir vos changements"+model.NBSP+"; sinon, ils seront abandonnés.", widgets.TextOptions{}),
		others:  []option{{"Travailler sur une copie", after(stay, w.copyReading)}},
		confirm: "Abandonner", do: func() {
			s.unwritten = nil
			w.leaveDocument(then, stay)
		}}.show(w.win)
}
