package filedialog

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// notice is the line of the dialog that says what is wrong, or asks a question.
type notice struct {
	box *fyne.Container
	// asked is the question that is there, or nil.
	asked fyne.CanvasObject
	// resized is called when the line comes or goes.
	resized func()
}

func newNotice() *notice {
	n := &notice{box: widgets.VStack(0)}
	n.box.Hide()
	return n
}

// tell says what is wrong, under the question if there is one.
func (n *notice) tell(sentence string) {
	words := widgets.NewText(sentence, widgets.TextOptions{Color: skin.Alert})
	if n.asked != nil {
		n.show(widgets.VStack(skin.Gap1, n.asked, words), widgets.CardOptions{Fill: skin.PrimaryTint, Border: skin.Primary})
		return
	}
	n.show(words, widgets.CardOptions{Fill: skin.AlertTint, Border: skin.Alert})
}

// ask shows a question: a sentence or a field, then buttons.
func (n *notice) ask(question fyne.CanvasObject, buttons ...fyne.CanvasObject) {
	n.asked = widgets.HStack(skin.Gap2, append([]fyne.CanvasObject{widgets.Fill(question)}, buttons...)...)
	n.show(n.asked, widgets.CardOptions{Fill: skin.PrimaryTint, Border: skin.Primary})
}

func (n *notice) show(content fyne.CanvasObject, options widgets.CardOptions) {
	options.Margins = widgets.Insets{Top: skin.Gap2, Right: skin.Gap3, Bottom: skin.Gap2, Left: skin.Gap3}
	n.box.Objects = []fyne.CanvasObject{widgets.NewCard(content, options)}
	n.box.Show()
	n.resized()
}

// clear removes the line, and says whether one was there.
func (n *notice) clear() bool {
	if !n.box.Visible() {
		return false
	}
	n.asked, n.box.Objects = nil, nil
	n.box.Hide()
	n.resized()
	return true
}
