package widgets

import (
	"image/color"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"tressons/app/ui/skin"
)

// Span is a run of text in one style.
type Span struct {
	Text  string
	Style fyne.TextStyle
	// Color is a colour of the skin; empty is skin.Ink.
	Color fyne.ThemeColorName
}

// word is a piece of a span that is never cut, unless it is wider than a line.
type word struct {
	text  string
	span  int
	width float32
	// space is the width of the blank that follows.
	space   float32
	newline bool
}

// fragment is what one line shows of one span.
type fragment struct {
	text     string
	span     int
	x, width float32
}

// line is a line of text once cut.
type line struct {
	fragments []fragment
	width     float32
}

// splitWords measures the words of the spans. Only plain spaces and line ends
// cut: no-break spaces hold what they join.
func splitWords(spans []Span, size float32) []word {
	var words []word
	for i, s := range spans {
		blank := fyne.MeasureText(" ", size, s.Style).Width
		for n, paragraph := range strings.Split(s.Text, "\n") {
			if n > 0 {
				words = append(words, word{span: i, newline: true})
			}
			words = appendWords(words, paragraph, i, size, s.Style, blank)
		}
	}
	return words
}

// appendWords adds the words of one paragraph of a span.
func appendWords(words []word, text string, span int, size float32, style fyne.TextStyle, blank float32) []word {
	for text != "" {
		trimmed := strings.TrimLeft(text, " ")
		if lead := len(text) - len(trimmed); lead > 0 && len(words) > 0 {
			words[len(words)-1].space = blank * float32(lead)
		}
		text = trimmed
		end := strings.IndexByte(text, ' ')
		if end < 0 {
			end = len(text)
		}
		if end > 0 {
			piece := text[:end]
			words = append(words, word{text: piece, span: span, width: fyne.MeasureText(piece, size, style).Width})
		}
		text = text[end:]
	}
	return words
}

// breakLines puts words on lines no wider than width; a width of 0 or less
// means no limit. A word wider than a line is cut where it must.
func breakLines(words []word, spans []Span, size, width float32) []line {
	var lines []line
	var current line
	var gap float32
	for _, w := range words {
		if w.newline {
			lines, current, gap = append(lines, current), line{}, 0
			continue
		}
		for width > 0 && w.width > width {
			if current.width > 0 {
				lines, current, gap = append(lines, current), line{}, 0
			}
			head, tail := cutWord(w, spans[w.span].Style, size, width)
			lines = append(lines, line{fragments: []fragment{{text: head.text, span: w.span, width: head.width}}, width: head.width})
			w = tail
		}
		if width > 0 && current.width > 0 && gap > 0 && current.width+gap+w.width > width {
			lines, current, gap = append(lines, current), line{}, 0
		}
		current.add(w, gap)
		gap = w.space
	}
	return append(lines, current)
}

// add puts a word at the end of the line, gap pixels after what is there.
func (l *line) add(w word, gap float32) {
	if w.text == "" {
		return
	}
	if n := len(l.fragments); n > 0 && l.fragments[n-1].span == w.span {
		last := &l.fragments[n-1]
		if gap > 0 {
			last.text += " "
		}
		last.text += w.text
		last.width += gap + w.width
	} else {
		l.fragments = append(l.fragments, fragment{text: w.text, span: w.span, x: l.width + gap, width: w.width})
	}
	l.width += gap + w.width
}

// cutWord splits a word so that its head fits in width, with one rune at least.
func cutWord(w word, style fyne.TextStyle, size, width float32) (head, tail word) {
	cut := 0
	for i := range w.text {
		if i > 0 && fyne.MeasureText(w.text[:i], size, style).Width > width {
			break
		}
		cut = i
	}
	if cut == 0 {
		_, cut = utf8.DecodeRuneInString(w.text)
	}
	head, tail = w, w
	head.text, tail.text = w.text[:cut], w.text[cut:]
	head.width = fyne.MeasureText(head.text, size, style).Width
	tail.width = fyne.MeasureText(tail.text, size, style).Width
	return head, tail
}

// paragraph is text cut for the width it was last asked for.
type paragraph struct {
	spans []Span
	size  float32
	words []word
	lines []line
	width float32
	done  bool
}

// set changes the text.
func (p *paragraph) set(spans []Span, size float32) {
	*p = paragraph{spans: spans, size: size}
}

// at returns the lines at the given width.
func (p *paragraph) at(width float32) []line {
	if p.done && p.width == width {
		return p.lines
	}
	if p.words == nil {
		p.words = splitWords(p.spans, p.size)
	}
	p.lines = breakLines(p.words, p.spans, p.size, width)
	p.width, p.done = width, true
	return p.lines
}

// pitch is the distance between two lines.
func (p *paragraph) pitch() float32 {
	return pitch(p.size)
}

// pitch is the height of a line of text of a size.
func pitch(size float32) float32 {
	return float32(int(size*skin.LineHeight + 0.5))
}

// draw returns one canvas text per fragment of the lines, within width.
func (p *paragraph) draw(lines []line, width float32, align fyne.TextAlign) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	height := fyne.MeasureText("x", p.size, fyne.TextStyle{}).Height
	for row, l := range lines {
		x := float32(0)
		switch align {
		case fyne.TextAlignTrailing:
			x = width - l.width
		case fyne.TextAlignCenter:
			x = (width - l.width) / 2
		}
		for _, f := range l.fragments {
			text := canvas.NewText(f.text, colorOrInk(p.spans[f.span].Color))
			text.TextSize = p.size
			text.TextStyle = p.spans[f.span].Style
			place(text, x+f.x, float32(row)*p.pitch()+(p.pitch()-height)/2, f.width, height)
			objects = append(objects, text)
		}
	}
	return objects
}

// colorOrInk looks a colour up; an empty name is that of text.
func colorOrInk(name fyne.ThemeColorName) color.Color {
	if name == "" {
		name = skin.Ink
	}
	return skin.Color(name)
}
