// Package pdftest reads PDFs again and holds what accessible, archivable files
// must keep to. It reads them with another library than the one that wrote them.
//
// veraPDF says whether a file conforms (scripts/verapdf.sh); this package also
// sees what a validator does not: scopes of table heads, signs without a
// character, headings out of order, an element that no page speaks of.
package pdftest

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ledongthuc/pdf"
)

// Folder is the environment variable that names a folder, an absolute path,
// where every file that is checked is also kept, for veraPDF and for eyes.
const Folder = "TRESSONS_PDFS"

// Check reports all faults of a file. The file is named after the test.
func Check(t testing.TB, file []byte) {
	t.Helper()
	if folder := os.Getenv(Folder); folder != "" {
		name := strings.NewReplacer("/", "-", " ", "-").Replace(t.Name()) + ".pdf"
		if err := os.WriteFile(filepath.Join(folder, name), file, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, fault := range Faults(file) {
		t.Error(fault)
	}
}

// mostFaults is how many faults of a file are told.
const mostFaults = 20

// Faults tells what is wrong with a file, in a line each.
func Faults(file []byte) (faults []string) {
	c := checker{tagged: map[mark]string{}}
	defer func() {
		if cause := recover(); cause != nil { // how the library says that a file is damaged
			faults = append(c.faults, fmt.Sprintf("cannot be read: %v", cause))
		}
	}()
	r, err := pdf.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return []string{fmt.Sprintf("cannot be read: %v", err)}
	}
	c.root, c.trailer = r.Trailer().Key("Root"), r.Trailer()
	c.catalog()
	c.metadata()
	c.pages()
	c.structure()
	c.parentTree()
	c.outline()
	return c.faults
}

// checker collects the faults of one file.
type checker struct {
	root, trailer pdf.Value
	faults        []string
	marks         []map[int]string // of each page: the role of each piece, as the page says
	links         int              // annotations of all pages
	tagged        map[mark]string  // the role of each piece, as the tree says
	told          int              // links of the tree
}

// mark is a piece of a page.
type mark struct{ page, mcid int }

func (c *checker) fault(format string, values ...any) {
	if len(c.faults) < mostFaults {
		c.faults = append(c.faults, fmt.Sprintf(format, values...))
	}
}

// want reports a fault unless it holds.
func (c *checker) want(holds bool, format string, values ...any) {
	if !holds {
		c.fault(format, values...)
	}
}

func (c *checker) catalog() {
	c.want(c.root.Key("Lang").Text() != "", "the catalogue names no language")
	c.want(c.root.Key("MarkInfo").Key("Marked").Bool(), "the catalogue does not say that the file is tagged")
	c.want(c.root.Key("ViewerPreferences").Key("DisplayDocTitle").Bool(), "the window would not show the title")
	c.want(c.trailer.Key("ID").Len() == 2, "the file has no identity")
	intent := c.root.Key("OutputIntents").Index(0)
	c.want(intent.Key("S").Name() == "GTS_PDFA1" && intent.Key("DestOutputProfile").Kind() == pdf.Stream, "no output intent says what colours mean")
}

// metadata reads the XMP packet: the standards that the file claims, and the
// same title as in the properties.
func (c *checker) metadata() {
	packet, err := io.ReadAll(c.root.Key("Metadata").Reader())
	if err != nil {
		c.fault("no metadata: %v", err)
		return
	}
	var said struct {
		Title []string `xml:"RDF>Description>title>Alt>li"`
	}
	if err := xml.Unmarshal(packet, &said); err != nil {
		c.fault("metadata: %v", err)
		return
	}
	archival := "<pdfaid:part>2</pdfaid:part>"
	if files := c.root.Key("AF"); files.Len() > 0 {
		archival = "<pdfaid:part>3</pdfaid:part>"
		c.attachments(files)
	}
	for _, claim := range []string{archival, "<pdfaid:conformance>A</pdfaid:conformance>", "<pdfuaid:part>1</pdfuaid:part>"} {
		c.want(strings.Contains(string(packet), claim), "the metadata lack %s", claim)
	}
	title := c.trailer.Key("Info").Key("Title").Text()
	c.want(title != "" && len(said.Title) == 1 && said.Title[0] == title, "titled %q, and %q in the metadata", title, said.Title)
}

func (c *checker) attachments(files pdf.Value) {
	for i := range files.Len() {
		file := files.Index(i)
		name := file.Key("UF").Text()
		c.want(name != "", "attachment %d has no name", i)
		c.want(file.Key("AFRelationship").Name() != "", "%s: what is it to the document?", name)
		c.want(file.Key("Desc").Text() != "", "%s is not described", name)
		c.want(file.Key("EF").Key("F").Key("Subtype").Name() != "", "%s: of which type?", name)
	}
}

// outline follows the entries of the outline, if there is one.
func (c *checker) outline() {
	outline := c.root.Key("Outlines")
	if outline.IsNull() {
		return
	}
	c.want(c.root.Key("PageMode").Name() == "UseOutlines", "the outline is not shown")
	c.want(int64(c.entries(outline)) == outline.Key("Count").Int64(), "the outline miscounts its entries")
}

func (c *checker) entries(parent pdf.Value) (count int) {
	for e := parent.Key("First"); !e.IsNull(); e = e.Key("Next") {
		title := e.Key("Title").Text()
		c.want(title != "", "an entry of the outline without a title")
		c.want(e.Key("Dest").Index(0).Key("Type").Name() == "Page", "%q leads to no page", title)
		count += 1 + c.entries(e)
	}
	return count
}
