package model

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var isoDate = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)

const dateHelp = "« %s » n’est pas une date : écrivez 23/11/2026, 11/2026 ou 2026."

// canonDate reads jj/mm/aaaa, mm/aaaa, aaaa, ISO 8601, or a date in words:
// « 1er mars 2012 », « déc. 2026 ».
func canonDate(s string) (string, error) {
	text := strings.ToLower(strings.TrimSpace(cleanText(s)))
	if text == "" {
		return "", nil
	}
	if !isoDate.MatchString(text) {
		parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune("/-. "+NBSP+NarrowNBSP, r) })
		text = joinDate(parts)
	}
	if !isoDate.MatchString(text) {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	if _, err := time.Parse("2006-01-02"[:len(text)], text); err != nil {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	if _, err := canonYear(text[:4]); err != nil {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	return text, nil
}

// Day is the first day of the date, at midnight UTC; zero when there is none.
func (d Date) Day() time.Time {
	const day = "2006-01-02"
	if d == "" || len(d) > len(day) {
		return time.Time{}
	}
	t, _ := time.Parse(day[:len(d)], string(d)) // zero when it is no date
	return t
}

// joinDate makes an ISO date of its parts, year last, "" when one cannot be read.
func joinDate(parts []string) string {
	out := ""
	for i, part := range parts {
		rank := len(parts) - 1 - i // 0 is the year, 1 the month, 2 the day
		digits := datePart(part, rank)
		if digits == "" || rank > 2 {
			return ""
		}
		if i > 0 {
			digits += "-"
		}
		out = digits + out
	}
	return out
}

func datePart(part string, rank int) string {
	switch {
	case rank == 0 && len(part) != 4:
		return ""
	case rank == 0:
		return part
	case rank == 2 && part == "1er":
		part = "1"
	}
	if month := monthNamed(part); rank == 1 && month > 0 {
		return fmt.Sprintf("%02d", month)
	}
	number, err := strconv.Atoi(part)
	if err != nil || number < 1 || number > 31 {
		return ""
	}
	return fmt.Sprintf("%02d", number)
}

// monthNamed is the month of a name or of its beginning (three letters at least,
// and no doubt left), with or without accents, 0 when there is none.
func monthNamed(name string) int {
	name = withoutAccents(name)
	if len(name) < 3 {
		return 0
	}
	found := 0
	for i, month := range Months {
		if !strings.HasPrefix(withoutAccents(month), name) {
			continue
		}
		if found != 0 {
			return 0
		}
		found = i + 1
	}
	return found
}

func withoutAccents(s string) string { return strings.NewReplacer("é", "e", "û", "u").Replace(s) }

// Months are the French month names, January first.
var Months = [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet",
	"août", "septembre", "octobre", "novembre", "décembre"}

// French writes the date as in a sentence: « 1er mars 2012 », « mai 2018 », « 2009 ».
func (d Date) French() string {
	p := isoDate.FindStringSubmatch(string(d))
	if p == nil {
		return ""
	}
	if p[2] == "" {
		return p[1]
	}
	m, _ := strconv.Atoi(p[2])
	out := Months[(m+11)%12] + " " + p[1]
	if p[3] == "" {
		return out
	}
	day, _ := strconv.Atoi(p[3])
	if day == 1 {
		return "1er" + NBSP + out
	}
	return strconv.Itoa(day) + NBSP + out
}

// Numeric writes the date as it is typed: 23/11/2026, 11/2026, 2026.
func (d Date) Numeric() string {
	parts := strings.Split(string(d), "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "/")
}
