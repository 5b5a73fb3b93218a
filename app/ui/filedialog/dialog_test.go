package filedialog

import (
	"bytes"
	"fmt"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

const (
	up, down   = fyne.KeyUp, fyne.KeyDown
	enter, esc = fyne.KeyReturn, fyne.KeyEscape
	backspace  = fyne.KeyBackspace
)

// study is a folder with two files and two folders.
func study(t *testing.T) string {
	return folder(t, "archives/2025/vieux.db", "réunions/", "eau.db", "énergie.db", "notes.txt")
}

func TestOpen(t *testing.T) {
	cases := []struct {
		name string
		does func(p *person)
		want string // under the folder; "" is nothing handed over
	}{
		{"double click on a file", func(p *person) { p.doubleClicks("eau.db") }, "eau.db"},
		{"click, then the button", func(p *person) { p.clicks("énergie.db"); p.clicks("Ouvrir") }, "énergie.db"},
		{"click, then Enter", func(p *person) { p.clicks("énergie.db"); p.presses(enter) }, "énergie.db"},
		{"a click chooses only", func(p *person) { p.clicks("eau.db"); p.clicks("énergie.db") }, ""},
		{"the button with nothing chosen", func(p *person) { p.clicks("Ouvrir") }, ""},
		{"Enter with nothing chosen", func(p *person) { p.presses(enter) }, ""},
		{"arrows and Enter", func(p *person) { p.presses(down, down, down, enter) }, "eau.db"},
		{"from the end", func(p *person) { p.presses(up, enter) }, "énergie.db"},
		{"End, Home, page down", func(p *person) { p.presses(fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, enter) }, "énergie.db"},
		{"letters", func(p *person) { p.types("en"); p.presses(enter) }, "énergie.db"},
		{"a letter twice", func(p *person) { p.types("ee"); p.presses(enter) }, "énergie.db"},
		{"letters of nothing", func(p *person) { p.types("x"); p.presses(enter) }, ""},
		{"double click into folders", func(p *person) {
			p.doubleClicks("archives")
			p.doubleClicks("2025")
			p.doubleClicks("vieux.db")
		}, "archives/2025/vieux.db"},
		{"Enter into folders", func(p *person) { p.presses(down, enter, down, enter, down, enter) }, "archives/2025/vieux.db"},
		{"the button into a folder", func(p *person) { p.clicks("archives"); p.clicks("Ouvrir") }, ""},
		{"in, and back with Backspace", func(p *person) { p.presses(down, enter, backspace, down, down, enter) }, "eau.db"},
		{"in, and back by the path", func(p *person) {
			p.doubleClicks("archives")
			p.doubleClicks("2025")
			p.clicks("Dossier personnel")
			p.doubleClicks("eau.db")
		}, "eau.db"},
		{"a place", func(p *person) {
			p.doubleClicks("archives")
			p.presses(fyne.KeyTab)
			p.clicks("récent")
			p.doubleClicks("vieux.db")
		}, "récent/vieux.db"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := study(t)
			recent := filepath.Join(dir, "récent", "vieux.db")
			if strings.HasPrefix(c.want, "récent") {
				must(t, os.Mkdir(filepath.Dir(recent), 0o755))
				must(t, os.WriteFile(recent, nil, 0o600))
			}
			p := asked(t, Options{Start: dir, Extensions: []string{".db"}, Recent: []string{filepath.Dir(recent)}}, false)
			c.does(p)
			if c.want == "" {
				p.unanswered()
				return
			}
			p.answered(dir, filepath.FromSlash(c.want))
		})
	}
}

