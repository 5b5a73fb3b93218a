package layout

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"tressons/report/figure"
)

func TestSyllables(t *testing.T) {
	t.Parallel()
	cases := []struct{ word, want string }{
		{"territoire", "ter-ri-toire"},
		{"accompagnement", "accom-pa-gne-ment"},
		{"reconnaissance", "recon-nais-sance"},
		{"communauté", "com-mu-nauté"},
		{"contractuel", "con-trac-tuel"},
		{"intercommunal", "inter-com-mu-nal"},
		{"expérimentation", "expé-ri-men-ta-tion"},
		{"philosophie", "phi-lo-so-phie"},
		{"quinquennal", "quin-quen-nal"},
		{"anticonstitutionnellement", "anti-cons-ti-tu-tion-nel-le-ment"},
		{"développent", "déve-loppent"},
		{"école", "école"},
		{"BRUDED2026", "BRUDED2026"},
		{"FEADERRRR", "FEADERRRR"},
		{strings.Repeat("mot", 14), strings.Repeat("mot", 14)},
	}
	for _, c := range cases {
		word := []rune(c.word)
		var got strings.Builder
		from := 0
		for _, at := range syllables(word) {
			got.WriteString(string(word[from:at]) + "-")
			from = at
		}
		got.WriteString(string(word[from:]))
		if got.String() != c.want {
			t.Errorf("%s, want %s", got.String(), c.want)
		}
	}
}

func TestSyllablesKeepTheirDistance(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := []rune(rapid.StringOf(rapid.RuneFrom(nil, unicode.Latin)).Draw(t, "word"))
		last := 0
		for _, at := range syllables(word) {
			if at < leastHead || at > len(word)-leastTail || at <= last {
				t.Fatalf("%q is parted at %d after %d", string(word), at, last)
			}
			last = at
		}
	})
}

func TestWideWordsAreParted(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	const text = "un accompagnement"
	cases := map[string]struct {
		run     run
		measure float64
		want    string
	}{
		"it leaves a hole":       {run{text: text, size: 10, hyphens: true}, 80, "un accompagne-|ment"},
		"it fits":                {run{text: text, size: 10, hyphens: true}, 200, "un accompagnement"},
		"not worth a hyphen":     {run{text: text, size: 10}, 80, "un|accompagnement"},
		"a title":                {run{text: text, face: figure.Bold, size: 10, kerned: true}, 80, "un|accompagnement"},
		"wider than the measure": {run{text: text, size: 10}, 50, "un accom-|pagnement"},
	}
	for name, c := range cases {
		var got []string
		for _, l := range fonts.breakLines([]run{c.run}, c.measure) {
			got = append(got, l.plain())
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
