package widgets_test

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

func key(o fyne.Focusable, name fyne.KeyName) { o.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestEntryCommits(t *testing.T) {
	widgettest.App(t, skin.Light)
	cases := []struct {
		name string
		do   func(e *widgets.Entry, c *clock, w fyne.Window)
		want []string
	}{
		{"when it is left", func(e *widgets.Entry, _ *clock, w fyne.Window) {
			test.Type(e, "abc")
			w.Canvas().Unfocus()
		}, []string{"abc"}},
		{"after two seconds of rest", func(e *widgets.Entry, c *clock, _ fyne.Window) {
			test.Type(e, "ab")
			c.pass(1900 * time.Millisecond)
			test.Type(e, "c")
			c.pass(1900 * time.Millisecond)
			test.Type(e, "d")
			c.pass(2 * time.Second)
		}, []string{"abcd"}},
		{"on Enter", func(e *widgets.Entry, _ *clock, _ fyne.Window) {
			test.Type(e, "abc")
			key(e, fyne.KeyReturn)
		}, []string{"abc"}},
		{"once for the same text", func(e *widgets.Entry, c *clock, w fyne.Window) {
			test.Type(e, "abc")
			c.pass(2 * time.Second)
			key(e, fyne.KeyReturn)
			w.Canvas().Unfocus()
		}, []string{"abc"}},
		{"not when the program sets it", func(e *widgets.Entry, c *clock, w fyne.Window) {
			e.SetText("set")
			c.pass(time.Minute)
			w.Canvas().Unfocus()
		}, nil},
		{"not when nothing changed", func(_ *widgets.Entry, c *clock, w fyne.Window) {
			c.pass(time.Minute)
			w.Canvas().Unfocus()
		}, nil},
		{"not after Escape, which gives the text back", func(e *widgets.Entry, c *clock, w fyne.Window) {
			e.SetText("avant")
			test.Type(e, "x")
			key(e, fyne.KeyEscape)
			c.pass(time.Minute)
			w.Canvas().Unfocus()
			if e.Text != "avant" {
				t.Errorf("Escape left %q", e.Text)
			}
		}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			hand := &clock{}
			e := widgets.NewEntry(widgets.EntryOptions{After: hand.after, OnCommitted: func(text string) { got = append(got, text) }})
			w := widgettest.Window(t, widgets.Page(0, e), 400, 200, skin.Light)
			w.Canvas().Focus(e)
			c.do(e, hand, w)
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("committed %q, want %q", got, c.want)
			}
		})
	}
}

func TestNumberEntry(t *testing.T) {
	widgettest.App(t, skin.Light)
	limit := 100.0
	zero := 0.0
	cases := []struct {
		name, typed, shown, committed, message string
		options                                widgets.NumberOptions
	}{
		{"thousands", "35692", "35\u202f692", "35692", "", widgets.NumberOptions{}},
		{"comma", "7,1", "7,1", "7.1", "", widgets.NumberOptions{}},
		{"point", "7.10", "7,10", "7.10", "", widgets.NumberOptions{}},
		{"with its unit", "298 km²", "298", "298", "", widgets.NumberOptions{Unit: "km²"}},
		{"words stay", "environ 12", "environ 12", "", "Ce n’est pas un nombre.", widgets.NumberOptions{}},
		{"no decimals in a whole number", "1,5", "1,5", "", "Écrivez un nombre entier", widgets.NumberOptions{Integer: true}},
		{"too big", "101", "101", "", "entre 0 et 100", widgets.NumberOptions{Min: &zero, Max: &limit}},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			committed := ""
			c.options.OnCommitted = func(canonical string) { committed = canonical }
			n := widgets.NewNumberEntry(c.options)
			w := widgettest.Window(t, widgets.Page(0, n), 400, 200, skin.Light)
			w.Canvas().Focus(n.Entry())
			test.Type(n.Entry(), c.typed)
			w.Canvas().Unfocus()
			if n.Entry().Text != c.shown || committed != c.committed || !strings.Contains(n.Error(), c.message) || (c.message == "") != (n.Error() == "") {
				t.Errorf("shows %q, committed %q, says %q", n.Entry().Text, committed, n.Error())
			}
		})
	}
}

func TestNumberEntryIsErased(t *testing.T) {
	widgettest.App(t, skin.Light)
	committed := "?"
	n := widgets.NewNumberEntry(widgets.NumberOptions{Value: "12", OnCommitted: func(canonical string) { committed = canonical }})
	w := widgettest.Window(t, n, 400, 200, skin.Light)
	w.Canvas().Focus(n.Entry())
	n.Entry().TypedShortcut(&fyne.ShortcutSelectAll{})
	key(n.Entry(), fyne.KeyBackspace)
	w.Canvas().Unfocus()
	if committed != "" || n.Value() != "" {
		t.Errorf("erased: committed %q, value %q", committed, n.Value())
	}
}

func TestYearAndDate(t *testing.T) {
	widgettest.App(t, skin.Light)
	var year, date string
	y := widgets.NewYearEntry("2007", 1800, 2100, func(v string) { year = v })
	d := widgets.NewDateEntry(widgets.DateOptions{Value: "2026-11-23", OnCommitted: func(v string) { date = v }})
	w := widgettest.Window(t, widgets.Page(0, y, d), 400, 200, skin.Light)
	if y.Entry().Text != "2007" || d.Entry().Text != "23/11/2026" {
		t.Fatalf("at first: %q and %q", y.Entry().Text, d.Entry().Text)
	}
	retype := func(e *widgets.Entry, text string) {
		w.Canvas().Focus(e)
		e.TypedShortcut(&fyne.ShortcutSelectAll{})
		test.Type(e, text)
		w.Canvas().Unfocus()
	}
	retype(y.Entry(), "1700")
	if year != "" || !strings.Contains(y.Error(), "entre 1800 et 2100") {
		t.Errorf("1700 gave %q, %q", year, y.Error())
	}
	retype(y.Entry(), "2012")
	if year != "2012" || y.Error() != "" {
		t.Errorf("2012 gave %q, %q", year, y.Error())
	}
	for typed, want := range map[string]string{"3/2/2025": "2025-02-03", "02/2024": "2024-02", "2019": "2019", "1er mai 2020": "2020-05-01"} {
		retype(d.Entry(), typed)
		if date != want {
			t.Errorf("%s gave %q, want %q", typed, date, want)
		}
	}
	before := date
	retype(d.Entry(), "31/02/2025")
	if date != before || d.Error() == "" || d.Entry().Text != "31/02/2025" {
		t.Errorf("31/02/2025 gave %q, %q, shown %q", date, d.Error(), d.Entry().Text)
	}
}

func TestFieldLines(t *testing.T) {
	widgettest.App(t, skin.Light)
	f := widgets.NewField(widgets.NewEntry(widgets.EntryOptions{}), widgets.FieldOptions{Label: "Nom", Note: "Tel qu’il paraîtra."})
	with := f.HeightFor(300)
	f.SetNote("")
	if f.HeightFor(300) >= with {
		t.Error("the note still takes room once removed")
	}
	f.SetError("Ce nom est déjà pris.")
	if f.HeightFor(300) != with {
		t.Errorf("the error is %v high, the note was %v", f.HeightFor(300), with)
	}
}
