package model

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCanon(t *testing.T) {
	t.Parallel()
	number := Field{Kind: KindNumber, Label: "Superficie", Unit: "km²"}
	year := Field{Kind: KindYear}
	date := Field{Kind: KindDate}
	line := Field{Kind: KindLine}
	text := Field{Kind: KindText}
	choice := Field{Kind: KindChoice, Label: "Niveau", Choices: Level("").Choices()}
	ref := Field{Kind: KindRef, Target: "actor"}
	cases := []struct {
		name  string
		field Field
		in    string
		want  string
		bad   bool
	}{
		{"comma", number, "7,1", "7.1", false},
		{"narrow space between thousands", number, "35\u202f692", "35692", false},
		{"with its unit", number, "298 km²", "298", false},
		{"typographic minus", number, "−2,50", "-2.5", false},
		{"negative zero", number, "-0,0", "0", false},
		{"emptied", number, "  ", "", false},
		{"words", number, "environ 12", "", true},
		{"two commas", number, "1,2,3", "", true},
		{"out of reach", number, "1" + strings.Repeat("0", 20), "", true},
		{"not a number", number, "NaN", "", true},
		{"year", year, " 2009 ", "2009", false},
		{"short year", year, "09", "", true},
		{"day", date, "9/3/2012", "2012-03-09", false},
		{"month", date, "05/2018", "2018-05", false},
		{"year alone", date, "2014", "2014", false},
		{"ISO", date, "2026-11-23", "2026-11-23", false},
		{"in words", date, "1er Août 2026", "2026-08-01", false},
		{"month in words", date, "déc. 2026", "2026-12", false},
		{"month without its accent", date, "aout 2007", "2007-08", false},
		{"doubtful month", date, "jui 2026", "", true},
		{"short year in a date", date, "23/11/26", "", true},
		{"four parts", date, "1/2/3/2026", "", true},
		{"not a day", date, "hier", "", true},
		{"no such day", date, "31/02/2026", "", true},
		{"month thirteen", date, "13/2026", "", true},
		{"line keeps one line", line, " La \n Cambuse\t", "La Cambuse", false},
		{"line keeps its no-break spaces", line, "«\u00a0Café\u202f!\u00a0»  ici", "«\u00a0Café\u202f!\u00a0» ici", false},
		{"line loses controls", line, "a\x00b\x1b[2J", "ab[2J", false},
		{"too long a line", line, strings.Repeat("é", MaxLine), "", true},
		{"text keeps its lines", text, "un\r\ndeux\rtrois\n", "un\ndeux\ntrois", false},
		{"text repairs bytes", text, "caf\xe9", "caf�", false},
		{"choice", choice, "engaged", "engaged", false},
		{"label is no slug", choice, "Engagé", "", true},
		{"reference", ref, "actor/x", "actor/x", false},
		{"reference elsewhere", ref, "evidence/x", "", true},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got, err := c.field.Canon(c.in)
			var input *InputError
			if c.bad != (err != nil) || err != nil && !errors.As(err, &input) {
				t.Fatalf("Canon(%q): error %v", c.in, err)
			}
			if got != c.want {
				t.Errorf("Canon(%q) = %q, want %q", c.in, got, c.want)
			}
		})
	}
}

// FuzzCanon: any input gives a canonical text that stays as it is, or a French
// sentence.
func FuzzCanon(f *testing.F) {
	for _, s := range []string{"35 692", "−1,5", "23/11/2026", "Œuvre « x »", "\xff\x00", "1e309"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, in string) {
		for _, e := range Entities() {
			for _, field := range e.Fields {
				once, err := field.Canon(in)
				if err != nil {
					if !strings.HasSuffix(err.Error(), ".") {
						t.Errorf("%s.%s: not a sentence: %q", e.Name, field.Name, err)
					}
					continue
				}
				twice, err := field.Canon(once)
				if err != nil || twice != once || !utf8.ValidString(once) {
					t.Errorf("%s.%s: Canon(%q) = %q, then %q (%v)", e.Name, field.Name, in, once, twice, err)
				}
			}
		}
	})
}

func TestFormatNumber(t *testing.T) {
	t.Parallel()
	cases := []struct {
		name     string
		f        float64
		decimals int
		want     string
	}{
		{"thousands", 35692, 0, "35\u202f692"},
		{"millions", 1234567.891, 2, "1\u202f234\u202f567,89"},
		{"rounded", 119.7718, 1, "119,8"},
		{"no trailing zero", 298.0, 2, "298"},
		{"negative", -0.5, 1, "−0,5"},
		{"rounds to zero", -0.04, 1, "0"},
		{"three digits", 999, 0, "999"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if got := FormatNumber(c.f, c.decimals); got != c.want {
				t.Errorf("FormatNumber(%v, %d) = %q, want %q", c.f, c.decimals, got, c.want)
			}
		})
	}
}

func TestFrenchWords(t *testing.T) {
	t.Parallel()
	cases := []struct{ name, got, want string }{
		{"zero is singular", Count(0, "initiative", "initiatives"), "0\u00a0initiative"},
		{"plural", Count(1200, "emploi", "emplois"), "1\u202f200\u00a0emplois"},
		{"spelled", Capitalize(Spell(9, false)), "Neuf"},
		{"feminine", Spell(1, true), "une"},
		{"digits beyond sixteen", Spell(17, true), "17"},
		{"accent", Capitalize("état"), "État"},
		{"list", JoinFrench([]string{"Rennes", "Saint-Malo", "Fougères"}), "Rennes, Saint-Malo et Fougères"},
		{"elision", Elide("Aubigné"), "d’Aubigné"},
		{"no elision", Elide("Langouët"), "de Langouët"},
		{"first of the month", Date("2012-03-01").French(), "1er\u00a0mars 2012"},
		{"month", Date("2018-05").French(), "mai 2018"},
		{"typed again", Date("2012-03-09").Numeric(), "09/03/2012"},
		{"percent", Number("7.1").FrenchUnit("%"), "7,1\u00a0%"},
		{"a word as unit", Number("66591").FrenchUnit("établissements"), "66\u202f591\u00a0établissements"},
		{"several words", Number("3.83").FrenchUnit("milliards d’euros"), "3,83\u00a0milliards d’euros"},
		{"euros", Number("5").FrenchUnit("€"), "5\u202f€"},
		{"square kilometres", Number("298").FrenchUnit("km²"), "298\u202fkm²"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			if c.got != c.want {
				t.Errorf("%q, want %q", c.got, c.want)
			}
		})
	}
}
