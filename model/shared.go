package model

import (
	"slices"
	"strings"
	"unicode"
)

// SharedFactor is a key factor of one territory or of several, each naming it
// in its own words.
type SharedFactor struct {
	Axis AxisID
	// By has the factor of each diagnosis that names it, by its index in the
	// list that was compared; the first in the team's order when it names two.
	By map[int]KeyFactor
}

// In lists the indexes of the diagnoses that name the factor, in order.
func (s SharedFactor) In() []int {
	var out []int
	for i := range s.By {
		out = append(out, i)
	}
	slices.Sort(out)
	return out
}

// Statement is the factor in its shortest words.
func (s SharedFactor) Statement() string {
	shortest := ""
	for _, i := range s.In() {
		if t := s.By[i].Statement; shortest == "" || len(t) < len(shortest) {
			shortest = t
		}
	}
	return shortest
}

// SharedFactors brings together the key factors of several diagnoses that say
// the same thing: those of the same axis whose words are nearly those of one
// another. Unnamed factors are left out. Those of most diagnoses come first;
// otherwise the order is that of the diagnoses, and in each the team's.
func SharedFactors(list []*Diagnosis) []SharedFactor {
	var out []SharedFactor
	for i, d := range list {
		for _, f := range d.KeyFactors.All() {
			if f.Statement == "" {
				continue
			}
			at := slices.IndexFunc(out, func(s SharedFactor) bool { return s.says(f) })
			if at < 0 {
				at = len(out)
				out = append(out, SharedFactor{Axis: f.Axis, By: map[int]KeyFactor{}})
			}
			if _, named := out[at].By[i]; !named {
				out[at].By[i] = f
			}
		}
	}
	slices.SortStableFunc(out, func(a, b SharedFactor) int { return len(b.By) - len(a.By) })
	return out
}

// says tells whether some diagnosis already named the factor.
func (s SharedFactor) says(f KeyFactor) bool {
	if s.Axis != f.Axis {
		return false
	}
	for _, named := range s.By {
		if sameSubject(named.Statement, f.Statement) {
			return true
		}
	}
	return false
}

// sameSubject tells whether the words that count in the shorter statement are,
// but for one in four, those of the other. One word alone is not enough, unless
// it is all that both say.
func sameSubject(a, b string) bool {
	short, long := subjectWords(a), subjectWords(b)
	if len(short) > len(long) {
		short, long = long, short
	}
	common := 0
	for _, w := range short {
		if slices.Contains(long, w) {
			common++
		}
	}
	if common == len(short) && len(short) == len(long) {
		return common > 0
	}
	return common >= 2 && 4*common >= 3*len(short)
}

// emptyWords say nothing of a subject.
var emptyWords = []string{"aux", "avec", "ces", "dans", "des", "est", "les", "leur", "leurs", "non", "par", "pour", "que", "qui", "ses", "son", "sur", "tres", "une"}

// subjectWords are the words of a statement that count, without accents nor
// plurals, each once.
func subjectWords(s string) []string {
	var out []string
	for _, w := range strings.FieldsFunc(plainLetters.Replace(strings.ToLower(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 3 {
			w = strings.TrimRight(w, "sx")
		}
		if len(w) > 2 && !slices.Contains(emptyWords, w) && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// plainLetters takes the accents off the letters of French.
var plainLetters = strings.NewReplacer("à", "a", "â", "a", "ä", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e", "î", "i", "ï", "i",
	"ô", "o", "ö", "o", "ù", "u", "û", "u", "ü", "u", "ÿ", "y", "œ", "oe", "æ", "ae")
