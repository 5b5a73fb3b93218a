package model

import "slices"

// Diagnosis is one territory looked at once, as it stands in memory. It is not
// safe for concurrent use; hand a Clone to another goroutine.
type Diagnosis struct {
	ID string // UUID, the same in every copy of the file

	about       Table[About]
	territory   Table[Territory]
	Communes    Table[Commune]
	Levers      Table[LeverState]
	Answers     Table[Answer]
	KeyFactors  Table[KeyFactor]
	Findings    Table[FindingState]
	Figures     Table[Figure]
	Initiatives Table[Initiative]
	Actors      Table[Actor]
	Interviews  Table[Interview]
	Evidence    Table[Evidence]
	Actions     Table[Action]
	Links       Table[Link]
	Pages       Table[Page]
	Reports     Table[Report]
	Snapshots   Table[Snapshot]
}

// NewDiagnosis is a diagnosis with nothing in it.
func NewDiagnosis(id string) *Diagnosis {
	d := &Diagnosis{ID: id}
	for _, e := range entities {
		if e.Keyed {
			e.rows(d).setKeyed()
		}
	}
	return d
}

// About is who looked and when.
func (d *Diagnosis) About() About {
	a, _ := d.about.Get(SelfID)
	return a
}

// Territory is the territory's sheet.
func (d *Diagnosis) Territory() Territory {
	t, _ := d.territory.Get(SelfID)
	return t
}

// Lever is what the team says of a lever, empty when nothing.
func (d *Diagnosis) Lever(slug string) LeverState {
	l, _ := d.Levers.Get(slug)
	return l
}

// Answer is what the team answers to a question of a lever, empty when nothing.
func (d *Diagnosis) Answer(lever, question string) Answer {
	a, _ := d.Answers.Get(AnswerID(lever, question))
	return a
}

// AnswerID names the answer to a question.
func AnswerID(lever, question string) string { return lever + "/" + question }

// Clone is a copy that shares nothing that changes.
func (d *Diagnosis) Clone() *Diagnosis {
	c := &Diagnosis{ID: d.ID}
	for _, e := range entities {
		e.copy(c, d)
	}
	return c
}

// Title names the diagnosis for a list: its territory, then its own name.
func (d *Diagnosis) Title() string {
	territory, name := d.Territory().Name, d.About().Name
	switch {
	case territory == "" && name == "":
		return "Diagnostic sans nom"
	case territory == "":
		return name
	case name == "":
		return territory
	}
	return territory + " – " + name
}

// Value reads a field of a row by name, "" when there is none.
func (d *Diagnosis) Value(entity, row, field string) string {
	e, ok := EntityNamed(entity)
	if !ok {
		return ""
	}
	f, ok := e.Field(field)
	if !ok {
		return ""
	}
	return e.rows(d).field(row, f)
}

// Exists tells whether a row is there and not deleted. Keyed rows always are.
func (d *Diagnosis) Exists(entity, row string) bool {
	e, ok := EntityNamed(entity)
	return ok && e.rows(d).exists(row)
}

// RowIDs lists the rows of an entity that exist and hold something, sorted by id.
func (d *Diagnosis) RowIDs(entity string) []string {
	e, ok := EntityNamed(entity)
	if !ok {
		return nil
	}
	return e.rows(d).ids()
}

// Edits make the diagnosis anew out of nothing: its rows and their filled-in
// fields, in the order of the entities.
func (d *Diagnosis) Edits() []Edit {
	var out []Edit
	for _, e := range Entities() {
		for _, row := range d.RowIDs(e.Name) {
			out = append(out, NewRow(e.Name, row))
			for _, f := range e.Fields {
				if v := d.Value(e.Name, row, f.Name); v != "" {
					out = append(out, Edit{e.Name, row, f.Name, v})
				}
			}
		}
	}
	return out
}

// Photos names the photos that fields of the diagnosis show, each once.
func (d *Diagnosis) Photos() []Hash {
	var out []Hash
	for _, e := range Entities() {
		for _, f := range e.Fields {
			if f.Kind != KindHash {
				continue
			}
			for _, row := range d.RowIDs(e.Name) {
				if name := Hash(d.Value(e.Name, row, f.Name)); name != "" && !slices.Contains(out, name) {
					out = append(out, name)
				}
			}
		}
	}
	return out
}

// GoneIDs lists the rows of an entity that hold something and do not exist: they
// were deleted. Sorted by id.
func (d *Diagnosis) GoneIDs(entity string) []string {
	e, ok := EntityNamed(entity)
	if !ok {
		return nil
	}
	return e.rows(d).goneIDs()
}
