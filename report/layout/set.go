package layout

import (
	"fmt"

	"tressons/report"
	"tressons/report/figure"
)

// Set lays out a document. It is pure: the same document and fonts give the
// same result, and the document is not changed.
func Set(doc report.Document, fonts *Fonts) Result {
	c := composer{
		fonts:   fonts,
		measure: newMemo(fonts),
		doc:     doc,
		style:   styleOf(doc.Format, doc.Accent),
		root:    &Node{Role: report.RoleDocument},
		titles:  map[*Node]string{},
	}
	p := paginator{composer: &c}
	for _, f := range c.flows() {
		p.add(f)
	}
	if len(p.pages) == 0 {
		p.newPage()
	}
	p.furnish()
	marks := p.marks()
	p.resolve(marks)
	p.prune()
	return Result{Info: c.info(), Pages: p.pages, Root: c.root, Outline: c.outline(marks)}
}

// composer turns blocks into stacks of elements, and builds the structure tree
// on the way.
type composer struct {
	fonts   *Fonts
	measure figure.Measurer // of charts
	doc     report.Document
	style   style
	root    *Node
	// depth is the level of the section being set, lastLevel that of the last
	// heading: a heading never skips a level.
	depth     int
	lastLevel int
	titles    map[*Node]string // of the headings of the outline
}

// flow is what begins on a new page: a cover, or a stack with the foot of its
// pages.
type flow struct {
	cover []Item
	stack stack
	foot  string
}

// flows sets every section and parts them where a page must begin.
func (c *composer) flows() []flow {
	var flows []flow
	open := flow{foot: c.doc.Foot}
	shut := func() {
		if len(open.stack) > 0 {
			flows = append(flows, open)
		}
		open = flow{foot: c.doc.Foot}
	}
	for _, s := range c.doc.Sections {
		if s.OpensPage {
			shut()
		}
		node := c.root.add(report.RoleSection)
		blocks := s.Blocks
		if len(blocks) > 0 {
			if cover, ok := blocks[0].(report.Cover); ok {
				shut()
				if items := c.cover(node, cover); items != nil {
					flows = append(flows, flow{cover: items})
				}
				blocks = blocks[1:]
			}
		}
		if s.Foot != "" && len(open.stack) == 0 {
			open.foot = s.Foot
		}
		gap, room := c.sectionGap(s), c.style.frame.H
		if len(open.stack) > 0 {
			room -= open.stack.height() + gap
		}
		open.stack = open.stack.then(gap, c.fitting(node, s, blocks, room))
	}
	shut()
	return flows
}

// fitting sets a section with the first of its contents that takes at most room.
func (c *composer) fitting(node *Node, s report.Section, blocks []report.Block, room float64) stack {
	lastLevel := c.lastLevel
	out := c.section(node, s, blocks)
	for _, shorter := range s.Shorter {
		if out.height() <= room {
			break
		}
		node.Children, c.lastLevel = nil, lastLevel
		out = c.section(node, s, shorter)
	}
	return out
}

func (c *composer) sectionGap(s report.Section) float64 {
	if s.Depth() == 1 {
		return 2.5 * beat
	}
	return 1.5 * beat
}

// section sets a section's title, standfirst and blocks.
func (c *composer) section(node *Node, s report.Section, blocks []report.Block) stack {
	c.depth = s.Depth()
	var out stack
	if s.Title != "" {
		out = c.sectionTitle(node, s)
	}
	out = c.blocks(out, node, blocks, c.style.frame.W)
	if s.Whole && len(out) > 0 {
		return stack{{element: row{whole: uncut, parts: []part{{stack: out}}}}}
	}
	return out
}

