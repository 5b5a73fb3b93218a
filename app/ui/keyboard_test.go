package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// TestTabGoesEverywhere walks through every screen with the Tab key: each
// control gets the focus once a round, and is in view when it has it.
func TestTabGoesEverywhere(t *testing.T) {
	d := openExample(t, skin.Light)
	d.resize(1024, 700)
	for _, place := range captured {
		d.at(Target{Screen: place.screen, Row: d.firstRow(place.entity, place.row)})
		d.waitForPages()
		d.walk(place.name)
	}
}

// walk presses Tab until the first control comes back.
func (d *desk) walk(place string) {
	d.t.Helper()
	wanted := map[fyne.Focusable]bool{}
	for _, o := range within(d.w.view.Content()) {
		if f, ok := o.(fyne.Focusable); ok && !isDisabled(o) {
			wanted[f] = true
		}
	}
	if len(wanted) == 0 {
		d.t.Errorf("%s: nothing to reach", place)
	}
	d.canvas().Unfocus()
	d.canvas().FocusNext()
	first := d.canvas().Focused()
	for range 2000 {
		now := d.canvas().Focused()
		if wanted[now] {
			delete(wanted, now)
			d.inView(place, now.(fyne.CanvasObject))
		}
		d.canvas().FocusNext()
		if d.canvas().Focused() == first {
			break
		}
	}
	if d.canvas().Focused() != first {
		d.t.Errorf("%s: Tab never comes back to where it began", place)
	}
	for f := range wanted {
		d.t.Errorf("%s: Tab does not reach %T, %v", place, f, fyne.CurrentApp().Driver().AbsolutePositionForObject(f.(fyne.CanvasObject)))
	}
}

func isDisabled(o fyne.CanvasObject) bool {
	dis, ok := o.(fyne.Disableable)
	return ok && dis.Disabled()
}

// inView fails unless the top or the bottom of an object can be seen.
func (d *desk) inView(place string, o fyne.CanvasObject) {
	d.t.Helper()
	const statusLine = 36
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	bottom := top + o.Size().Height
	height := d.canvas().Size().Height - statusLine
	if (top < 0 || top > height) && (bottom < 0 || bottom > height) {
		d.t.Errorf("%s: %T has the focus out of view, from %.0f to %.0f", place, o, top, bottom)
	}
}
