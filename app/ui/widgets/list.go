package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// ListItem is a line of a [ReorderableList].
type ListItem struct {
	ID    string
	Title string
	// Note is a second line in small; Mark is at the right, in small.
	Note, Mark string
	// Color draws a small square before the title; empty is none.
	Color fyne.ThemeColorName
	// Heading is written above the line, as the first of a group. It is for lists
	// whose order does not change.
	Heading string
}

// ListOptions says what a [ReorderableList] shows and whom it tells.
type ListOptions struct {
	Items []ListItem
	// OnOpened hears that a line was clicked, or Enter pressed on it.
	OnOpened func(id string)
	// OnMoved hears that a line went to an index, by dragging it or by Alt and the
	// arrows; nil means that the order is not to change.
	OnMoved func(id string, index int)
	// OnDeleted hears that the × of a line was pressed, or Delete on it; nil means
	// that lines cannot be deleted. The line stays until the items change.
	OnDeleted func(id string)
	// OnEnd hears that the last line is drawn, so that more can be added. It hears
	// so each time that what is seen may have changed.
	OnEnd func()
	// Borderless leaves out the box around the lines.
	Borderless bool
}

// ReorderableList is a list of lines to open, put in order and delete. It is one
// stop of the Tab key. In a [Scroll] it draws only the lines that can be seen.
type ReorderableList struct {
	control
	options ListOptions
	items   []ListItem
	// tops are where the lines begin, under their headings; height is that of all.
	tops     []float32
	height   float32
	selected string
	cursor   int
	pointed  int
	// top and bottom bound what is seen, first and last the lines drawn.
	top, bottom float32
	first, last int
	rows        []*listRow
	ring        *box
	drop        *canvas.Rectangle
	back        *box
	drag        *listDrag
	typed       prefix
	tall        bool
}

// listDrag is a line on its way.
type listDrag struct {
	from    int
	pointer float32
	grip    float32
	origin  dragOrigin
}

// NewReorderableList makes a list.
func NewReorderableList(options ListOptions) *ReorderableList {
	l := &ReorderableList{options: options, pointed: -1, ring: newBox(), back: newBox(), drop: &canvas.Rectangle{CornerRadius: 1.5}}
	l.extend(l)
	l.bottom = firstShown
	l.setItems(options.Items)
	return l
}

// firstShown is how much is drawn until a Scroll says what is seen.
const firstShown float32 = 2000

// SetItems shows other lines; the keyboard stays on its line if it is there.
func (l *ReorderableList) SetItems(items []ListItem) {
	id := ""
	if l.cursor < len(l.items) {
		id = l.items[l.cursor].ID
	}
	l.setItems(items)
	l.Focus(id)
	l.Refresh()
}

func (l *ReorderableList) setItems(items []ListItem) {
	l.items = slices.Clone(items)
	l.drag = nil
	l.tall = slices.ContainsFunc(items, func(i ListItem) bool { return i.Note != "" })
	l.measure()
	l.cursor = max(0, min(l.cursor, len(items)-1))
	l.choose()
	l.fill()
}

// Items returns the lines as they stand, after what was moved.
func (l *ReorderableList) Items() []ListItem { return slices.Clone(l.items) }

// Focus puts the keyboard's cursor on a line; an unknown id leaves it where it is.
func (l *ReorderableList) Focus(id string) {
	if i := slices.IndexFunc(l.items, func(item ListItem) bool { return item.ID == id }); i >= 0 {
		l.cursor = i
	}
}

// Current is the line that the keyboard's cursor is on, "" for none.
func (l *ReorderableList) Current() string {
	if l.cursor >= len(l.items) {
		return ""
	}
	return l.items[l.cursor].ID
}

// Select tints the line that is open beside the list; an unknown id tints none.
func (l *ReorderableList) Select(id string) {
	l.selected = id
	l.Refresh()
}

// measure computes where the lines begin.
func (l *ReorderableList) measure() {
	l.tops, l.height = l.tops[:0], 0
	for _, item := range l.items {
		if item.Heading != "" {
			l.height += listHeading
		}
		l.tops = append(l.tops, l.height)
		l.height += l.pitch()
	}
}

// lineAt is the last line that begins above a height, 0 if there is none.
func (l *ReorderableList) lineAt(y float32) int {
	i, found := slices.BinarySearch(l.tops, y)
	if found {
		return i
	}
	return max(0, i-1)
}

