package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
)

// reportPanel is where a document is chosen, its titles changed, what it lacks
// listed, and from which it goes to a file.
type reportPanel struct {
	v        *reportView
	choice   *widgets.Choice
	about    *widgets.Text // what the document is for
	format   *widgets.Text // how many pages of which paper
	lacking  *fyne.Container
	gaps     []model.Gap // those listed
	sources  *reportSources
	settings *reportSettings
	titles   *reportTitles
	scroll   *widgets.Scroll
	export   *widgets.Button
	carries  *fyne.Container // the tick, for documents that can carry their diagnosis
	content  fyne.CanvasObject
}

func newReportPanel(v *reportView) *reportPanel {
	p := &reportPanel{v: v, lacking: widgets.VStack(0), titles: newReportTitles(v), settings: newReportSettings(v), sources: newReportSources(v),
		about:  widgets.NewText("", widgets.TextOptions{Style: widgets.Small}),
		format: widgets.NewText("", widgets.TextOptions{Style: widgets.Small})}
	p.choice = widgets.NewChoice(widgets.ChoiceOptions{Options: v.s.kindOptions(), Selected: v.s.report.kind, Required: true, OnSelected: v.choose})
	p.listGaps(v.s.Diagnosis().Gaps(v.s.Grid()))
	p.describe()
	p.scroll = widgets.NewScroll(widgets.Pad(panelMargins, widgets.VStack(skin.Gap4,
		sectionTitle("Rapport"),
		widgets.VStack(skin.Gap2, p.choice, widgets.VStack(skin.Gap1, p.about, p.format)),
		p.sources.content,
		p.lacking,
		p.settings.content,
		p.titles.content)))
	p.content = container.NewBorder(nil, p.foot(), nil, nil, p.scroll)
	return p
}

// panelMargins are around the content of the panel.
var panelMargins = widgets.Insets{Top: 20, Right: reportSide, Bottom: 20, Left: reportSide}

// foot is what is always in view: the export, and what the file holds.
func (p *reportPanel) foot() fyne.CanvasObject {
	p.export = widgets.NewButton(widgets.ButtonOptions{Label: "Exporter le PDF", Kind: widgets.Filled, OnTapped: func() { p.v.s.ExportPDF(p.v.s.report.kind) }})
	charts := linkRow(widgets.NewText("Graphiques pour un diaporama ›", widgets.TextOptions{Style: widgets.Small}), p.v.s.SaveCharts)
	p.carries = widgets.VStack(skin.Gap2, widgets.NewCheck("Joindre le diagnostic au PDF", p.v.s.host.carriesDiagnosis(), p.v.s.host.setCarriesDiagnosis),
		widgets.NewText("Les apartés et les contacts n’y figurent pas.", widgets.TextOptions{Style: widgets.Small}))
	return widgets.VStack(0, widgets.NewDivider(), widgets.NewCard(widgets.VStack(skin.Gap2, p.export, p.carries, charts), widgets.CardOptions{
		Borderless: true, Square: true, Margins: widgets.Insets{Top: skin.Gap3, Right: reportSide, Bottom: skin.Gap4, Left: reportSide}}))
}

// refresh shows what was learnt from the last layout.
func (p *reportPanel) refresh() {
	p.choice.SetSelected(p.v.s.report.kind)
	p.describe()
	if app.Carries(p.v.s.report.kind) {
		p.carries.Show()
	} else {
		p.carries.Hide()
	}
	if p.v.alone() {
		p.export.Disable()
	} else {
		p.export.Enable()
	}
	p.settings.refresh()
	p.titles.refresh(p.v.shown.titles)
	if !slices.Equal(p.gaps, p.v.shown.gaps) {
		p.listGaps(p.v.shown.gaps)
	}
	p.scroll.Relayout()
}

// describe tells what the document is for and how long it is.
func (p *reportPanel) describe() {
	kind, _ := report.KindNamed(p.v.s.report.kind)
	p.about.SetText(kind.Description)
	p.format.SetText(formatLine(kind.Format, len(p.v.shown.drawings)))
}

// formatLine is « 4 pages A4, paysage ».
func formatLine(f report.Format, pages int) string {
	paper := "A4, portrait"
	if f == report.A4Landscape {
		paper = "A4, paysage"
	}
	if pages == 0 {
		return paper
	}
	return model.Count(pages, "page", "pages") + " " + paper
}

// listGaps lists what would make a better report; each line leads to its field.
func (p *reportPanel) listGaps(gaps []model.Gap) {
	const shown = 5
	p.gaps = gaps
	p.lacking.RemoveAll()
	p.lacking.Add(widgets.Pad(widgets.Insets{Bottom: skin.Gap1}, widgets.NewText("Pour un meilleur rapport", widgets.TextOptions{Style: widgets.Strong})))
	for _, g := range gaps[:min(len(gaps), shown)] {
		p.lacking.Add(linkRow(widgets.HStackTop(skin.Gap2, widgets.NewText("○", widgets.TextOptions{Style: widgets.Secondary, NoWrap: true}),
			widgets.Fill(widgets.NewText(g.Message+" ›", widgets.TextOptions{}))), func() { p.v.s.Go(p.v.s.targetOf(g.Entity, g.Row, g.Field)) }))
	}
	switch {
	case len(gaps) == 0:
		p.lacking.Add(widgets.NewText("Rien ne manque.", widgets.TextOptions{Style: widgets.Secondary}))
	case len(gaps) > shown:
		more := "et " + model.Count(len(gaps)-shown, "autre point", "autres points") + " ›"
		p.lacking.Add(linkRow(widgets.NewText(more, widgets.TextOptions{Style: widgets.Secondary}), func() { p.v.s.Go(Target{Screen: "accueil"}) }))
	}
}
