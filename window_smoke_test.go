//go:build smoke

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Shortcuts of the menu « Aller à ».
const (
	toTerritory = "ctrl+t"
	toFactors   = "ctrl+l"
	toReport    = "ctrl+p"
)

// TestWindow opens the real window on a copy of the example, walks through some
// screens, types in the sheet of the territory, all with the keyboard alone,
// closes, and reads in the file what was typed. Then it opens the window again,
// types, and has the system end it. On the way it takes the pictures of README.md.
func TestWindow(t *testing.T) {
	program := build(t)
	home := newHome(t)
	file := filepath.Join(home, "Documents", "Val d’Ille-Aubigné.db")
	command(t, program, "exemple", file)
	before := territory(t, program, file)

	s := newScreen(t, 1280, 720)
	w := open(t, s, program, home, file)
	s.save("accueil")
	s.shows(func() { s.press(toFactors) })
	s.save("facteurs")
	s.shows(func() { s.press(toReport) })
	s.save("rapport")
	s.shows(func() { s.press(toTerritory) })
	s.save("territoire")
	s.shows(func() { s.press("Tab", "Tab") }) // past the list of steps, to the first field
	const typed = " : l’œuvre où ça naît, 50 € « à Noël »"
	s.shows(func() { s.press("End"); s.write(typed) })
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
	s.shows(func() { s.press(toTerritory) })
	s.shows(func() { s.press("Tab", "Tab") })
	s.press("End")
	s.write("!")
	s.settle()
	w.terminate()
	if name, _ := territory(t, program, file)["name"].(string); !strings.HasSuffix(name, typed+"!") {
		t.Errorf("the file has the name %q after the program was told to end", name)
	}
}

// newHome is the folder of a person who has chosen light colours, so that
// pictures do not depend on the system's.
func newHome(t *testing.T) string {
	t.Helper()
	home := t.TempDir()
	settings := filepath.Join(home, ".config", "tressons")
	for _, folder := range []string{settings, filepath.Join(home, ".cache"), filepath.Join(home, "Documents")} {
		if err := os.MkdirAll(folder, 0o700); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(settings, "settings.json"), []byte(`{"theme":"light","author":"Jeanne Le Goff"}`), 0o600); err != nil {
		t.Fatal(err)
	}
	return home
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
	t       *testing.T
	screen  *screen
	process *os.Process
	ended   chan error
}

// open starts the program on a file and waits until its window is still.
func open(t *testing.T, s *screen, program, home, file string) *window {
	t.Helper()
	cmd := exec.Command(program, file)
	cmd.Env = s.environment(home)
	var said bytes.Buffer
	cmd.Stderr = &said
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w := &window{t, s, cmd.Process, make(chan error, 1)}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("the program said:\n%s", said.Bytes())
		}
	})
	go func() { w.ended <- cmd.Wait() }()
	t.Cleanup(func() { _ = cmd.Process.Kill() }) // only still there when the test failed
	s.focus(cmd.Process.Pid)
	return w
}

// quit closes the window from the keyboard and waits for the end of the program.
func (w *window) quit() {
	w.t.Helper()
	w.screen.press("ctrl+q")
	w.ends()
}

// terminate ends the program as the system does at the end of a session.
func (w *window) terminate() {
	w.t.Helper()
	if err := w.process.Signal(syscall.SIGTERM); err != nil {
		w.t.Error(err)
	}
	w.ends()
}

func (w *window) ends() {
	w.t.Helper()
	select {
	case err := <-w.ended:
		if err != nil {
			w.t.Errorf("the program ended with %v", err)
		}
	case <-time.After(20 * time.Second):
		w.t.Fatal("the program did not end")
	}
}
