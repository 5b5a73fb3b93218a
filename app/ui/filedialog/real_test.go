package filedialog

import (
	"path/filepath"
	"testing"
	"testing/synctest"

	"tressons/app/ui/skin"
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
			synctest.Test(t, func(t *testing.T) {
				p := front(t, 1024, 700, skin.Light)
				c.ask(Options{Window: p.window, Start: dir, Extensions: []string{".db"}}, func(path string) { p.chosen = append(p.chosen, path) })
				synctest.Wait()
				p.mustRead("eau.db")
				c.does(p)
				synctest.Wait()
				p.answered(filepath.Join(dir, c.want))
			})
		})
	}
}
