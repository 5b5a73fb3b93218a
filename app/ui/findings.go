package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// findingsScreen asks of four statements on what the ESS brings whether they
// hold here.
type findingsScreen struct{}

// ID implements Screen.
func (findingsScreen) ID() string { return "constats" }

// Label implements Screen.
func (findingsScreen) Label() string { return "Constats" }

// Mark implements Marked.
func (findingsScreen) Mark(d *model.Diagnosis, g *model.Grid) string {
	p := d.FindingProgress(g)
	return fmt.Sprintf("%d/%d", p.Done, p.Total)
}

// Parts implements Historied.
func (findingsScreen) Parts(*Session) []app.Part { return []app.Part{{Entity: "finding"}} }

// Show implements Screen.
func (findingsScreen) Show(s *Session, at Target) View {
	v := &findingsView{s: s, at: at, forms: map[string]*form{}}
	parts := []fyne.CanvasObject{pageHead("Des constats", "Ce que l’ESS apporte aux territoires ruraux"+model.NBSP+": le voyez-vous ici, et où"+model.NBSP+"?")}
	for _, f := range s.Grid().Findings {
		parts = append(parts, v.card(f))
	}
	v.content = page(formWidth, parts...)
	s.Help(s.App.Help("constats"))
	return v
}

type findingsView struct {
	s       *Session
	at      Target
	forms   map[string]*form
	content *widgets.Scroll
}

// Content implements View.
func (v *findingsView) Content() fyne.CanvasObject { return v.content }

// Changed implements Refresher.
func (v *findingsView) Changed(c app.Change) {
	for _, f := range v.forms {
		f.Changed(c)
	}
}

// Arrive puts the cursor in the finding asked for.
func (v *findingsView) Arrive() {
	if f, ok := v.forms[v.at.Row]; ok {
		f.focus("illustration")
	}
}

func (v *findingsView) card(finding model.Finding) fyne.CanvasObject {
	f := newForm(v.s, "finding", finding.Slug)
	v.forms[finding.Slug] = f
	ref := model.MakeRef("finding", finding.Slug)
	seen, _ := f.entity.Field("seen")
	answer := widgets.NewSegmented(widgets.SegmentedOptions{Segments: segments(seen.Choices), Selected: f.value("seen"),
		ClearLabel: "Effacer", OnSelected: func(id string) { v.s.SetField("finding", finding.Slug, "seen", id) }})
	f.fields["seen"] = &formField{control: answer, show: answer.SetSelected}
	help := func() {
		v.s.At("finding", finding.Slug, "seen")
		v.s.Help("## " + finding.Name + "\n\n" + finding.Help + "\n\n" + v.s.App.Help("constats"))
	}
	return widgets.NewCard(widgets.VStack(skin.Gap3,
		widgets.VStack(skin.Gap1, sectionTitle(finding.Name), widgets.NewText(finding.Statement, widgets.TextOptions{Style: widgets.Secondary})),
		newFocusArea(widgets.NewField(answer, widgets.FieldOptions{Label: seen.Label}), help),
		f.field("illustration"),
		newLinks(v.s, ref, "initiative", "Initiatives qui le montrent"),
		newLinks(v.s, ref, "evidence", "Preuves"),
		f.field("private_note")), widgets.CardOptions{})
}

func segments(choices []model.Choice) []widgets.Segment {
	out := make([]widgets.Segment, len(choices))
	for i, c := range choices {
		out[i] = widgets.Segment{ID: c.Slug, Label: c.Label}
	}
	return out
}
