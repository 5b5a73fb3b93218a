package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
	"tressons/report/figure"
)

// report goes to the report and waits until its pages are there.
func (d *desk) report() *reportView {
	d.t.Helper()
	d.at(Target{Screen: "rapport"})
	return d.reportShown()
}

// reportShown waits until the pages of the present view are there.
func (d *desk) reportShown() *reportView {
	d.t.Helper()
	v, ok := d.w.view.(*reportView)
	if !ok {
		d.t.Fatalf("%T shows instead of the report", d.w.view)
	}
	d.until(func() bool { return !v.busy })
	return v
}

// until lets things happen until something is so.
func (d *desk) until(so func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(10 * time.Second); !so(); {
		if time.Now().After(deadline) {
			d.t.Fatal("waited in vain")
		}
		time.Sleep(2 * time.Millisecond)
		d.settle()
	}
	d.settle()
}

// TestCaptureReport leaves pictures of the report to look at.
func TestCaptureReport(t *testing.T) {
	if os.Getenv(widgettest.CaptureDir) == "" {
		t.Skip("no pictures asked for")
	}
	files := map[string]func(testing.TB, skin.Variant) *desk{"exemple": openExample, "vide": openEmpty}
	for name, open := range files {
		for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
			d := open(t, variant)
			d.report()
			d.at(Target{Screen: "rapport", Row: "zoom/facteurs"})
			d.reportShown()
			d.painted()
			widgettest.Save(t, d.w.win, variant, "rapport-titre-"+name)
			for _, kind := range []string{"zoom", "monographie"} {
				d.report()
				d.w.view.(*reportView).choose(kind)
				d.reportShown()
				for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1280, Height: 720}, {Width: 1920, Height: 1080}} {
					d.resize(size.Width, size.Height)
					d.painted()
					widgettest.Save(t, d.w.win, variant, fmt.Sprintf("rapport-%s-%s-%.0f", kind, name, size.Width))
				}
			}
		}
	}
}

// painted lets the pages in view be painted.
func (d *desk) painted() {
	for range 4 {
		d.canvas().Capture()
		time.Sleep(150 * time.Millisecond)
		d.settle()
	}
}

// words are all that the pages say.
func (v *reportView) words() string {
	var out strings.Builder
	for _, d := range v.shown.drawings {
		for _, op := range d.Ops {
			if t, ok := op.(figure.Text); ok {
				out.WriteString(t.Value) // kerned titles are parted; lines end with a space
			}
		}
	}
	return out.String()
}

func TestReportShowsTheDocumentChosen(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	d.sees("Zoom sur un territoire", "4"+model.NBSP+"pages A4, paysage", "Page"+model.NBSP+"1 sur 4", "Pour un meilleur rapport",
		"Neuf"+model.NBSP+"facteurs font tenir les projets, un seul touche au financement", "Exporter le PDF")
	v.choose("monographie")
	d.reportShown()
	d.sees("pages A4, portrait", "Méthode et crédits")
	if v.pages.Count() < 10 || v.pages.Count() != len(v.shown.result.Pages) {
		t.Errorf("%d pages are shown of %d", v.pages.Count(), len(v.shown.result.Pages))
	}
	v.pages.GoTo(5, 0)
	v.pages.SetZoom(100)
	d.at(Target{Screen: "accueil"})
	v = d.report()
	if v.s.report.kind != "monographie" || v.pages.Page() != 5 || v.pages.Zoom() != 100 {
		t.Errorf("back on %s, page %d, zoom %d; want what was left", v.s.report.kind, v.pages.Page(), v.pages.Zoom())
	}
}

func TestReportShowsOnlyTheLastChosen(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	for range 3 {
		v.choose("monographie")
		v.choose("zoom")
	}
	d.reportShown()
	time.Sleep(100 * time.Millisecond) // for layouts that nobody waits for
	d.settle()
	if v.pages.Count() != 4 {
		t.Errorf("%d pages, want the 4 of the zoom", v.pages.Count())
	}
}

func TestReportFollowsTheDiagnosis(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	before := v.round
	for _, name := range []string{"Communauté de communes A", "Communauté de communes B", "Communauté de communes des Essais"} {
		d.w.session.SetField("territory", model.SelfID, "name", name)
	}
	d.until(func() bool { return v.round > before && !v.busy })
	if !strings.Contains(v.words(), "des Essais") {
		t.Error("the pages still name the former territory")
	}
	if v.round != before+1 {
		t.Errorf("laid out %d times, want once after three quick changes", v.round-before)
	}
}

func TestTitlesAreWrittenOver(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	const written = "Le territoire tient par ses facteurs"
	byRule := "Neuf" + model.NBSP + "facteurs font tenir les projets, un seul touche au financement"
	settled := func() {
		d.t.Helper()
		round := v.round
		d.until(func() bool { return v.round > round && !v.busy })
	}

	d.tap(byRule)
	if v.pages.Page() != 1 {
		t.Errorf("page %d is shown beside the title of the second", v.pages.Page())
	}
	d.fill("Titre", written)
	settled()
	d.sees(written, "Des facteurs clés – écrit par vous")
	if words := v.words(); !strings.Contains(words, written) || strings.Contains(words, "un seul touche") {
		t.Error("the pages do not have the title that was written")
	}
	if got := d.w.session.Doc.UndoLabel(); got != "Titre de la page «"+model.NBSP+"Des facteurs clés"+model.NBSP+"»" {
		t.Errorf("undo is called %q", got)
	}
	d.fill("Titre", "")
	settled()
	if !strings.Contains(v.words(), "un seul touche") {
		t.Error("clearing the title did not give the rule back")
	}
	d.misses("écrit par vous")
	if got := d.field("Titre").(*widgets.TextArea).PlaceHolder; got != byRule {
		t.Errorf("the field suggests %q", got)
	}
}

