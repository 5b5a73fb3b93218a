package widgets

import (
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
)

// Markdown shows simple Markdown: titles (#, ##…), paragraphs, lists (-),
// **bold**, *italic*, and quotes (>) for sources, in small. Line ends inside a
// paragraph do not count.
func Markdown(source string) fyne.CanvasObject {
	const inside, between = 2, 10
	body := VStack(between)
	var group *fyne.Container
	for _, block := range strings.Split(strings.ReplaceAll(source, "\r", ""), "\n\n") {
		shown := markdownBlock(strings.TrimSpace(block))
		if len(shown) == 0 {
			continue
		}
		if group == nil {
			group = VStack(inside)
			body.Add(group)
		}
		group.Objects = append(group.Objects, shown...)
		if !isTitle(shown[len(shown)-1]) {
			group = nil
		}
	}
	return body
}

// isTitle says whether what is shown is a title, which stays close to what
// follows it.
func isTitle(o fyne.CanvasObject) bool {
	text, ok := o.(*Text)
	return ok && (text.options.Style == Section || text.options.Style == Strong)
}

// markdownBlock shows what lies between two empty lines.
func markdownBlock(block string) []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	var open []string
	flush := func() {
		if len(open) > 0 {
			shown = append(shown, markdownText(strings.Join(open, " "), Body))
			open = nil
		}
	}
	for _, l := range strings.Split(block, "\n") {
		l = strings.TrimSpace(l)
		switch {
		case l == "":
		case strings.HasPrefix(l, "#"):
			flush()
			shown = append(shown, markdownText(strings.TrimSpace(strings.TrimLeft(l, "#")), titleStyle(l)))
		case strings.HasPrefix(l, "- "), strings.HasPrefix(l, "* "):
			flush()
			shown = append(shown, markdownItem(l[2:]))
		case strings.HasPrefix(l, ">"):
			flush()
			shown = append(shown, markdownText(strings.TrimSpace(l[1:]), Small))
		default:
			open = append(open, l)
		}
	}
	flush()
	return shown
}

// titleStyle is that of a title by its number of #.
func titleStyle(l string) TextStyle {
	if strings.HasPrefix(l, "##") {
		return Strong
	}
	return Section
}

// markdownItem shows a line of a list.
func markdownItem(text string) fyne.CanvasObject {
	return HStackTop(skin.Gap2, NewText("•", TextOptions{NoWrap: true, Style: Secondary}), Fill(markdownText(text, Body)))
}

// markdownText shows a text with its bold and italic runs.
func markdownText(text string, style TextStyle) *Text {
	return NewSpans(markdownSpans(text), TextOptions{Style: style})
}

// markdownSpans cuts a text at its ** and *. A sign without its pair stays.
func markdownSpans(text string) []Span {
	var spans []Span
	for text != "" {
		start := strings.IndexByte(text, '*')
		if start < 0 {
			break
		}
		sign, style := "*", fyne.TextStyle{Italic: true}
		if strings.HasPrefix(text[start:], "**") {
			sign, style = "**", fyne.TextStyle{Bold: true}
		}
		inside := text[start+len(sign):]
		end := strings.Index(inside, sign)
		if end <= 0 {
			break
		}
		if start > 0 {
			spans = append(spans, Span{Text: text[:start]})
		}
		spans = append(spans, Span{Text: inside[:end], Style: style})
		text = inside[end+len(sign):]
	}
	if text != "" || len(spans) == 0 {
		spans = append(spans, Span{Text: text})
	}
	return spans
}
