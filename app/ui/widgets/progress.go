package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// Progress covers the window while something long is done elsewhere: what it is,
// a bar, and a button to give up.
type Progress struct {
	window fyne.Window
	text   *Text
	bar    *progressBar
	cancel *Button
	sheet  *overlay
	wait   rest
}

// NewProgress prepares the cover of a window. A nil cancel leaves the button out.
func NewProgress(window fyne.Window, text string, cancel func()) *Progress {
	p := &Progress{window: window, text: NewText(text, TextOptions{Style: Strong}), bar: newProgressBar()}
	body := VStack(skin.Gap3, p.text, p.bar)
	if cancel != nil {
		p.cancel = NewButton(ButtonOptions{Label: "Annuler", OnTapped: cancel})
		body.Objects = append(body.Objects, HStack(0, Spacer(), p.cancel))
	}
	panel := NewCard(body, CardOptions{Margins: Uniform(20)})
	const width = 380
	p.sheet = &overlay{holder: window.Canvas(), panel: panel, dim: true, escape: cancel, where: func(size fyne.Size) (fyne.Position, fyne.Size) {
		return centred(width, panel.HeightFor(width))(size)
	}}
	return p
}

// Show covers the window.
func (p *Progress) Show() {
	p.wait.cancel()
	if p.Shown() {
		return
	}
	var first fyne.Focusable
	if p.cancel != nil {
		first = p.cancel
	}
	p.sheet.show(first)
	p.bar.start()
}

// ShowAfter covers the window in a while, unless Hide comes before: what is
// quick shows nothing.
func (p *Progress) ShowAfter(d time.Duration) { p.wait.begin(d, p.Show) }

// Shown says whether the window is covered.
func (p *Progress) Shown() bool { return p.sheet.shown }

// Hide uncovers the window.
func (p *Progress) Hide() {
	p.wait.cancel()
	if !p.Shown() {
		return
	}
	p.bar.stop()
	p.sheet.hide()
}

// SetText changes what is said to be done.
func (p *Progress) SetText(text string) { p.text.SetText(text) }

// SetFraction fills the bar from 0 to 1; before it is called the bar comes and
// goes without an end.
func (p *Progress) SetFraction(fraction float32) { p.bar.set(fraction) }

// progressBar is a bar that fills, or on which a piece goes by.
type progressBar struct {
	widget.BaseWidget
	back, fill *canvas.Rectangle
	fraction   float32
	known      bool
	animation  *fyne.Animation
}

func newProgressBar() *progressBar {
	b := &progressBar{back: &canvas.Rectangle{CornerRadius: 3}, fill: &canvas.Rectangle{CornerRadius: 3}}
	b.animation = fyne.NewAnimation(1600*time.Millisecond, func(done float32) {
		if !b.known {
			b.fraction = done
			b.layout(b.Size())
			b.fill.Refresh()
		}
	})
	b.animation.RepeatCount = fyne.AnimationRepeatForever
	b.animation.Curve = fyne.AnimationLinear
	b.ExtendBaseWidget(b)
	return b
}

func (b *progressBar) start() { b.animation.Start() }
func (b *progressBar) stop()  { b.animation.Stop() }

func (b *progressBar) set(fraction float32) {
	b.known, b.fraction = true, min(1, max(0, fraction))
	b.layout(b.Size())
	b.Refresh()
}

func (b *progressBar) layout(size fyne.Size) {
	b.back.Resize(size)
	if b.known {
		b.fill.Move(fyne.NewPos(0, 0))
		b.fill.Resize(fyne.NewSize(size.Width*b.fraction, size.Height))
		return
	}
	const piece = 0.3
	start := (b.fraction*(1+piece) - piece) * size.Width
	end := min(size.Width, start+piece*size.Width)
	start = max(0, start)
	place(b.fill, start, 0, max(0, end-start), size.Height)
}

// CreateRenderer implements fyne.Widget.
func (b *progressBar) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		b.back.FillColor, b.fill.FillColor = skin.Color(skin.Line), skin.Color(skin.Primary)
	}
	paint()
	return &view{
		owner:   b,
		objects: fixed(b.back, b.fill),
		layout:  b.layout,
		min:     func() fyne.Size { return fyne.NewSize(80, 6) },
		paint:   paint,
	}
}
