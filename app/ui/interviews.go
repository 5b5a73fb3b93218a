package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// interviewsOf lists the interviews with an actor, in the order they were noted.
func (s *Session) interviewsOf(actor string) []string {
	var out []string
	for _, i := range s.Diagnosis().Interviews.All() {
		if i.Actor == model.MakeRef("actor", actor) {
			out = append(out, i.ID)
		}
	}
	return out
}

// newInterviews shows the interviews with an actor, each on a card, and adds one.
func newInterviews(s *Session, actor string) fyne.CanvasObject {
	stack := widgets.VStack(skin.Gap3, sectionTitle("Entretiens"))
	for _, id := range s.interviewsOf(actor) {
		stack.Add(interviewCard(s, id))
	}
	if s.consulting() && len(stack.Objects) == 1 {
		stack.Add(widgets.NewText("Aucun entretien.", widgets.TextOptions{Style: widgets.Secondary}))
	}
	add := func() {
		if s.AddRow("interview", map[string]string{"actor": string(model.MakeRef("actor", actor))}) != "" {
			s.Rebuild()
		}
	}
	stack.Add(widgets.NewButton(widgets.ButtonOptions{Label: "+ Ajouter un entretien", Kind: widgets.Dashed, OnTapped: add}))
	return stack
}

func interviewCard(s *Session, id string) fyne.CanvasObject {
	f := newForm(s, "interview", id)
	remove := widgets.NewButton(widgets.ButtonOptions{Label: "Supprimer l’entretien", Kind: widgets.Quiet, Edits: true, OnTapped: func() {
		s.Window().Canvas().Unfocus() // hands over what is being typed
		s.DeleteRow("interview", id)
		s.Rebuild()
	}})
	return widgets.NewCard(widgets.VStack(skin.Gap3, f.pair("date", "interviewer"), f.field("summary"), f.field("notes"),
		widgets.HStack(0, widgets.Spacer(), remove)), widgets.CardOptions{})
}
