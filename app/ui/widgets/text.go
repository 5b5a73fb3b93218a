package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
)

// TextStyle is the role of a piece of text on the page.
type TextStyle int

// The styles of text.
const (
	Body      TextStyle = iota // 15 px
	Strong                     // 15 px, semibold: labels of fields
	Secondary                  // 15 px, in the secondary colour
	Small                      // 13 px, in the secondary colour
	Section                    // 16 px, bold
	Title                      // 24 px, bold
	Caps                       // small spaced capitals above a group
	Emphasis                   // 15 px, italic
)

// face returns the size, weight and default colour of a style.
func (s TextStyle) face() (size float32, style fyne.TextStyle, color fyne.ThemeColorName) {
	switch s {
	case Strong:
		return skin.TextSize, skin.Semibold, skin.Ink
	case Secondary:
		return skin.TextSize, fyne.TextStyle{}, skin.Secondary
	case Small:
		return skin.SecondarySize, fyne.TextStyle{}, skin.Secondary
	case Section:
		return skin.SectionSize, fyne.TextStyle{Bold: true}, skin.Ink
	case Title:
		return skin.TitleSize, fyne.TextStyle{Bold: true}, skin.Ink
	case Caps:
		return skin.CapsSize, fyne.TextStyle{}, skin.Secondary
	case Emphasis:
		return skin.TextSize, fyne.TextStyle{Italic: true}, skin.Ink
	default:
		return skin.TextSize, fyne.TextStyle{}, skin.Ink
	}
}

// TextOptions says how a [Text] looks.
type TextOptions struct {
	Style TextStyle
	// Color is a colour of the skin; empty is that of the style.
	Color fyne.ThemeColorName
	Align fyne.TextAlign
	// Truncate keeps the text on one line, cut with an ellipsis where it does
	// not fit. Without it the text wraps.
	Truncate bool
	// MaxLines cuts a text that wraps after so many lines, with an ellipsis; 0 is
	// no limit.
	MaxLines int
	// NoWrap keeps the text on one line that is never cut: the text is at least
	// as wide as its words.
	NoWrap bool
}

// Text shows words in one style, or in the styles of its spans.
type Text struct {
	widget.BaseWidget
	options TextOptions
	text    string
	spans   []Span
	para    paragraph
	drawn   []fyne.CanvasObject
	drawnAt float32
	// natural is the width on one line, once measured.
	natural float32
}

// NewText makes a text.
func NewText(text string, options TextOptions) *Text {
	t := &Text{options: options}
	t.ExtendBaseWidget(t)
	t.set(text, nil)
	return t
}

// NewSpans makes a text of several runs; the style gives the size, and the
// weight and colour of the runs that name none.
func NewSpans(spans []Span, options TextOptions) *Text {
	t := &Text{options: options}
	t.ExtendBaseWidget(t)
	t.set("", spans)
	return t
}

// Text returns what is written.
func (t *Text) Text() string { return t.text }

// SetText changes what is written.
func (t *Text) SetText(text string) {
	if t.text == text && len(t.spans) <= 1 {
		return
	}
	t.set(text, nil)
	t.Refresh()
}

// SetSpans changes what is written, run by run.
func (t *Text) SetSpans(spans []Span) {
	t.set("", spans)
	t.Refresh()
}

// SetColor changes the colour; empty is that of the style.
func (t *Text) SetColor(name fyne.ThemeColorName) {
	if t.options.Color == name {
		return
	}
	t.options.Color = name
	t.set(t.text, t.spans)
	t.Refresh()
}

// SetStyle changes the role of the text.
func (t *Text) SetStyle(style TextStyle) {
	if t.options.Style == style {
		return
	}
	t.options.Style = style
	t.set(t.text, nil)
	t.Refresh()
}

func (t *Text) set(text string, spans []Span) {
	size, style, color := t.options.Style.face()
	if t.options.Color != "" {
		color = t.options.Color
	}
	if len(spans) <= 1 {
		if len(spans) == 1 {
			own := withDefaults(spans, style, color)[0]
			text, style, color = own.Text, own.Style, own.Color
		}
		t.text = text
		if t.options.Style == Caps {
			text = spacedCapitals(text)
		}
		spans = []Span{{Text: text, Style: style, Color: color}}
	} else {
		spans = withDefaults(spans, style, color)
		t.text = joinSpans(spans)
	}
	t.spans = spans
	t.para.set(spans, size)
	t.drawn, t.natural = nil, 0
}

// withDefaults gives a weight and a colour to the spans that have none.
func withDefaults(spans []Span, style fyne.TextStyle, color fyne.ThemeColorName) []Span {
	full := append([]Span(nil), spans...)
	for i := range full {
		if full[i].Color == "" {
			full[i].Color = color
		}
		if full[i].Style == (fyne.TextStyle{}) {
			full[i].Style = style
		}
	}
	return full
}

