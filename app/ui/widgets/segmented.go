package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// Segment is one of the answers of a [Segmented].
type Segment struct {
	ID    string
	Label string
}

// SegmentedOptions says what a [Segmented] shows.
type SegmentedOptions struct {
	Segments []Segment
	Selected string
	// Color is that of the selection; empty is skin.Primary.
	Color fyne.ThemeColorName
	// Required keeps an answer: pressing the selected one does not clear it.
	Required bool
	// ClearLabel adds, once there is an answer, a quiet segment that clears it.
	ClearLabel string
	// OnSelected hears the choice of the person: "" when it was cleared.
	OnSelected func(id string)
}

// Segmented offers a few short answers side by side. Pressing the selected one
// clears it.
type Segmented struct {
	picker
	options SegmentedOptions
	faces   []*box
	labels  []*canvas.Text
	clear   *canvas.Text
	ring    *box
}

// The answers of [NewYesNo].
const (
	Yes = "yes"
	No  = "no"
)

// NewYesNo offers « Oui » and « Non », and to clear the answer.
func NewYesNo(selected string, onSelected func(id string)) *Segmented {
	return NewSegmented(SegmentedOptions{
		Segments: []Segment{{Yes, "Oui"}, {No, "Non"}}, Selected: selected,
		ClearLabel: "Effacer", OnSelected: onSelected,
	})
}

// NewSegmented makes the answers.
func NewSegmented(options SegmentedOptions) *Segmented {
	if options.Color == "" {
		options.Color = skin.Primary
	}
	s := &Segmented{options: options, ring: newBox(), clear: canvas.NewText(options.ClearLabel, nil)}
	for _, segment := range options.Segments {
		s.faces = append(s.faces, newBox())
		s.labels = append(s.labels, canvas.NewText(segment.Label, nil))
	}
	s.press = s.toggle
	s.extend(s)
	s.SetSelected(options.Selected)
	return s
}

// Selected returns the answer chosen, or "".
func (s *Segmented) Selected() string { return s.options.Selected }

// SetSelected shows an answer without telling OnSelected.
func (s *Segmented) SetSelected(id string) {
	s.options.Selected = id
	for i, segment := range s.options.Segments {
		if segment.ID == id {
			s.cursor = i
		}
	}
	s.recount()
	s.Refresh()
}

// recount counts the cells: the answers, and the one that clears if it shows.
func (s *Segmented) recount() {
	s.count = len(s.options.Segments)
	if s.clears() {
		s.count++
	}
	s.columns = s.count
	s.cursor = min(s.cursor, s.count-1)
}

func (s *Segmented) clears() bool { return s.options.ClearLabel != "" && s.options.Selected != "" }

func (s *Segmented) toggle(i int) {
	id := ""
	if i < len(s.options.Segments) {
		id = s.options.Segments[i].ID
	}
	if id == s.options.Selected {
		if s.options.Required {
			return
		}
		id = ""
	}
	s.options.Selected = id
	s.recount()
	s.Refresh()
	if s.options.OnSelected != nil {
		s.options.OnSelected(id)
	}
}

// Tapped implements fyne.Tappable.
func (s *Segmented) Tapped(event *fyne.PointEvent) {
	var x float32
	for i := range s.count {
		w := s.width(i)
		if event.Position.X >= x && event.Position.X < x+w {
			s.tap(i)
			return
		}
		x += w + segmentGap
	}
}

const segmentGap float32 = 3

// width is that of a cell, with its label in the boldest face so that choosing
// moves nothing.
func (s *Segmented) width(i int) float32 {
	label := s.options.ClearLabel
	if i < len(s.options.Segments) {
		label = s.options.Segments[i].Label
	}
	return ceil(fyne.MeasureText(label, skin.TextSize, fyne.TextStyle{Bold: true}).Width + 2*skin.Gap3)
}

// MinSize implements fyne.CanvasObject.
func (s *Segmented) MinSize() fyne.Size {
	cells := len(s.options.Segments)
	if s.options.ClearLabel != "" {
		cells++
	}
	var width float32
	for i := range cells {
		width += s.width(i) + segmentGap
	}
	return fyne.NewSize(max(0, width-segmentGap), skin.ControlHeight)
}

// CreateRenderer implements fyne.Widget.
func (s *Segmented) CreateRenderer() fyne.WidgetRenderer {
	var drawn []fyne.CanvasObject
	for i := range s.faces {
		drawn = append(drawn, s.faces[i].Container, s.labels[i])
	}
	drawn = append(drawn, s.clear, s.ring.Container)
	s.paint()
	return &view{
		owner:   s,
		objects: func() []fyne.CanvasObject { return drawn },
		layout:  func(fyne.Size) { s.layout() },
		min:     s.MinSize,
		paint: func() {
			s.paint()
			s.layout()
		},
	}
}

func (s *Segmented) layout() {
	var x float32
	for i := range len(s.labels) + 1 {
		w := s.width(i)
		label := s.clear
		if i < len(s.labels) {
			label = s.labels[i]
			s.faces[i].cover(x, 0, w, skin.ControlHeight)
		}
		own := label.MinSize()
		place(label, x+(w-own.Width)/2, (skin.ControlHeight-own.Height)/2, own.Width, own.Height)
		if i == s.cursor {
			s.ring.ringAround(x, 0, w, skin.ControlHeight, skin.SmallRadius, s.focused)
		}
		x += w + segmentGap
	}
}

func (s *Segmented) paint() {
	for i, segment := range s.options.Segments {
		fill, border := s.faceColors()
		style := fyne.TextStyle{}
		if segment.ID == s.options.Selected {
			fill, border, style = skin.Tint(s.options.Color), s.options.Color, fyne.TextStyle{Bold: true}
		}
		s.faces[i].dress(fill, border, skin.Hairline, skin.SmallRadius)
		s.labels[i].Color, s.labels[i].TextSize, s.labels[i].TextStyle = skin.Color(skin.Ink), skin.TextSize, style
	}
	s.clear.Hidden = !s.clears()
	s.clear.Color, s.clear.TextSize = skin.Color(skin.Secondary), skin.TextSize
}
