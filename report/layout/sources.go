package layout

import (
	"strconv"

	"tressons/report"
	"tressons/report/figure"
)

// leastMeasure is the width in points below which references are not set in two
// columns.
const leastMeasure = 300

// sources sets numbered references in small type: in two columns where these are
// wide enough and all fit under a title.
func (c *composer) sources(node *Node, b report.Sources, width float64) stack {
	if len(b.Entries) == 0 {
		return nil
	}
	each := (width - c.style.gutter) / 2
	if each >= leastMeasure && len(b.Entries) > 1 {
		trial := &Node{}
		if c.references(trial, b, each).height()/2 < 0.75*c.style.frame.H {
			return c.inTwo(c.references(node, b, each), each)
		}
	}
	return c.references(node, b, c.readable(width, c.style.small))
}

// references sets them one under the other.
func (c *composer) references(node *Node, b report.Sources, width float64) stack {
	list := node.addList(numbered)
	st := c.style.small
	first := max(b.First, 1)
	indent := c.fonts.Width(strconv.Itoa(first+len(b.Entries))+".  ", st.face, st.size)
	var out stack
	for i, s := range b.Entries {
		spans := []report.Span{{Text: s.Text, Color: figure.Ink}}
		if s.URL != "" {
			spans = append(spans, report.Span{Text: " "}, report.Span{Text: s.URL, Link: s.URL})
		}
		out = out.then(0.25*beat, c.hanging(list, strconv.Itoa(first+i)+".", spans, st, indent, width))
	}
	return out
}

// inTwo puts the first half of a stack at the left of the second.
func (c *composer) inTwo(s stack, each float64) stack {
	left, right := s.cut(s.height()/2+c.style.small.leading, s.height(), false)
	if len(left) == 0 || len(right) == 0 {
		return s
	}
	return stack{{element: row{whole: uncut, parts: []part{{stack: left}, {x: each + c.style.gutter, stack: right}}}}}
}
