package model

import (
	"fmt"
	"reflect"
	"strings"
)

// Kind is how a field is typed, kept and shown. It follows from the Go type of
// the struct field.
type Kind int

// The kinds of field.
const (
	KindLine     Kind = iota // one line of text
	KindText                 // several lines
	KindNumber               // Number
	KindYear                 // Year
	KindDate                 // Date
	KindChoice               // one of Field.Choices
	KindRef                  // a row of Field.Target
	KindHash                 // a photo
	KindPosition             // order in a list, never shown
)

// Field describes one field of an entity: all that forms, log, derived table,
// history, search, exports and the privacy filter need to know of it.
type Field struct {
	Name     string // snake_case, stable for ever
	Kind     Kind
	Label    string // French
	Help     string // French, one or two sentences, may be empty
	Unit     string // French, shown after a number
	Required bool   // wanted for a good report; never blocks saving
	Private  bool   // leaves the file only when the user says so
	Choices  []Choice
	Target   string // for KindRef: the entity it names, "" for any
	index    int    // place in the struct
}

// Entity describes one kind of row of a diagnosis.
type Entity struct {
	Name   string // snake_case, stable for ever
	Label  string // French, singular
	Plural string // French
	// Keyed rows are named by the grid or an official code (a lever's slug, a
	// commune's Insee code) or are the only one of their kind; the others are
	// made by the user and named by a UUID.
	Keyed  bool
	Fields []Field
	rows   func(*Diagnosis) rowSet
	copy   func(dst, src *Diagnosis)
}

// rowSet is the untyped view of a Table that edits, log and exports use.
type rowSet interface {
	ids() []string
	goneIDs() []string
	exists(id string) bool
	field(id string, f Field) string
	setField(id string, f Field, value string)
	setExists(id string, exists bool)
	setKeyed()
}

// Entities lists every entity in the order of the file and of the exports. The
// slice is shared: callers do not change it.
func Entities() []Entity { return entities }

// EntityNamed finds an entity by its name.
func EntityNamed(name string) (Entity, bool) {
	for _, e := range entities {
		if e.Name == name {
			return e, true
		}
	}
	return Entity{}, false
}

// Field finds a field of the entity by its name.
func (e Entity) Field(name string) (Field, bool) {
	for _, f := range e.Fields {
		if f.Name == name {
			return f, true
		}
	}
	return Field{}, false
}

// Ordered tells whether the team sorts the rows by hand.
func (e Entity) Ordered() bool {
	_, ok := e.Field("position")
	return ok
}

// Canon gives the canonical text of what was typed, pasted or imported for the
// field, or an InputError. Canon of a canonical text is that text.
func (f Field) Canon(input string) (string, error) {
	switch f.Kind {
	case KindText:
		return canonText(input)
	case KindNumber:
		return canonNumber(strings.TrimSuffix(strings.TrimSpace(input), f.Unit))
	case KindYear:
		return canonYear(input)
	case KindDate:
		return canonDate(input)
	case KindChoice:
		return f.canonChoice(input)
	case KindRef:
		return f.canonRef(input)
	case KindHash:
		return canonHash(input)
	case KindPosition:
		return canonPosition(input)
	default:
		return canonLine(input)
	}
}

func (f Field) canonChoice(input string) (string, error) {
	input = strings.TrimSpace(input)
	if input == "" {
		return "", nil
	}
	slugs := make([]string, len(f.Choices))
	for i, c := range f.Choices {
		if c.Slug == input {
			return input, nil
		}
		slugs[i] = c.Slug
	}
	return "", inputErrorf("%s n’est pas une valeur de %s : choisissez parmi %s.",
		Quote(excerpt(input)), Quote(f.Label), strings.Join(slugs, ", "))
}

func (f Field) canonRef(input string) (string, error) {
	input = strings.TrimSpace(input)
	if input == "" {
		return "", nil
	}
	entity, id := Ref(input).Split()
	if _, known := EntityNamed(entity); !known || id == "" || f.Target != "" && f.Target != entity {
		return "", inputErrorf("%s ne désigne aucun élément : écrivez le genre et l’identifiant, par exemple actor/….", Quote(excerpt(input)))
	}
	return string(Ref(input)), nil
}

// Show is the French text of a canonical value.
func (f Field) Show(value string) string {
	switch f.Kind {
	case KindNumber:
		return Number(value).FrenchUnit(f.Unit)
	case KindDate:
		return Date(value).French()
	case KindChoice:
		return LabelOf(f.Choices, value)
	}
	return value
}

// describe reads the description of T from its struct tags.
func describe[T any](name, label, plural string, keyed bool, rows func(*Diagnosis) *Table[T]) Entity {
	e := Entity{Name: name, Label: label, Plural: plural, Keyed: keyed,
		rows: func(d *Diagnosis) rowSet { return rows(d) },
		copy: func(dst, src *Diagnosis) { *rows(dst) = rows(src).clone() }}
	t := reflect.TypeFor[T]()
	for i := range t.NumField() {
		if t.Field(i).Type == reflect.TypeFor[Row]() {
			continue
		}
		e.Fields = append(e.Fields, describeField(t.Field(i), i))
	}
	return e
}

func describeField(sf reflect.StructField, index int) Field {
	tag := sf.Tag
	f := Field{
		Name: tag.Get("name"), Label: tag.Get("label"), Help: tag.Get("help"),
		Unit: tag.Get("unit"), Target: tag.Get("target"),
		Required: tag.Get("required") == "yes", Private: tag.Get("private") == "yes",
		index: index,
	}
	switch v := reflect.Zero(sf.Type).Interface().(type) {
	case string:
		f.Kind = KindLine
	case Text:
		f.Kind = KindText
	case Note:
		f.Kind, f.Private = KindText, true
	case Number:
		f.Kind = KindNumber
	case Year:
		f.Kind = KindYear
	case Date:
		f.Kind = KindDate
	case Ref:
		f.Kind = KindRef
	case Hash:
		f.Kind = KindHash
	case Position:
		f.Kind, f.Label = KindPosition, "Ordre"
	case chooser:
		f.Kind, f.Choices = KindChoice, v.Choices()
	default:
		panic(fmt.Sprintf("model: field %s has no kind for type %s", sf.Name, sf.Type))
	}
	return f
}
