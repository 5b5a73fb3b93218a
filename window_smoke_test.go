//go:build smoke

package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// Keycodes of the top row, which on a French keyboard has digits with shift only.
const (
	keyOne = "10"
	keyTwo = "11"
)

// TestWindow opens the real window on a copy of the example, goes to the sheet of
// the territory and types in it with the keyboard alone, closes, and reads in
// the file what was typed. Then it opens the window again on the same file.
func TestWindow(t *testing.T) {
	program := build(t)
	home := t.TempDir()
	file := filepath.Join(home, "Exemple d’été.db")
	command(t, program, "exemple", file)
	before := territory(t, program, file)

	s := newScreen(t, 1280, 720)
	w := open(t, s, program, home, file)
	s.save("accueil")
	s.press("ctrl+" + keyTwo)
	s.settle()
	s.press("Tab")
	s.settle()
	s.press("End")
	const typed = " : l’œuvre où ça naît, 50 € « à Noël »"
	s.write(typed)
	s.settle()
	s.save("territoire")
	w.quit()

	after := territory(t, program, file)
	name, _ := after["name"].(string)
	if want, _ := before["name"].(string); name != want+typed {
		t.Errorf("the file has the name %q after typing, want %q", name, want+typed)
	}
	delete(before, "name")
	delete(after, "name")
	if b, a := asJSON(t, before), asJSON(t, after); b != a {
		t.Errorf("another field changed:\n%s\n%s", b, a)
	}

	w = open(t, s, program, home, file)
	s.press("ctrl+" + keyOne)
	s.settle()
	w.quit()
}

// build makes the window as run.sh does, so that both share one build cache.
func build(t *testing.T) string {
	t.Helper()
	program := filepath.Join(t.TempDir(), "tressons")
	cmd := exec.Command("go", "build", "-trimpath", "-tags", "migrated_fynedo", "-o", program, ".")
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	if out, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return program
}

// command runs a subcommand of the window's own build, without a display.
func command(t *testing.T, program string, args ...string) []byte {
	t.Helper()
	cmd := exec.Command(program, args...)
	cmd.Env = append(os.Environ(), "DISPLAY=", "WAYLAND_DISPLAY=")
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("tressons %s: %v", strings.Join(args, " "), err)
	}
	return out
}

// territory reads the fields of the territory's sheet in a file.
func territory(t *testing.T, program, file string) map[string]any {
	t.Helper()
	var dump struct {
		Rows []struct {
			Entity string         `json:"entity"`
			Fields map[string]any `json:"fields"`
		} `json:"rows"`
	}
	if err := json.Unmarshal(command(t, program, "lire", file, "--json"), &dump); err != nil {
		t.Fatal(err)
	}
	for _, row := range dump.Rows {
		if row.Entity == "territory" {
			return row.Fields
		}
	}
	t.Fatal("the file has no territory")
	return nil
}

func asJSON(t *testing.T, value any) string {
	t.Helper()
	out, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// window is a running window.
type window struct {
	t      *testing.T
	screen *screen
	ended  chan error
}

// open starts the program on a file and waits until its window is still.
func open(t *testing.T, s *screen, program, home, file string) *window {
	t.Helper()
	cmd := exec.Command(program, file)
	cmd.Env = s.environment(home)
	cmd.Stderr = os.Stderr
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w := &window{t, s, make(chan error, 1)}
	go func() { w.ended <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // only still there when the test failed
	s.focus(cmd.Process.Pid)
	return w
}

// quit closes the window from the keyboard and waits for the end of the program.
func (w *window) quit() {
	w.t.Helper()
	w.screen.press("ctrl+q")
	select {
	case err := <-w.ended:
		if err != nil {
			w.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		w.screen.save("still-open")
		w.t.Fatal("the program did not end")
	}
}
