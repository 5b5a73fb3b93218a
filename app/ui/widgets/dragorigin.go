package widgets

import (
	"fyne.io/fyne/v2"
)

// dragOrigin is where an object was in the window when a drag began. Fyne gives
// the pointer relative to that place, even once a scroll area moved the object.
type dragOrigin fyne.Position

func newDragOrigin(object fyne.CanvasObject) dragOrigin {
	return dragOrigin(fyne.CurrentApp().Driver().AbsolutePositionForObject(object))
}

// pointer returns where the pointer is in the object now.
func (o dragOrigin) pointer(object fyne.CanvasObject, event *fyne.DragEvent) fyne.Position {
	now := fyne.CurrentApp().Driver().AbsolutePositionForObject(object)
	return event.Position.Add(fyne.Position(o).Subtract(now))
}
