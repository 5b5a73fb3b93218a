package pdftest

import (
	"slices"
	"strings"

	"github.com/ledongthuc/pdf"
)

// structure walks the tree of elements and compares it with the pages: each
// piece is told once, by an element of the role that the page gives it.
func (c *checker) structure() {
	tree := c.root.Key("StructTreeRoot")
	document := tree.Key("K")
	if document.Key("S").Name() != "Document" {
		c.fault("the structure begins with %q", document.Key("S").Name())
		return
	}
	w := walker{checker: c}
	w.element(document, nil)
	for page, marks := range c.marks {
		for mcid, role := range marks {
			got, told := c.tagged[mark{page, mcid}]
			c.want(told, "page %d: piece %d, a %s, is told by no element", page+1, mcid, role)
			c.want(!told || got == role, "page %d: piece %d is a %s, in the tree a %s", page+1, mcid, role, got)
		}
	}
	for m := range c.tagged {
		c.want(m.page < len(c.marks) && c.marks[m.page][m.mcid] != "", "an element tells piece %d of page %d, which is not there", m.mcid, m.page+1)
	}
	c.want(c.links == c.told, "%d links on the pages, %d in the tree", c.links, c.told)
}

// walker goes through the tree, remembering the last heading.
type walker struct {
	*checker
	heading int
}

// holds says which elements may stand in which.
var holds = map[string][]string{
	"L": {"LI"}, "LI": {"Lbl", "LBody"}, "Table": {"Caption", "THead", "TBody", "TFoot"},
	"THead": {"TR"}, "TBody": {"TR"}, "TFoot": {"TR"}, "TR": {"TH", "TD"}, "TOC": {"TOCI"}, "TOCI": {"Reference"},
}

func (w *walker) element(e pdf.Value, path []string) {
	role := e.Key("S").Name()
	path = append(path[:len(path):len(path)], role)
	w.role(e, role, path)
	own := w.kids(e, role, path)
	grouping := []string{"Document", "Sect", "Div", "L", "LI", "Table", "THead", "TBody", "TFoot", "TR", "TOC", "TOCI"}
	w.want(own == 0 || !slices.Contains(grouping, role), "a %s that speaks itself", strings.Join(path, " > "))
}

// kids visits what an element holds, and returns how many pieces are its own.
func (w *walker) kids(e pdf.Value, role string, path []string) (own int) {
	kids, n, links := e.Key("K"), 1, 0
	if kids.Kind() == pdf.Array {
		n = kids.Len()
	}
	width := e.Key("Pg")
	for i := range n {
		kid := kids
		if kids.Kind() == pdf.Array {
			kid = kids.Index(i)
		}
		switch {
		case kid.IsNull():
		case kid.Kind() == pdf.Integer:
			own++
			w.tell(width, int(kid.Int64()), role)
		case kid.Key("Type").Name() == "MCR":
			own++
			w.tell(kid.Key("Pg"), int(kid.Key("MCID").Int64()), role)
		case kid.Key("Type").Name() == "OBJR":
			links++
			w.want(kid.Key("Obj").Key("Subtype").Name() == "Link", "%s holds what is no link", strings.Join(path, " > "))
		default:
			inner := kid.Key("S").Name()
			allowed, limited := holds[role]
			w.want(!limited || slices.Contains(allowed, inner), "a %s in a %s", inner, role)
			w.element(kid, path)
		}
	}
	w.told += links
	w.want((links > 0) == (role == "Link"), "a %s with %d links", strings.Join(path, " > "), links)
	return own
}

// tell notes that an element of a role tells a piece of a page.
func (w *walker) tell(page pdf.Value, mcid int, role string) {
	m := mark{int(page.Key("StructParents").Int64()), mcid}
	_, twice := w.tagged[m]
	w.want(!twice, "piece %d of page %d is told twice", m.mcid, m.page+1)
	w.tagged[m] = role
}

// role holds what an element needs besides its kids.
func (w *walker) role(e pdf.Value, role string, path []string) {
	attributes := e.Key("A")
	switch role {
	case "Figure":
		w.want(e.Key("Alt").Text() != "", "a figure without words")
		w.want(attributes.Key("BBox").Len() == 4, "a figure without a box")
	case "TH":
		scope := attributes.Key("Scope").Name()
		w.want(scope == "Column" || scope == "Row", "a table head without a scope")
	case "LI":
		labelled := e.Key("K").Kind() == pdf.Array && e.Key("K").Index(0).Key("S").Name() == "Lbl"
		w.want(!labelled || e.Key("P").Key("A").Key("ListNumbering").Name() != "", "a list with labels that are not told apart")
	case "TR":
		w.want(e.Key("K").Len() > 0 || e.Key("K").Kind() == pdf.Dict, "an empty row")
	}
	if len(role) == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' {
		level := int(role[1] - '0')
		w.want(level <= w.heading+1, "%s comes after a heading of level %d", strings.Join(path, " > "), w.heading)
		w.heading = level
	}
}

// parentTree follows the way back from each piece and each link of the pages to
// its element, and from there up to the root.
func (c *checker) parentTree() {
	numbers := c.root.Key("StructTreeRoot").Key("ParentTree").Key("Nums")
	links := 0
	for i := 0; i+1 < numbers.Len(); i += 2 {
		key, v := int(numbers.Index(i).Int64()), numbers.Index(i+1)
		c.want(key == i/2, "key %d of the parent tree comes as number %d", key, i/2)
		if v.Kind() != pdf.Array {
			links++
			c.want(v.Key("S").Name() == "Link", "a link belongs to a %q", v.Key("S").Name())
			continue
		}
		if key >= len(c.marks) {
			c.fault("the parent tree knows a page %d", key+1)
			continue
		}
		c.want(v.Len() == len(c.marks[key]), "page %d has %d pieces, the parent tree %d", key+1, len(c.marks[key]), v.Len())
		for mcid := range v.Len() {
			role := v.Index(mcid).Key("S").Name()
			c.want(role == c.tagged[mark{key, mcid}], "piece %d of page %d: a %q in the parent tree", mcid, key+1, role)
		}
	}
	c.want(links == c.links, "%d links on the pages, %d in the parent tree", c.links, links)
}
