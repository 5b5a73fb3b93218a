package filedialog

import (
	"time"

	"golang.org/x/text/language"
	"golang.org/x/text/search"
)

// jump goes to a name by its first letters, typed one soon after the other.
type jump struct {
	letters string
	last    time.Time
}

// jumpPause is how long after a letter the next one begins another name.
const jumpPause = time.Second

// to returns the index of the first name, from current on and around, that begins
// with what was typed up to r, or -1. Accents and capitals do not count. A single
// letter, typed again too, goes to the next name.
func (j *jump) to(r rune, now time.Time, names []string, current int) int {
	letter := string(r)
	if now.Sub(j.last) > jumpPause {
		j.letters = ""
	}
	j.last = now
	from := max(0, current)
	if j.letters == "" || j.letters == letter {
		j.letters, from = letter, current+1
	} else {
		j.letters += letter
	}
	matcher := search.New(language.French, search.IgnoreCase, search.IgnoreDiacritics)
	pattern := matcher.CompileString(j.letters)
	for i := range names {
		at := (from + i) % len(names)
		if start, _ := pattern.IndexString(names[at], search.Anchor); start == 0 {
			return at
		}
	}
	return -1
}
