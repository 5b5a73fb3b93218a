package pdf

import (
	"fmt"

	"tressons/report/figure"
	"tressons/report/layout"
)

// tags remembers, while pages are painted, which piece of which page belongs to
// which node, and where the links are.
type tags struct {
	// marked is, for each page, the nodes of its pieces by their number (MCID).
	marked [][]*layout.Node
	pieces map[*layout.Node][]piece
	links  [][]link // of each page
	count  int
}

// piece is a piece of a page, in the order in which they are painted.
type piece struct {
	page, mcid int
	order      int
	box        figure.Box
}

// link is what a click or the keyboard reaches on a page.
type link struct {
	node *layout.Node
	to   layout.Link
	box  figure.Box
}

func newTags(pages int) tags {
	return tags{marked: make([][]*layout.Node, pages), links: make([][]link, pages), pieces: map[*layout.Node][]piece{}}
}

// open returns the operator that begins a piece made of these items.
func (t *tags) open(page int, items []layout.Item) string {
	first := items[0]
	if first.Node == nil {
		return artifact(first.Furniture)
	}
	mcid := len(t.marked[page])
	box := first.Box
	for _, item := range items[1:] {
		box = united(box, item.Box)
	}
	t.marked[page] = append(t.marked[page], first.Node)
	t.pieces[first.Node] = append(t.pieces[first.Node], piece{page, mcid, t.count, box})
	t.count++
	for _, item := range items {
		t.link(page, item)
	}
	return fmt.Sprintf("/%s <</MCID %d>> BDC", first.Node.Role, mcid)
}

// artifact begins something that is seen and tells nothing.
func artifact(f layout.Furniture) string {
	switch f {
	case layout.Head:
		return "/Artifact <</Type /Pagination /Subtype /Header>> BDC"
	case layout.Foot:
		return "/Artifact <</Type /Pagination /Subtype /Footer>> BDC"
	}
	return "/Artifact BMC"
}

// link notes a link; what leads to the same place on the same line is one.
func (t *tags) link(page int, item layout.Item) {
	if item.Link == (layout.Link{}) {
		return
	}
	links := t.links[page]
	if n := len(links); n > 0 && links[n-1].node == item.Node && links[n-1].box.Y == item.Box.Y {
		links[n-1].box = united(links[n-1].box, item.Box)
		return
	}
	t.links[page] = append(links, link{item.Node, item.Link, item.Box})
}

func united(a, b figure.Box) figure.Box {
	x, y := min(a.X, b.X), min(a.Y, b.Y)
	return figure.Box{X: x, Y: y, W: max(a.X+a.W, b.X+b.W) - x, H: max(a.Y+a.H, b.Y+b.H) - y}
}
