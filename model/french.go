package model

import (
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Spaces of French typography: NBSP before « : ; ! ? % » and inside guillemets,
// a narrow one between thousands and before units.
const (
	NBSP       = "\u00a0"
	NarrowNBSP = "\u202f"
)

// FormatInt writes a whole number with narrow spaces between thousands.
func FormatInt(n int) string { return FormatNumber(float64(n), 0) }

// FormatBytes writes a size: « 640 octets », « 84 ko », « 12,3 Mo ».
func FormatBytes(n int64) string {
	switch {
	case n < 1000:
		return Count(int(n), "octet", "octets")
	case n < 999_500:
		return FormatNumber(float64(n)/1e3, 0) + NBSP + "ko"
	}
	return FormatNumber(float64(n)/1e6, 1) + NBSP + "Mo"
}

// FormatNumber writes a number the French way with that many decimals at most;
// trailing zeros are dropped.
func FormatNumber(f float64, decimals int) string {
	s := strconv.FormatFloat(math.Abs(f), 'f', decimals, 64)
	whole, frac, _ := strings.Cut(s, ".")
	frac = strings.TrimRight(frac, "0")
	var b strings.Builder
	if f < 0 && strings.Trim(whole+frac, "0") != "" {
		b.WriteString("−")
	}
	for i, digit := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(NarrowNBSP)
		}
		b.WriteRune(digit)
	}
	if frac != "" {
		b.WriteString("," + frac)
	}
	return b.String()
}

// French writes the number as it stands, "" if unset.
func (n Number) French() string {
	f, ok := n.Float()
	if !ok {
		return ""
	}
	return FormatNumber(f, decimalsOf(string(n)))
}

// FrenchUnit writes the number and its unit: « 298 km² », « 7,1 % », « 12 emplois ».
func (n Number) FrenchUnit(unit string) string {
	s := n.French()
	if s == "" || unit == "" {
		return s
	}
	return s + unitSpace(unit) + unit
}

// unitSpace parts a number from its unit: a narrow space before a symbol, a whole
// one before « % » and before words.
func unitSpace(unit string) string {
	if unit == "%" || strings.IndexFunc(unit, func(r rune) bool { return !unicode.IsLetter(r) && r != ' ' && r != '’' }) < 0 && len(unit) > 3 {
		return NBSP
	}
	return NarrowNBSP
}

func decimalsOf(canonical string) int {
	_, frac, _ := strings.Cut(canonical, ".")
	return len(frac)
}

// Plural chooses the form for n: in French 0 and 1 are singular.
func Plural(n int, one, many string) string {
	if n >= 2 || n <= -2 {
		return many
	}
	return one
}

// Count writes a number and its noun: « 1 initiative », « 12 initiatives ».
func Count(n int, one, many string) string {
	return FormatInt(n) + NBSP + Plural(n, one, many)
}

var smallNumbers = [...]string{"zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept",
	"huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"}

// Spell writes n in words up to sixteen, in digits beyond; feminine says « une ».
func Spell(n int, feminine bool) string {
	switch {
	case n == 1 && feminine:
		return "une"
	case n >= 0 && n < len(smallNumbers):
		return smallNumbers[n]
	}
	return FormatInt(n)
}

// Capitalize raises the first letter.
func Capitalize(s string) string {
	for i, r := range s {
		return strings.ToUpper(string(r)) + s[i+len(string(r)):]
	}
	return s
}

// JoinFrench writes « a, b et c ».
func JoinFrench(items []string) string {
	switch len(items) {
	case 0:
		return ""
	case 1:
		return items[0]
	}
	last := len(items) - 1
	return strings.Join(items[:last], ", ") + " et " + items[last]
}

// Quote puts a text between guillemets.
func Quote(s string) string { return "«" + NBSP + s + NBSP + "»" }

// Elide writes « de » or « d’ » before a name: « de Bretagne », « d’Aubigné ».
func Elide(name string) string {
	first, _ := utf8.DecodeRuneInString(name)
	if strings.ContainsRune("aeiouyàâäéèêëîïôöùûüœæAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ", first) {
		return "d’" + name
	}
	return "de " + name
}
