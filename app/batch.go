package app

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tressons/model"
	"tressons/report"
)

// batchLine is one line of a batch:
//
//	{"entity":"initiative","row":"new","set":{"name":"…","year":2009}}
//	{"entity":"lever","row":"cooperation","set":{"level":"engaged"}}
//	{"entity":"initiative","row":"<id>","delete":true}
//
// A row "@name" is made by the first line that names it and can then be named
// in other lines and in references ("actor/@name").
type batchLine struct {
	Entity string                     `json:"entity"`
	Row    string                     `json:"row"`
	Set    map[string]json.RawMessage `json:"set"`
	Delete bool                       `json:"delete"`
}

// Batch is a list of edits read from text, checked as a whole.
type Batch struct {
	Edits []model.Edit
	New   []model.Ref // the rows made, in order
}

// maxBatchLine bounds one line of a batch, in bytes.
const maxBatchLine = 4 << 20

// ReadBatch reads one JSON object a line and checks each against a copy of the
// diagnosis. newID names the rows made: it is given the alias, "" for "new".
// A line that does not fit is refused with its number, and then nothing is kept.
func (a *App) ReadBatch(r io.Reader, d *model.Diagnosis, newID func(alias string) string) (Batch, error) {
	b := batchReader{app: a, d: d.Clone(), newID: newID, aliases: map[string]string{}}
	lines := bufio.NewScanner(r)
	lines.Buffer(make([]byte, 0, 64<<10), maxBatchLine)
	for n := 1; lines.Scan(); n++ {
		text := bytes.TrimSpace(bytes.TrimPrefix(lines.Bytes(), []byte("\xef\xbb\xbf")))
		if len(text) == 0 {
			continue
		}
		if err := b.line(text); err != nil {
			return Batch{}, &model.Problem{Message: fmt.Sprintf("Ligne %d%s: %s Rien n’a été enregistré.", n, model.NBSP, Explain(err)), Cause: err}
		}
	}
	if err := lines.Err(); err != nil {
		return Batch{}, &model.Problem{Message: "Le lot n’a pas pu être lu jusqu’au bout ; rien n’a été enregistré.", Cause: err}
	}
	return b.out, nil
}

type batchReader struct {
	app     *App
	d       *model.Diagnosis // as it stands after the lines read
	newID   func(alias string) string
	aliases map[string]string // alias → row
	out     Batch
}

func (b *batchReader) line(text []byte) error {
	var l batchLine
	dec := json.NewDecoder(bytes.NewReader(text))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&l); err != nil {
		return refuse("ce n’est pas un objet JSON avec « entity », « row » et « set » ou « delete » (%v).", err)
	}
	if dec.More() {
		return refuse("il y a plus d’un objet JSON sur la ligne.")
	}
	entity, ok := model.EntityNamed(l.Entity)
	if !ok {
		return refuse("le genre « %s » n’existe pas.", l.Entity)
	}
	edits, err := b.edits(entity, l)
	if err != nil {
		return err
	}
	if _, _, err := b.d.Apply(edits); err != nil {
		return err
	}
	b.out.Edits = append(b.out.Edits, edits...)
	return nil
}

func (b *batchReader) edits(entity model.Entity, l batchLine) ([]model.Edit, error) {
	row, isNew, err := b.row(entity, l.Row)
	if err != nil {
		return nil, err
	}
	if l.Delete {
		return b.deletion(entity, row, isNew, l)
	}
	values, err := b.values(entity, row, l.Set)
	if err != nil {
		return nil, err
	}
	if entity.Name == "link" && isNew {
		return b.link(values)
	}
	if isNew {
		b.out.New = append(b.out.New, model.MakeRef(entity.Name, row))
		return b.d.AddRowEdits(entity, row, values), nil
	}
	if len(values) == 0 {
		return nil, refuse("il n’y a rien à changer : donnez « set » ou « delete ».")
	}
	return model.SetEdits(entity.Name, row, values), nil
}

func (b *batchReader) deletion(entity model.Entity, row string, isNew bool, l batchLine) ([]model.Edit, error) {
	switch {
	case isNew:
		return nil, refuse("une ligne nouvelle ne peut pas être supprimée.")
	case entity.Keyed:
		return nil, refuse("une ligne de la grille ne se supprime pas : videz ses champs.")
	case len(l.Set) > 0:
		return nil, refuse("« set » et « delete » ne vont pas ensemble.")
	}
	return []model.Edit{model.DeleteRow(entity.Name, row)}, nil
}

