package pdf

// bookmark is an entry of the outline being made.
type bookmark struct {
	object          *object
	title           string
	page            int
	y               float64
	parent          *bookmark
	children        []*bookmark
	previous, after *bookmark
}

// outline lists the headings, nil when there are none.
func (f *finisher) outline() *object {
	if len(f.doc.Outline) == 0 {
		return nil
	}
	root := &bookmark{object: new(object)}
	open := []*bookmark{root} // the last one of each level
	for _, m := range f.doc.Outline {
		open = open[:min(m.Level+1, len(open))]
		parent := open[len(open)-1]
		b := &bookmark{object: new(object), title: m.Title, page: m.Page, y: m.Y, parent: parent}
		if n := len(parent.children); n > 0 {
			b.previous = parent.children[n-1]
			b.previous.after = b
		}
		parent.children = append(parent.children, b)
		open = append(open, b)
	}
	f.bookmark(root)
	return root.object
}

// bookmark writes an entry and those below it, and returns how many it shows.
func (f *finisher) bookmark(b *bookmark) (shown int) {
	for _, child := range b.children {
		shown += 1 + f.bookmark(child)
	}
	var d dict
	if b.parent == nil {
		d = dict{{"Type", name("Outlines")}}
	} else {
		d = dict{{"Title", textString(b.title)}, {"Parent", b.parent.object}, {"Dest", f.destination(b.page, b.y)}}
	}
	if b.previous != nil {
		d = d.with("Prev", b.previous.object)
	}
	if b.after != nil {
		d = d.with("Next", b.after.object)
	}
	if n := len(b.children); n > 0 {
		d = d.with("First", b.children[0].object).with("Last", b.children[n-1].object).with("Count", shown)
	}
	b.object.value = d
	return shown
}
