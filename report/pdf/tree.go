package pdf

import (
	"math"
	"slices"

	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
)

// roleMap says what the roles that PDF 1.7 does not know are to it.
var roleMap = dict{{name(report.RoleTitle), name(report.RoleP)}}

// reserve makes the element of a node and of all below it, to be filled by
// fill once the links are known.
func (f *finisher) reserve(n *layout.Node) {
	f.elements[n] = new(object)
	for _, child := range n.Children {
		f.reserve(child)
	}
}

// tree is the root of the structure tree: what is told, in reading order, and
// the way back from each piece of a page to its element.
func (f *finisher) tree() *object {
	root := &object{}
	f.fill(f.doc.Root, root)
	var numbers array
	for i, nodes := range f.tags.marked {
		list := make(array, len(nodes))
		for mcid, node := range nodes {
			list[mcid] = f.elements[node]
		}
		numbers = append(numbers, i, &object{value: list})
	}
	next := len(f.pages)
	for _, links := range f.tags.links {
		for _, l := range links {
			numbers = append(numbers, next, f.elements[l.node])
			next++
		}
	}
	root.value = dict{
		{"Type", name("StructTreeRoot")}, {"K", f.elements[f.doc.Root]}, {"RoleMap", roleMap},
		{"ParentTree", &object{value: dict{{"Nums", numbers}}}}, {"ParentTreeNextKey", next},
	}
	return root
}

// kid is what an element holds: a piece of a page, a link, or another element,
// and when it comes in the order of painting.
type kid struct {
	value value
	order int
}

// fill writes the element of a node and those below it. It returns when the
// first piece of them all is painted.
func (f *finisher) fill(n *layout.Node, parent *object) (first int) {
	e := f.elements[n]
	pieces := f.tags.pieces[n]
	d := dict{{"S", name(n.Role)}, {"P", parent}}
	kids := make([]kid, 0, len(pieces)+len(n.Children))
	if len(pieces) > 0 {
		home := pieces[0].page
		d = d.with("Pg", f.pages[home])
		for _, p := range pieces {
			kids = append(kids, kid{f.reference(p, home), p.order})
		}
	}
	first = math.MaxInt
	for _, child := range n.Children {
		kids = append(kids, kid{f.elements[child], f.fill(child, e)})
	}
	// Where a node says something itself, what it says is in the order of the
	// pages: the words before a link, the link, the words after it. Elsewhere
	// layout has put the children in order.
	if len(pieces) > 0 {
		slices.SortStableFunc(kids, func(a, b kid) int { return a.order - b.order })
	}
	list := make(array, 0, len(kids))
	for _, k := range kids {
		list = append(list, k.value)
		first = min(first, k.order)
	}
	for _, annotation := range f.annotated[n] {
		list = append(list, annotation)
	}
	e.value = f.attributes(n, kidsOf(d, list))
	return first
}

func kidsOf(d dict, list array) dict {
	switch len(list) {
	case 0:
		return d
	case 1:
		return d.with("K", list[0])
	}
	return d.with("K", list)
}

// reference is how an element whose page is home refers to a piece.
func (f *finisher) reference(p piece, home int) value {
	if p.page == home {
		return p.mcid
	}
	return dict{{"Type", name("MCR")}, {"Pg", f.pages[p.page]}, {"MCID", p.mcid}}
}

// attributes adds what a role wants to be known besides its kids.
func (f *finisher) attributes(n *layout.Node, d dict) dict {
	switch {
	case n.Role == report.RoleFigure:
		d = d.with("Alt", textString(n.Alt))
		if pieces := f.tags.pieces[n]; len(pieces) > 0 {
			box := f.rectangle(pieces[0].page, pieces[0].box)
			d = d.with("A", dict{{"O", name("Layout")}, {"Placement", name("Block")}, {"BBox", box}})
		}
	case n.Scope != "":
		d = d.with("A", dict{{"O", name("Table")}, {"Scope", name(n.Scope)}})
	case n.Numbering != "":
		d = d.with("A", dict{{"O", name("List")}, {"ListNumbering", name(n.Numbering)}})
	}
	return d
}

// rectangle is a box of a page in the file's coordinates, which go up.
func (f *finisher) rectangle(page int, b figure.Box) array {
	height := f.doc.Pages[page].Height
	return array{b.X, height - b.Y - b.H, b.X + b.W, height - b.Y}
}
