package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
)

// cursorPlace tells the control with the focus from the others of a screen, also
// once the screen is built anew. Its zero value is none.
type cursorPlace struct {
	label string // its own, and that of the field around it
	kind  string // of control
	nth   int    // among those of that label and kind, from 1
}

// rowed is a control with a cursor of its own, on one of its rows.
type rowed interface {
	Current() string // the id of the row, "" for none
	Focus(id string)
}

// cursor is where the cursor is in the present screen.
func (w *Window) cursor() (found cursorPlace) {
	focused := w.win.Canvas().Focused()
	if w.view != nil && focused != nil {
		eachControl(w.view.Content(), func(control fyne.Focusable, place cursorPlace) {
			if control == focused {
				found = place
			}
		})
	}
	return found
}

// cursorRow is the row that the control with the focus is on, "" when it has none.
func (w *Window) cursorRow() string {
	if control, ok := w.win.Canvas().Focused().(rowed); ok {
		return control.Current()
	}
	return ""
}

// putCursor puts the cursor where it was, if that control is still there.
func (w *Window) putCursor(at cursorPlace, row string) {
	if at.nth == 0 {
		return
	}
	eachControl(w.view.Content(), func(control fyne.Focusable, place cursorPlace) {
		if place == at {
			if rows, ok := control.(rowed); ok {
				rows.Focus(row)
			}
			w.win.Canvas().Focus(control)
			toEnd(control)
		}
	})
}

// eachControl visits the controls of a screen, each told from the others.
func eachControl(content fyne.CanvasObject, visit func(fyne.Focusable, cursorPlace)) {
	met := map[cursorPlace]int{}
	var walk func(o fyne.CanvasObject, label string)
	walk = func(o fyne.CanvasObject, label string) {
		if !o.Visible() {
			return
		}
		if f, ok := o.(*widgets.Field); ok {
			label = f.Label()
		}
		if control, ok := o.(fyne.Focusable); ok {
			place := cursorPlace{label: label, kind: fmt.Sprintf("%T", control)}
			if named, ok := o.(interface{ Label() string }); ok {
				place.label += "\n" + named.Label()
			}
			met[place]++
			place.nth = met[place]
			visit(control, place)
		}
		for _, child := range widgets.ChildrenOf(o) {
			walk(child, label)
		}
	}
	walk(content, "")
}

// toEnd puts the cursor of a field of text after what is written in it.
func toEnd(control fyne.Focusable) {
	switch control.(type) {
	case *widgets.Entry:
		control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	case *widgets.TextArea:
		control.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
	}
}
