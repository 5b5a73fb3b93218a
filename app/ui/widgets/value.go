package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// ValueOptions says what a [ValueEntry] stands for.
type ValueOptions struct {
	// Value is in its canonical form: 35692.5, 2026-11-23.
	Value       string
	Placeholder string
	// Unit is shown after the text.
	Unit    string
	Private bool
	// Read gives the canonical form of what was typed, or what is wrong with it
	// in French. Write gives the text shown for a canonical form.
	Read  func(text string) (canonical, message string)
	Write func(canonical string) string
	// OnCommitted hears the canonical form, "" when the value was erased.
	OnCommitted func(canonical string)
	After       After
}

// ValueEntry is a field of one line whose text stands for a value in a canonical
// form: a number, a date, a year. A text that cannot be read is kept, with what
// is wrong under it; a text that can is written in its usual form once the field
// is left.
type ValueEntry struct {
	widget.BaseWidget
	options ValueOptions
	entry   *Entry
	message *Text
	body    *fyne.Container
	value   string
}

// NewValueEntry makes a field for a value.
func NewValueEntry(options ValueOptions) *ValueEntry {
	v := &ValueEntry{options: options, value: options.Value}
	v.entry = NewEntry(EntryOptions{
		Text: options.Write(options.Value), Placeholder: options.Placeholder, Private: options.Private,
		Suffix: options.Unit, OnCommitted: v.commit, After: options.After,
	})
	v.entry.left = v.tidy
	v.message = NewText("", TextOptions{Style: Small, Color: skin.Alert})
	v.message.Hide()
	v.body = VStack(skin.Gap1, v.entry, v.message)
	v.ExtendBaseWidget(v)
	return v
}

// Value returns the last value that could be read, in its canonical form.
func (v *ValueEntry) Value() string { return v.value }

// Error returns what is shown to be wrong, or "".
func (v *ValueEntry) Error() string {
	if v.message.Hidden {
		return ""
	}
	return v.message.Text()
}

// SetValue shows a value given in its canonical form, without telling
// OnCommitted. The value that the field has already is left as it is typed.
func (v *ValueEntry) SetValue(canonical string) {
	if canonical == v.value && v.Error() == "" {
		return
	}
	v.value = canonical
	v.entry.SetText(v.options.Write(canonical))
	v.fail("")
}

// Commit hands over what was typed without waiting for the field to be left.
func (v *ValueEntry) Commit() { v.entry.Commit() }

// Entry returns the field itself, which takes the focus.
func (v *ValueEntry) Entry() *Entry { return v.entry }

// commit reads a finished text.
func (v *ValueEntry) commit(text string) {
	canonical, message := v.options.Read(text)
	v.fail(message)
	if message != "" || canonical == v.value {
		return
	}
	v.value = canonical
	if v.options.OnCommitted != nil {
		v.options.OnCommitted(canonical)
	}
}

// tidy writes the value in its usual form once the field is left.
func (v *ValueEntry) tidy() {
	canonical, message := v.options.Read(v.entry.Text)
	if message == "" {
		v.entry.SetText(v.options.Write(canonical))
	}
}

// fail shows what is wrong, or nothing.
func (v *ValueEntry) fail(message string) {
	v.entry.setFailed(message != "")
	v.message.SetText(message)
	if v.message.Hidden == (message == "") {
		return
	}
	v.message.Hidden = message == ""
	v.body.Layout.Layout(v.body.Objects, v.body.Size())
	v.Refresh()
}

// Children implements Parent.
func (v *ValueEntry) Children() []fyne.CanvasObject { return []fyne.CanvasObject{v.body} }

// HeightFor implements Fluid.
func (v *ValueEntry) HeightFor(width float32) float32 { return HeightFor(v.body, width) }

// CreateRenderer implements fyne.Widget.
func (v *ValueEntry) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(v.body)
}
