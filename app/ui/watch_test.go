package ui

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// watched opens a new file in a window that asks the disk at a pace, on the sheet
// of the territory, and makes a colleague's copy of it elsewhere.
func watched(t testing.TB, variant skin.Variant, pace time.Duration) (d *desk, path, theirs string) {
	t.Helper()
	d = newDesk(t, variant)
	d.w.pace = pace
	path = filepath.Join(t.TempDir(), "commun.db")
	if err := d.app.Create(t.Context(), path, "Pays neuf", app.Author{Name: "Anne"}); err != nil {
		t.Fatal(err)
	}
	d.w.Open(path)
	d.opens(path)
	theirs = filepath.Join(t.TempDir(), "theirs.db")
	if err := d.w.session.Doc.SaveCopy(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	inCopy(t, d.app, theirs, "Brice", func(edit func(...model.Edit)) {
		edit(model.Edit{Entity: "territory", Row: model.SelfID, Field: "region", Value: "Normandie"})
	})
	d.at(Target{Screen: "territoire"})
	d.fill("Statut", "EPCI")
	return d, path, theirs
}

// shown waits for words.
func (d *desk) shown(words string) {
	d.t.Helper()
	d.jobs.RunUntil(d.t, func() bool { return d.says(words) })
	d.draw()
}

// keptBeside is the copy that the window made beside a file.
func keptBeside(t testing.TB, path string) string {
	t.Helper()
	found, err := filepath.Glob(strings.TrimSuffix(path, ".db") + " (copie de *).db")
	if err != nil || len(found) != 1 {
		t.Fatal(found, err)
	}
	return found[0]
}

// holdsField wants a file to have a value in the sheet of the territory.
func (d *desk) holdsField(path, field, want string) {
	d.t.Helper()
	doc, err := d.app.OpenAs(d.t.Context(), path, app.Reading)
	if err != nil {
		d.t.Fatal(err)
	}
	if got := doc.Current().Value("territory", model.SelfID, field); got != want {
		d.t.Errorf("%s in %s: %q, want %q", field, filepath.Base(path), got, want)
	}
	if err := doc.Close(d.t.Context()); err != nil {
		d.t.Error(err)
	}
}

func TestWhatIsWorthTellingOfAFile(t *testing.T) {
	for name, c := range map[string]struct {
		before, now presence
		want        bool
	}{
		"still there":                {inPlace, inPlace, false},
		"replaced":                   {inPlace, replacedOnDisk, true},
		"still replaced":             {replacedOnDisk, replacedOnDisk, true}, // nothing may have been done yet
		"gone, perhaps on its way":   {inPlace, goneFromDisk, false},
		"gone for good":              {goneFromDisk, goneFromDisk, true},
		"gone, then another":         {goneFromDisk, replacedOnDisk, true},
		"gone, then back":            {goneFromDisk, inPlace, true},
		"taken away once it was new": {replacedOnDisk, goneFromDisk, false},
	} {
		if got := worthTelling(c.before, c.now); got != c.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}

func TestReplacedFileIsKeptAndMerged(t *testing.T) {
	d, path, theirs := watched(t, skin.Light, 5*time.Millisecond)
	entry := d.field("Région").(interface{ Entry() *widgets.Entry }).Entry()
	d.canvas().Focus(entry)
	entry.Entry.SetText("Bretagne") // still being typed when it happens
	if err := os.Rename(theirs, path); err != nil {
		t.Fatal(err)
	}
	d.shown(replacedTitle)
	kept := keptBeside(t, path)
	d.sees(filepath.Base(kept), "Comparer et fusionner", "Le territoire", "Normandie")
	d.holdsField(kept, "region", "Bretagne")
	d.holdsField(kept, "status", "EPCI")

	d.tap("Comparer et fusionner")
	d.jobs.RunUntil(t, func() bool { return d.w.current.Screen == mergePlace })
	d.settle()
	d.sees("1 désaccord", "région")
	d.tap(mergeLabel(0, 1))
	d.jobs.RunUntil(t, func() bool { return d.w.session.merge == nil })
	d.opens(path)
	if got := d.w.session.Diagnosis().Value("territory", model.SelfID, "status"); got != "EPCI" {
		t.Errorf("status %q after merging", got)
	}
}

func TestFileWrittenOverIsNoticedWhenSaving(t *testing.T) {
	d, path, theirs := watched(t, skin.Light, time.Hour)
	content, err := os.ReadFile(theirs)
	if err == nil {
		err = os.WriteFile(path, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.write("Région", "Bretagne")
	d.shown(replacedTitle)
	d.holdsField(keptBeside(t, path), "region", "Bretagne")
	d.opens(path)
}

func TestFileWrittenOverIsNoticedWithoutSaving(t *testing.T) {
	d, path, theirs := watched(t, skin.Light, 5*time.Millisecond)
	if err := d.w.session.Doc.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(theirs)
	if err == nil {
		err = os.WriteFile(path, content, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	d.shown(replacedTitle)
	d.holdsField(keptBeside(t, path), "status", "EPCI")
	d.opens(path)
}

func TestReplacedBySomethingThatDoesNotOpen(t *testing.T) {
	d, path, _ := watched(t, skin.Light, 5*time.Millisecond)
	half := path + ".half"
	if err := os.WriteFile(half, []byte("SQLite format 3\x00"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(half, path); err != nil {
		t.Fatal(err)
	}
	d.shown(replacedTitle)
	d.sees("Vous travaillez maintenant dans cette copie", "n’est pas entier", "EPCI")
	d.opens(keptBeside(t, path))
}

func TestFileThatGoesAwayIsWrittenAnew(t *testing.T) {
	d, path, _ := watched(t, skin.Light, 5*time.Millisecond)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	d.shown("n’est plus à sa place")
	d.sees("Rien n’est perdu", "Enregistrer ailleurs…", "Attendre")
	d.press("L’enregistrer de nouveau")
	d.shown("Enregistré de nouveau")
	d.opens(path)
	d.sees("Le territoire", "EPCI")
	d.holdsField(path, "status", "EPCI")
}

func TestFileThatComesBackIsGoneOnWith(t *testing.T) {
	d, path, _ := watched(t, skin.Light, 5*time.Millisecond)
	away := path + ".away"
	for range 2 { // each time it goes, it is told once
		if err := os.Rename(path, away); err != nil {
			t.Fatal(err)
		}
		d.shown("n’est plus à sa place")
		d.press("Attendre")
		if err := os.Rename(away, path); err != nil {
			t.Fatal(err)
		}
		d.jobs.RunUntil(t, func() bool { return !d.w.session.told })
	}
	d.fill("Région", "Bretagne")
	d.sees("Enregistré à")
	d.holdsField(path, "region", "Bretagne")
}

func TestLargeFileIsVerifiedOnceItIsOpen(t *testing.T) {
	d := newDesk(t, skin.Light)
	path := filepath.Join(t.TempDir(), "grand.db")
	if err := d.app.Create(t.Context(), path, "Pays neuf", app.Author{}); err != nil {
		t.Fatal(err)
	}
	const older = "Ancienne description. "
	for _, text := range []string{strings.Repeat(older, 3000), "Nouvelle."} {
		inCopy(t, d.app, path, "Anne", func(edit func(...model.Edit)) {
			for i := range 40 {
				edit(model.Edit{Entity: "initiative", Row: "i" + string(rune('a'+i)), Field: "description", Value: text})
			}
		})
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	content = bytes.ReplaceAll(content, []byte(older), []byte(strings.ToUpper(older))) // in the history: what is shown is newer
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	d.w.Open(path)
	d.opens(path)
	d.shown("Des parties de ce fichier sont à vérifier")
	d.sees("modifications ne correspondent pas à leur somme de contrôle", "Continuer ainsi", "Récupérer ce qui est intact…")
	d.tap("Continuer ainsi")
	d.sees("Où en êtes-vous")
}

// TestReplacedFileIsShown takes pictures of what is asked about a file that
// changed on disk.
func TestReplacedFileIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, path, theirs := watched(t, variant, 5*time.Millisecond)
		if err := os.Rename(theirs, path); err != nil {
			t.Fatal(err)
		}
		d.shown(replacedTitle)
		widgettest.Save(t, d.w.win, variant, "dialogue-remplace")
		d.tap("Plus tard")
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
		d.shown("n’est plus à sa place")
		widgettest.Save(t, d.w.win, variant, "dialogue-disparu")
		d.press("Attendre")
		d.w.tellFindings([]string{"1" + model.NBSP + "modification ne correspond pas à sa somme de contrôle.", "Le contrôle interne de SQLite signale une page abîmée."})
		d.draw()
		widgettest.Save(t, d.w.win, variant, "dialogue-verifie")
		d.sees("à vérifier")
	}
}
