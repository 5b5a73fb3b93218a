package filedialog

import (
	"path/filepath"
	"testing"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"

	"fyne.io/fyne/v2"
)

// TestForReal leaves the window and comes back to it as the program does.
func TestForReal(t *testing.T) {
	cases := []struct {
		name string
		ask  func(Options, func(string))
		does func(p *person)
		want string
	}{
		{"open", Open, func(p *person) { p.doubleClicks("eau.db") }, "eau.db"},
		{"save", Save, func(p *person) { p.types("feu"); p.presses(enter) }, "feu.db"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			dir := folder(t, "eau.db")
			p := front(t, 1024, 700, skin.Light)
			_, jobs := widgettest.Queue(fyne.CurrentApp())
			c.ask(Options{Window: p.window, Start: dir, Extensions: []string{".db"}}, func(path string) { p.chosen = append(p.chosen, path) })
			jobs.RunUntil(t, func() bool { return p.reads("eau.db") })
			c.does(p)
			jobs.RunUntil(t, func() bool { return len(p.chosen) > 0 })
			p.answered(filepath.Join(dir, c.want))
		})
	}
}
