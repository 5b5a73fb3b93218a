package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// linkPicker is the dialog in which one chooses the row to join: typing narrows
// the list, and makes a row when none has that name.
type linkPicker struct {
	s        *Session
	entities []string
	taken    map[model.Ref]bool
	join     func(ref model.Ref, before ...model.Edit)

	modal   *widgets.Modal
	entry   *widgets.Entry
	results *fyne.Container
	first   func() // what Enter does
}

// Sizes of the dialog.
const (
	pickerWidth  = 560
	pickerHeight = 470
	draftHeight  = 540
	pickerRows   = 8
)

func (p *linkPicker) open() {
	p.results = widgets.VStack(2)
	p.entry = widgets.NewEntry(widgets.EntryOptions{Placeholder: p.placeholder(), OnChanged: p.show})
	p.entry.OnSubmitted = func(string) {
		if p.first != nil {
			p.first()
		}
	}
	closing := widgets.NewButton(widgets.ButtonOptions{Label: "Fermer", OnTapped: p.close})
	head := widgets.VStack(hintGap, dialogTitle(linkHeading(p.entities)), p.entry)
	p.show("")
	p.present(panel(head, p.results, closing), pickerHeight, p.entry)
}

func (p *linkPicker) placeholder() string {
	if p.creates() {
		return "Chercher dans la liste, ou écrire un nom nouveau"
	}
	return "Chercher dans la liste"
}

// creates tells whether a row can be made on the spot.
func (p *linkPicker) creates() bool {
	e, _ := model.EntityNamed(p.entities[0])
	return len(p.entities) == 1 && !e.Keyed
}

func (p *linkPicker) present(content fyne.CanvasObject, height float32, first fyne.Focusable) {
	p.close()
	p.modal = widgets.ShowModal(p.s.Window(), widgets.ModalOptions{
		Panel: content, Width: pickerWidth, Height: height, OnEscape: p.close}, first)
}

func (p *linkPicker) close() {
	if p.modal != nil {
		p.modal.Hide()
		p.modal = nil
	}
}

// show lists what matches a query.
func (p *linkPicker) show(query string) {
	found := p.find(query)
	p.results.Objects, p.first = nil, nil
	for _, ref := range found[:min(len(found), pickerRows)] {
		p.results.Objects = append(p.results.Objects, p.row(ref))
	}
	if more := len(found) - pickerRows; more > 0 {
		p.say("et " + model.Count(more, "autre", "autres") + model.NBSP + ": écrivez quelques lettres pour les trouver.")
	}
	if len(found) > 0 && query != "" {
		p.first = func() { p.choose(found[0]) }
	}
	p.offerNew(query, len(found))
	p.results.Refresh()
}

// offerNew offers to make a row of that name.
func (p *linkPicker) offerNew(query string, found int) {
	if !p.creates() {
		if found == 0 {
			p.say("Rien ne correspond.")
		}
		return
	}
	e, _ := model.EntityNamed(p.entities[0])
	label := "+ Créer " + oneOf(e.Name)
	if query != "" {
		label += " " + model.Quote(query)
	}
	create := func() { p.describe(e, query) }
	p.results.Objects = append(p.results.Objects, widgets.NewButton(widgets.ButtonOptions{Label: label, Kind: widgets.Dashed, OnTapped: create}))
	if found == 0 && query != "" {
		p.first = create
	}
}

func (p *linkPicker) say(text string) {
	p.results.Objects = append(p.results.Objects, widgets.NewText(text, widgets.TextOptions{Style: widgets.Small}))
}

// find lists the rows that are not joined yet and hold the words of the query.
func (p *linkPicker) find(query string) []model.Ref {
	var out []model.Ref
	for _, entity := range p.entities {
		for _, id := range p.s.rowIDs(entity) {
			ref := model.MakeRef(entity, id)
			if !p.taken[ref] && matches(p.s.chipLabel(entity, id)+" "+p.s.title(entity, id), query) {
				out = append(out, ref)
			}
		}
	}
	return out
}

func (p *linkPicker) row(ref model.Ref) fyne.CanvasObject {
	entity, id := ref.Split()
	line := widgets.HStack(skin.Gap2, widgets.Fill(widgets.NewText(p.s.chipLabel(entity, id), widgets.TextOptions{Truncate: true})),
		widgets.NewText(linkBadge(entity, len(p.entities) > 1), widgets.TextOptions{Style: widgets.Small, NoWrap: true}))
	return widgets.NewTapRow(line, func() { p.choose(ref) })
}

func (p *linkPicker) choose(ref model.Ref) {
	p.close()
	p.join(ref)
}

// describe asks for the few fields that make a new row worth having.
func (p *linkPicker) describe(e model.Entity, name string) {
	d := newDraft(p.s, e, map[string]string{e.Fields[0].Name: name})
	create := widgets.NewButton(widgets.ButtonOptions{Label: "Créer et relier", Kind: widgets.Filled, OnTapped: func() {
		p.s.Window().Canvas().Unfocus() // hands over what is being typed
		if !d.whole() {
			return
		}
		p.close()
		id := model.NewID()
		p.join(model.MakeRef(e.Name, id), p.s.Diagnosis().AddRowEdits(e, id, d.values)...)
	}})
	cancel := widgets.NewButton(widgets.ButtonOptions{Label: "Annuler", OnTapped: p.close})
	p.present(panel(dialogTitle("Créer "+oneOf(e.Name)), d.content(), cancel, create), draftHeight, d.fields[0].control)
}

// dialogTitle is the title of a dialog, on one line.
func dialogTitle(text string) fyne.CanvasObject {
	return widgets.NewText(text, widgets.TextOptions{Style: widgets.Section, Truncate: true})
}

// panel is a dialog: a head, what it holds, its buttons at the right of the foot.
func panel(head, body fyne.CanvasObject, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	foot := widgets.HStack(skin.Gap2, append([]fyne.CanvasObject{widgets.Spacer()}, buttons...)...)
	gap := widgets.Insets{Top: hintGap, Bottom: hintGap}
	return widgets.NewCard(container.NewBorder(head, foot, nil, nil, widgets.Pad(gap, body)),
		widgets.CardOptions{Margins: widgets.Uniform(20)})
}
