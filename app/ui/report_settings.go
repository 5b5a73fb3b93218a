package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
)

// reportSettings is how the team wants a document: its sections, then the fields
// of entity "report" that mean something for it. All is kept in the file.
type reportSettings struct {
	v        *reportView
	kind     report.Kind
	sections *widgets.MultiChoice
	fields   map[string]*formField
	content  *fyne.Container
}

func newReportSettings(v *reportView) *reportSettings {
	r := &reportSettings{v: v, content: widgets.VStack(skin.Gap3)}
	r.refresh()
	return r
}

// refresh shows the settings of the document that is looked at, as they are now.
// Fields stay as long as the document is the same, so that nobody loses the
// cursor.
func (r *reportSettings) refresh() {
	kind, _ := report.KindNamed(r.v.s.report.kind)
	if kind.Slug != r.kind.Slug {
		r.kind = kind
		r.rebuild()
		return
	}
	r.sections.SetSelected(r.kept())
	for name, made := range r.fields {
		if made.photo != nil || r.v.s.Window().Canvas().Focused() != made.control {
			made.show(r.value(name))
		}
	}
}

func (r *reportSettings) rebuild() {
	var options []widgets.Option
	for _, s := range r.kind.Sections() {
		options = append(options, widgets.Option{ID: s.ID, Label: s.Label})
	}
	r.sections = widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: options, Selected: r.kept(), OnSelected: r.keep})
	r.content.Objects = []fyne.CanvasObject{widgets.NewField(r.sections, widgets.FieldOptions{Label: "Sections"})}
	if choice := r.comparison(); choice != nil {
		r.content.Add(choice)
	}
	if r.v.s.consulting() {
		r.sections.ReadOnly()
	}
	r.fields = map[string]*formField{}
	e, _ := model.EntityNamed("report")
	kind := r.kind.Slug
	for _, name := range r.kind.Settings() {
		f, _ := e.Field(name)
		made := r.v.s.control(f, r.value(name), func(typed string) error { return r.set(f, typed) })
		if made.photo != nil {
			made.photo.offerProofs()
		}
		made.field.SetNote(f.Help)
		if r.v.s.consulting() {
			widgets.MakeReadOnly(made.field)
		}
		r.fields[name] = made
		r.content.Add(newFocusArea(made.field, func() { r.v.s.At("report", kind, name) }))
	}
}

func (r *reportSettings) value(name string) string {
	return r.v.s.Diagnosis().Value("report", r.kind.Slug, name)
}

// set keeps a setting, unless the document could not follow it.
func (r *reportSettings) set(f model.Field, typed string) error {
	if f.Name == "accent" && strings.TrimSpace(typed) != "" {
		if _, err := report.AccentOf(strings.TrimSpace(typed)); err != nil {
			return err
		}
	}
	edit := model.Edit{Entity: "report", Row: r.kind.Slug, Field: f.Name, Value: typed}
	return r.v.s.Doc.Edit(f.Label+" "+model.Quote(r.kind.Name), edit)
}

// kept lists the sections that the document has.
func (r *reportSettings) kept() []string {
	without := strings.Split(r.value("without"), ",")
	var out []string
	for _, s := range r.kind.Sections() {
		if !slices.Contains(without, s.ID) {
			out = append(out, s.ID)
		}
	}
	return out
}

// keep leaves the other sections out; the last one stays.
func (r *reportSettings) keep(ids []string) {
	if len(ids) == 0 {
		r.sections.SetSelected(r.kept())
		r.v.s.Toast("Un document a au moins une section"+model.NBSP+": celle-ci reste.", "", nil)
		return
	}
	without, err := r.kind.AllBut(ids)
	if err != nil {
		r.v.s.Fail(err)
		return
	}
	r.v.s.Edit("sections "+model.Quote(r.kind.Name), model.Edit{Entity: "report", Row: r.kind.Slug, Field: "without", Value: strings.Join(without, ",")})
}

// comparison chooses the frozen state that the document compares with; nil when
// it compares with none.
func (r *reportSettings) comparison() fyne.CanvasObject {
	states := r.v.s.snapshots()
	if len(states) == 0 || !r.kind.Compares() {
		return nil
	}
	var options []widgets.Option
	for _, s := range states {
		options = append(options, widgets.Option{ID: s.ID, Label: s.Name})
	}
	at, _ := r.v.s.comparedWith()
	choice := widgets.NewChoice(widgets.ChoiceOptions{Options: options, Selected: at.ID, Required: true, OnSelected: func(id string) {
		r.v.s.report.state = id
		r.v.refresh()
	}})
	return widgets.NewField(choice, widgets.FieldOptions{Label: "Comparer à l’état figé"})
}
