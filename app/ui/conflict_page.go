package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// disputesPage lists questions and what comes at the left, and shows the one
// that is selected at the right. Nothing is written before it is confirmed.
type disputesPage struct {
	s         *Session
	questions []question
	choices   choices
	arrivals  []app.Arrival
	listed    int // changes that come, those beyond arrivals included

	confirm func(settled, left int) string // label of the main button; nil is no such button
	needs   bool                           // something must be chosen before it is pressed
	apply   func()
	cancel  func()

	rows    map[string]*pageRow
	list    *fyne.Container
	scroll  *widgets.Scroll
	detail  *widgets.Scroll
	main    *widgets.Button
	content fyne.CanvasObject
}

// pageRow is a line of the list.
type pageRow struct {
	card *widgets.Card
	line *widgets.TapRow
	note *widgets.Text
	what string
}

// arrivalsShown is how many of the changes that come are listed at once.
const arrivalsShown = 12

// build lays the page out under a head and selects a question, the first one
// for an unknown key.
func (p *disputesPage) build(head fyne.CanvasObject, key string) *disputesPage {
	p.rows = map[string]*pageRow{}
	p.list = widgets.VStack(2)
	p.scroll = widgets.NewScroll(p.list)
	p.detail = widgets.NewScroll(nil)
	p.fillList(arrivalsShown)
	panes := &fyne.Container{Layout: sideBySide{}, Objects: []fyne.CanvasObject{
		widgets.NewCard(p.scroll, widgets.CardOptions{Margins: widgets.Uniform(skin.Gap2)}),
		widgets.NewCard(p.detail, widgets.CardOptions{Margins: widgets.Insets{Top: skin.Gap3, Right: skin.Gap1, Bottom: skin.Gap3, Left: skin.Gap4}})}}
	p.content = &fyne.Container{Layout: headBodyFoot{}, Objects: []fyne.CanvasObject{head, panes, p.foot()}}
	p.refresh()
	p.begin(key)
	return p
}

// begin selects a question, the first one for an unknown key, or the first
// change when there is no question.
func (p *disputesPage) begin(key string) {
	for _, q := range p.questions {
		if q.key() == key {
			p.open(q)
			return
		}
	}
	switch {
	case len(p.questions) > 0:
		p.open(p.questions[0])
	case len(p.arrivals) > 0:
		p.openArrival(p.arrivals[0], arrivalKey(0))
	}
}

// Content implements View.
func (p *disputesPage) Content() fyne.CanvasObject { return p.content }

// Consults implements Consulter.
func (p *disputesPage) Consults() {}

// Wide implements Wide: both versions of a text take the room of the help.
func (p *disputesPage) Wide() {}

// Arrive puts the keyboard on the first question.
func (p *disputesPage) Arrive() {
	for _, q := range p.questions {
		if row := p.rows[q.key()]; row != nil {
			p.s.Window().Canvas().Focus(row.line)
			return
		}
	}
}

// foot is the button that gives up and the one that goes on.
func (p *disputesPage) foot() fyne.CanvasObject {
	leave := widgets.ButtonOptions{Label: "Annuler", OnTapped: p.cancel}
	if p.confirm == nil {
		leave.Label = "Fermer"
		return widgets.HStack(skin.Gap2, widgets.Spacer(), widgets.NewButton(leave))
	}
	p.main = widgets.NewButton(widgets.ButtonOptions{Kind: widgets.Filled, OnTapped: p.apply})
	return widgets.HStack(skin.Gap2, widgets.Spacer(), widgets.NewButton(leave), p.main)
}

// fillList writes the list, with so many of the changes that come.
func (p *disputesPage) fillList(most int) {
	p.list.RemoveAll()
	var fields, rows []question
	for _, q := range p.questions {
		if q.field.Field == model.FieldExists {
			rows = append(rows, q)
		} else {
			fields = append(fields, q)
		}
	}
	p.addQuestions("Désaccords", fields)
	p.addQuestions("Supprimé et modifié", rows)
	p.addArrivals(min(most, len(p.arrivals)))
}

func (p *disputesPage) heading(text string) {
	p.list.Add(widgets.Pad(widgets.Insets{Top: skin.Gap2, Left: skin.Gap2, Bottom: skin.Gap1}, widgets.NewText(text, widgets.TextOptions{Style: widgets.Caps})))
}

func (p *disputesPage) addQuestions(heading string, list []question) {
	if len(list) > 0 {
		p.heading(heading)
	}
	for _, q := range list {
		p.add(q.key(), q.row, q.what, widgets.Strong, func() { p.open(q) })
	}
}

