package french_test

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/lang"

	"tressons/app/ui/french"
)

func TestEveryKeyOfFyneIsTranslated(t *testing.T) {
	t.Parallel()
	dir, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "fyne.io/fyne/v2").Output()
	if err != nil {
		t.Fatal(err)
	}
	read := func(path string) map[string]any {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		keys := map[string]any{}
		if err := json.Unmarshal(content, &keys); err != nil {
			t.Fatal(err)
		}
		return keys
	}
	english := read(filepath.Join(strings.TrimSpace(string(dir)), "lang", "translations", "base.en.json"))
	ours := read("fr.json")
	if len(english) == 0 {
		t.Fatal("no key was read")
	}
	for key := range english {
		if _, ok := ours[key]; !ok {
			t.Errorf("%q has no French words", key)
		}
	}
}

func TestInstall(t *testing.T) {
	if err := french.Install(); err != nil {
		t.Fatal(err)
	}
	for key, want := range map[string]string{"Cancel": "Annuler", "monday": "lundi", "Select all": "Tout sélectionner"} {
		if got := lang.L(key); got != want {
			t.Errorf("%s: got %q, want %q", key, got, want)
		}
	}
	if got := lang.X("file.name", "Name"); got != "Nom" {
		t.Errorf("file.name: got %q", got)
	}
}

func TestDates(t *testing.T) {
	t.Parallel()
	now := time.Date(2026, 11, 23, 14, 32, 0, 0, time.UTC)
	cases := []struct {
		name, got, want string
	}{
		{"a day", french.Date(now), "23 novembre 2026"},
		{"the first of a month", french.Date(time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)), "1er mai 2026"},
		{"an hour", french.Hour(now), "14 h 32"},
		{"an early hour", french.Hour(now.Add(-327 * time.Minute)), "9 h 05"},
		{"a day of the week", french.Weekday(now.Weekday()), "lundi"},
		{"today", french.When(now.Add(-time.Hour), now), "aujourd’hui, 13 h 32"},
		{"yesterday", french.When(now.AddDate(0, 0, -1), now), "hier, 14 h 32"},
		{"this year", french.When(time.Date(2026, 8, 20, 9, 12, 0, 0, time.UTC), now), "20 août, 9 h 12"},
		{"another year", french.When(time.Date(2025, 12, 20, 9, 12, 0, 0, time.UTC), now), "20 décembre 2025, 9 h 12"},
		{"yesterday in another year", french.WhenDay(time.Date(2025, 12, 31, 9, 0, 0, 0, time.UTC), time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)), "hier"},
		{"an ISO day in words", french.DateWords("2026-02-01"), "1er février 2026"},
		{"an ISO month in words", french.DateWords("2026-12"), "décembre 2026"},
		{"an ISO year in words", french.DateWords("2007"), "2007"},
		{"no date", french.DateWords("vers 2007"), "vers 2007"},
		{"an ISO day in digits", french.DateDigits("2026-02-01"), "01/02/2026"},
		{"an ISO month in digits", french.DateDigits("2026-12"), "12/2026"},
	}
	for _, c := range cases {
		if got := strings.ReplaceAll(c.got, "\u00a0", " "); got != c.want {
			t.Errorf("%s: got %q, want %q", c.name, got, c.want)
		}
	}
}

func TestParseDate(t *testing.T) {
	t.Parallel()
	cases := []struct {
		text, want string
		ok         bool
	}{
		{"23/11/2026", "2026-11-23", true},
		{"3/1/2026", "2026-01-03", true},
		{"23-11-2026", "2026-11-23", true},
		{"23.11.2026", "2026-11-23", true},
		{"2026-11-23", "2026-11-23", true},
		{"11/2026", "2026-11", true},
		{" 2026 ", "2026", true},
		{"23 novembre 2026", "2026-11-23", true},
		{"1er Août 2026", "2026-08-01", true},
		{"déc. 2026", "2026-12", true},
		{"aout 2007", "2007-08", true},
		{"", "", true},
		{"31/02/2026", "", false},
		{"23/11/26", "", false},
		{"13/2026", "", false},
		{"jui 2026", "", false},
		{"hier", "", false},
		{"1/2/3/2026", "", false},
		{"-1/11/2026", "2026-11-01", true},
	}
	for _, c := range cases {
		got, ok := french.ParseDate(c.text)
		if ok != c.ok || ok && got != c.want {
			t.Errorf("%q: got %q, %v, want %q, %v", c.text, got, ok, c.want, c.ok)
		}
	}
}

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

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"23/11/2026", "novembre 2026", "1er mai 2007", "0000"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		iso, ok := french.ParseDate(text)
		if !ok || iso == "" {
			return
		}
		if again, ok := french.ParseDate(french.DateDigits(iso)); !ok || again != iso {
			t.Errorf("%q: %q is read again as %q, %v", text, iso, again, ok)
		}
	})
}
