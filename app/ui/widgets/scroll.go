package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// Scroll is a vertical scroll area. Its content has the width of the area and
// the height it needs there, and the wheel works wherever the pointer is, over
// entries of several lines too.
type Scroll struct {
	widget.BaseWidget
	content *fyne.Container
	inner   *container.Scroll
	wheel   *wheelCatcher
}

// NewScroll makes a scroll area around content.
func NewScroll(content fyne.CanvasObject) *Scroll {
	s := &Scroll{content: &fyne.Container{Layout: &inset{}}}
	if content != nil {
		s.content.Objects = []fyne.CanvasObject{content}
	}
	s.inner = container.NewVScroll(s.content)
	s.inner.OnScrolled = func(fyne.Position) { s.showParts() }
	s.wheel = newWheelCatcher(s)
	s.ExtendBaseWidget(s)
	return s
}

// SetContent replaces what is scrolled and goes back to the top.
func (s *Scroll) SetContent(content fyne.CanvasObject) {
	s.content.Objects = []fyne.CanvasObject{content}
	s.inner.Offset = fyne.Position{}
	s.Relayout()
}

// Relayout lays the content out again, after its height changed. The window
// does it by itself before the next frame; it is needed only to know places now.
func (s *Scroll) Relayout() {
	s.arrange(s.Size())
	s.Refresh()
}

// Offset returns how many pixels of the content are above the area.
func (s *Scroll) Offset() float32 { return s.inner.Offset.Y }

// ScrollTo shows the content from y on.
func (s *Scroll) ScrollTo(y float32) {
	limit := max(0, s.content.Size().Height-s.Size().Height)
	s.inner.ScrollToOffset(fyne.NewPos(0, min(max(0, y), limit)))
	s.showParts()
}

// showParts tells what is seen to the objects that draw no more than that.
func (s *Scroll) showParts() {
	showParts(s.content, s.Offset(), s.Offset()+s.Size().Height)
}

// Scrolled implements fyne.Scrollable.
func (s *Scroll) Scrolled(event *fyne.ScrollEvent) {
	if owner := ownerAt(s.content, event.Position.AddXY(0, s.Offset())); owner != nil && owner.takesWheel(event) {
		return
	}
	s.inner.Scrolled(event)
}

// Children implements Parent.
func (s *Scroll) Children() []fyne.CanvasObject { return []fyne.CanvasObject{s.content} }

// Reveal scrolls just enough to show object, which must be inside the area.
func (s *Scroll) Reveal(object fyne.CanvasObject) {
	s.RevealPart(object, 0, object.Size().Height)
}

// RevealPart implements Revealer: it scrolls just enough, with a little air, or
// to the top of what is higher than the area.
func (s *Scroll) RevealPart(object fyne.CanvasObject, top, bottom float32) {
	path := pathTo(s.content, object)
	if path == nil {
		return
	}
	const air = skin.Gap4
	top, bottom = top-air, bottom+air
	for _, inside := range path[1:] {
		top += inside.Position().Y
		bottom += inside.Position().Y
	}
	view := s.Size().Height
	switch {
	case top < s.Offset() || bottom-top > view:
		s.ScrollTo(top)
	case bottom > s.Offset()+view:
		s.ScrollTo(bottom - view)
	}
}

// CreateRenderer implements fyne.Widget.
func (s *Scroll) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   s,
		objects: fixed(s.inner, s.wheel),
		layout:  s.arrange,
		min:     func() fyne.Size { return fyne.NewSize(s.content.MinSize().Width, skin.ControlHeight) },
		paint:   func() { s.inner.Refresh() },
	}
}

// arrange lays the content out at the width of the area, then the area itself.
func (s *Scroll) arrange(size fyne.Size) {
	height := max(size.Height, HeightFor(s.content, size.Width))
	s.content.Resize(fyne.NewSize(size.Width, height))
	s.inner.Resize(size)
	s.wheel.Resize(size)
	s.inner.ScrollToOffset(fyne.NewPos(0, min(s.inner.Offset.Y, max(0, height-size.Height))))
	s.showParts()
}

// wheelCatcher is a transparent sheet that takes the wheel and nothing else:
// clicks and keys go through to what lies under it.
type wheelCatcher struct {
	widget.BaseWidget
	target fyne.Scrollable
}

func newWheelCatcher(target fyne.Scrollable) *wheelCatcher {
	w := &wheelCatcher{target: target}
	w.ExtendBaseWidget(w)
	return w
}

// Scrolled implements fyne.Scrollable.
func (w *wheelCatcher) Scrolled(event *fyne.ScrollEvent) { w.target.Scrolled(event) }

// CreateRenderer implements fyne.Widget.
func (w *wheelCatcher) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   w,
		objects: fixed(),
		layout:  func(fyne.Size) {},
		min:     func() fyne.Size { return fyne.Size{} },
		paint:   func() {},
	}
}
