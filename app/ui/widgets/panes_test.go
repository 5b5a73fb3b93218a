package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func newTestNav(chosen *string) *widgets.NavList {
	return widgets.NewNavList(widgets.NavOptions{
		Title: "Val d’Ille-Aubigné", Selected: "b", OnSelected: func(id string) { *chosen = id },
		Sections: []widgets.NavSection{
			{Items: []widgets.NavItem{{ID: "a", Label: "Accueil"}}},
			{Heading: "Collecter", Items: []widgets.NavItem{{ID: "b", Label: "Territoire"}, {ID: "c", Label: "Chiffres"}}},
		},
	})
}

func TestNavList(t *testing.T) {
	widgettest.App(t, skin.Light)
	var chosen string
	nav := newTestNav(&chosen)
	after := widgets.NewButton(widgets.ButtonOptions{Label: "Après"})
	w := widgettest.Window(t, widgets.HStackTop(0, nav, after), 500, 400, skin.Light)
	w.Canvas().FocusNext()
	rows := w.Canvas().Focused()
	key(rows, fyne.KeyDown)
	if chosen != "" {
		t.Error("an arrow chooses a line")
	}
	key(rows, fyne.KeyReturn)
	if chosen != "c" || nav.Selected() != "c" {
		t.Errorf("Enter chose %q", chosen)
	}
	key(rows, fyne.KeyHome)
	key(rows, fyne.KeySpace)
	if chosen != "a" {
		t.Errorf("Space chose %q", chosen)
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != after {
		t.Error("the list is more than one stop of the Tab key")
	}
	nav.Select("b")
	if chosen != "a" || nav.Selected() != "b" {
		t.Error("selecting by the program tells OnSelected or does nothing")
	}
}

func TestThreePaneFolds(t *testing.T) {
	widgettest.App(t, skin.Light)
	var chosen string
	form := widgets.NewScroll(widgets.VStack(0))
	help := widgets.NewHelpPanel(widgets.HelpOptions{Markdown: "Aide"})
	pane := widgets.NewThreePane(widgets.ThreePaneOptions{Nav: newTestNav(&chosen), Form: form, Help: help})
	w := widgettest.Window(t, pane, 1280, 700, skin.Light)
	wide := form.Size().Width
	if !pane.HelpOpen() || help.Size().Width != 290 {
		t.Fatal("the help is not open in a wide window")
	}
	w.Resize(fyne.NewSize(1024, 700))
	if pane.HelpOpen() || form.Size().Width < 700 {
		t.Errorf("at 1024 the help is open: %v, and the form %v wide", pane.HelpOpen(), form.Size().Width)
	}
	pane.SetHelpOpen(true)
	if !help.Visible() || form.Size().Width > 600 {
		t.Error("the person cannot unfold the help in a narrow window")
	}
	w.Resize(fyne.NewSize(1280, 700))
	if form.Size().Width != wide {
		t.Errorf("back at 1280 the form is %v wide, it was %v", form.Size().Width, wide)
	}
	pane.SetHelp(nil)
	if form.Size().Width < wide+280 {
		t.Error("without help the form does not take its room")
	}
}

func TestToaster(t *testing.T) {
	widgettest.App(t, skin.Light)
	hand := &clock{}
	undone := 0
	under := 0
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Dessous", OnTapped: func() { under++ }})
	toaster := widgets.NewToaster()
	toaster.After = hand.after
	w := widgettest.Window(t, container.NewStack(widgets.Page(0, button), toaster), 800, 500, skin.Light)
	w.Canvas().Focus(button)
	toaster.Notify("Initiative supprimée", "Annuler", func() { undone++ })
	if w.Canvas().Focused() != button {
		t.Error("a message takes the focus")
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(60, 40))
	if under != 1 {
		t.Error("a message stops the clicks beside it")
	}
	hand.pass(7 * time.Second)
	if toaster.Message() == "" {
		t.Error("the message is gone after 7 s")
	}
	w.Canvas().FocusNext()
	key(w.Canvas().Focused(), fyne.KeyReturn)
	if undone != 1 || toaster.Message() != "" {
		t.Errorf("the action was done %d times, the message is %q", undone, toaster.Message())
	}
	toaster.Notify("Copie enregistrée", "", nil)
	hand.pass(8 * time.Second)
	if toaster.Message() != "" {
		t.Error("the message is still there after 8 s")
	}
}

func TestProgress(t *testing.T) {
	widgettest.App(t, skin.Light)
	cancelled := 0
	field := widgets.NewEntry(widgets.EntryOptions{})
	w := widgettest.Window(t, widgets.Page(0, field), 600, 400, skin.Light)
	w.Canvas().Focus(field)
	p := widgets.NewProgress(w, "Composition du PDF…", func() { cancelled++ })
	p.Show()
	key(w.Canvas().Focused(), fyne.KeyEscape)
	key(w.Canvas().Focused(), fyne.KeySpace)
	if cancelled != 2 {
		t.Errorf("cancelled %d times, want 2", cancelled)
	}
	p.Hide()
	if p.Shown() || w.Canvas().Focused() != field {
		t.Error("hiding does not give the focus back to the field")
	}
}

func TestChipAndButton(t *testing.T) {
	widgettest.App(t, skin.Light)
	var opened, removed, pressed int
	chip := widgets.NewChip(widgets.ChipOptions{Label: "Convention", OnTapped: func() { opened++ }, OnRemoved: func() { removed++ }})
	plain := widgets.NewChip(widgets.ChipOptions{Label: "EPCI"})
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Continuer", OnTapped: func() { pressed++ }})
	w := widgettest.Window(t, widgets.VStack(8, widgets.Flow(4, chip, plain), button), 500, 200, skin.Light)
	test.TapAt(chip, fyne.NewPos(10, 10))
	test.TapAt(chip, fyne.NewPos(chip.Size().Width-8, 10))
	key(chip, fyne.KeyReturn)
	key(chip, fyne.KeyDelete)
	if opened != 2 || removed != 2 {
		t.Errorf("opened %d and removed %d times, want 2 and 2", opened, removed)
	}
	w.Canvas().FocusNext()
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != button {
		t.Error("a chip that does nothing is a stop of the Tab key")
	}
	test.TapAt(button, fyne.NewPos(10, 10))
	test.TapAt(button, fyne.NewPos(450, 10))
	if pressed != 1 {
		t.Errorf("pressed %d times, want 1: the empty room beside a button is not the button", pressed)
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(450, 45))
	if button.Cursor() != desktop.DefaultCursor {
		t.Error("the pointer beside a button looks as if it were on it")
	}
	button.Disable()
	key(button, fyne.KeySpace)
	if pressed != 1 {
		t.Error("a disabled button was pressed")
	}
}
