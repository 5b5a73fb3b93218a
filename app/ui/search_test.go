package ui

import "testing"

func TestMatches(t *testing.T) {
	cases := []struct {
		name, text, query string
		want              bool
	}{
		{"nothing asked", "La Cambuse", "", true},
		{"accents and capitals", "Pépinière de l’ESS", "PEPINIERE", true},
		{"words in any order", "Café des possibles, Guipel", "guipel cafe", true},
		{"either apostrophe", "Réseau d’échange", "d'echange", true},
		{"one word missing", "La Cambuse", "cambuse guipel", false},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := matches(c.text, c.query); got != c.want {
				t.Errorf("matches(%q, %q) is %v", c.text, c.query, got)
			}
		})
	}
}
