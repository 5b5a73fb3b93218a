package model

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

var (
	isoDate    = regexp.MustCompile(`^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$`)
	frenchDate = regexp.MustCompile(`^(?:(?:(\d{1,2})[/. -])?(\d{1,2})[/. -])?(\d{4})$`)
)

const dateHelp = "« %s » n’est pas une date : écrivez 23/11/2026, 11/2026 ou 2026."

// canonDate reads jj/mm/aaaa, mm/aaaa, aaaa or ISO 8601.
func canonDate(s string) (string, error) {
	s = strings.TrimSpace(cleanText(s))
	if s == "" {
		return "", nil
	}
	var y, m, d string
	if p := isoDate.FindStringSubmatch(s); p != nil {
		y, m, d = p[1], p[2], p[3]
	} else if p := frenchDate.FindStringSubmatch(s); p != nil {
		y, m, d = p[3], p[2], p[1]
	} else {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	if _, err := canonYear(y); err != nil {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	out := y
	if m != "" {
		out += "-" + twoDigits(m)
	}
	if d != "" {
		out += "-" + twoDigits(d)
	}
	if _, err := time.Parse("2006-01-02"[:len(out)], out); err != nil {
		return "", inputErrorf(dateHelp, excerpt(s))
	}
	return out, nil
}

func twoDigits(s string) string {
	if len(s) == 1 {
		return "0" + s
	}
	return s
}

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
		return "1er " + out
	}
	return strconv.Itoa(day) + " " + out
}

// Numeric writes the date as it is typed: 23/11/2026, 11/2026, 2026.
func (d Date) Numeric() string {
	parts := strings.Split(string(d), "-")
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
	return strings.Join(parts, "/")
}
