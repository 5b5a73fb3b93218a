package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// Sizes of a line of a list.
const (
	listSide          = skin.Gap3
	listGrip  float32 = 22
	listCross float32 = 28
	// listHeading is the room above the first line of a group.
	listHeading float32 = 36
)

// listRow is how a line is drawn.
type listRow struct {
	item   ListItem
	face   *box
	grip   [6]*canvas.Circle
	square *canvas.Rectangle
	title  *Text
	note   *Text
	mark   *Text
	cross  *canvas.Text
	rule   *canvas.Rectangle
	// heading is above the line.
	heading *Text
}

func newListRow() *listRow {
	r := &listRow{
		face: newBox(), square: &canvas.Rectangle{CornerRadius: 2}, rule: &canvas.Rectangle{},
		title: NewText("", TextOptions{Truncate: true}), note: NewText("", TextOptions{Style: Small, Truncate: true}),
		mark: NewText("", TextOptions{Style: Small, NoWrap: true}), cross: canvas.NewText("×", nil),
		heading: NewText("", TextOptions{Style: Strong, Truncate: true}),
	}
	for i := range r.grip {
		r.grip[i] = &canvas.Circle{}
	}
	return r
}

// show writes a line in the row.
func (r *listRow) show(item ListItem) {
	r.item = item
	r.title.SetText(item.Title)
	r.note.SetText(item.Note)
	r.mark.SetText(item.Mark)
	r.heading.SetText(item.Heading)
}

func (r *listRow) objects(l *ReorderableList) []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.face.Container, r.rule}
	if l.options.OnMoved != nil {
		for _, d := range r.grip {
			objects = append(objects, d)
		}
	}
	if l.options.OnDeleted != nil {
		objects = append(objects, r.cross)
	}
	if r.item.Heading != "" {
		objects = append(objects, r.heading)
	}
	return append(objects, r.square, r.title, r.note, r.mark)
}

// put places the row at a height.
func (r *listRow) put(l *ReorderableList, y, width float32) {
	pitch := l.pitch()
	r.face.cover(0, y, width, pitch)
	place(r.rule, listSide, y+pitch-skin.Hairline, width-2*listSide, skin.Hairline)
	x, right := listSide, width-listSide
	heading := r.heading.HeightFor(0)
	place(r.heading, x, y-heading-skin.Gap1, max(0, right-x), heading)
	if l.options.OnMoved != nil {
		const dot, step = 2.5, 5
		for i, d := range r.grip {
			place(d, x+float32(i%2)*step, y+pitch/2-7+float32(i/2)*step, dot, dot)
		}
		x += listGrip
	}
	if r.item.Color != "" {
		place(r.square, x, y+(pitch-navSquare)/2, navSquare, navSquare)
		x += navSquare + 10
	}
	if l.options.OnDeleted != nil {
		own := r.cross.MinSize()
		place(r.cross, right-own.Width, y+(pitch-own.Height)/2, own.Width, own.Height)
		right -= listCross
	}
	mark := r.mark.MinSize()
	place(r.mark, right-mark.Width, y+(pitch-mark.Height)/2, mark.Width, mark.Height)
	right -= mark.Width + skin.Gap2
	title, note := r.title.HeightFor(0), float32(0)
	if r.item.Note != "" {
		note = r.note.HeightFor(0)
	}
	top := y + (pitch-title-note)/2
	place(r.title, x, top, max(0, right-x), title)
	place(r.note, x, top+title, max(0, right-x), note)
}

func (r *listRow) paint(l *ReorderableList, i int) {
	fill, border, stroke := fyne.ThemeColorName(""), fyne.ThemeColorName(""), float32(0)
	switch {
	case l.drag != nil && l.drag.from == i:
		fill, border, stroke = skin.Surface, skin.Primary, skin.FocusStroke
	case r.item.ID == l.selected:
		fill = skin.PrimaryTint
	case i == l.pointed:
		fill = hoverFill
	}
	r.face.dress(fill, border, stroke, skin.SmallRadius)
	r.rule.FillColor = skin.Color(skin.Line)
	if i == len(l.items)-1 {
		r.rule.FillColor = colorOrNone("")
	}
	r.square.FillColor = colorOrNone(r.item.Color)
	for _, d := range r.grip {
		d.FillColor = skin.Color(skin.Secondary)
	}
	r.cross.Color, r.cross.TextSize = skin.Color(skin.Secondary), skin.SectionSize
	r.cross.Hidden = i != l.pointed && (i != l.cursor || !l.focused)
	r.note.Hidden = r.item.Note == ""
	r.title.Refresh()
	r.note.Refresh()
	r.mark.Refresh()
	r.heading.Refresh()
}
