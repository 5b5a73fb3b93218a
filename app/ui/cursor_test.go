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

// TestUndoKeepsTheCursorOutsideTextFields goes on with the keyboard after an undo.
func TestUndoKeepsTheCursorOutsideTextFields(t *testing.T) {
	for name, c := range map[string]struct {
		at    Target
		focus func(d *desk) fyne.Focusable
		row   bool // on the second row
	}{
		"the levels": {Target{Screen: "ingenierie"}, kindOf[*widgets.LevelCards], false},
		"a list":     {Target{Screen: "preuves"}, kindOf[*widgets.ReorderableList], true},
		"a board":    {Target{Screen: "facteurs"}, kindOf[*widgets.Board], true},
		"the matrix": {Target{Screen: "initiatives", Row: matrixRow}, kindOf[*widgets.CrossGrid], false},
	} {
		t.Run(name, func(t *testing.T) {
			d := openExample(t, skin.Light)
			d.w.session.SetField("territory", "self", "region", "Normandie")
			d.at(c.at)
			d.canvas().Focus(c.focus(d))
			if c.row {
				d.key(fyne.KeyDown)
			}
			row := d.w.cursorRow()
			d.undo()
			if d.canvas().Focused() != c.focus(d) {
				t.Errorf("%T has the focus", d.canvas().Focused())
			}
			if got := d.w.cursorRow(); got != row || c.row == (row == "") {
				t.Errorf("on row %q, before on %q", got, row)
			}
		})
	}
}

// kindOf is the first control of a kind that shows.
func kindOf[T fyne.Focusable](d *desk) fyne.Focusable {
	d.t.Helper()
	for _, o := range d.objects() {
		if control, ok := o.(T); ok {
			return control
		}
	}
	d.t.Fatal("no such control shows")
	return nil
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
