package ui

import (
	"context"
	"net/url"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/paint"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/raster"
)

// reportScreen shows the documents as they will be printed.
type reportScreen struct{}

func (reportScreen) ID() string    { return "rapport" }
func (reportScreen) Label() string { return "Rapport" }

// Parts implements Historied: how the documents are made, and what the team wrote
// over on their pages.
func (reportScreen) Parts(*Session) []app.Part {
	return []app.Part{{Entity: "report"}, {Entity: "page"}}
}

// Show shows the document last looked at, or that of the row of entity "page"
// that is asked for, whose title it offers to change.
func (reportScreen) Show(s *Session, at Target) View {
	kind, _, asked := strings.Cut(at.Row, "/")
	if asked {
		s.report.kind, s.report.open = kind, at.Row
	}
	if _, known := report.KindNamed(s.report.kind); !known {
		s.report.kind = report.Kinds()[0].Slug
	}
	return newReportView(s, asked)
}

// reportPlace is what the person was looking at in the report, kept while they
// go elsewhere and come back.
type reportPlace struct {
	kind string
	page int
	zoom int    // percent, 0 to fit the width
	open string // the page row whose titles are being changed
	// state is the snapshot that documents compare with, "" for the latest.
	state string
	// files are those added to the synthesis, without the sources left out of it.
	files   []otherFile
	without map[string]bool
}

// laidOut is a document in pages, and what is said beside them.
type laidOut struct {
	drawings []figure.Drawing
	result   layout.Result
	titles   []report.PageTitle
	gaps     []model.Gap
}

// reportView is the document, its thumbnails and the panel beside them.
type reportView struct {
	s       *Session
	pages   *paint.Pages
	thumbs  *paint.Thumbnails
	bar     *reportBar
	panel   *reportPanel
	nothing fyne.CanvasObject // in place of the pages
	content fyne.CanvasObject

	shown    laidOut
	asked    bool   // for the title that is open
	busy     bool   // pages are being laid out
	arriving bool   // nothing has been shown yet
	round    int    // counts what was asked for, so that only the last is shown
	cancel   func() // stops the layout under way
	wait     func() // keeps the pages from being laid out anew, nil when that is not awaited
}

// reportDelay is how long the diagnosis must rest before pages are laid out anew.
const reportDelay = 300 * time.Millisecond

func newReportView(s *Session, asked bool) *reportView {
	v := &reportView{s: s, asked: asked, arriving: true, cancel: func() {}}
	painter, err := reportPainter()
	if err != nil {
		s.Fail(err)
		v.content = page(formWidth, pageHead("Rapport", app.Explain(err)))
		return v
	}
	v.pages = paint.NewPages(painter, paint.PagesOptions{OnPage: v.pageTurned, OnZoom: v.zoomed})
	v.pages.SetZoom(s.report.zoom)
	v.thumbs = paint.NewThumbnails(painter, func(page int) { v.pages.GoTo(page, 0) })
	v.bar = newReportBar(v.pages)
	v.panel = newReportPanel(v)
	v.nothing = widgets.Centered(emptyWidth, widgets.EmptyState(
		"Une synthèse met côte à côte de deux à douze diagnostics"+model.NBSP+"; il manque encore le deuxième.", "+ Ajouter un autre fichier…", v.panel.sources.ask))
	v.nothing.Hide()
	v.content = newReportPanes(v)
	v.refresh()
	return v
}

// reportPainter paints with the typeface of the window.
func reportPainter() (*raster.Painter, error) {
	theme := fyne.CurrentApp().Settings().Theme()
	face := func(style fyne.TextStyle) []byte { return theme.Font(style).Content() }
	return raster.NewPainter(face(fyne.TextStyle{}), face(fyne.TextStyle{Italic: true}), face(skin.Semibold), face(fyne.TextStyle{Bold: true}))
}

// emptyWidth is the width of what stands in place of the pages.
const emptyWidth = 420

// Content implements View.
func (v *reportView) Content() fyne.CanvasObject { return v.content }

// Consults implements Consulter.
func (v *reportView) Consults() {}

// Wide implements Wide: the panel takes the room of the help.
func (v *reportView) Wide() {}

// Arrive gives the keyboard to the pages, as readers of documents do.
func (v *reportView) Arrive() {
	if v.pages != nil && !v.asked {
		v.s.Window().Canvas().Focus(v.pages)
	}
}

