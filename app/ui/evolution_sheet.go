package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// frozenStates describes the sheet of a frozen state: its name and its comment
// can change, its date and what it holds cannot.
func frozenStates() listScreen {
	return listScreen{id: "evolutions", label: "Évolutions", entity: "snapshot",
		sheet: func(v *sheetView) []fyne.CanvasObject {
			open := widgets.NewButton(widgets.ButtonOptions{Label: "Consulter cet état", OnTapped: func() { v.s.host.lookAt(v.row) }})
			compare := widgets.NewButton(widgets.ButtonOptions{Label: "Comparer avec aujourd’hui", OnTapped: func() {
				v.s.states = twoStates{v.row, todayState}
				v.list.open(v.s, "")
			}})
			return append(v.fields(), widgets.Flow(skin.Gap2, open, compare))
		},
		own: map[string]func(*sheetView) fyne.CanvasObject{"date": func(v *sheetView) fyne.CanvasObject {
			state, _ := v.s.Diagnosis().Snapshots.Get(v.row)
			return widgets.NewText(frozenWhen(state, app.Author{})+".", widgets.TextOptions{Style: widgets.Secondary})
		}},
	}
}
