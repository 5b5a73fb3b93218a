package widgets

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// Entry is a field of one line.
type Entry struct {
	textField
}

// NewEntry makes a field of one line.
func NewEntry(options EntryOptions) *Entry {
	e := &Entry{}
	e.Wrapping = fyne.TextWrap(fyne.TextTruncateClip)
	e.build(e, options)
	return e
}

// Disable implements fyne.Disableable.
func (e *Entry) Disable() { e.Entry.Disable() }

// MinSize implements fyne.CanvasObject.
func (e *Entry) MinSize() fyne.Size {
	const least = 60
	return fyne.NewSize(least, e.Entry.MinSize().Height)
}

// TextArea is a field of several lines, as high as its text. Tab leaves it.
type TextArea struct {
	textField
	height float32
}

// NewTextArea makes a field of several lines.
func NewTextArea(options EntryOptions) *TextArea {
	a := &TextArea{}
	a.MultiLine = true
	a.Wrapping = fyne.TextWrapWord
	if options.MinRows == 0 {
		options.MinRows = 2
	}
	a.build(a, options)
	a.OnCursorChanged = a.followCursor
	return a
}

// HeightFor implements Fluid. It gives the area the width asked for, which is
// the only way to learn from Fyne how it cuts the lines.
func (a *TextArea) HeightFor(width float32) float32 {
	if width != a.Size().Width {
		a.Resize(fyne.NewSize(width, max(a.Size().Height, a.leastHeight())))
	}
	needed := a.leastHeight()
	if scroll := a.frame.scroll; scroll != nil && a.Text != "" {
		needed = max(needed, scroll.Content.MinSize().Height+2*skin.Hairline+a.footer())
	}
	return ceil(needed)
}

// leastHeight is the height of an area that is empty.
func (a *TextArea) leastHeight() float32 {
	row := fyne.MeasureText("M", skin.TextSize, fyne.TextStyle{}).Height
	return ceil(row*float32(a.options.MinRows) + 2*skin.Gap2 + 2*skin.Hairline + a.footer())
}

// footer is the height of what lies under the text.
func (a *TextArea) footer() float32 {
	if a.options.Private {
		return privateFooter - skin.Gap1
	}
	return 0
}

// MinSize implements fyne.CanvasObject.
func (a *TextArea) MinSize() fyne.Size {
	const least = 80
	if width := a.Size().Width; width > 0 {
		return fyne.NewSize(least, a.HeightFor(width))
	}
	return fyne.NewSize(least, a.leastHeight())
}

// Resize implements fyne.CanvasObject: an area that grew under the cursor stays
// in view.
func (a *TextArea) Resize(size fyne.Size) {
	a.Entry.Resize(size)
	if a.focused && size.Height > a.height && a.height > 0 {
		fyne.Do(a.followCursor)
	}
	a.height = size.Height
}

// followCursor keeps the line being typed in view.
func (a *TextArea) followCursor() {
	if !a.focused {
		return
	}
	top := a.CursorPosition().Y
	RevealPart(a.self, top, top+pitch(skin.TextSize))
}
