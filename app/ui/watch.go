package ui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// presence is what lies on disk where the open file was.
type presence int

const (
	inPlace presence = iota
	replacedOnDisk
	goneFromDisk
)

// presenceOf asks the disk. What was written over the open file is another version
// in its place as well.
func presenceOf(ctx context.Context, doc *app.Document) presence {
	switch {
	case !doc.Replaced():
		if doc.Overwritten(ctx) {
			return replacedOnDisk
		}
		return inPlace
	case doc.Missing():
		return goneFromDisk
	}
	return replacedOnDisk
}

// worthTelling tells whether what lies on disk now is to be told, given what was
// there at the look before. A file that is gone once may be on its way:
// synchronisers take the old one away before they put the new one in its place.
func worthTelling(before, now presence) bool {
	switch now {
	case replacedOnDisk:
		return true
	case goneFromDisk:
		return before == goneFromDisk
	}
	return before != inPlace
}

// watch asks the disk now and then, away from the window, whether the open file
// is still there, until ctx is over.
func (w *Window) watch(ctx context.Context) {
	doc, tick := w.session.Doc, time.NewTicker(w.pace)
	go func() {
		defer tick.Stop()
		before := inPlace
		for {
			select {
			case <-ctx.Done():
				return
			case <-tick.C:
			}
			now := presenceOf(ctx, doc)
			if worthTelling(before, now) {
				fyne.Do(func() {
					if ctx.Err() == nil {
						w.noticed(now)
					}
				})
			}
			before = now
		}
	}()
}

// noticed deals with a file that is no longer the one that was opened. While
// something else is asked or done nothing is; it will be noticed again.
func (w *Window) noticed(now presence) {
	switch {
	case now == inPlace:
		w.session.told = false
	case w.session.told || w.busy || w.win.Canvas().Overlays().Top() != nil:
	case now == goneFromDisk:
		w.session.told = true
		w.offerResettle()
	default:
		w.reopen("")
	}
}

// reopen keeps a copy of what the window shows, beside the file unless another
// name is given, then opens the file that took its place.
func (w *Window) reopen(kept string) {
	w.leaveView()
	s, at := w.session, w.current
	w.covered("Le fichier a changé sur le disque"+model.NBSP+": ce que vous voyez est mis à l’abri…", func(uncover func()) {
		Async(func(ctx context.Context) (app.Reopened, error) {
			return w.options.App.Reopen(ctx, s.Doc, kept)
		}, func(r app.Reopened, err error) {
			uncover()
			if err != nil {
				s.told = true
				w.offerKeepElsewhere(err)
				return
			}
			w.leaveSession()
			w.reopened(r, at)
		})
	})
}

// covered covers the window while something is done that nothing may disturb.
func (w *Window) covered(what string, do func(uncover func())) {
	progress := widgets.NewProgress(w.win, what, nil)
	progress.Show()
	w.busy = true
	w.refreshMenu()
	do(func() {
		w.busy = false
		progress.Hide()
		w.refreshMenu()
	})
}

// offerKeepElsewhere says that no copy could be made beside a file that was
// replaced, and offers to make it somewhere else.
func (w *Window) offerKeepElsewhere(err error) {
	if w.session.Doc.Info().ReadOnly { // there is nothing to keep
		w.fail(err)
		return
	}
	box{title: replacedTitle, cancel: "Plus tard", confirm: "Garder une copie ailleurs…", do: func() { w.askPlace(w.reopen) },
		content: widgets.NewText(app.Explain(err)+"\n\nUn autre fichier a pris la place de celui que vous aviez ouvert. Rien n’est perdu"+model.NBSP+
			": tout ce que vous voyez est encore dans cette fenêtre. Gardez-en une copie ailleurs, puis le nouveau fichier s’ouvrira.", widgets.TextOptions{})}.show(w.win)
}

// askPlace asks where to write what is open.
func (w *Window) askPlace(then func(path string)) {
	filedialog.Save(w.fileOptions("Où enregistrer ce diagnostic"+model.NBSP+"?", "Enregistrer", filepath.Base(w.session.Doc.Info().Path)), then)
}

