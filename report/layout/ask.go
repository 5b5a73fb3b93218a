package layout

import (
	"tressons/report"
	"tressons/report/figure"
)

// Measures of what is filled in by hand.
const (
	writingLine = 8 * mm // between two ruled lines
	tickSize    = 3.2 * mm
)

// ask sets a question over its boxes and its lines, kept whole; one that no page
// can hold begins with something to read or to fill in under it.
func (c *composer) ask(node *Node, b report.Ask, width float64) stack {
	div := node.add(report.RoleDiv)
	body := c.paragraph(div.add(report.RoleP), report.Text(b.Question), c.style.item, c.readable(width, c.style.item))
	body = body.then(0.1*beat, c.paragraph(div.add(report.RoleP), report.Text(b.Help), c.style.minor, c.readable(width, c.style.minor))).kept().bound()
	body = body.then(0.35*beat, c.boxes(div, b.Boxes, width))
	body = body.then(0.35*beat, c.paragraph(div.add(report.RoleP), b.Known, c.style.body, c.readable(width, c.style.body)))
	body = append(body, c.ruling(div, b.Lines, b.Unit, width)...)
	if len(body) == 0 {
		return nil
	}
	return stack{{element: row{whole: uncut, parts: []part{{stack: body}}}}}
}

// boxes sets boxes to tick, up to three on a line as their words leave room.
func (c *composer) boxes(div *Node, boxes []report.Box, width float64) stack {
	if len(boxes) == 0 {
		return nil
	}
	st, indent := c.style.body, tickSize+0.5*beat
	perLine := 3
	for _, b := range boxes {
		for perLine > 1 && indent+c.fonts.Width(b.Label, st.face, st.size) > c.boxWidth(width, perLine) {
			perLine--
		}
	}
	each := c.boxWidth(width, perLine)
	list := div.addList(boxed)
	var out stack
	for from := 0; from < len(boxes); from += perLine {
		r := row{whole: uncut}
		for i, b := range boxes[from:min(from+perLine, len(boxes))] {
			r.parts = append(r.parts, part{x: float64(i) * (each + beat), stack: c.box(list, b, st, indent, each)})
		}
		out = out.then(0.25*beat, stack{{element: r}})
	}
	return out
}

func (c *composer) boxWidth(width float64, perLine int) float64 {
	return (width - float64(perLine-1)*beat) / float64(perLine)
}

// box sets a box to tick before its words.
func (c *composer) box(list *Node, b report.Box, st text, indent, width float64) stack {
	item := list.add(report.RoleItem)
	square := item.add(report.RoleLabel).add(report.RoleFigure)
	square.Alt = "Case à cocher"
	box := figure.Box{Y: (st.leading - tickSize) / 2, W: tickSize, H: tickSize}
	ops := []figure.Op{figure.Rect{Box: box, Stroke: figure.Stroke{Color: figure.Secondary, Width: 0.9}}}
	if b.Ticked {
		square.Alt = "Case cochée"
		ops = append(ops, crossed(box, c.style.accent)...)
	}
	runs := c.runs(item.add(report.RoleBody), report.Text(b.Label), st)
	lines := c.lines(c.fonts.breakLines(runs, width-indent), runs, st, indent).kept()
	mark := Item{Node: square, Box: box, Ops: ops}
	if len(lines) == 0 {
		return stack{{element: band{st.leading, []Item{mark}}}}
	}
	first := lines[0].element.(band)
	lines[0].element = band{first.h, append([]Item{mark}, first.items...)}
	return lines
}

// crossed is a cross from corner to corner.
func crossed(b figure.Box, color figure.Color) []figure.Op {
	const in = 0.22
	left, right, top, bottom := b.X+in*b.W, b.X+(1-in)*b.W, b.Y+in*b.H, b.Y+(1-in)*b.H
	s := figure.Stroke{Color: color, Width: 1.6}
	return []figure.Op{
		figure.Line{Points: []figure.Point{{X: left, Y: top}, {X: right, Y: bottom}}, Stroke: s},
		figure.Line{Points: []figure.Point{{X: left, Y: bottom}, {X: right, Y: top}}, Stroke: s},
	}
}

// ruling sets lines to write on, the unit at the end of the last one.
func (c *composer) ruling(div *Node, lines int, unit string, width float64) stack {
	var out stack
	for i := range lines {
		end, items := width, []Item(nil)
		if i == lines-1 && unit != "" {
			end = width / 4
			word := c.paragraph(div.add(report.RoleP), report.Text(unit), c.style.body, width-end-0.5*beat)
			for _, line := range word[:min(len(word), 1)] {
				items = line.element.place(end+0.5*beat, writingLine+c.style.hairline-c.style.body.leading)
			}
		}
		items = append(items, artifact(rule(0, writingLine, end, c.style.hairline, figure.Faint)))
		out = append(out, slot{element: band{h: writingLine + c.style.hairline, items: items}, keep: i < lines-1})
	}
	return out
}
