package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// Parent is a widget that tells which objects it is made of, so that what is
// inside can be scrolled into view.
type Parent interface {
	Children() []fyne.CanvasObject
}

// Revealer is an area that can scroll something inside it into view.
type Revealer interface {
	// RevealPart shows what lies between top and bottom in object, in pixels
	// from its top.
	RevealPart(object fyne.CanvasObject, top, bottom float32)
}

// Reveal scrolls every area around object just enough to show it. Areas inside
// widgets that are neither a container nor a [Parent] are not found.
func Reveal(object fyne.CanvasObject) {
	RevealPart(object, 0, object.Size().Height)
}

// RevealPart is [Reveal] for what lies between top and bottom in object.
func RevealPart(object fyne.CanvasObject, top, bottom float32) {
	for _, root := range roots(object) {
		if path := pathTo(root, object); path != nil {
			revealAlong(path, object, top, bottom)
			return
		}
	}
}

// roots returns what the window of an object shows, or every window if the
// object was never drawn.
func roots(object fyne.CanvasObject) []fyne.CanvasObject {
	driver := fyne.CurrentApp().Driver()
	var holders []fyne.Canvas
	if holder := driver.CanvasForObject(object); holder != nil {
		holders = append(holders, holder)
	} else {
		for _, window := range driver.AllWindows() {
			holders = append(holders, window.Canvas())
		}
	}
	var all []fyne.CanvasObject
	for _, holder := range holders {
		all = append(append(all, holder.Overlays().List()...), holder.Content())
	}
	return all
}

// revealAlong asks the areas of a path, innermost first.
func revealAlong(path []fyne.CanvasObject, object fyne.CanvasObject, top, bottom float32) {
	for i := len(path) - 1; i >= 0; i-- {
		if area, ok := path[i].(Revealer); ok && path[i] != object {
			area.RevealPart(object, top, bottom)
		}
	}
}

// pathTo returns the objects from root down to object, or nil.
func pathTo(root, object fyne.CanvasObject) []fyne.CanvasObject {
	if root == nil || !root.Visible() {
		return nil
	}
	if root == object {
		return []fyne.CanvasObject{root}
	}
	for _, child := range ChildrenOf(root) {
		if rest := pathTo(child, object); rest != nil {
			return append([]fyne.CanvasObject{root}, rest...)
		}
	}
	return nil
}

// ChildrenOf returns what an object is known to be made of.
func ChildrenOf(o fyne.CanvasObject) []fyne.CanvasObject {
	switch o := o.(type) {
	case Parent:
		return o.Children()
	case *fyne.Container:
		return o.Objects
	case *container.Scroll:
		return []fyne.CanvasObject{o.Content}
	case *container.Split:
		return []fyne.CanvasObject{o.Leading, o.Trailing}
	case *container.ThemeOverride:
		return []fyne.CanvasObject{o.Content}
	default:
		return nil
	}
}
