package ui

import (
	"os"
	"path/filepath"
	"testing"

	"tressons/app/ui/skin"
)

func TestFileThatSomebodyHasOpen(t *testing.T) {
	d := newDesk(t, skin.Light)
	path := filepath.Join(t.TempDir(), "commun.db")
	if err := d.app.CreateExample(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	note := `{"who":"Anne Le Goff","where":"portable-anne","since":"2026-03-09T08:30:00Z","pid":4242}`
	if err := os.WriteFile(filepath.Join(filepath.Dir(path), ".~lock.commun.db#"), []byte(note), 0o600); err != nil {
		t.Fatal(err)
	}
	d.w.Open(path)
	d.jobs.RunUntil(t, func() bool { return d.canvas().Overlays().Top() != nil })
	d.settle()
	d.sees("Anne Le Goff", "portable-anne", "Attendre", "Travailler sur une copie")
	d.tap("Le lire seulement")
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil })
	d.settle()
	t.Cleanup(func() {
		if err := d.w.session.Doc.Close(t.Context()); err != nil {
			t.Log(err)
		}
	})
	d.sees("lecture seule", "Où en êtes-vous")
	if !d.w.session.Doc.Info().ReadOnly {
		t.Error("somebody else's file can be written")
	}
}

func TestFileThatIsNoDiagnosisIsTold(t *testing.T) {
	d := newDesk(t, skin.Light)
	path := filepath.Join(t.TempDir(), "lettre.db")
	if err := os.WriteFile(path, []byte("Madame, Monsieur,"), 0o600); err != nil {
		t.Fatal(err)
	}
	d.w.Open(path)
	d.jobs.RunUntil(t, func() bool { return d.canvas().Overlays().Top() != nil })
	d.settle()
	d.sees("lettre.db", "Fermer")
}
