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

// euros reads whole numbers and writes them with their thousands apart.
func euros(value string, committed func(string)) *widgets.ValueEntry {
	return widgets.NewValueEntry(widgets.ValueOptions{
		Value: value, Unit: "€", OnCommitted: committed,
		Read: func(text string) (canonical, message string) {
			text = strings.ReplaceAll(text, " ", "")
			if strings.Trim(text, "0123456789") != "" {
				return "", "Ce n’est pas un nombre."
			}
			return text, ""
		},
		Write: func(canonical string) string {
			if len(canonical) < 4 {
				return canonical
			}
			return canonical[:len(canonical)-3] + " " + canonical[len(canonical)-3:]
		},
	})
}

func TestValueEntry(t *testing.T) {
	widgettest.App(t, skin.Light)
	cases := []struct{ name, before, typed, shown, committed, message string }{
		{"written in its usual form once left", "", "35692", "35 692", "35692", ""},
		{"what cannot be read stays", "", "environ 12", "environ 12", "?", "Ce n’est pas un nombre."},
		{"erased", "1200", "", "", "", ""},
		{"the same again tells nobody", "1200", "1200", "1 200", "?", ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			committed := "?"
			v := euros(c.before, func(canonical string) { committed = canonical })
			w := widgettest.Window(t, widgets.Page(0, v), 400, 200, skin.Light)
			w.Canvas().Focus(v.Entry())
			v.Entry().TypedShortcut(&fyne.ShortcutSelectAll{})
			key(v.Entry(), fyne.KeyBackspace)
			test.Type(v.Entry(), c.typed)
			w.Canvas().Unfocus()
			if v.Entry().Text != c.shown || committed != c.committed || v.Error() != c.message {
				t.Errorf("shows %q, committed %q, says %q", v.Entry().Text, committed, v.Error())
			}
		})
	}
}

func TestValueEntryLeavesWhatIsBeingTyped(t *testing.T) {
	widgettest.App(t, skin.Light)
	var v *widgets.ValueEntry
	v = euros("", func(canonical string) { v.SetValue(canonical) })
	w := widgettest.Window(t, widgets.Page(0, v), 400, 200, skin.Light)
	w.Canvas().Focus(v.Entry())
	test.Type(v.Entry(), "1 20")
	v.Commit()
	test.Type(v.Entry(), "0")
	if v.Entry().Text != "1 200" {
		t.Errorf("a rest while typing changed the text: %q", v.Entry().Text)
	}
	v.SetValue("5")
	if v.Entry().Text != "5" || v.Value() != "5" {
		t.Errorf("set from outside: shows %q", v.Entry().Text)
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
