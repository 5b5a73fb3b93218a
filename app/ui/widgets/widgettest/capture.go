// Package widgettest shows widgets in a window without a screen, for tests: in
// the skin of the application, light or dark, and as PNG files on request.
package widgettest

import (
	"image/png"
	"os"
	"path/filepath"
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
)

// CaptureDir names the environment variable that says where [Capture] writes.
const CaptureDir = "TRESSONS_CAPTURE"

// Window shows content, w by h pixels, in a window of a new test application
// dressed in the given variant, and lays it out until nothing moves.
func Window(t testing.TB, content fyne.CanvasObject, w, h float32, variant skin.Variant) fyne.Window {
	t.Helper()
	App(t, variant)
	window := test.NewWindow(content)
	window.SetPadded(false)
	window.Resize(fyne.NewSize(w, h))
	Settle(window)
	t.Cleanup(window.Close)
	return window
}

// App starts a test application dressed in the given variant. Widgets must be
// made after it, or be refreshed.
func App(t testing.TB, variant skin.Variant) fyne.App {
	t.Helper()
	app := test.NewTempApp(t)
	app.Settings().SetTheme(skin.New(Fonts(t), variant))
	return app
}

// Fonts reads the faces of the application from the source tree.
func Fonts(t testing.TB) skin.Fonts {
	t.Helper()
	_, here, _, _ := runtime.Caller(0)
	dir := filepath.Join(filepath.Dir(here), "..", "..", "..", "..", "assets", "fonts")
	read := func(face string) []byte {
		content, err := os.ReadFile(filepath.Join(dir, "SourceSans3-"+face+".ttf"))
		if err != nil {
			t.Fatal(err)
		}
		return content
	}
	return skin.Fonts{Regular: read("Regular"), Italic: read("It"), Semibold: read("Semibold"), Bold: read("Bold")}
}

// Settle lays a window out again, as the real one does before each frame.
func Settle(window fyne.Window) {
	size := window.Canvas().Size()
	for range 2 {
		window.Resize(size.AddWidthHeight(1, 1))
		window.Resize(size)
	}
	window.Content().Refresh()
}

// Capture shows object and, when the environment asks for it, writes what is
// seen to name-light.png or name-dark.png. It returns the window, so that a test can go on.
func Capture(t testing.TB, object fyne.CanvasObject, w, h float32, variant skin.Variant, name string) fyne.Window {
	t.Helper()
	window := Window(t, object, w, h, variant)
	Save(t, window, variant, name)
	return window
}

// Save writes what a window shows, when the environment asks for it.
func Save(t testing.TB, window fyne.Window, variant skin.Variant, name string) {
	t.Helper()
	dir := os.Getenv(CaptureDir)
	if dir == "" {
		return
	}
	suffix := "-light.png"
	if variant == skin.Dark {
		suffix = "-dark.png"
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	file, err := os.Create(filepath.Join(dir, name+suffix))
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(file, window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
}
