package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// Sizes of the start page.
const (
	startWidth = 880
	startIcon  = 88
)

// showStart shows what can be done while no file is open.
func (w *Window) showStart() {
	parts := []fyne.CanvasObject{w.startHead(), w.startChoices()}
	if len(w.options.Settings.Recent) > 0 {
		parts = append(parts, w.recentCard())
	}
	parts = append(parts, widgets.NewText("Un diagnostic est un seul fichier, que vous gardez où vous voulez et que vos collègues peuvent ouvrir. Tout s’enregistre à mesure"+
		model.NBSP+"; rien n’est envoyé nulle part.", widgets.TextOptions{Style: widgets.Secondary}))
	w.win.SetContent(widgets.NewScroll(widgets.Centered(startWidth,
		widgets.Pad(widgets.Insets{Top: 56, Right: skin.PageSide, Bottom: skin.PageSide, Left: skin.PageSide}, widgets.VStack(28, parts...)))))
}

func (w *Window) startHead() fyne.CanvasObject {
	icon := canvas.NewImageFromResource(w.options.Icon)
	icon.FillMode = canvas.ImageFillContain
	icon.SetMinSize(fyne.NewSquareSize(startIcon))
	words := widgets.VStack(skin.Gap1, widgets.NewText("Tressons", widgets.TextOptions{Style: widgets.Title}),
		widgets.NewText("L’économie sociale et solidaire de votre territoire"+model.NBSP+": où elle en est, ce qui la fait tenir, ce qui peut suivre.", widgets.TextOptions{Style: widgets.Secondary}))
	return widgets.HStack(20, container.NewStack(icon), widgets.Fill(words))
}

// startChoices are the three ways to begin.
func (w *Window) startChoices() fyne.CanvasObject {
	choice := func(title, text, label string, kind widgets.ButtonKind, color fyne.ThemeColorName, do func()) fyne.CanvasObject {
		return widgets.NewCard(widgets.VStack(skin.Gap2,
			widgets.NewText(title, widgets.TextOptions{Style: widgets.Section}),
			widgets.NewText(text, widgets.TextOptions{Style: widgets.Secondary}),
			widgets.NewButton(widgets.ButtonOptions{Label: label, Kind: kind, OnTapped: do})), widgets.CardOptions{Bar: color})
	}
	return widgets.Columns(14, 250,
		choice("Commencer", "Un diagnostic vide pour votre territoire, à remplir à votre rythme.", "Nouveau diagnostic…", widgets.Filled, skin.Indigo, w.askNew),
		choice("Continuer", "Un fichier que vous avez déjà, ou qu’un collègue vous a envoyé.", "Ouvrir un fichier…", widgets.Outlined, skin.Teal, w.askOpen),
		choice("Découvrir", "L’exemple du Val d’Ille-Aubigné, d’après des sources publiques.", "Ouvrir l’exemple…", widgets.Outlined, skin.Ochre, w.askExample))
}

// recentCard lists the files opened lately.
func (w *Window) recentCard() fyne.CanvasObject {
	rows := []fyne.CanvasObject{sectionTitle("Fichiers récents")}
	for _, path := range w.options.Settings.Recent {
		rows = append(rows, linkRow(widgets.VStack(0,
			widgets.NewText(filepath.Base(path), widgets.TextOptions{Truncate: true}),
			widgets.NewText(filepath.Dir(path), widgets.TextOptions{Style: widgets.Small, Truncate: true})), func() { w.Open(path) }))
	}
	return widgets.NewCard(widgets.VStack(skin.Gap1, rows...), widgets.CardOptions{})
}
