package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// lockLine is the padlock and the words of a private field, at the right of a line.
type lockLine struct {
	widget.BaseWidget
	lock  *lockMark
	words *canvas.Text
}

func newLockLine() *lockLine {
	l := &lockLine{lock: newLockMark(), words: canvas.NewText(privateWords, nil)}
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer implements fyne.Widget.
func (l *lockLine) CreateRenderer() fyne.WidgetRenderer {
	l.paint()
	return &view{
		owner:   l,
		objects: fixed(append(l.lock.objects(), l.words)...),
		layout:  l.layout,
		min:     func() fyne.Size { return l.words.MinSize().AddWidthHeight(lockWidth+skin.Gap1, 0) },
		paint:   l.paint,
	}
}

func (l *lockLine) layout(size fyne.Size) {
	words := l.words.MinSize()
	left := max(lockWidth+skin.Gap1, size.Width-words.Width)
	place(l.words, left, 0, words.Width, words.Height)
	l.lock.move(left-lockWidth-skin.Gap1, 2)
}

func (l *lockLine) paint() {
	l.words.Color, l.words.TextSize = skin.Color(skin.Secondary), skin.SecondarySize
	l.lock.paint(skin.PrivateBorder)
}
