package ui

import (
	"path/filepath"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// beside is what is known of the copies of the open file that lie beside it.
type beside struct {
	found []app.ConflictCopy // they bring something, and Accueil offers to compare them
	known []app.ConflictCopy // they bring nothing, or the person has seen to them
	asked time.Time          // when the folder was last looked at
}

// besidePause is how long the folder of the open file is left alone after a look.
const besidePause = 30 * time.Second

// lookBeside looks away from the window for copies of the open file that a
// synchroniser or a colleague left beside it, and shows them on Accueil.
func (w *Window) lookBeside() {
	s := w.session
	if s.Doc.Info().ReadOnly || time.Since(s.beside.asked) < besidePause {
		return
	}
	s.beside.asked = time.Now()
	s.Doc.CopiesAsync(s.open, slices.Concat(s.beside.found, s.beside.known), func(bring, nothing []app.ConflictCopy) {
		fyne.Do(func() {
			if w.session != s {
				return
			}
			s.beside.known = append(s.beside.known, nothing...)
			s.beside.found = append(s.beside.found, bring...)
			if len(bring) > 0 && w.current.Screen == "accueil" {
				w.rebuild()
			}
		})
	})
}

// dismissCopies offers the copies beside the file no more, as long as they stay
// as they are, and returns their paths.
func (s *Session) dismissCopies() []string {
	paths := make([]string, len(s.beside.found))
	for i, c := range s.beside.found {
		paths[i] = c.Path
	}
	s.beside.known, s.beside.found = append(s.beside.known, s.beside.found...), nil
	return paths
}

// copies is the banner of Accueil that offers to compare the copies beside the file.
func (v *homeView) copies() *widgets.Card {
	found := v.s.beside.found
	if len(found) == 0 {
		return nil
	}
	later := widgets.NewButton(widgets.ButtonOptions{Label: "Plus tard", Kind: widgets.Quiet, OnTapped: func() {
		v.s.dismissCopies()
		v.s.Rebuild()
	}})
	compare := widgets.NewButton(widgets.ButtonOptions{Label: "Comparer et fusionner", OnTapped: func() { v.s.host.previewMerge(v.s.dismissCopies()) }})
	return widgets.NewBanner(widgets.BannerOptions{Title: model.Count(len(found), "copie de ce fichier est à côté", "copies de ce fichier sont à côté"),
		Detail: copiesSentence(found), Buttons: []fyne.CanvasObject{later, compare}})
}

// copiesNamed is how many copies are named on Accueil.
const copiesNamed = 2

// copiesSentence is « Diag (copie de Anne, …).db » et 2 autres. Elles contiennent
// ce que votre fichier n’a pas encore.
func copiesSentence(found []app.ConflictCopy) string {
	var parts []string
	for _, c := range found[:min(len(found), copiesNamed)] {
		name := model.Quote(filepath.Base(c.Path))
		if c.Origin != "" && c.Origin != "Tressons" {
			name += " (" + c.Origin + ")"
		}
		parts = append(parts, name)
	}
	if left := len(found) - copiesNamed; left > 0 {
		parts = append(parts, model.Count(left, "autre", "autres"))
	}
	return model.JoinFrench(parts) + model.Plural(len(found), " contient", " contiennent") + " des changements que votre fichier n’a pas encore."
}
