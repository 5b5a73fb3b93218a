package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// refreshTop brings in line what stands above all screens.
func (w *Window) refreshTop() {
	w.top.RemoveAll()
	if w.session.Doc.Info().ReadOnly {
		w.top.Add(w.readingBar())
	}
	if state, looking := w.session.Doc.Looking(); looking {
		text := widgets.NewText("État figé "+model.Quote(state.Name)+" – lecture seule", widgets.TextOptions{Style: widgets.Strong, Truncate: true})
		w.top.Add(topBar(text, "Revenir à aujourd’hui", w.leaveState))
	}
	w.win.Content().Refresh()
}

// topBar says above every screen what one is looking at, with a way on.
func topBar(text *widgets.Text, label string, do func()) fyne.CanvasObject {
	button := widgets.NewButton(widgets.ButtonOptions{Label: label, OnTapped: do})
	line := widgets.NewCard(widgets.HStack(skin.Gap3, widgets.Fill(text), button), widgets.CardOptions{
		Fill: skin.PrimaryTint, Borderless: true, Square: true,
		Margins: widgets.Insets{Top: skin.Gap1, Right: skin.Gap4, Bottom: skin.Gap1, Left: skin.Gap4}})
	return widgets.VStack(0, line, widgets.NewDivider())
}