// Changed implements Refresher.
func (v *reportView) Changed(app.Change) {
	if v.pages == nil {
		return
	}
	v.stopWaiting()
	v.wait = widgets.Later(reportDelay, v.refresh)
}

func (v *reportView) stopWaiting() {
	if v.wait != nil {
		v.wait()
		v.wait = nil
	}
}

// choose shows another document, from its first page.
func (v *reportView) choose(kind string) {
	v.s.report.kind, v.s.report.page, v.s.report.open = kind, 0, ""
	v.arriving = true
	v.panel.sources.refresh()
	v.refresh()
}

// refresh lays the document out away from the window, then shows it.
func (v *reportView) refresh() {
	v.stopWaiting()
	v.cancel()
	v.round++
	if v.alone() {
		v.show(laidOut{gaps: v.s.Diagnosis().Gaps(v.s.Grid())})
		return
	}
	v.busy = true
	round, a, grid := v.round, v.s.App, v.s.Grid()
	d, gathered := v.s.Diagnosis().Clone(), v.s.gathered(v.s.reportOptions(v.s.report.kind))
	v.cancel = Async(func(ctx context.Context) (laidOut, error) {
		options, err := gathered(ctx)
		if err != nil {
			return laidOut{}, err
		}
		result, err := a.Pages(ctx, d, options)
		return laidOut{result: result, drawings: drawingsOf(result), titles: a.PageTitles(d, options), gaps: d.Gaps(grid)}, err
	}, func(made laidOut, err error) {
		if round != v.round {
			return
		}
		v.busy = false
		if err != nil {
			v.s.Fail(err)
			return
		}
		v.show(made)
	})
}

// alone tells whether the document lacks a second diagnosis to be made at all.
func (v *reportView) alone() bool {
	kind, _ := report.KindNamed(v.s.report.kind)
	return kind.From == report.SeveralDiagnoses && len(v.s.included()) == 0
}

// drawingsOf makes a drawing of each page.
func drawingsOf(result layout.Result) []figure.Drawing {
	out := make([]figure.Drawing, len(result.Pages))
	for i, p := range result.Pages {
		out[i] = figure.Drawing{Width: p.Width, Height: p.Height}
		for _, item := range p.Items {
			out[i].Ops = append(out[i].Ops, item.Ops...)
		}
	}
	return out
}

// show shows a document that was laid out.
func (v *reportView) show(made laidOut) {
	v.shown = made
	place := v.s.report.page
	v.pages.SetPages(made.drawings, v.links(made.result))
	v.thumbs.SetPages(made.drawings)
	if v.alone() {
		v.nothing.Show()
	} else {
		v.nothing.Hide()
	}
	v.panel.refresh()
	if v.arriving {
		v.arriving = false
		v.pages.GoTo(place, 0)
		v.showAsked()
	}
	v.thumbs.Select(v.pages.Page())
	v.bar.refresh()
}

// showAsked puts the cursor in the title that was asked for, beside its page.
func (v *reportView) showAsked() {
	if v.asked {
		v.asked = false
		v.goToSection(v.s.report.open)
		v.panel.titles.focus()
	}
}

// links makes the links of the pages work.
func (v *reportView) links(result layout.Result) []paint.Link {
	var out []paint.Link
	for i, p := range result.Pages {
		for _, item := range p.Items {
			link := item.Link
			switch {
			case link.URL != "":
				out = append(out, paint.Link{Page: i, Box: item.Box, Follow: func() { v.openAddress(link.URL) }})
			case link.Target != "":
				out = append(out, paint.Link{Page: i, Box: item.Box, Follow: func() { v.pages.GoTo(link.Page, link.Y) }})
			}
		}
	}
	return out
}

// openAddress opens a web page with the system's program.
func (v *reportView) openAddress(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = fyne.CurrentApp().OpenURL(u)
	}
	if err != nil {
		v.s.Fail(err)
	}
}

// goToSection shows the page on which a section begins.
func (v *reportView) goToSection(row string) {
	_, section, _ := strings.Cut(row, "/")
	for _, m := range v.shown.result.Outline {
		if m.ID == section {
			v.pages.GoTo(m.Page, 0)
			return
		}
	}
}

func (v *reportView) pageTurned(page int) {
	v.s.report.page = page
	v.thumbs.Select(page)
	v.bar.refresh()
}

func (v *reportView) zoomed() {
	v.s.report.zoom = v.pages.Zoom()
	if v.bar != nil {
		v.bar.refresh()
	}
}
