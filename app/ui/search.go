package ui

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// folded is a text without accents or capitals, for searches.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if r == '’' {
			return '\''
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}

// matches tells whether a text holds every word of a query, in any order.
func matches(text, query string) bool {
	text = folded(text)
	for _, word := range strings.Fields(folded(query)) {
		if !strings.Contains(text, word) {
			return false
		}
	}
	return true
}
