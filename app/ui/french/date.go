package french

import (
	"fmt"
	"strconv"
	"strings"
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

// When writes a moment as one says it at the moment now: « aujourd’hui, 14 h 32 »,
// « hier, 9 h 05 », « 21 novembre, 17 h 40 », and the day alone when the year is
// another: « 3 mars 2025 ». Both are read in the time zone of now.
func When(t, now time.Time) string {
	t = t.In(now.Location())
	switch {
	case sameDay(t, now):
		return "aujourd’hui, " + Clock(t)
	case sameDay(t, dayBefore(now)):
		return "hier, " + Clock(t)
	case t.Year() == now.Year():
		return dayMonth(t) + ", " + Clock(t)
	default:
		return Day(t)
	}
}

// dayBefore is noon of the day before, an hour that the clock always shows.
func dayBefore(now time.Time) time.Time {
	return time.Date(now.Year(), now.Month(), now.Day()-1, 12, 0, 0, 0, now.Location())
}

func sameDay(a, b time.Time) bool {
	return a.Year() == b.Year() && a.YearDay() == b.YearDay()
}

// ISO dates may stop at the month or at the year.
const (
	isoDay   = "2006-01-02"
	isoMonth = "2006-01"
	isoYear  = "2006"
)

// DateWords writes an ISO date, whole or cut at the month or the year:
// « 23 novembre 2026 », « novembre 2026 », « 2026 ». What is no such date comes
// back as it is.
func DateWords(iso string) string {
	t, layout, ok := parseISO(iso)
	switch {
	case !ok:
		return iso
	case layout == isoDay:
		return Day(t)
	case layout == isoMonth:
		return Month(t.Month()) + nbsp + strconv.Itoa(t.Year())
	default:
		return strconv.Itoa(t.Year())
	}
}

// DateDigits writes an ISO date, whole or cut, as one types it: 23/11/2026,
// 11/2026, 2026. What is no such date comes back as it is.
func DateDigits(iso string) string {
	t, layout, ok := parseISO(iso)
	switch {
	case !ok:
		return iso
	case layout == isoDay:
		return t.Format("02/01/2006")
	case layout == isoMonth:
		return t.Format("01/2006")
	default:
		return t.Format(isoYear)
	}
}

func parseISO(iso string) (t time.Time, layout string, ok bool) {
	for _, layout := range []string{isoDay, isoMonth, isoYear} {
		if t, err := time.Parse(layout, iso); err == nil {
			return t, layout, true
		}
	}
	return time.Time{}, "", false
}

// ParseDate reads a date as French people type it, whole or without its day or
// month — 23/11/2026, 23-11-2026, 11/2026, 2026, « 23 novembre 2026 », « nov. 2026 »
// or an ISO date — and returns its ISO form: 2026-11-23, 2026-11, 2026. Years have
// four digits. An empty text gives an empty date.
func ParseDate(text string) (iso string, ok bool) {
	text = strings.TrimSpace(strings.ReplaceAll(strings.ToLower(text), nbsp, " "))
	if text == "" {
		return "", true
	}
	if _, _, ok := parseISO(text); ok {
		return text, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/-. \u202f", r) })
	if len(parts) > 3 {
		return "", false
	}
	return joinDate(parts)
}

// joinDate makes an ISO date of its parts, year last.
func joinDate(parts []string) (iso string, ok bool) {
	for i, part := range parts {
		number, ok := datePart(part, len(parts)-1-i)
		if !ok {
			return "", false
		}
		if i == 0 {
			iso = number
		} else {
			iso = number + "-" + iso
		}
	}
	_, _, ok = parseISO(iso)
	return iso, ok
}

// datePart reads a part of a date: rank 0 is the year, 1 the month, 2 the day.
func datePart(part string, rank int) (digits string, ok bool) {
	if rank == 1 {
		if month := monthNamed(part); month > 0 {
			return fmt.Sprintf("%02d", month), true
		}
	}
	if rank == 2 && part == "1er" {
		part = "1"
	}
	number, err := strconv.Atoi(part)
	if err != nil || number < 0 {
		return "", false
	}
	if rank == 0 {
		return part, len(part) == 4
	}
	return fmt.Sprintf("%02d", number), len(part) <= 2
}

// monthNamed returns the month of a name or of its beginning (three letters at
// least, and no doubt left), with or without accents, or 0.
func monthNamed(name string) time.Month {
	name = withoutAccents(name)
	var found time.Month
	if len(name) < 3 {
		return 0
	}
	for month := time.January; month <= time.December; month++ {
		if strings.HasPrefix(withoutAccents(Month(month)), name) {
			if found != 0 {
				return 0
			}
			found = month
		}
	}
	return found
}

func withoutAccents(text string) string {
	return strings.NewReplacer("é", "e", "û", "u").Replace(text)
}
