package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// toastTime is how long a message stays.
const toastTime = 8 * time.Second

// Toaster shows short messages at the bottom of the window, one at a time, with
// an action such as « Annuler ». Put it on top of the content of the window in a
// stack: it takes no click beside the message, and never takes the focus.
type Toaster struct {
	widget.BaseWidget
	// After replaces the clock, for tests.
	After After

	wait    rest
	card    *Card
	message *Text
	action  *Button
	close   *Button
	do      func()
}

// NewToaster makes a place for messages, with none in it.
func NewToaster() *Toaster {
	t := &Toaster{message: NewText("", TextOptions{Color: skin.Page, Truncate: true})}
	t.action = NewButton(ButtonOptions{Kind: Quiet, Color: skin.PrimaryTint, OnTapped: t.act})
	t.close = NewButton(ButtonOptions{Kind: Quiet, Label: "×", Color: skin.PrimaryTint, OnTapped: t.Hide})
	row := HStack(skin.Gap2, Fill(t.message), t.action, t.close)
	margins := Insets{Top: skin.Gap1, Right: skin.Gap1, Bottom: skin.Gap1, Left: skin.Gap4}
	t.card = NewCard(row, CardOptions{Fill: skin.Ink, Borderless: true, Margins: margins})
	t.ExtendBaseWidget(t)
	t.BaseWidget.Hide()
	return t
}

// Notify shows a message for 8 seconds instead of the one that is there. The
// action, which may be empty, does do and removes the message.
func (t *Toaster) Notify(message, action string, do func()) {
	t.do = do
	t.message.SetText(message)
	t.action.SetLabel(action)
	t.action.Hidden = action == ""
	t.wait.after = t.After
	t.wait.begin(toastTime, t.Hide)
	t.BaseWidget.Show()
	t.layout(t.Size())
	t.Refresh()
}

// Hide removes the message.
func (t *Toaster) Hide() {
	t.wait.cancel()
	t.BaseWidget.Hide()
}

// Message returns the message that shows, or "".
func (t *Toaster) Message() string {
	if t.Hidden {
		return ""
	}
	return t.message.Text()
}

func (t *Toaster) act() {
	do := t.do
	t.Hide()
	if do != nil {
		do()
	}
}

// Children implements Parent.
func (t *Toaster) Children() []fyne.CanvasObject { return []fyne.CanvasObject{t.card} }

// CreateRenderer implements fyne.Widget.
func (t *Toaster) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   t,
		objects: fixed(t.card),
		layout:  t.layout,
		min:     func() fyne.Size { return fyne.Size{} },
		paint:   func() { t.card.Refresh() },
	}
}

// layout puts the message at the bottom, in the middle, above the status line.
func (t *Toaster) layout(size fyne.Size) {
	const most, above = 560, 52
	width := t.message.NaturalWidth() + skin.Gap4 + 2*skin.Gap2 + skin.Gap1 + t.close.MinSize().Width
	if !t.action.Hidden {
		width += t.action.MinSize().Width + skin.Gap2
	}
	width = min(width+2, most, size.Width-2*skin.Gap4)
	height := t.card.HeightFor(width)
	place(t.card, (size.Width-width)/2, size.Height-above-height, width, height)
}
