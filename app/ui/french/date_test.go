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
	}
	for _, c := range cases {
		if c.got != held(c.want) {
			t.Errorf("%s: got %q, want %q", c.name, c.got, held(c.want))
		}
	}
}

// held turns the tildes of a text into no-break spaces.
func held(text string) string { return strings.ReplaceAll(text, "~", "\u00a0") }

func TestDayOf(t *testing.T) {
	t.Parallel()
	now := at(0, 14, 32)
	for name, c := range map[string]struct {
		at   time.Time
		want string
	}{
		"earlier today": {at(0, 0, 1), "aujourd’hui"},
		"yesterday":     {at(1, 23, 59), "hier"},
		"this year":     {at(2, 17, 40), "21~novembre"},
		"another year":  {time.Date(2025, 3, 3, 9, 12, 0, 0, time.UTC), "3~mars~2025"},
	} {
		if got := french.DayOf(c.at, now); got != held(c.want) {
			t.Errorf("%s: got %q, want %q", name, got, held(c.want))
		}
	}
}
