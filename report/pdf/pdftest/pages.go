package pdftest

import (
	"slices"

	"github.com/ledongthuc/pdf"
)

// pages reads the content of every page, and its links.
func (c *checker) pages() {
	kids := c.root.Key("Pages").Key("Kids")
	c.want(kids.Len() > 0, "no page")
	fonts := map[string]*font{}
	for i := range kids.Len() {
		page := kids.Index(i)
		c.want(page.Key("Tabs").Name() == "S", "page %d: the tab key does not follow the structure", i+1)
		c.want(page.Key("StructParents").Int64() == int64(i), "page %d: key %d in the parent tree", i+1, page.Key("StructParents").Int64())
		if i == 0 {
			c.fonts(page.Key("Resources").Key("Font"), fonts)
		}
		p := pageReader{checker: c, number: i + 1, fonts: fonts, marks: map[int]string{}}
		pdf.Interpret(page.Key("Contents"), p.operator)
		c.want(p.open == 0, "page %d: %d pieces are not ended", i+1, p.open)
		c.marks = append(c.marks, p.marks)
		c.annotations(i, page.Key("Annots"))
	}
}

func (c *checker) annotations(page int, list pdf.Value) {
	for i := range list.Len() {
		a := list.Index(i)
		c.links++
		c.want(a.Key("Subtype").Name() == "Link", "page %d: an annotation that is no link", page+1)
		c.want(a.Key("Contents").Text() != "", "page %d: a link that says nothing", page+1)
		c.want(a.Key("StructParent").Kind() == pdf.Integer, "page %d: a link outside the structure", page+1)
		leads := a.Key("A").Key("URI").RawString() != "" || a.Key("Dest").Index(0).Key("Type").Name() == "Page"
		c.want(leads, "page %d: a link to nowhere", page+1)
	}
}

// pageReader follows the operators of a page.
type pageReader struct {
	*checker
	number int
	fonts  map[string]*font
	font   *font
	open   int
	marks  map[int]string
}

// painting are the operators that leave something on the paper.
var painting = []string{"f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "Tj", "TJ", "'", `"`, "Do", "sh"}

func (p *pageReader) operator(stack *pdf.Stack, op string) {
	operands := make([]pdf.Value, stack.Len())
	for i := len(operands) - 1; i >= 0; i-- {
		operands[i] = stack.Pop()
	}
	switch op {
	case "BMC", "BDC":
		p.begin(operands)
	case "EMC":
		p.open--
		p.want(p.open >= 0, "page %d: a piece ends that has not begun", p.number)
	case "Tf":
		p.font = p.fonts[operands[0].Name()]
		p.want(p.font != nil, "page %d: a font that is not there", p.number)
	}
	if slices.Contains(painting, op) {
		p.want(p.open > 0, "page %d: %s paints outside a piece", p.number, op)
		p.text(op, operands)
	}
}

// begin reads where a piece begins: an artifact, or what an element says.
func (p *pageReader) begin(operands []pdf.Value) {
	p.open++
	p.want(p.open == 1, "page %d: a piece inside another", p.number)
	role := operands[0].Name()
	if role == "Artifact" {
		return
	}
	if len(operands) < 2 || operands[1].Key("MCID").Kind() != pdf.Integer {
		p.fault("page %d: a %s without a number", p.number, role)
		return
	}
	mcid := int(operands[1].Key("MCID").Int64())
	_, twice := p.marks[mcid]
	p.want(!twice, "page %d: two pieces of number %d", p.number, mcid)
	p.marks[mcid] = role
}

// text holds that each code shown is a character.
func (p *pageReader) text(op string, operands []pdf.Value) {
	if op != "Tj" && op != "TJ" || p.font == nil {
		return
	}
	for code := range codes(operands[0]) {
		p.want(p.font.characters[code] != 0, "page %d: code %04X of %s is no character", p.number, code, p.font.name)
		p.want(p.font.widths[code], "page %d: code %04X of %s has no width", p.number, code, p.font.name)
	}
}
