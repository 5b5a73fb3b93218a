package ui

import (
	"errors"
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// freezing is what somebody writes about a state before it is frozen.
type freezing struct {
	name, comment string
	refusal       error // of what was written before
}

// askFreeze asks under which name to keep the diagnosis as it is today.
func (w *Window) askFreeze() {
	if w.session == nil {
		return
	}
	w.leaveView()
	w.askFreezeAs(freezing{name: proposedState(w.session.Diagnosis(), time.Now())})
}

// proposedState is a name that no state has yet: that of the year, of the month,
// of the day, "" when all are taken.
func proposedState(d *model.Diagnosis, now time.Time) string {
	taken := map[string]bool{}
	for _, s := range d.Snapshots.All() {
		taken[s.Name] = true
	}
	const name = "État des lieux "
	for _, when := range []string{strconv.Itoa(now.Year()), "– " + model.Date(now.Format("2006-01")).French(), "– " + model.Date(now.Format("2006-01-02")).French()} {
		if !taken[name+when] {
			return name + when
		}
	}
	return ""
}

func (w *Window) askFreezeAs(f freezing) {
	e, _ := model.EntityNamed("snapshot")
	described, _ := e.Field("comment")
	name := widgets.NewEntry(widgets.EntryOptions{Text: f.name, OnChanged: func(s string) { f.name = s }})
	field := widgets.NewField(name, widgets.FieldOptions{Label: "Nom de cet état"})
	if f.refusal != nil {
		field.SetError(app.Explain(f.refusal))
	}
	comment := widgets.NewTextArea(widgets.EntryOptions{Text: f.comment, MinRows: 2, Placeholder: described.Help, OnChanged: func(s string) { f.comment = s }})
	box{title: "Figer l’état d’aujourd’hui", confirm: "Figer", cancel: "Annuler", entries: []*widgets.Entry{name}, do: func() { w.freeze(f) },
		content: widgets.VStack(skin.Gap4,
			widgets.NewText("Le diagnostic est gardé tel qu’il est, en lecture seule, dans ce fichier"+model.NBSP+
				"; cet état reste après une fusion ou un allègement. Vous continuez à travailler comme avant.", widgets.TextOptions{Style: widgets.Secondary}),
			field, widgets.NewField(comment, widgets.FieldOptions{Label: described.Label}))}.show(w.win)
}

// freeze keeps today's state away from the window, and shows the list of states.
// What does not fit is asked again.
func (w *Window) freeze(f freezing) {
	s := w.session
	progress := widgets.NewProgress(w.win, "L’état d’aujourd’hui est gardé…", nil)
	progress.ShowAfter(progressDelay)
	s.Doc.FreezeAsync(strings.TrimSpace(f.name), strings.TrimSpace(f.comment), func(take func() (string, error)) {
		fyne.Do(func() {
			progress.Hide()
			if w.session != s {
				return
			}
			s.states = twoStates{}
			_, err := take()
			var input *model.InputError
			switch {
			case errors.As(err, &input):
				f.refusal = err
				w.askFreezeAs(f)
			case err != nil:
				w.fail(err)
			default:
				w.goTo(Target{Screen: "evolutions"})
				w.toast("État figé"+model.NBSP+": "+strings.TrimSpace(f.name), "", nil)
			}
		})
	})
}
