package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/widgets"
)

// focusArea tells when something inside it gets the focus: what asks to be
// scrolled into view has just been focused.
type focusArea struct {
	widget.BaseWidget
	content fyne.CanvasObject
	focused func()
}

func newFocusArea(content fyne.CanvasObject, focused func()) *focusArea {
	a := &focusArea{content: content, focused: focused}
	a.ExtendBaseWidget(a)
	return a
}

// RevealPart implements widgets.Revealer.
func (a *focusArea) RevealPart(fyne.CanvasObject, float32, float32) { a.focused() }

// Children implements widgets.Parent.
func (a *focusArea) Children() []fyne.CanvasObject { return []fyne.CanvasObject{a.content} }

// HeightFor implements widgets.Fluid.
func (a *focusArea) HeightFor(width float32) float32 { return widgets.HeightFor(a.content, width) }

// CreateRenderer implements fyne.Widget.
func (a *focusArea) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(a.content) }
