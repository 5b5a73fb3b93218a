package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// listScreen lists the rows of an entity and shows the sheet of each, both made
// from the description of the entity.
type listScreen struct {
	id, label, entity string
	title, lead       string
	add               string                                // « + Ajouter un chiffre »
	empty             string                                // what the list is for, while there is none
	lines             func(s *Session) func(id string) line // made once for the whole list
	sheet             func(v *sheetView) []fyne.CanvasObject
	own               map[string]func(v *sheetView) fyne.CanvasObject // fields that are not as usual
	links             []linkField
	buttons           func(s *Session) []fyne.CanvasObject // at the right of the title
}

// line is what the list shows of a row beside its title.
type line struct {
	note  string
	mark  string
	color fyne.ThemeColorName
}

// linkField is a list of links on a sheet.
type linkField struct{ entity, label string }

func (l listScreen) ID() string    { return l.id }
func (l listScreen) Label() string { return l.label }

func (l listScreen) Mark(d *model.Diagnosis, _ *model.Grid) string {
	return strconv.Itoa(len(d.RowIDs(l.entity)))
}

// Parts implements Historied. Interviews are on the sheets of actors.
func (l listScreen) Parts(*Session) []app.Part {
	out := []app.Part{{Entity: l.entity}}
	if l.entity == "actor" {
		out = append(out, app.Part{Entity: "interview"})
	}
	return out
}

// Show shows the row asked for if it is there, otherwise the list.
func (l listScreen) Show(s *Session, at Target) View {
	if at.Row != "" && s.Diagnosis().Exists(l.entity, at.Row) {
		return newSheet(s, l, at)
	}
	return newListView(s, l)
}

// open shows a row, or the list for "".
func (l listScreen) open(s *Session, row string) { s.Go(Target{Screen: l.id, Row: row}) }

// addRow makes a row and shows it, the cursor in its first field.
func (l listScreen) addRow(s *Session, values map[string]string) {
	if id := s.AddRow(l.entity, values); id != "" {
		e, _ := model.EntityNamed(l.entity)
		s.Go(Target{Screen: l.id, Row: id, Field: e.Fields[0].Name})
	}
}

// searchFrom is how many rows make a search field worth its room.
const searchFrom = 8

// listView is the list.
type listView struct {
	s       *Session
	list    listScreen
	query   string
	shown   []string // ids, in the order shown
	rows    *widgets.ReorderableList
	nothing *widgets.Text
	deleted *deletedRows
	content *widgets.Scroll
}

func newListView(s *Session, l listScreen) *listView {
	v := &listView{s: s, list: l, nothing: widgets.NewText("", widgets.TextOptions{Style: widgets.Secondary}), deleted: newDeletedRows(s, l.entity)}
	s.Help(s.App.Help(l.id))
	add := func() { l.addRow(s, nil) }
	if len(s.rowIDs(l.entity)) == 0 {
		v.content = page(formWidth, pageHead(l.title, l.lead), widgets.EmptyState(l.empty, s.unlessConsulting(l.add), add), v.deleted.Container)
		return v
	}
	v.rows = widgets.NewReorderableList(widgets.ListOptions{
		OnMoved: v.move, OnOpened: func(id string) { l.open(s, id) }, OnDeleted: func(id string) { s.DeleteRow(l.entity, id) }})
	buttons := []fyne.CanvasObject{}
	if l.buttons != nil {
		buttons = l.buttons(s)
	}
	buttons = append(buttons, widgets.NewButton(widgets.ButtonOptions{Label: l.add, Kind: widgets.Filled, Edits: true, OnTapped: add}))
	parts := []fyne.CanvasObject{pageHead(l.title, l.lead, buttons...)}
	if len(s.rowIDs(l.entity)) >= searchFrom {
		parts = append(parts, v.search())
	}
	v.content = page(formWidth, append(parts, widgets.VStack(skin.Gap2, v.rows, v.nothing), v.deleted.Container)...)
	v.refresh()
	return v
}

// Content implements View.
func (v *listView) Content() fyne.CanvasObject { return v.content }

// Changed implements Refresher.
func (v *listView) Changed(app.Change) {
	if v.rows == nil || len(v.s.rowIDs(v.list.entity)) == 0 {
		v.s.Rebuild()
		return
	}
	v.deleted.refresh()
	v.refresh()
}

func (v *listView) search() fyne.CanvasObject {
	return widgets.LimitWidth(searchWidth, widgets.NewEntry(widgets.EntryOptions{Placeholder: "Chercher…", Search: true, OnChanged: func(query string) {
		v.query = query
		v.refresh()
	}}))
}

// searchWidth is the widest that a search field gets.
const searchWidth = 360

// refresh shows the rows that match the search.
func (v *listView) refresh() {
	var items []widgets.ListItem
	v.shown = nil
	lineOf := v.list.lines(v.s)
	for _, id := range v.s.rowIDs(v.list.entity) {
		title, l := v.s.title(v.list.entity, id), lineOf(id)
		if matches(title+" "+l.note, v.query) {
			v.shown = append(v.shown, id)
			items = append(items, widgets.ListItem{ID: id, Title: title, Note: l.note, Mark: l.mark, Color: l.color})
		}
	}
	v.rows.SetItems(items)
	v.nothing.Hide()
	if len(items) == 0 {
		v.nothing.SetText("Rien ne correspond à " + model.Quote(v.query) + ".")
		v.nothing.Show()
	}
	v.content.Relayout()
}

// move puts a row at a place among those that show.
func (v *listView) move(id string, index int) {
	label := "déplacement" + model.NBSP + ": " + v.s.App.RowName(v.s.Diagnosis(), v.list.entity, id)
	v.s.Edit(label, v.s.Diagnosis().MoveEdits(v.list.entity, id, v.shown, index)...)
}
