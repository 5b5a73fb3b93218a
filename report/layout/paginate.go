package layout

import (
	"fmt"
	"slices"
	"strings"

	"tressons/report"
	"tressons/report/figure"
)

// paginator puts flows on pages.
type paginator struct {
	composer *composer
	pages    []Page
	feet     []string // the foot of each page
	bare     []bool   // pages without running head nor foot: covers
}

func (p *paginator) newPage() *Page {
	st := &p.composer.style
	p.pages = append(p.pages, Page{Width: st.width, Height: st.height, Frame: st.frame})
	p.feet = append(p.feet, p.composer.doc.Foot)
	p.bare = append(p.bare, false)
	return &p.pages[len(p.pages)-1]
}

// add puts a flow on as many pages as it needs, the first one new.
func (p *paginator) add(f flow) {
	if f.cover != nil {
		page := p.newPage()
		page.Frame = figure.Box{W: page.Width, H: page.Height}
		page.Items = f.cover
		p.bare[len(p.bare)-1] = true
		return
	}
	for rest := f.stack; len(rest) > 0; {
		page := p.newPage()
		p.feet[len(p.feet)-1] = f.foot
		var placed stack
		placed, rest = rest.cut(page.Frame.H, page.Frame.H, true)
		page.Items = placed.place(page.Frame.X, page.Frame.Y)
	}
}

// furnish adds running heads and feet, once the number of pages is known.
func (p *paginator) furnish() {
	for i := range p.pages {
		if !p.bare[i] {
			p.head(&p.pages[i])
			p.foot(&p.pages[i], p.feet[i], fmt.Sprintf("%d / %d", i+1, len(p.pages)))
		}
	}
}

func (p *paginator) head(page *Page) {
	c := p.composer
	p.ends(page, Head, c.style.head, c.style.headBaseline, c.doc.Head.Left, c.doc.Head.Right)
}

func (p *paginator) foot(page *Page, left, right string) {
	st := &p.composer.style
	x, w := st.frame.X, st.frame.W
	line := artifact(rule(x, st.footRule, w, st.hairline, figure.Hairline))
	line.Furniture = Foot
	page.Items = append(page.Items, line)
	p.ends(page, Foot, st.foot, st.footBaseline, left, right)
}

// ends writes two artifacts at the two ends of a line. The left one of a foot may
// take a second line.
func (p *paginator) ends(page *Page, is Furniture, st text, baseline float64, left, right string) {
	fonts, frame := p.composer.fonts, p.composer.style.frame
	most := 1
	if is == Foot {
		most = 2
	}
	right = strings.Join(fonts.Wrap(fonts.oneLine(right), st.face, st.size, frame.W/2, 1), "")
	rightWidth := fonts.Width(right, st.face, st.size)
	write := func(s string, x, y float64) {
		if s != "" {
			page.Items = append(page.Items, Item{
				Furniture: is,
				Box:       figure.Box{X: x, Y: y - st.rise(), W: fonts.Width(s, st.face, st.size), H: st.leading},
				Ops:       []figure.Op{figure.Text{At: figure.Point{X: x, Y: y}, Value: s, Face: st.face, Size: st.size, Color: st.color}},
			})
		}
	}
	for i, s := range fonts.Wrap(fonts.oneLine(left), st.face, st.size, frame.W-rightWidth-2*beat, most) {
		write(s, frame.X, baseline+float64(i)*st.leading)
	}
	write(right, frame.X+frame.W-rightWidth, baseline)
}

// rule is a horizontal hairline from x, y.
func rule(x, y, w, thickness float64, color figure.Color) figure.Op {
	return figure.Line{
		Points: []figure.Point{{X: x, Y: y}, {X: x + w, Y: y}},
		Stroke: figure.Stroke{Color: color, Width: thickness},
	}
}

// marks finds where the headings of the outline stand.
func (p *paginator) marks() []Mark {
	var marks []Mark
	seen := map[*Node]bool{}
	for i, page := range p.pages {
		for _, it := range page.Items {
			title, ok := p.composer.titles[it.Node]
			if !ok || seen[it.Node] {
				continue
			}
			seen[it.Node] = true
			marks = append(marks, Mark{
				Title: title, ID: it.Node.ID, Level: it.Node.Role.HeadingLevel() - 1, Page: i, Y: it.Box.Y,
			})
		}
	}
	return marks
}

// outline brings the levels of the marks to begin at 0 and skip none.
func (c *composer) outline(marks []Mark) []Mark {
	last := -1
	for i := range marks {
		marks[i].Level = min(marks[i].Level, last+1)
		last = marks[i].Level
	}
	return marks
}

// resolve completes links to headings, and the page numbers of the contents;
// a link to nowhere is dropped.
func (p *paginator) resolve(marks []Mark) {
	byID := map[string]Mark{}
	for _, m := range marks {
		if _, ok := byID[m.ID]; !ok {
			byID[m.ID] = m
		}
	}
	for i := range p.pages {
		items := p.pages[i].Items
		for j := range items {
			link := &items[j].Link
			if link.Target == "" {
				continue
			}
			m, ok := byID[link.Target]
			if !ok {
				*link = Link{}
				items[j].Node.Role = report.RoleSpan
				continue
			}
			link.Page, link.Y = m.Page, m.Y
			p.composer.numberEntry(&items[j])
		}
	}
}

// prune drops the nodes that speak for nothing: no item is theirs, and no
// child is left. Cells stay, empty or not: they hold the table's shape.
func (p *paginator) prune() {
	used := map[*Node]bool{}
	for _, page := range p.pages {
		for _, it := range page.Items {
			used[it.Node] = true
		}
	}
	p.composer.root.prune(used)
}

func (n *Node) prune(used map[*Node]bool) (empty bool) {
	n.Children = slices.DeleteFunc(n.Children, func(child *Node) bool { return child.prune(used) })
	cell := n.Role == report.RoleCell || n.Role == report.RoleHeader
	return len(n.Children) == 0 && !used[n] && !cell
}
