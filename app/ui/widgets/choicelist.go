package widgets

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"golang.org/x/text/unicode/norm"

	"tressons/app/ui/skin"
)

// choiceList is the list that a Choice drops.
type choiceList struct {
	picker
	options []Option
	labels  []*Text
	pill    *box
	typed   prefix
	now     int
	chosen  func(i int)
	left    func()
}

// choiceRow is the height of a value in the list.
const choiceRow float32 = 30

func newChoiceList(options []Option, selected int) *choiceList {
	l := &choiceList{options: options, pill: newBox(), now: selected}
	for i, o := range options {
		style := fyne.TextStyle{}
		if i == selected {
			style = fyne.TextStyle{Bold: true}
		}
		l.labels = append(l.labels, NewSpans([]Span{{Text: o.Label, Style: style}}, TextOptions{Truncate: true}))
	}
	l.count, l.columns, l.cursor = len(options), 1, max(0, selected)
	l.press = func(i int) { l.chosen(i) }
	l.extend(l)
	return l
}

// FocusGained implements fyne.Focusable.
func (l *choiceList) FocusGained() {
	l.focused = true
	l.reveal()
}

func (l *choiceList) reveal() {
	y := float32(l.cursor) * choiceRow
	RevealPart(l, y, y+choiceRow)
}

// AcceptsTab implements fyne.Tabbable: Tab closes the list.
func (l *choiceList) AcceptsTab() bool { return true }

// TypedKey implements fyne.Focusable.
func (l *choiceList) TypedKey(key *fyne.KeyEvent) {
	if key.Name == fyne.KeyEscape || key.Name == fyne.KeyTab {
		l.left()
		return
	}
	l.picker.TypedKey(key)
	l.reveal()
}

// TypedRune implements fyne.Focusable.
func (l *choiceList) TypedRune(r rune) {
	if i := l.typed.find(r, l.options, l.cursor); i >= 0 && r != ' ' {
		l.cursor = i
		l.Refresh()
		l.reveal()
	}
}

// Tapped implements fyne.Tappable.
func (l *choiceList) Tapped(event *fyne.PointEvent) { l.tap(int(event.Position.Y / choiceRow)) }

// MouseMoved implements desktop.Hoverable.
func (l *choiceList) MouseMoved(event *desktop.MouseEvent) {
	if i := int(event.Position.Y / choiceRow); i >= 0 && i < l.count && i != l.cursor {
		l.cursor = i
		l.Refresh()
	}
}

// MinSize implements fyne.CanvasObject.
func (l *choiceList) MinSize() fyne.Size {
	var width float32
	for _, label := range l.labels {
		width = max(width, label.NaturalWidth())
	}
	return fyne.NewSize(min(width+2*skin.Gap2+4, 520), choiceRow*float32(l.count))
}

// CreateRenderer implements fyne.Widget.
func (l *choiceList) CreateRenderer() fyne.WidgetRenderer {
	drawn := []fyne.CanvasObject{l.pill.Container}
	for _, label := range l.labels {
		drawn = append(drawn, label)
	}
	layout := func(size fyne.Size) {
		l.pill.dress(skin.PrimaryTint, "", 0, skin.Gap1)
		l.pill.cover(0, float32(l.cursor)*choiceRow, size.Width, choiceRow)
		for i, label := range l.labels {
			height := label.HeightFor(0)
			place(label, skin.Gap2, float32(i)*choiceRow+(choiceRow-height)/2, size.Width-2*skin.Gap2, height)
		}
	}
	return &view{
		owner:   l,
		objects: fixed(drawn...),
		layout:  layout,
		min:     l.MinSize,
		paint:   func() { layout(l.Size()) },
	}
}

// prefix finds a value by its first letters.
type prefix struct {
	letters string
	last    time.Time
}

// prefixPause is how long after a letter the next one begins a new word.
const prefixPause = time.Second

// find returns the value that begins with what was typed, after the current one
// when a single letter is repeated, or -1. Accents and capitals do not count.
func (p *prefix) find(r rune, options []Option, current int) int {
	now := time.Now()
	if now.Sub(p.last) > prefixPause {
		p.letters = ""
	}
	p.last = now
	letter := plain(string(r))
	if p.letters != "" && p.letters != letter {
		if i := startingWith(p.letters+letter, options, max(0, current)); i >= 0 {
			p.letters += letter
			return i
		}
	}
	p.letters = letter
	return startingWith(letter, options, current+1)
}

// startingWith returns the first value with these first letters, from a place on
// and then from the beginning, or -1.
func startingWith(letters string, options []Option, from int) int {
	for i := range options {
		at := (from + i) % len(options)
		if strings.HasPrefix(plain(options[at].Label), letters) {
			return at
		}
	}
	return -1
}

// plain removes accents and capitals.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}
