package widgets

import (
	"fyne.io/fyne/v2"
)

// Lazy is a high object that draws only the part that can be seen. The [Scroll]
// around it says which part that is.
type Lazy interface {
	fyne.CanvasObject
	// ShowPart asks to draw what lies between top and bottom, in pixels from
	// the top of the object.
	ShowPart(top, bottom float32)
}

// showParts tells every lazy object under root which part of it is seen, root
// being seen from top to bottom.
func showParts(root fyne.CanvasObject, top, bottom float32) {
	if lazy, ok := root.(Lazy); ok {
		lazy.ShowPart(top, bottom)
		return
	}
	if _, ok := root.(*Scroll); ok {
		return
	}
	for _, child := range ChildrenOf(root) {
		y := child.Position().Y
		showParts(child, top-y, bottom-y)
	}
}

// wheelOwner is an object in a scroll area that may want the wheel for itself.
type wheelOwner interface {
	fyne.CanvasObject
	// takesWheel scrolls the object, and says whether anything moved.
	takesWheel(event *fyne.ScrollEvent) bool
}

// ownerAt returns the owner of the wheel at a position of root, or nil.
func ownerAt(root fyne.CanvasObject, at fyne.Position) wheelOwner {
	size := root.Size()
	if !root.Visible() || at.X < 0 || at.Y < 0 || at.X >= size.Width || at.Y >= size.Height {
		return nil
	}
	if owner, ok := root.(wheelOwner); ok {
		return owner
	}
	for _, child := range ChildrenOf(root) {
		if owner := ownerAt(child, at.Subtract(child.Position())); owner != nil {
			return owner
		}
	}
	return nil
}
