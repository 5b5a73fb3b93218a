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

// askShare asks what a copy to hand on leaves out, then where to write it.
func (w *Window) askShare() {
	if w.session == nil {
		return
	}
	w.leaveView()
	options := app.ShareOptions{WithoutPrivate: true}
	private := widgets.NewCheck("Sans les apartés, les notes d’entretien ni les coordonnées", true, func(ticked bool) { options.WithoutPrivate = ticked })
	history := widgets.NewCheck("Sans l’historique", false, func(ticked bool) { options.WithoutHistory = ticked })
	note := func(text string) fyne.CanvasObject {
		return widgets.Pad(widgets.Insets{Left: checkWidth}, widgets.NewText(text, widgets.TextOptions{Style: widgets.Small}))
	}
	box{title: "Préparer une copie à partager", confirm: "Choisir où l’enregistrer…", cancel: "Annuler", focus: private,
		do: func() { w.askShareTo(options) },
		content: widgets.VStack(skin.Gap4,
			widgets.NewText("Pour un collègue, un partenaire, un élu. Ce que vous laissez de côté n’est pas dans la copie"+model.NBSP+
				"; votre fichier, lui, ne change pas.", widgets.TextOptions{Style: widgets.Secondary}),
			widgets.VStack(0, private, note("Ce qui a été dit en confiance reste chez vous, dans les états figés aussi.")),
			widgets.VStack(0, history, note("Ni les anciennes valeurs, ni ce qui a été supprimé"+model.NBSP+": la copie est plus légère et ne montre que ce qui est écrit aujourd’hui.")),
			widgets.NewText("La copie peut être complétée, puis fusionnée avec votre fichier"+model.NBSP+": elle n’en efface rien.", widgets.TextOptions{Style: widgets.Secondary}))}.show(w.win)
}

// checkWidth is how far the words of a box to tick are from its left.
const checkWidth = 26

func (w *Window) askShareTo(options app.ShareOptions) {
	path := w.session.Doc.Info().Path
	base := strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	filedialog.Save(w.fileOptions("Où enregistrer la copie à partager"+model.NBSP+"?", "Enregistrer", base+" (à partager).db"),
		func(to string) { w.share(to, options) })
}

// share writes the copy away from the window, and tells what it leaves out.
func (w *Window) share(to string, options app.ShareOptions) {
	doc := w.session.Doc
	var cancel func()
	progress := widgets.NewProgress(w.win, "Préparation de la copie…", func() { cancel() })
	cancel = Async(func(ctx context.Context) (app.Shared, error) { return doc.Share(ctx, to, options) }, func(left app.Shared, err error) {
		progress.Hide()
		if err != nil {
			w.fail(err)
			return
		}
		w.toast("Copie prête"+leftOut(options, left)+model.NBSP+": "+filepath.Base(to), "Ouvrir le dossier",
			func() { w.openAddress("file://" + filepath.ToSlash(filepath.Dir(to))) })
	})
	progress.ShowAfter(progressDelay)
}

// leftOut is « , sans 12 apartés ou coordonnées ni 340 valeurs plus anciennes ».
func leftOut(o app.ShareOptions, left app.Shared) string {
	var said []string
	if o.WithoutPrivate && left.Private > 0 {
		said = append(said, model.Count(left.Private, "aparté ou coordonnée", "apartés ou coordonnées"))
	}
	if o.WithoutHistory && left.History > 0 {
		said = append(said, model.Count(left.History, "ancienne valeur", "anciennes valeurs"))
	}
	if len(said) == 0 {
		return ""
	}
	return ", sans " + strings.Join(said, " ni ")
}

// shared is the banner of Accueil in a copy that leaves something out.
func (v *homeView) shared() *widgets.Card {
	omissions := v.s.Doc.Info().Omissions
	if len(omissions) == 0 {
		return nil
	}
	return widgets.NewBanner(widgets.BannerOptions{Title: "Copie partagée " + withoutWhat(omissions), Detail: sharedSentence(omissions)})
}

// withoutWhat is « sans apartés ni coordonnées, ni historique ».
func withoutWhat(list []app.Omission) string {
	var private, history bool
	for _, o := range list {
		private, history = private || o.Private, history || o.History
	}
	switch {
	case private && history:
		return "sans apartés ni coordonnées, ni historique"
	case private:
		return "sans apartés ni coordonnées"
	}
	return "sans historique"
}

// sharedSentence tells who prepared the copy last, and that it is safe to merge.
func sharedSentence(list []app.Omission) string {
	latest := list[0]
	for _, o := range list {
		if o.At.After(latest.At) {
			latest = o
		}
	}
	return "Préparée par " + app.AuthorName(latest.Author) + " " + app.Moment(latest.At) + ". Fusionnée avec le fichier complet, elle n’en efface rien."
}
