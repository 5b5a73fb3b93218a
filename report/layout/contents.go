package layout

import (
	"strconv"

	"tressons/report"
	"tressons/report/figure"
)

// pageSlot is what a contents entry says until the page is known. It is as
// wide as any three-digit number, digits being tabular.
const pageSlot = "000"

// contents lists the sections with their pages. The numbers are written once
// all pages are set, by numberEntry.
func (c *composer) contents(node *Node, b report.Contents, width float64) stack {
	var listed []report.Section
	for _, s := range c.doc.Sections {
		if s.Title != "" && s.ID != "" && (b.Depth == 0 || s.Depth() <= b.Depth) {
			listed = append(listed, s)
		}
	}
	if len(listed) == 0 {
		return nil
	}
	var out, entries stack
	if b.Title != "" {
		out = c.contentsTitle(node, b.Title, width)
	}
	toc := node.add(report.RoleContents)
	for _, s := range listed {
		entries = append(entries, slot{element: c.entry(toc, s, width)})
	}
	return out.then(0.8*beat, entries)
}

func (c *composer) contentsTitle(node *Node, title string, width float64) stack {
	var out stack
	if c.style.tab {
		out = stack{c.tab()}
	}
	return append(out, c.heading(node, title, "", "", 1, c.style.title, width)...)
}

// entry is a row of the contents: chapters in semibold over a rule, their
// parts set in.
func (c *composer) entry(toc *Node, s report.Section, width float64) element {
	st, indent, pad := c.style.contents, 0.0, c.style.rowPad
	if s.Depth() == 1 {
		st = st.cut(figure.Semibold)
	} else {
		indent, pad = beat*float64(s.Depth()-1), 0.4*c.style.rowPad
		st = st.in(figure.Secondary)
	}
	link := Link{Target: s.ID}
	item := toc.add(report.RoleEntry).add(report.RoleReference).add(report.RoleLink)
	runs := []run{{text: c.fonts.oneLine(s.Label()), face: st.face, size: st.size, color: st.color, node: item, link: link, bare: true}}
	number := c.pageNumber(item, link, st, width)
	lines := c.fonts.breakLines(runs, number.Box.X-indent-2*beat)
	if len(lines) > 0 { // what is read is « Niveaux 5 »
		last := lines[len(lines)-1].pieces
		last[len(last)-1].text += " "
	}
	r := row{top: pad, bottom: pad, whole: uncut, parts: []part{
		{x: indent, stack: c.lines(lines, runs, st, 0)},
		{stack: stack{{element: band{h: st.leading, items: []Item{number}}}}},
	}}
	if s.Depth() == 1 {
		r.decor = c.ruleAbove(width)
	}
	return r
}

// pageNumber is the room for an entry's page number, flush right.
func (c *composer) pageNumber(node *Node, link Link, st text, width float64) Item {
	w := c.fonts.Width(pageSlot, st.face, st.size)
	return Item{
		Node: node, Link: link,
		Box: figure.Box{X: width - w, W: w, H: st.leading},
		Ops: []figure.Op{figure.Text{
			At:    figure.Point{X: width - w, Y: st.rise()},
			Value: pageSlot, Face: st.face, Size: st.size, Color: st.color,
		}},
	}
}

// ruleAbove is the decoration of rows parted by a hairline at their top.
func (c *composer) ruleAbove(width float64) func(float64, bool, bool) []Item {
	return func(_ float64, first, _ bool) []Item {
		if !first {
			return nil
		}
		return []Item{artifact(rule(0, 0, width, c.style.hairline, figure.Hairline))}
	}
}

// ruleBelow is the decoration of rows that end with a hairline.
func (c *composer) ruleBelow(width float64) func(float64, bool, bool) []Item {
	return func(h float64, _, last bool) []Item {
		if !last {
			return nil
		}
		return []Item{artifact(rule(0, h, width, c.style.hairline, figure.Hairline))}
	}
}

// numberEntry writes the page number into an entry of the contents, flush
// right in the room left for it.
func (c *composer) numberEntry(it *Item) {
	if it.Node.Parent.Role != report.RoleReference {
		return
	}
	for i, op := range it.Ops {
		if t, ok := op.(figure.Text); ok && t.Value == pageSlot {
			t.Value = strconv.Itoa(it.Link.Page + 1)
			width := c.fonts.Width(t.Value, t.Face, t.Size)
			t.At.X += it.Box.W - width
			it.Box.X, it.Box.W = t.At.X, width
			it.Ops[i] = t
		}
	}
}
