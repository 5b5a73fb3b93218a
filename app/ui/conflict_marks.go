package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// disputeMark is the mark of a field that is undecided, nil when it is not. It
// leads to the versions.
func (s *Session) disputeMark(entity, row, field string) fyne.CanvasObject {
	if _, looking := s.Doc.Looking(); looking {
		return nil // the state is older than the question
	}
	diagnosis := s.Diagnosis().ID
	for _, c := range s.undecided.Fields {
		if c.Diagnosis == diagnosis && c.Edit.SameField(model.Edit{Entity: entity, Row: row, Field: field}) {
			key := question{diagnosis: diagnosis, field: c.Edit}.key()
			return widgets.NewChip(widgets.ChipOptions{Label: "Désaccord à trancher", Color: skin.Alert,
				OnTapped: func() { s.Go(Target{Screen: disputesPlace, Row: key}) }})
		}
	}
	return nil
}

// decided takes note of edits that settle questions, and tells whether there
// were any: a field that is written anew is decided.
func (s *Session) decided(c app.Change) bool {
	touches := func(diagnosis string, entity, row string) bool {
		return diagnosis == c.Diagnosis && slices.ContainsFunc(c.Edits, func(e model.Edit) bool { return e.Entity == entity && e.Row == row })
	}
	some := slices.ContainsFunc(s.undecided.Revivals, func(r app.Revival) bool {
		entity, row := r.Row.Split()
		return touches(r.Diagnosis, entity, row)
	})
	left := s.undecided.Without(c.Diagnosis, c.Edits)
	some = some || left.Count() < s.undecided.Count()
	s.undecided = left
	return some
}

// disputes is the banner of Accueil that counts what is undecided, and leads to it.
func (v *homeView) disputes() *widgets.Card {
	if v.s.undecided.Count() == 0 {
		return nil
	}
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Trancher", OnTapped: func() { v.s.Go(Target{Screen: disputesPlace}) }})
	return widgets.NewBanner(widgets.BannerOptions{Kind: widgets.Alert, Title: disputesCount(v.s.undecided.Count()),
		Detail: "Des collègues ont écrit chacun de leur côté" + model.NBSP + ": les deux versions sont gardées.", Buttons: []fyne.CanvasObject{button}})
}
