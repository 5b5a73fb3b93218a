package widgets_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

// linesOf returns the lines that a text shows, from top to bottom.
func linesOf(text *widgets.Text) []string {
	var lines []string
	last := float32(-1)
	for _, o := range test.WidgetRenderer(text).Objects() {
		words := o.(*canvas.Text)
		if y := words.Position().Y; y != last {
			lines, last = append(lines, ""), y
		}
		lines[len(lines)-1] += words.Text
	}
	return lines
}

func TestTextLines(t *testing.T) {
	widgettest.App(t, skin.Light)
	cases := []struct {
		name    string
		text    string
		options widgets.TextOptions
		width   float32
		want    []string
	}{
		{"one line", "Le Champ Commun", widgets.TextOptions{}, 300, []string{"Le Champ Commun"}},
		{"wraps at spaces", "Coopérer entre collectivités et services", widgets.TextOptions{}, 110, []string{"Coopérer entre", "collectivités et", "services"}},
		{"a no-break space holds", "Où en êtes-vous\u00a0?", widgets.TextOptions{}, 108, []string{"Où en", "êtes-vous\u00a0?"}},
		{"a word wider than the line is cut", "Anticonstitutionnellement", widgets.TextOptions{}, 100, []string{"Anticonstitutio", "nnellement"}},
		{"line ends count", "un\n\ntrois", widgets.TextOptions{}, 300, []string{"un", "trois"}},
		{"truncated", "Ingénierie d’accompagnement", widgets.TextOptions{Truncate: true}, 100, []string{"Ingénierie d’a…"}},
		{"at most two lines", "Coopérer entre collectivités et services", widgets.TextOptions{MaxLines: 2}, 110, []string{"Coopérer entre", "collectivités et…"}},
		{"never cut", "Coopérer entre collectivités", widgets.TextOptions{NoWrap: true}, 50, []string{"Coopérer entre collectivités"}},
		{"small capitals", "Été", widgets.TextOptions{Style: widgets.Caps}, 300, []string{"É\u200aT\u200aÉ"}},
		{"nothing", "", widgets.TextOptions{}, 300, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			text := widgets.NewText(c.text, c.options)
			text.Resize(fyne.NewSize(c.width, text.HeightFor(c.width)))
			if got := linesOf(text); strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestTextHeight(t *testing.T) {
	widgettest.App(t, skin.Light)
	text := widgets.NewText("Coopérer entre collectivités et services", widgets.TextOptions{})
	if got := text.HeightFor(110); got != 63 {
		t.Errorf("three lines of 15 px are %v high, want 63", got)
	}
	text.SetText("Coopérer")
	if got := text.HeightFor(110); got != 21 {
		t.Errorf("one line is %v high, want 21", got)
	}
	if got := widgets.NewText("Titre", widgets.TextOptions{Style: widgets.Title}).MinSize().Height; got != 34 {
		t.Errorf("a title is %v high, want 34", got)
	}
}

func TestTextInARow(t *testing.T) {
	widgettest.App(t, skin.Light)
	text := widgets.NewText("Tendance", widgets.TextOptions{Style: widgets.Strong})
	row := widgets.HStack(8, text, block(100, 20))
	row.Resize(fyne.NewSize(300, widgets.HeightFor(row, 300)))
	if got := linesOf(text); len(got) != 1 {
		t.Errorf("with room the text is cut: %q", got)
	}
	row.Resize(fyne.NewSize(140, widgets.HeightFor(row, 140)))
	if got := linesOf(text); len(got) < 2 {
		t.Errorf("without room the text is not cut: %q", got)
	}
}

func TestMarkdown(t *testing.T) {
	widgettest.App(t, skin.Light)
	shown := widgets.Markdown("## Pourquoi ?\nSavoir qui se *parle* dit s’il sera **accompagné**.\nEt plus.\n\n- un\n- 3 * 4 = 12\n\n> Source")
	w := widgettest.Window(t, shown, 400, 300, skin.Light)
	var texts []string
	for _, o := range test.LaidOutObjects(w.Content()) {
		if text, ok := o.(*widgets.Text); ok {
			texts = append(texts, text.Text())
		}
	}
	want := "Pourquoi ?|Savoir qui se parle dit s’il sera accompagné. Et plus.|•|un|•|3 * 4 = 12|Source"
	if got := strings.Join(texts, "|"); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func BenchmarkTextWrap(b *testing.B) {
	widgettest.App(b, skin.Light)
	text := widgets.NewText(strings.Repeat("Coopérer entre collectivités et services. ", 75), widgets.TextOptions{})
	for i := 0; b.Loop(); i++ {
		text.HeightFor(float32(300 + i%200))
	}
}
