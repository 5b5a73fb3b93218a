package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/layout"
)

// VStack puts objects one under the other, each as wide as the stack, gap
// pixels apart. Hidden objects take no room.
func VStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &vstack{gap: gap}, Objects: objects}
}

type vstack struct {
	known
	gap float32
}

// HeightFor implements FluidLayout.
func (l *vstack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	var height float32
	for i, o := range visible(objects) {
		if i > 0 {
			height += l.gap
		}
		height += HeightFor(o, width)
	}
	return height
}

// MinSize implements fyne.Layout.
func (l *vstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	width := widest(visible(objects))
	return fyne.NewSize(width, l.HeightFor(objects, l.orElse(width)))
}

// Layout implements fyne.Layout.
func (l *vstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	var y float32
	for _, o := range visible(objects) {
		height := HeightFor(o, size.Width)
		place(o, 0, y, size.Width, height)
		y += height + l.gap
	}
}

// HStack puts objects side by side, gap pixels apart, each at its minimum width
// and centred on the line; a text has the width of its words if there is room. A
// [Spacer] or an object wrapped by [Fill] shares the width that is left.
func HStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &hstack{gap: gap}, Objects: objects}
}

// HStackTop is HStack with the objects aligned at the top.
func HStackTop(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: &hstack{gap: gap, top: true}, Objects: objects}
}

// Fill marks an object that takes the width left over in an [HStack].
func Fill(object fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: &padded{}, Objects: []fyne.CanvasObject{object}}
}

// Spacer is the empty object that pushes its neighbours apart in an [HStack].
func Spacer() fyne.CanvasObject { return layout.NewSpacer() }

type hstack struct {
	known
	gap float32
	top bool
}

// grows says whether an object of the row shares the room left.
func grows(o fyne.CanvasObject) bool {
	if c, ok := o.(*fyne.Container); ok {
		_, filled := c.Layout.(*padded)
		return filled
	}
	s, ok := o.(layout.SpacerObject)
	return ok && s.ExpandHorizontal()
}

// widths shares width among the objects.
func (l *hstack) widths(objects []fyne.CanvasObject, width float32) []float32 {
	widths := make([]float32, len(objects))
	left := width - l.gap*float32(max(0, len(objects)-1))
	growing := 0
	for i, o := range objects {
		if grows(o) {
			growing++
			continue
		}
		widths[i] = o.MinSize().Width
		left -= widths[i]
	}
	for i, o := range objects {
		if text, ok := o.(*Text); ok && left > 0 {
			more := min(left, max(0, text.NaturalWidth()-widths[i]))
			widths[i] += more
			left -= more
		}
	}
	for i, o := range objects {
		if grows(o) {
			widths[i] = max(0, left/float32(growing))
		}
	}
	return widths
}

// HeightFor implements FluidLayout.
func (l *hstack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	shown := visible(objects)
	var height float32
	for i, w := range l.widths(shown, width) {
		height = max(height, HeightFor(shown[i], w))
	}
	return height
}

// MinSize implements fyne.Layout.
func (l *hstack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	shown := visible(objects)
	width := l.gap * float32(max(0, len(shown)-1))
	for _, o := range shown {
		width += o.MinSize().Width
	}
	return fyne.NewSize(width, l.HeightFor(objects, l.orElse(width)))
}

// Layout implements fyne.Layout.
func (l *hstack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	shown := visible(objects)
	var x float32
	for i, width := range l.widths(shown, size.Width) {
		height := min(HeightFor(shown[i], width), size.Height)
		y := (size.Height - height) / 2
		if l.top {
			y = 0
		}
		place(shown[i], x, y, width, height)
		x += width + l.gap
	}
}
