package ui

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// build makes the parts of the shell, which stay as long as the window.
func (w *Window) build() {
	w.choice = newDiagnosisChoice(w.showDiagnosis)
	w.nav = widgets.NewNavList(widgets.NavOptions{Under: w.choice.Container, OnSelected: func(id string) { w.goTo(Target{Screen: id}) }})
	w.help = widgets.NewHelpPanel(widgets.HelpOptions{Action: "Historique", Icon: theme.HistoryIcon(),
		OnAction: func() { w.showPast(pastAsk{}) }})
	w.panes = widgets.NewThreePane(widgets.ThreePaneOptions{Nav: w.nav, Form: container.NewStack(), Help: w.help})
	w.status = newStatusLine()
	w.toasts = widgets.NewToaster()
	w.top = widgets.VStack(0)
	w.refreshMenu()
}

// showShell shows the navigation, the form and the status line of an open file.
func (w *Window) showShell() {
	w.win.SetTitle(filepath.Base(w.session.Doc.Info().Path) + " – Tressons")
	w.status.opened(w.session.Doc.Info())
	w.status.saved(w.session.Doc.Status())
	w.status.signed(w.options.Settings.Signature())
	w.refreshNav()
	w.win.SetContent(container.NewStack(widgets.Dock(w.top, w.panes, w.status.bar()), w.toasts))
	w.refreshTop()
}

// goTo shows a place, after handing over what was being typed.
func (w *Window) goTo(t Target) {
	screen, ok := w.screens[screenOf(t.Screen)]
	if !ok || w.session == nil {
		return
	}
	w.leaveView()
	if t.Screen == "matrice" {
		t.Row = matrixRow
	}
	t.Screen = screen.ID()
	w.present(screen, t)
	if t.Screen == "accueil" {
		w.lookBeside()
	}
}

// screenOf is the screen that a step of the work is done on.
func screenOf(step string) string {
	if step == "matrice" {
		return "initiatives"
	}
	return step
}

// present shows a screen. Fields that ask for the cursor get it once the screen
// is in the window.
func (w *Window) present(screen Screen, t Target) {
	w.current = t
	w.helpText = ""
	w.session.field = app.Part{}
	w.view = screen.Show(w.session, t)
	if _, stays := w.view.(Consulter); w.session.consulting() && !stays {
		widgets.MakeReadOnly(w.view.Content())
	}
	w.showForm()
	w.refreshNav()
	w.nav.Select(t.Screen)
	if f, ok := w.view.(interface{ Arrive() }); ok {
		f.Arrive()
	}
}

func (w *Window) showForm() {
	if _, wide := w.view.(Wide); wide {
		w.panes.SetHelp(nil)
	} else {
		w.panes.SetHelp(w.help)
	}
	w.panes.SetForm(w.view.Content())
}

// leaveView takes the cursor out of the field being typed in, which saves it.
func (w *Window) leaveView() {
	w.win.Canvas().Unfocus()
	if l, ok := w.view.(Leaver); ok {
		l.Leave()
	}
}

// rebuild shows the present screen anew, scrolled as it was, with the cursor in
// the field where it was.
func (w *Window) rebuild() {
	screen, ok := w.screens[w.current.Screen]
	if !ok {
		return
	}
	offset, cursor, row := scrollOffset(w.view), w.cursor(), w.cursorRow()
	at := w.current
	at.Field = ""
	w.present(screen, at)
	if scroll, ok := w.view.Content().(*widgets.Scroll); ok {
		scroll.Relayout()
		scroll.ScrollTo(offset)
	}
	w.putCursor(cursor, row)
}

func scrollOffset(v View) float32 {
	if v == nil {
		return 0
	}
	if scroll, ok := v.Content().(*widgets.Scroll); ok {
		return scroll.Offset()
	}
	return 0
}

func (w *Window) showHelp(markdown string) {
	if markdown == "" {
		markdown = w.options.App.Help(helpPage(w.current.Screen))
	}
	if markdown != w.helpText {
		w.helpText = markdown
		w.help.SetMarkdown(markdown)
	}
}

// helpPage is the help page of a screen: the axes share one.
func helpPage(screen string) string {
	for _, id := range model.AxisIDs {
		if screen == string(id) {
			return "axe"
		}
	}
	return screen
}

func (w *Window) window() fyne.Window { return w.win }

func (w *Window) toast(message, action string, do func()) { w.toasts.Notify(message, action, do) }

// refreshNav brings the titles and marks of the navigation up to date.
func (w *Window) refreshNav() {
	if w.session == nil {
		return
	}
	d := w.session.Diagnosis()
	w.choice.refresh(w.session)
	w.nav.SetTitle(shortTitle(d.Territory()), d.About().Name)
	var sections []widgets.NavSection
	for _, g := range w.groups {
		section := widgets.NavSection{Heading: g.heading}
		for _, screen := range g.screens {
			section.Items = append(section.Items, w.navItem(screen, d))
		}
		sections = append(sections, section)
	}
	w.nav.SetSections(sections)
}

func (w *Window) navItem(screen Screen, d *model.Diagnosis) widgets.NavItem {
	item := widgets.NavItem{ID: screen.ID(), Label: screen.Label()}
	if m, ok := screen.(Marked); ok {
		item.Mark = m.Mark(d, w.options.App.Grid)
	}
	if c, ok := screen.(Colored); ok {
		item.Color = c.Color()
	}
	return item
}

// withoutArticle is a name without the « du », « de la »… that joins it to what
// comes before.
func withoutArticle(name string) string {
	for _, article := range []string{"du ", "des ", "de la ", "de l’", "de l'", "de ", "d’", "d'"} {
		if rest, ok := strings.CutPrefix(name, article); ok {
			return rest
		}
	}
	return name
}

// shortTitle leaves out the legal form that a territory's name begins with.
func shortTitle(t model.Territory) string {
	name := t.Name
	for _, c := range model.TerritoryKind("").Choices() {
		rest, ok := strings.CutPrefix(strings.ToLower(name), strings.ToLower(c.Label)+" ")
		if ok && rest != "" {
			return model.Capitalize(withoutArticle(strings.TrimSpace(name[len(c.Label):])))
		}
	}
	if name == "" {
		return "Territoire sans nom"
	}
	return name
}
