package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// box is a small dialog: a title, a content, a button that does what is asked
// and one that gives up.
type box struct {
	title, confirm, cancel string // without confirm, cancel is the only button
	content                fyne.CanvasObject
	entries                []*widgets.Entry // of one line: the first takes the cursor, its text selected, Enter in any confirms
	focus                  fyne.Focusable   // takes the cursor when there are no entries
	do                     func()
	given                  func()   // done when the person gives up; may be nil
	others                 []option // what else can be done
	danger                 bool     // what is asked loses something
}

// option is one more thing that a dialog offers to do.
type option struct {
	label string
	do    func()
}

// show opens the dialog over the window, as high as its content. hide takes it
// away as if it had not been there.
func (b box) show(window fyne.Window) (hide func()) {
	var modal *widgets.Modal
	closing := func() {
		modal.Hide()
		if b.given != nil {
			b.given()
		}
	}
	confirming := func() {
		modal.Hide()
		b.do()
	}
	cancel := widgets.NewButton(widgets.ButtonOptions{Label: b.cancel, OnTapped: closing})
	buttons := widgets.HStack(skin.Gap2, widgets.Spacer(), cancel)
	for _, o := range b.others {
		buttons.Add(widgets.NewButton(widgets.ButtonOptions{Label: o.label, OnTapped: func() {
			modal.Hide()
			o.do()
		}}))
	}
	if b.confirm != "" {
		kind := widgets.Filled
		if b.danger {
			kind = widgets.Danger
		}
		buttons.Add(widgets.NewButton(widgets.ButtonOptions{Label: b.confirm, Kind: kind, OnTapped: confirming}))
	}
	panel := widgets.NewCard(widgets.VStack(skin.Gap4, sectionTitle(b.title), b.content, buttons),
		widgets.CardOptions{Margins: widgets.Uniform(20)})
	var first fyne.Focusable = cancel
	if b.focus != nil {
		first = b.focus
	}
	for _, e := range b.entries {
		e.OnSubmitted = func(string) { confirming() }
	}
	if len(b.entries) > 0 {
		first = b.entries[0]
	}
	modal = widgets.ShowModal(window, widgets.ModalOptions{Panel: panel, Width: boxWidth,
		Height: widgets.HeightFor(panel, boxWidth), OnEscape: closing}, first)
	if len(b.entries) > 0 {
		b.entries[0].TypedShortcut(&fyne.ShortcutSelectAll{}) // what is proposed goes as soon as one types
	}
	return modal.Hide
}

// boxWidth is the width of a small dialog.
const boxWidth = 540

// scrolled shows a content in the height that it needs, up to a limit.
func scrolled(content fyne.CanvasObject, most float32) fyne.CanvasObject {
	return &fyne.Container{Layout: atMost{content, most}, Objects: []fyne.CanvasObject{widgets.NewScroll(content)}}
}

// atMost is the layout of a scroll area around a content.
type atMost struct {
	content fyne.CanvasObject
	most    float32
}

// HeightFor implements widgets.FluidLayout.
func (l atMost) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	return min(l.most, widgets.HeightFor(l.content, width))
}

// MinSize implements fyne.Layout.
func (l atMost) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }

// Layout implements fyne.Layout.
func (l atMost) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(size)
}