func TestSave(t *testing.T) {
	cases := []struct {
		name string
		does func(p *person)
		want string
		says string // when nothing is handed over
	}{
		{"the name proposed", func(p *person) { p.presses(enter) }, "diagnostic.db", ""},
		{"by the button", func(p *person) { p.clicks("Enregistrer") }, "diagnostic.db", ""},
		{"another name replaces the one proposed", func(p *person) { p.types("forêt"); p.presses(enter) }, "forêt.db", ""},
		{"an extension typed too", func(p *person) { p.types("forêt.db"); p.presses(enter) }, "forêt.db", ""},
		{"spaces around", func(p *person) { p.types("  forêt "); p.presses(enter) }, "forêt.db", ""},
		{"in another folder", func(p *person) { p.doubleClicks("archives"); p.clicks("Enregistrer") }, "archives/diagnostic.db", ""},
		{"a file of the list gives its name", func(p *person) { p.clicks("eau.db"); p.clicks("Enregistrer"); p.clicks("Remplacer") }, "eau.db", ""},
		{"double click on a file asks too", func(p *person) { p.doubleClicks("eau.db") }, "", "Ce fichier existe déjà."},
		{"a name that exists", func(p *person) { p.types("eau"); p.presses(enter) }, "", "Ce fichier existe déjà."},
		{"then another", func(p *person) {
			p.types("eau")
			p.presses(enter)
			p.clicks("Choisir un autre nom")
			p.types("feu")
			p.presses(enter)
		}, "feu.db", ""},
		{"then Enter does not replace", func(p *person) { p.types("eau"); p.presses(enter, enter) }, "", "Nom du fichier"},
		{"then Escape takes the question back", func(p *person) { p.types("eau"); p.presses(enter, esc) }, "", "Nom du fichier"},
		{"a name of folder", func(p *person) { p.types("dossier"); p.presses(enter) }, "", "Un dossier porte déjà ce nom."},
		{"a path", func(p *person) { p.types("a/b"); p.presses(enter) }, "", `Un nom ne contient aucun de ces signes : / \ : * ? " < > |`},
		{"nothing", func(p *person) { p.types(" "); p.clicks("Enregistrer") }, "", "Donnez un nom."},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, "archives/", "eau.db", "dossier.db/")
			p := asked(t, Options{Start: dir, Name: "diagnostic.db", Extensions: []string{".db"}}, true)
			c.does(p)
			if c.want == "" {
				p.unanswered()
				p.mustRead(c.says)
				return
			}
			p.answered(dir, filepath.FromSlash(c.want))
			left, err := filepath.Glob(filepath.Join(dir, ".*"))
			must(t, err)
			if len(left) > 0 {
				t.Errorf("left behind: %q", left)
			}
		})
	}
}

func TestQuestionGoesWithItsName(t *testing.T) {
	dir := folder(t, "eau.db", "feu.db")
	p := asked(t, Options{Start: dir, Name: "eau", Extensions: []string{".db"}}, true)
	p.presses(enter)
	p.mustRead("Ce fichier existe déjà.")
	p.clicks("feu.db")
	p.mustNotRead("Ce fichier existe déjà.", "Remplacer")
}

func TestNewFolder(t *testing.T) {
	dir := folder(t, "archives/")
	p := asked(t, Options{Start: dir, Name: "diagnostic", Extensions: []string{".db"}}, true)
	p.clicks("Nouveau dossier")
	p.types("archives")
	p.presses(enter)
	p.mustRead("Un fichier ou un dossier porte déjà ce nom.", "Créer le dossier")
	p.presses(esc)
	p.mustNotRead("Créer le dossier")
	p.clicks("Nouveau dossier")
	p.types("Val d’Ille")
	p.clicks("Créer le dossier")
	p.mustNotRead("Créer le dossier")
	p.mustRead("Val d’Ille", "Ce dossier est vide.")
	p.presses(enter)
	p.answered(dir, "Val d’Ille", "diagnostic.db")
}

func TestEscape(t *testing.T) {
	cases := []struct {
		name  string
		focus func(p *person)
	}{
		{"from the beginning", func(*person) {}},
		{"from the list", func(p *person) { p.clicks("eau.db") }},
		{"from a place", func(p *person) { p.clicks("Dossier personnel") }},
		{"from a button", func(p *person) { p.window.Canvas().FocusPrevious() }},
		{"with nothing in focus", func(p *person) { p.window.Canvas().Unfocus() }},
	}
	for _, saving := range []bool{false, true} {
		for _, c := range cases {
			t.Run(fmt.Sprintf("%s, saving %v", c.name, saving), func(t *testing.T) {
				p := asked(t, Options{Start: study(t), Extensions: []string{".db"}}, saving)
				c.focus(p)
				p.presses(esc)
				p.answered()
			})
		}
	}
	t.Run("Annuler", func(t *testing.T) {
		p := asked(t, Options{Start: study(t)}, false)
		p.clicks("Annuler")
		p.answered()
	})
}

func TestTroubleIsSaid(t *testing.T) {
	dir := study(t)
	p := asked(t, Options{Start: dir, Extensions: []string{".db"}}, false)
	must(t, os.RemoveAll(filepath.Join(dir, "archives")))
	must(t, os.Remove(filepath.Join(dir, "eau.db")))
	p.doubleClicks("archives")
	p.mustRead("Ce dossier n’existe plus.", "énergie.db")
	p.doubleClicks("eau.db")
	p.mustRead("Ce fichier n’existe plus.")
	p.unanswered()
	p.clicks("énergie.db")
	p.mustNotRead("Ce fichier n’existe plus.")
}

func TestFirstFolder(t *testing.T) {
	home := study(t)
	cases := []struct{ name, start, sees string }{
		{"there", filepath.Join(home, "archives"), "2025"},
		{"gone", filepath.Join(home, "archives", "absent", "2024"), "2025"},
		{"a file", filepath.Join(home, "archives", "2025", "vieux.db"), "vieux.db"},
		{"none", "", "eau.db"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			p := front(t, 1024, 700, skin.Light)
			on := thisComputer()
			on.home = home
			ask(Options{Window: p.window, Start: c.start}, false, func(string) {}, p.tasks(), on)
			p.mustRead(c.sees)
		})
	}
}

