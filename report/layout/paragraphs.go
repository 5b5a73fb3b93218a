package layout

import (
	"net/url"
	"slices"
	"strconv"
	"strings"

	"tressons/report"
	"tressons/report/figure"
)

// artifact makes an item that is seen and tells nothing.
func artifact(ops ...figure.Op) Item {
	return Item{Box: ops[0].Bounds(), Ops: ops}
}

// oneLine cleans a text for where there are no lines: outline, metadata.
func (f *Fonts) oneLine(s string) string {
	return f.Clean(strings.Map(func(r rune) rune {
		switch r {
		case '\n':
			return ' '
		case softHyphen, zeroSpace:
			return -1
		}
		return r
	}, f.Clean(s)))
}

// runs cleans spans and gives each its setting, its node and its link.
func (c *composer) runs(node *Node, spans []report.Span, st text) []run {
	out := make([]run, 0, len(spans))
	for _, s := range spans {
		r := run{text: c.fonts.Clean(s.Text), face: st.face, size: st.size, color: st.color, node: node, hyphens: true}
		switch {
		case s.Bold && st.face == figure.Semibold:
			r.face = figure.Bold
		case s.Bold:
			r.face = figure.Semibold
		case s.Italic:
			r.face = figure.Italic
		}
		if s.Muted {
			r.face, r.color = figure.Regular, figure.Secondary
		}
		if s.Color.A != 0 {
			r.color = s.Color
		}
		if r.text == "" {
			continue
		}
		if link, ok := linkTo(s.Link); ok {
			r.link, r.node = link, node.add(report.RoleLink)
			if s.Color.A == 0 {
				r.color = c.style.accent
			}
		}
		out = append(out, r)
	}
	return out
}

// linkTo reads the target of a span; ok is false for what no click should
// follow.
func linkTo(target string) (Link, bool) {
	if id, ok := strings.CutPrefix(target, "#"); ok {
		return Link{Target: id}, id != ""
	}
	u, err := url.Parse(strings.TrimSpace(target))
	if err != nil || !slices.Contains([]string{"http", "https", "mailto"}, u.Scheme) {
		return Link{}, false
	}
	return Link{URL: u.String()}, true
}

// paragraph sets spans as one paragraph: neither its first nor its last line
// stays alone on a page.
func (c *composer) paragraph(node *Node, spans []report.Span, st text, width float64) stack {
	runs := c.runs(node, spans, st)
	lines := c.fonts.breakLines(runs, width)
	if len(lines) <= shortParagraph {
		lines = c.evened(lines, runs, width, width/8)
	}
	return c.lines(lines, runs, st, 0)
}

// shortParagraph is the number of lines up to which a word alone on the last
// one is worth setting the others shorter.
const shortParagraph = 4

// lines makes a band of each line, shifted by x.
func (c *composer) lines(lines []line, runs []run, st text, x float64) stack {
	out := make(stack, len(lines))
	for i, l := range lines {
		out[i] = slot{element: band{h: st.leading, items: c.lineItems(l, runs, st, x)}}
		out[i].keep = len(lines) > 1 && (i == 0 || i == len(lines)-2)
	}
	return out
}

// lineItems makes an item of each stretch of a line that has the same node.
func (c *composer) lineItems(l line, runs []run, st text, x float64) []Item {
	var items []Item
	for _, p := range l.pieces {
		r := runs[p.run]
		if n := len(items); n == 0 || items[n-1].Node != r.node {
			items = append(items, Item{Node: r.node, Link: r.link, Box: figure.Box{X: x + p.x, H: st.leading}})
		}
		it := &items[len(items)-1]
		it.Box.W = x + p.x + p.w - it.Box.X
		for _, s := range c.fonts.stretches(p, r) {
			it.Ops = append(it.Ops, figure.Text{
				At: figure.Point{X: x + s.x, Y: st.rise()}, Value: s.text, Face: r.face, Size: r.size, Color: r.color,
			})
		}
		if r.link != (Link{}) && !r.bare {
			it.Ops = append(it.Ops, c.underline(x, p, st.rise(), r))
		}
	}
	return items
}

// underline is the line under a link, not under the spaces around it.
func (c *composer) underline(x float64, p piece, baseline float64, r run) figure.Op {
	bare := strings.TrimLeft(p.text, " \u00A0\u202F")
	lead := p.w - c.fonts.Width(strings.TrimRight(bare, " "), r.face, r.size)
	y := baseline + 0.14*r.size
	return figure.Line{
		Points: []figure.Point{{X: x + p.x + lead, Y: y}, {X: x + p.x + p.w, Y: y}},
		Stroke: figure.Stroke{Color: r.color, Width: 0.05 * r.size},
	}
}

