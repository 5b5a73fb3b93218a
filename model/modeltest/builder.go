// Package modeltest builds diagnoses for tests: an empty one, one that looks
// like real work, and one that holds everything that strains a page.
package modeltest

import (
	"fmt"

	"tressons/model"
)

// Builder fills a diagnosis through the edits that the program itself uses. It
// panics on an edit that the model refuses: that is a fault of the test.
type Builder struct {
	Diagnosis *model.Diagnosis
	rows      int
}

// New begins a diagnosis whose ids are the same at every run.
func New() *Builder {
	return &Builder{Diagnosis: model.NewDiagnosis("00000000-0000-0000-0000-000000000000")}
}

// Fields are the values of a row as a user types them, by field name.
type Fields map[string]string

// Set fills fields of a row that the grid names, or of the only one of its kind.
func (b *Builder) Set(entity, row string, fields Fields) *Builder {
	b.apply(model.SetEdits(entity, row, fields))
	return b
}

// Territory fills the sheet of the territory.
func (b *Builder) Territory(fields Fields) *Builder { return b.Set("territory", model.SelfID, fields) }

// About fills what is said of the diagnosis itself.
func (b *Builder) About(fields Fields) *Builder { return b.Set("diagnosis", model.SelfID, fields) }

// Add makes a row, last among its siblings.
func (b *Builder) Add(entity string, fields Fields) model.Ref {
	b.rows++
	return b.AddAs(entity, fmt.Sprintf("%s-%03d", entity, b.rows), fields)
}

// AddAs makes a row of that id, such as a commune under its Insee code.
func (b *Builder) AddAs(entity, id string, fields Fields) model.Ref {
	e, ok := model.EntityNamed(entity)
	if !ok {
		panic("modeltest: no entity " + entity)
	}
	b.apply(b.Diagnosis.AddRowEdits(e, id, fields))
	return model.MakeRef(entity, id)
}

// Link joins one row to others.
func (b *Builder) Link(from model.Ref, to ...model.Ref) *Builder {
	for _, other := range to {
		b.apply(model.LinkEdits(from, other))
	}
	return b
}

func (b *Builder) apply(edits []model.Edit) {
	if _, _, err := b.Diagnosis.Apply(edits); err != nil {
		panic("modeltest: " + err.Error())
	}
}
