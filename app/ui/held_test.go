package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
)

// heldFile is an example that Anne has open on another computer.
func heldFile(t testing.TB, d *desk) (path, note string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "commun.db")
	if err := d.app.CreateExample(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	note = filepath.Join(filepath.Dir(path), ".~lock.commun.db#")
	holds(t, note, "Anne Le Goff")
	return path, note
}

// holds writes into the note who has a file.
func holds(t testing.TB, note, who string) {
	t.Helper()
	text := fmt.Sprintf(`{"who":%q,"where":"portable-anne","since":"2026-03-09T08:30:00Z","pid":4242}`, who)
	if err := os.WriteFile(note, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
}

// opens waits until a file is open, and closes it with the test.
func (d *desk) opens(path string) {
	d.t.Helper()
	d.jobs.RunUntil(d.t, func() bool { return d.w.session != nil && samePath(d.w.session.Doc.Info().Path, path) })
	d.settle()
	doc := d.w.session.Doc
	d.t.Cleanup(func() { _ = doc.Close(context.Background()) }) // the window may have closed it
}

// asked waits for a dialog other than that of an opening that takes its time.
func (d *desk) asked() {
	d.t.Helper()
	d.jobs.RunUntil(d.t, func() bool { return d.canvas().Overlays().Top() != nil && !d.says("Ouverture de") })
	d.draw()
}

func TestFileThatSomebodyHasOpenCanBeRead(t *testing.T) {
	d := newDesk(t, skin.Light)
	path, _ := heldFile(t, d)
	d.w.Open(path)
	d.asked()
	d.sees("Anne Le Goff", "portable-anne", "Attendre", "Travailler sur une copie")
	d.tap("Le lire seulement")
	d.opens(path)
	d.sees("lecture seule", "Où en êtes-vous")
	if !d.w.session.Doc.Info().ReadOnly {
		t.Error("somebody else's file can be written")
	}
}

func TestFileThatSomebodyHasOpenCanBeCopied(t *testing.T) {
	d := newDesk(t, skin.Light)
	path, _ := heldFile(t, d)
	d.w.Open(path)
	d.asked()
	d.tap("Travailler sur une copie")
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil })
	d.opens(d.w.session.Doc.Info().Path)
	d.sees("commun (copie de ")
	d.misses("lecture seule")
}

func TestWaitingOpensTheFileOnceItIsFree(t *testing.T) {
	d := newDesk(t, skin.Light)
	d.w.pace = 5 * time.Millisecond
	path, note := heldFile(t, d)
	d.w.Open(path)
	d.asked()
	d.tap("Attendre")
	d.sees("En attente de", "Anne Le Goff a ouvert", "9\u00a0mars 2026")
	holds(t, note, "Brice Morvan")
	d.jobs.RunUntil(t, func() bool { return d.says("Brice Morvan a ouvert") })
	if err := os.Remove(note); err != nil {
		t.Fatal(err)
	}
	d.opens(path)
	d.sees("Où en êtes-vous")
	d.misses("En attente", "lecture seule")
}

func TestWaitingCanBeGivenUp(t *testing.T) {
	d := newDesk(t, skin.Light)
	d.w.pace = time.Millisecond
	path, note := heldFile(t, d)
	d.w.Open(path)
	d.asked()
	d.tap("Attendre")
	d.tap("Ne plus attendre")
	if err := os.Remove(note); err != nil {
		t.Fatal(err)
	}
	time.Sleep(20 * d.w.pace)
	d.settle()
	d.misses("En attente", "Où en êtes-vous")
}

// TestRefusalsSayWhatToDo opens what cannot be opened.
func TestRefusalsSayWhatToDo(t *testing.T) {
	cases := map[string]struct {
		content []byte // nil makes a folder
		says    []string
	}{
		"lettre.db":     {[]byte("Madame, Monsieur,"), []string{"lettre.db", "Choisir un autre fichier…"}},
		"rapport.pdf":   {[]byte("%PDF-1.7\n"), []string{"PDF", "Choisir un autre fichier…"}},
		"compte.docx":   {[]byte("PK\x03\x04rest"), []string{"Word", "Choisir un autre fichier…"}},
		"vide.db":       {[]byte{}, []string{"est vide (0", "Choisir un autre fichier…"}},
		"dossier":       {nil, []string{"est un dossier", "Choisir un autre fichier…"}},
		"sans début.db": {make([]byte, 8192), []string{"est abîmé", "Récupérer ce qui peut l’être…"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t, skin.Light)
			path := filepath.Join(t.TempDir(), name)
			err := os.MkdirAll(filepath.Dir(path), 0o700)
			if c.content == nil {
				err = os.Mkdir(path, 0o700)
			} else if err == nil {
				err = os.WriteFile(path, c.content, 0o600)
			}
			if err != nil {
				t.Fatal(err)
			}
			d.w.Open(path)
			d.asked()
			d.sees(append(c.says, "Fermer")...)
		})
	}
}

