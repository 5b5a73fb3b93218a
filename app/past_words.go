package app

import (
	"slices"
	"strings"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// ReadPart reads which part of a diagnosis is meant: « initiative »,
// « lever/cooperation », « lever/cooperation/level », and « territory/population »
// where an entity has a single row.
func ReadPart(text string) (Part, error) {
	entity, rest, deeper := strings.Cut(text, "/")
	e, known := model.EntityNamed(entity)
	if !known || deeper && rest == "" {
		return Part{}, refuse("%s ne désigne rien%s: écrivez un genre, une ligne ou un champ, comme initiative, lever/cooperation ou lever/cooperation/level. « tressons lire » montre ces noms.",
			model.Quote(text), model.NBSP)
	}
	if _, field := e.Field(rest); field && (entity == "diagnosis" || entity == "territory") {
		return Part{Entity: entity, Row: model.SelfID, Field: rest}, nil
	}
	if i := strings.LastIndexByte(rest, '/'); i > 0 {
		if _, field := e.Field(rest[i+1:]); field {
			return Part{Entity: entity, Row: rest[:i], Field: rest[i+1:]}, nil
		}
	}
	return Part{Entity: entity, Row: rest}, nil
}

// pastChange puts a change into French.
func (a *App) pastChange(d *model.Diagnosis, c store.Change) PastChange {
	before := c.Edit
	before.Value = c.Before
	return PastChange{c, a.pastName(d, c), a.movement(d, c, c), a.ShowValue(d, before), a.ShowValue(d, c.Edit)}
}

// pastName names what a change touched. A row that was there before is not added
// but brought back: it was deleted in between.
func (a *App) pastName(d *model.Diagnosis, c store.Change) string {
	if c.Edit.Field == model.FieldExists && c.Edit.Value == "1" && c.HasBefore {
		return a.RowName(d, c.Edit.Entity, c.Edit.Row) + model.NBSP + ": rétablissement"
	}
	return a.FieldName(d, c.Edit)
}

func (a *App) deed(d *model.Diagnosis, changes []store.Change) Deed {
	out := Deed{At: changes[0].At, Author: changes[0].Author, Changes: make([]PastChange, len(changes))}
	for i, c := range changes {
		out.Changes[i] = a.pastChange(d, c)
	}
	out.What = a.deedName(d, out.Changes)
	return out
}

// deedName says in a line what was done.
func (a *App) deedName(d *model.Diagnosis, deed []PastChange) string {
	deed = withoutLinks(deed)
	rows := map[model.Ref]bool{}
	var fields []string // in the order in which they were written
	for _, c := range slices.Backward(deed) {
		rows[model.MakeRef(c.Edit.Entity, c.Edit.Row)] = true
		if !slices.Contains(fields, c.Edit.Field) {
			fields = append(fields, c.Edit.Field)
		}
	}
	existence := slices.IndexFunc(deed, func(c PastChange) bool { return c.Edit.Field == model.FieldExists })
	first := deed[0]
	switch {
	case existence >= 0 && rows[model.MakeRef("diagnosis", model.SelfID)]:
		return "Création du diagnostic"
	case len(rows) > 1:
		return countRows(deed, len(rows)) + " en une fois"
	case existence >= 0:
		return deed[existence].Name
	case len(fields) > 1:
		return a.RowName(d, first.Edit.Entity, first.Edit.Row) + fieldsNamed(first.Edit.Entity, fields)
	}
	return first.Name + a.movement(d, first.Change, deed[len(deed)-1].Change)
}

// withoutLinks leaves out the links that were made or parted along with something
// else.
func withoutLinks(deed []PastChange) []PastChange {
	rest := slices.DeleteFunc(slices.Clone(deed), func(c PastChange) bool { return c.Edit.Entity == "link" })
	if len(rest) == 0 {
		return deed
	}
	return rest
}

// fieldsNamed is « : niveau, tendance », or « (5 champs) ».
func fieldsNamed(entity string, fields []string) string {
	const most = 3
	if len(fields) > most {
		return " (" + model.Count(len(fields), "champ", "champs") + ")"
	}
	e, _ := model.EntityNamed(entity)
	labels := make([]string, len(fields))
	for i, name := range fields {
		f, _ := e.Field(name)
		labels[i] = lowerInitial(f.Label)
	}
	return model.NBSP + ": " + strings.Join(labels, ", ")
}

// countRows is « 19 communes », « 3 éléments » when they are not of one kind.
func countRows(deed []PastChange, rows int) string {
	entity := deed[0].Edit.Entity
	for _, c := range deed {
		if c.Edit.Entity != entity {
			return model.Count(rows, "élément", "éléments")
		}
	}
	e, _ := model.EntityNamed(entity)
	return model.Count(rows, lowerInitial(e.Label), lowerInitial(e.Plural))
}

// movement is « , avant → après » for short values, from before the first of
// several changes of a field to after the last, or « , valeur (gardé) » when these
// are alike.
func (a *App) movement(d *model.Diagnosis, last, first store.Change) string {
	const short = 30
	e, _ := model.EntityNamed(last.Edit.Entity)
	f, ok := e.Field(last.Edit.Field)
	after := a.ShowValue(d, last.Edit)
	if !ok || f.Kind == model.KindText || after == "" || len(after) > short {
		return ""
	}
	before := last.Edit
	before.Value = first.Before
	if first.HasBefore && before.Value == last.Edit.Value {
		return ", " + after + " (gardé)"
	}
	if shown := a.ShowValue(d, before); first.HasBefore && shown != "" && len(shown) <= short {
		return ", " + shown + " → " + after
	}
	return ", " + after
}

// signedChange is « Initiative « La Cambuse » : description, modifié par Anne le
// 3 mars 2026 à 9 h 12 ».
func signedChange(what string, edit model.Edit, author Author, at time.Time) string {
	deed := "modifié par "
	if edit.Field == model.FieldExists {
		deed = "par "
	}
	return what + ", " + deed + authorName(author) + " " + Moment(at)
}
