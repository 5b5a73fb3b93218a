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

// longForm is a page of n fields of several lines.
func longForm(n int) (*widgets.Scroll, []*widgets.TextArea) {
	var areas []*widgets.TextArea
	var fields []fyne.CanvasObject
	for i := range n {
		area := widgets.NewTextArea(widgets.EntryOptions{})
		areas = append(areas, area)
		fields = append(fields, widgets.NewField(area, widgets.FieldOptions{Label: fmt.Sprint("Question ", i)}))
	}
	return widgets.Page(700, fields...), areas
}

// inView says whether an object is wholly inside the window.
func inView(w fyne.Window, o fyne.CanvasObject) bool {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(o).Y
	return top >= 0 && top+o.Size().Height <= w.Canvas().Size().Height
}

func TestWheelOverTextAreas(t *testing.T) {
	widgettest.App(t, skin.Light)
	page, areas := longForm(30)
	w := widgettest.Window(t, page, 700, 400, skin.Light)
	over := fyne.CurrentApp().Driver().AbsolutePositionForObject(areas[1]).AddXY(50, 20)
	test.Scroll(w.Canvas(), over, 0, -120)
	if page.Offset() != 120 {
		t.Errorf("the wheel over a text area scrolled by %v, want 120", page.Offset())
	}
	test.Scroll(w.Canvas(), over, 0, -100000)
	if !inView(w, areas[29]) {
		t.Error("the wheel does not reach the last field")
	}
	test.Scroll(w.Canvas(), over, 0, 100000)
	if page.Offset() != 0 {
		t.Errorf("back at the top the offset is %v", page.Offset())
	}
}

func TestTabReachesEveryFieldInView(t *testing.T) {
	widgettest.App(t, skin.Light)
	page, areas := longForm(30)
	w := widgettest.Window(t, page, 700, 400, skin.Light)
	for i, area := range areas {
		w.Canvas().FocusNext()
		if w.Canvas().Focused() != area {
			t.Fatalf("Tab number %d went to %T", i+1, w.Canvas().Focused())
		}
		if area.AcceptsTab() {
			t.Fatal("a text area keeps the Tab key")
		}
		if !inView(w, area) {
			t.Fatalf("field %d has the focus out of view, at offset %v", i, page.Offset())
		}
	}
	for i := len(areas) - 2; i >= 0; i-- {
		w.Canvas().FocusPrevious()
		if w.Canvas().Focused() != areas[i] || !inView(w, areas[i]) {
			t.Fatalf("Shift+Tab does not show field %d", i)
		}
	}
}

func TestTypingStaysInView(t *testing.T) {
	widgettest.App(t, skin.Light)
	page, areas := longForm(3)
	w := widgettest.Window(t, page, 700, 300, skin.Light)
	w.Canvas().Focus(areas[1])
	before := areas[1].Size().Height
	for _, r := range strings.Repeat("Développement économique et vie sociale. ", 40) {
		areas[1].TypedRune(r)
	}
	page.Relayout()
	areas[1].TypedRune('.')
	if after := areas[1].Size().Height; after < before*3 {
		t.Errorf("the area went from %v to %v: it does not grow with its text", before, after)
	}
	driver := fyne.CurrentApp().Driver()
	cursor := driver.AbsolutePositionForObject(areas[1]).Y + areas[1].CursorPosition().Y
	if cursor < 0 || cursor+20 > 300 {
		t.Errorf("the line being typed is at %v, out of a window of 300", cursor)
	}
}

func TestRevealInsideNestedWidgets(t *testing.T) {
	widgettest.App(t, skin.Light)
	button := widgets.NewButton(widgets.ButtonOptions{Label: "Loin"})
	tall := widgets.Pad(widgets.Insets{Top: 2000}, button)
	page := widgets.NewScroll(widgets.NewCard(widgets.NewField(tall, widgets.FieldOptions{Label: "Haut"}), widgets.CardOptions{}))
	pane := widgets.NewThreePane(widgets.ThreePaneOptions{Nav: widgets.VStack(0), Form: page})
	w := widgettest.Window(t, pane, 1024, 500, skin.Light)
	w.Canvas().Focus(button)
	if !inView(w, button) {
		t.Errorf("a focused button in a field in a card in a pane is out of view, offset %v", page.Offset())
	}
}

func BenchmarkLongForm(b *testing.B) {
	widgettest.App(b, skin.Light)
	page, areas := longForm(200)
	for _, area := range areas {
		area.SetText(strings.Repeat("Développement économique et vie sociale. ", 8))
	}
	widgettest.Window(b, page, 700, 700, skin.Light)
	for i := 0; b.Loop(); i++ {
		page.Resize(fyne.NewSize(float32(700+i%2), 700))
	}
}

func BenchmarkKeystroke(b *testing.B) {
	widgettest.App(b, skin.Light)
	page, areas := longForm(200)
	w := widgettest.Window(b, page, 700, 700, skin.Light)
	w.Canvas().Focus(areas[100])
	for b.Loop() {
		areas[100].TypedRune('a')
		areas[100].TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
