package model

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Longest texts that a field takes, in bytes. Far above what a person types;
// they keep a pasted book from making the file unusable.
const (
	MaxLine = 2_000
	MaxText = 200_000
)

// Text is free text over several lines, LF between them.
type Text string

// Note is an « aparté »: free text that never leaves the team's file.
type Note string

// Number is a decimal number in canonical form: "-12.5", "35692", "" if unset.
type Number string

// Year is a year in canonical form, "1900" to "2999", "" if unset.
type Year string

// Date is an ISO 8601 date that may be incomplete: "2026-11-23", "2026-11" or
// "2026", "" if unset.
type Date string

// Position orders rows that the team sorts by hand; see PositionBetween.
type Position string

// Ref names a row of another entity, "actor/<id>"; see Field.Target.
type Ref string

// Hash names a photo by the lower-case hexadecimal SHA-256 of its bytes.
type Hash string

// Float returns the number, and whether there is one.
func (n Number) Float() (float64, bool) {
	if n == "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(string(n), 64)
	return f, err == nil
}

// NumberOf is the canonical form of f, without rounding.
func NumberOf(f float64) Number {
	return Number(strconv.FormatFloat(f, 'f', -1, 64))
}

// Int returns the year, and whether there is one.
func (y Year) Int() (int, bool) {
	n, err := strconv.Atoi(string(y))
	return n, err == nil
}

// Year returns the year of the date, "" if there is none.
func (d Date) Year() Year {
	if len(d) < 4 {
		return ""
	}
	return Year(d[:4])
}

// MakeRef names row id of an entity.
func MakeRef(entity, id string) Ref { return Ref(entity + "/" + id) }

// Split returns the entity and the row that a reference names; both are empty
// when it names none.
func (r Ref) Split() (entity, id string) {
	entity, id, ok := strings.Cut(string(r), "/")
	if !ok || entity == "" || id == "" {
		return "", ""
	}
	return entity, id
}

// InputError tells the user why a value does not fit a field. Its text is a
// French sentence.
type InputError struct{ Message string }

func (e *InputError) Error() string { return e.Message }

func inputErrorf(format string, a ...any) error {
	return &InputError{Message: fmt.Sprintf(format, a...)}
}

// lineEnds are the line ends that become LF.
var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// cleanText makes what was typed or pasted safe to keep: valid UTF-8, LF line
// ends, no control characters but LF and tab.
func cleanText(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = lineEnds.Replace(s)
	return strings.Map(func(r rune) rune {
		if r != '\n' && r != '\t' && unicode.IsControl(r) {
			return -1
		}
		return r
	}, s)
}

// canonText keeps the inner line breaks of a long text and trims its ends.
func canonText(s string) (string, error) {
	s = strings.TrimSpace(cleanText(s))
	if len(s) > MaxText {
		return "", inputErrorf("Ce texte dépasse %s caractères : gardez l’essentiel ici et joignez le reste en preuve.", FormatInt(MaxText))
	}
	return s, nil
}

// canonLine makes one line of what was typed. No-break spaces are kept: they are
// French typography.
func canonLine(s string) (string, error) {
	words := strings.FieldsFunc(cleanText(s), func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' })
	s = strings.TrimSpace(strings.Join(words, " "))
	if len(s) > MaxLine {
		return "", inputErrorf("Ce texte dépasse %s caractères : il doit tenir sur une ligne.", FormatInt(MaxLine))
	}
	return s, nil
}

// canonNumber reads a number as French people type it: comma or point, any kind
// of space between thousands.
func canonNumber(s string) (string, error) {
	compact := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r):
			return -1
		case r == ',':
			return '.'
		case r == '−':
			return '-'
		}
		return r
	}, cleanText(s))
	if compact == "" {
		return "", nil
	}
	for i, r := range compact {
		if !(r >= '0' && r <= '9' || r == '.' || r == '-' && i == 0) {
			return "", inputErrorf("« %s » n’est pas un nombre : écrivez par exemple 35 692 ou 7,1.", excerpt(s))
		}
	}
	f, err := strconv.ParseFloat(compact, 64)
	if err != nil || math.IsInf(f, 0) || math.Abs(f) >= 1e15 {
		return "", inputErrorf("« %s » n’est pas un nombre : écrivez par exemple 35 692 ou 7,1.", excerpt(s))
	}
	if f == 0 {
		return "0", nil // never -0
	}
	return string(NumberOf(f)), nil
}

func canonYear(s string) (string, error) {
	s = strings.TrimSpace(cleanText(s))
	if s == "" {
		return "", nil
	}
	y, err := strconv.Atoi(s)
	if err != nil || len(s) != 4 || y < 1800 || y > 2999 {
		return "", inputErrorf("« %s » n’est pas une année : écrivez quatre chiffres, par exemple 2019.", excerpt(s))
	}
	return s, nil
}

func canonHash(s string) (string, error) {
	s = strings.ToLower(strings.TrimSpace(s))
	if s == "" {
		return "", nil
	}
	if len(s) != 64 || strings.Trim(s, "0123456789abcdef") != "" {
		return "", inputErrorf("Cette photo n’est pas désignée par son empreinte.")
	}
	return s, nil
}

// excerpt shortens what was typed for an error sentence.
func excerpt(s string) string {
	s = strings.Join(strings.Fields(cleanText(s)), " ")
	const most = 40
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most-1]) + "…"
}
