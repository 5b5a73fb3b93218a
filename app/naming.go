package app

import (
	"cmp"
	"strings"

	"tressons/model"
	"tressons/report"
)

// RowName names a row as people speak of it: « Initiative « La Cambuse » »,
// « Levier « Coopérer… » ». The row may be deleted or not yet made.
func (a *App) RowName(d *model.Diagnosis, entity, row string) string {
	e, ok := model.EntityNamed(entity)
	if !ok {
		return entity
	}
	switch entity {
	case "diagnosis", "territory":
		return e.Label
	case "link":
		return a.linkName(d, row)
	}
	title := a.RowTitle(d, entity, row)
	if title == "" {
		return e.Label + " sans nom"
	}
	return e.Label + " " + model.Quote(title)
}

// FieldName names a field of a row: « Initiative « La Cambuse » : description ».
func (a *App) FieldName(d *model.Diagnosis, edit model.Edit) string {
	name := a.RowName(d, edit.Entity, edit.Row)
	if e, ok := model.EntityNamed(edit.Entity); ok {
		if f, ok := e.Field(edit.Field); ok {
			return name + model.NBSP + ": " + lowerInitial(f.Label)
		}
	}
	switch edit.Value {
	case "0":
		return name + model.NBSP + ": suppression"
	default:
		return name + model.NBSP + ": ajout"
	}
}

// RowTitle is what the row is called by itself, "" when nobody named it.
func (a *App) RowTitle(d *model.Diagnosis, entity, row string) string {
	e, ok := model.EntityNamed(entity)
	if !ok {
		return ""
	}
	switch entity {
	case "lever":
		l, _ := a.Grid.Lever(row)
		return l.Name
	case "answer":
		q, _ := a.Grid.Question(row)
		return q.Label
	case "finding":
		for _, f := range a.Grid.Findings {
			if f.Slug == row {
				return f.Name
			}
		}
		return ""
	case "interview":
		_, actor := model.Ref(d.Value(e.Name, row, "actor")).Split()
		return d.Value("actor", actor, "name")
	case "page":
		return row
	case "report":
		kind, _ := report.KindNamed(row)
		return kind.Name
	}
	return d.Value(e.Name, row, e.Fields[0].Name)
}

func (a *App) linkName(d *model.Diagnosis, row string) string {
	names := make([]string, 2)
	for i, end := range []string{"from", "to"} {
		entity, id := model.Ref(d.Value("link", row, end)).Split()
		names[i] = a.RowTitle(d, entity, id)
	}
	return "Lien " + names[0] + " – " + names[1]
}

// ShowValue is the French text of a value of a field, for lists of changes. The
// diagnosis names the rows that a value refers to.
func (a *App) ShowValue(d *model.Diagnosis, edit model.Edit) string {
	e, ok := model.EntityNamed(edit.Entity)
	if !ok {
		return edit.Value
	}
	f, _ := e.Field(edit.Field)
	switch {
	case edit.Value == "" || edit.Field == model.FieldExists || f.Kind == model.KindPosition:
		return ""
	case edit.Entity == "answer" && edit.Field == "value":
		q, _ := a.Grid.Question(edit.Row)
		return q.Show(edit.Value)
	case edit.Entity == "action" && edit.Field == "lever":
		return cmp.Or(a.RowTitle(d, "lever", edit.Value), edit.Value)
	case f.Kind == model.KindRef:
		entity, row := model.Ref(edit.Value).Split()
		return a.RowName(d, entity, row)
	case f.Kind == model.KindHash:
		return "photo " + edit.Value[:min(8, len(edit.Value))]
	}
	return f.Show(edit.Value)
}

func lowerInitial(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}
