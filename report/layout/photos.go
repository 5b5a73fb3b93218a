package layout

import "tressons/report"

// photosAbreast is how many photos stand side by side.
const photosAbreast = 2

// pictures sets photos in rows, each over its caption and its source.
func (c *composer) pictures(node *Node, b report.Pictures, width float64) stack {
	each := (width - (photosAbreast-1)*c.style.gutter) / photosAbreast
	var out stack
	for from := 0; from < len(b.Pictures); from += photosAbreast {
		r := row{whole: uncut}
		for i, p := range b.Pictures[from:min(from+photosAbreast, len(b.Pictures))] {
			r.parts = append(r.parts, part{x: float64(i) * (each + c.style.gutter), stack: c.photo(node.add(report.RoleDiv), p, each)})
		}
		out = out.then(1.2*beat, stack{{element: r}})
	}
	return out
}

// beside sets blocks and a figure side by side.
func (c *composer) beside(node *Node, b report.Beside, width float64) stack {
	left := 0.6*width - c.style.gutter/2
	blocks := c.blocks(nil, node, b.Blocks, left)
	x := left + c.style.gutter
	return stack{{element: row{whole: uncut, parts: []part{{stack: blocks}, {x: x, stack: c.figure(node, b.Figure, width-x)}}}}}
}

func (c *composer) photo(div *Node, b report.Figure, width float64) stack {
	p := picture{
		chart: b.Chart, width: width, fonts: c.fonts, measure: c.measure, room: c.style.frame.H / 2,
		node: div.add(report.RoleFigure), alt: b.Alt,
	}
	p.draw()
	out := stack{{element: p}}
	out = out.then(0.4*beat, c.paragraph(div.add(report.RoleP), report.Text(b.Caption), c.style.item, width))
	out = out.then(0.1*beat, c.paragraph(div.add(report.RoleP), report.Text(b.Source), c.style.minor, width))
	return out.kept()
}
