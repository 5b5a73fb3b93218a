package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// newLeverRow is a lever on Accueil: its sign, its name, its trend. It leads to
// the lever.
func newLeverRow(s *Session, l app.LeverSummary, color fyne.ThemeColorName) fyne.CanvasObject {
	row := widgets.HStack(skin.Gap2,
		widgets.NewLevelMark(levelSigns[l.State.Level], color, 0),
		widgets.Fill(widgets.NewText(l.Lever.Short, widgets.TextOptions{MaxLines: 2})),
		widgets.NewText(l.State.Trend.Sign(), widgets.TextOptions{Style: widgets.Secondary, NoWrap: true}))
	return widgets.NewTapRow(row, func() { s.Go(Target{Screen: string(l.Lever.Axis), Row: l.Lever.Slug}) })
}

// newTextLink is a line of text that leads somewhere.
func newTextLink(text string, open func()) fyne.CanvasObject {
	return widgets.NewTapRow(widgets.NewText(text, widgets.TextOptions{}), open)
}