// row finds the row that a line means, and whether the line makes it.
func (b *batchReader) row(entity model.Entity, name string) (row string, isNew bool, err error) {
	switch {
	case b.app.single(entity) && (name == "" || name == entity.Name):
		return model.SelfID, false, nil
	case entity.Keyed:
		return name, false, b.app.checkKey(entity, name)
	case name == "new":
		return b.newID(""), true, nil
	case strings.HasPrefix(name, "@"):
		if id, ok := b.aliases[name]; ok {
			return id, false, nil
		}
		id := b.newID(name[1:])
		b.aliases[name] = id
		return id, true, nil
	case b.d.Exists(entity.Name, name):
		return name, false, nil
	case entity.Name == "commune" && isInsee(name):
		return name, true, nil
	case name == "":
		return "", false, refuse("il manque « row » : donnez un identifiant, ou « new ».")
	}
	return "", false, refuse("aucune ligne « %s » dans « %s ».", name, entity.Name)
}

// single tells whether a diagnosis has one row of the entity.
func (a *App) single(e model.Entity) bool { return e.Name == "diagnosis" || e.Name == "territory" }

// checkKey refuses a key that the grid does not know.
func (a *App) checkKey(e model.Entity, key string) error {
	var known bool
	switch e.Name {
	case "lever":
		_, known = a.Grid.Lever(key)
	case "answer":
		_, known = a.Grid.Question(key)
	case "finding":
		for _, f := range a.Grid.Findings {
			known = known || f.Slug == key
		}
	case "page":
		known = key != ""
	case "report":
		_, known = report.KindNamed(key)
	default:
		known = key == model.SelfID
	}
	if !known {
		return refuse("« %s » n’est pas dans la grille (%s).", key, e.Label)
	}
	return nil
}

func isInsee(code string) bool {
	if len(code) != 5 {
		return false
	}
	for i, r := range code {
		if !(r >= '0' && r <= '9' || i == 1 && (r == 'A' || r == 'B')) {
			return false
		}
	}
	return true
}

// link derives the name of a new link from its two ends.
func (b *batchReader) link(values map[string]string) ([]model.Edit, error) {
	from, to := model.Ref(values["from"]), model.Ref(values["to"])
	for _, end := range []model.Ref{from, to} {
		if e, id := end.Split(); !b.d.Exists(e, id) {
			return nil, refuse("un lien va d’une ligne à une autre : « %s » n’existe pas.", end)
		}
	}
	edits := model.LinkEdits(from, to)
	id := model.LinkID(from, to)
	b.out.New = append(b.out.New, model.MakeRef("link", id))
	if note := values["note"]; note != "" {
		edits = append(edits, model.Edit{Entity: "link", Row: id, Field: "note", Value: note})
	}
	return edits, nil
}

func (b *batchReader) values(entity model.Entity, row string, set map[string]json.RawMessage) (map[string]string, error) {
	out := map[string]string{}
	for name, raw := range set {
		f, ok := entity.Field(name)
		if !ok {
			return nil, refuse("le champ « %s » n’existe pas dans « %s ».", name, entity.Name)
		}
		text, err := plainValue(raw)
		if err != nil {
			return nil, refuse("la valeur de « %s » n’est ni un texte, ni un nombre, ni une liste.", name)
		}
		if out[name], err = b.canon(entity, row, f, text); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (b *batchReader) canon(entity model.Entity, row string, f model.Field, text string) (string, error) {
	if entity.Name == "answer" && f.Name == "value" {
		q, _ := b.app.Grid.Question(row)
		return q.Canon(text)
	}
	if f.Kind == model.KindRef {
		kind, alias, _ := strings.Cut(text, "/")
		if id, ok := b.aliases[alias]; ok {
			text = kind + "/" + id
		}
	}
	return f.Canon(text)
}

// plainValue is the text of a JSON string, number, boolean, null or list of strings.
func plainValue(raw json.RawMessage) (string, error) {
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	var v any
	if err := dec.Decode(&v); err != nil {
		return "", err
	}
	switch v := v.(type) {
	case nil:
		return "", nil
	case string:
		return v, nil
	case json.Number:
		return v.String(), nil
	case bool:
		return map[bool]string{true: string(model.Yes), false: string(model.No)}[v], nil
	case []any:
		items := make([]string, len(v))
		for i, item := range v {
			s, ok := item.(string)
			if !ok {
				return "", errors.New("not a list of strings")
			}
			items[i] = s
		}
		return strings.Join(items, ","), nil
	}
	return "", errors.New("not a plain value: " + strconv.Quote(string(raw)))
}

func refuse(format string, a ...any) error {
	return &model.InputError{Message: fmt.Sprintf(format, a...)}
}
