package ui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tressons/app/ui/skin"
	"tressons/model"
)

// refreshMenu builds the main menu; it carries every shortcut, since a field
// with the cursor in it would swallow them otherwise.
func (w *Window) refreshMenu() {
	w.win.SetMainMenu(fyne.NewMainMenu(w.fileMenu(), w.editMenu(), w.goMenu(), w.viewMenu(),
		fyne.NewMenu("Aide", fyne.NewMenuItem("À propos de Tressons", w.about))))
}

// changing is item for what changes the file.
func (w *Window) changing(label string, do func()) *fyne.MenuItem {
	i := w.item(label, do, "", true)
	i.Disabled = i.Disabled || w.session.Doc.Info().ReadOnly
	return i
}

// item is a menu item with its shortcut, Ctrl and a letter: digits and signs move
// from keyboard to keyboard, and Fyne names the other keys in English. It is
// greyed without an open file when it needs one.
func (w *Window) item(label string, do func(), letter fyne.KeyName, needsFile bool) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, do)
	if letter != "" {
		i.Shortcut = &desktop.CustomShortcut{KeyName: letter, Modifier: fyne.KeyModifierShortcutDefault}
	}
	i.Disabled = needsFile && w.session == nil || w.busy
	return i
}

func (w *Window) fileMenu() *fyne.Menu {
	recent := fyne.NewMenuItem("Fichiers récents", nil)
	recent.ChildMenu = w.recentMenu()
	recent.Disabled = len(recent.ChildMenu.Items) == 0
	quit := w.item("Quitter", w.quit, fyne.KeyQ, false)
	quit.IsQuit = true
	return fyne.NewMenu("Fichier",
		w.item("Nouveau…", w.askNew, fyne.KeyN, false),
		w.item("Ouvrir…", w.askOpen, fyne.KeyO, false),
		recent,
		w.item("Ouvrir l’exemple…", w.askExample, "", false),
		fyne.NewMenuItemSeparator(),
		w.diagnosesItem(),
		fyne.NewMenuItemSeparator(),
		w.item("Enregistrer maintenant", w.saveNow, fyne.KeyS, true),
		w.item("Enregistrer une copie sous…", w.askCopy, "", true),
		w.item("Préparer une copie à partager…", w.askShare, "", true),
		w.changing("Fusionner une copie reçue…", func() { w.askMerge() }),
		w.disputesItem(),
		fyne.NewMenuItemSeparator(),
		w.changing(freezeLabel, w.askFreeze),
		w.changing("Alléger le fichier…", w.askCompact),
		w.item("Exporter le PDF…", func() { w.goTo(Target{Screen: "rapport"}) }, "", true),
		w.item("Enregistrer les graphiques…", w.saveCharts, "", true),
		fyne.NewMenuItemSeparator(), quit)
}

// disputesItem leads to what earlier merges left undecided.
func (w *Window) disputesItem() *fyne.MenuItem {
	i := w.changing("Trancher les désaccords…", func() { w.goTo(Target{Screen: disputesPlace}) })
	i.Disabled = i.Disabled || w.session.undecided.Count() == 0
	return i
}

func (w *Window) recentMenu() *fyne.Menu {
	menu := fyne.NewMenu("")
	for _, path := range w.options.Settings.Recent {
		menu.Items = append(menu.Items, fyne.NewMenuItem(filepath.Base(path)+" – "+filepath.Dir(path), func() { w.Open(path) }))
	}
	return menu
}

// diagnosesItem lists the diagnoses of the file and adds one.
func (w *Window) diagnosesItem() *fyne.MenuItem {
	parent := fyne.NewMenuItem("Diagnostics de ce fichier", nil)
	parent.ChildMenu = fyne.NewMenu("")
	if w.session == nil {
		parent.Disabled = true
		return parent
	}
	names := diagnosisNames(w.session.Doc.Diagnoses())
	for n, d := range w.session.Doc.Diagnoses() {
		i := fyne.NewMenuItem(names[n], func() { w.showDiagnosis(d.ID) })
		i.Checked = d.ID == w.session.Diagnosis().ID
		parent.ChildMenu.Items = append(parent.ChildMenu.Items, i)
	}
	parent.ChildMenu.Items = append(parent.ChildMenu.Items, fyne.NewMenuItemSeparator(),
		w.changing("Ajouter un diagnostic…", w.askAddDiagnosis))
	return parent
}

