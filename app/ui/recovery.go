package ui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// askRecover asks where to keep what can be saved of a damaged file.
func (w *Window) askRecover(path string) {
	stem := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	o := w.fileOptions("Où garder ce qui sera récupéré"+model.NBSP+"?", "Récupérer", stem+" (récupéré).db")
	o.Start = filepath.Dir(path)
	filedialog.Save(o, func(into string) { w.recover(path, into) })
}

// recover saves what is intact in a damaged file, away from the window, and tells
// what was lost. The damaged file stays as it is.
func (w *Window) recover(path, into string) {
	var cancel func()
	progress := widgets.NewProgress(w.win, "Récupération de ce qui est intact…", func() { cancel() })
	cancel = Async(func(ctx context.Context) (app.Recovery, error) {
		return w.options.App.Recover(ctx, path, into)
	}, func(recovery app.Recovery, err error) {
		progress.Hide()
		if err != nil {
			w.fail(err)
			return
		}
		w.tellRecovery(into, recovery)
	})
	progress.ShowAfter(progressDelay)
}

// lostHeight is the height that the list of what is lost gets at most.
const lostHeight = 220

// tellRecovery tells what was saved of a damaged file, and what was not.
func (w *Window) tellRecovery(into string, recovery app.Recovery) {
	parts := []fyne.CanvasObject{
		widgets.NewText(app.RecoverySentence(into, recovery)+" Le fichier abîmé est resté tel quel"+model.NBSP+": gardez-le.", widgets.TextOptions{})}
	if len(recovery.Lost) > 0 {
		parts = append(parts, widgets.NewText("Ce qui est perdu", widgets.TextOptions{Style: widgets.Strong}), listed(recovery.Lost))
	}
	box{title: "Récupération terminée", cancel: "Fermer", content: widgets.VStack(skin.Gap3, parts...),
		confirm: "Ouvrir le nouveau fichier", do: func() { w.Open(into) }}.show(w.win)
}

// listed shows sentences one under the other, in a limited height.
func listed(sentences []string) fyne.CanvasObject {
	list := widgets.VStack(skin.Gap1)
	for _, sentence := range sentences {
		list.Add(widgets.HStack(skin.Gap2, widgets.NewText("–", widgets.TextOptions{NoWrap: true}), widgets.Fill(widgets.NewText(sentence, widgets.TextOptions{}))))
	}
	return scrolled(list, lostHeight)
}