func TestTitleAskedFor(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "rapport", Row: "monographie/matrice", Field: "title"})
	v := d.reportShown()
	if d.canvas().Focused() != fyne.Focusable(d.field("Titre").(*widgets.TextArea)) {
		t.Errorf("the cursor is in %T", d.canvas().Focused())
	}
	if v.s.report.kind != "monographie" || v.pages.Page() == 0 {
		t.Errorf("page %d of %s is shown", v.pages.Page(), v.s.report.kind)
	}
}

func TestGapsLeadToTheirField(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	gap := v.shown.gaps[0]
	d.tap(gap.Message + " ›")
	if want := v.s.targetOf(gap.Entity, gap.Row, gap.Field); d.w.current != want {
		t.Errorf("%q leads to %v, want %v", gap.Message, d.w.current, want)
	}
}

func TestReportByKeyboard(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	if d.canvas().Focused() != fyne.Focusable(v.pages) {
		t.Fatalf("the keyboard is on %T, want the pages", d.canvas().Focused())
	}
	d.key(fyne.KeyPageDown)
	d.sees("Page" + model.NBSP + "2 sur 4")
	d.canvas().Focus(v.thumbs)
	d.key(fyne.KeyDown)
	if v.pages.Page() != 2 {
		t.Errorf("page %d, want that of the thumbnail", v.pages.Page())
	}
	seen := map[fyne.Focusable]bool{}
	for range 60 {
		d.canvas().FocusNext()
		seen[d.canvas().Focused()] = true
	}
	for name, part := range map[string]fyne.Focusable{"pages": v.pages, "thumbnails": v.thumbs, "choice": v.panel.choice, "zoom": v.bar.larger} {
		if !seen[part] {
			t.Errorf("Tab does not reach %s", name)
		}
	}
}

func TestThumbnailsNeedRoom(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	for width, want := range map[float32]bool{1024: false, 1280: true} {
		d.resize(width, 720)
		if v.thumbs.Visible() != want {
			t.Errorf("at %g: thumbnails shown is %t", width, v.thumbs.Visible())
		}
	}
}

func TestReportSettingsAreKept(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	settled := func(change func()) {
		d.t.Helper()
		round := v.round
		change()
		d.until(func() bool { return v.round > round && !v.busy })
	}
	kept := func(field string) string { return d.w.session.Diagnosis().Value("report", "zoom", field) }

	settled(func() { v.panel.settings.keep([]string{"facteurs", "dynamique"}) })
	if got := kept("without"); got != "territoire,sources" {
		t.Errorf("the file keeps %q left out", got)
	}
	if v.pages.Count() != 2 {
		t.Errorf("%d pages, want those of the two sections kept", v.pages.Count())
	}
	v.panel.settings.keep(nil)
	if got := v.panel.settings.sections.Selected(); len(got) != 2 {
		t.Errorf("with none kept, %v are ticked", got)
	}

	d.fill("Couleur", "#FFD400")
	d.sees("La plus proche qui convient est #")
	if kept("accent") != "" {
		t.Error("a colour that cannot be read was kept")
	}
	settled(func() { d.fill("Couleur", "#4A4A9C") })
	if kept("accent") != "#4A4A9C" || v.shown.result.Pages == nil {
		t.Errorf("the file keeps %q", kept("accent"))
	}

	v.choose("questionnaire")
	d.reportShown()
	settled(func() { d.w.session.SetField("report", "questionnaire", "axis", "financement") })
	if got := v.shown.titles[0].DefaultTitle; got != "Cinq"+model.NBSP+"leviers de financement à regarder ensemble" || len(v.shown.titles) != 4 {
		t.Errorf("the questionnaire is not limited to its axis: %q and %d sections", got, len(v.shown.titles))
	}
}

func TestEvolutionsFollowAFrozenState(t *testing.T) {
	d := openExample(t, skin.Light)
	d.report()
	for _, o := range d.w.session.kindOptions() {
		if o.ID == "evolutions" {
			t.Errorf("%s is offered without what it needs", o.ID)
		}
	}
	if _, err := d.w.session.Doc.Freeze(t.Context(), "Au départ", ""); err != nil {
		t.Fatal(err)
	}
	d.w.session.SetField("lever", "accompagnement-projets", "level", "structured")
	d.at(Target{Screen: "accueil"})
	v := d.report()
	v.choose("evolutions")
	d.reportShown()
	if got := v.shown.titles[0].DefaultTitle; got != "Un"+model.NBSP+"levier a progressé" {
		t.Errorf("the pages say %q", got)
	}
	d.sees("Comparer à l’état figé", "Au départ")
}
