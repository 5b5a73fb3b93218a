package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

// TestListInGroups opens lines under headings: a click on a heading opens
// nothing, and the lines are where they are drawn.
func TestListInGroups(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		items := manyItems(6)
		items[0].Heading, items[3].Heading = "Aujourd’hui", "Hier"
		opened := ""
		l := widgets.NewReorderableList(widgets.ListOptions{Items: items, OnOpened: func(id string) { opened = id }})
		w := widgettest.Window(t, widgets.Page(0, l), 600, 500, v)
		const line, heading = 56, 36
		at := func(y float32) string {
			opened = ""
			place := fyne.CurrentApp().Driver().AbsolutePositionForObject(l)
			test.TapCanvas(w.Canvas(), place.AddXY(100, y))
			return opened
		}
		for y, want := range map[float32]string{heading / 2: "", heading + 5: "0", heading + 2*line + 5: "2", heading + 3*line + 5: "", 2*heading + 3*line + 5: "3"} {
			if got := at(y); got != want {
				t.Errorf("at %v: opened %q, want %q", y, got, want)
			}
		}
		if got := l.HeightFor(500); got != 6*line+2*heading {
			t.Errorf("height %v", got)
		}
		l.Select("1")
		widgettest.Save(t, w, v, "liste-groupes")
	}
}

func TestListTellsItsEnd(t *testing.T) {
	widgettest.App(t, skin.Light)
	ends := 0
	l := widgets.NewReorderableList(widgets.ListOptions{Items: manyItems(500), OnEnd: func() { ends++ }})
	scroll := widgets.NewScroll(l)
	widgettest.Window(t, scroll, 600, 400, skin.Light)
	if ends > 0 {
		t.Error("the end is told before it is seen")
	}
	scroll.ScrollTo(1e6)
	if ends == 0 {
		t.Error("the end is not told")
	}
}
