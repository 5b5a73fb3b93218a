// Package pdf paints pages into a PDF file. It decides nothing about them:
// what stands where is layout's work. It is the only package that knows
// gofpdf, and it works around that library's ways (see the comments).
package pdf

import (
	"bytes"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"tressons/report/figure"
	"tressons/report/layout"
)

// creator is the program's name in the file's properties.
const creator = "Tressons"

// Write paints a laid out document into w. The same document and fonts give
// the same bytes. Nothing is written when it fails.
func Write(w io.Writer, doc layout.Result, fonts *layout.Fonts) error {
	file, err := paint(doc, fonts)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	_, err = w.Write(file)
	return err
}

// paint makes the file. gofpdf panics on some inputs: that ends here.
func paint(doc layout.Result, fonts *layout.Fonts) (file []byte, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			file, err = nil, fmt.Errorf("the painter gave up: %v", cause)
		}
	}()
	p := painter{f: gofpdf.NewCustom(&gofpdf.InitType{UnitStr: "pt"}), doc: doc}
	p.describe()
	for face, used := range p.faces() {
		if used {
			// A copy: gofpdf writes checksums into the bytes it is given, while
			// another goroutine may be writing another document.
			p.f.AddUTF8FontFromBytes(family(figure.Face(face)), "", bytes.Clone(fonts.TTF(figure.Face(face))))
		}
	}
	p.targets()
	for i, page := range doc.Pages {
		p.f.AddPageFormat("P", gofpdf.SizeType{Wd: page.Width, Ht: page.Height})
		p.bookmarks(i)
		for _, item := range page.Items {
			p.item(item)
		}
	}
	var out bytes.Buffer
	if err := p.f.Output(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// painter holds the file being painted.
type painter struct {
	f     *gofpdf.Fpdf
	doc   layout.Result
	links map[target]int // gofpdf's number of each internal target
	face  figure.Face    // the font that gofpdf has at hand
	size  float64
}

type target struct {
	page int
	y    float64
}

func family(face figure.Face) string { return "sans-" + face.String() }

// faces tells which faces the pages use; the outline needs Regular.
func (p *painter) faces() (used [figure.Faces]bool) {
	used[figure.Regular] = true
	for _, page := range p.doc.Pages {
		for _, item := range page.Items {
			for _, op := range item.Ops {
				if t, ok := op.(figure.Text); ok {
					used[t.Face] = true
				}
			}
		}
	}
	return used
}

// describe sets the document's properties, and all that makes the file the
// same each time.
func (p *painter) describe() {
	info := p.doc.Info
	date := info.Date
	if date.IsZero() { // gofpdf would take the time of day
		date = time.Unix(0, 0).UTC()
	}
	p.f.SetCatalogSort(true)
	p.f.SetCompression(true)
	p.f.SetCreationDate(date)
	p.f.SetModificationDate(date)
	p.f.SetTitle(info.Title, true)
	p.f.SetAuthor(info.Author, true)
	p.f.SetSubject(info.Subject, true)
	p.f.SetCreator(creator, true)
	p.f.SetMargins(0, 0, 0)
	p.f.SetAutoPageBreak(false, 0)
	p.f.SetDisplayMode("fullpage", "single")
}

// targets asks gofpdf for a number for each internal link.
func (p *painter) targets() {
	p.links = map[target]int{}
	for _, page := range p.doc.Pages {
		for _, item := range page.Items {
			if item.Link.Target == "" {
				continue
			}
			t := target{item.Link.Page, item.Link.Y}
			if _, known := p.links[t]; !known {
				p.links[t] = p.f.AddLink()
				p.f.SetLink(p.links[t], t.y, t.page+1)
			}
		}
	}
}

// bookmarks adds the headings of a page to the outline. gofpdf writes UTF-16
// only while a UTF-8 font is at hand.
func (p *painter) bookmarks(page int) {
	p.setFont(figure.Regular, 10)
	for _, m := range p.doc.Outline {
		if m.Page == page {
			p.f.Bookmark(m.Title, m.Level, m.Y)
		}
	}
}

// item paints one item: here a piece of the structure tree begins and ends.
func (p *painter) item(item layout.Item) {
	for _, op := range item.Ops {
		p.op(op)
	}
	b := item.Box
	switch {
	case item.Link.URL != "":
		p.f.LinkString(b.X, b.Y, b.W, b.H, item.Link.URL)
	case item.Link.Target != "":
		p.f.Link(b.X, b.Y, b.W, b.H, p.links[target{item.Link.Page, item.Link.Y}])
	}
}

func (p *painter) setFont(face figure.Face, size float64) {
	if p.face == face && p.size == size {
		return
	}
	p.f.SetFont(family(face), "", size)
	p.face, p.size = face, size
}
