package layout

import (
	"strings"

	"tressons/report"
	"tressons/report/figure"
)

// table sets rows under a head that each page repeats.
func (c *composer) table(node *Node, b report.Table, width float64) stack {
	if len(b.Columns) == 0 || len(b.Rows) == 0 && len(b.Total) == 0 {
		return nil
	}
	t := tableSetter{c, b, width, nil}
	t.widths = t.columnWidths()
	tn := node.add(report.RoleTable)
	var out stack
	if b.Caption != "" {
		out = c.paragraph(tn.add(report.RoleCaption), report.Text(b.Caption), c.style.caption, width).kept().bound()
	}
	head := t.head(tn.add(report.RoleHead).add(report.RoleRow))
	body := tn.add(report.RoleRows)
	var rows stack
	for _, cells := range b.Rows {
		rows = append(rows, slot{element: t.row(body.add(report.RoleRow), cells, c.style.cell)})
	}
	rows.together(smallRow)
	if len(b.Total) > 0 {
		total := t.row(tn.add(report.RoleTotal).add(report.RoleRow), b.Total, c.style.cell.cut(figure.Semibold))
		total.decor = c.ruleAbove(width)
		rows = append(rows.bound(), slot{element: total})
	}
	source := c.sourceLine(node, b.Source, width, true)
	if len(rows) > 0 && len(source) > 0 && source.height() < longSource*c.style.frame.H {
		rows, source = append(rows.bound(), source...), nil // never without a row
	}
	out = out.then(0.4*beat, stack{{element: headed{head, mute(head), rows}}})
	return append(out, source...)
}

// smallRow is the height, in points, below which a row has company on a page.
const smallRow = 100

// together binds the first two and the last two slots, unless they are tall:
// no row of a table stays alone on a page.
func (s stack) together(small float64) {
	for _, i := range []int{0, len(s) - 2} {
		if i >= 0 && i+1 < len(s) && s[i].height() < small && s[i+1].height() < small {
			s[i].keep = true
		}
	}
}

// sourceLine is the small line under a table or a figure.
func (c *composer) sourceLine(node *Node, source string, width float64, follows bool) stack {
	lines := c.paragraph(node.add(report.RoleP), report.Text(source), c.style.small, c.readable(width, c.style.small)).kept()
	if follows && len(lines) > 0 {
		lines[0].before = 0.4 * beat
	}
	return lines
}

// mute returns the element as an artifact: a head shown again is not told
// again.
func mute(e element) element { return muted{e} }

type muted struct{ element }

func (m muted) place(x, y float64) []Item {
	items := m.element.place(x, y)
	for i := range items {
		items[i].Node, items[i].Link = nil, Link{}
	}
	return items
}

// tableSetter sets one table.
type tableSetter struct {
	*composer
	table  report.Table
	width  float64
	widths []float64
}

// columnGap is the air between two columns of a table.
const columnGap = 12

// columnWidths shares the width: columns with a weight take that share of it,
// the others what their content asks for between its longest word and its
// whole text.
func (t *tableSetter) columnWidths() []float64 {
	n := len(t.table.Columns)
	free := t.width - float64(n-1)*columnGap
	low, high := make([]float64, n), make([]float64, n)
	var weights float64
	for _, col := range t.table.Columns {
		weights += col.Weight
	}
	for i, col := range t.table.Columns {
		if col.Weight > 0 {
			low[i] = free * col.Weight / max(weights, 1)
			high[i] = low[i]
			continue
		}
		low[i], high[i] = t.demand(i)
		low[i] = min(low[i], free/3) // an endless word is cut
	}
	return share(free, low, high)
}

// demand returns the widths of a column's longest word and longest text.
func (t *tableSetter) demand(column int) (low, high float64) {
	measure := func(cell report.Cell, st text) {
		word, whole := t.fonts.extent(t.runs(&Node{}, cell, st))
		low, high = max(low, word), max(high, whole)
	}
	measure(report.Text(t.table.Columns[column].Title), t.headText())
	for _, cells := range append(t.table.Rows[:len(t.table.Rows):len(t.table.Rows)], t.table.Total) {
		if column < len(cells) {
			measure(cells[column], t.style.cell.cut(figure.Semibold))
		}
	}
	return low, high
}

