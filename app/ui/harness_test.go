package ui

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/assets"
)

// desk is a person in front of the window, with a file open.
type desk struct {
	t    testing.TB
	app  *app.App
	w    *Window
	jobs *widgettest.Jobs
}

// openExample opens the window on the example, openEmpty on a new file.
func openExample(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	return openDesk(t, variant, func(ctx context.Context, a *app.App, path string) error { return a.CreateExample(ctx, path) })
}

func openEmpty(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	return openDesk(t, variant, func(ctx context.Context, a *app.App, path string) error {
		return a.Create(ctx, path, "Communauté de communes du Pays neuf", app.Author{Name: "Camille"})
	})
}

func openDesk(t testing.TB, variant skin.Variant, create func(context.Context, *app.App, string) error) *desk {
	t.Helper()
	d := newDesk(t, variant)
	path := filepath.Join(t.TempDir(), "diagnostic.db")
	if err := create(t.Context(), d.app, path); err != nil {
		t.Fatal(err)
	}
	doc, err := d.app.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := doc.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	d.w.enter(doc)
	d.settle()
	return d
}

// newDesk opens the window with no file.
func newDesk(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	fonts := widgettest.Fonts(t)
	res := app.Resources{Grid: assets.Grid, Benchmarks: assets.Benchmarks, Places: assets.Places, Example: assets.Example, Help: assets.Help(),
		Fonts: app.FontFiles{Regular: assets.Regular, Italic: assets.Italic, Semibold: assets.Semibold, Bold: assets.Bold}}
	a, err := app.New(res, "test")
	if err != nil {
		t.Fatal(err)
	}
	queued, jobs := widgettest.QueuedApp(t, variant)
	settings := &app.Settings{AuthorAsked: true, Theme: map[skin.Variant]string{skin.Light: "light", skin.Dark: "dark"}[variant]}
	d := &desk{t: t, app: a, w: New(queued, Options{App: a, Settings: settings, Fonts: fonts}), jobs: jobs}
	t.Cleanup(func() {
		if d.w.session != nil {
			d.w.leaveSession()
		}
		d.w.win.Close()
	})
	d.resize(1280, 720)
	return d
}

func (d *desk) canvas() fyne.Canvas { return d.w.win.Canvas() }

// resize gives the window a size.
func (d *desk) resize(w, h float32) {
	d.w.win.Resize(fyne.NewSize(w, h))
	d.settle()
}

// settle lets everything finish: the disk, what it tells the window, the layout.
func (d *desk) settle() {
	d.t.Helper()
	if d.w.session != nil {
		if err := d.w.session.Doc.Flush(d.t.Context()); err != nil {
			d.t.Fatal(err)
		}
	}
	d.draw()
}

// draw lets the window finish what it has heard of, without waiting for the disk.
func (d *desk) draw() {
	d.jobs.Run()
	widgettest.Settle(d.w.win)
	d.jobs.Run()
}

// at goes to a place.
func (d *desk) at(target Target) {
	d.t.Helper()
	d.w.goTo(target)
	d.settle()
}

// objects are all that the window shows: the screen once more after the rest,
// then the message at the foot, the dialogs last.
func (d *desk) objects() []fyne.CanvasObject {
	roots := []fyne.CanvasObject{d.canvas().Content()}
	if d.w.view != nil {
		roots = append(roots, d.w.view.Content(), d.w.toasts)
	}
	var out []fyne.CanvasObject
	for _, root := range append(roots, d.canvas().Overlays().List()...) {
		out = append(out, within(root)...)
	}
	return out
}

// within is an object and all that shows inside it.
func within(o fyne.CanvasObject) []fyne.CanvasObject {
	if !o.Visible() {
		return nil
	}
	out := []fyne.CanvasObject{o}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		children = o.Objects
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
	}
	for _, child := range children {
		out = append(out, within(child)...)
	}
	return out
}

// textOf is what an object says, "" for what is no text.
func textOf(o fyne.CanvasObject) string {
	switch o := o.(type) {
	case *widgets.Text:
		return o.Text()
	case *canvas.Text:
		return o.Text
	case *widgets.Entry:
		return o.Text
	case *widgets.TextArea:
		return o.Text
	}
	return ""
}

