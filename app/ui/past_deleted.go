package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// deletedRows tells under a list how many of its rows were deleted, and leads to
// them; it takes no room when there are none.
type deletedRows struct {
	*fyne.Container
	s      *Session
	entity string
}

func newDeletedRows(s *Session, entity string) *deletedRows {
	r := &deletedRows{widgets.VStack(0), s, entity}
	r.refresh()
	return r
}

// refresh counts again.
func (r *deletedRows) refresh() {
	r.RemoveAll()
	n := len(r.s.Diagnosis().GoneIDs(r.entity))
	r.Hidden = n == 0
	if n == 0 {
		return
	}
	e, _ := model.EntityNamed(r.entity)
	participle := agreed("supprimé", r.entity)
	label := model.Count(n, lowerInitial(e.Label)+" "+participle, lowerInitial(e.Plural)+" "+participle+"s") + "…"
	r.Add(widgets.NewButton(widgets.ButtonOptions{Label: label, Kind: widgets.Quiet, OnTapped: func() {
		r.s.host.showPast(pastAsk{scope: sectionPast, kind: app.Deletions})
	}}))
}
