package ui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// readSlack finds out away from the window what lightening the file would free,
// and shows it on Accueil when it is worth it.
func (w *Window) readSlack() {
	s := w.session
	s.Doc.SlackAsync(func(slack app.Slack, err error) {
		fyne.Do(func() {
			if err != nil || w.session != s {
				return
			}
			before := app.WorthCompacting(s.slack)
			s.slack = slack
			if app.WorthCompacting(slack) != before && w.current.Screen == "accueil" {
				w.rebuild()
			}
		})
	})
}

// grown is the banner of Accueil for a file that has grown, nil for others.
func (v *homeView) grown() *widgets.Card {
	slack := v.s.slack
	if !app.WorthCompacting(slack) || v.s.Doc.Info().ReadOnly {
		return nil
	}
	lighten := widgets.NewButton(widgets.ButtonOptions{Label: "Alléger…", OnTapped: v.s.host.askCompact})
	return widgets.NewBanner(widgets.BannerOptions{
		Title:   "Ce fichier a grossi" + model.NBSP + ": " + model.FormatBytes(slack.File) + ", dont " + model.FormatBytes(slack.Bytes) + " d’anciennes valeurs",
		Detail:  "Rien ne presse. L’alléger le rend plus facile à envoyer" + model.NBSP + "; une sauvegarde entière est gardée.",
		Buttons: []fyne.CanvasObject{lighten}})
}

// askCompact says what lightening the file takes out of it, what stays and what
// it frees, and offers to do it.
func (w *Window) askCompact() {
	if w.session == nil {
		return
	}
	w.leaveView()
	s := w.session
	progress := widgets.NewProgress(w.win, "Lecture du fichier…", nil)
	progress.ShowAfter(progressDelay)
	s.Doc.SlackAsync(func(slack app.Slack, err error) {
		fyne.Do(func() {
			progress.Hide()
			switch {
			case w.session != s:
			case err != nil:
				w.fail(err)
			default:
				s.slack = slack
				w.offerCompact(slack)
			}
		})
	})
}

func (w *Window) offerCompact(slack app.Slack) {
	text := func(t string) fyne.CanvasObject { return widgets.NewText(t, widgets.TextOptions{}) }
	box{title: "Alléger le fichier", confirm: "Alléger", cancel: "Annuler", do: w.compact,
		content: widgets.VStack(skin.Gap3,
			text("Partent"+model.NBSP+": "+model.Count(slack.Changes, "ancienne valeur", "anciennes valeurs")+" que d’autres ont remplacées, et les photos qui ne servent plus. L’historique des champs sera plus court."),
			text("Restent"+model.NBSP+": tout ce qui est écrit aujourd’hui, les désaccords à trancher et les états figés. Les copies de vos collègues se fusionnent comme avant."),
			text("Une sauvegarde datée du fichier entier est gardée à côté."),
			widgets.NewText("Le fichier fait "+model.FormatBytes(slack.File)+model.NBSP+"; l’alléger libère environ "+model.FormatBytes(slack.Bytes)+".", widgets.TextOptions{Style: widgets.Strong}))}.show(w.win)
}

// compact lightens the file away from the window. Nothing else is done to it
// meanwhile.
func (w *Window) compact() {
	s := w.session
	ctx, stop := context.WithCancel(context.Background())
	progress := widgets.NewProgress(w.win, "Le fichier est allégé…", stop)
	progress.ShowAfter(progressDelay)
	s.Doc.CompactAsync(ctx, func(done app.Compaction, err error) {
		fyne.Do(func() {
			stop()
			progress.Hide()
			if w.session != s {
				return
			}
			w.readSlack()
			if err != nil {
				w.fail(err)
				return
			}
			w.toast(compactedSentence(done), "", nil)
		})
	})
}

// compactedSentence tells what lightening the file came to.
func compactedSentence(done app.Compaction) string {
	if done.Backup == "" {
		return "Rien à alléger" + model.NBSP + ": ce fichier ne contient que ce qu’il montre"
	}
	return "Fichier allégé" + model.NBSP + ": " + model.FormatBytes(done.Before) + " → " + model.FormatBytes(done.After) +
		". Sauvegarde" + model.NBSP + ": " + filepath.Base(done.Backup)
}
