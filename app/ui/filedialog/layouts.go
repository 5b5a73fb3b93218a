package filedialog

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
)

// direction is that in which objects follow each other.
type direction bool

const (
	rowWise    direction = false
	columnWise direction = true
)

// grow puts objects one after the other; the one of index main takes the room that
// the others leave.
func grow(along direction, main int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: grower{along, main}, Objects: objects}
}

type grower struct {
	along direction
	main  int
}

// needs returns what an object takes along the direction, given the room across it.
func (g grower) needs(o fyne.CanvasObject, across float32) float32 {
	if g.along == columnWise {
		return widgets.HeightFor(o, across)
	}
	return o.MinSize().Width
}

// MinSize implements fyne.Layout.
func (g grower) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		if g.along == columnWise {
			size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
		} else {
			size = fyne.NewSize(size.Width+least.Width, max(size.Height, least.Height))
		}
	}
	return size
}

// Layout implements fyne.Layout.
func (g grower) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	length, across := size.Width, size.Height
	if g.along == columnWise {
		length, across = across, length
	}
	left := length
	for i, o := range objects {
		if i != g.main {
			left -= g.needs(o, across)
		}
	}
	var at float32
	for i, o := range objects {
		taken := max(0, left)
		if i != g.main {
			taken = g.needs(o, across)
		}
		if g.along == columnWise {
			put(o, 0, at, across, taken)
		} else {
			put(o, at, 0, taken, across)
		}
		at += taken
	}
}

// pile puts objects on top of each other, each in the whole room. width is the
// least width, in pixels.
type pile struct{ width float32 }

// MinSize implements fyne.Layout.
func (p pile) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(p.width, rowHeight) }

// Layout implements fyne.Layout.
func (p pile) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		put(o, 0, 0, size.Width, size.Height)
	}
}

// headLayout puts the names of the columns above those of a [row].
type headLayout struct{}

// MinSize implements fyne.Layout.
func (headLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height+8)
}

// Layout implements fyne.Layout.
func (headLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	height := objects[0].MinSize().Height
	right := size.Width - rowSide - sizeWidth
	put(objects[2], right, 2, sizeWidth, height)
	put(objects[1], right-dateWidth, 2, dateWidth, height)
	put(objects[0], rowSide, 2, max(0, right-dateWidth-rowSide), height)
}
