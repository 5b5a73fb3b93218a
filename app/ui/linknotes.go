package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// precise is on what says more of the links of a list.
const precise = "Préciser…"

// serves tells whether the rows of the list serve one another, of which there is
// more to say than that a proof proves.
func (l *linkList) serves() bool {
	entity, _ := l.from.Split()
	return entity != "evidence" && !slices.Contains(l.entities, "evidence")
}

// noteLines are what is said of the links of a list, under their chips.
func (l *linkList) noteLines(joined []model.Ref) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, ref := range joined {
		note := l.s.Diagnosis().Value("link", model.LinkID(l.from, ref), "note")
		if note == "" {
			continue
		}
		entity, id := ref.Split()
		line := widgets.NewText(l.s.chipLabel(entity, id)+model.NBSP+": "+note, widgets.TextOptions{Style: widgets.Small})
		if l.s.consulting() {
			out = append(out, line)
			continue
		}
		out = append(out, linkRow(line, l.askNotes))
	}
	return out
}

// askNotes asks of each link of the list how the one served the other.
func (l *linkList) askNotes() {
	var fields []fyne.CanvasObject
	var areas []*widgets.TextArea
	for _, ref := range l.s.joined(l.from, l.entities...) {
		entity, id := ref.Split()
		f := newForm(l.s, "link", model.LinkID(l.from, ref))
		described := f.described("note")
		described.Label = l.s.title(entity, id)
		fields = append(fields, f.make(described))
		if area, ok := f.fields["note"].control.(*widgets.TextArea); ok {
			areas = append(areas, area)
		}
	}
	lead := widgets.NewText("Comment l’un a servi l’autre, en quelques mots.", widgets.TextOptions{Style: widgets.Secondary})
	const most = 360
	box{title: "Préciser les liens", cancel: "Fermer", focus: areas[0],
		content: widgets.VStack(skin.Gap3, lead, scrolled(widgets.VStack(skin.Gap4, fields...), most)),
		given: func() {
			for _, area := range areas {
				area.Commit()
			}
			l.show()
			l.s.Window().Canvas().Focus(l.add)
		}}.show(l.s.Window())
}
