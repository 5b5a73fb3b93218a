package layout

import (
	"cmp"

	"tressons/report"
	"tressons/report/figure"
)

// How photos stand in rows.
const (
	photosAbreast = 2
	photoTallest  = 62 * mm
	photoLeastDPI = 100 // a photo is not made larger than that many pixels an inch
)

// pictures sets photos in rows, each over its caption and its source.
func (c *composer) pictures(node *Node, b report.Pictures, width float64) stack {
	var out stack
	for from := 0; from < len(b.Photos); from += photosAbreast {
		out = out.then(1.2*beat, c.photoRow(node, b.Photos[from:min(from+photosAbreast, len(b.Photos))], width))
	}
	return out
}

// photoRow makes photos as tall as each other: the wider ones have more room.
func (c *composer) photoRow(node *Node, photos []report.Photo, width float64) stack {
	free := width - (photosAbreast-1)*c.style.gutter
	var sum float64
	for _, p := range photos {
		sum += ratio(p.Photo)
	}
	if len(photos) < photosAbreast {
		sum *= photosAbreast // alone, it leaves the place of the other one free
	}
	r, x := row{whole: uncut}, 0.0
	for _, p := range photos {
		room := free * ratio(p.Photo) / sum
		r.parts = append(r.parts, part{x: x, stack: c.photo(node.add(report.RoleDiv), p, room, min(free/sum, photoTallest))})
		x += room + c.style.gutter
	}
	return stack{{element: r}}
}

// ratio is how wide a photo is for its height, within what leaves its neighbour
// some room.
func ratio(p *figure.Photo) float64 {
	return max(0.6, min(float64(p.Width)/float64(p.Height), 2))
}

// photo sets a photo, at most that tall, over its caption and source.
func (c *composer) photo(div *Node, p report.Photo, width, tall float64) stack {
	k := min(width/float64(p.Photo.Width), tall/float64(p.Photo.Height), 72.0/photoLeastDPI)
	box := figure.Box{W: k * float64(p.Photo.Width), H: k * float64(p.Photo.Height)}
	node := div.add(report.RoleFigure)
	node.Alt = cmp.Or(c.fonts.oneLine(p.Alt), "Photographie")
	out := stack{{element: band{h: box.H, items: []Item{{Node: node, Box: box, Ops: []figure.Op{figure.Picture{Box: box, Photo: p.Photo}}}}}}}
	out = out.then(0.4*beat, c.paragraph(div.add(report.RoleP), report.Text(p.Caption), c.style.item, width))
	out = out.then(0.1*beat, c.paragraph(div.add(report.RoleP), report.Text(p.Source), c.style.minor, width))
	return out.kept()
}

// beside sets blocks and a figure side by side, what there is of them.
func (c *composer) beside(node *Node, b report.Beside, width float64) stack {
	left := 0.6*width - c.style.gutter/2
	blocks := c.blocks(nil, node, b.Blocks, left)
	x := left + c.style.gutter
	drawn := c.figure(node, b.Figure, width-x)
	if len(blocks) == 0 && len(drawn) == 0 {
		return nil
	}
	return stack{{element: row{whole: uncut, parts: []part{{stack: blocks}, {x: x, stack: drawn}}}}}
}