const replacedTitle = "Le fichier a été remplacé sur le disque"

// reopened shows what is open after a file was replaced, where the person was,
// and tells what was kept.
func (w *Window) reopened(r app.Reopened, at Target) {
	if r.Doc == nil {
		w.refreshMenu()
		w.showStart()
		w.inform(replacedTitle, widgets.NewText(keptSentence(r.Kept)+" "+app.Explain(r.Refused), widgets.TextOptions{}))
		return
	}
	w.resume(r.Doc, at)
	switch {
	case r.Kept == "":
		w.toast("Le fichier a été mis à jour sur le disque"+model.NBSP+": voici sa nouvelle version", "", nil)
	case r.Refused != nil:
		w.inform(replacedTitle, widgets.NewText(keptSentence(r.Kept)+" Vous travaillez maintenant dans cette copie, car le nouveau fichier ne s’ouvre pas.\n\n"+
			app.Explain(r.Refused), widgets.TextOptions{}))
	case r.Other:
		box{title: replacedTitle, cancel: "Rester ici", confirm: "Revenir à votre copie", do: func() { w.Open(r.Kept) },
			content: widgets.NewText("C’est un autre diagnostic qui se trouve maintenant à cet endroit, et que vous voyez. "+keptSentence(r.Kept), widgets.TextOptions{})}.show(w.win)
	default:
		box{title: replacedTitle, cancel: "Plus tard", confirm: "Comparer et fusionner", do: func() { w.previewMerge([]string{r.Kept}) },
			content: widgets.VStack(skin.Gap2,
				widgets.NewText("Une autre version a pris la place de celle que vous aviez ouverte, sans doute par un outil de synchronisation. Vous la voyez maintenant.", widgets.TextOptions{}),
				widgets.NewText(keptSentence(r.Kept)+" Comparez les deux pour les réunir"+model.NBSP+": rien ne sera écrit avant votre accord.", widgets.TextOptions{}))}.show(w.win)
	}
}

// resume shows a file that takes over from the one that was open, where the
// person was, unless that was a merge, which is to be prepared anew.
func (w *Window) resume(doc *app.Document, at Target) {
	w.enter(doc)
	if at.Screen != mergePlace && at.Screen != disputesPlace {
		w.goTo(at)
	}
}

func keptSentence(path string) string {
	return "Tout ce que vous aviez écrit est gardé à côté, dans " + model.Quote(filepath.Base(path)) + "."
}

// offerResettle says that the open file is gone, and offers to write it anew.
func (w *Window) offerResettle() {
	path := w.session.Doc.Info().Path
	box{title: "Le fichier n’est plus à sa place", cancel: "Attendre",
		content: widgets.NewText(model.Quote(filepath.Base(path))+" a été déplacé, renommé ou supprimé, ou la clé qui le porte a été débranchée. Rien n’est perdu"+model.NBSP+
			": tout ce que vous voyez est encore dans cette fenêtre. Enregistrez-le de nouveau, ou remettez-le à sa place.", widgets.TextOptions{}),
		others:  []option{{"Enregistrer ailleurs…", func() { w.askPlace(w.resettle) }}},
		confirm: "L’enregistrer de nouveau", do: func() { w.resettle(path) }}.show(w.win)
}

// resettle writes what is open anew, and goes on there.
func (w *Window) resettle(path string) {
	w.leaveView()
	s, at := w.session, w.current
	w.covered("Enregistrement…", func(uncover func()) {
		Async(func(ctx context.Context) (*app.Document, error) {
			return w.options.App.Resettle(ctx, s.Doc, path)
		}, func(doc *app.Document, err error) {
			uncover()
			if err != nil {
				s.told = false
				w.fail(err)
				return
			}
			w.leaveSession()
			w.resume(doc, at)
			w.toast("Enregistré de nouveau"+model.NBSP+": "+filepath.Base(path), "", nil)
		})
	})
}
