package layout

import (
	"strings"
	"testing"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
	"pgregory.net/rapid"

	"tressons/report/figure"
)

func TestClean(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	cases := []struct{ name, in, want string }{
		{"plain", "Val d’Ille", "Val d’Ille"},
		{"typewriter apostrophe", "l'ESS et d'autres", "l’ESS et d’autres"},
		{"apostrophe as a quote stays", "'mot' 5'", "'mot' 5'"},
		{"double punctuation", "Quoi ? Oui ! Donc : rien ; 7 %", "Quoi\u00A0? Oui\u00A0! Donc\u00A0: rien\u00A0; 7\u00A0%"},
		{"guillemets", "« oui »", "«\u00A0oui\u00A0»"},
		{"narrow space kept", "35\u202F692", "35\u202F692"},
		{"decomposed accents", "e\u0301te\u0301", "été"},
		{"accent behind a joiner", "e\u200D\u0301", "é"},
		{"spaces and tabs", "a \t  b", "a b"},
		{"spaces around a line feed", "a \n  b", "a\nb"},
		{"line ends of three systems", "a\r\nb\rc\u2028d", "a\nb\nc\nd"},
		{"controls", "a\x00b\x07c\u200E", "abc"},
		{"emoji", "Bravo 🎉 !", "Bravo □\u00A0!"},
		{"one box for a family", "👩🏽‍🌾👨‍👩‍👧‍👦🇫🇷", "□□□"},
		{"keycap keeps its digit", "1️⃣", "1"},
		{"foreign script", "中文", "□□"},
		{"not UTF-8", "a\xffb", "a□b"},
		{"soft hyphen kept for the breaker", "con\u00ADditionnel", "con\u00ADditionnel"},
		{"space the fonts lack", "a\u3000b", "a b"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := fonts.Clean(c.in); got != c.want {
				t.Errorf("Clean(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// TestCleanIsNoOther: what is taken for clean is what cleaning would leave.
func TestCleanIsNoOther(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	signs := rapid.OneOf(rapid.SampledFrom([]rune("ae é  '’:;!?»%€«…-\u00AD\u00A0\u202F\u2009\u2028\u0301\u200B\u212B\n\t🎉")), rapid.Rune())
	clean := 0
	rapid.Check(t, func(t *rapid.T) {
		s := string(rapid.SliceOfN(signs, 0, 12).Draw(t, "signs"))
		if fonts.isClean(s) {
			clean++
			if got := fonts.cleaned(s); got != s {
				t.Errorf("%q is taken for clean, and would be %q", s, got)
			}
		}
	})
	if clean == 0 || !fonts.isClean("L’essentiel\u00A0: «\u00A0oui\u00A0», 12\u202F345\u00A0€ – 7…") {
		t.Errorf("%d texts taken for clean", clean)
	}
}

func TestWrap(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	cases := []struct {
		name  string
		in    string
		width float64
		want  string // lines joined with |
	}{
		{"fits", "deux mots", 100, "deux mots"},
		{"at a space", "deux mots", 35, "deux|mots"},
		{"number and unit stay together", "vaut 12\u202F345\u00A0€ en tout", 42, "vaut|12\u202F345\u00A0€|en tout"},
		{"punctuation stays", "mot mot ?", 40, "mot|mot\u00A0?"},
		{"guillemets stay", "dit « oui » enfin", 38, "dit|«\u00A0oui\u00A0»|enfin"},
		{"after a hyphen", "école-collège", 40, "école-|collège"},
		{"soft hyphen shows where it breaks", "anti\u00ADconstitution", 62, "anti-|constitution"},
		{"soft hyphen hides elsewhere", "anti\u00ADconstitution", 100, "anticonstitution"},
		{"endless word", "mmmmmmmm", 40, "mmmm|mmmm"},
		{"narrower than a letter", "mm", 1, "m|m"},
		{"line feed", "a\nb", 100, "a|b"},
		{"blank lines", "\n\na\n\n\nb\n", 100, "a|b"},
		{"nothing", "", 100, ""},
		{"only spaces", "  \u00AD ", 100, ""},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := strings.Join(fonts.Wrap(c.in, figure.Regular, 10, c.width, 0), "|"); got != c.want {
				t.Errorf("Wrap = %q, want %q", got, c.want)
			}
		})
	}
}

func TestWrapElides(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	got := fonts.Wrap("un deux trois quatre cinq", figure.Regular, 10, 40, 2)
	if want := "un deux|trois…"; strings.Join(got, "|") != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

// hostile draws strings made of what has broken typesetters.
func hostile() *rapid.Generator[string] {
	piece := rapid.OneOf(
		rapid.SampledFrom([]string{
			" ", "  ", "\n", "\u00A0", "\u202F", "\u00AD", "\u200B", "\u2009", "-", "’", "'", "« ", " »", " :", "€", "…", "—",
			"mot", "anticonstitutionnellement", "12\u202F345,67", "https://exemple.fr/a/b?c=d", "e\u0301", "\u0301", "🎉", "👩🏽‍🌾", "🇫🇷", "中",
			"\x00", "\r\n", "\u2029", "\u200D", "\uFE0F", "\xff", "ﬁ", "Ǆ", "שלום",
		}),
		rapid.String(),
	)
	return rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(piece, 0, 30).Draw(t, "pieces"), "") })
}

func TestLinesHoldTheirPromises(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	rapid.Check(t, func(t *rapid.T) {
		checkText(t, fonts, hostile().Draw(t, "text"), rapid.Float64Range(1, 400).Draw(t, "measure"))
	})
}

func FuzzText(f *testing.F) {
	fonts := testFonts(f)
	f.Add("Bravo 🎉 à l'équipe : 12 345 € « oui » !", 60.0)
	f.Add("anticonstitu\u00ADtionnellement\u200Be\u0301\xff\r\n", 12.0)
	f.Fuzz(func(t *testing.T, text string, measure float64) {
		if measure > 0 && measure < 1e6 {
			checkText(t, fonts, text, measure)
		}
	})
}

// checkText holds what is promised of any text: it can be drawn, cleaning
// twice changes nothing, lines keep to the measure, and nothing is lost.
func checkText(t interface{ Fatalf(string, ...any) }, fonts *Fonts, text string, measure float64) {
	clean := fonts.Clean(text)
	if again := fonts.Clean(clean); again != clean {
		t.Fatalf("Clean(%q) = %q, then %q", text, clean, again)
	}
	for _, r := range clean {
		if !fonts.covers(r) && !isInvisible(r) {
			t.Fatalf("Clean(%q) leaves %U", text, r)
		}
	}
	lines := fonts.breakLines([]run{{text: clean, size: 10}, {text: " ", size: 10}, {text: clean, face: figure.Bold, size: 14}}, measure)
	var all strings.Builder
	for _, l := range lines {
		if l.width > measure+slack && signs(l.plain()) > 1 {
			t.Fatalf("%q is %.2f wide, measure %.2f", l.plain(), l.width, measure)
		}
		for _, p := range l.pieces {
			all.WriteString(p.text)
		}
	}
	if got, want := letters(all.String()), letters(clean+clean); got != want {
		t.Fatalf("set %q, want %q", got, want)
	}
}

// letters is what must not be lost: all but spaces, hyphens and what is not
// drawn.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || isInvisible(r) || r == '-' {
			return -1
		}
		return r
	}, s)
}

func signs(s string) (n int) {
	var seg segmenter.Segmenter
	seg.Init([]rune(s))
	for it := seg.GraphemeIterator(); it.Next(); {
		n++
	}
	return n
}

func TestWrappedLinesEndWithTheirSpace(t *testing.T) {
	t.Parallel()
	fonts := testFonts(t)
	lines := fonts.breakLines([]run{{text: "un deux trois-quatre", size: 10}}, 30)
	var got []string
	for _, l := range lines {
		got = append(got, l.pieces[0].text)
	}
	if want := "un |deux |trois-|quatre"; strings.Join(got, "|") != want {
		t.Errorf("lines %q, want %q", got, want)
	}
}

func TestNewFontsRefuses(t *testing.T) {
	t.Parallel()
	good := testFonts(t).TTF(figure.Regular)
	for name, bad := range map[string][]byte{"nothing": nil, "no font": []byte("abcdefgh"), "PostScript outlines": []byte("OTTO...."), "cut short": good[:4000]} {
		if _, err := NewFonts(good, bad, good, good); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}
