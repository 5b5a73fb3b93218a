package paint

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tressons/report/figure"
	"tressons/report/raster"
)

// sheets are pages one under the other in a scroll area. Only those in view are
// painted; those far away give their memory back.
type sheets struct {
	painter  *raster.Painter
	drawings []figure.Drawing
	pages    []*Page
	content  *fyne.Container
	scroll   *container.Scroll
	total    fyne.Size // room that the content needs
	scrolled func()    // after the person scrolled
	moving   bool      // the program scrolls
}

// prepare makes the scroll area.
func (s *sheets) prepare(painter *raster.Painter, direction container.ScrollDirection, scrolled func()) {
	s.painter, s.scrolled = painter, scrolled
	s.content = container.New(&roomLayout{s})
	s.scroll = container.NewScroll(s.content)
	s.scroll.Direction = direction
	s.scroll.OnScrolled = func(fyne.Position) {
		s.reveal()
		if !s.moving {
			s.scrolled()
		}
	}
}

// roomLayout gives the content the room that the pages were placed in.
type roomLayout struct{ sheets *sheets }

func (l *roomLayout) Layout([]fyne.CanvasObject, fyne.Size) {}

func (l *roomLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.sheets.total }

// set shows other drawings. Pages that did not change keep their picture; it
// tells whether their number or the shape of one changed.
func (s *sheets) set(drawings []figure.Drawing) (reshaped bool) {
	before := s.drawings
	s.drawings = drawings
	for i, d := range drawings {
		switch {
		case i >= len(before):
			s.pages = append(s.pages, NewPage(s.painter, d))
			reshaped = true
		case !reflect.DeepEqual(before[i], d):
			s.pages[i].SetDrawing(d)
			reshaped = reshaped || before[i].Width != d.Width || before[i].Height != d.Height
		}
	}
	if len(s.pages) > len(drawings) {
		s.pages, reshaped = s.pages[:len(drawings)], true
	}
	return reshaped
}

// reveal shows the pages in view, and releases the pictures of those further
// than two screens away.
func (s *sheets) reveal() {
	top, height := s.scroll.Offset.Y, s.scroll.Size().Height
	for _, page := range s.pages {
		away := max(page.Position().Y-(top+height), top-(page.Position().Y+page.Size().Height))
		if away <= 0 {
			page.Show()
			continue
		}
		page.Hide()
		if away > 2*height {
			page.Release()
		}
	}
}

// scrollTo scrolls without telling that the person did.
func (s *sheets) scrollTo(at fyne.Position) {
	limit := s.content.MinSize().Max(s.scroll.Size()).Subtract(s.scroll.Size())
	s.moving = true
	s.scroll.ScrollToOffset(fyne.NewPos(min(max(0, at.X), limit.Width), min(max(0, at.Y), limit.Height)))
	s.moving = false
	s.reveal()
}

// arrange lays the scroll area out, once the pages have their places.
func (s *sheets) arrange(size, total fyne.Size) {
	s.total = total
	s.moving = true
	s.scroll.Resize(size)
	s.content.Resize(total.Max(size))
	s.moving = false
	s.scrollTo(s.scroll.Offset)
}

// put places an object.
func put(o fyne.CanvasObject, x, y, width, height float32) {
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
