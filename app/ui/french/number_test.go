package french_test

import (
	"testing"

	"tressons/app/ui/french"
)

func TestNumbers(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text, unit, canonical, shown string
		ok                           bool
	}{
		{"35 692", "", "35692", "35\u202f692", true},
		{"35\u202f692", "", "35692", "35\u202f692", true},
		{"35\u00a0692", "", "35692", "35\u202f692", true},
		{"7,1", "", "7.1", "7,1", true},
		{"7.1", "", "7.1", "7,1", true},
		{"7,1 %", "%", "7.1", "7,1", true},
		{"298 km²", "km²", "298", "298", true},
		{"-12", "", "-12", "−12", true},
		{"007", "", "7", "7", true},
		{"0,50", "", "0.50", "0,50", true},
		{"1234567", "", "1234567", "1\u202f234\u202f567", true},
		{"", "", "", "", true},
		{"environ 12", "", "", "", false},
		{"1.234,5", "", "", "", false},
		{"12,", "", "", "", false},
		{",5", "", "", "", false},
		{"-", "", "", "", false},
	}
	for _, c := range cases {
		got, ok := french.ParseNumber(c.text, c.unit)
		if ok != c.ok || got != c.canonical {
			t.Errorf("%q: got %q, %v, want %q, %v", c.text, got, ok, c.canonical, c.ok)
		}
		if shown := french.Number(got); ok && shown != c.shown {
			t.Errorf("%q: shown %q, want %q", c.text, shown, c.shown)
		}
	}
}

func FuzzParseNumber(f *testing.F) {
	for _, seed := range []string{"35 692", "7,1 %", "-0.5", "1e3", "٣"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		canonical, ok := french.ParseNumber(text, "%")
		if !ok {
			return
		}
		again, ok := french.ParseNumber(french.Number(canonical), "")
		if !ok || again != canonical {
			t.Errorf("%q: %q is read again as %q, %v", text, canonical, again, ok)
		}
	})
}
