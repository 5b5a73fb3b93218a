package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

type boardEvents struct {
	moved  []any
	opened string
	added  string
}

func newTestBoard(events *boardEvents) *widgets.Board {
	return widgets.NewBoard(widgets.BoardOptions{
		Columns: []widgets.BoardColumn{
			{ID: "a", Title: "Reconnaissance", Color: skin.Indigo, AddLabel: "+ Ajouter un facteur", Cards: []widgets.BoardCard{
				{ID: "a1", Title: "ESS inscrite au SRDEII et à la stratégie régionale", Note: "région · 3 initiatives"},
				{ID: "a2", Title: "Volonté politique locale affirmée", Note: "EPCI · 7 initiatives"},
				{ID: "a3", Title: "Conseil de développement actif", Note: "EPCI · 2 initiatives"},
			}},
			{ID: "b", Title: "Ingénierie d’accompagnement", Color: skin.Teal, AddLabel: "+ Ajouter un facteur", Cards: []widgets.BoardCard{
				{ID: "b1", Title: "Pépinière ESS de Langouët", Note: "EPCI · 3 initiatives"},
				{ID: "b2", Title: "Animation du réseau d’acteurs"},
			}},
			{ID: "c", Title: "Financement", Color: skin.Ochre, AddLabel: "+ Ajouter un facteur"},
		},
		OnMoved:  func(card, column string, index int) { events.moved = []any{card, column, index} },
		OnOpened: func(card string) { events.opened = card },
		OnAdd:    func(column string) { events.added = column },
	})
}

func alt(key fyne.KeyName) fyne.Shortcut {
	return &desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}
}

func order(b *widgets.Board, column int) string {
	ids := ""
	for _, c := range b.Columns()[column].Cards {
		ids += c.ID + " "
	}
	return ids
}

func TestBoardByKeyboard(t *testing.T) {
	widgettest.App(t, skin.Light)
	var events boardEvents
	b := newTestBoard(&events)
	after := widgets.NewButton(widgets.ButtonOptions{Label: "Suivant"})
	w := widgettest.Window(t, widgets.Page(0, b, after), 960, 500, skin.Light)
	w.Canvas().FocusNext()
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			b.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	if w.Canvas().Focused() != b {
		t.Fatal("the board is not a stop of the Tab key")
	}
	press(fyne.KeyDown, fyne.KeyReturn)
	if events.opened != "a2" {
		t.Errorf("opened %q, want a2", events.opened)
	}
	b.TypedShortcut(alt(fyne.KeyUp))
	if got := order(b, 0); got != "a2 a1 a3 " {
		t.Errorf("after Alt+Up: %s", got)
	}
	b.TypedShortcut(alt(fyne.KeyUp))
	if got := order(b, 0); got != "a2 a1 a3 " {
		t.Errorf("Alt+Up at the top moved something: %s", got)
	}
	b.TypedShortcut(alt(fyne.KeyRight))
	if events.moved[0] != "a2" || events.moved[1] != "b" || events.moved[2] != 0 {
		t.Errorf("after Alt+Right: %v", events.moved)
	}
	press(fyne.KeyRight, fyne.KeySpace)
	if events.added != "c" {
		t.Errorf("the button of an empty column added to %q", events.added)
	}
	w.Canvas().FocusNext()
	if w.Canvas().Focused() != after {
		t.Error("Tab does not leave the board")
	}
}

func TestBoardByPointer(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		var events boardEvents
		b := newTestBoard(&events)
		w := widgettest.Window(t, widgets.NewScroll(b), 960, 400, v)
		drag := func(from, to fyne.Position) {
			b.Dragged(&fyne.DragEvent{
				PointEvent: fyne.PointEvent{Position: to},
				Dragged:    fyne.Delta{DX: to.X - from.X, DY: to.Y - from.Y},
			})
		}
		drag(fyne.NewPos(60, 60), fyne.NewPos(420, 130))
		widgettest.Save(t, w, v, "board-drag")
		b.DragEnd()
		if len(events.moved) != 3 || events.moved[0] != "a1" || events.moved[1] != "b" || events.moved[2] != 1 {
			t.Fatalf("dropped at %v, want a1 in b at 1", events.moved)
		}
		if order(b, 1) != "b1 a1 b2 " || order(b, 0) != "a2 a3 " {
			t.Errorf("after the drop: %s| %s", order(b, 0), order(b, 1))
		}
		events.moved = nil
		drag(fyne.NewPos(60, 60), fyne.NewPos(60, 72))
		b.DragEnd()
		if events.moved != nil {
			t.Errorf("a card dropped on its place moved: %v", events.moved)
		}
		drag(fyne.NewPos(60, 60), fyne.NewPos(60, 155))
		b.DragEnd()
		if order(b, 0) != "a3 a2 " {
			t.Errorf("dragged down in its column: %s", order(b, 0))
		}
		drag(fyne.NewPos(5, 5), fyne.NewPos(300, 300))
		b.DragEnd()
		if order(b, 0) != "a3 a2 " {
			t.Errorf("dragging the background moved something: %s", order(b, 0))
		}
		widgettest.Save(t, w, v, "board")
	}
}
