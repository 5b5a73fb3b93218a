package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func TestModal(t *testing.T) {
	below := widgets.NewEntry(widgets.EntryOptions{})
	window := widgettest.Window(t, below, 800, 600, skin.Light)
	entry := widgets.NewEntry(widgets.EntryOptions{Text: "avant"})
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Fermer"})
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	cases := []struct {
		name  string
		press func()
	}{
		{"from a button", func() { button.TypedKey(escape) }},
		{"from a field left as it was", func() { entry.TypedKey(escape) }},
		{"with nothing in focus", func() { window.Canvas().OnTypedKey()(escape) }},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			window.Canvas().Focus(below)
			var modal *widgets.Modal
			modal = widgets.ShowModal(window, widgets.ModalOptions{
				Panel: widgets.VStack(0, entry, button), Width: 300, Height: 200, OnEscape: func() { modal.Hide() },
			}, entry)
			if window.Canvas().Focused() != entry {
				t.Fatal("the modal has not the focus")
			}
			c.press()
			if window.Canvas().Overlays().Top() != nil {
				t.Error("Escape leaves the modal there")
			}
			if window.Canvas().Focused() != below {
				t.Error("the focus is not given back")
			}
		})
	}
	one := []widgets.Option{{ID: "a", Label: "Absent"}}
	disabled := widgets.NewButton(widgets.ButtonOptions{Label: "Non"})
	disabled.Disable()
	controls := map[string]fyne.CanvasObject{
		"a disabled button": disabled,
		"a box to tick":     widgets.NewCheck("Sans l’historique", true, nil),
		"a box without any": widgets.NewMultiChoice(widgets.MultiChoiceOptions{}),
		"several boxes":     widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: one}),
		"a choice":          widgets.NewChoice(widgets.ChoiceOptions{Options: one}),
		"segments":          widgets.NewYesNo("", nil),
		"a chip":            widgets.NewChip(widgets.ChipOptions{Label: "Preuve"}),
		"a row that leads":  widgets.NewTapRow(widgets.NewText("Ici", widgets.TextOptions{}), func() {}),
		"a list":            widgets.NewReorderableList(widgets.ListOptions{}),
		"a picture":         widgets.NewPicture(func() {}),
		"a field of lines":  widgets.NewTextArea(widgets.EntryOptions{}),
	}
	for name, o := range controls {
		t.Run("from "+name, func(t *testing.T) {
			gone := false
			modal := widgets.ShowModal(window, widgets.ModalOptions{Panel: widgets.VStack(0, o), Width: 300, Height: 200, OnEscape: func() { gone = true }}, o.(fyne.Focusable))
			o.(fyne.Focusable).TypedKey(escape)
			if !gone {
				t.Error("Escape means nothing")
			}
			modal.Hide()
		})
	}
	t.Run("from a field just edited", func(t *testing.T) {
		widgets.ShowModal(window, widgets.ModalOptions{
			Panel: entry, Width: 300, Height: 200, OnEscape: func() { t.Error("Escape leaves the modal") },
		}, entry)
		entry.Entry.SetText("après")
		entry.TypedKey(escape)
		if entry.Text != "avant" {
			t.Errorf("the field says %q", entry.Text)
		}
	})
}
