package app

import (
	"bytes"

	"tressons/model"
)

// The example is the same document in every installation, so that two copies of
// it can be merged.
var (
	exampleDocument  = model.DerivedID("example document")
	exampleDiagnosis = model.DerivedID("example diagnosis")
)

// ExampleAuthor signs what the example holds.
const ExampleAuthor = "Exemple Tressons"

// exampleEdits are the edits that make the example, always the same.
func (a *App) exampleEdits() ([]model.Edit, error) {
	b, err := a.ReadBatch(bytes.NewReader(a.example), model.NewDiagnosis(exampleDiagnosis),
		func(alias string) string { return model.DerivedID("example " + alias) })
	return b.Edits, err
}
