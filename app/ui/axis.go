package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// axisScreen walks through the levers of an axis, one a page.
type axisScreen struct{ axis model.Axis }

func (a axisScreen) ID() string                 { return string(a.axis.Slug) }
func (a axisScreen) Label() string              { return a.axis.Short }
func (a axisScreen) Color() fyne.ThemeColorName { return axisColor(a.axis.Slug) }

func (a axisScreen) Mark(d *model.Diagnosis, g *model.Grid) string {
	p := d.AxisProgress(g, a.axis.Slug)
	return fmt.Sprintf("%d/%d", p.Done, p.Total)
}

// Parts implements Historied.
func (a axisScreen) Parts(s *Session) []app.Part {
	var out []app.Part
	for _, l := range s.Grid().LeversOf(a.axis.Slug) {
		out = append(out, leverParts(l)...)
	}
	return out
}

// leverParts are a lever and the answers to its questions.
func leverParts(l model.Lever) []app.Part {
	out := []app.Part{{Entity: "lever", Row: l.Slug}}
	for _, q := range l.Questions {
		out = append(out, app.Part{Entity: "answer", Row: model.AnswerID(l.Slug, q.Slug)})
	}
	return out
}

// Show opens the lever asked for, otherwise the first one without a level.
func (a axisScreen) Show(s *Session, at Target) View {
	levers := s.Grid().LeversOf(a.axis.Slug)
	index := 0
	for i, l := range levers {
		if l.Slug == at.Row {
			index = i
			break
		}
		if at.Row == "" && s.Diagnosis().Lever(levers[index].Slug).Level != model.Unset {
			index = i
		}
	}
	if at.Row == "" && s.Diagnosis().AxisProgress(s.Grid(), a.axis.Slug).Complete() {
		index = 0
	}
	return newLeverView(s, a.axis, levers, index, at.Field)
}

// leverView is the page of one lever.
type leverView struct {
	s       *Session
	axis    model.Axis
	levers  []model.Lever
	index   int
	lever   model.Lever
	form    *form
	content *widgets.Scroll

	levelMark fyne.CanvasObject // that the level is undecided, nil when it is not
}

// formWidth is the widest that a form gets.
const formWidth = 860

func newLeverView(s *Session, axis model.Axis, levers []model.Lever, index int, field string) *leverView {
	v := &leverView{s: s, axis: axis, levers: levers, index: index, lever: levers[index]}
	v.form = newForm(s, "lever", v.lever.Slug)
	ref := model.MakeRef("lever", v.lever.Slug)
	parts := []fyne.CanvasObject{v.head(), v.levels()}
	for _, q := range v.lever.Questions {
		parts = append(parts, v.question(q))
	}
	parts = append(parts,
		widgets.NewDivider(),
		sectionTitle("Où en êtes-vous sur ce levier"+model.NBSP+"?"),
		v.form.field("level_reason"),
		v.form.pair("in_place", "planned"),
		v.form.pair("strengths", "ways_forward"),
		v.form.pair("priority", "source_kind"),
		newLinks(s, ref, "evidence", "Preuves"),
		newLinks(s, ref, "actor", "Acteurs"),
		v.form.field("private_note"),
		v.steps(),
	)
	v.content = page(formWidth, parts...)
	s.Help(v.help())
	if field != "" {
		v.form.focus(field)
	}
	return v
}

// Changed implements Refresher.
func (v *leverView) Changed(c app.Change) {
	v.form.Changed(c)
	if v.levelMark != nil && v.s.disputeMark("lever", v.lever.Slug, "level") == nil {
		v.levelMark.Hide()
		v.content.Relayout()
	}
}

// Content implements View.
func (v *leverView) Content() fyne.CanvasObject { return v.content }

// Rows implements Rowed.
func (v *leverView) Rows() (parts []app.Part, label, about string) {
	return leverParts(v.lever), "Ce levier", v.s.App.RowName(v.s.Diagnosis(), "lever", v.lever.Slug)
}

// Supported implements Supported.
func (v *leverView) Supported() model.Ref { return model.MakeRef("lever", v.lever.Slug) }

func (v *leverView) head() fyne.CanvasObject {
	color := axisColor(v.axis.Slug)
	place := widgets.HStack(skin.Gap3,
		widgets.NewText(v.axis.Name, widgets.TextOptions{Style: widgets.Strong, Color: color, NoWrap: true}),
		widgets.NewText(fmt.Sprintf("levier %d sur %d", v.index+1, len(v.levers)), widgets.TextOptions{Style: widgets.Small, NoWrap: true}),
		widgets.Spacer(), v.previous(), v.next())
	return widgets.VStack(skin.Gap1, place,
		widgets.NewText(v.lever.Name, widgets.TextOptions{Style: widgets.Title}),
		widgets.NewText(v.lever.Lead, widgets.TextOptions{Style: widgets.Secondary}))
}

func (v *leverView) previous() *widgets.Button {
	return widgets.NewButton(widgets.ButtonOptions{Label: "‹ Précédent", Color: axisColor(v.axis.Slug), Disabled: v.index == 0,
		OnTapped: func() { v.open(v.index - 1) }})
}

