package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// FieldOptions says what surrounds the control of a [Field].
type FieldOptions struct {
	Label string
	// Note is a line in the secondary colour under the control.
	Note string
	// Mark comes at the right of the label: a chip, a button.
	Mark fyne.CanvasObject
}

// Field is a control with its label above, and a line of note or error under it.
type Field struct {
	widget.BaseWidget
	options FieldOptions
	control fyne.CanvasObject
	label   *Text
	note    *Text
	body    *fyne.Container
}

// NewField labels a control.
func NewField(control fyne.CanvasObject, options FieldOptions) *Field {
	f := &Field{
		options: options, control: control,
		label: NewText(options.Label, TextOptions{Style: Strong}),
		note:  NewText(options.Note, TextOptions{Style: Small}),
	}
	f.body = VStack(skin.Gap1)
	f.arrange()
	f.ExtendBaseWidget(f)
	return f
}

// arrange builds what the field is made of.
func (f *Field) arrange() {
	var head fyne.CanvasObject = f.label
	if f.options.Mark != nil {
		head = HStack(skin.Gap2, Fill(f.label), f.options.Mark)
	}
	f.body.Objects = nil
	if f.options.Label != "" || f.options.Mark != nil {
		f.body.Objects = append(f.body.Objects, head)
	}
	f.body.Objects = append(f.body.Objects, f.control)
	if f.note.Text() != "" {
		f.body.Objects = append(f.body.Objects, f.note)
	}
}

// Control returns the labelled control.
func (f *Field) Control() fyne.CanvasObject { return f.control }

// Label returns the label, which may be empty.
func (f *Field) Label() string { return f.options.Label }

// SetLabel changes the label.
func (f *Field) SetLabel(label string) {
	f.options.Label = label
	f.label.SetText(label)
	f.rearranged()
}

// SetNote shows a line under the control; empty is none.
func (f *Field) SetNote(note string) { f.setNote(note, "") }

// SetError shows what is wrong under the control, in the colour of alerts; empty
// goes back to the note.
func (f *Field) SetError(message string) {
	if message == "" {
		f.setNote(f.options.Note, "")
		return
	}
	f.setNote(message, skin.Alert)
}

// SetMark replaces what is at the right of the label; nil is nothing.
func (f *Field) SetMark(mark fyne.CanvasObject) {
	f.options.Mark = mark
	f.rearranged()
}

func (f *Field) setNote(note string, color fyne.ThemeColorName) {
	if color == "" {
		f.options.Note = note
	}
	f.note.SetColor(color)
	f.note.SetText(note)
	f.rearranged()
}

// rearranged lays the field out again.
func (f *Field) rearranged() {
	f.arrange()
	f.body.Layout.Layout(f.body.Objects, f.body.Size())
	f.Refresh()
}

// Children implements Parent.
func (f *Field) Children() []fyne.CanvasObject { return []fyne.CanvasObject{f.body} }

// HeightFor implements Fluid.
func (f *Field) HeightFor(width float32) float32 { return HeightFor(f.body, width) }

// CreateRenderer implements fyne.Widget.
func (f *Field) CreateRenderer() fyne.WidgetRenderer { return wrapping(f, f.body) }
