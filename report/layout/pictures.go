package layout

import (
	"cmp"

	"tressons/report"
	"tressons/report/figure"
)

// figure sets a chart under its caption and over its source.
func (c *composer) figure(node *Node, b report.Figure, width float64) stack {
	if b.Chart == nil {
		return nil
	}
	var out stack
	if b.Caption != "" {
		out = c.paragraph(node.add(report.RoleP), report.Text(b.Caption), c.style.caption, width).kept().bound()
	}
	source := c.sourceLine(node, b.Source, width, true)
	p := picture{
		chart: b.Chart, width: width, fonts: c.fonts, measure: c.measure,
		room: max(c.style.frame.H-out.height()-source.height()-2*beat, c.style.frame.H/2),
		node: node.add(report.RoleFigure), alt: b.Alt,
	}
	p.draw()
	if p.drawing.Height == 0 {
		return nil
	}
	if len(source) > 0 && source.height() < longSource*c.style.frame.H {
		return out.then(0.6*beat, stack{{element: sourced{p, source}}})
	}
	out = out.then(0.6*beat, stack{{element: p, keep: len(source) > 0}})
	return append(out, source...)
}

// longSource is the share of a page from which a source is running text.
const longSource = 0.25

// sourced is a picture with its source, which never stands without it.
type sourced struct {
	picture
	source stack
}

const aboveSource = 0.4 * beat

func (s sourced) foot() float64 { return aboveSource + s.source.height() }

func (s sourced) height() float64 { return s.picture.height() + s.foot() }

func (s sourced) place(x, y float64) []Item {
	return append(s.picture.place(x, y), s.source.place(x, y+s.picture.height()+aboveSource)...)
}

// leastScale is how much smaller a picture is made rather than parted or left to
// the next page.
const leastScale = 0.85

func (s sourced) split(room, page float64) (element, element, bool) {
	if k := (room - s.foot()) / s.picture.height(); k >= leastScale {
		s.drawing = s.drawing.Scaled(k)
		return s, nil, true
	}
	head, tail, ok := s.picture.split(room, page)
	if !ok {
		return nil, nil, false
	}
	return head, sourced{tail.(picture), s.source}, true
}

// picture is a chart in a flow.
type picture struct {
	chart   figure.Chart
	width   float64
	room    float64 // the height of a page
	fonts   *Fonts
	measure figure.Measurer
	node    *Node
	alt     string
	drawing figure.Drawing
}

// draw makes the drawing and the text that stands for it. What would not fit on
// a page and cannot be parted is made smaller.
func (p *picture) draw() {
	p.drawing = p.chart.Draw(p.width, p.measure)
	if p.drawing.Height > p.room {
		if _, _, parts := p.parts(p.room); !parts {
			p.drawing = p.drawing.Scaled(p.room / p.drawing.Height)
		}
	}
	p.node.Alt = cmp.Or(p.fonts.oneLine(p.alt), p.fonts.oneLine(p.drawing.Alt))
}

// parts parts the chart, if it can be, so that the first part takes at most
// room.
func (p picture) parts(room float64) (head, tail figure.Chart, ok bool) {
	if chart, can := p.chart.(figure.Splitter); can {
		return chart.Split(p.width, room, p.measure)
	}
	return nil, nil, false
}

func (p picture) height() float64 { return p.drawing.Height }

// place gives the drawing as one item, its texts cleaned and anchored at their
// start: painters need not measure.
func (p picture) place(x, y float64) []Item {
	ops := make([]figure.Op, len(p.drawing.Ops))
	for i, op := range p.drawing.Ops {
		if t, ok := op.(figure.Text); ok {
			op = p.fonts.started(t)
		}
		ops[i] = op.Moved(x, y)
	}
	return []Item{{
		Node: p.node,
		Box:  figure.Box{X: x, Y: y, W: p.drawing.Width, H: p.drawing.Height},
		Ops:  ops,
	}}
}

// Ready returns the drawing as painters outside pages take it: its texts cleaned
// and on one line, still anchored where they were.
func (f *Fonts) Ready(d figure.Drawing) figure.Drawing {
	ops := make([]figure.Op, len(d.Ops))
	for i, op := range d.Ops {
		if t, ok := op.(figure.Text); ok {
			t.Value = f.oneLine(t.Value)
			op = t
		}
		ops[i] = op
	}
	d.Ops, d.Alt = ops, f.oneLine(d.Alt)
	return d
}

func (f *Fonts) started(t figure.Text) figure.Text {
	t.Value = f.oneLine(t.Value)
	width := f.Width(t.Value, t.Face, t.Size)
	switch t.Anchor {
	case figure.Middle:
		t.At.X -= width / 2
	case figure.End:
		t.At.X -= width
	}
	t.Anchor = figure.Start
	return t
}

// leastShare is the share of a page below which a chart is not begun.
const leastShare = 0.3

func (p picture) split(room, page float64) (element, element, bool) {
	if room < leastShare*page {
		return nil, nil, false
	}
	first, rest, ok := p.parts(min(room, p.room))
	if !ok {
		return nil, nil, false
	}
	head, tail := p, p
	head.chart, tail.chart = first, rest
	tail.node = p.node.Parent.addAfter(p.node, report.RoleFigure)
	head.draw()
	tail.draw()
	return head, tail, true
}

// addAfter makes a child of n that comes just after another one.
func (n *Node) addAfter(sibling *Node, role report.Role) *Node {
	child := &Node{Role: role, Parent: n}
	for i, c := range n.Children {
		if c == sibling {
			n.Children = append(n.Children[:i+1], append([]*Node{child}, n.Children[i+1:]...)...)
			return child
		}
	}
	n.Children = append(n.Children, child)
	return child
}
