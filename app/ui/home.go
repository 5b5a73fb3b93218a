package ui

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/french"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// homeScreen tells where the team stands, what is next and what changed.
type homeScreen struct{}

func (homeScreen) ID() string    { return "accueil" }
func (homeScreen) Label() string { return "Accueil" }

// recentShown is how many of the latest changes Accueil shows.
const recentShown = 6

func (homeScreen) Show(s *Session, _ Target) View {
	v := &homeView{s: s, recent: widgets.VStack(skin.Gap2)}
	summary := s.App.Summarize(s.Diagnosis())
	axes := make([]fyne.CanvasObject, len(summary.Axes))
	for i, a := range summary.Axes {
		axes[i] = v.axisCard(a)
	}
	parts := []fyne.CanvasObject{pageHead("Où en êtes-vous"+model.NBSP+"?", homeLead(summary))}
	todo := widgets.Columns(14, 340)
	if _, looking := s.Doc.Looking(); !looking { // nothing is to be done in a frozen state
		parts = append(append(parts, v.notices()...), v.next(summary.Next))
		todo.Objects = []fyne.CanvasObject{v.gaps(),
			widgets.NewCard(widgets.VStack(skin.Gap2, sectionTitle("Derniers changements"), v.recent), widgets.CardOptions{})}
	}
	v.content = page(homeWidth, append(parts,
		widgets.Columns(14, 228, axes...),
		todo,
	)...)
	s.Help(s.App.Help("accueil"))
	v.loadRecent()
	return v
}

// homeWidth is the widest that Accueil gets.
const homeWidth = 1320

type homeView struct {
	s       *Session
	recent  *fyne.Container
	content *widgets.Scroll
}

// Content implements View.
func (v *homeView) Content() fyne.CanvasObject { return v.content }

// Wide implements Wide: the dashboard takes the room of the help.
func (v *homeView) Wide() {}

func homeLead(s app.Summary) string {
	levers := fmt.Sprintf("%d %s sur %d, ", s.Levers.Done, model.Plural(s.Levers.Done, "levier renseigné", "leviers renseignés"), s.Levers.Total)
	return levers + fmt.Sprintf("%s, %s.",
		model.Count(s.Factors, "facteur clé", "facteurs clés"), model.Count(s.Initiatives, "initiative", "initiatives"))
}

// notices are what there is to know before the rest, the most pressing first.
func (v *homeView) notices() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, banner := range []*widgets.Card{v.disputes(), v.copies(), v.shared(), v.grown()} {
		if banner != nil {
			out = append(out, banner)
		}
	}
	return out
}

// next is the banner that says what to do now.
func (v *homeView) next(step model.NextStep) fyne.CanvasObject {
	detail := step.Detail + fmt.Sprintf(" – environ %d"+model.NBSP+"minutes", step.Minutes)
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Continuer", Kind: widgets.Filled, OnTapped: func() {
		v.s.Go(Target{Screen: step.Screen, Row: step.Lever})
	}})
	return widgets.NewBanner(widgets.BannerOptions{Kind: widgets.Signpost, Title: "Prochaine étape" + model.NBSP + ": " + step.Title, Detail: detail,
		Buttons: []fyne.CanvasObject{button}})
}

// axisCard lists the levers of an axis with their level and trend.
func (v *homeView) axisCard(a app.AxisSummary) fyne.CanvasObject {
	color := axisColor(a.Axis.Slug)
	rows := []fyne.CanvasObject{widgets.NewText(a.Axis.Name, widgets.TextOptions{Style: widgets.Section, Color: color})}
	for _, l := range a.Levers {
		rows = append(rows, newLeverRow(v.s, l, color))
	}
	return widgets.NewCard(widgets.VStack(skin.Gap1, rows...), widgets.CardOptions{Bar: color})
}

// gaps lists what would make a better report; each line leads to its field.
func (v *homeView) gaps() fyne.CanvasObject {
	const shown = 6
	gaps := v.s.Diagnosis().Gaps(v.s.Grid())
	rows := []fyne.CanvasObject{sectionTitle("À compléter")}
	for _, g := range gaps[:min(len(gaps), shown)] {
		rows = append(rows, newTextLink("○  "+g.Message, func() { v.s.Go(v.s.targetOf(g.Entity, g.Row, g.Field)) }))
	}
	switch {
	case len(gaps) == 0:
		rows = append(rows, widgets.NewText("Rien ne manque pour un bon rapport.", widgets.TextOptions{Style: widgets.Secondary}))
	case len(gaps) > shown:
		rows = append(rows, widgets.NewText("et "+model.Count(len(gaps)-shown, "autre point", "autres points"), widgets.TextOptions{Style: widgets.Small}))
	}
	return widgets.NewCard(widgets.VStack(skin.Gap1, rows...), widgets.CardOptions{})
}

// loadRecent reads the latest changes away from the window.
func (v *homeView) loadRecent() {
	v.s.Doc.PastAsync(app.PastQuery{}, func(past app.Past, err error) {
		fyne.Do(func() {
			if err == nil {
				v.showRecent(past.Deeds)
			}
		})
	})
}

func (v *homeView) showRecent(deeds []app.Deed) {
	v.recent.RemoveAll()
	for _, d := range deeds[:min(recentShown, len(deeds))] {
		who := model.Capitalize(french.When(d.At, time.Now()))
		if d.Author.Name != "" {
			who += " – " + d.Author.Name
		}
		v.recent.Add(linkRow(widgets.VStack(0,
			widgets.NewText(who, widgets.TextOptions{Style: widgets.Small, Truncate: true}),
			widgets.NewText(d.What, widgets.TextOptions{Truncate: true})),
			func() { v.s.host.showPast(pastAsk{scope: wholePast, open: deedKey(d)}) }))
	}
	if len(deeds) > 0 {
		v.recent.Add(newTextLink("Tout l’historique ›", func() { v.s.host.showPast(pastAsk{scope: wholePast}) }))
	} else {
		v.recent.Add(widgets.NewText("Rien encore.", widgets.TextOptions{Style: widgets.Secondary}))
	}
	v.content.Relayout()
}
