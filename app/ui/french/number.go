package french

import (
	"strings"
)

// narrow is the no-break space inside and after numbers.
const narrow = "\u202f"

// Number writes a canonical number (digits, a point, a minus sign) the French
// way: 35692.5 is « 35 692,5 », with narrow spaces. What is no such number comes
// back as it is.
func Number(canonical string) string {
	sign, digits := "", canonical
	if strings.HasPrefix(digits, "-") {
		sign, digits = "−", digits[1:]
	}
	whole, decimals, hasDecimals := strings.Cut(digits, ".")
	if !isDigits(whole) || hasDecimals && !isDigits(decimals) {
		return canonical
	}
	grouped := group(whole)
	if hasDecimals {
		grouped += "," + decimals
	}
	return sign + grouped
}

// group puts a narrow space between thousands.
func group(digits string) string {
	var grouped strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			grouped.WriteString(narrow)
		}
		grouped.WriteRune(d)
	}
	return grouped.String()
}

// ParseNumber reads a number as French people type it, with a comma or a point,
// spaces of any kind between thousands, and maybe the unit given after it. It
// returns the canonical form: digits, a point, a minus sign. An empty text gives
// an empty number.
func ParseNumber(text, unit string) (canonical string, ok bool) {
	text = strings.TrimSpace(text)
	if unit != "" {
		text = strings.TrimSpace(strings.TrimSuffix(text, unit))
	}
	text = withoutSpaces(text)
	if text == "" {
		return "", true
	}
	text = strings.NewReplacer("−", "-", ",", ".").Replace(text)
	sign := ""
	if strings.HasPrefix(text, "-") {
		sign, text = "-", text[1:]
	}
	whole, decimals, hasDecimals := strings.Cut(text, ".")
	if !isDigits(whole) || hasDecimals && !isDigits(decimals) {
		return "", false
	}
	return sign + tidy(whole, decimals), true
}

// tidy removes the zeros that say nothing.
func tidy(whole, decimals string) string {
	whole = strings.TrimLeft(whole, "0")
	if whole == "" {
		whole = "0"
	}
	if decimals == "" {
		return whole
	}
	return whole + "." + decimals
}

func isDigits(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return text != ""
}

// withoutSpaces removes the spaces that may part thousands.
func withoutSpaces(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case ' ', '\t', '\u00a0', '\u202f', '\u2009', '\'', '’':
			return -1
		}
		return r
	}, text)
}