// pitch is the height of a line.
func (l *ReorderableList) pitch() float32 {
	if l.tall {
		return 56
	}
	return 40
}

// ShowPart implements Lazy.
func (l *ReorderableList) ShowPart(top, bottom float32) {
	l.top, l.bottom = top, bottom
	first, last := l.first, l.last
	if l.choose(); first != l.first || last != l.last {
		l.fill()
		l.Refresh()
	}
	if l.last == len(l.items) && l.options.OnEnd != nil {
		l.options.OnEnd()
	}
}

// choose computes which lines are drawn: those that are seen, and some more.
func (l *ReorderableList) choose() {
	const more = 12
	l.first = max(0, l.lineAt(l.top)-more)
	l.last = max(l.first, min(len(l.items), l.lineAt(l.bottom)+more+1))
	l.first = min(l.first, l.last)
}

// fill makes as many rows as are drawn and writes their lines in them.
func (l *ReorderableList) fill() {
	shown := max(0, min(l.last, len(l.items))-l.first)
	for len(l.rows) < shown {
		l.rows = append(l.rows, newListRow())
	}
	l.rows = l.rows[:shown]
	for i, row := range l.rows {
		row.show(l.items[l.first+i])
	}
}

// move takes a line to an index and tells so.
func (l *ReorderableList) move(from, to int) {
	to = max(0, min(to, len(l.items)-1))
	l.cursor = to
	if from != to {
		item := l.items[from]
		l.items = slices.Insert(slices.Delete(l.items, from, from+1), to, item)
		l.fill()
	}
	l.Refresh()
	if from != to {
		l.options.OnMoved(l.items[to].ID, to)
	}
}

func (l *ReorderableList) open(i int) {
	if i >= 0 && i < len(l.items) && l.options.OnOpened != nil {
		l.options.OnOpened(l.items[i].ID)
	}
}

func (l *ReorderableList) delete(i int) {
	if i >= 0 && i < len(l.items) && l.options.OnDeleted != nil {
		l.options.OnDeleted(l.items[i].ID)
	}
}

// HeightFor implements Fluid.
func (l *ReorderableList) HeightFor(float32) float32 { return l.height }

// MinSize implements fyne.CanvasObject.
func (l *ReorderableList) MinSize() fyne.Size {
	const least = 200
	return fyne.NewSize(least, l.HeightFor(least))
}

// CreateRenderer implements fyne.Widget.
func (l *ReorderableList) CreateRenderer() fyne.WidgetRenderer {
	l.paint()
	return &view{
		owner:   l,
		objects: l.objects,
		layout:  l.layout,
		min:     l.MinSize,
		paint: func() {
			l.paint()
			l.layout(l.Size())
		},
	}
}

func (l *ReorderableList) objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{l.back.Container}
	var over []fyne.CanvasObject
	for i, row := range l.rows {
		if l.drag != nil && l.drag.from == l.first+i {
			over = append(row.objects(l), l.drop)
			continue
		}
		objects = append(objects, row.objects(l)...)
	}
	return append(append(objects, l.ring.Container), over...)
}

func (l *ReorderableList) layout(size fyne.Size) {
	l.back.cover(0, 0, size.Width, size.Height)
	for i, row := range l.rows {
		y := l.tops[l.first+i]
		if l.drag != nil && l.drag.from == l.first+i {
			y = l.drag.pointer - l.drag.grip
		}
		row.put(l, y, size.Width)
	}
	l.ring.dress("", "", 0, 0)
	if l.focused && l.drag == nil && len(l.items) > 0 {
		l.ring.dress("", skin.Primary, skin.FocusStroke, skin.SmallRadius)
	}
	if len(l.items) > 0 {
		l.ring.cover(0, l.tops[l.cursor], size.Width, l.pitch())
	}
	if l.drag != nil {
		const thick = 3
		place(l.drop, 0, l.dropLine()-thick/2, size.Width, thick)
	}
}

func (l *ReorderableList) paint() {
	l.drop.FillColor = skin.Color(skin.Primary)
	l.back.dress(skin.Surface, skin.Line, skin.Hairline, skin.Radius)
	if l.options.Borderless {
		l.back.dress("", "", 0, 0)
	}
	for i, row := range l.rows {
		row.paint(l, l.first+i)
	}
}
