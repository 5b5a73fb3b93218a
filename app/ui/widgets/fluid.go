package widgets

import (
	"fyne.io/fyne/v2"
)

// Fluid is an object whose height depends on its width, such as wrapped text.
type Fluid interface {
	// HeightFor returns the height needed at the given width.
	HeightFor(width float32) float32
}

// FluidLayout is a layout whose height depends on its width.
type FluidLayout interface {
	fyne.Layout
	// HeightFor returns the height that the objects need at the given width.
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightFor returns the height that object needs at the given width: what it
// says if it is fluid, otherwise its minimum.
func HeightFor(object fyne.CanvasObject, width float32) float32 {
	switch o := object.(type) {
	case Fluid:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(FluidLayout); ok {
			return l.HeightFor(o.Objects, width)
		}
	}
	return object.MinSize().Height
}

// visible returns the objects that take room.
func visible(objects []fyne.CanvasObject) []fyne.CanvasObject {
	for i, o := range objects {
		if !o.Visible() {
			kept := append([]fyne.CanvasObject(nil), objects[:i]...)
			for _, other := range objects[i+1:] {
				if other.Visible() {
					kept = append(kept, other)
				}
			}
			return kept
		}
	}
	return objects
}

// place moves and resizes an object.
func place(object fyne.CanvasObject, x, y, width, height float32) {
	object.Move(fyne.NewPos(x, y))
	object.Resize(fyne.NewSize(width, height))
}

// widest returns the largest minimum width among the objects.
func widest(objects []fyne.CanvasObject) float32 {
	var width float32
	for _, o := range objects {
		width = max(width, o.MinSize().Width)
	}
	return width
}

// known remembers the width that a layout was last given, so that its minimum
// height is the one it needs there.
type known struct {
	width float32
}

// orElse returns the remembered width, or fallback before the first layout.
func (k *known) orElse(fallback float32) float32 {
	if k.width > 0 {
		return k.width
	}
	return fallback
}
