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
	return linkRow(row, func() { s.Go(Target{Screen: string(l.Lever.Axis), Row: l.Lever.Slug}) })
}

// newTextLink is a line of text that leads somewhere.
func newTextLink(text string, open func()) fyne.CanvasObject {
	return linkRow(widgets.NewText(text, widgets.TextOptions{}), open)
}

// linkRow is a line that leads somewhere; its words are aligned with what is above
// and under it, its tint goes beyond.
func linkRow(words fyne.CanvasObject, open func()) fyne.CanvasObject {
	return widgets.Pad(widgets.Insets{Left: -skin.Gap1, Right: -skin.Gap1}, widgets.NewTapRow(words, open))
}
