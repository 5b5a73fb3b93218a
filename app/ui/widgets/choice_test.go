package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func legalForms() []widgets.Option {
	return []widgets.Option{{ID: "a", Label: "Association"}, {ID: "c", Label: "Coopérative"}, {ID: "e", Label: "Établissement public"}, {ID: "f", Label: "Fondation"}, {ID: "co", Label: "Commune"}}
}

func TestChoiceByKeyboard(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		var got []string
		c := widgets.NewChoice(widgets.ChoiceOptions{Options: legalForms(), OnSelected: func(id string) { got = append(got, id) }})
		w := widgettest.Window(t, widgets.Page(0, c), 400, 300, v)
		w.Canvas().FocusNext()
		c.TypedRune('E')
		key(c, fyne.KeyDown)
		list := w.Canvas().Focused()
		if list == nil || list == fyne.Focusable(c) {
			t.Fatal("Down does not open the list")
		}
		widgettest.Save(t, w, v, "choice")
		key(list, fyne.KeyDown)
		key(list, fyne.KeyReturn)
		if w.Canvas().Focused() != c || len(w.Canvas().Overlays().List()) != 0 {
			t.Error("choosing does not close the list and give the focus back")
		}
		c.TypedRune('c')
		c.TypedRune('c')
		key(c, fyne.KeyDelete)
		key(c, fyne.KeyDelete)
		if want := "e f co c "; strings.Join(got, " ") != want {
			t.Errorf("chose %q, want %q", strings.Join(got, " "), want)
		}
		key(c, fyne.KeySpace)
		key(w.Canvas().Focused(), fyne.KeyEscape)
		if c.Selected() != "" || w.Canvas().Focused() != c {
			t.Error("Escape does not close the list without choosing")
		}
	}
}

func TestChoiceByPointer(t *testing.T) {
	widgettest.App(t, skin.Light)
	var got []string
	c := widgets.NewChoice(widgets.ChoiceOptions{Options: legalForms(), Selected: "a", OnSelected: func(id string) { got = append(got, id) }})
	w := widgettest.Window(t, widgets.Page(0, c), 400, 300, skin.Light)
	test.Tap(c)
	under := fyne.CurrentApp().Driver().AbsolutePositionForObject(c).AddXY(30, c.Size().Height+10+45)
	test.TapCanvas(w.Canvas(), under)
	test.Tap(c)
	test.TapCanvas(w.Canvas(), fyne.NewPos(2, 2))
	if len(w.Canvas().Overlays().List()) != 0 {
		t.Error("a click beside the list does not close it")
	}
	test.TapAt(c, fyne.NewPos(c.Size().Width-40, 10))
	if want := "c "; strings.Join(got, " ") != want {
		t.Errorf("chose %q, want %q", strings.Join(got, " "), want)
	}
	required := widgets.NewChoice(widgets.ChoiceOptions{Options: legalForms(), Selected: "a", Required: true})
	key(required, fyne.KeyDelete)
	if required.Selected() != "a" {
		t.Error("Delete cleared a choice that is required")
	}
}

func TestSegmented(t *testing.T) {
	widgettest.App(t, skin.Light)
	var got []string
	s := widgets.NewYesNo("", func(id string) { got = append(got, id) })
	widgettest.Window(t, widgets.HStack(0, s), 400, 100, skin.Light)
	key(s, fyne.KeySpace)
	key(s, fyne.KeyRight)
	key(s, fyne.KeySpace)
	key(s, fyne.KeySpace)
	test.TapAt(s, fyne.NewPos(10, 10))
	key(s, fyne.KeyEnd)
	key(s, fyne.KeySpace)
	if want := "yes|no||yes|"; strings.Join(got, "|") != want {
		t.Errorf("answered %q, want %q", strings.Join(got, "|"), want)
	}
}

func TestLevelCards(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		var got []widgets.Level
		l := widgets.NewLevelCards(widgets.LevelCardsOptions{Cards: leverCards(), Color: skin.Ochre, OnSelected: func(level widgets.Level) { got = append(got, level) }})
		w := widgettest.Window(t, widgets.Page(0, l), 520, 400, v)
		if wide, narrow := l.HeightFor(700), l.HeightFor(460); narrow < wide*1.5 {
			t.Errorf("%v high when wide and %v when narrow: not two by two", wide, narrow)
		}
		w.Canvas().FocusNext()
		key(l, fyne.KeyDown)
		key(l, fyne.KeySpace)
		test.TapAt(l, fyne.NewPos(l.Size().Width-20, 20))
		widgettest.Save(t, w, v, "levels-narrow")
		test.TapAt(l, fyne.NewPos(l.Size().Width-20, 20))
		want := []widgets.Level{widgets.LevelHalf, widgets.LevelQuarter, widgets.LevelUnknown}
		if len(got) != 3 || got[0] != want[0] || got[1] != want[1] || got[2] != want[2] {
			t.Errorf("chose %v, want %v", got, want)
		}
	}
}

func TestMultiChoice(t *testing.T) {
	widgettest.App(t, skin.Light)
	var got string
	m := widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: legalForms(), Selected: []string{"c"}, OnSelected: func(ids []string) { got = strings.Join(ids, " ") }})
	widgettest.Window(t, widgets.Page(0, m), 400, 300, skin.Light)
	key(m, fyne.KeySpace)
	if got != "a c" {
		t.Errorf("Space on the first: %q", got)
	}
	key(m, fyne.KeyDown)
	key(m, fyne.KeySpace)
	test.TapAt(m, fyne.NewPos(5, 29*3+10))
	if got != "a f" {
		t.Errorf("then unticking the second and clicking the fourth: %q", got)
	}
	ticked := false
	check := widgets.NewCheck("Joindre le diagnostic", false, func(on bool) { ticked = on })
	key(check, fyne.KeySpace)
	if !ticked {
		t.Error("a single box was not ticked")
	}
}