func joinSpans(spans []Span) string {
	var all strings.Builder
	for _, s := range spans {
		all.WriteString(s.Text)
	}
	return all.String()
}

// spacedCapitals writes text in capitals, a hair space between letters.
func spacedCapitals(text string) string {
	const hair = "\u200a"
	var spaced strings.Builder
	for i, r := range strings.ToUpper(text) {
		if i > 0 && r != ' ' {
			spaced.WriteString(hair)
		}
		spaced.WriteRune(r)
	}
	return spaced.String()
}

// wraps says whether the text goes to the next line when it is too wide.
func (t *Text) wraps() bool { return !t.options.Truncate && !t.options.NoWrap }

// lines returns the lines shown at a width.
func (t *Text) lines(width float32) []line {
	if !t.wraps() {
		return t.para.at(0)
	}
	lines := t.para.at(width)
	if most := t.options.MaxLines; most > 0 && len(lines) > most {
		return t.cutAfter(lines[:most], width)
	}
	return lines
}

// cutAfter returns lines with an ellipsis at the end of the last.
func (t *Text) cutAfter(lines []line, width float32) []line {
	kept := append([]line(nil), lines...)
	last := &kept[len(kept)-1]
	fragments := append([]fragment(nil), last.fragments...)
	if len(fragments) == 0 {
		return kept
	}
	f := &fragments[len(fragments)-1]
	style := t.spans[f.span].Style
	f.text = shortened(f.text+"…", t.para.size, style, width-f.x)
	f.width = fyne.MeasureText(f.text, t.para.size, style).Width
	*last = line{fragments: fragments, width: f.x + f.width}
	return kept
}

// HeightFor implements Fluid.
func (t *Text) HeightFor(width float32) float32 {
	return float32(len(t.lines(width))) * t.para.pitch()
}

// NaturalWidth is the width of the text on one line.
func (t *Text) NaturalWidth() float32 {
	if t.natural == 0 {
		var whole paragraph
		whole.set(t.spans, t.para.size)
		for _, l := range whole.at(0) {
			t.natural = max(t.natural, ceil(l.width))
		}
	}
	return t.natural
}

// widestWord is the width under which a word must be cut.
func (t *Text) widestWord() float32 {
	var width float32
	for _, w := range splitWords(t.spans, t.para.size) {
		width = max(width, ceil(w.width))
	}
	return width
}

// MinSize implements fyne.CanvasObject. Before it has a width, a text that
// wraps is as high as one line.
func (t *Text) MinSize() fyne.Size {
	t.ExtendBaseWidget(t)
	if t.options.NoWrap {
		return fyne.NewSize(t.NaturalWidth(), t.HeightFor(0))
	}
	least := t.para.size * 2
	if width := t.Size().Width; width > 0 {
		return fyne.NewSize(least, t.HeightFor(width))
	}
	return fyne.NewSize(least, t.para.pitch())
}

// CreateRenderer implements fyne.Widget.
func (t *Text) CreateRenderer() fyne.WidgetRenderer {
	return &view{
		owner:   t,
		objects: func() []fyne.CanvasObject { return t.drawn },
		layout:  t.layout,
		min:     t.MinSize,
		paint: func() {
			t.para.set(t.spans, t.para.size)
			t.drawn, t.natural = nil, 0
			t.layout(t.Size())
		},
	}
}

func (t *Text) layout(size fyne.Size) {
	if t.drawn != nil && t.drawnAt == size.Width {
		return
	}
	lines := t.lines(size.Width)
	if t.options.Truncate {
		lines = []line{t.truncated(size.Width)}
	}
	t.drawn = t.para.draw(lines, size.Width, t.options.Align)
	t.drawnAt = size.Width
}

// truncated returns the only line of the text, cut to width.
func (t *Text) truncated(width float32) line {
	whole := t.para.at(0)[0]
	if whole.width <= width || len(whole.fragments) == 0 {
		return whole
	}
	var cut line
	for _, f := range whole.fragments {
		if f.x+f.width > width {
			style := t.spans[f.span].Style
			f.text = shortened(f.text, t.para.size, style, width-f.x)
			f.width = fyne.MeasureText(f.text, t.para.size, style).Width
			cut.fragments = append(cut.fragments, f)
			break
		}
		cut.fragments = append(cut.fragments, f)
	}
	last := cut.fragments[len(cut.fragments)-1]
	cut.width = last.x + last.width
	return cut
}

// ceil rounds a length up to a whole pixel.
func ceil(v float32) float32 {
	whole := float32(int(v))
	if whole < v {
		whole++
	}
	return whole
}
