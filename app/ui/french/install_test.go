package french_test

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/french"
)

func TestEveryKeyOfFyneIsTranslated(t *testing.T) {
	t.Parallel()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	english := keys(t, filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	ours := keys(t, "fr.json")
	if len(english) == 0 {
		t.Fatal("no key was read")
	}
	for key := range english {
		if _, ok := ours[key]; !ok {
			t.Errorf("%q has no French words", key)
		}
	}
	for key := range ours {
		if _, ok := english[key]; !ok {
			t.Errorf("%q is no key of Fyne", key)
		}
	}
}

// keys reads a file of translations.
func keys(t *testing.T, path string) map[string]any {
	t.Helper()
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]any{}
	if err := json.Unmarshal(content, &all); err != nil {
		t.Fatal(err)
	}
	return all
}

// child says that the test runs in a process of its own, under another language.
const child = "TRESSONS_FRENCH_CHILD"

// TestInstallUnderEveryLanguage runs what needs a language of the system, which
// a process knows once and for all, in one process per language.
func TestInstallUnderEveryLanguage(t *testing.T) {
	if os.Getenv(child) != "" {
		t.Skip("already in a process of its own")
	}
	for _, language := range []string{"fr_FR.UTF-8", "fr_CA.UTF-8", "en_US.UTF-8", "de_AT.UTF-8", "nl_BE", "zh_CN.UTF-8", "sr_RS@latin", "br_FR.UTF-8", "C", "C.UTF-8", "POSIX", ""} {
		t.Run(language, func(t *testing.T) {
			t.Parallel()
			run := exec.Command(os.Args[0], "-test.run", "^TestFyneSpeaksFrench$")
			run.Env = append(os.Environ(), child+"=1", "LANG="+language, "LC_ALL="+language, "LC_MESSAGES="+language, "LANGUAGE=")
			if out, err := run.CombinedOutput(); err != nil {
				t.Errorf("%v\n%s", err, out)
			}
		})
	}
}

func TestFyneSpeaksFrench(t *testing.T) {
	if err := french.Install(); err != nil {
		t.Fatal(err)
	}
	for key := range keys(t, "fr.json") {
		if got := lang.L(key); got == key && key != "OK" {
			t.Errorf("%q is not translated", key)
		}
	}
	cases := []struct {
		name string
		show func(fyne.Window) fyne.CanvasObject
		want []string
	}{
		{"a question", func(w fyne.Window) fyne.CanvasObject {
			dialog.ShowConfirm("Titre", "Question", func(bool) {}, w)
			return w.Canvas().Overlays().Top()
		}, []string{"Oui", "Non"}},
		{"a message", func(w fyne.Window) fyne.CanvasObject {
			dialog.ShowInformation("Titre", "Message", w)
			return w.Canvas().Overlays().Top()
		}, []string{"D’accord"}},
		{"a form", func(w fyne.Window) fyne.CanvasObject {
			dialog.ShowEntryDialog("Titre", "Question", func(string) {}, w) //nolint:staticcheck // deprecated, yet its buttons are still Fyne's own words
			return w.Canvas().Overlays().Top()
		}, []string{"D’accord", "Annuler"}},
		{"an error", func(w fyne.Window) fyne.CanvasObject {
			dialog.ShowError(errors.New("disque plein"), w)
			return w.Canvas().Overlays().Top()
		}, []string{"Erreur", "D’accord"}},
		{"the menu of a field", func(w fyne.Window) fyne.CanvasObject {
			field := widget.NewEntry()
			w.SetContent(field)
			field.SetText("du texte")
			field.TappedSecondary(&fyne.PointEvent{})
			return w.Canvas().Overlays().Top()
		}, []string{"Couper", "Copier", "Coller", "Tout sélectionner"}},
		{"a calendar", func(fyne.Window) fyne.CanvasObject {
			return widget.NewCalendar(time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC), func(time.Time) {})
		}, []string{"LUN.", "DIM."}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			test.NewTempApp(t)
			w := test.NewTempWindow(t, widget.NewLabel(""))
			shown := c.show(w)
			for _, words := range c.want {
				if !writes(shown, words) {
					t.Errorf("%q is not written", words)
				}
			}
		})
	}
}

// writes says whether a text somewhere in object is exactly words.
func writes(object fyne.CanvasObject, words string) bool {
	switch o := object.(type) {
	case *canvas.Text:
		return o.Text == words
	case *fyne.Container:
		for _, child := range o.Objects {
			if writes(child, words) {
				return true
			}
		}
	case fyne.Widget:
		for _, child := range test.WidgetRenderer(o).Objects() {
			if writes(child, words) {
				return true
			}
		}
	}
	return false
}
