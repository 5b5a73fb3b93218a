package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// lockMark is a small padlock, 10 by 12 pixels.
type lockMark struct {
	body, shackle *canvas.Rectangle
}

func newLockMark() *lockMark {
	return &lockMark{body: &canvas.Rectangle{}, shackle: &canvas.Rectangle{}}
}

func (m *lockMark) objects() []fyne.CanvasObject { return []fyne.CanvasObject{m.shackle, m.body} }

// lockWidth is the width of a padlock.
const lockWidth float32 = 10

// move puts the padlock with its top left corner at (x, y).
func (m *lockMark) move(x, y float32) {
	place(m.shackle, x+2.5, y+0.75, lockWidth-5, 8)
	place(m.body, x, y+5, lockWidth, 7)
}

func (m *lockMark) paint(name fyne.ThemeColorName) {
	m.body.FillColor = skin.Color(name)
	m.body.CornerRadius = 1.5
	m.shackle.FillColor = colorOrNone("")
	m.shackle.StrokeColor = skin.Color(name)
	m.shackle.StrokeWidth = 1.5
	m.shackle.CornerRadius = 2.5
}
