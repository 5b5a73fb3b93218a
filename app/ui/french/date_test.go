package french_test

import (
	"strings"
	"testing"
	"time"

	"tressons/app/ui/french"
)

// at is a moment of the 23rd of November 2026, or of the days before.
func at(day, hour, minute int) time.Time {
	return time.Date(2026, 11, 23-day, hour, minute, 0, 0, time.UTC)
}

func TestWhen(t *testing.T) {
	t.Parallel()
	now := at(0, 14, 32)
	far := time.FixedZone("UTC+12", 12*3600)
	newYear := time.Date(2027, 1, 1, 0, 5, 0, 0, time.UTC)
	cases := []struct {
		name string
		at   time.Time
		now  time.Time
		want string
	}{
		{"now", now, now, "aujourd’hui, 14~h~32"},
		{"this morning", at(0, 0, 0), now, "aujourd’hui, 0~h~00"},
		{"yesterday", at(1, 9, 5), now, "hier, 9~h~05"},
		{"less than a day ago, yesterday", at(1, 23, 59), at(0, 0, 1), "hier, 23~h~59"},
		{"two days ago", at(2, 17, 40), now, "21~novembre, 17~h~40"},
		{"the first of a month", at(22, 8, 0), now, "1er~novembre, 8~h~00"},
		{"another year", time.Date(2025, 3, 3, 9, 12, 0, 0, time.UTC), now, "3~mars~2025"},
		{"the day before New Year’s Day", newYear.Add(-time.Hour), newYear, "hier, 23~h~05"},
		{"a clock that is late", now.AddDate(0, 0, 1), now, "24~novembre, 14~h~32"},
		{"in the time zone of the reader", at(0, 14, 32), at(0, 14, 32).In(far), "aujourd’hui, 2~h~32"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := french.When(c.at, c.now); got != held(c.want) {
				t.Errorf("got %q, want %q", got, held(c.want))
			}
		})
	}
}

func TestWhenTheClockChanges(t *testing.T) {
	t.Parallel()
	paris, err := time.LoadLocation("Europe/Paris")
	if err != nil {
		t.Skip("no time zones here")
	}
	// The night of the 29th of March 2026 jumps from 2 h to 3 h.
	now := time.Date(2026, 3, 30, 2, 30, 0, 0, paris)
	if got, want := french.When(time.Date(2026, 3, 29, 12, 0, 0, 0, paris), now), held("hier, 12~h~00"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestDays(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name, got, want string
	}{
		{"a day", french.Day(at(0, 14, 32)), "23~novembre~2026"},
		{"the first of a month", french.Day(time.Date(2026, 5, 1, 0, 0, 0, 0, time.UTC)), "1er~mai~2026"},
		{"an hour", french.Clock(at(0, 14, 32)), "14~h~32"},
		{"an early hour", french.Clock(at(0, 9, 5)), "9~h~05"},
		{"an ISO day in words", french.DateWords("2026-02-01"), "1er~février~2026"},
		{"an ISO month in words", french.DateWords("2026-12"), "décembre~2026"},
		{"an ISO year in words", french.DateWords("2007"), "2007"},
		{"no date", french.DateWords("vers 2007"), "vers 2007"},
		{"an ISO day in digits", french.DateDigits("2026-02-01"), "01/02/2026"},
		{"an ISO month in digits", french.DateDigits("2026-12"), "12/2026"},
		{"an ISO year in digits", french.DateDigits("2007"), "2007"},
		{"no date in digits", french.DateDigits("2026-13"), "2026-13"},
	}
	for _, c := range cases {
		if c.got != held(c.want) {
			t.Errorf("%s: got %q, want %q", c.name, c.got, held(c.want))
		}
	}
}

// held turns the tildes of a text into no-break spaces.
func held(text string) string { return strings.ReplaceAll(text, "~", "\u00a0") }

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
