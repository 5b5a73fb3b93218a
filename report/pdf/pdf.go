// Package pdf paints pages into a PDF file that is accessible (PDF/UA-1) and
// can be archived (PDF/A-2a, or 3a when files are attached). It decides nothing
// about the pages: what stands where, and what is told in which order, is
// layout's work.
//
// gofpdf, which this package alone knows, paints the pages.
// All else is ours: while painting, each piece of a page is marked with the
// node that it belongs to (tags.go); then the file that gofpdf made is read
// (reader.go) and written again (writer.go) with the tree of these nodes
// (tree.go), links, outline, properties and attachments. See ADR 0009.
package pdf

import (
	"bytes"
	"fmt"
	"io"

	"tressons/report/layout"
)

// creator is the program's name in the file's properties.
const creator = "Tressons"

// Write paints a laid out document into w, with files attached to it. The same
// document, fonts and attachments give the same bytes. Nothing is written when
// the document cannot be painted.
func Write(w io.Writer, doc layout.Result, fonts *layout.Fonts, attached ...Attachment) error {
	file, err := made(doc, fonts, attached)
	if err != nil {
		return fmt.Errorf("pdf: %w", err)
	}
	return file.writeTo(w)
}

// made makes the file. gofpdf panics on some inputs: that ends here.
func made(doc layout.Result, fonts *layout.Fonts, attached []Attachment) (file *writer, err error) {
	defer func() {
		if cause := recover(); cause != nil {
			file, err = nil, fmt.Errorf("the painter gave up: %v", cause)
		}
	}()
	used, err := signsOf(doc)
	if err != nil {
		return nil, err
	}
	p := newPainter(doc, used)
	for i := range doc.Pages {
		p.page(i)
	}
	var painted bytes.Buffer
	if err := p.f.Output(&painted); err != nil {
		return nil, err
	}
	f := finisher{
		doc: doc, fonts: fonts, attached: attached, properties: propertiesOf(doc.Info),
		tags: &p.tags, used: used, pictures: p.pictures, painted: read(painted.Bytes()), press: newPress(),
	}
	return f.finish()
}