func (t *tableSetter) headText() text {
	return t.style.cell.cut(figure.Semibold).in(figure.Secondary)
}

// share gives the columns free points in all, each at least low and none more
// than high while another asks for more: the wide ones are squeezed first.
func share(free float64, low, high []float64) []float64 {
	out := make([]float64, len(low))
	fill := func(level float64) (sum float64) {
		for i := range out {
			out[i] = max(low[i], min(level, high[i]))
			sum += out[i]
		}
		return sum
	}
	floor, ceiling := 0.0, free
	for range 40 {
		if level := (floor + ceiling) / 2; fill(level) > free {
			ceiling = level
		} else {
			floor = level
		}
	}
	rest := free - fill(floor)
	for i := range out {
		if rest < 0 { // even the words do not fit
			out[i] *= free / (free - rest)
		} else {
			out[i] += rest / float64(len(out))
		}
	}
	return out
}

func (t *tableSetter) head(node *Node) element {
	st := t.headText()
	r := row{top: t.style.rowPad, bottom: t.style.rowPad, whole: uncut}
	x, tallest := 0.0, 0.0
	for i, col := range t.table.Columns {
		th := node.add(report.RoleHeader)
		th.Scope = "Column"
		s := t.aligned(th, t.short(col.Title, st, t.widths[i]), st, t.widths[i], col.Align).kept()
		r.parts = append(r.parts, part{x: x, stack: s})
		tallest = max(tallest, s.height())
		x += t.widths[i] + columnGap
	}
	for i := range r.parts { // heads stand on the rule
		if s := r.parts[i].stack; len(s) > 0 {
			r.parts[i].stack = append(stack{{element: band{h: tallest - s.height()}, keep: true}}, s...)
		}
	}
	r.decor = func(h float64, _, _ bool) []Item {
		return []Item{artifact(rule(0, h, t.width, 1, figure.Faint))}
	}
	return r
}

// headLines is the most lines that a head may take: it is repeated on pages
// where there must be room for what it heads.
const headLines = 5

// short is a text cut down to the lines of a head.
func (c *composer) short(s string, st text, width float64) []report.Span {
	return report.Text(strings.Join(c.fonts.Wrap(s, st.face, st.size, width, headLines), "\n"))
}

func (t *tableSetter) row(node *Node, cells []report.Cell, st text) row {
	r := row{top: t.style.rowPad, bottom: t.style.rowPad, whole: uncut, decor: t.ruleBelow(t.width)}
	x := 0.0
	for i, col := range t.table.Columns {
		role, cellText := report.RoleCell, st
		if i == 0 && t.table.RowHeads {
			role, cellText = report.RoleHeader, st.cut(figure.Semibold)
		}
		td := node.add(role)
		if role == report.RoleHeader {
			td.Scope = "Row"
		}
		if i < len(cells) {
			r.parts = append(r.parts, part{x: x, stack: t.aligned(td, cells[i], cellText, t.widths[i], col.Align)})
		}
		x += t.widths[i] + columnGap
	}
	// An empty row is a line to write on.
	r.parts = append(r.parts, part{stack: stack{{element: band{h: st.leading}}}})
	return r
}

// longFact is the share of a page above which a fact is running text, which a
// page may end in the middle of.
const longFact = 0.3

// facts sets rows of label and value.
func (c *composer) facts(node *Node, b report.Facts, width float64) stack {
	if len(b.Rows) == 0 {
		return nil
	}
	body := node.add(report.RoleTable).add(report.RoleRows)
	labelWidth := min(c.style.span(3), 0.32*width)
	var out stack
	for _, f := range b.Rows {
		tr := body.add(report.RoleRow)
		th := tr.add(report.RoleHeader)
		th.Scope = "Row"
		value := f.Value
		if f.Note != "" {
			value = append(value[:len(value):len(value)], report.Span{Text: " " + f.Note, Muted: true})
		}
		out = append(out, slot{element: row{
			top: c.style.rowPad, bottom: c.style.rowPad, whole: longFact, decor: c.ruleBelow(width),
			parts: []part{
				{stack: c.paragraph(th, report.Text(f.Label), c.style.label, labelWidth)},
				{x: labelWidth + beat, stack: c.paragraph(tr.add(report.RoleCell), value, c.style.label.in(figure.Ink), width-labelWidth-beat)},
			},
		}})
	}
	return out
}
