package french

import (
	"fmt"
	"strconv"
	"time"
)

// nbsp is the space that a line cannot be cut at.
const nbsp = "\u00a0"

// Month returns the name of a month, in small letters as French has it.
func Month(month time.Month) string {
	return [...]string{
		"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
		"août", "septembre", "octobre", "novembre", "décembre",
	}[month-1]
}

// Day writes a day: « 23 novembre 2026 », « 1er mai 2026 ».
func Day(t time.Time) string {
	return dayMonth(t) + nbsp + strconv.Itoa(t.Year())
}

// dayMonth writes a day without its year.
func dayMonth(t time.Time) string {
	day := strconv.Itoa(t.Day())
	if t.Day() == 1 {
		day = "1er"
	}
	return day + nbsp + Month(t.Month())
}

// Clock writes an hour: « 14 h 32 ».
func Clock(t time.Time) string {
	return fmt.Sprintf("%d%sh%s%02d", t.Hour(), nbsp, nbsp, t.Minute())
}

// DayOf names the day of a moment as one says it at the moment now:
// « aujourd’hui », « hier », « 21 novembre », and « 3 mars 2025 » in another year.
// Both are read in the time zone of now.
func DayOf(t, now time.Time) string {
	t = t.In(now.Location())
	switch {
	case sameDay(t, now):
		return "aujourd’hui"
	case sameDay(t, dayBefore(now)):
		return "hier"
	case t.Year() == now.Year():
		return dayMonth(t)
	default:
		return Day(t)
	}
}

// When writes a moment as one says it at the moment now: « aujourd’hui, 14 h 32 »,
// « hier, 9 h 05 », « 21 novembre, 17 h 40 », and the day alone when the year is
// another: « 3 mars 2025 ». Both are read in the time zone of now.
func When(t, now time.Time) string {
	t = t.In(now.Location())
	if t.Year() != now.Year() && !sameDay(t, dayBefore(now)) {
		return Day(t)
	}
	return DayOf(t, now) + ", " + Clock(t)
}

// dayBefore is noon of the day before, an hour that the clock always shows.
func dayBefore(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day()-1, 12, 0, 0, 0, now.Location())
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}