func (p *disputesPage) addArrivals(shown int) {
	if len(p.arrivals) == 0 {
		return
	}
	p.heading("À recevoir")
	for i, a := range p.arrivals[:shown] {
		row, what := splitName(a.Name)
		if a.Edit.Field == model.FieldExists {
			row, what = arrivalSign(a)+" "+row, ""
		}
		p.add(arrivalKey(i), row, what+a.Movement, widgets.Body, func() { p.openArrival(a, arrivalKey(i)) })
	}
	more := "et " + model.Count(p.listed-shown, "autre", "autres")
	switch {
	case shown < len(p.arrivals):
		p.list.Add(newTextLink(more, func() {
			p.fillList(shown + 10*arrivalsShown)
			p.refresh()
			p.scroll.Relayout()
		}))
	case shown < p.listed:
		p.list.Add(widgets.NewText(more, widgets.TextOptions{Style: widgets.Secondary}))
	}
}

// arrivalSign is + for a row that is added and – for one that goes.
func arrivalSign(a app.Arrival) string {
	if a.Edit.Value == "0" {
		return "–"
	}
	return "+"
}

// arrivalKey names a line of what comes.
func arrivalKey(i int) string { return "arrival " + model.FormatNumber(float64(i), 0) }

// add puts a line into the list.
func (p *disputesPage) add(key, title, what string, style widgets.TextStyle, open func()) {
	row := &pageRow{note: widgets.NewText(what, widgets.TextOptions{Style: widgets.Small, Truncate: true}), what: what}
	words := widgets.VStack(0, widgets.NewText(title, widgets.TextOptions{Style: style, Truncate: true}))
	if what != "" {
		words.Add(row.note)
	}
	row.line = widgets.NewTapRow(widgets.Pad(widgets.Insets{Left: skin.Gap1, Right: skin.Gap1}, words), open)
	row.card = widgets.NewCard(row.line, widgets.CardOptions{Borderless: true, Margins: widgets.Uniform(2)})
	p.rows[key] = row
	p.list.Add(row.card)
}

// selectRow shows which line is open.
func (p *disputesPage) selectRow(key string, fill fyne.ThemeColorName) {
	for k, row := range p.rows {
		if k == key {
			row.card.SetFill(fill)
		} else {
			row.card.SetFill(skin.Surface)
		}
	}
}

// refresh brings marks and counts in line with what was chosen.
func (p *disputesPage) refresh() {
	settled := 0
	for _, q := range p.questions {
		row := p.rows[q.key()]
		if _, ok := p.choices[q.key()]; ok {
			settled++
			row.note.SetText("✓ " + row.what)
		} else {
			row.note.SetText(row.what)
		}
	}
	if p.main == nil {
		return
	}
	p.main.SetLabel(p.confirm(settled, len(p.questions)-settled))
	if p.needs && settled == 0 {
		p.main.Disable()
	} else {
		p.main.Enable()
	}
	if p.content != nil {
		p.content.Refresh()
	}
}

// headBodyFoot gives the middle of the page the height that its head and its
// foot leave.
type headBodyFoot struct{}

// MinSize implements fyne.Layout.
func (headBodyFoot) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 420) }

// Layout implements fyne.Layout.
func (headBodyFoot) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	const top, bottom = 20, skin.Gap4
	width := size.Width - 2*skin.PageSide
	head, foot := widgets.HeightFor(objects[0], width), widgets.HeightFor(objects[2], width)
	y := float32(top)
	for i, height := range []float32{head, size.Height - top - head - foot - 2*skin.Gap3 - bottom, foot} {
		objects[i].Move(fyne.NewPos(skin.PageSide, y))
		objects[i].Resize(fyne.NewSize(width, max(0, height)))
		y += height + skin.Gap3
	}
}

// sideBySide puts a list beside what it opens, both as high as there is room.
type sideBySide struct{}

// MinSize implements fyne.Layout.
func (sideBySide) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, 200) }

// Layout implements fyne.Layout.
func (sideBySide) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := min(400, max(250, size.Width/3))
	objects[0].Move(fyne.NewPos(0, 0))
	objects[0].Resize(fyne.NewSize(left, size.Height))
	objects[1].Move(fyne.NewPos(left+skin.Gap4, 0))
	objects[1].Resize(fyne.NewSize(size.Width-left-skin.Gap4, size.Height))
}
