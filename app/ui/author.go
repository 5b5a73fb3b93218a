package ui

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// answerWait is how long the first edit waits for somebody to say who makes it.
const answerWait = time.Minute

// askAuthorOnce asks who edits at the first edit ever made on this computer. It
// comes after what is being done: the edit may be that of a field that the cursor
// is leaving.
func (w *Window) askAuthorOnce() {
	settings := w.options.Settings
	if !settings.MustAskAuthor() {
		return
	}
	settings.AuthorAsked = true
	fyne.Do(func() {
		w.showAuthor(settings.Signature(), "Vos changements seront signés, pour que vos collègues sachent à qui demander. Sans réponse, c’est le nom de votre session qui signe. Le menu Édition permet d’en changer.",
			"Passer", w.sign)
	})
}

// askAuthor asks who edits, at the person's own wish.
func (w *Window) askAuthor() {
	settings := w.options.Settings
	w.showAuthor(app.Author{Name: settings.Author, Organisation: settings.Organisation},
		"Votre nom accompagne chacun de vos changements dans le fichier, pour que vos collègues sachent à qui demander.", "Annuler", nil)
}

// showAuthor asks for a name and a service, and keeps them.
func (w *Window) showAuthor(proposed app.Author, why, cancel string, given func()) {
	settings := w.options.Settings
	name, organisation := proposed.Name, proposed.Organisation
	nameEntry := widgets.NewEntry(widgets.EntryOptions{Text: name, OnChanged: func(s string) { name = s }})
	serviceEntry := widgets.NewEntry(widgets.EntryOptions{Text: organisation, OnChanged: func(s string) { organisation = s }})
	content := widgets.VStack(skin.Gap4,
		widgets.NewText(why, widgets.TextOptions{Style: widgets.Secondary}),
		widgets.NewField(nameEntry, widgets.FieldOptions{Label: "Votre nom"}),
		widgets.NewField(serviceEntry, widgets.FieldOptions{Label: "Votre structure ou votre service"}))
	box{title: "Qui êtes-vous" + model.NBSP + "?", confirm: "Garder", cancel: cancel, content: content, given: given,
		entries: []*widgets.Entry{nameEntry, serviceEntry}, do: func() {
			settings.Author, settings.Organisation = strings.TrimSpace(name), strings.TrimSpace(organisation)
			w.sign()
		}}.show(w.win)
}

// sign signs what is edited from here on, and what waits for it, as the
// preferences say.
func (w *Window) sign() {
	w.options.Settings.AuthorAsked = true
	w.saveSettings()
	author := w.options.Settings.Signature()
	w.status.signed(author)
	if w.session != nil {
		w.session.Doc.SetAuthor(author)
	}
}
