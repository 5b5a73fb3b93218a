//go:build smoke

package main

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// screen is a virtual X display with its keyboard and its picture.
type screen struct {
	t       *testing.T
	display string // ":7"
	folder  string // where Xvfb keeps the picture
}

// newScreen starts Xvfb on a free display and stops it with the test. -noreset
// keeps the keyboard map when the last window closes.
func newScreen(t *testing.T, width, height int) *screen {
	t.Helper()
	s := &screen{t: t, folder: t.TempDir()}
	read, write, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-fbdir", s.folder, "-noreset", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := errors.Join(server.Process.Kill()); err != nil {
			t.Error(err)
		}
		_ = server.Wait() // says only that it was killed
	})
	write.Close()
	var number string
	if _, err := fmt.Fscanln(read, &number); err != nil {
		t.Fatalf("Xvfb did not start: %v", err)
	}
	s.display = ":" + number
	return s
}

// environment is what a program needs to appear on the screen and nowhere else,
// with a home of its own.
func (s *screen) environment(home string) []string {
	var env []string
	for _, v := range os.Environ() {
		if name, _, _ := strings.Cut(v, "="); name != "WAYLAND_DISPLAY" && !strings.HasPrefix(name, "XDG_") && !strings.HasPrefix(name, "FYNE_") {
			env = append(env, v)
		}
	}
	return append(env, "DISPLAY="+s.display, "HOME="+home, "LIBGL_ALWAYS_SOFTWARE=1", "LANG=C.UTF-8")
}

// run runs a tool of X on the screen and returns its output.
func (s *screen) run(name string, args ...string) string {
	s.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	// xdotool types accents only where the system speaks UTF-8, which a bare one does not say.
	cmd.Env = append(os.Environ(), "DISPLAY="+s.display, "LC_ALL=C.UTF-8")
	out, err := cmd.CombinedOutput()
	if err != nil {
		s.t.Fatalf("%s %s: %v\n%s", name, strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// press sends key combinations, named as xdotool does, one after the other.
func (s *screen) press(keys ...string) {
	s.t.Helper()
	s.run("xdotool", append([]string{"key", "--delay", "60"}, keys...)...)
}

// write types a text on the French keyboard.
func (s *screen) write(text string) {
	s.t.Helper()
	s.run("xdotool", "type", "--delay", "25", text)
}

// focus waits for the window of a process, gives it the keyboard, and gives the
// keyboard the French layout, which xdotool needs for accents. The pointer is put
// out of the way.
func (s *screen) focus(pid int) {
	s.t.Helper()
	id, _, _ := strings.Cut(s.run("xdotool", "search", "--sync", "--onlyvisible", "--pid", fmt.Sprint(pid)), "\n")
	s.run("setxkbmap", "fr", "oss")
	s.run("xdotool", "windowfocus", "--sync", id, "mousemove", "4000", "4000")
	s.settle()
}

// Waiting for the window: how often it is looked at, after how many looks alike
// it is still, and how long at most.
const (
	lookEvery  = 100 * time.Millisecond
	looksAlike = 5
	waitAtMost = 20 * time.Second
)

// shows does something and waits until the picture has changed by more than a
// caret and is still again.
func (s *screen) shows(act func()) {
	s.t.Helper()
	before := s.picture()
	act()
	for deadline := time.Now().Add(waitAtMost); alike(before, s.picture()); time.Sleep(lookEvery) {
		if time.Now().After(deadline) {
			s.t.Fatalf("the window shows no change after %s", waitAtMost)
		}
	}
	s.settle()
}

// settle waits until the picture has stopped changing, the caret's blinking apart.
func (s *screen) settle() {
	s.t.Helper()
	before, still := s.picture(), 0
	for deadline := time.Now().Add(waitAtMost); still < looksAlike; {
		if time.Now().After(deadline) {
			s.t.Fatalf("the window still moves after %s", waitAtMost)
		}
		time.Sleep(lookEvery)
		now := s.picture()
		if still++; !alike(before, now) {
			still = 0
		}
		before = now
	}
}

// alike tells whether two pictures differ by no more than a caret.
func alike(a, b *image.RGBA) bool {
	changed := 0
	for i := 0; i < len(a.Pix); i += 4 {
		if !bytes.Equal(a.Pix[i:i+3], b.Pix[i:i+3]) {
			changed++
		}
	}
	return changed < 200
}

// picture reads the screen, which Xvfb keeps as an X window dump.
func (s *screen) picture() *image.RGBA {
	s.t.Helper()
	dump, err := os.ReadFile(filepath.Join(s.folder, "Xvfb_screen0"))
	if err != nil {
		s.t.Fatal(err)
	}
	field := func(i int) int { return int(binary.BigEndian.Uint32(dump[4*i:])) }
	const colorSize = 12
	header, width, height, stride, colors := field(0), field(4), field(5), field(12), field(19)
	pixels := dump[header+colors*colorSize:]
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p := pixels[y*stride+4*x:]
			img.SetRGBA(x, y, color.RGBA{p[2], p[1], p[0], 0xFF})
		}
	}
	return img
}

// save keeps a picture of the screen when TRESSONS_PICTURES names a folder.
func (s *screen) save(name string) {
	s.t.Helper()
	folder := os.Getenv("TRESSONS_PICTURES")
	if folder == "" {
		return
	}
	var file bytes.Buffer
	if err := errors.Join(png.Encode(&file, s.picture()), os.WriteFile(filepath.Join(folder, name+".png"), file.Bytes(), 0o644)); err != nil {
		s.t.Error(err)
	}
}
