package widgets

import (
	"fyne.io/fyne/v2"
)

// ModalOptions says what a [Modal] shows.
type ModalOptions struct {
	// Panel is shown at Width by Height pixels, less in a small window.
	Panel         fyne.CanvasObject
	Width, Height float32
	// OnEscape is called for an Escape key that nothing inside needs; nil does
	// nothing.
	OnEscape func()
}

// Modal is a panel in the middle of the window, which is dimmed and does not
// answer until the panel goes.
type Modal struct{ over *overlay }

// ShowModal shows a panel over a window, with the focus on first, which may be nil.
func ShowModal(window fyne.Window, options ModalOptions, first fyne.Focusable) *Modal {
	m := &Modal{&overlay{
		holder: window.Canvas(), panel: options.Panel, dim: true, escape: options.OnEscape,
		where: centred(options.Width, options.Height),
	}}
	m.over.show(first)
	return m
}

// Hide removes the panel and gives the focus back.
func (m *Modal) Hide() { m.over.hide() }
