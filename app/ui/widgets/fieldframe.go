package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tressons/app/ui/skin"
)

// privateWords follow the padlock of a private field.
const privateWords = "ne quitte pas le fichier"

// privateFooter is the height of the line of words under a private text.
const privateFooter float32 = 22

// wordsUnder is the width of a line under which the padlock stands alone.
const wordsUnder float32 = 280

// fieldFrame is the renderer of a text field: Fyne's own, whose box and border
// are replaced by ours, plus the marks of a private field or a unit.
type fieldFrame struct {
	fyne.WidgetRenderer
	field *textField
	// scroll is the area in which Fyne's entry shows its text.
	scroll     *container.Scroll
	frame      *box
	dashes     *canvas.Raster
	dashColor  fyne.ThemeColorName
	lock       *lockMark
	words      *canvas.Text
	suffix     *canvas.Text
	allObjects []fyne.CanvasObject
}

func newFieldFrame(field *textField) *fieldFrame {
	f := &fieldFrame{field: field, frame: newBox(), dashColor: skin.PrivateBorder}
	f.dashes = newDashes(&f.dashColor, skin.SmallRadius)
	f.lock = newLockMark()
	f.words = canvas.NewText(privateWords, nil)
	f.suffix = canvas.NewText(field.options.Suffix, nil)
	return f
}

// around takes over Fyne's renderer of the entry.
func (f *fieldFrame) around(inner fyne.WidgetRenderer) fyne.WidgetRenderer {
	f.WidgetRenderer = inner
	inner.MinSize() // makes Fyne build the content, without which it has no size
	for _, o := range inner.Objects() {
		if scroll, ok := o.(*container.Scroll); ok {
			f.scroll = scroll
		}
	}
	f.paint()
	return f
}

// Objects implements fyne.WidgetRenderer.
func (f *fieldFrame) Objects() []fyne.CanvasObject {
	objects := append(f.allObjects[:0], f.frame.Container)
	objects = append(objects, f.WidgetRenderer.Objects()...)
	if f.field.options.Private {
		if !f.field.focused {
			objects = append(objects, f.dashes)
		}
		objects = append(objects, f.lock.objects()...)
		objects = append(objects, f.words)
	}
	if f.suffix.Text != "" {
		objects = append(objects, f.suffix)
	}
	f.allObjects = objects
	return objects
}

// Layout implements fyne.WidgetRenderer. The marks are at the bottom or at the
// right, so that Fyne still finds the text where the pointer says.
func (f *fieldFrame) Layout(size fyne.Size) {
	f.frame.cover(0, 0, size.Width, size.Height)
	f.dashes.Resize(size)
	words := f.words.MinSize()
	inner := size
	if f.field.options.Private {
		f.words.Hidden = !f.field.MultiLine && size.Width < wordsUnder
		if f.words.Hidden {
			words.Width = 0
		}
		left := size.Width - words.Width - skin.Gap2
		top := size.Height - privateFooter + (privateFooter-words.Height)/2 - 2
		if f.field.MultiLine {
			inner.Height -= privateFooter - skin.Gap1
		} else {
			top = (size.Height - words.Height) / 2
			inner.Width = left - lockWidth - skin.Gap3
		}
		place(f.words, left, top, words.Width, words.Height)
		f.lock.move(left-lockWidth-skin.Gap1, top+2)
	}
	f.WidgetRenderer.Layout(inner)
	f.placeSuffix(size)
}

// placeSuffix puts the unit after the text.
func (f *fieldFrame) placeSuffix(size fyne.Size) {
	if f.suffix.Text == "" {
		return
	}
	own := f.suffix.MinSize()
	text := f.field.Entry.Text
	if text == "" {
		text = f.field.Entry.PlaceHolder
	}
	narrow := fyne.MeasureText(text+"\u202f", skin.TextSize, fyne.TextStyle{}).Width
	x := min(skin.Gap2+narrow+1, size.Width-own.Width-skin.Gap2)
	place(f.suffix, x, (size.Height-own.Height)/2, own.Width, own.Height)
}

// Refresh implements fyne.WidgetRenderer.
func (f *fieldFrame) Refresh() {
	f.WidgetRenderer.Refresh()
	f.paint()
	f.Layout(f.field.Entry.Size())
	if f.field.options.Private {
		f.dashes.Refresh()
	}
	canvas.Refresh(f.field.self)
}

// paint gives the frame its colours.
func (f *fieldFrame) paint() {
	for _, o := range f.WidgetRenderer.Objects()[:2] {
		if r, ok := o.(*canvas.Rectangle); ok {
			r.FillColor, r.StrokeColor = colorOrNone(""), colorOrNone("")
		}
	}
	fill, border, stroke := skin.Surface, skin.FieldBorder, skin.Hairline
	if f.field.options.Private {
		fill, border, stroke = skin.PrivateBackground, "", 0
	}
	if f.field.Disabled() || f.field.readOnly {
		fill, border = skin.Page, skin.Line
	}
	if f.field.failed {
		border, stroke = skin.Alert, skin.Hairline
	}
	if f.field.focused {
		border, stroke = skin.Primary, skin.FocusStroke
		if f.field.failed {
			border = skin.Alert
		}
	}
	f.frame.dress(fill, border, stroke, skin.SmallRadius)
	f.words.Color, f.words.TextSize = skin.Color(skin.Secondary), skin.SecondarySize
	f.suffix.Color, f.suffix.TextSize = skin.Color(skin.Secondary), skin.TextSize
	f.lock.paint(skin.PrivateBorder)
}