func TestTheWindowNeverWaits(t *testing.T) {
	dir := study(t)
	p := asked(t, Options{Start: dir, Extensions: []string{".db"}, Kind: "Diagnostics"}, false)
	p.later = true
	p.doubleClicks("archives")
	p.waiting()
	p.mustRead("Lecture du dossier…", "eau.db")
	p.clicks("réunions")
	p.presses(enter)
	slow, quick := p.away[0], p.away[1]
	quick()
	p.mustRead("Ce dossier est vide.", "Diagnostics")
	slow()
	p.mustRead("Ce dossier est vide.")
	p.mustNotRead("2025")
}

func TestWhatIsGivenUpIsNotHandedOver(t *testing.T) {
	p := asked(t, Options{Start: study(t)}, false)
	p.later = true
	p.doubleClicks("eau.db")
	p.presses(esc)
	p.away[0]()
	p.answered()
}

func TestTabGoesEverywhereAndAround(t *testing.T) {
	for saving, want := range map[bool]int{false: 6, true: 7} {
		p := asked(t, Options{Start: study(t), Name: "a", Extensions: []string{".db"}}, saving)
		if !saving {
			p.clicks("eau.db") // the main button is off until then
		}
		first := p.window.Canvas().Focused()
		var stops []fyne.Focusable
		for range 20 {
			p.window.Canvas().FocusNext()
			stops = append(stops, p.window.Canvas().Focused())
			if p.window.Canvas().Focused() == first {
				break
			}
		}
		if len(stops) != want {
			t.Errorf("saving %v: %d stops: %T", saving, len(stops), stops)
		}
		for range stops {
			p.window.Canvas().FocusPrevious()
		}
		if p.window.Canvas().Focused() != first {
			t.Errorf("saving %v: back to %T", saving, p.window.Canvas().Focused())
		}
	}
}

func TestFocusIsSeen(t *testing.T) {
	p := asked(t, Options{Start: study(t), Extensions: []string{".db"}}, true)
	screen := p.window.Canvas()
	for range 7 {
		screen.FocusNext()
		stop := screen.Focused()
		with := screen.Capture().(*image.NRGBA)
		screen.Unfocus()
		if bytes.Equal(with.Pix, screen.Capture().(*image.NRGBA).Pix) {
			t.Errorf("nothing shows the focus on %T", stop)
		}
		screen.Focus(stop)
	}
}

func TestTabFromThePlaces(t *testing.T) {
	dir := study(t)
	p := asked(t, Options{Start: filepath.Join(dir, "archives"), Extensions: []string{".db"}, Recent: []string{filepath.Join(dir, "réunions")}}, false)
	for range 20 {
		if list, ok := p.window.Canvas().Focused().(*cursorList); ok && list.single {
			break
		}
		p.window.Canvas().FocusNext()
	}
	p.types("réu")
	p.presses(fyne.KeySpace)
	p.mustRead("Ce dossier est vide.")
	p.presses(up, enter)
	p.mustRead("2025")
}

func TestOneDialogAtATime(t *testing.T) {
	p := asked(t, Options{Start: study(t)}, false)
	p.ask(Options{Start: study(t)}, true)
	if n := len(p.window.Canvas().Overlays().List()); n != 1 {
		t.Errorf("%d dialogs", n)
	}
}

func TestManyFiles(t *testing.T) {
	names := []string{}
	for i := range 3000 {
		names = append(names, fmt.Sprintf("diagnostic %d.db", i+1))
	}
	dir := folder(t, append(names, "z/seul.db")...)
	p := asked(t, Options{Start: dir}, false)
	p.presses(fyne.KeyEnd)
	p.mustRead("diagnostic 3000.db")
	if n := len(p.sees()); n > 200 {
		t.Errorf("%d texts are drawn", n)
	}
	p.presses(fyne.KeyHome, enter)
	p.mustRead("seul.db")
}

func TestPathGivesWay(t *testing.T) {
	dir := folder(t, "un premier dossier/un deuxième dossier/un troisième dossier/un quatrième dossier/fin.db")
	p := asked(t, Options{Start: dir}, false)
	for _, name := range []string{"premier", "deuxième", "troisième", "quatrième"} {
		p.doubleClicks("un " + name + " dossier")
	}
	p.mustRead("…", "un quatrième dossier", "fin.db")
	p.mustNotRead("un premier dossier")
	p.clicks("…")
	p.mustNotRead("fin.db", "un quatrième dossier")
}

func TestWhatWasThereComesBack(t *testing.T) {
	p := asked(t, Options{Start: study(t)}, false)
	p.presses(esc)
	p.mustRead("Derrière")
	entry := widgets.NewEntry(widgets.EntryOptions{})
	p.window.SetContent(entry)
	p.window.Canvas().Focus(entry)
	p.ask(Options{Start: study(t)}, false)
	p.presses(esc)
	if p.window.Canvas().Focused() != entry {
		t.Error("the focus is not given back")
	}
}
