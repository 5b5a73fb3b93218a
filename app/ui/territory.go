package ui

import (
	"fmt"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// territoryScreen is the sheet of the territory and the diagnosis's own name.
type territoryScreen struct{}

func (territoryScreen) ID() string    { return "territoire" }
func (territoryScreen) Label() string { return "Territoire" }

func (territoryScreen) Mark(d *model.Diagnosis, _ *model.Grid) string {
	p := d.SheetProgress()
	return fmt.Sprintf("%d/%d", p.Done, p.Total)
}

// Parts implements Historied.
func (territoryScreen) Parts(*Session) []app.Part {
	return []app.Part{{Entity: "territory"}, {Entity: "commune"}, {Entity: "diagnosis"}}
}

func (territoryScreen) Show(s *Session, at Target) View {
	if at.Row == communesRow {
		return newCommunesView(s)
	}
	v := &territoryView{s: s, sheet: newForm(s, "territory", model.SelfID), about: newForm(s, "diagnosis", model.SelfID),
		density: widgets.NewText("", widgets.TextOptions{Style: widgets.Small})}
	f := v.sheet
	v.content = page(formWidth,
		pageHead("Le territoire", "Sa fiche d’identité, dans l’ordre des monographies"+model.NBSP+": chaque chiffre avec son année et sa source."),
		f.pair("name", "kind"),
		f.pair("status", "siren"),
		f.pair("region", "departements"),
		f.stack("situation", "urban_areas"),
		v.communes(),
		f.pair("area", "area_source"),
		widgets.Columns(skin.Gap4, 240, f.field("population"), f.field("population_year"), f.field("population_source")),
		widgets.VStack(skin.Gap1, f.pair("density", "density_source"), v.density),
		widgets.Columns(skin.Gap4, 240, f.field("unemployment"), f.field("unemployment_year"), f.field("unemployment_source")),
		f.stack("characteristics", "website"),
		newLinks(s, model.MakeRef("territory", model.SelfID), "evidence", "Preuves"),
		f.field("private_note"),
		widgets.NewDivider(),
		sectionTitle("Ce diagnostic"),
		v.about.pair("name", "organisation"),
		v.about.field("team"),
		v.about.pair("started", "ended"),
		v.about.stack("essential", "private_note"),
	)
	v.showDensity()
	s.Help(s.App.Help("territoire"))
	if at.Field != "" {
		f.focus(at.Field)
	}
	return v
}

type territoryView struct {
	s            *Session
	sheet, about *form
	density      *widgets.Text
	content      *widgets.Scroll
}

// Content implements View.
func (v *territoryView) Content() fyne.CanvasObject { return v.content }

// Supported implements Supported.
func (v *territoryView) Supported() model.Ref { return model.MakeRef("territory", model.SelfID) }

// Changed implements Refresher.
func (v *territoryView) Changed(c app.Change) {
	v.sheet.Changed(c)
	v.about.Changed(c)
	v.showDensity()
}

// showDensity shows the computed density beside the one that was typed.
func (v *territoryView) showDensity() {
	t := v.s.Diagnosis().Territory()
	computed, ok := t.ComputedDensity()
	if !ok {
		v.density.SetText("")
		return
	}
	text := "Calculée d’après la population et la superficie" + model.NBSP + ": " + model.FormatNumber(computed, 1) + model.NarrowNBSP + "hab./km²"
	if t.DensityDiffers() {
		gap, _ := t.DensityGap()
		text += ", soit " + model.FormatNumber(gap*100, 1) + model.NBSP + "% d’écart avec la source" + model.NBSP + ": le rapport montre les deux."
	}
	v.density.SetText(text)
}

// communes is the number given by the source and the list of members.
func (v *territoryView) communes() fyne.CanvasObject {
	list := v.s.Diagnosis().Communes.All()
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = c.Name
	}
	summary := "Aucune commune dans la liste."
	if len(list) > 0 {
		summary = model.Count(len(list), "commune dans la liste", "communes dans la liste")
		if people, ok := v.s.Diagnosis().MemberPopulation(); ok {
			summary += ", " + model.Count(people, "habitant", "habitants") + " en tout"
		}
		summary += model.NBSP + ": " + model.JoinFrench(names) + "."
	}
	label := "Modifier la liste…"
	if v.s.consulting() {
		label = "Voir la liste…"
	}
	edit := widgets.NewButton(widgets.ButtonOptions{Label: label, OnTapped: func() { showCommunes(v.s) }})
	return widgets.TwoColumns(pairWidth, v.sheet.field("commune_count"),
		widgets.VStack(skin.Gap2, widgets.NewText("Communes membres", widgets.TextOptions{Style: widgets.Strong}),
			widgets.NewText(summary, widgets.TextOptions{Style: widgets.Small}), edit))
}
