package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// sheetView is the page of one row of a list: its fields, what it is joined to,
// the way back and to its neighbours.
type sheetView struct {
	s       *Session
	list    listScreen
	row     string
	field   string // to put the cursor in
	form    *form
	title   *widgets.Text
	follow  []func() // brings up to date what depends on other fields
	content *widgets.Scroll
}

func newSheet(s *Session, list listScreen, at Target) *sheetView {
	v := &sheetView{s: s, list: list, row: at.Row, field: at.Field, form: newForm(s, list.entity, at.Row)}
	v.title = widgets.NewText(s.title(list.entity, v.row), widgets.TextOptions{Style: widgets.Title})
	parts := append([]fyne.CanvasObject{v.head()}, list.sheet(v)...)
	for _, l := range list.links {
		parts = append(parts, newLinks(s, v.ref(), l.entity, l.label))
	}
	parts = append(parts, v.private()...)
	v.content = page(formWidth, parts...)
	v.refresh()
	s.Help(s.App.Help(list.id))
	return v
}

// Content implements View.
func (v *sheetView) Content() fyne.CanvasObject { return v.content }

// Arrive puts the cursor where it is asked for, once the sheet is in the window.
func (v *sheetView) Arrive() {
	if v.field != "" {
		v.form.focus(v.field)
	}
}

// Changed implements Refresher.
func (v *sheetView) Changed(c app.Change) {
	v.form.Changed(c)
	v.refresh()
}

func (v *sheetView) refresh() {
	v.title.SetText(v.s.title(v.list.entity, v.row))
	for _, f := range v.follow {
		f()
	}
}

// Rows implements Rowed.
func (v *sheetView) Rows() (parts []app.Part, label, about string) {
	parts = []app.Part{{Entity: v.list.entity, Row: v.row}}
	if v.list.entity == "actor" {
		for _, id := range v.s.interviewsOf(v.row) {
			parts = append(parts, app.Part{Entity: "interview", Row: id})
		}
	}
	return parts, "Cette fiche", v.s.App.RowName(v.s.Diagnosis(), v.list.entity, v.row)
}

// PictureAt implements Pictured: a sheet has one photo at most.
func (v *sheetView) PictureAt(fyne.Position) func(model.Hash) {
	for _, made := range v.form.fields {
		if made.photo != nil {
			return made.photo.keep
		}
	}
	return nil
}

// Supported implements Supported.
func (v *sheetView) Supported() model.Ref { return v.ref() }

func (v *sheetView) ref() model.Ref { return model.MakeRef(v.list.entity, v.row) }

// head is the way back, the neighbours and the title.
func (v *sheetView) head() fyne.CanvasObject {
	ids := v.s.rowIDs(v.list.entity)
	at := slices.Index(ids, v.row)
	step := func(label string, to int) fyne.CanvasObject {
		return widgets.NewButton(widgets.ButtonOptions{Label: label, Disabled: to < 0 || to >= len(ids), OnTapped: func() { v.list.open(v.s, ids[to]) }})
	}
	back := widgets.NewButton(widgets.ButtonOptions{Label: "‹ " + v.list.label, Kind: widgets.Quiet, OnTapped: func() { v.list.open(v.s, "") }})
	past := widgets.NewButton(widgets.ButtonOptions{Label: "Historique de la fiche", Kind: widgets.Quiet, OnTapped: func() { v.s.host.showPast(pastAsk{scope: rowPast}) }})
	remove := widgets.NewButton(widgets.ButtonOptions{Label: "Supprimer", Kind: widgets.Danger, OnTapped: v.remove})
	return widgets.VStack(skin.Gap1,
		widgets.HStack(skin.Gap2, outdented(back), widgets.Spacer(), past, step("‹ Précédent", at-1), step("Suivant ›", at+1), remove),
		v.title)
}

// remove deletes the row and goes back to the list.
func (v *sheetView) remove() {
	v.s.Window().Canvas().Unfocus() // hands over what is being typed
	v.list.open(v.s, "")
	v.s.DeleteRow(v.list.entity, v.row)
}

// fields lays the fields out in the order of their description: what is long
// alone on its line, the rest two by two. Private notes and what has no field
// on a sheet are left out.
func (v *sheetView) fields() []fyne.CanvasObject {
	var out, short []fyne.CanvasObject
	flush := func() {
		out = append(out, paired(short)...)
		short = nil
	}
	for i, f := range v.form.entity.Fields {
		switch {
		case f.Kind == model.KindPosition, f.Kind == model.KindText && f.Private, f.Name == "sources_note":
		case f.Name == "sources_differ":
			flush()
			out = append(out, v.sources())
		case i == 0, f.Kind == model.KindText, f.Kind == model.KindHash:
			flush()
			out = append(out, v.control(f.Name))
		default:
			short = append(short, v.control(f.Name))
		}
	}
	flush()
	return out
}

// control is the field of that name, the list's own one if it has its own.
func (v *sheetView) control(name string) fyne.CanvasObject {
	if own, ok := v.list.own[name]; ok {
		return own(v)
	}
	return v.form.field(name)
}

// paired puts fields two by two; the last of an odd number keeps half a line.
func paired(fields []fyne.CanvasObject) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for pair := range slices.Chunk(fields, 2) {
		if len(pair) == 1 {
			pair = append(pair, widgets.VStack(0))
		}
		out = append(out, widgets.TwoColumns(pairWidth, pair[0], pair[1]))
	}
	return out
}

// sources asks whether sources differ, and in what once they do.
func (v *sheetView) sources() fyne.CanvasObject {
	note := v.form.field("sources_note")
	v.showWhen(note, func() bool {
		return v.form.value("sources_differ") == string(model.Yes) || v.form.value("sources_note") != ""
	})
	return widgets.VStack(skin.Gap4, v.form.field("sources_differ"), note)
}

// showWhen shows an object only while a condition holds.
func (v *sheetView) showWhen(object fyne.CanvasObject, condition func() bool) {
	v.follow = append(v.follow, func() {
		if object.Visible() == condition() {
			return
		}
		if condition() {
			object.Show()
		} else {
			object.Hide()
		}
		v.content.Relayout()
	})
}

// private is the notes that never leave the file, at the foot of the sheet.
func (v *sheetView) private() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, f := range v.form.entity.Fields {
		if f.Private && f.Kind == model.KindText {
			out = append(out, v.form.field(f.Name))
		}
	}
	return out
}
