// Package ui is the window of Tressons: the shell, an ordered list of screens,
// the dialogs. It draws with fyne but does not start it: the program hands it a
// fyne.App, tests hand it a test one.
package ui

import (
	"context"
	"net/url"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// Options are what the program hands to the window.
type Options struct {
	App      *app.App
	Settings *app.Settings
	Fonts    skin.Fonts
	Icon     fyne.Resource
}

// Window is the main window. All its methods are for Fyne's main goroutine.
type Window struct {
	fyne     fyne.App
	options  Options
	win      fyne.Window
	session  *Session // nil while no file is open
	screens  map[string]Screen
	groups   []group
	current  Target
	view     View
	nav      *widgets.NavList
	choice   *diagnosisChoice // in the navigation
	help     *widgets.HelpPanel
	helpText string
	panes    *widgets.ThreePane
	status   *statusLine
	top      *fyne.Container // what stands above all screens
	toasts   *widgets.Toaster
	busy     bool // a merge is being written: the menu does nothing
	pace     time.Duration
	pictures string // the folder that a picture was last chosen in
}

// usualPace is how often the disk is asked about a file: whether somebody still
// has it, whether it is still there.
const usualPace = 3 * time.Second

// windowSize is the size at which the window opens; it works from 1024 × 700.
var windowSize = fyne.NewSize(1280, 720)

// New makes the window, with no file open.
func New(f fyne.App, options Options) *Window {
	w := &Window{fyne: f, options: options, screens: map[string]Screen{}, groups: groups(options.App.Grid), pace: usualPace}
	for _, g := range w.groups {
		for _, screen := range g.screens {
			w.screens[screen.ID()] = screen
		}
	}
	for _, screen := range []Screen{mergeScreen{}, disputesScreen{}, pastScreen{}} {
		w.screens[screen.ID()] = screen
	}
	w.applyTheme()
	w.win = f.NewWindow("Tressons")
	w.win.SetIcon(options.Icon)
	w.win.SetMaster()
	w.win.SetPadded(false)
	w.win.Resize(windowSize)
	w.win.SetCloseIntercept(w.quit)
	w.win.SetOnDropped(w.dropped)
	w.build()
	w.showStart()
	return w
}

// Show shows the window.
func (w *Window) Show() { w.win.Show() }

// enter shows a file that was opened.
func (w *Window) enter(doc *app.Document) {
	ctx, over := context.WithCancel(context.Background())
	w.session = &Session{App: w.options.App, Doc: doc, host: w, open: ctx, over: over}
	doc.SetAuthor(w.options.Settings.Signature())
	if w.options.Settings.MustAskAuthor() {
		doc.HoldForAuthor(answerWait)
	}
	doc.OnChange(w.changed)
	doc.OnStatus(func(s app.Status) { w.saved(doc, s) })
	w.remember(doc.Info().Path)
	w.showShell()
	w.goTo(Target{Screen: "accueil"})
	w.readDisputes()
	w.readSlack()
	w.watch(ctx)
	w.awaitFree()
	w.verify(ctx)
}

// saved tells on the window how saving a document stands. It is called on another
// goroutine.
func (w *Window) saved(doc *app.Document, s app.Status) {
	replaced := s.State == app.Failed && app.IsReplaced(s.Problem) && !doc.Missing()
	fyne.Do(func() {
		w.status.saved(s)
		if w.session == nil || w.session.Doc != doc {
			return
		}
		w.caughtUp(s.State)
		if replaced {
			w.noticed(replacedOnDisk)
		}
	})
}

// caughtUp shows anew what is told from the file, once edits are in it that had to wait:
// until somebody said who makes them, or for the disk.
func (w *Window) caughtUp(state app.SaveState) {
	switch {
	case state == app.Held || state == app.Failed:
		w.session.behind = true
	case state == app.Saved && w.session.behind:
		w.session.behind = false
		w.readDisputes()
		if w.current.Screen == "accueil" {
			w.rebuild()
		}
	}
}

func (w *Window) remember(path string) {
	w.options.Settings.Remember(absolute(path))
	w.saveSettings()
	w.refreshMenu()
}

// absolute is the whole path of a file, as settings keep it.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}

// saveSettings keeps the preferences; losing them is no harm.
func (w *Window) saveSettings() {
	settings := w.options.Settings.Copy()
	go func() { _ = settings.Save() }()
}

// leaveDocument hands over what is being typed, waits for the disk away from
// the window, closes the file, then goes on. stay is done instead when the person
// would rather keep the file open.
func (w *Window) leaveDocument(then, stay func()) {
	if w.session == nil {
		then()
		return
	}
	w.leaveView()
	doc := w.session.Doc
	Async(func(ctx context.Context) (struct{}, error) {
		return struct{}{}, doc.Flush(ctx)
	}, func(_ struct{}, err error) {
		if err != nil {
			w.confirmLoss(err, func() { w.closeDocument(doc, then) }, stay)
			return
		}
		w.closeDocument(doc, then)
	})
}

func (w *Window) closeDocument(doc *app.Document, then func()) {
	w.leaveSession()
	Async(func(ctx context.Context) (struct{}, error) { return struct{}{}, doc.Close(ctx) },
		func(struct{}, error) { then() })
}

// quit saves what is being typed, closes the file, then the window.
func (w *Window) quit() {
	w.leaveDocument(func() {
		w.win.SetCloseIntercept(nil)
		w.win.Close()
	}, func() {})
}

// Ended is for when the system has ended the window without asking: it saves what
// was being typed and waits for the disk. Fyne no longer keeps to one goroutine
// then, so nothing else may reach the screen.
func (w *Window) Ended(ctx context.Context) error {
	if w.session == nil {
		return nil
	}
	doc := w.session.Doc
	doc.OnStatus(nil)
	doc.OnChange(nil)
	w.leaveView()
	w.leaveSession()
	return doc.Close(ctx)
}

// leaveSession ends what is done while a file is open.
func (w *Window) leaveSession() {
	w.session.over()
	w.session = nil
}

// dropped takes files that were dropped on the window.
func (w *Window) dropped(at fyne.Position, uris []fyne.URI) {
	var files, pictures []string
	for _, u := range uris {
		if isPicture(u.Path()) {
			pictures = append(pictures, u.Path())
		} else {
			files = append(files, u.Path())
		}
	}
	switch {
	case w.busy:
	case len(files) > 0:
		w.droppedFiles(files)
	case len(pictures) > 0 && w.win.Canvas().Overlays().Top() == nil: // a dialog waits for its answer
		w.droppedPictures(at, pictures)
	}
}

// changed follows every edit: the view first, then the navigation.
func (w *Window) changed(c app.Change) {
	if w.session == nil { // the file is being closed
		return
	}
	if w.session.decided(c) {
		w.readDisputes()
	}
	if r, ok := w.view.(Refresher); ok {
		r.Changed(c)
	}
	w.refreshNav()
	w.refreshMenu()
	w.askAuthorOnce()
}

// openAddress opens a web page or a file with the system's program.
func (w *Window) openAddress(address string) {
	u, err := url.Parse(address)
	if err == nil {
		err = w.fyne.OpenURL(u)
	}
	if err != nil {
		w.fail(err)
	}
}
