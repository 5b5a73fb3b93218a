package layout

import (
	"tressons/report"
	"tressons/report/figure"
)

// columns sets stacks side by side under bars of their colours.
func (c *composer) columns(node *Node, b report.Columns, width float64) stack {
	if len(b.Columns) == 0 {
		return nil
	}
	n := float64(len(b.Columns))
	each := (width - (n-1)*c.style.gutter) / n
	heads := make([]element, len(b.Columns))
	bodies := make([]stack, len(b.Columns))
	level, tallest := min(c.depth, c.lastLevel)+1, 0.0
	for i, col := range b.Columns {
		div := node.add(report.RoleDiv)
		heads[i] = c.columnHead(div, col, level, each)
		bodies[i] = c.columnItems(div, col, each)
		tallest = max(tallest, heads[i].height())
	}
	var r row
	for i, head := range heads {
		head = padded{head, tallest} // all heads end on the same line
		again := mute(head)
		body := c.tightened(bodies[i], c.style.frame.H-tallest)
		r.parts = append(r.parts, part{
			x:     float64(i) * (each + c.style.gutter),
			stack: stack{{element: headed{head, again, body}}}, again: again,
		})
	}
	return stack{{element: r}}
}

// tightened takes air from the items of a column that is taller than a page,
// to have fewer pages.
func (c *composer) tightened(items stack, room float64) stack {
	if items.height() <= room {
		return items
	}
	for i := range items {
		r := items[i].element.(row)
		r.top, r.bottom = tightPad*beat, tightPad*beat
		items[i].element = r
	}
	return items
}

// Air above and below an item of a column, in beats.
const (
	itemPad  = 0.7
	tightPad = 0.42
)

// padded is an element with air under it, up to a height.
type padded struct {
	element
	h float64
}

func (p padded) height() float64 { return p.h }

// columnHead is the bar and the title of a column.
func (c *composer) columnHead(div *Node, col report.Column, level int, width float64) element {
	color := col.Color
	if color.A == 0 {
		color = c.style.accent
	}
	st := c.style.columnTitle.in(color)
	title := c.heading(div, c.short(col.Title, st, width)[0].Text, "", "", level, st, width)
	return row{
		top: c.style.columnBar + 0.55*beat, bottom: 0.45 * beat, whole: uncut,
		parts: []part{{stack: title}},
		decor: func(float64, bool, bool) []Item {
			bar := figure.Rect{Box: figure.Box{W: width, H: c.style.columnBar}, Fill: color}
			return []Item{artifact(bar)}
		},
	}
}

// longItem is the share of a page above which the detail of an item is running
// text, which a page may end in the middle of.
const longItem = 0.35

func (c *composer) columnItems(div *Node, col report.Column, width float64) stack {
	var out stack
	if len(col.Items) == 0 && col.Empty != "" {
		lines := c.paragraph(div.add(report.RoleP), report.Text(col.Empty), c.style.minor, width)
		return stack{{element: c.columnRow(lines, width)}}
	}
	list := div.add(report.RoleList)
	for _, it := range col.Items {
		body := list.add(report.RoleItem).add(report.RoleBody)
		lines := c.paragraph(body.add(report.RoleP), it.Text, c.style.item, width)
		lines = lines.then(0.1*beat, c.paragraph(body.add(report.RoleP), report.Text(it.Caption), c.style.minor, width)).kept().bound()
		lines = lines.then(0.25*beat, c.paragraph(body.add(report.RoleP), it.Detail, c.style.cell, width))
		if len(lines) > 0 {
			item := c.columnRow(lines, width)
			item.whole = longItem
			out = append(out, slot{element: item})
		}
	}
	return out
}

// columnRow is an item of a column, under a hairline.
func (c *composer) columnRow(lines stack, width float64) row {
	return row{
		top: itemPad * beat, bottom: itemPad * beat, whole: uncut,
		parts: []part{{stack: lines}}, decor: c.ruleAbove(width),
	}
}

// perRow is how many key figures stand side by side at most.
const perRow = 4

// keyFigures sets big numbers in rows of three or four.
func (c *composer) keyFigures(node *Node, b report.KeyFigures, width float64) stack {
	if len(b.Figures) == 0 {
		return nil
	}
	rows := (len(b.Figures) + perRow - 1) / perRow
	n := (len(b.Figures) + rows - 1) / rows
	each := (width - float64(n-1)*beat) / float64(n)
	list := node.add(report.RoleList)
	var out stack
	for from := 0; from < len(b.Figures); from += n {
		r := row{whole: uncut}
		for i, f := range b.Figures[from:min(from+n, len(b.Figures))] {
			r.parts = append(r.parts, part{x: float64(i) * (each + beat), stack: c.keyFigure(list, f, each)})
		}
		out = out.then(beat, stack{{element: r}})
	}
	return out
}

// keyFigure is a number over its label and its comparison, under a rule.
func (c *composer) keyFigure(list *Node, f report.KeyFigure, width float64) stack {
	body := list.add(report.RoleItem).add(report.RoleBody)
	number := c.runs(body, report.Text(f.Value), c.fitted(f, width))
	unit := c.runs(body, report.Text("\u202F"+f.Unit), c.style.numberUnit)
	if f.Unit == "" {
		unit = nil
	}
	runs := append(number, unit...)
	out := stack{{element: band{h: 0.6 * beat, items: []Item{
		artifact(rule(0, 0, width, 1.5, c.style.accent)),
	}}}}
	out = append(out, c.lines(c.fonts.breakLines(runs, width), runs, c.style.number, 0)...)
	out = append(out, c.paragraph(body.add(report.RoleP), report.Text(f.Label), c.style.item, width)...)
	out = out.then(0.15*beat, c.paragraph(body.add(report.RoleP), report.Text(f.Comparison), c.style.minor, width))
	return out.kept()
}

// fitted is the number's setting, smaller when its value is long.
func (c *composer) fitted(f report.KeyFigure, width float64) text {
	st := c.style.number
	unit := c.fonts.Width("\u202F"+f.Unit, c.style.numberUnit.face, c.style.numberUnit.size)
	for st.size > c.style.numberUnit.size && c.fonts.Width(f.Value, st.face, st.size)+unit > width {
		st.size--
	}
	return st
}

// callout sets blocks in a tinted box with a bar at its left.
func (c *composer) callout(node *Node, b report.Callout, width float64) stack {
	color := b.Color
	if color.A == 0 {
		color = c.style.accent
	}
	const bar, pad = 3, 0.9 * beat
	div := node.add(report.RoleDiv)
	inner := width - bar - 2*pad
	var body stack
	if b.Title != "" {
		st := c.style.item.cut(figure.Bold).in(color)
		body = c.paragraph(div.add(report.RoleP), report.Text(b.Title), st, inner).kept().bound()
	}
	for _, block := range b.Blocks {
		body = body.then(0.35*beat, c.block(div, block, inner))
	}
	if len(body) == 0 {
		return nil
	}
	return stack{{element: row{
		top: pad, bottom: pad, whole: uncut,
		parts: []part{{x: bar + pad, stack: body}},
		decor: func(h float64, _, _ bool) []Item {
			return []Item{artifact(
				figure.Rect{Box: figure.Box{W: width, H: h}, Fill: figure.Tint(color)},
				figure.Rect{Box: figure.Box{W: bar, H: h}, Fill: color},
			)}
		},
	}}}
}
