package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/french"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// pastPlaceID is the place of the window that shows the past; it is no step of
// the work.
const pastPlaceID = "historique"

// pastScreen lists what was done, and shows from what to what.
type pastScreen struct{}

// ID implements Screen.
func (pastScreen) ID() string { return pastPlaceID }

// Label implements Screen.
func (pastScreen) Label() string { return "Historique" }

// Show implements Screen.
func (pastScreen) Show(s *Session, _ Target) View {
	v := &pastView{s: s, place: s.past}
	v.list = widgets.NewReorderableList(widgets.ListOptions{OnOpened: v.open, OnEnd: v.readOn, Borderless: true})
	v.note = widgets.NewText("", widgets.TextOptions{Style: widgets.Small})
	v.scroll = widgets.NewScroll(widgets.VStack(0, widgets.Pad(widgets.Insets{Left: skin.Gap1, Right: skin.Gap1}, v.list),
		widgets.Pad(widgets.Uniform(skin.Gap4), v.note)))
	v.detail = widgets.NewScroll(nil)
	panes := &fyne.Container{Layout: sideBySide{}, Objects: []fyne.CanvasObject{
		widgets.NewCard(v.scroll, widgets.CardOptions{Margins: widgets.Uniform(skin.Gap1)}),
		widgets.NewCard(v.detail, widgets.CardOptions{Margins: widgets.Insets{Top: skin.Gap3, Right: skin.Gap1, Bottom: skin.Gap3, Left: skin.Gap4}})}}
	v.content = &fyne.Container{Layout: headBodyFoot{}, Objects: []fyne.CanvasObject{v.head(), panes, v.foot()}}
	v.read()
	return v
}

// pastView is the past as it is shown.
type pastView struct {
	s     *Session
	place *pastPlace

	deeds   []app.Deed
	past    app.Past // what was read last
	asked   int      // counts the questions: what answers an earlier one is dropped
	waiting bool

	people  *widgets.Choice
	list    *widgets.ReorderableList
	note    *widgets.Text // under the list
	scroll  *widgets.Scroll
	detail  *widgets.Scroll
	content *fyne.Container
}

// Content implements View.
func (v *pastView) Content() fyne.CanvasObject { return v.content }

// Consults implements Consulter.
func (v *pastView) Consults() {}

// Wide implements Wide: both values of a text take the room of the help.
func (v *pastView) Wide() {}

// Arrive puts the keyboard on the list.
func (v *pastView) Arrive() { v.s.Window().Canvas().Focus(v.list) }

// Changed implements Refresher: what was brought back is the latest that was done.
func (v *pastView) Changed(app.Change) {
	v.place.open = ""
	v.read()
}

// level is the part whose past is shown.
func (v *pastView) level() pastLevel { return v.place.levels[v.place.level] }

func (v *pastView) head() fyne.CanvasObject {
	return widgets.VStack(skin.Gap3, pageHead("Historique", v.level().about), v.filters())
}

// filters narrow or widen what is listed.
func (v *pastView) filters() fyne.CanvasObject {
	row := widgets.Flow(skin.Gap3)
	if len(v.place.levels) > 1 {
		segments := make([]widgets.Segment, len(v.place.levels))
		for i, l := range v.place.levels {
			segments[i] = widgets.Segment{ID: fmt.Sprint(i), Label: l.label}
		}
		row.Add(widgets.NewSegmented(widgets.SegmentedOptions{Segments: segments, Selected: fmt.Sprint(v.place.level), Required: true,
			OnSelected: func(id string) {
				_, _ = fmt.Sscan(id, &v.place.level)
				v.place.open = ""
				v.s.Rebuild()
			}}))
	}
	if v.level().scope != fieldPast {
		row.Add(widgets.NewSegmented(widgets.SegmentedOptions{Segments: pastKinds, Selected: fmt.Sprint(int(v.place.kind)), Required: true,
			OnSelected: func(id string) {
				_, _ = fmt.Sscan(id, (*int)(&v.place.kind))
				v.place.open = ""
				v.read()
			}}))
	}
	v.people = widgets.NewChoice(widgets.ChoiceOptions{Placeholder: "Toutes les personnes", OnSelected: v.choosePerson})
	row.Add(widgets.AtLeast(peopleWidth, v.people))
	return row
}

// peopleWidth is the width of the choice of a person.
const peopleWidth = 230

// pastKinds are the kinds of changes that can be listed alone.
var pastKinds = []widgets.Segment{
	{ID: fmt.Sprint(int(app.AnyChange)), Label: "Tout"},
	{ID: fmt.Sprint(int(app.Additions)), Label: "Ajouts"},
	{ID: fmt.Sprint(int(app.Deletions)), Label: "Suppressions"},
}

