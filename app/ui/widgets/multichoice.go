package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// MultiChoiceOptions says what a [MultiChoice] offers.
type MultiChoiceOptions struct {
	Options  []Option
	Selected []string
	// OnSelected hears the values ticked, in the order of Options.
	OnSelected func(ids []string)
}

// MultiChoice is a list of boxes to tick: one stop of the Tab key, in which the
// arrows move and Space ticks.
type MultiChoice struct {
	picker
	options MultiChoiceOptions
	ticked  map[string]bool
	rows    []*checkRow
	ring    *box
}

// checkRow is how a value is drawn.
type checkRow struct {
	square *box
	tick   *canvas.Text
	label  *Text
}

// Sizes of a box to tick.
const (
	checkSize  float32 = 16
	checkPitch float32 = 29
	checkText          = checkSize + skin.Gap2 + 2
)

// NewMultiChoice makes a list of boxes.
func NewMultiChoice(options MultiChoiceOptions) *MultiChoice {
	m := &MultiChoice{options: options, ring: newBox()}
	for _, o := range options.Options {
		m.rows = append(m.rows, &checkRow{
			square: newBox(), tick: canvas.NewText("✓", nil), label: NewText(o.Label, TextOptions{}),
		})
	}
	m.count, m.columns, m.press = len(m.rows), 1, m.toggle
	m.extend(m)
	m.SetSelected(options.Selected)
	return m
}

// NewCheck makes a single box to tick.
func NewCheck(label string, ticked bool, onChanged func(ticked bool)) *MultiChoice {
	const only = "only"
	options := MultiChoiceOptions{Options: []Option{{ID: only, Label: label}}, OnSelected: func(ids []string) {
		if onChanged != nil {
			onChanged(len(ids) > 0)
		}
	}}
	if ticked {
		options.Selected = []string{only}
	}
	return NewMultiChoice(options)
}

// Selected returns the values ticked, in the order of the options.
func (m *MultiChoice) Selected() []string {
	var ids []string
	for _, o := range m.options.Options {
		if m.ticked[o.ID] {
			ids = append(ids, o.ID)
		}
	}
	return ids
}

// SetSelected ticks these values and no other, without telling OnSelected.
func (m *MultiChoice) SetSelected(ids []string) {
	m.ticked = map[string]bool{}
	for _, id := range ids {
		m.ticked[id] = true
	}
	m.Refresh()
}

func (m *MultiChoice) toggle(i int) {
	id := m.options.Options[i].ID
	m.ticked[id] = !m.ticked[id]
	m.Refresh()
	if m.options.OnSelected != nil {
		m.options.OnSelected(m.Selected())
	}
}

// Tapped implements fyne.Tappable.
func (m *MultiChoice) Tapped(event *fyne.PointEvent) {
	var y float32
	for i := range m.rows {
		height := m.rowHeight(i, m.Size().Width)
		if event.Position.Y >= y && event.Position.Y < y+height {
			m.tap(i)
			return
		}
		y += height
	}
}

// rowHeight is the height of a value whose label wraps at a width.
func (m *MultiChoice) rowHeight(i int, width float32) float32 {
	return max(checkPitch, m.rows[i].label.HeightFor(width-checkText)+skin.Gap2)
}

// HeightFor implements Fluid.
func (m *MultiChoice) HeightFor(width float32) float32 {
	var height float32
	for i := range m.rows {
		height += m.rowHeight(i, width)
	}
	return height
}

// MinSize implements fyne.CanvasObject.
func (m *MultiChoice) MinSize() fyne.Size {
	const least = 120
	return fyne.NewSize(least, m.HeightFor(max(least, m.Size().Width)))
}

// CreateRenderer implements fyne.Widget.
func (m *MultiChoice) CreateRenderer() fyne.WidgetRenderer {
	drawn := []fyne.CanvasObject{m.ring.Container}
	for _, row := range m.rows {
		drawn = append(drawn, row.square.Container, row.tick, row.label)
	}
	m.paint()
	return &view{
		owner:   m,
		objects: fixed(drawn...),
		layout:  m.layout,
		min:     m.MinSize,
		paint: func() {
			m.paint()
			m.layout(m.Size())
		},
	}
}

func (m *MultiChoice) layout(size fyne.Size) {
	var y float32
	for i, row := range m.rows {
		height := m.rowHeight(i, size.Width)
		text := row.label.HeightFor(size.Width - checkText)
		place(row.label, checkText, y+(height-text)/2, size.Width-checkText, text)
		top := y + (height-text)/2 + (pitch(skin.TextSize)-checkSize)/2
		row.square.cover(0, top, checkSize, checkSize)
		own := row.tick.MinSize()
		place(row.tick, (checkSize-own.Width)/2, top+(checkSize-own.Height)/2, own.Width, own.Height)
		if i == m.cursor {
			m.ring.ringAround(0, top, checkSize, checkSize, 3, m.focused)
		}
		y += height
	}
}

func (m *MultiChoice) paint() {
	for i, row := range m.rows {
		fill, border := m.faceColors()
		row.tick.Hidden = !m.ticked[m.options.Options[i].ID]
		if !row.tick.Hidden {
			fill, border = skin.Primary, skin.Primary
		}
		row.square.dress(fill, border, skin.Hairline, 3)
		row.tick.Color, row.tick.TextSize = skin.Color(skin.OnPrimary), skin.SecondarySize
		row.tick.TextStyle = fyne.TextStyle{Bold: true}
		row.label.Refresh()
	}
}
