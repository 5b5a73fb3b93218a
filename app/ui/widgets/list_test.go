package widgets_test

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func manyItems(n int) []widgets.ListItem {
	var items []widgets.ListItem
	for i := range n {
		items = append(items, widgets.ListItem{
			ID: fmt.Sprint(i), Title: fmt.Sprintf("Initiative %03d", i), Note: "Café associatif · Guipel", Mark: "2012",
		})
	}
	return items
}

func ids(l *widgets.ReorderableList, n int) string {
	all := ""
	for _, item := range l.Items()[:n] {
		all += item.ID + " "
	}
	return all
}

func TestListByKeyboard(t *testing.T) {
	widgettest.App(t, skin.Light)
	var opened, deleted, moved string
	l := widgets.NewReorderableList(widgets.ListOptions{
		Items: manyItems(500), OnOpened: func(id string) { opened = id }, OnDeleted: func(id string) { deleted = id },
		OnMoved: func(id string, index int) { moved = fmt.Sprint(id, " to ", index) },
	})
	scroll := widgets.NewScroll(l)
	w := widgettest.Window(t, scroll, 600, 400, skin.Light)
	w.Canvas().FocusNext()
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			l.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyDown, fyne.KeyReturn)
	if opened != "1" {
		t.Errorf("opened %q, want 1", opened)
	}
	l.TypedShortcut(alt(fyne.KeyUp))
	if moved != "1 to 0" || ids(l, 3) != "1 0 2 " {
		t.Errorf("moved %q, order %s", moved, ids(l, 3))
	}
	press(fyne.KeyEnd, fyne.KeyDelete)
	if deleted != "499" {
		t.Errorf("deleted %q, want 499", deleted)
	}
	if scroll.Offset() < 20000 {
		t.Errorf("the last line was not scrolled into view: offset %v", scroll.Offset())
	}
	l.TypedRune('i')
	press(fyne.KeyReturn)
	if opened != "1" {
		t.Errorf("typing a letter after the last line went to %q, want the first", opened)
	}
}

func TestListDrag(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		l := widgets.NewReorderableList(widgets.ListOptions{
			Items: manyItems(6), OnMoved: func(string, int) {}, OnDeleted: func(string) {},
		})
		w := widgettest.Window(t, widgets.Page(0, l), 600, 420, v)
		drag := func(from, to float32) {
			l.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(20, to)}, Dragged: fyne.Delta{DY: to - from}})
		}
		drag(20, 150)
		widgettest.Save(t, w, v, "list-drag")
		l.DragEnd()
		if ids(l, 6) != "1 2 0 3 4 5 " {
			t.Errorf("dragged down: %s", ids(l, 6))
		}
		drag(300, 10)
		l.DragEnd()
		if ids(l, 6) != "5 1 2 0 3 4 " {
			t.Errorf("dragged up: %s", ids(l, 6))
		}
		widgettest.Save(t, w, v, "list")
	}
}

func TestListShowsWhatIsAdded(t *testing.T) {
	widgettest.App(t, skin.Light)
	l := widgets.NewReorderableList(widgets.ListOptions{})
	widgettest.Window(t, widgets.Page(0, l), 600, 420, skin.Light)
	count := func() int {
		shown := 0
		for _, o := range test.WidgetRenderer(l).Objects() {
			if text, ok := o.(*widgets.Text); ok && strings.HasPrefix(text.Text(), "Initiative") {
				shown++
			}
		}
		return shown
	}
	for _, n := range []int{0, 1, 5, 3} {
		l.SetItems(manyItems(n))
		if got := count(); got != n {
			t.Errorf("with %d lines %d are drawn", n, got)
		}
	}
	l.SetItems(manyItems(5000))
	if got := count(); got < 8 || got > 60 {
		t.Errorf("with 5000 lines %d are drawn", got)
	}
}

func BenchmarkListScroll(b *testing.B) {
	widgettest.App(b, skin.Light)
	scroll := widgets.NewScroll(widgets.NewReorderableList(widgets.ListOptions{Items: manyItems(2000)}))
	widgettest.Window(b, scroll, 800, 700, skin.Light)
	for i := 0; b.Loop(); i++ {
		scroll.ScrollTo(float32(i % 1000 * 50))
	}
}