func (v *leverView) next() *widgets.Button {
	return widgets.NewButton(widgets.ButtonOptions{Label: "Suivant ›", Color: axisColor(v.axis.Slug), Disabled: v.index == len(v.levers)-1,
		OnTapped: func() { v.open(v.index + 1) }})
}

// steps is how one goes on at the foot of the page.
func (v *leverView) steps() fyne.CanvasObject {
	if v.index+1 < len(v.levers) {
		return widgets.NewButton(widgets.ButtonOptions{Label: "Levier suivant" + model.NBSP + ": " + v.levers[v.index+1].Short + " ›",
			Color: axisColor(v.axis.Slug), OnTapped: func() { v.open(v.index + 1) }})
	}
	return widgets.NewButton(widgets.ButtonOptions{Label: "Revenir à l’accueil", OnTapped: func() { v.s.Go(Target{Screen: "accueil"}) }})
}

func (v *leverView) open(index int) {
	v.s.Go(Target{Screen: string(v.axis.Slug), Row: v.levers[index].Slug})
}

// levels is the choice of the level, the trend, and why.
func (v *leverView) levels() fyne.CanvasObject {
	state := v.s.Diagnosis().Lever(v.lever.Slug)
	if state.Level == model.NotApplicable {
		return v.notApplicable()
	}
	cards := make([]widgets.LevelCard, len(v.s.Grid().Scale))
	for i, step := range v.s.Grid().Scale {
		cards[i] = widgets.LevelCard{Level: levelSigns[step.Slug], Name: step.Name, Text: v.lever.Anchors[step.Slug]}
	}
	choice := widgets.NewLevelCards(widgets.LevelCardsOptions{Cards: cards, Color: axisColor(v.axis.Slug), Selected: levelSigns[state.Level],
		OnSelected: func(sign widgets.Level) { v.s.SetField("lever", v.lever.Slug, "level", string(levelOf(sign))) }})
	trend := widgets.NewSegmented(widgets.SegmentedOptions{Segments: trendSegments(), Selected: string(state.Trend), Color: axisColor(v.axis.Slug),
		OnSelected: func(id string) { v.s.SetField("lever", v.lever.Slug, "trend", id) }})
	trendRow := widgets.Flow(skin.Gap3,
		widgets.HStack(skin.Gap2, widgets.NewText("Tendance", widgets.TextOptions{Style: widgets.Strong, NoWrap: true}),
			newFocusArea(trend, func() { v.s.At("lever", v.lever.Slug, "trend") })),
		widgets.NewButton(widgets.ButtonOptions{Label: "Non concerné…", Kind: widgets.Quiet, Edits: true, OnTapped: v.setNotApplicable}))
	if mark := v.s.disputeMark("lever", v.lever.Slug, "level"); mark != nil {
		trendRow.Add(mark)
		v.levelMark = mark
	}
	return widgets.VStack(skin.Gap3, newFocusArea(choice, func() {
		v.s.At("lever", v.lever.Slug, "level")
		v.s.Help(v.help())
	}), trendRow)
}

func trendSegments() []widgets.Segment {
	var out []widgets.Segment
	for _, c := range model.Trend("").Choices() {
		out = append(out, widgets.Segment{ID: c.Slug, Label: model.Trend(c.Slug).Sign() + " " + lowerInitial(c.Label)})
	}
	return out
}

// notApplicable says that the lever does not concern the territory, and why.
func (v *leverView) notApplicable() fyne.CanvasObject {
	return widgets.NewCard(widgets.VStack(skin.Gap3,
		widgets.HStack(skin.Gap2, widgets.NewLevelMark(widgets.LevelNotApplicable, axisColor(v.axis.Slug), 0),
			widgets.NewText("Non concerné", widgets.TextOptions{Style: widgets.Strong, NoWrap: true}), widgets.Spacer(),
			widgets.NewButton(widgets.ButtonOptions{Label: "Choisir un niveau", Edits: true, OnTapped: func() { v.setLevel(model.Unset) }})),
		v.form.field("not_applicable_reason")), widgets.CardOptions{Bar: axisColor(v.axis.Slug)})
}

func (v *leverView) setNotApplicable() {
	v.setLevel(model.NotApplicable)
	v.s.Go(Target{Screen: string(v.axis.Slug), Row: v.lever.Slug, Field: "not_applicable_reason"})
}

func (v *leverView) setLevel(level model.Level) {
	v.s.SetField("lever", v.lever.Slug, "level", string(level))
	v.s.Rebuild()
}

// help tells why the lever matters, where to look and what was done elsewhere.
func (v *leverView) help() string {
	text := "## Pourquoi ce levier" + model.NBSP + "?\n\n" + v.lever.Why + "\n\n## Regardez\n\n"
	for _, d := range v.lever.Documents {
		text += "- " + d + "\n"
	}
	text += "\n## Ailleurs\n\n"
	for _, e := range v.lever.Examples {
		text += e.Text + "\n\n"
	}
	return text + "\n" + v.s.Grid().Credit
}
