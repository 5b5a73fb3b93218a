package ui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// menuItems lists the items of the main menu, those of its inner menus included.
func (d *desk) menuItems() []*fyne.MenuItem {
	var all []*fyne.MenuItem
	var gather func(*fyne.Menu)
	gather = func(m *fyne.Menu) {
		for _, i := range m.Items {
			all = append(all, i)
			if i.ChildMenu != nil {
				gather(i.ChildMenu)
			}
		}
	}
	for _, m := range d.w.win.MainMenu().Items {
		gather(m)
	}
	return all
}

func TestShortcutsAreLettersUsedOnce(t *testing.T) {
	d := openExample(t, skin.Light)
	seen := map[string]string{}
	for _, i := range d.menuItems() {
		if i.Shortcut == nil {
			continue
		}
		name := i.Shortcut.ShortcutName()
		if other, twice := seen[name]; twice {
			t.Errorf("%s: both %q and %q", name, other, i.Label)
		}
		seen[name] = i.Label
		custom, ok := i.Shortcut.(*desktop.CustomShortcut)
		if ok && (len(custom.KeyName) != 1 || custom.KeyName < "A" || custom.KeyName > "Z" || custom.Modifier != fyne.KeyModifierShortcutDefault) {
			t.Errorf("%q: %s is not Ctrl and a letter", i.Label, name)
		}
	}
	for _, name := range []string{"Undo", "Redo"} { // what Fyne makes of Ctrl+Z and Ctrl+Y
		if seen[name] == "" {
			t.Errorf("no menu item answers to %s", name)
		}
	}
}

func TestUndoTakesBackTypingFirst(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "territoire"})
	d.fill("Région", "Normandie")
	entry := d.field("Départements").(*widgets.ValueEntry).Entry()
	before := entry.Text
	d.canvas().Focus(entry)
	entry.TypedRune('x')
	d.w.undo()
	if entry.Text != before || d.w.session.Diagnosis().Territory().Region != "Normandie" {
		t.Errorf("while typing: field %q, region %q", entry.Text, d.w.session.Diagnosis().Territory().Region)
	}
	d.w.undo()
	if got := d.w.session.Diagnosis().Territory().Region; got == "Normandie" {
		t.Error("with nothing being typed, undo took nothing back")
	}
}