func (c *composer) sectionTitle(node *Node, s report.Section) stack {
	st := c.style.title
	switch c.depth {
	case 1:
	case 2:
		st = c.style.heading2.in(c.style.accent)
	default:
		st = c.style.heading3
	}
	out := c.heading(node, s.Title, s.ID, s.Label(), c.depth, st, c.style.frame.W)
	if len(out) > 0 && c.depth == 1 && c.style.tab {
		out = append(stack{c.tab()}, out...)
	}
	if s.Standfirst != "" {
		lines := c.paragraph(node.add(report.RoleP), report.Text(s.Standfirst), c.style.standfirst, c.style.frame.W)
		out = out.then(0.3*beat, lines.kept())
	}
	return out.bound()
}

// tab is the short bar above a chapter's title.
func (c *composer) tab() slot {
	bar := figure.Rect{Box: figure.Box{W: 54, H: 3}, Fill: c.style.accent}
	return slot{element: band{h: 3 + 0.7*beat, items: []Item{artifact(bar)}}, keep: true}
}

// heading sets a title. A non-empty id makes it a target of links, a non-empty
// label an entry of the outline.
func (c *composer) heading(node *Node, title, id, label string, level int, st text, width float64) stack {
	level = min(level, c.lastLevel+1)
	h := node.add(report.HeadingRole(level))
	h.ID = id
	lines := c.balanced(h, title, st, width)
	if len(lines) == 0 {
		return nil
	}
	c.lastLevel = level
	if label != "" {
		c.titles[h] = c.fonts.oneLine(label)
	}
	return lines.kept().bound()
}

// blocks sets blocks under what is there already. A paragraph between a heading
// and a question stays with the question: it says why it is asked.
func (c *composer) blocks(out stack, node *Node, blocks []report.Block, width float64) stack {
	headed, opening := false, false
	for _, b := range blocks {
		if _, ask := b.(report.Ask); ask && opening {
			out = out.bound()
		}
		out = out.then(c.gap(b, len(out) > 0, headed), c.block(node, b, width))
		_, paragraph := b.(report.Paragraph)
		opening = headed && paragraph
		_, headed = b.(report.Heading)
	}
	return out
}

// gap is the air above a block that follows something, a heading perhaps, to
// which rows keep close.
func (c *composer) gap(b report.Block, follows, headed bool) float64 {
	if !follows {
		return 0
	}
	switch b := b.(type) {
	case report.Heading:
		return max(1.4-0.2*float64(b.Level), 0.8) * beat
	case report.Paragraph, report.List:
		return 0.6 * beat
	case report.Facts, report.Table:
		if headed {
			return 0.35 * beat
		}
	}
	return beat
}

// block sets one block at a width. An empty block gives an empty stack.
func (c *composer) block(node *Node, b report.Block, width float64) stack {
	switch b := b.(type) {
	case report.Heading:
		return c.headingBlock(node, b, width)
	case report.Paragraph:
		return c.paragraphs(node, b, width)
	case report.List:
		return c.list(node, b, width)
	case report.Facts:
		return c.facts(node, b, width)
	case report.Columns:
		return c.columns(node, b, width)
	case report.Table:
		return c.table(node, b, width)
	case report.Figure:
		return c.figure(node, b, width)
	case report.Beside:
		return c.beside(node, b, width)
	case report.Pictures:
		return c.pictures(node, b, width)
	case report.KeyFigures:
		return c.keyFigures(node, b, width)
	case report.Callout:
		return c.callout(node, b, width)
	case report.Ask:
		return c.ask(node, b, width)
	case report.Sources:
		return c.sources(node, b, width)
	case report.Contents:
		return c.contents(node, b, width)
	case report.Cover:
		return nil // only as the first block of a section
	}
	panic(fmt.Sprintf("layout: no setting for block %T", b))
}

func (c *composer) info() Info {
	d := c.doc
	return Info{
		Title:   c.fonts.oneLine(d.Title),
		Author:  c.fonts.oneLine(d.Author),
		Subject: c.fonts.oneLine(d.Subject),
		Lang:    d.Lang,
		Date:    d.Date,
	}
}
