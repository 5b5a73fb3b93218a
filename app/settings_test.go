package app_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"tressons/app"
)

func TestSettings(t *testing.T) {
	t.Parallel()
	path := filepath.Join(t.TempDir(), "new", "settings.json")
	s := app.LoadSettings(path)
	if s.Theme != "light" || len(s.Recent) != 0 {
		t.Errorf("first settings %+v", s)
	}
	for _, file := range []string{"a", "b", "c", "d", "e", "f", "g", "h", "i", "b"} {
		s.Remember(file)
	}
	s.Theme, s.Author = "", "Inès"
	if err := s.Save(); err != nil {
		t.Fatal(err)
	}
	again := app.LoadSettings(path)
	if again.Theme != "" || again.Signature().Name != "Inès" || !slices.Equal(again.Recent, []string{"b", "i", "h", "g", "f", "e", "d", "c"}) {
		t.Errorf("settings read again %+v", again)
	}
	again.Accompany("i", "voisin")
	again.Accompany("i", "autre")
	saved := again.Copy()
	again.Accompany("i", "voisin")
	if !slices.Equal(saved.Companions["i"], []string{"voisin", "autre"}) || !slices.Equal(again.Companions["i"], []string{"autre", "voisin"}) {
		t.Errorf("companions %v, then %v", saved.Companions, again.Companions)
	}
	for _, file := range []string{"1", "2", "3", "4", "5", "6", "7", "8"} {
		again.Remember(file)
	}
	if len(again.Companions) != 0 {
		t.Errorf("companions of files that are no longer recent: %v", again.Companions)
	}
	if err := os.WriteFile(path, []byte("{\"recent\":["), 0o600); err != nil {
		t.Fatal(err)
	}
	if broken := app.LoadSettings(path); broken.Theme != "light" || len(broken.Recent) != 0 {
		t.Errorf("broken settings gave %+v", broken)
	}
}
