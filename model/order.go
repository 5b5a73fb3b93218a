package model

import "strings"

// Positions are fractions in base 62: between any two there is a third, so a
// move changes one row only and two copies that each moved a row both keep
// their move.
const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

// PositionBetween is a position after a and before b; "" stands for the start
// and the end. When a is not before b it gives a position after a.
func PositionBetween(a, b Position) Position {
	if b != "" && a >= b {
		b = ""
	}
	var out strings.Builder
	for i := 0; ; i++ {
		low, high := digitAt(a, i, 0), len(digits)
		if b != "" {
			high = digitAt(b, i, len(digits))
		}
		if high-low > 1 {
			next := (low + high) / 2
			if b == "" && i < len(a) {
				next = low + 1 // appending: small steps keep positions short
			}
			out.WriteByte(digits[next])
			return Position(out.String())
		}
		out.WriteByte(digits[low])
		if high > low {
			b = "" // below b from here on, whatever follows
		}
	}
}

func digitAt(p Position, i, beyond int) int {
	if i >= len(p) {
		return beyond
	}
	return strings.IndexByte(digits, p[i])
}

func canonPosition(s string) (string, error) {
	if strings.Trim(s, digits) != "" || len(s) > MaxLine || strings.HasSuffix(s, digits[:1]) {
		return "", inputErrorf("Cet ordre n’est pas lisible : laissez Tressons le calculer.")
	}
	return s, nil
}
