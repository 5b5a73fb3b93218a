package widgets

import (
	"fyne.io/fyne/v2"
)

// Insets are the empty margins around an object, in pixels.
type Insets struct {
	Top, Right, Bottom, Left float32
}

// Uniform is the same margin on the four sides.
func Uniform(margin float32) Insets {
	return Insets{margin, margin, margin, margin}
}

// Pad surrounds object with margins.
func Pad(margins Insets, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{Insets: margins}, Objects: []fyne.CanvasObject{object}}
}

// padded is an inset of nothing, by which HStack knows what fills it.
type padded struct{ inset }

type inset struct {
	known
	Insets
	limit  float32
	least  float32
	center bool
}

// LimitWidth keeps object at the left, at most width pixels wide.
func LimitWidth(width float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{limit: width}, Objects: []fyne.CanvasObject{object}}
}

// AtLeast makes object at least width pixels wide where it has its minimum size,
// as in a [Flow].
func AtLeast(width float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{least: width}, Objects: []fyne.CanvasObject{object}}
}

// Centered keeps object in the middle, at most width pixels wide.
func Centered(width float32, object fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &inset{limit: width, center: true}, Objects: []fyne.CanvasObject{object}}
}

// inner returns the width left inside the margins.
func (l *inset) inner(width float32) float32 {
	width = max(0, width-l.Left-l.Right)
	if l.limit > 0 {
		width = min(width, l.limit)
	}
	return width
}

// start is where the object begins from the left.
func (l *inset) start(width float32) float32 {
	if l.center {
		return max(0, (width-l.inner(width))/2)
	}
	return l.Left
}

// HeightFor implements FluidLayout.
func (l *inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for _, o := range visible(objects) {
		height = max(height, HeightFor(o, l.inner(width)))
	}
	return height + l.Top + l.Bottom
}

// MinSize implements fyne.Layout.
func (l *inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := max(l.least, widest(visible(objects))+l.Left+l.Right)
	return fyne.NewSize(width, l.HeightFor(objects, l.orElse(width)))
}

// Layout implements fyne.Layout.
func (l *inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	for _, o := range visible(objects) {
		place(o, l.start(size.Width), l.Top, l.inner(size.Width), max(0, size.Height-l.Top-l.Bottom))
	}
}

// Columns puts objects in equal columns, gap pixels apart, as many as fit with
// each at least least pixels wide; the rest goes on the next rows. The objects
// of a row have the height of the tallest.
func Columns(gap, least float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &columns{gap: gap, least: least}, Objects: objects}
}

// TwoColumns puts left and right side by side, and right under left when less
// than under pixels are there for both.
func TwoColumns(under float32, left, right fyne.CanvasObject) *fyne.Container {
	const gap = 16
	return Columns(gap, (under-gap)/2, left, right)
}

type columns struct {
	known
	gap, least float32
}

// count returns how many columns of n objects fit in width.
func (l *columns) count(n int, width float32) int {
	fit := int((width + l.gap) / (l.least + l.gap))
	return max(1, min(n, fit))
}

// rows calls each with every row of objects: the width of a column and the
// height of the row.
func (l *columns) rows(objects []fyne.CanvasObject, width float32, each func(row []fyne.CanvasObject, column, height float32)) {
	if len(objects) == 0 {
		return
	}
	n := l.count(len(objects), width)
	column := (width - l.gap*float32(n-1)) / float32(n)
	for start := 0; start < len(objects); start += n {
		row := objects[start:min(start+n, len(objects))]
		var height float32
		for _, o := range row {
			height = max(height, HeightFor(o, column))
		}
		each(row, column, height)
	}
}

// HeightFor implements FluidLayout.
func (l *columns) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	total := -l.gap
	l.rows(visible(objects), width, func(_ []fyne.CanvasObject, _, height float32) { total += height + l.gap })
	return max(0, total)
}

// MinSize implements fyne.Layout.
func (l *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := widest(visible(objects))
	return fyne.NewSize(width, l.HeightFor(objects, l.orElse(width)))
}

// Layout implements fyne.Layout.
func (l *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	l.rows(visible(objects), size.Width, func(row []fyne.CanvasObject, column, height float32) {
		for i, o := range row {
			place(o, float32(i)*(column+l.gap), y, column, height)
		}
		y += height + l.gap
	})
}

// Flow puts objects one after the other at their minimum size and goes to the
// next line when the width is used, like words.
func Flow(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &flow{gap: gap}, Objects: objects}
}

type flow struct {
	known
	gap float32
}

// arrange calls each with the place of every object and returns the height.
func (l *flow) arrange(objects []fyne.CanvasObject, width float32, each func(o fyne.CanvasObject, x, y float32, size fyne.Size)) float32 {
	var x, y, line float32
	for _, o := range visible(objects) {
		size := o.MinSize()
		size.Width = min(size.Width, width)
		if x > 0 && x+size.Width > width {
			x, y, line = 0, y+line+l.gap, 0
		}
		each(o, x, y, size)
		x += size.Width + l.gap
		line = max(line, size.Height)
	}
	return y + line
}

// HeightFor implements FluidLayout.
func (l *flow) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return l.arrange(objects, width, func(fyne.CanvasObject, float32, float32, fyne.Size) {})
}

// MinSize implements fyne.Layout.
func (l *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := widest(visible(objects))
	return fyne.NewSize(width, l.HeightFor(objects, l.orElse(width)))
}

// Layout implements fyne.Layout.
func (l *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.arrange(objects, size.Width, func(o fyne.CanvasObject, x, y float32, s fyne.Size) {
		place(o, x, y, s.Width, s.Height)
	})
}
