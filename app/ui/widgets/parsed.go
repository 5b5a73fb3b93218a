package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// parsedEntry is a field of one line whose text stands for a value in a
// canonical form. A text that cannot be read is kept, with what is wrong under it.
type parsedEntry struct {
	widget.BaseWidget
	self    fyne.Widget
	entry   *Entry
	message *Text
	body    *fyne.Container
	// read returns the canonical form of a text, or a message in French.
	read func(text string) (canonical, message string)
	// write returns the text shown for a canonical form.
	write       func(canonical string) string
	value       string
	onCommitted func(canonical string)
}

// build finishes the field embedded in self.
func (p *parsedEntry) build(self fyne.Widget, value string, options EntryOptions) {
	p.self, p.value = self, value
	p.onCommitted = options.OnCommitted
	options.Text = p.write(value)
	options.OnCommitted = p.commit
	p.entry = NewEntry(options)
	p.entry.left = p.tidy
	p.message = NewText("", TextOptions{Style: Small, Color: skin.Alert})
	p.message.Hide()
	p.body = VStack(skin.Gap1, p.entry, p.message)
	p.ExtendBaseWidget(self)
}

// Value returns the last value that could be read, in its canonical form.
func (p *parsedEntry) Value() string { return p.value }

// Error returns what is shown to be wrong, or "".
func (p *parsedEntry) Error() string {
	if p.message.Hidden {
		return ""
	}
	return p.message.Text()
}

// SetValue shows a value given in its canonical form, without telling OnCommitted.
func (p *parsedEntry) SetValue(canonical string) {
	p.value = canonical
	p.entry.SetText(p.write(canonical))
	p.fail("")
}

// Commit hands over what was typed without waiting for the field to be left.
func (p *parsedEntry) Commit() { p.entry.Commit() }

// Entry returns the field itself, which takes the focus.
func (p *parsedEntry) Entry() *Entry { return p.entry }

// commit reads a finished text.
func (p *parsedEntry) commit(text string) {
	canonical, message := p.read(text)
	p.fail(message)
	if message != "" || canonical == p.value {
		return
	}
	p.value = canonical
	if p.onCommitted != nil {
		p.onCommitted(canonical)
	}
}

// tidy writes the value in its usual form once the field is left.
func (p *parsedEntry) tidy() {
	canonical, message := p.read(p.entry.Text)
	if message == "" {
		p.entry.SetText(p.write(canonical))
	}
}

// fail shows what is wrong, or nothing.
func (p *parsedEntry) fail(message string) {
	p.entry.setFailed(message != "")
	p.message.SetText(message)
	if p.message.Hidden == (message == "") {
		return
	}
	p.message.Hidden = message == ""
	p.body.Layout.Layout(p.body.Objects, p.body.Size())
	p.Refresh()
}

// Children implements Parent.
func (p *parsedEntry) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.body} }

// HeightFor implements Fluid.
func (p *parsedEntry) HeightFor(width float32) float32 { return HeightFor(p.body, width) }

// CreateRenderer implements fyne.Widget.
func (p *parsedEntry) CreateRenderer() fyne.WidgetRenderer {
	return wrapping(p.self, p.body)
}
