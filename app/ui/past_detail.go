package ui

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// changesShown is how many changes of a deed are shown at first.
const changesShown = 20

// show shows what a deed changed, in the order in which it was done.
func (v *pastView) show(d app.Deed, most int) {
	changes := slices.DeleteFunc(slices.Clone(d.Changes), v.unspoken)
	slices.Reverse(changes)
	title := d.What
	if len(d.Changes) == 1 {
		title = d.Changes[0].Name
	}
	parts := []fyne.CanvasObject{widgets.VStack(0, sectionTitle(title),
		widgets.NewText(app.Signed(d.Author, d.At), widgets.TextOptions{Style: widgets.Secondary}))}
	row := d.Changes[0].Edit
	alone := !slices.ContainsFunc(d.Changes, func(c app.PastChange) bool { return c.Edit.Entity != row.Entity || c.Edit.Row != row.Row })
	told := slices.ContainsFunc(d.Changes, func(c app.PastChange) bool { return c.Edit.Field == model.FieldExists })
	if alone && !told && !v.s.Diagnosis().Exists(row.Entity, row.Row) {
		parts = append(parts, v.gone(row, model.Capitalize(agreed("supprimé", row.Entity))+" depuis."))
	}
	for _, c := range changes[:min(most, len(changes))] {
		parts = append(parts, v.change(c, alone, len(d.Changes) == 1))
	}
	if len(changes) > most {
		parts = append(parts, newTextLink("et "+model.Count(len(changes)-most, "autre changement", "autres changements"), func() {
			place := v.detail.Offset()
			v.show(d, 5*most)
			v.detail.ScrollTo(place)
		}))
	}
	if len(changes) == 0 {
		parts = append(parts, widgets.NewText("L’ordre dans la liste a changé.", widgets.TextOptions{}))
	}
	v.detail.SetContent(widgets.Pad(widgets.Insets{Right: skin.Gap3}, widgets.VStack(skin.Gap4, parts...)))
}

// unspoken tells whether a change says nothing to a person by itself: the order
// in a list, the ends of a link.
func (v *pastView) unspoken(c app.PastChange) bool {
	e, _ := model.EntityNamed(c.Edit.Entity)
	f, _ := e.Field(c.Edit.Field)
	return f.Kind == model.KindPosition || c.Edit.Entity == "link" && c.Edit.Field != model.FieldExists
}

// change shows one change. alone tells that its row is named above, single that
// the field is too.
func (v *pastView) change(c app.PastChange, alone, single bool) fyne.CanvasObject {
	stack := widgets.VStack(skin.Gap2)
	row, what := splitName(c.Name)
	switch {
	case single:
	case alone:
		stack.Add(widgets.NewText(model.Capitalize(what), widgets.TextOptions{Style: widgets.Strong}))
	default:
		stack.Add(widgets.NewText(row+" – "+what, widgets.TextOptions{Style: widgets.Strong}))
	}
	if c.Edit.Field == model.FieldExists {
		v.existence(stack, c, single)
		return stack
	}
	before := c.Edit
	before.Value = c.Before
	switch {
	case c.Kept():
		stack.Add(v.version("Gardé ce jour-là", c.Edit, c.ValueShown, ""))
	case c.HasBefore:
		stack.Add(widgets.Columns(skin.Gap4, versionWidth, v.version("Avant", before, c.BeforeShown, c.ValueShown),
			v.version("Après", c.Edit, c.ValueShown, c.BeforeShown)))
	default:
		stack.Add(v.version("Écrit ce jour-là", c.Edit, c.ValueShown, ""))
	}
	return stack
}

// version is a card with a value that a field had, and the button that brings it
// back.
func (v *pastView) version(when string, field model.Edit, shown, other string) fyne.CanvasObject {
	d := v.s.Diagnosis()
	stack := widgets.VStack(skin.Gap2, widgets.NewText(when, widgets.TextOptions{Style: widgets.Small}), v.s.writtenValue(field, shown, other))
	switch {
	case !d.Exists(field.Entity, field.Row):
	case d.Value(field.Entity, field.Row, field.Field) == field.Value:
		stack.Add(widgets.NewText("✓ C’est ce qui est écrit aujourd’hui.", widgets.TextOptions{Style: widgets.Small, Color: skin.Primary}))
	case !v.s.consulting():
		stack.Add(widgets.NewButton(widgets.ButtonOptions{Label: "Rétablir cette version", OnTapped: func() { v.s.Restore(field) }}))
	}
	e, _ := model.EntityNamed(field.Entity)
	f, _ := e.Field(field.Field)
	return widgets.NewCard(stack, widgets.CardOptions{Private: f.Private})
}

// existence tells what became of a row that was added or deleted. single tells
// that nothing else of the row is shown.
func (v *pastView) existence(stack *fyne.Container, c app.PastChange, single bool) {
	here := v.s.Diagnosis().Exists(c.Edit.Entity, c.Edit.Row)
	added, deleted := model.Capitalize(agreed("ajouté", c.Edit.Entity)), model.Capitalize(agreed("supprimé", c.Edit.Entity))
	switch {
	case c.Edit.Value == "0" && here:
		stack.Add(widgets.NewText(deleted+", puis "+agreed("rétabli", c.Edit.Entity)+" depuis.", widgets.TextOptions{}))
	case c.Edit.Value == "0":
		stack.Add(v.gone(c.Edit, deleted+"."))
	case !here:
		stack.Add(v.gone(c.Edit, added+", puis "+agreed("supprimé", c.Edit.Entity)+" depuis."))
	case single:
		stack.Add(widgets.NewText(v.kept(c.Edit), widgets.TextOptions{Style: widgets.Secondary}))
	}
}

// gone shows what is kept of a deleted row, and offers to bring it back.
func (v *pastView) gone(row model.Edit, sentence string) fyne.CanvasObject {
	row.Field = model.FieldExists
	stack := widgets.VStack(skin.Gap2, widgets.NewText(sentence, widgets.TextOptions{}))
	if kept := v.kept(row); kept != "" {
		stack.Add(widgets.NewText(kept, widgets.TextOptions{Style: widgets.Secondary, MaxLines: 8}))
	}
	if !v.s.consulting() {
		stack.Add(widgets.NewButton(widgets.ButtonOptions{Label: "Rétablir", Kind: widgets.Filled, OnTapped: func() { v.s.Restore(row) }}))
	}
	return widgets.NewCard(stack, widgets.CardOptions{})
}

// kept is what a row holds, a field a line, but for private notes.
func (v *pastView) kept(row model.Edit) string {
	d := v.s.Diagnosis()
	e, _ := model.EntityNamed(row.Entity)
	var lines []string
	for _, f := range e.Fields {
		row.Field, row.Value = f.Name, d.Value(row.Entity, row.Row, f.Name)
		if shown := v.s.App.ShowValue(d, row); shown != "" && !f.Private {
			lines = append(lines, f.Label+model.NBSP+": "+strings.ReplaceAll(shown, "\n", " "))
		}
	}
	return strings.Join(lines, "\n")
}

// Restore writes a value that a field had, or brings a row back, and offers to
// take that back.
func (s *Session) Restore(e model.Edit) {
	name := s.App.RowName(s.Diagnosis(), e.Entity, e.Row)
	if e.Field != model.FieldExists {
		name = s.App.FieldName(s.Diagnosis(), e)
	}
	if err := s.Doc.Restore(e); err != nil {
		s.host.fail(err)
		return
	}
	s.host.toast("Rétabli"+model.NBSP+": "+name, "Annuler", s.Undo)
}
