package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// readingBar says above every screen that the file is only read, and how to work
// on it all the same: on a copy, or in the file itself once nobody else has it.
func (w *Window) readingBar() fyne.CanvasObject {
	words, label, do := "Lecture seule"+model.NBSP+": vous pouvez tout voir et tout copier, rien ne sera changé dans ce fichier.", "Travailler sur une copie", w.copyReading
	if w.session.free {
		words, label, do = "Ce fichier est libre"+model.NBSP+": plus personne d’autre n’y travaille.", "Modifier maintenant", w.takeOver
	}
	return topBar(widgets.NewText(words, widgets.TextOptions{Truncate: true}), label, do)
}

// awaitFree tells a person who only reads the open file, since somebody else works
// on it, once nobody does any more. The disk is asked away from the window.
func (w *Window) awaitFree() {
	s, path := w.session, w.session.Doc.Info().Path
	if !s.Doc.Info().ReadOnly {
		return
	}
	go func() {
		if w.options.App.HolderOf(path) == nil {
			return // it is only read for another reason
		}
		w.poll(s.open, path, func(holder *app.Holder) {
			if w.session == s && holder == nil {
				s.free = true
				w.refreshTop()
			}
		})
	}()
}

// takeOver opens the file that is read to work on it, as it is on the disk now, at
// the same place.
func (w *Window) takeOver() { w.goOnIn(w.session.Doc.Info().Path) }

// copyReading goes on in a copy of a file that is only read, at the same place. The
// copy lies beside the file when that can be, otherwise the person says where.
func (w *Window) copyReading() {
	s := w.session
	Async(func(ctx context.Context) (string, error) {
		return w.options.App.WorkingCopy(ctx, s.Doc.Info().Path, w.options.Settings.Signature().Name)
	}, func(copied string, err error) {
		if err == nil {
			w.goOnIn(copied)
			return
		}
		w.askPlace(func(path string) {
			Async(func(ctx context.Context) (string, error) { return path, s.Doc.SaveCopy(ctx, path) }, func(copied string, err error) {
				if err != nil {
					w.fail(err)
					return
				}
				w.goOnIn(copied)
			})
		})
	})
}

// goOnIn opens a file to work on it, at the place that is shown.
func (w *Window) goOnIn(path string) {
	at := w.current
	w.openThen(path, app.Claiming, func() { w.goTo(at) })
}
