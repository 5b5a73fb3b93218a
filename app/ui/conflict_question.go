package ui

import (
	"slices"
	"strings"

	"tressons/app"
	"tressons/model"
)

// question is what a merge leaves to people: a field with several values, or a
// row that was deleted and edited.
type question struct {
	diagnosis string
	field     model.Edit // with the value that the file shows
	row, what string     // French: the row, and which field of it
	versions  []version
	lead      string // French, a sentence above the versions, may be empty
}

// version is one of the answers to a question.
type version struct {
	from   string // French: whose it is, since when
	shown  string // French: the value
	accept string // on its button
	edit   model.Edit
}

// choices are the edits that settle questions, by their keys.
type choices map[string]model.Edit

// key tells a question from the others, also after the file was read anew.
func (q question) key() string {
	return strings.Join([]string{q.diagnosis, q.field.Entity, q.field.Row, q.field.Field}, " ")
}

// long tells whether both versions of a field can be kept, one after the other.
func (q question) long() bool {
	e, _ := model.EntityNamed(q.field.Entity)
	f, ok := e.Field(q.field.Field)
	return ok && f.Kind == model.KindText
}

// both is the edit that keeps all versions of a long text.
func (q question) both() model.Edit {
	var texts []string
	for _, v := range q.versions {
		if v.edit.Value != "" {
			texts = append(texts, v.edit.Value)
		}
	}
	edit := q.field
	edit.Value = strings.Join(texts, "\n\n")
	return edit
}

// questions puts disagreements as questions. received tells that they come from
// a copy that is not merged yet.
func (s *Session) questions(c app.Conflicts, received bool) []question {
	var out []question
	for _, f := range c.Fields {
		out = append(out, s.fieldQuestion(f, received))
	}
	for _, r := range c.Revivals {
		out = append(out, revivalQuestion(r))
	}
	return out
}

func (s *Session) fieldQuestion(c app.Conflict, received bool) question {
	q := question{diagnosis: c.Diagnosis, field: c.Edit}
	q.row, q.what = splitName(c.Name)
	mine := s.valueIn(c.Diagnosis, c.Edit)
	for _, v := range c.Versions {
		edit := c.Edit
		edit.Value = v.Value
		place := ""
		switch {
		case v.Value == mine && received:
			place = "Dans votre fichier"
		case v.Value == mine:
			place = "Montré pour l’instant"
		case received:
			place = "Copie reçue"
		default:
			place = "Autre version"
		}
		q.versions = append(q.versions, version{place + model.NBSP + ": " + app.Signed(v.Author, v.At), v.Shown, "Garder cette version", edit})
	}
	slices.SortStableFunc(q.versions, func(a, b version) int {
		switch {
		case a.edit.Value == mine:
			return -1
		case b.edit.Value == mine:
			return 1
		}
		return 0
	})
	return q
}

// valueIn is what a field of a diagnosis of the open file holds.
func (s *Session) valueIn(diagnosis string, field model.Edit) string {
	return s.diagnosis(diagnosis).Value(field.Entity, field.Row, field.Field)
}

// diagnosis is a diagnosis of the open file, an empty one when it is not there yet.
func (s *Session) diagnosis(id string) *model.Diagnosis {
	for _, d := range s.Doc.Diagnoses() {
		if d.ID == id {
			return d
		}
	}
	return model.NewDiagnosis(id)
}

func revivalQuestion(r app.Revival) question {
	entity, row := r.Row.Split()
	q := question{diagnosis: r.Diagnosis, field: model.NewRow(entity, row), row: r.Name, what: "supprimé d’un côté, modifié de l’autre",
		lead: model.Capitalize(r.What) + "."}
	kept := version{shown: "Rien d’autre n’y a été changé.", accept: "Garder", edit: model.NewRow(entity, row)}
	var changed []string
	for _, e := range r.Edits {
		for _, v := range e.Versions {
			kept.from = "Modifié" + model.NBSP + ": " + app.Signed(v.Author, v.At)
			if _, what := splitName(e.Name); e.Edit.Field != model.FieldExists && v.Shown != "" {
				changed = append(changed, model.Capitalize(what)+model.NBSP+": "+v.Shown)
			}
		}
	}
	if len(changed) > 0 {
		kept.shown = strings.Join(changed, "\n")
	}
	gone := version{shown: "Supprimé", accept: "Supprimer", edit: model.DeleteRow(entity, row)}
	for _, v := range r.Deletions {
		gone.from = "Supprimé" + model.NBSP + ": " + app.Signed(v.Author, v.At)
	}
	q.versions = []version{kept, gone}
	return q
}

// splitName parts « Initiative « La Cambuse » : description » into its row and
// its field.
func splitName(name string) (row, field string) {
	const sign = model.NBSP + ": "
	if i := strings.LastIndex(name, sign); i >= 0 {
		return name[:i], name[i+len(sign):]
	}
	return name, ""
}
