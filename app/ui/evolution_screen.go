package ui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// evolutionScreen lists the frozen states of the diagnosis, and tells what moved
// from one to another or to today.
type evolutionScreen struct{}

func (evolutionScreen) ID() string    { return "evolutions" }
func (evolutionScreen) Label() string { return "Évolutions" }

// Mark implements Marked; a frozen state has no states of its own.
func (evolutionScreen) Mark(d *model.Diagnosis, _ *model.Grid) string {
	if n := d.Snapshots.Len(); n > 0 {
		return strconv.Itoa(n)
	}
	return ""
}

// Parts implements Historied.
func (evolutionScreen) Parts(s *Session) []app.Part { return frozenStates().Parts(s) }

// Show shows the sheet of the state asked for, otherwise the list.
func (evolutionScreen) Show(s *Session, at Target) View {
	if at.Row != "" && s.Diagnosis().Exists("snapshot", at.Row) {
		return newSheet(s, frozenStates(), at)
	}
	s.Help(s.App.Help("evolutions"))
	v := &evolutionView{s: s, signers: map[string]app.Author{}, moved: widgets.VStack(skin.Gap4)}
	head := pageHead("Des évolutions", "Ce qui a bougé d’un état figé à un autre, ou jusqu’à aujourd’hui.")
	state, looking := s.Doc.Looking()
	switch {
	case looking:
		v.content = page(formWidth, head, widgets.EmptyState("Vous consultez l’état figé "+model.Quote(state.Name)+
			". Revenez à aujourd’hui pour voir ce qui a bougé depuis.", "Revenir à aujourd’hui", s.host.leaveState))
	case s.Diagnosis().Snapshots.Len() == 0:
		v.content = page(formWidth, head, widgets.EmptyState("Un état figé garde le diagnostic tel qu’il est à un moment"+model.NBSP+
			": avant un projet, à la fin d’un mandat, chaque printemps. Figez l’état d’aujourd’hui"+model.NBSP+
			"; dans un an, cet écran dira ce qui a bougé, levier par levier.", s.unlessConsulting(freezeLabel), s.host.askFreeze), newDeletedRows(s, "snapshot").Container)
	default:
		v.build()
	}
	return v
}

// freezeLabel is on what freezes today's state.
const freezeLabel = "Figer l’état d’aujourd’hui…"

// twoStates are which states were last compared, by the ids of their snapshots or
// todayState; "" is the usual one.
type twoStates struct{ from, to string }

// todayState stands for today among the states to compare.
const todayState = "today"

// evolutionView is the list of states, what to compare, and what moved.
type evolutionView struct {
	s        *Session
	states   *widgets.ReorderableList // nil while there is nothing to list
	deleted  *deletedRows
	signers  map[string]app.Author // of the states, by id
	from, to *widgets.Choice
	moved    *fyne.Container
	round    int // counts what was asked for, so that only the last is shown
	content  *widgets.Scroll
}

func (v *evolutionView) build() {
	freeze := widgets.NewButton(widgets.ButtonOptions{Label: freezeLabel, Kind: widgets.Filled, Edits: true, OnTapped: v.s.host.askFreeze})
	v.states = widgets.NewReorderableList(widgets.ListOptions{
		OnOpened:  func(id string) { v.s.Go(Target{Screen: "evolutions", Row: id}) },
		OnDeleted: func(id string) { v.s.DeleteRow("snapshot", id) }})
	if v.s.consulting() {
		widgets.MakeReadOnly(freeze)
		widgets.MakeReadOnly(v.states)
	}
	v.deleted = newDeletedRows(v.s, "snapshot")
	v.from = v.choice(func(c *twoStates) *string { return &c.from })
	v.to = v.choice(func(c *twoStates) *string { return &c.to })
	v.content = page(formWidth,
		pageHead("Des évolutions", "Ce qui a bougé d’un état figé à un autre, ou jusqu’à aujourd’hui.", freeze),
		v.states, v.deleted.Container,
		sectionTitle("Ce qui a bougé"),
		widgets.TwoColumns(pairWidth, widgets.NewField(v.from, widgets.FieldOptions{Label: "De"}),
			widgets.NewField(v.to, widgets.FieldOptions{Label: "À"})),
		v.moved)
	v.refresh()
	v.loadSigners()
}

