package ui

import (
	"context"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// verify checks away from the window a file that was too large to be checked when
// it was opened, and tells what is wrong with it.
func (w *Window) verify(ctx context.Context) {
	doc := w.session.Doc
	doc.VerifyAsync(ctx, func(findings []string, err error) {
		fyne.Do(func() {
			switch {
			case ctx.Err() != nil:
			case app.IsDamaged(err):
				w.tellFindings([]string{app.Explain(err)})
			case err != nil:
				w.fail(err)
			case len(findings) > 0:
				w.tellFindings(findings)
			}
		})
	})
}

// tellFindings tells what is wrong with the open file, and offers to save what is
// intact.
func (w *Window) tellFindings(findings []string) {
	path := w.session.Doc.Info().Path
	box{title: "Des parties de ce fichier sont à vérifier", cancel: "Continuer ainsi",
		content: widgets.VStack(skin.Gap3,
			widgets.NewText("Ce fichier a été vérifié en entier après son ouverture. Voici ce qui y a été trouvé"+model.NBSP+":", widgets.TextOptions{}),
			listed(findings),
			widgets.NewText("Rien n’a été modifié. Vous pouvez continuer, reprendre une copie plus ancienne, ou récupérer ce qui est intact dans un nouveau fichier.", widgets.TextOptions{Style: widgets.Secondary})),
		confirm: "Récupérer ce qui est intact…", do: func() { w.recoverOpen(path) }}.show(w.win)
}

// recoverOpen saves what is left to save in the open file, then asks where to
// recover it.
func (w *Window) recoverOpen(path string) {
	w.leaveView()
	doc := w.session.Doc
	Async(func(ctx context.Context) (struct{}, error) { return struct{}{}, doc.Flush(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.askRecover(path)
	})
}
