package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
	"tressons/model"
)

// diagnosisChoice is under the title of the navigation once the file holds
// several diagnoses: which one is worked on.
type diagnosisChoice struct {
	*fyne.Container
	choice *widgets.Choice
}

func newDiagnosisChoice(choose func(id string)) *diagnosisChoice {
	choice := widgets.NewChoice(widgets.ChoiceOptions{Required: true, OnSelected: choose})
	c := &diagnosisChoice{widgets.VStack(0, choice), choice}
	c.Hide()
	return c
}

// refresh offers the diagnoses, and takes no room when there is only one.
func (c *diagnosisChoice) refresh(s *Session) {
	list := s.Doc.Diagnoses()
	options := make([]widgets.Option, len(list))
	for i, name := range diagnosisNames(list) {
		options[i] = widgets.Option{ID: list[i].ID, Label: name}
	}
	c.choice.SetOptions(options)
	c.choice.SetSelected(s.Diagnosis().ID)
	if len(list) > 1 {
		c.Show()
	} else {
		c.Hide()
	}
}

// diagnosisNames are short titles of diagnoses, those that are alike numbered.
func diagnosisNames(list []*model.Diagnosis) []string {
	out, seen := make([]string, len(list)), map[string]int{}
	for i, d := range list {
		out[i] = shortTitle(d.Territory())
		if name := d.About().Name; name != "" {
			out[i] += " – " + name
		}
		seen[out[i]]++
		if n := seen[out[i]]; n > 1 {
			out[i] += " (" + model.FormatNumber(float64(n), 0) + ")"
		}
	}
	return out
}

// showDiagnosis works on another diagnosis of the file.
func (w *Window) showDiagnosis(id string) {
	w.leaveView()
	w.session.Doc.Select(id)
	w.session.states = twoStates{}
	w.switched()
}
