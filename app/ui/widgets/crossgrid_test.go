package widgets_test

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func bigCross(rows, columns int) widgets.CrossGridOptions {
	o := widgets.CrossGridOptions{Corner: "Initiative"}
	colors := []fyne.ThemeColorName{skin.Indigo, skin.Teal, skin.Ochre}
	for i := range rows {
		o.Rows = append(o.Rows, widgets.CrossLine{ID: fmt.Sprint("r", i), Label: fmt.Sprintf("Le Champ Commun, épicerie et café %d", i)})
	}
	for i := range columns {
		o.Columns = append(o.Columns, widgets.CrossLine{ID: fmt.Sprint("c", i), Label: "ESS inscrite au SRDEII et à la stratégie régionale", Color: colors[i*3/columns]})
	}
	for i := range rows * columns / 3 {
		o.Crosses = append(o.Crosses, widgets.Cross{Row: fmt.Sprint("r", i*7%rows), Column: fmt.Sprint("c", i*5%columns)})
	}
	return o
}

func TestCrossGrid(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		var toggled []any
		options := bigCross(60, 40)
		options.Crosses = options.Crosses[:200]
		options.OnToggled = func(cross widgets.Cross, on bool) { toggled = []any{cross.Row, cross.Column, on} }
		g := widgets.NewCrossGrid(options)
		w := widgettest.Window(t, g, 1040, 600, v)
		w.Canvas().FocusNext()
		before := g.On("r0", "c1")
		press := func(keys ...fyne.KeyName) {
			for _, k := range keys {
				g.TypedKey(&fyne.KeyEvent{Name: k})
			}
		}
		press(fyne.KeyRight, fyne.KeySpace)
		if g.On("r0", "c1") == before || toggled[0] != "r0" || toggled[1] != "c1" || toggled[2] != !before {
			t.Errorf("Space on the second cell: %v", toggled)
		}
		widgettest.Save(t, w, v, "cross")
		press(fyne.KeyEnd)
		for range 59 {
			press(fyne.KeyDown)
		}
		press(fyne.KeySpace)
		if toggled[0] != "r59" || toggled[1] != "c39" {
			t.Errorf("the arrows went to %v, want the last cell", toggled)
		}
		widgettest.Save(t, w, v, "cross-end")
		test.TapAt(g, fyne.NewPos(320, 200))
		if toggled[0] == "r59" {
			t.Error("a click ticked nothing")
		}
		if n := len(test.WidgetRenderer(g).Objects()); n > 600 {
			t.Errorf("%d objects are drawn for a part of the grid", n)
		}
	}
}

func BenchmarkCrossGrid(b *testing.B) {
	widgettest.App(b, skin.Light)
	g := widgets.NewCrossGrid(bigCross(60, 40))
	widgettest.Window(b, g, 1040, 600, skin.Light)
	for i := 0; b.Loop(); i++ {
		g.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.Delta{DY: float32(40 - i%2*80)}})
	}
}
