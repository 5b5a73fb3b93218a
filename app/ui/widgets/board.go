package widgets

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// BoardCard is a card of a [Board].
type BoardCard struct {
	ID    string
	Title string
	// Note is a line in small under the title.
	Note string
}

// BoardColumn is a column of a [Board].
type BoardColumn struct {
	ID    string
	Title string
	// Short is the title where the whole one does not fit; empty is none.
	Short string
	// Color is that of the title and of the dashes; its tint is the background.
	Color fyne.ThemeColorName
	Cards []BoardCard
	// AddLabel is on the button at the bottom; empty is no button.
	AddLabel string
}

// BoardOptions says what a [Board] shows and whom it tells.
type BoardOptions struct {
	Columns []BoardColumn
	// OnMoved hears that a card went to a place: its index among the cards of the
	// column once it is there.
	OnMoved func(card, column string, index int)
	// OnOpened hears that a card was clicked, or Enter pressed on it.
	OnOpened func(card string)
	// OnAdd hears that the button of a column was pressed.
	OnAdd func(column string)
}

// Board shows cards in columns, to put in order by dragging them, or by Alt and
// the arrows. It is one stop of the Tab key: the arrows go from card to card.
type Board struct {
	control
	options BoardOptions
	columns []*boardColumn
	// column and row are where the keyboard is; the row after the last card is
	// the button of the column.
	column, row int
	ring        *box
	drop        *canvas.Rectangle
	drag        *boardDrag
	readOnly    bool
}

// boardColumn is how a column is drawn.
type boardColumn struct {
	BoardColumn
	back      *box
	title     *Text
	cards     []*boardCard
	add       *canvas.Raster
	addLabel  *canvas.Text
	dashColor fyne.ThemeColorName
}

// boardCard is how a card is drawn.
type boardCard struct {
	BoardCard
	face  *box
	grip  [6]*canvas.Circle
	title *Text
	note  *Text
}

// NewBoard makes a board.
func NewBoard(options BoardOptions) *Board {
	b := &Board{options: options, ring: newBox(), drop: &canvas.Rectangle{CornerRadius: 1.5}}
	b.extend(b)
	b.build()
	return b
}

// SetColumns shows other columns. The keyboard stays on its card if it is there.
func (b *Board) SetColumns(columns []BoardColumn) {
	id := ""
	if card := b.current(); card != nil {
		id = card.ID
	}
	b.options.Columns = columns
	b.drag = nil
	b.build()
	b.Focus(id)
	b.Refresh()
}

// Focus puts the keyboard's cursor on a card; an unknown id leaves it where it is.
func (b *Board) Focus(id string) {
	for c, column := range b.columns {
		for r, card := range column.cards {
			if card.ID == id {
				b.column, b.row = c, r
			}
		}
	}
	b.keepCursorInside()
}

// Current is the card that the keyboard's cursor is on, "" for none.
func (b *Board) Current() string {
	if card := b.current(); card != nil {
		return card.ID
	}
	return ""
}

// Columns returns the columns as they stand, after what was moved.
func (b *Board) Columns() []BoardColumn {
	var columns []BoardColumn
	for _, c := range b.columns {
		column := c.BoardColumn
		column.Cards = nil
		for _, card := range c.cards {
			column.Cards = append(column.Cards, card.BoardCard)
		}
		columns = append(columns, column)
	}
	return columns
}

// build makes what is drawn.
func (b *Board) build() {
	b.columns = nil
	for _, column := range b.options.Columns {
		if b.readOnly {
			column.AddLabel = ""
		}
		c := &boardColumn{
			BoardColumn: column, back: newBox(), title: NewText("", TextOptions{Style: Section, Truncate: true}),
			addLabel: canvas.NewText(column.AddLabel, nil), dashColor: column.Color,
		}
		c.add = newDashes(&c.dashColor, skin.SmallRadius)
		for _, card := range column.Cards {
			c.cards = append(c.cards, newBoardCard(card))
		}
		b.columns = append(b.columns, c)
	}
	b.keepCursorInside()
	b.paint()
}

func newBoardCard(card BoardCard) *boardCard {
	c := &boardCard{
		BoardCard: card, face: newBox(),
		title: NewText(card.Title, TextOptions{}), note: NewText(card.Note, TextOptions{Style: Small}),
	}
	for i := range c.grip {
		c.grip[i] = &canvas.Circle{}
	}
	return c
}

// rows is how many places the keyboard can be at in a column.
func (c *boardColumn) rows() int {
	if c.AddLabel == "" {
		return len(c.cards)
	}
	return len(c.cards) + 1
}

// current returns the card under the keyboard's cursor, or nil.
func (b *Board) current() *boardCard {
	if b.column < len(b.columns) && b.row < len(b.columns[b.column].cards) {
		return b.columns[b.column].cards[b.row]
	}
	return nil
}

func (b *Board) keepCursorInside() {
	b.column = max(0, min(b.column, len(b.columns)-1))
	if len(b.columns) > 0 {
		b.row = max(0, min(b.row, b.columns[b.column].rows()-1))
	}
}

// move takes a card to a place and tells so. It does nothing if it is there.
func (b *Board) move(fromColumn, fromRow, toColumn, toRow int) {
	from, to := b.columns[fromColumn], b.columns[toColumn]
	card := from.cards[fromRow]
	from.cards = slices.Delete(slices.Clone(from.cards), fromRow, fromRow+1)
	toRow = max(0, min(toRow, len(to.cards)))
	to.cards = slices.Insert(slices.Clone(to.cards), toRow, card)
	b.column, b.row = toColumn, toRow
	b.Refresh()
	if fromColumn == toColumn && fromRow == toRow {
		return
	}
	if b.options.OnMoved != nil {
		b.options.OnMoved(card.ID, to.ID, toRow)
	}
}

// press opens the card under the cursor, or adds one.
func (b *Board) press() {
	if card := b.current(); card != nil {
		if b.options.OnOpened != nil {
			b.options.OnOpened(card.ID)
		}
		return
	}
	if b.column < len(b.columns) && b.columns[b.column].AddLabel != "" && b.options.OnAdd != nil {
		b.options.OnAdd(b.columns[b.column].ID)
	}
}

// heading returns the title of a column and how many cards it has, in a width.
func (c *boardColumn) heading(width float32) []Span {
	count := " · " + strconv.Itoa(len(c.cards))
	bold := fyne.TextStyle{Bold: true}
	title := c.Title
	if c.Short != "" && fyne.MeasureText(title+count, skin.SectionSize, bold).Width > width {
		title = c.Short
	}
	return []Span{
		{Text: title, Style: bold, Color: c.Color},
		{Text: count, Style: fyne.TextStyle{Underline: false}, Color: c.Color},
	}
}
