package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// EntryOptions says how an [Entry] or a [TextArea] starts and whom it tells.
type EntryOptions struct {
	Text        string
	Placeholder string
	// Private dresses the field as what never leaves the file.
	Private bool
	// OnChanged hears every edit by the person, OnCommitted the finished text.
	OnChanged   func(string)
	OnCommitted func(string)
	// After replaces the clock, for tests.
	After After
	// Search says that what is typed only chooses what shows elsewhere: the field is
	// never read-only.
	Search bool
	// MinRows is how many lines a TextArea shows at least; 0 means 2.
	MinRows int
	// Suffix follows the text of an Entry, such as a unit.
	Suffix string
}

// textField is what Entry and TextArea share: when a text is committed, and how
// the field looks.
type textField struct {
	widget.Entry
	options EntryOptions
	self    fyne.CanvasObject
	rest    rest
	// saved is the text last committed or set.
	saved   string
	setting bool
	focused bool
	failed  bool
	// readOnly text can be selected and copied, not typed.
	readOnly bool
	// left is called when the field loses the focus, after the commit.
	left  func()
	frame *fieldFrame
}

// build finishes the field embedded in self.
func (f *textField) build(self fyne.Widget, options EntryOptions) {
	f.self = self
	f.options = options
	f.rest.after = options.After
	f.Entry.PlaceHolder = options.Placeholder
	f.Entry.Text = options.Text
	f.saved = options.Text
	f.Entry.OnChanged = f.changed
	f.frame = newFieldFrame(f)
	f.Entry.ExtendBaseWidget(self)
}

// changed hears every change of the text.
func (f *textField) changed(text string) {
	if f.setting {
		return
	}
	f.rest.begin(restDelay, f.Commit)
	if f.options.OnChanged != nil {
		f.options.OnChanged(text)
	}
}

// Commit hands over the text if it changed since the last time, without waiting
// for the field to be left. Call it before the field goes away.
func (f *textField) Commit() {
	f.rest.cancel()
	if f.Entry.Text == f.saved {
		return
	}
	f.saved = f.Entry.Text
	if f.options.OnCommitted != nil {
		f.options.OnCommitted(f.saved)
	}
}

// Pending tells whether something was typed that is not committed yet.
func (f *textField) Pending() bool { return f.Entry.Text != f.saved }

// SetText shows another text. Nobody is told: the text is already known.
func (f *textField) SetText(text string) {
	f.rest.cancel()
	f.saved = text
	if f.Entry.Text == text {
		return
	}
	f.setting = true
	f.Entry.SetText(text)
	f.setting = false
}

// FocusGained implements fyne.Focusable.
func (f *textField) FocusGained() {
	f.focused = true
	f.Entry.FocusGained()
	Reveal(f.self)
}

// FocusLost implements fyne.Focusable.
func (f *textField) FocusLost() {
	f.focused = false
	f.Entry.FocusLost()
	f.Commit()
	if f.left != nil {
		f.left()
	}
}

// AcceptsTab implements fyne.Tabbable: Tab always goes to the next control.
func (f *textField) AcceptsTab() bool { return false }

// TypedKey implements fyne.Focusable: Escape goes back to the text last
// committed, or leaves what lies over the window; Enter commits a field of one line.
func (f *textField) TypedKey(key *fyne.KeyEvent) {
	switch {
	case key.Name == fyne.KeyEscape && f.Entry.Text == f.saved:
		Escape(f.self)
	case key.Name == fyne.KeyEscape:
		f.rest.cancel()
		f.SetText(f.saved)
	case !f.Entry.MultiLine && (key.Name == fyne.KeyReturn || key.Name == fyne.KeyEnter):
		f.Commit()
		if f.Entry.OnSubmitted != nil {
			f.Entry.OnSubmitted(f.Entry.Text)
		}
	case f.readOnly && !readKeys[key.Name]:
	default:
		f.Entry.TypedKey(key)
	}
}

// setFailed shows or removes the border of an error.
func (f *textField) setFailed(failed bool) {
	if f.failed == failed {
		return
	}
	f.failed = failed
	f.Entry.Refresh()
}

// CreateRenderer implements fyne.Widget: Fyne's entry in our own frame.
func (f *textField) CreateRenderer() fyne.WidgetRenderer {
	return f.frame.around(f.Entry.CreateRenderer())
}
