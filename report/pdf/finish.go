package pdf

import (
	"errors"
	"sync"
	"time"

	"tressons/report/figure"
	"tressons/report/layout"
)

// finisher writes what gofpdf painted into a file that says what it is made of.
type finisher struct {
	doc        layout.Result
	fonts      *layout.Fonts
	attached   []Attachment
	properties properties
	tags       *tags
	used       [figure.Faces]*signs
	pictures   pictures
	painted    map[int]*object // gofpdf's file
	press      *press

	pages     []*object
	elements  map[*layout.Node]*object
	annotated map[*layout.Node][]value // the links of an element
}

// properties are what the file says about the document.
type properties struct {
	title, author, subject, lang string
	date                         time.Time // zero for none
}

// untitled and french stand where a document says nothing: readers are told
// a title and a language in any case.
const (
	untitled = "Document sans titre"
	french   = "fr-FR"
)

func propertiesOf(info layout.Info) properties {
	p := properties{short(info.Title), short(info.Author), short(info.Subject), info.Lang, info.Date}
	if p.title == "" {
		p.title = untitled
	}
	if p.lang == "" {
		p.lang = french
	}
	if !p.date.IsZero() {
		p.date = p.date.UTC().Truncate(time.Second)
	}
	return p
}

// short cuts a property that is as long as a chapter.
func short(s string) string {
	const most = 1000
	if runes := []rune(s); len(runes) > most {
		return string(runes[:most-1]) + "…"
	}
	return s
}

// gofpdf gives the tree of pages and the resources of all pages these numbers.
const (
	paintedPages     = 1
	paintedResources = 2
)

var errUnread = errors.New("gofpdf's file is not what it was when this was written")

func (f *finisher) finish() (*writer, error) {
	root, resources := f.painted[paintedPages], f.painted[paintedResources]
	kids, _ := root.dict().get("Kids").(array)
	if len(kids) != len(f.doc.Pages) || resources.dict() == nil {
		return nil, errUnread
	}
	if err := f.finishFonts(resources.dict().dict("Font")); err != nil {
		return nil, err
	}
	if err := f.finishPictures(resources); err != nil {
		return nil, err
	}
	pages := new(object)
	f.pages = make([]*object, len(kids))
	list := make(array, len(kids))
	for i := range kids {
		f.pages[i] = new(object)
		list[i] = f.pages[i]
	}
	f.elements = map[*layout.Node]*object{}
	f.reserve(f.doc.Root)
	annotations := f.annotations()
	for i, kid := range kids {
		f.pages[i].value = f.page(i, kid, annotations[i]).with("Resources", resources).with("Parent", pages)
	}
	pages.value = dict{{"Type", name("Pages")}, {"Count", len(list)}, {"Kids", list}}
	return numbered(f.catalog(pages), f.info(), f.press), nil
}

// page is a page with its content, which gofpdf painted.
func (f *finisher) page(i int, kid value, annotations array) dict {
	painted, _ := followed(kid).(dict)
	content := f.press.stream(nil, painted.object("Contents").data)
	d := dict{
		{"Type", name("Page")}, {"MediaBox", array{0, 0, f.doc.Pages[i].Width, f.doc.Pages[i].Height}},
		{"Contents", content}, {"StructParents", i}, {"Tabs", name("S")},
	}
	if len(annotations) > 0 {
		d = d.with("Annots", annotations)
	}
	return d
}

// catalog is the root of the file.
func (f *finisher) catalog(pages *object) *object {
	d := dict{
		{"Type", name("Catalog")}, {"Pages", pages}, {"Lang", textString(f.properties.lang)},
		{"MarkInfo", dict{{"Marked", true}}}, {"StructTreeRoot", f.tree()},
		{"ViewerPreferences", dict{{"DisplayDocTitle", true}}},
		{"Metadata", f.metadata()}, {"OutputIntents", array{f.outputIntent()}},
		{"PageLayout", name("SinglePage")}, {"OpenAction", array{f.pages[0], name("Fit")}},
	}
	if outline := f.outline(); outline != nil {
		d = d.with("Outlines", outline).with("PageMode", name("UseOutlines"))
	}
	if len(f.attached) > 0 {
		files, names := f.files()
		d = d.with("AF", files).with("Names", dict{{"EmbeddedFiles", dict{{"Names", names}}}})
	}
	return &object{value: d}
}

// info is what older readers show of the properties. It agrees with metadata.
func (f *finisher) info() *object {
	p := f.properties
	d := dict{{"Title", textString(p.title)}}
	if p.author != "" {
		d = d.with("Author", textString(p.author))
	}
	if p.subject != "" {
		d = d.with("Subject", textString(p.subject))
	}
	d = d.with("Creator", str(creator)).with("Producer", str(creator))
	if !p.date.IsZero() {
		d = d.with("CreationDate", dateString(p.date)).with("ModDate", dateString(p.date))
	}
	return &object{value: d}
}

func dateString(utc time.Time) str { return str(utc.Format("D:20060102150405Z")) }

// profile is the colours' meaning, compressed: the same for every document.
var profile = sync.OnceValue(func() []byte { return deflated(colorProfile()) })

// outputIntent says what the colours mean.
func (f *finisher) outputIntent() dict {
	profile := &object{value: dict{{"N", 3}, {"Filter", name("FlateDecode")}}, data: profile(), stream: true}
	return dict{
		{"Type", name("OutputIntent")}, {"S", name("GTS_PDFA1")},
		{"OutputConditionIdentifier", str("sRGB")}, {"Info", str("sRGB IEC61966-2-1")}, {"DestOutputProfile", profile},
	}
}
