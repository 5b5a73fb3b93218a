package filedialog

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// longCrumb is how many letters of the name of a folder the path shows.
const longCrumb = 28

// crumbBar is the path of the folder shown: a button for each folder around it,
// which leads there. The first ones give way to « … » when there is no room. It is
// its own layout.
type crumbBar struct {
	box   *fyne.Container
	goTo  func(path string)
	trail []crumb
	more  *widgets.Button
	// first is the first crumb that there is room for.
	first int
}

func newCrumbBar(goTo func(path string)) *crumbBar {
	b := &crumbBar{goTo: goTo}
	b.more = widgets.NewButton(widgets.ButtonOptions{Label: "…", Kind: widgets.Quiet, OnTapped: func() { goTo(b.trail[b.first-1].path) }})
	b.box = &fyne.Container{Layout: b}
	return b
}

// show writes a path.
func (b *crumbBar) show(trail []crumb) {
	b.trail = trail
	b.box.Objects = []fyne.CanvasObject{b.more}
	for i, step := range trail {
		options := widgets.ButtonOptions{Kind: widgets.Quiet, OnTapped: func() { b.goTo(step.path) }}
		options.Label = middle(step.label, func(s string) bool { return len([]rune(s)) <= longCrumb })
		if i == len(trail)-1 {
			options.Color = skin.Ink
		}
		arrow := widgets.NewText("›", widgets.TextOptions{Style: widgets.Secondary, NoWrap: true})
		b.box.Objects = append(b.box.Objects, arrow, widgets.NewButton(options))
	}
	b.box.Refresh()
}

// MinSize implements fyne.Layout.
func (b *crumbBar) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80, skin.ControlHeight)
}

// Layout implements fyne.Layout. The objects are « … », then an arrow and a button
// for each crumb; an arrow shows when something is before it.
func (b *crumbBar) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b.first = b.firstThatFits(objects, size.Width)
	var x float32
	for i, o := range objects {
		step, isArrow := (i-1)/2, i%2 == 1
		shown := step >= b.first && !(isArrow && step == 0)
		if i == 0 {
			shown = b.first > 0
		}
		if !shown {
			o.Hide()
			continue
		}
		o.Show()
		own := o.MinSize()
		width := min(own.Width, max(0, size.Width-x))
		put(o, x, (size.Height-own.Height)/2, width, own.Height)
		x += width
	}
}

// firstThatFits returns the first crumb from which all the others have room.
func (b *crumbBar) firstThatFits(objects []fyne.CanvasObject, width float32) int {
	var needed float32
	for i := len(b.trail) - 1; i >= 0; i-- {
		needed += objects[2*i+2].MinSize().Width
		before := objects[2*i+1].MinSize().Width + b.more.MinSize().Width
		if i == 0 {
			before = 0
		}
		if needed+before > width {
			return min(i+1, len(b.trail)-1)
		}
		needed += objects[2*i+1].MinSize().Width
	}
	return 0
}
