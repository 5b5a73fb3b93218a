package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// form makes the fields of one row from the description of its entity. Each
// field saves itself when it is left and tells the help panel about itself when
// it gets the focus.
type form struct {
	s      *Session
	entity model.Entity
	row    string
	fields map[string]*formField
}

// formField is one field on the screen.
type formField struct {
	field   *widgets.Field
	control fyne.Focusable     // nil for a photo, whose controls change
	photo   *photoField        // nil for another kind of field
	show    func(value string) // brings the control up to date, telling nobody
	marked  bool               // undecided between colleagues
}

// focusable is what takes the cursor.
func (f *formField) focusable() fyne.Focusable {
	if f.photo != nil {
		return f.photo.control()
	}
	return f.control
}

func newForm(s *Session, entity, row string) *form {
	e, _ := model.EntityNamed(entity)
	return &form{s: s, entity: e, row: row, fields: map[string]*formField{}}
}

// stack puts fields one under the other.
func (f *form) stack(names ...string) *fyne.Container {
	objects := make([]fyne.CanvasObject, len(names))
	for i, name := range names {
		objects[i] = f.field(name)
	}
	return widgets.VStack(skin.Gap4, objects...)
}

// pair puts two fields side by side where there is room.
func (f *form) pair(left, right string) fyne.CanvasObject {
	return widgets.TwoColumns(pairWidth, f.field(left), f.field(right))
}

// pairWidth is the width under which pairs of fields stack.
const pairWidth = 560

// field makes the field of that name.
func (f *form) field(name string) fyne.CanvasObject { return f.make(f.described(name)) }

// bare makes the field of that name without its label, for the cell of a table.
func (f *form) bare(name string) fyne.CanvasObject {
	described := f.described(name)
	described.Label = ""
	return f.make(described)
}

func (f *form) described(name string) model.Field {
	described, ok := f.entity.Field(name)
	if !ok {
		panic("ui: no field " + f.entity.Name + "." + name) // caught by the test that shows every screen
	}
	return described
}

func (f *form) make(described model.Field) fyne.CanvasObject {
	name := described.Name
	made := f.s.control(described, f.value(name), func(v string) error { return f.set(name, v) })
	f.fields[name] = made
	f.mark(name)
	return newFocusArea(made.field, func() {
		f.s.At(f.entity.Name, f.row, name)
		f.s.Help(f.help(f.described(name)))
	})
}

// mark shows whether a field is undecided.
func (f *form) mark(name string) {
	made := f.fields[name]
	mark := f.s.disputeMark(f.entity.Name, f.row, name)
	if mark != nil || made.marked {
		made.field.SetMark(mark)
		made.marked = mark != nil
	}
}

func (f *form) value(name string) string {
	return f.s.Diagnosis().Value(f.entity.Name, f.row, name)
}

func (f *form) set(name, value string) error {
	edit := model.Edit{Entity: f.entity.Name, Row: f.row, Field: name, Value: value}
	return f.s.Doc.Edit(f.s.App.FieldName(f.s.Diagnosis(), edit), edit)
}

// help is the help of a field, or the screen's when the field has none.
func (f *form) help(field model.Field) string {
	text := field.Help
	if field.Private {
		text += "\n\nCe que vous écrivez ici **ne quitte pas le fichier**" + model.NBSP + ": ni rapport, ni copie partagée, sauf si vous le demandez."
	}
	if text == "" {
		return ""
	}
	return "## " + field.Label + "\n\n" + text
}

// focus puts the cursor in a field.
func (f *form) focus(name string) {
	if made, ok := f.fields[name]; ok {
		f.s.Window().Canvas().Focus(made.focusable())
	}
}

// Changed brings the fields up to date after a change that did not come from them.
func (f *form) Changed(c app.Change) {
	for _, e := range c.Edits {
		if made, ok := f.fields[e.Field]; ok && e.Entity == f.entity.Name && e.Row == f.row {
			made.show(e.Value)
			f.mark(e.Field)
		}
	}
}

// control makes what a field is filled in with. set takes the text as typed.
func (s *Session) control(f model.Field, value string, set func(string) error) *formField {
	options := widgets.FieldOptions{Label: f.Label}
	made := &formField{}
	commit := func(value string) { made.field.SetError(app.Explain(set(value))) }
	switch f.Kind {
	case model.KindText:
		area := widgets.NewTextArea(widgets.EntryOptions{Text: value, Private: f.Private, OnCommitted: commit})
		made.field, made.control, made.show = widgets.NewField(area, options), area, area.SetText
	case model.KindChoice:
		if isYesNo(f.Choices) {
			answer := widgets.NewYesNo(value, commit)
			made.field, made.control, made.show = widgets.NewField(answer, options), answer, answer.SetSelected
			break
		}
		choice := widgets.NewChoice(widgets.ChoiceOptions{Options: choiceOptions(f.Choices), Selected: value, OnSelected: commit})
		made.field, made.control, made.show = widgets.NewField(choice, options), choice, choice.SetSelected
	case model.KindHash:
		made.photo = newPhotoField(s, f, value, commit)
		made.field, made.show = widgets.NewField(made.photo.content, options), made.photo.show
	case model.KindRef:
		choice := widgets.NewChoice(widgets.ChoiceOptions{Options: s.rowOptions(f.Target), Selected: value, OnSelected: commit})
		made.field, made.control, made.show = widgets.NewField(choice, options), choice, choice.SetSelected
	default:
		entry := valueEntry(f, value, commit)
		made.field, made.control, made.show = widgets.NewField(entry, options), entry.Entry(), entry.SetValue
	}
	return made
}

// valueEntry is a field of one line that reads and writes as the field says: a
// name, a number, a year, a date.
func valueEntry(f model.Field, value string, commit func(string)) *widgets.ValueEntry {
	return widgets.NewValueEntry(widgets.ValueOptions{
		Value: value, Placeholder: placeholder(f.Kind), Unit: f.Unit, Private: f.Private, OnCommitted: commit,
		Read: func(typed string) (canonical, message string) {
			canonical, err := f.Canon(typed)
			return canonical, app.Explain(err)
		},
		Write: func(canonical string) string { return typedForm(f, canonical) },
	})
}

// typedForm is a canonical value as a person types it.
func typedForm(f model.Field, value string) string {
	switch f.Kind {
	case model.KindNumber:
		return model.Number(value).French()
	case model.KindDate:
		return model.Date(value).Numeric()
	}
	return value
}

func placeholder(k model.Kind) string {
	switch k {
	case model.KindDate:
		return "jj/mm/aaaa, mm/aaaa ou aaaa"
	case model.KindYear:
		return "aaaa"
	}
	return ""
}

// isYesNo tells whether the choices are those of a question with two answers.
func isYesNo(choices []model.Choice) bool { return slices.Equal(choices, model.YesNo("").Choices()) }

func choiceOptions(choices []model.Choice) []widgets.Option {
	out := make([]widgets.Option, len(choices))
	for i, c := range choices {
		out[i] = widgets.Option{ID: c.Slug, Label: c.Label}
	}
	return out
}

// rowOptions offers the rows of an entity by name.
func (s *Session) rowOptions(entity string) []widgets.Option {
	var out []widgets.Option
	for _, id := range s.rowIDs(entity) {
		out = append(out, widgets.Option{ID: string(model.MakeRef(entity, id)), Label: s.title(entity, id)})
	}
	return out
}
