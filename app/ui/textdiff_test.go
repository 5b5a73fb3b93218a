package ui

import (
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

// marked writes what differs between square brackets.
func marked(parts []textPart) string {
	var out strings.Builder
	for _, p := range parts {
		if p.differ {
			out.WriteString("[" + p.text + "]")
		} else {
			out.WriteString(p.text)
		}
	}
	return out.String()
}

func TestCompareTexts(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, a, b, left, right string }{
		{"equal", "Un café.", "Un café.", "Un café.", "Un café."},
		{"empty", "", "", "", ""},
		{"nothing before", "", "Un café", "", "[Un café]"},
		{"one word", "rouvert en 2012", "rouvert en 2013", "rouvert en [2012]", "rouvert en [2013]"},
		{"words side by side", "Café rouvert en 2012 après trois ans de fermeture.", "Café rouvert le 9 mars 2012 après une longue fermeture.",
			"Café rouvert [en] 2012 après [trois ans de] fermeture.", "Café rouvert [le 9 mars ]2012 après [une longue] fermeture."},
		{"added at the end", "Un café.", "Un café. Et une épicerie.", "Un café.", "Un café.[ Et une épicerie.]"},
		{"accents count", "rouvert apres", "rouvert après", "rouvert [apres]", "rouvert [après]"},
		{"sign only", "Ouvert, midi", "Ouvert midi", "Ouvert[,] midi", "Ouvert midi"},
		{"apostrophe", "l’été", "l’hiver", "l’[été]", "l’[hiver]"},
		{"lines", "un\ndeux", "un\ntrois", "un\n[deux]", "un\n[trois]"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			left, right := compareTexts(c.a, c.b)
			if marked(left) != c.left || marked(right) != c.right {
				t.Errorf("%s | %s, want %s | %s", marked(left), marked(right), c.left, c.right)
			}
		})
	}
}

func TestCompareTextsKeepsBoth(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		word := rapid.SampledFrom([]string{"un", "café", " ", "\n", ", ", "2012", "’", "\u00a0", "\xff"})
		text := rapid.Map(rapid.SliceOfN(word, 0, 30), func(w []string) string { return strings.Join(w, "") })
		a, b := text.Draw(t, "a"), text.Draw(t, "b")
		left, right := compareTexts(a, b)
		whole := func(parts []textPart) (all string) {
			for _, p := range parts {
				all += p.text
			}
			return all
		}
		if whole(left) != a || whole(right) != b {
			t.Fatalf("%q, %q became %q, %q", a, b, whole(left), whole(right))
		}
		if differs := func(p textPart) bool { return p.differ }; a == b && (slices.ContainsFunc(left, differs) || slices.ContainsFunc(right, differs)) {
			t.Fatal("equal texts differ")
		}
	})
}

func TestCompareLongTexts(t *testing.T) {
	t.Parallel()
	start := time.Now()
	left, _ := compareTexts(strings.Repeat("un deux ", 50_000), strings.Repeat("trois quatre ", 50_000))
	if len(left) != 2 || !left[0].differ || left[1].differ {
		t.Errorf("%d parts", len(left))
	}
	if took := time.Since(start); took > 2*time.Second {
		t.Errorf("took %v", took)
	}
}
