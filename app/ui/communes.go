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

// communesRow is the Target.Row of Territoire that shows the member communes.
const communesRow = "communes"

// showCommunes shows the list of member communes, to add, change or remove some.
func showCommunes(s *Session) { s.Go(Target{Screen: "territoire", Row: communesRow}) }

// communesView is the list of member communes.
type communesView struct {
	s       *Session
	forms   map[string]*form
	summary *widgets.Text
	pasted  *widgets.TextArea
	field   *widgets.Field
	content *widgets.Scroll
}

func newCommunesView(s *Session) *communesView {
	v := &communesView{s: s, forms: map[string]*form{}, summary: widgets.NewText("", widgets.TextOptions{Style: widgets.Secondary})}
	back := widgets.NewButton(widgets.ButtonOptions{Label: "‹ Territoire", Kind: widgets.Quiet, OnTapped: func() { s.Go(Target{Screen: "territoire"}) }})
	parts := []fyne.CanvasObject{widgets.VStack(skin.Gap1, outdented(back), pageHead("Les communes membres", ""), v.summary)}
	if adder := v.adder(); !s.consulting() {
		parts = append(parts, adder)
	}
	if list := byName(s.Diagnosis().Communes.All()); len(list) > 0 {
		parts = append(parts, v.table(list))
	}
	v.content = page(formWidth, parts...)
	v.sum()
	s.Help(s.App.Help("territoire"))
	return v
}

// Content implements View.
func (v *communesView) Content() fyne.CanvasObject { return v.content }

// Changed implements Refresher.
func (v *communesView) Changed(c app.Change) {
	for _, f := range v.forms {
		f.Changed(c)
	}
	v.sum()
}

// Arrive puts the cursor where communes are added while there is none.
func (v *communesView) Arrive() {
	if len(v.forms) == 0 && !v.s.consulting() {
		v.s.Window().Canvas().Focus(v.pasted)
	}
}

// sum counts the communes and their inhabitants.
func (v *communesView) sum() {
	text := "Aucune commune pour l’instant. Collez une liste, ou écrivez une commune par ligne."
	if n := v.s.Diagnosis().Communes.Len(); n > 0 {
		text = model.Count(n, "commune", "communes")
		if people, ok := v.s.Diagnosis().MemberPopulation(); ok {
			text += ", " + model.Count(people, "habitant", "habitants") + " en tout"
		}
		text += "."
	}
	v.summary.SetText(text)
}

// adder takes one commune or a whole list.
func (v *communesView) adder() fyne.CanvasObject {
	v.pasted = widgets.NewTextArea(widgets.EntryOptions{Placeholder: "35173 Melesse 7541"})
	v.field = widgets.NewField(v.pasted, widgets.FieldOptions{Label: "Ajouter des communes",
		Note: "Une par ligne" + model.NBSP + ": code Insee, nom, nombre d’habitants. Une liste copiée d’un tableur convient."})
	add := widgets.NewButton(widgets.ButtonOptions{Label: "Ajouter à la liste", Kind: widgets.Filled, OnTapped: v.add})
	return widgets.NewCard(widgets.VStack(skin.Gap3, v.field, add), widgets.CardOptions{})
}

func (v *communesView) add() {
	lines, problems := parseCommunes(v.pasted.Text)
	if len(problems) > 0 || len(lines) == 0 {
		v.field.SetError(strings.Join(problems, "\n"))
		return
	}
	if v.s.Edit("ajout"+model.NBSP+": "+model.Count(len(lines), "commune", "communes"), communeEdits(lines)...) {
		v.s.Rebuild()
	}
}

// table lists the communes: code, name, inhabitants, whole or in part.
func (v *communesView) table(communes []model.Commune) fyne.CanvasObject {
	rows := make([]fyne.CanvasObject, len(communes))
	for i, c := range communes {
		rows[i] = v.row(c)
	}
	return widgets.NewCard(widgets.VStack(skin.Gap2, rows...), widgets.CardOptions{})
}

func (v *communesView) row(c model.Commune) fyne.CanvasObject {
	f := newForm(v.s, "commune", c.ID)
	v.forms[c.ID] = f
	remove := widgets.NewButton(widgets.ButtonOptions{Label: "Retirer", Kind: widgets.Quiet, Edits: true, OnTapped: func() {
		v.s.Window().Canvas().Unfocus() // hands over what is being typed
		v.s.DeleteRow("commune", c.ID)
		v.s.Rebuild()
	}})
	code := widgets.NewText(c.ID, widgets.TextOptions{Style: widgets.Secondary, NoWrap: true})
	return widgets.HStack(skin.Gap3, code, widgets.Fill(f.bare("name")), widgets.Fill(f.bare("population")), v.membership(f), remove)
}

// membership is a box to tick for a commune that belongs in part.
func (v *communesView) membership(f *form) fyne.CanvasObject {
	described := f.described("membership")
	part := described.Choices[len(described.Choices)-1]
	box := widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: []widgets.Option{{ID: part.Slug, Label: part.Label}},
		Selected: []string{f.value("membership")}, OnSelected: func(ticked []string) {
			value := described.Choices[0].Slug
			if len(ticked) > 0 {
				value = part.Slug
			}
			v.s.SetField("commune", f.row, "membership", value)
		}})
	f.fields["membership"] = &formField{control: box, show: func(value string) { box.SetSelected([]string{value}) }}
	return box
}

// byName sorts communes by name, as a reader looks for them.
func byName(communes []model.Commune) []model.Commune {
	slices.SortStableFunc(communes, func(a, b model.Commune) int { return strings.Compare(folded(a.Name), folded(b.Name)) })
	return communes
}
