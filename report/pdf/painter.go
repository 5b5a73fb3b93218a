package pdf

import (
	"github.com/jung-kurt/gofpdf"

	"tressons/report/figure"
	"tressons/report/layout"
)

// painter has gofpdf paint the pages, each piece between its marks.
type painter struct {
	f        *gofpdf.Fpdf
	doc      layout.Result
	tags     tags
	face     figure.Face // the font that gofpdf has at hand
	size     float64
	ink      figure.Color // of texts; none before the first one
	codes    []byte       // of the text being painted
	pictures pictures
}

func newPainter(doc layout.Result, used [figure.Faces]*signs) *painter {
	p := &painter{
		f: gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"}), doc: doc,
		tags: newTags(len(doc.Pages)), pictures: pictures{numbers: map[*figure.Photo]int{}},
	}
	p.f.SetCatalogSort(true)
	p.f.SetCompression(false) // done once, when the file is written again
	p.f.SetMargins(0, 0, 0)
	p.f.SetAutoPageBreak(false, 0)
	for face := range used {
		if used[face] != nil {
			p.f.AddFontFromBytes(family(figure.Face(face)), "", placeholder(figure.Face(face)), nil)
		}
	}
	return p
}

// page paints a page. Items that follow one another and belong together are one
// piece.
func (p *painter) page(number int) {
	page := p.doc.Pages[number]
	p.f.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
	for from := 0; from < len(page.Items); {
		to := from + 1
		for to < len(page.Items) && page.Items[to].Node == page.Items[from].Node && page.Items[to].Furniture == page.Items[from].Furniture {
			to++
		}
		p.piece(number, page.Items[from:to])
		from = to
	}
}

// piece paints items of one node, or artifacts, between their marks.
func (p *painter) piece(page int, items []layout.Item) {
	p.f.RawWriteStr(p.tags.open(page, items))
	for _, item := range items {
		for _, op := range item.Ops {
			p.op(op)
		}
	}
	p.f.RawWriteStr("EMC")
}

func (p *painter) text(t figure.Text) {
	if t.Value == "" {
		return // its face may not be there
	}
	p.setFont(t.Face, t.Size)
	if p.ink != t.Color {
		p.f.SetTextColor(int(t.Color.R), int(t.Color.G), int(t.Color.B))
		p.ink = t.Color
	}
	p.codes = appendCodes(p.codes[:0], t.Value)
	p.f.Text(t.At.X, t.At.Y, string(p.codes))
}

func (p *painter) setFont(face figure.Face, size float64) {
	if p.face == face && p.size == size {
		return
	}
	p.f.SetFont(family(face), "", size)
	p.face, p.size = face, size
}
