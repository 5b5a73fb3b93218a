package pdf

import (
	"bytes"
	"errors"
	"slices"
	"strings"
)

// Attachment is a file that a PDF carries: what its pages were made from.
type Attachment struct {
	Name string // of the file, with its extension
	Type string // media type
	// About says in a French sentence what it is.
	About string
	Data  []byte
}

// files are the attached files, as the document's own and by their names.
func (f *finisher) files() (files, names array) {
	sorted := slices.SortedFunc(slices.Values(f.attached), func(a, b Attachment) int {
		return bytes.Compare([]byte(textString(a.Name)), []byte(textString(b.Name)))
	})
	for _, a := range sorted {
		file := &object{value: f.file(a)}
		files = append(files, file)
		names = append(names, textString(a.Name), file)
	}
	return files, names
}

func (f *finisher) file(a Attachment) dict {
	parameters := dict{{"Size", len(a.Data)}}
	if date := f.properties.date; !date.IsZero() {
		parameters = parameters.with("ModDate", dateString(date))
	}
	data := f.press.stream(dict{{"Type", name("EmbeddedFile")}, {"Subtype", name(a.Type)}, {"Params", parameters}}, a.Data)
	return dict{
		{"Type", name("Filespec")}, {"F", textString(a.Name)}, {"UF", textString(a.Name)}, {"Desc", textString(a.About)},
		{"AFRelationship", name("Source")}, {"EF", dict{{"F", data}, {"UF", data}}},
	}
}

// ErrEncrypted says that a PDF cannot be read without a password.
var ErrEncrypted = errors.New("pdf: the file is protected by a password")

// Attachments returns the files that a PDF carries, sorted by name. It also reads
// PDFs that another program has written again. A file that
// cannot be read is left out, and counted in the error.
func Attachments(file []byte) ([]Attachment, error) {
	objects := read(file)
	if encrypted(file, objects) {
		return nil, ErrEncrypted
	}
	var out []Attachment
	var faults []error
	for _, o := range objects {
		d := o.dict()
		data := d.dict("EF").object("UF")
		if data == nil {
			data = d.dict("EF").object("F")
		}
		if data == nil || !data.stream {
			continue
		}
		content, err := data.inflated(mostInflated)
		if err != nil {
			faults = append(faults, err)
			continue
		}
		kind, _ := data.dict().get("Subtype").(name)
		out = append(out, Attachment{Name: text(d, "UF", "F"), Type: string(kind), About: text(d, "Desc"), Data: content})
	}
	slices.SortFunc(out, func(a, b Attachment) int { return strings.Compare(a.Name, b.Name) })
	return out, errors.Join(faults...)
}

// encrypted looks for the key of a cipher where a file has one: in its trailer,
// or in the stream that stands for it.
func encrypted(file []byte, objects map[int]*object) bool {
	for _, o := range objects {
		if o.dict().get("Type") == name("XRef") && o.dict().get("Encrypt") != nil {
			return true
		}
	}
	at := max(bytes.LastIndex(file, []byte("trailer")), 0)
	l := lexer{data: file, at: at, object: func(int) *object { return &object{value: true} }}
	trailer := object{}
	if l.taken("trailer") {
		trailer.value, _ = l.value()
	}
	return trailer.dict().get("Encrypt") != nil
}

// text is the first of some strings that a dictionary has.
func text(d dict, keys ...name) string {
	for _, key := range keys {
		if s, ok := d.get(key).(str); ok {
			return s.text()
		}
	}
	return ""
}
