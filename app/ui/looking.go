package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
	"tressons/model"
)

// lookAt reads a frozen state away from the window, and shows it in all screens
// in place of today's.
func (w *Window) lookAt(id string) {
	s := w.session
	w.leaveView()
	progress := widgets.NewProgress(w.win, "Lecture de l’état figé…", nil)
	progress.ShowAfter(progressDelay)
	s.Doc.StateAsync(id, func(state *model.Diagnosis, err error) {
		fyne.Do(func() {
			progress.Hide()
			switch {
			case w.session != s:
			case err != nil:
				w.fail(err)
			case s.Doc.Look(id, state):
				w.switched()
			}
		})
	})
}

// leaveState shows today's diagnosis again, with the list of states.
func (w *Window) leaveState() {
	w.comeBack()
	w.goTo(Target{Screen: "evolutions"})
}

// comeBack takes the frozen state away that is looked at, if any.
func (w *Window) comeBack() {
	if _, looking := w.session.Doc.Looking(); looking {
		w.session.Doc.Return()
		w.refreshTop()
		w.refreshMenu()
	}
}

// switched shows another diagnosis, or another state of it.
func (w *Window) switched() {
	w.refreshTop()
	w.refreshMenu()
	w.goTo(Target{Screen: "accueil"})
}

// plainName is the territory as files are named after it, followed by the frozen
// state that is looked at.
func (s *Session) plainName() string {
	state, _ := s.Doc.Looking()
	return fileName(s.Diagnosis().Territory().Name + " " + state.Name)
}
