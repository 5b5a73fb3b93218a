package filedialog

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

// person is somebody in front of a dialog, who sees words, clicks and types.
type person struct {
	t      *testing.T
	window fyne.Window
	chosen []string
	// away keeps what was to be done away from the window, when later is set.
	later bool
	away  []func()
	// waiting is what comes when an errand takes long.
	waiting func()
}

// front puts somebody in front of a window.
func front(t *testing.T, width, height float32, variant skin.Variant) *person {
	t.Helper()
	content := widgets.Page(700, widgets.NewText("Derrière", widgets.TextOptions{Style: widgets.Title}), widgets.NewEntry(widgets.EntryOptions{Text: "Un champ"}))
	return &person{t: t, window: widgettest.Window(t, content, width, height, variant)}
}

// asked puts somebody in front of a dialog at its usual size.
func asked(t *testing.T, options Options, saving bool) *person {
	t.Helper()
	p := front(t, 1024, 700, skin.Light)
	p.ask(options, saving)
	return p
}

func (p *person) ask(options Options, saving bool) {
	options.Window = p.window
	on := thisComputer()
	on.home = options.Start
	on.env = func(string) string { return "" }
	ask(options, saving, func(path string) { p.chosen = append(p.chosen, path) }, p.tasks(), on)
}

// tasks does everything at once, or when the test says so.
func (p *person) tasks() tasks {
	return tasks{
		start: func(work func()) {
			if p.later {
				p.away = append(p.away, work)
				return
			}
			work()
		},
		show: func(do func()) { do() },
		after: func(_ time.Duration, do func()) (stop func()) {
			p.waiting = do
			return func() { p.waiting = nil }
		},
	}
}

// seen is a piece of text on the screen.
type seen struct {
	text string
	at   fyne.Position // its middle
}

// sees returns the texts on the screen, those of the dialog if it is there.
func (p *person) sees() []seen {
	root := p.window.Canvas().Overlays().Top()
	if root == nil {
		root = p.window.Content()
	}
	var all []seen
	walk(root, fyne.NewPos(0, 0), func(text *canvas.Text, at fyne.Position) {
		words := strings.NewReplacer(nbsp, " ", "\u200a", "").Replace(text.Text)
		all = append(all, seen{words, at.AddXY(text.Size().Width/2, text.Size().Height/2)})
	})
	return all
}

// walk visits the texts that are not hidden, with their places.
func walk(o fyne.CanvasObject, origin fyne.Position, visit func(*canvas.Text, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at := origin.Add(o.Position())
	switch o := o.(type) {
	case *canvas.Text:
		visit(o, at)
	case *fyne.Container:
		for _, child := range o.Objects {
			walk(child, at, visit)
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			walk(child, at, visit)
		}
	}
}

// reads says whether a text is on the screen.
func (p *person) reads(text string) bool {
	return slices.ContainsFunc(p.sees(), func(s seen) bool { return s.text == text })
}

func (p *person) mustRead(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if !p.reads(text) {
			p.t.Fatalf("%q is not on the screen, but %s", text, p.all())
		}
	}
}

func (p *person) mustNotRead(texts ...string) {
	p.t.Helper()
	for _, text := range texts {
		if p.reads(text) {
			p.t.Fatalf("%q is on the screen", text)
		}
	}
}

func (p *person) all() string {
	var words []string
	for _, s := range p.sees() {
		words = append(words, s.text)
	}
	return strings.Join(words, " | ")
}

// clicks clicks on the last text that says so.
func (p *person) clicks(text string) {
	p.t.Helper()
	all := p.sees()
	for i := len(all) - 1; i >= 0; i-- {
		if all[i].text == text {
			test.TapCanvas(p.window.Canvas(), all[i].at)
			return
		}
	}
	p.t.Fatalf("%q is not on the screen, but %s", text, p.all())
}

func (p *person) doubleClicks(text string) {
	p.t.Helper()
	p.clicks(text)
	p.clicks(text)
}

// presses presses keys, each where the focus is then.
func (p *person) presses(keys ...fyne.KeyName) {
	p.t.Helper()
	for _, key := range keys {
		event := &fyne.KeyEvent{Name: key}
		if focused := p.window.Canvas().Focused(); focused != nil {
			focused.TypedKey(event)
		} else if typed := p.window.Canvas().OnTypedKey(); typed != nil {
			typed(event)
		}
	}
}

// types types letters where the focus is.
func (p *person) types(text string) {
	p.t.Helper()
	focused := p.window.Canvas().Focused()
	if focused == nil {
		p.t.Fatal("nothing has the focus")
	}
	for _, r := range text {
		focused.TypedRune(r)
	}
}

// answered checks what the dialog handed over, and that it is gone.
func (p *person) answered(path ...string) {
	p.t.Helper()
	if got, want := strings.Join(p.chosen, " "), filepath.Join(path...); got != want {
		p.t.Errorf("handed over %q, want %q (on the screen: %s)", got, want, p.all())
	}
	if p.window.Canvas().Overlays().Top() != nil {
		p.t.Error("the dialog is still there")
	}
}

// unanswered checks that the dialog is there and handed nothing over.
func (p *person) unanswered() {
	p.t.Helper()
	if len(p.chosen) > 0 || p.window.Canvas().Overlays().Top() == nil {
		p.t.Errorf("handed over %q", p.chosen)
	}
}
