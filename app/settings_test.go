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
	if err := os.WriteFile(path, []byte("{\"recent\":["), 0o600); err != nil {
		t.Fatal(err)
	}
	if broken := app.LoadSettings(path); broken.Theme != "light" || len(broken.Recent) != 0 {
		t.Errorf("broken settings gave %+v", broken)
	}
}
