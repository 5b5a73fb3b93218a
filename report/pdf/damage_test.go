package pdf

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"testing"

	"tressons/report"
	"tressons/report/layout"
	"tressons/report/layout/layouttest"
	"tressons/report/pdf/pdftest"
)

// opened is a file of ours, taken apart to be damaged.
type opened struct {
	t       *testing.T
	objects map[int]*object
}

// all are the dictionaries whose key has that value, in the order of the file.
func (o opened) all(key name, value name) []*object {
	var out []*object
	for _, number := range slices.Sorted(maps.Keys(o.objects)) {
		if o.objects[number].dict().get(key) == value {
			out = append(out, o.objects[number])
		}
	}
	if len(out) == 0 {
		o.t.Fatalf("no object whose %s is %s", key, value)
	}
	return out
}

func (o opened) first(key, value name) *object { return o.all(key, value)[0] }

func (o *object) set(key name, v value) { o.value = o.dict().set(key, v) }

// rewrite changes what a stream holds.
func (o *object) rewrite(t *testing.T, change func(string) string) {
	t.Helper()
	data, err := o.inflated(mostInflated)
	if err != nil {
		t.Fatal(err)
	}
	changed := change(string(data))
	if changed == string(data) {
		t.Fatal("the damage changes nothing")
	}
	o.value, o.data = dict{}, []byte(changed)
}

// small is a document with one of each thing that tags are about.
func small() report.Document {
	return report.Document{Title: "Essai", Lang: "fr-FR", Sections: []report.Section{{
		ID: "un", Title: "Un", Blocks: []report.Block{
			report.Heading{Level: 1, Text: "Deux", ID: "deux"},
			report.Paragraph{Spans: []report.Span{{Text: "Voir "}, {Text: "le site", Link: "https://exemple.fr/"}, {Text: "."}}},
			report.List{Items: [][]report.Span{report.Text("Un"), report.Text("Deux")}},
			report.Table{
				Columns: []report.TableColumn{{Title: "Nom"}, {Title: "Nombre", Align: report.Right}},
				Rows:    [][]report.Cell{{report.Text("Café"), report.Text("2")}},
			},
			report.Figure{Chart: layouttest.Themes(), Caption: "Thèmes"},
		},
	}}}
}

// TestDamageIsSeen damages a good file in one place at a time: what no test
// would see is not held.
func TestDamageIsSeen(t *testing.T) {
	t.Parallel()
	fonts := layouttest.Fonts(t)
	var file bytes.Buffer
	if err := Write(&file, layout.Set(small(), fonts), fonts, Attachment{"a.db", "application/vnd.sqlite3", "Essai", []byte("a")}); err != nil {
		t.Fatal(err)
	}
	content := func(o opened) *object { return o.first("Type", "Page").dict().object("Contents") }
	toUnicode := func(o opened) *object { return o.first("Subtype", "Type0").dict().object("ToUnicode") }
	cases := map[string]struct {
		damage func(opened)
		fault  string
	}{
		"nothing":     {func(opened) {}, ""},
		"no language": {func(o opened) { o.first("Type", "Catalog").set("Lang", str("")) }, "no language"},
		"not marked":  {func(o opened) { o.first("Type", "Catalog").set("MarkInfo", dict{}) }, "tagged"},
		"another title": {func(o opened) {
			o.first("Type", "XRef").dict().object("Info").set("Title", str("Autre"))
		}, "titled"},
		"no claim": {func(o opened) {
			o.first("Type", "Metadata").rewrite(t, func(s string) string { return strings.Replace(s, "<pdfuaid:part>1", "<pdfuaid:part>", 1) })
		}, "pdfuaid:part"},
		"figure without words":     {func(o opened) { o.first("S", "Figure").set("Alt", str("")) }, "without words"},
		"heading skipped":          {func(o opened) { o.first("S", "H2").set("S", name("H5")) }, "after a heading of level 1"},
		"list item in a paragraph": {func(o opened) { o.first("S", "L").set("S", name("TR")) }, "a LI in a TR"},
		"piece told by nobody":     {func(o opened) { o.first("S", "P").set("K", nil) }, "told by no element"},
		"piece told twice":         {func(o opened) { o.first("S", "P").set("K", o.first("S", "H1").dict().get("K")) }, "told twice"},
		"lost in the parent tree": {func(o opened) {
			tree := o.first("Type", "StructTreeRoot").dict().dict("ParentTree").get("Nums").(array)
			list := tree[1].(*object).value.(array)
			list[0], list[1] = list[1], list[0]
		}, "in the parent tree"},
		"paint outside": {func(o opened) {
			content(o).rewrite(t, func(s string) string { return s + "0 0 9 9 re f\n" })
		}, "paints outside a piece"},
		"piece never ended": {func(o opened) {
			content(o).rewrite(t, func(s string) string { return strings.Replace(s, "EMC", "", 1) })
		}, "a piece inside another"},
		"sign without a character": {func(o opened) {
			toUnicode(o).rewrite(t, func(s string) string { return strings.Replace(s, "<0065> <0065>\n", "", 1) })
		}, "code 0065"},
		"sign without a width":     {func(o opened) { o.first("Subtype", "CIDFontType2").set("W", array{}) }, "no width"},
		"font named as a whole":    {func(o opened) { o.first("Subtype", "Type0").set("BaseFont", name("Sans")) }, "Sans"},
		"attachment of no account": {func(o opened) { o.first("Type", "Filespec").set("AFRelationship", nil) }, "to the document"},
		"outline miscounts":        {func(o opened) { o.first("Type", "Outlines").set("Count", 1) }, "miscounts"},
		"head without a scope":     {func(o opened) { o.first("S", "TH").set("A", nil) }, "without a scope"},
		"list without a kind":      {func(o opened) { o.first("S", "L").set("A", nil) }, "list with labels"},
		"link without words":       {func(o opened) { o.first("Subtype", "Link").set("Contents", str("")) }, "says nothing"},
		"link to nowhere":          {func(o opened) { o.first("Subtype", "Link").set("A", nil) }, "to nowhere"},
		"link in no element":       {func(o opened) { o.first("S", "Link").set("K", 0) }, "with 0 links"},
		"tab order":                {func(o opened) { o.first("Type", "Page").set("Tabs", name("R")) }, "tab key"},
	}
	for title, c := range cases {
		t.Run(title, func(t *testing.T) {
			t.Parallel()
			o := opened{t, read(bytes.Clone(file.Bytes()))}
			catalog, info := o.first("Type", "Catalog"), o.first("Type", "XRef").dict().object("Info")
			c.damage(o)
			var damaged bytes.Buffer
			if err := numbered(catalog, info, newPress()).writeTo(&damaged); err != nil {
				t.Fatal(err)
			}
			faults := strings.Join(pdftest.Faults(damaged.Bytes()), "\n")
			if c.fault == "" && faults != "" || !strings.Contains(faults, c.fault) {
				t.Errorf("want %q, got %q", c.fault, faults)
			}
		})
	}
}