func TestRecentFileThatIsGone(t *testing.T) {
	d := newDesk(t, skin.Light)
	path := filepath.Join(t.TempDir(), "ancien.db")
	d.w.options.Settings.Remember(path)
	d.w.showStart()
	d.settle()
	d.tap("ancien.db")
	d.asked()
	d.sees("introuvable", "Le chercher…")
	d.tap("Retirer de la liste")
	d.misses("ancien.db", "Fichiers récents")
	if len(d.w.options.Settings.Recent) > 0 {
		t.Error("still remembered")
	}
}

func TestNewDiagnosisWantsAName(t *testing.T) {
	d := newDesk(t, skin.Light)
	d.tap("Nouveau diagnostic…")
	d.tap("Continuer")
	d.sees("Nom du territoire", "il peut être provisoire")
}

func TestFileThatIsAlreadyOpenStaysOpen(t *testing.T) {
	d := openEmpty(t, skin.Light)
	before := d.w.session
	d.w.Open(before.Doc.Info().Path)
	d.settle()
	d.sees("Ce fichier est déjà ouvert")
	if d.w.session != before {
		t.Error("it was opened a second time")
	}
}

// damagedFile is an example of which a page was lost.
func damagedFile(t testing.TB, d *desk) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "abîmé.db")
	if err := d.app.CreateExample(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	copy(content[10*4096:], make([]byte, 4*4096))
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestDamagedFileIsRecovered(t *testing.T) {
	d := newDesk(t, skin.Light)
	path := damagedFile(t, d)
	d.w.Open(path)
	d.asked()
	d.tap("Récupérer ce qui peut l’être…")
	d.jobs.RunUntil(t, func() bool { return d.says("abîmé.db") })
	d.draw()
	d.tap("Récupérer")
	d.jobs.RunUntil(t, func() bool { return d.says("Récupération terminée") })
	d.draw()
	d.sees("abîmé (récupéré).db", "modifications intactes", "Ce qui est perdu", "gardez-le")
	d.tap("Ouvrir le nouveau fichier")
	d.opens(filepath.Join(filepath.Dir(path), "abîmé (récupéré).db"))
	d.sees("Où en êtes-vous", "Val d’Ille-Aubigné")
}

// TestOpeningIsShown takes pictures of what opening asks and refuses.
func TestOpeningIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := newDesk(t, variant)
		path, _ := heldFile(t, d)
		d.w.Open(path)
		d.asked()
		widgettest.Save(t, d.w.win, variant, "dialogue-occupe")
		d.tap("Attendre")
		widgettest.Save(t, d.w.win, variant, "dialogue-attendre")
		d.tap("Ne plus attendre")
		d.w.Open(damagedFile(t, d))
		d.asked()
		widgettest.Save(t, d.w.win, variant, "dialogue-abime")
		d.tap("Fermer")
		lost := make([]string, 30)
		for i := range lost {
			lost[i] = fmt.Sprintf("Initiatives, « Ce que fait cette initiative » : %d valeurs perdues.", i+2)
		}
		d.w.tellRecovery("abîmé (récupéré).db", app.Recovery{Changes: 1234, Photos: 2, Lost: lost})
		d.settle()
		widgettest.Save(t, d.w.win, variant, "dialogue-recupere")
		d.tap("Fermer")
		d.w.options.Settings.Remember(filepath.Join(t.TempDir(), "ancien.db"))
		d.w.Open(d.w.options.Settings.Recent[0])
		d.asked()
		widgettest.Save(t, d.w.win, variant, "dialogue-introuvable")
		d.sees("introuvable")
	}
}
