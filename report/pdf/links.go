package pdf

import (
	"fmt"
	"strings"

	"tressons/report/layout"
)

// annotations makes the links of each page. The tree then says of each to which
// element it belongs.
func (f *finisher) annotations() []array {
	out := make([]array, len(f.pages))
	f.annotated = map[*layout.Node][]value{}
	next := len(f.pages) // the pages come first in the parent tree
	for page, links := range f.tags.links {
		for _, l := range links {
			annotation := f.annotation(page, l, next)
			next++
			out[page] = append(out[page], annotation)
			f.annotated[l.node] = append(f.annotated[l.node], dict{{"Type", name("OBJR")}, {"Pg", f.pages[page]}, {"Obj", annotation}})
		}
	}
	return out
}

func (f *finisher) annotation(page int, l link, parent int) *object {
	const printed = 4
	d := dict{
		{"Type", name("Annot")}, {"Subtype", name("Link")}, {"Rect", f.rectangle(page, l.box)},
		{"Border", array{0, 0, 0}}, {"F", printed}, {"StructParent", parent}, {"Contents", textString(describe(l))},
	}
	if l.to.URL != "" {
		d = d.with("A", dict{{"S", name("URI")}, {"URI", str(l.to.URL)}})
	} else {
		d = d.with("Dest", f.destination(l.to.Page, l.to.Y))
	}
	return &object{value: d}
}

// describe says in French where a link leads, for who does not see it.
func describe(l link) string {
	if l.to.URL == "" {
		return fmt.Sprintf("Aller à la page\u00A0%d", l.to.Page+1)
	}
	if address, ok := strings.CutPrefix(l.to.URL, "mailto:"); ok {
		return "Écrire à " + address
	}
	return "Ouvrir " + l.to.URL
}

// destination is a height of a page, seen at the current zoom.
func (f *finisher) destination(page int, y float64) array {
	return array{f.pages[page], name("XYZ"), 0, f.doc.Pages[page].Height - y, nil}
}