// aligned sets plain text and shifts each line to the right or the middle of
// the width.
func (c *composer) aligned(node *Node, spans []report.Span, st text, width float64, align report.Align) stack {
	out := c.paragraph(node, spans, st, width)
	if align == report.Left {
		return out
	}
	for i, s := range out {
		b := s.element.(band)
		if len(b.items) == 0 {
			continue
		}
		last := b.items[len(b.items)-1].Box
		free := width - last.X - last.W
		if align == report.Center {
			free /= 2
		}
		out[i].element = band{b.h, b.place(free, 0)}
	}
	return out
}

// balanced sets a title, whose last line is not a word or two.
func (c *composer) balanced(node *Node, title string, st text, width float64) stack {
	runs := c.runs(node, report.Text(title), st)
	for i := range runs {
		runs[i].kerned, runs[i].hyphens = true, false
	}
	lines := c.evened(c.fonts.breakLines(runs, width), runs, width, 0.35*width)
	return c.lines(lines, runs, st, 0)
}

// evened sets lines a little shorter, without more of them and without parting
// a compound word for it, when the last one is shorter than least.
func (c *composer) evened(lines []line, runs []run, width, least float64) []line {
	n := len(lines)
	if n < 2 || lines[n-1].width >= least {
		return lines
	}
	for measure := width; measure > width/2; measure -= width / 50 {
		even := c.fonts.breakLines(runs, measure)
		if len(even) > n {
			break
		}
		if even[len(even)-1].width >= least && !slices.ContainsFunc(even, line.hyphenated) {
			return even
		}
	}
	return lines
}

// hyphenated says that the line ends in the middle of a word.
func (l line) hyphenated() bool {
	return strings.HasSuffix(l.plain(), "-")
}

// headingBlock sets a heading inside a section.
func (c *composer) headingBlock(node *Node, b report.Heading, width float64) stack {
	st := c.style.heading2
	if b.Level > 1 {
		st = c.style.heading3
	}
	label := b.Text
	if b.ID == "" {
		label = "" // too small for the outline
	}
	return c.heading(node, b.Text, b.ID, label, c.depth+max(b.Level, 1), st.in(b.Color), width)
}

// paragraphs sets a paragraph block, which blank lines may part.
func (c *composer) paragraphs(node *Node, b report.Paragraph, width float64) stack {
	st := c.style.body
	switch b.Tone {
	case report.Lead:
		st = c.style.lead
	case report.Small:
		st = c.style.small
	}
	var out stack
	for _, spans := range parted(b.Spans) {
		lines := c.paragraph(node.add(report.RoleP), spans, st, c.readable(width, st))
		out = out.then(0.5*st.leading, lines)
	}
	return out
}

// readable limits a measure to some ninety characters.
func (c *composer) readable(width float64, st text) float64 {
	return min(width, 47*st.size)
}

// parted cuts spans at blank lines.
func parted(spans []report.Span) [][]report.Span {
	out := [][]report.Span{nil}
	for _, s := range spans {
		for i, text := range strings.Split(string(lineFeeds([]rune(s.Text))), "\n\n") {
			if i > 0 {
				out = append(out, nil)
			}
			s.Text = text
			out[len(out)-1] = append(out[len(out)-1], s)
		}
	}
	return out
}

// list sets bullets or numbers in the margin of their items.
func (c *composer) list(node *Node, b report.List, width float64) stack {
	numbering, indent := bulleted, 1.3*c.style.body.size
	if b.Numbered {
		numbering = numbered
		indent = c.fonts.Width(strconv.Itoa(len(b.Items))+".  ", c.style.body.face, c.style.body.size)
	}
	l := node.addList(numbering)
	var out stack
	for i, spans := range b.Items {
		mark := "•"
		if b.Numbered {
			mark = strconv.Itoa(i+1) + "."
		}
		out = out.then(0.25*beat, c.hanging(l, mark, spans, c.style.body, indent, c.readable(width, c.style.body)))
	}
	return out
}

// hanging sets an item of a list: its label, and its text beside it.
func (c *composer) hanging(list *Node, mark string, spans []report.Span, st text, indent, width float64) stack {
	item := list.add(report.RoleItem)
	label := c.paragraph(item.add(report.RoleLabel), report.Text(mark), st.in(figure.Secondary), indent)
	body := item.add(report.RoleBody)
	runs := c.runs(body, spans, st)
	lines := c.lines(c.fonts.breakLines(runs, width-indent), runs, st, indent)
	if len(lines) == 0 {
		return nil
	}
	first := lines[0].element.(band)
	lines[0].element = band{first.h, append(label[0].element.(band).items, first.items...)}
	return lines
}
