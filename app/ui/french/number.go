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

func isDigits(text string) bool {
	for _, r := range text {
		if r < '0' || r > '9' {
			return false
		}
	}
	return text != ""
}