func (w *Window) askAddDiagnosis() {
	w.askTerritory("Ajouter un diagnostic à ce fichier", "Ajouter", func(territory string) {
		if err := w.session.Doc.AddDiagnosis(territory, ""); err != nil {
			w.fail(err)
			return
		}
		w.goTo(Target{Screen: "accueil"})
	})
}

func (w *Window) editMenu() *fyne.Menu {
	undo, redo := "Annuler", "Rétablir"
	if w.session != nil {
		undo = withLabel(undo, w.session.Doc.UndoLabel())
		redo = withLabel(redo, w.session.Doc.RedoLabel())
	}
	return fyne.NewMenu("Édition",
		w.editItem(undo, w.undo, &fyne.ShortcutUndo{}),
		w.editItem(redo, w.redo, &fyne.ShortcutRedo{}),
		fyne.NewMenuItemSeparator(),
		w.item("Historique du champ ou de la page", func() { w.showPast(pastAsk{}) }, fyne.KeyG, true),
		w.item("Tout l’historique du diagnostic", func() { w.showPast(pastAsk{scope: wholePast}) }, "", true),
		fyne.NewMenuItemSeparator(),
		w.item("Votre nom et votre structure…", w.askAuthor, "", false))
}

// editItem is a menu item for a shortcut that Fyne knows by its purpose.
func (w *Window) editItem(label string, do func(), shortcut fyne.Shortcut) *fyne.MenuItem {
	i := w.item(label, do, "", true)
	i.Shortcut = shortcut
	return i
}

func withLabel(verb, label string) string {
	if label == "" {
		return verb
	}
	const most = 60
	if r := []rune(label); len(r) > most {
		label = string(r[:most-1]) + "…"
	}
	return verb + model.NBSP + ": " + label
}

// typing is a field that keeps its own undo until its text is handed over.
type typing interface {
	Pending() bool
	Undo()
	Redo()
}

func (w *Window) undo() {
	if t, ok := w.win.Canvas().Focused().(typing); ok && t.Pending() {
		t.Undo()
	} else if w.session != nil {
		w.session.Undo()
	}
}

func (w *Window) redo() {
	if t, ok := w.win.Canvas().Focused().(typing); ok && t.Pending() {
		t.Redo()
	} else if w.session != nil {
		w.session.Redo()
	}
}

// screenLetters are the letters that lead to the main screens, Ctrl held down.
var screenLetters = map[string]fyne.KeyName{
	"accueil": fyne.KeyD, "territoire": fyne.KeyT, string(model.Recognition): fyne.KeyR,
	string(model.Support): fyne.KeyI, string(model.Financing): fyne.KeyE, "facteurs": fyne.KeyL,
	"initiatives": fyne.KeyJ, "evolutions": fyne.KeyU, "rapport": fyne.KeyP,
}

func (w *Window) goMenu() *fyne.Menu {
	menu := fyne.NewMenu("Aller à")
	for _, g := range w.groups {
		for _, screen := range g.screens {
			id := screen.ID()
			menu.Items = append(menu.Items, w.item(screen.Label(), func() { w.goTo(Target{Screen: id}) }, screenLetters[id], true))
		}
	}
	return menu
}

func (w *Window) viewMenu() *fyne.Menu {
	menu := fyne.NewMenu("Affichage", w.item("Afficher ou replier l’aide", func() { w.panes.SetHelpOpen(!w.panes.HelpOpen()) }, fyne.KeyH, true),
		fyne.NewMenuItemSeparator())
	for _, v := range []struct{ label, name string }{{"Couleurs du système", ""}, {"Couleurs claires", "light"}, {"Couleurs sombres", "dark"}} {
		i := fyne.NewMenuItem(v.label, func() {
			w.options.Settings.Theme = v.name
			w.saveSettings()
			w.applyTheme()
			w.refreshMenu()
		})
		i.Checked = w.options.Settings.Theme == v.name
		menu.Items = append(menu.Items, i)
	}
	return menu
}

func (w *Window) applyTheme() {
	variant := map[string]skin.Variant{"light": skin.Light, "dark": skin.Dark}[w.options.Settings.Theme]
	w.fyne.Settings().SetTheme(skin.New(w.options.Fonts, variant))
}
