package widgets

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// Sizes of a board.
const (
	boardGap   float32 = 14
	boardSide          = skin.Gap3
	boardHead  float32 = 41
	boardLeast float32 = 220
	cardGap    float32 = 9
	cardGrip   float32 = 34
	cardAir    float32 = 10
)

// rect is a place on the board.
type rect struct {
	x, y, w, h float32
}

func (r rect) has(p fyne.Position) bool {
	return p.X >= r.x && p.X < r.x+r.w && p.Y >= r.y && p.Y < r.y+r.h
}

// boardPlaces is where everything is at a width.
type boardPlaces struct {
	columns []rect
	cards   [][]rect
	adds    []rect
	height  float32
}

// places computes where everything is. Columns that would be too narrow go under
// the others.
func (b *Board) places(width float32) boardPlaces {
	var p boardPlaces
	n := len(b.columns)
	if n == 0 {
		return p
	}
	fit := max(1, min(n, int((width+boardGap)/(boardLeast+boardGap))))
	w := (width - boardGap*float32(fit-1)) / float32(fit)
	var top, bottom float32
	for i, column := range b.columns {
		if i > 0 && i%fit == 0 {
			top = bottom + boardGap
		}
		x := float32(i%fit) * (w + boardGap)
		cards, add, end := column.places(x, top, w)
		p.columns = append(p.columns, rect{x, top, w, end - top})
		p.cards = append(p.cards, cards)
		p.adds = append(p.adds, add)
		bottom = max(bottom, end)
	}
	p.height = bottom
	return p
}

// places computes where the cards of a column are, and where it ends.
func (c *boardColumn) places(x, top, width float32) (cards []rect, add rect, bottom float32) {
	y := top + boardHead
	inner := width - 2*boardSide
	for _, card := range c.cards {
		h := card.height(inner)
		cards = append(cards, rect{x + boardSide, y, inner, h})
		y += h + cardGap
	}
	if c.AddLabel != "" {
		add = rect{x + boardSide, y, inner, dashedTall}
		y += dashedTall + cardGap
	}
	return cards, add, y - cardGap + boardSide
}

// height is what a card needs at a width.
func (c *boardCard) height(width float32) float32 {
	inner := width - cardGrip - boardSide
	height := 2*cardAir + c.title.HeightFor(inner)
	if c.Note != "" {
		height += 2 + c.note.HeightFor(inner)
	}
	return height
}

// put places what draws a card.
func (c *boardCard) put(at rect) {
	c.face.cover(at.x, at.y, at.w, at.h)
	const dot, step = 2.5, 5
	for i, d := range c.grip {
		place(d, at.x+15+float32(i%2)*step, at.y+cardAir+4+float32(i/2)*step, dot, dot)
	}
	inner := at.w - cardGrip - boardSide
	title := c.title.HeightFor(inner)
	place(c.title, at.x+cardGrip, at.y+cardAir, inner, title)
	place(c.note, at.x+cardGrip, at.y+cardAir+title+2, inner, c.note.HeightFor(inner))
}

// HeightFor implements Fluid.
func (b *Board) HeightFor(width float32) float32 { return b.places(width).height }

// MinSize implements fyne.CanvasObject.
func (b *Board) MinSize() fyne.Size {
	return fyne.NewSize(boardLeast, b.HeightFor(max(boardLeast, b.Size().Width)))
}

// layout places everything, the card being dragged under the pointer.
func (b *Board) layout(size fyne.Size) {
	p := b.places(size.Width)
	b.ring.ringAround(0, 0, 0, 0, 0, false)
	for i, column := range b.columns {
		at := p.columns[i]
		column.back.cover(at.x, at.y, at.w, at.h)
		if head := column.heading(at.w - 2*boardSide); joinSpans(head) != column.title.Text() {
			column.title.SetSpans(head)
		}
		place(column.title, at.x+boardSide, at.y+skin.Gap3, at.w-2*boardSide, column.title.HeightFor(at.w))
		for r, card := range column.cards {
			card.put(p.cards[i][r])
		}
		add := p.adds[i]
		place(column.add, add.x, add.y, add.w, add.h)
		label := column.addLabel.MinSize()
		place(column.addLabel, add.x+boardSide, add.y+(add.h-label.Height)/2, label.Width, label.Height)
	}
	b.placeRing(p)
	if b.drag != nil {
		b.drag.put(b, p)
	}
}

// cursorRect is the place under the keyboard's cursor.
func (b *Board) cursorRect(p boardPlaces) (rect, bool) {
	if b.column >= len(p.cards) {
		return rect{}, false
	}
	if b.row < len(p.cards[b.column]) {
		return p.cards[b.column][b.row], true
	}
	return p.adds[b.column], b.columns[b.column].AddLabel != ""
}

func (b *Board) placeRing(p boardPlaces) {
	if at, ok := b.cursorRect(p); ok {
		b.ring.dress("", b.ringColor(), skin.FocusStroke, skin.Radius)
		b.ring.cover(at.x, at.y, at.w, at.h)
	}
}

func (b *Board) ringColor() fyne.ThemeColorName {
	if b.focused && b.drag == nil {
		return skin.Primary
	}
	return ""
}

// CreateRenderer implements fyne.Widget.
func (b *Board) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &view{
		owner:   b,
		objects: b.objects,
		layout:  b.layout,
		min:     b.MinSize,
		paint: func() {
			b.paint()
			b.layout(b.Size())
		},
	}
}

// objects returns what is drawn, the card being dragged on top.
func (b *Board) objects() []fyne.CanvasObject {
	var under, over []fyne.CanvasObject
	for _, column := range b.columns {
		under = append(under, column.back.Container, column.title)
		for _, card := range column.cards {
			if b.drag != nil && b.drag.card == card {
				over = card.objects()
			} else {
				under = append(under, card.objects()...)
			}
		}
		if column.AddLabel != "" {
			under = append(under, column.add, column.addLabel)
		}
	}
	under = append(under, b.ring.Container)
	if b.drag != nil {
		under = append(under, b.drop)
	}
	return append(under, over...)
}

func (c *boardCard) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{c.face.Container}
	for _, d := range c.grip {
		objects = append(objects, d)
	}
	objects = append(objects, c.title)
	if c.Note != "" {
		objects = append(objects, c.note)
	}
	return objects
}

func (b *Board) paint() {
	b.drop.FillColor = skin.Color(skin.Primary)
	for _, column := range b.columns {
		column.back.dress(skin.Tint(column.Color), "", 0, skin.Radius)
		column.title.SetSpans(column.heading(column.back.Size().Width - 2*boardSide))
		column.addLabel.Color, column.addLabel.TextSize = skin.Color(column.Color), skin.TextSize
		column.add.Refresh()
		for _, card := range column.cards {
			border, stroke := skin.Line, skin.Hairline
			if b.drag != nil && b.drag.card == card {
				border, stroke = skin.Primary, skin.FocusStroke
			}
			card.face.dress(skin.Surface, border, stroke, skin.Radius)
			for _, d := range card.grip {
				d.Hidden = b.readOnly
				d.FillColor = skin.Color(skin.Secondary)
			}
			card.title.Refresh()
			card.note.Refresh()
		}
	}
}
