package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// LevelCard is one of the levels to choose from.
type LevelCard struct {
	Level Level
	Name  string
	// Text says by what one recognises the level.
	Text string
}

// LevelCardsOptions says what [LevelCards] show.
type LevelCardsOptions struct {
	Cards []LevelCard
	// Color is that of the rings and of the selection.
	Color    fyne.ThemeColorName
	Selected Level
	// OnSelected hears the choice of the person: LevelUnknown when it was cleared.
	OnSelected func(Level)
}

// LevelCards offers levels as cards side by side, or two by two where they
// would be narrow. Pressing the selected one clears the choice.
type LevelCards struct {
	picker
	options LevelCardsOptions
	cards   []*levelCard
	ring    *box
	drawn   []fyne.CanvasObject
}

// levelCard is how a card is drawn.
type levelCard struct {
	LevelCard
	face  *box
	mark  *LevelMark
	name  *Text
	text  *Text
	check *canvas.Text
}

// Sizes of the cards.
const (
	levelGap  float32 = 10
	levelSide         = skin.Gap3
	levelRing float32 = 16
	// levelWide is the width from which all the cards are on one row.
	levelWide float32 = 560
)

// NewLevelCards makes the cards.
func NewLevelCards(options LevelCardsOptions) *LevelCards {
	l := &LevelCards{options: options, ring: newBox()}
	l.count = len(options.Cards)
	l.press = l.toggle
	for _, c := range options.Cards {
		card := &levelCard{
			LevelCard: c, face: newBox(),
			mark:  NewLevelMark(c.Level, options.Color, levelRing),
			name:  NewSpans([]Span{{Text: c.Name, Style: fyne.TextStyle{Bold: true}}}, TextOptions{Truncate: true}),
			text:  NewText(c.Text, TextOptions{Style: Small}),
			check: canvas.NewText("✓", nil),
		}
		l.cards = append(l.cards, card)
		l.drawn = append(l.drawn, card.face.Container, card.mark, card.name, card.text, card.check)
	}
	l.drawn = append(l.drawn, l.ring.Container)
	l.putCursorOnSelection()
	l.extend(l)
	return l
}

// Selected returns the level chosen, or LevelUnknown.
func (l *LevelCards) Selected() Level { return l.options.Selected }

// SetSelected shows a choice without telling OnSelected.
func (l *LevelCards) SetSelected(level Level) {
	l.options.Selected = level
	l.putCursorOnSelection()
	l.Refresh()
}

func (l *LevelCards) putCursorOnSelection() {
	for i, c := range l.cards {
		if c.Level == l.options.Selected {
			l.cursor = i
		}
	}
}

// toggle chooses a card, or clears the choice if it was that card.
func (l *LevelCards) toggle(i int) {
	level := l.cards[i].Level
	if level == l.options.Selected {
		level = LevelUnknown
	}
	l.options.Selected = level
	l.Refresh()
	if l.options.OnSelected != nil {
		l.options.OnSelected(level)
	}
}

// Tapped implements fyne.Tappable.
func (l *LevelCards) Tapped(event *fyne.PointEvent) {
	l.tap(l.at(event.Position))
}

// at returns the card at a position, or -1.
func (l *LevelCards) at(pos fyne.Position) int {
	for i := range l.cards {
		x, y, w, h := l.cell(i, l.Size().Width)
		if pos.X >= x && pos.X < x+w && pos.Y >= y && pos.Y < y+h {
			return i
		}
	}
	return -1
}

// perRow is how many cards fit side by side.
func (l *LevelCards) perRow(width float32) int {
	switch {
	case width >= levelWide || l.count < 2:
		return max(1, l.count)
	case width >= levelWide/2:
		return 2
	default:
		return 1
	}
}

// cell returns the place of a card.
func (l *LevelCards) cell(i int, width float32) (x, y, w, h float32) {
	n := l.perRow(width)
	w = (width - levelGap*float32(n-1)) / float32(n)
	for row := 0; row <= i/n; row++ {
		if row > 0 {
			y += h + levelGap
		}
		h = 0
		for _, c := range l.cards[row*n : min(len(l.cards), (row+1)*n)] {
			h = max(h, c.height(w))
		}
	}
	return float32(i%n) * (w + levelGap), y, w, h
}

// height is what a card needs at a width.
func (c *levelCard) height(width float32) float32 {
	return levelSide - 2 + c.name.HeightFor(width) + 2 + c.text.HeightFor(width-2*levelSide) + levelSide - 2
}

// HeightFor implements Fluid.
func (l *LevelCards) HeightFor(width float32) float32 {
	if l.count == 0 {
		return 0
	}
	_, y, _, h := l.cell(l.count-1, width)
	return y + h
}

// MinSize implements fyne.CanvasObject.
func (l *LevelCards) MinSize() fyne.Size {
	const least = 160
	return fyne.NewSize(least, l.HeightFor(max(least, l.Size().Width)))
}

// CreateRenderer implements fyne.Widget.
func (l *LevelCards) CreateRenderer() fyne.WidgetRenderer {
	l.paint()
	return &view{
		owner:   l,
		objects: func() []fyne.CanvasObject { return l.drawn },
		layout:  l.layout,
		min:     l.MinSize,
		paint: func() {
			l.paint()
			l.layout(l.Size())
		},
	}
}

func (l *LevelCards) layout(size fyne.Size) {
	l.columns = l.perRow(size.Width)
	for i, c := range l.cards {
		x, y, w, h := l.cell(i, size.Width)
		c.face.cover(x, y, w, h)
		top := y + levelSide - 2
		pitch := c.name.HeightFor(w)
		place(c.mark, x+levelSide, top+(pitch-levelRing)/2, levelRing, levelRing)
		left := x + levelSide + levelRing + skin.Gap1
		check := c.check.MinSize()
		place(c.name, left, top, x+w-levelSide-check.Width-left, pitch)
		place(c.check, x+w-skin.Gap2-check.Width, y+skin.Gap1, check.Width, check.Height)
		place(c.text, x+levelSide, top+pitch+2, w-2*levelSide, c.text.HeightFor(w-2*levelSide))
		if i == l.cursor {
			l.ring.ringAround(x, y, w, h, skin.Radius, l.focused)
		}
	}
}

func (l *LevelCards) paint() {
	for _, c := range l.cards {
		fill, border := l.faceColors()
		stroke := skin.Hairline
		c.check.Hidden = c.Level != l.options.Selected
		if !c.check.Hidden {
			fill, border, stroke = skin.Tint(l.options.Color), l.options.Color, skin.FocusStroke
		}
		c.face.dress(fill, border, stroke, skin.Radius)
		c.check.Color, c.check.TextSize = skin.Color(l.options.Color), skin.TextSize
		c.check.TextStyle = fyne.TextStyle{Bold: true}
		c.mark.Refresh()
		c.name.Refresh()
		c.text.Refresh()
	}
}