// Content implements View.
func (v *evolutionView) Content() fyne.CanvasObject { return v.content }

// Consults implements Consulter.
func (v *evolutionView) Consults() {}

// Changed implements Refresher.
func (v *evolutionView) Changed(app.Change) {
	if v.states == nil || v.s.Diagnosis().Snapshots.Len() == 0 {
		v.s.Rebuild()
		return
	}
	v.refresh()
}

// choice offers the states and today, and keeps which was chosen.
func (v *evolutionView) choice(of func(*twoStates) *string) *widgets.Choice {
	return widgets.NewChoice(widgets.ChoiceOptions{Required: true, OnSelected: func(id string) {
		*of(&v.s.states) = id
		v.refresh()
	}})
}

// refresh brings the list and the choices up to date, then compares anew.
func (v *evolutionView) refresh() {
	ids := v.s.rowIDs("snapshot")
	options := make([]widgets.Option, 0, len(ids)+1)
	for _, id := range ids {
		options = append(options, widgets.Option{ID: id, Label: v.s.title("snapshot", id)})
	}
	options = append(options, widgets.Option{ID: todayState, Label: model.Capitalize(app.Today)})
	v.fillStates()
	v.deleted.refresh()
	known := func(id, usual string) string {
		if id == todayState || v.s.Diagnosis().Exists("snapshot", id) {
			return id
		}
		return usual
	}
	for choice, id := range map[*widgets.Choice]string{
		v.from: known(v.s.states.from, ids[len(ids)-1]),
		v.to:   known(v.s.states.to, todayState),
	} {
		choice.SetOptions(options)
		choice.SetSelected(id)
	}
	v.compare()
}

// fillStates lists the states, with who froze them once that is known.
func (v *evolutionView) fillStates() {
	var items []widgets.ListItem
	for _, id := range v.s.rowIDs("snapshot") {
		state, _ := v.s.Diagnosis().Snapshots.Get(id)
		items = append(items, widgets.ListItem{ID: id, Title: v.s.title("snapshot", id),
			Note: dotted(frozenWhen(state, v.signers[id]), string(state.Comment))})
	}
	v.states.SetItems(items)
	v.content.Relayout()
}

// frozenWhen is « Figé le 3 mars 2026 par Anne ».
func frozenWhen(state model.Snapshot, by app.Author) string {
	words := "Figé"
	if state.Date != "" {
		words += " le " + state.Date.French()
	}
	if by != (app.Author{}) {
		words += " par " + app.AuthorName(by)
	}
	return words
}

// loadSigners finds out away from the window who froze the states.
func (v *evolutionView) loadSigners() {
	query := app.PastQuery{Parts: []app.Part{{Entity: "snapshot"}}, Kind: app.Additions}
	v.s.Doc.PastAsync(query, func(past app.Past, err error) {
		fyne.Do(func() {
			if err != nil {
				return
			}
			for _, deed := range past.Deeds {
				for _, c := range deed.Changes {
					v.signers[c.Edit.Row] = c.Author
				}
			}
			v.fillStates()
		})
	})
}

// compare finds out away from the window what moved, and shows it.
func (v *evolutionView) compare() {
	v.round++
	round := v.round
	snapshot := func(id string) string {
		if id == todayState {
			return ""
		}
		return id
	}
	if v.from.Selected() == v.to.Selected() {
		v.show(widgets.NewText("C’est le même état"+model.NBSP+": choisissez-en un autre.", widgets.TextOptions{Style: widgets.Secondary}))
		return
	}
	v.s.Doc.EvolutionAsync(snapshot(v.from.Selected()), snapshot(v.to.Selected()), func(moved app.Evolution, err error) {
		fyne.Do(func() {
			if round != v.round {
				return
			}
			if err != nil {
				v.show(widgets.NewText(app.Explain(err), widgets.TextOptions{Color: skin.Alert}))
				return
			}
			v.show(newMovedParts(v.s, moved, v.content.Relayout)...)
		})
	})
}

func (v *evolutionView) show(parts ...fyne.CanvasObject) {
	v.moved.Objects = parts
	v.moved.Refresh()
	v.content.Relayout()
}