// sees fails unless the window shows each of these words.
func (d *desk) sees(words ...string) {
	d.t.Helper()
	all := d.text()
	for _, w := range words {
		if !strings.Contains(all, w) {
			d.t.Errorf("%q is not to be seen in:\n%s", w, all)
		}
	}
}

// misses fails if the window shows one of these words.
func (d *desk) misses(words ...string) {
	d.t.Helper()
	all := d.text()
	for _, w := range words {
		if strings.Contains(all, w) {
			d.t.Errorf("%q is still to be seen", w)
		}
	}
}

// says tells whether the window shows these words.
func (d *desk) says(words string) bool { return strings.Contains(d.text(), words) }

func (d *desk) text() string {
	var all []string
	for _, o := range d.objects() {
		if t := textOf(o); t != "" {
			all = append(all, t)
		}
	}
	return strings.Join(all, "\n")
}

// find is the last object that shows exactly these words: dialogs come last.
func (d *desk) find(words string) fyne.CanvasObject {
	d.t.Helper()
	objects := d.objects()
	for i := len(objects) - 1; i >= 0; i-- {
		if o := objects[i]; textOf(o) == words {
			return o
		}
	}
	d.t.Fatalf("%q is not to be seen in:\n%s", words, d.text())
	return nil
}

// tap clicks on these words, and waits for the disk.
func (d *desk) tap(words string) {
	d.t.Helper()
	d.press(words)
	d.settle()
}

// press clicks on these words, scrolled into view.
func (d *desk) press(words string) {
	d.t.Helper()
	d.reveal(d.find(words))
	o := d.find(words) // texts are drawn anew when the screen moves
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.TapCanvas(d.canvas(), place.AddXY(min(o.Size().Width, 60)/2, o.Size().Height/2))
	d.draw()
}

// reveal scrolls an object into view, as a person does with the wheel.
func (d *desk) reveal(o fyne.CanvasObject) {
	d.t.Helper()
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject
	for _, area := range d.objects() {
		if s, ok := area.(*widgets.Scroll); ok && slices.Contains(within(s), o) {
			if y := place(o).Y - place(s).Y; y < 0 || y+o.Size().Height > s.Size().Height {
				s.ScrollTo(s.Offset() + y - s.Size().Height/2)
			}
		}
	}
	d.draw()
}

// field is the control under a label.
func (d *desk) field(label string) fyne.CanvasObject {
	d.t.Helper()
	objects := d.objects()
	for i := len(objects) - 1; i >= 0; i-- {
		f, ok := objects[i].(*widgets.Field)
		if !ok {
			continue
		}
		for _, o := range within(f) {
			if text, ok := o.(*widgets.Text); ok {
				if text.Text() == label {
					return f.Control()
				}
				break
			}
		}
	}
	d.t.Fatalf("no field %q", label)
	return nil
}

// fill replaces what is in a field and leaves it.
func (d *desk) fill(label, text string) {
	d.t.Helper()
	switch c := d.field(label).(type) {
	case interface{ Entry() *widgets.Entry }:
		d.canvas().Focus(c.Entry())
		c.Entry().Entry.SetText(text)
	case *widgets.Entry:
		d.canvas().Focus(c)
		c.Entry.SetText(text)
	case *widgets.TextArea:
		d.canvas().Focus(c)
		c.Entry.SetText(text)
	default:
		d.t.Fatalf("%q is no text field", label)
	}
	d.canvas().Unfocus()
	d.settle()
}

// key presses a key where the cursor is.
func (d *desk) key(name fyne.KeyName) {
	d.t.Helper()
	focused := d.canvas().Focused()
	if focused == nil {
		d.t.Fatal("nothing has the focus")
	}
	focused.TypedKey(&fyne.KeyEvent{Name: name})
	d.settle()
}

// alt presses a key together with Alt where the cursor is.
func (d *desk) alt(name fyne.KeyName) {
	d.t.Helper()
	focused, ok := d.canvas().Focused().(fyne.Shortcutable)
	if !ok {
		d.t.Fatal("what has the focus takes no shortcut")
	}
	focused.TypedShortcut(&desktop.CustomShortcut{KeyName: name, Modifier: fyne.KeyModifierAlt})
	d.settle()
}

// undo takes back the last thing done, as the menu does.
func (d *desk) undo() {
	d.t.Helper()
	d.w.session.Undo()
	d.settle()
}
