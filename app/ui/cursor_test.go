package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// TestUndoKeepsTheCursorInItsField goes on typing after an undo.
func TestUndoKeepsTheCursorInItsField(t *testing.T) {
	d := openExample(t, skin.Light)
	initiative := d.firstRow("initiative", "")
	cases := map[string]struct {
		at              Target
		changed, cursor string // labels
	}{
		"a field of one line":      {Target{Screen: "territoire"}, "Région", "Statut"},
		"the field that goes back": {Target{Screen: "territoire"}, "Région", "Région"},
		"a long text":              {Target{Screen: "initiatives", Row: initiative}, "Commune", "Ce que fait cette initiative"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d.t = t
			d.at(c.at)
			d.fill(c.changed, "Autre chose")
			d.canvas().Focus(d.textField(c.cursor))
			d.undo()
			d.misses("Autre chose")
			for _, letter := range " suite" {
				d.canvas().Focused().TypedRune(letter)
			}
			if got := textOf(d.textField(c.cursor).(fyne.CanvasObject)); !strings.HasSuffix(got, " suite") {
				t.Errorf("%q is in the field", got)
			}
			d.canvas().Unfocus()
			d.undo()
		})
	}
}

// textField is the field of text under a label.
func (d *desk) textField(label string) fyne.Focusable {
	d.t.Helper()
	switch c := d.field(label).(type) {
	case interface{ Entry() *widgets.Entry }:
		return c.Entry()
	case fyne.Focusable:
		return c
	}
	d.t.Fatalf("%q is no text field", label)
	return nil
}