func (v *pastView) choosePerson(id string) {
	v.place.by, v.place.open = nil, ""
	for _, p := range v.past.People {
		if app.AuthorName(p) == id {
			v.place.by = &p
		}
	}
	v.read()
}

func (v *pastView) foot() fyne.CanvasObject {
	leave := widgets.NewButton(widgets.ButtonOptions{Label: "Fermer", OnTapped: func() { v.s.Go(v.place.from) }})
	return widgets.HStack(skin.Gap2, widgets.Spacer(), leave)
}

// read lists from the newest on.
func (v *pastView) read() {
	v.deeds, v.past.More = nil, false
	v.ask(app.PastQuery{})
}

// readOn lists what is older, once the end of the list comes into view.
func (v *pastView) readOn() {
	if v.past.More && !v.waiting {
		v.ask(app.PastQuery{After: v.past.Next})
	}
}

// ask reads away from the window.
func (v *pastView) ask(q app.PastQuery) {
	q.Parts, q.By, q.Kind = v.level().parts, v.place.by, v.place.kind
	if v.level().scope == fieldPast {
		q.Kind = app.AnyChange
	}
	v.asked++
	number := v.asked
	v.waiting = true
	v.s.Doc.PastAsync(q, func(past app.Past, err error) {
		fyne.Do(func() {
			if number != v.asked {
				return
			}
			v.waiting = false
			if err != nil {
				v.s.Fail(err)
				return
			}
			v.past = past
			v.deeds = append(v.deeds, past.Deeds...)
			v.refresh()
		})
	})
}

// refresh shows what was read, and opens a deed.
func (v *pastView) refresh() {
	v.offerPeople()
	now := time.Now()
	items := make([]widgets.ListItem, len(v.deeds))
	day := ""
	for i, d := range v.deeds {
		items[i] = v.item(d)
		if heading := model.Capitalize(french.DayOf(d.At, now)); heading != day {
			day, items[i].Heading = heading, heading
		}
	}
	v.list.SetItems(items)
	v.note.SetText(v.lastLine())
	v.open(v.place.open)
	v.scroll.Relayout()
}

func (v *pastView) item(d app.Deed) widgets.ListItem {
	title, detail := v.level().line(v.s, d)
	item := widgets.ListItem{ID: deedKey(d), Title: title, Note: french.Clock(d.At.Local()) + " – " + app.AuthorName(d.Author)}
	if detail != "" {
		item.Note += model.NBSP + ": " + detail
	}
	for _, c := range d.Changes {
		if c.Undecided && c.Edit.Field != model.FieldExists {
			item.Mark = "désaccord"
		}
	}
	return item
}

// lastLine stands under the list.
func (v *pastView) lastLine() string {
	filtered := v.place.by != nil || v.place.kind != app.AnyChange && v.level().scope != fieldPast
	switch {
	case v.past.More:
		return "Lecture de la suite…"
	case len(v.deeds) == 0 && filtered:
		return "Rien ne correspond à ce choix."
	case len(v.deeds) == 0:
		return "Rien n’a encore été écrit ici."
	case v.past.Lightened != "":
		return v.past.Lightened
	case filtered:
		return ""
	}
	return "C’est le plus ancien changement que garde le fichier."
}

// offerPeople offers those who ever edited the file.
func (v *pastView) offerPeople() {
	options := make([]widgets.Option, len(v.past.People))
	for i, p := range v.past.People {
		options[i] = widgets.Option{ID: app.AuthorName(p), Label: app.AuthorName(p)}
	}
	v.people.SetOptions(options)
	if v.place.by != nil {
		v.people.SetSelected(app.AuthorName(*v.place.by))
	}
}

// deedKey tells a deed from the others, also after the past was read anew.
func deedKey(d app.Deed) string {
	oldest := d.Changes[len(d.Changes)-1]
	return fmt.Sprint(oldest.At.UnixMicro(), oldest.Edit.Entity, oldest.Edit.Row, oldest.Edit.Field)
}

// open shows a deed, the newest for an unknown key.
func (v *pastView) open(key string) {
	if len(v.deeds) == 0 {
		v.detail.SetContent(widgets.VStack(0))
		return
	}
	found := v.deeds[0]
	for _, d := range v.deeds {
		if deedKey(d) == key {
			found = d
		}
	}
	v.place.open = deedKey(found)
	v.list.Focus(v.place.open)
	v.list.Select(v.place.open)
	v.show(found, changesShown)
}
