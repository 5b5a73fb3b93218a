package layout

import (
	"strings"
	"unicode"

	"github.com/go-text/typesetting/segmenter"
	"golang.org/x/text/unicode/norm"
)

const (
	softHyphen  = '\u00AD'
	zeroSpace   = '\u200B'
	noBreak     = '\u00A0'
	thinNoBreak = '\u202F'
	apostrophe  = '’'
	joiner      = '\u200D'
)

// isInvisible tells the runes that say where a line may break and are not
// drawn, and the line feed.
func isInvisible(r rune) bool { return r == softHyphen || r == zeroSpace || r == '\n' }

// Clean returns s as it can be drawn: composed, without control characters,
// each sign that the fonts lack replaced by a box (one per sign, however many
// code points make it up), spaces collapsed, and the French spaces and
// apostrophes that a keyboard does not give. Line feeds, soft hyphens and
// zero-width spaces stay: the line breaker uses them. Clean(Clean(s)) is
// Clean(s).
func (f *Fonts) Clean(s string) string {
	if f.isClean(s) {
		return s
	}
	return f.cleaned(s)
}

// isClean tells what most texts are once they have been cleaned: signs that the
// fonts have, that nothing composes, and spaces as they should be. It says so of no
// other text; of some clean ones it does not.
func (f *Fonts) isClean(s string) bool {
	last := rune(0)
	for _, r := range s {
		switch {
		case r == ' ' && (last == ' ' || last == '«'), last == ' ' && strings.ContainsRune(bound, r), r == '\'':
			return false
		case r < ' ', r >= firstComposed && !(r >= '‐' && r <= '‧' || r == thinNoBreak || r == '€'), !f.covers(r):
			return false
		}
		last = r
	}
	return true
}

// firstComposed is the first sign that composes another one, or is composed anew.
const firstComposed = 0x300

// bound are the signs that a space before them is bound to.
const bound = ":;!?»%€"

// cleaned is Clean for any text.
func (f *Fonts) cleaned(s string) string {
	runes := lineFeeds([]rune(norm.NFC.String(strings.ToValidUTF8(s, "\uFFFD"))))
	if !f.simple(runes) {
		runes = f.drawable(runes)
		// A joiner dropped can bring a letter and its accent together.
		if text := string(runes); !norm.NFC.IsNormalString(text) {
			runes = f.drawable([]rune(norm.NFC.String(text)))
		}
	}
	return string(french(collapse(runes)))
}

// simple tells the common case: every rune is drawn as it is, none combines.
func (f *Fonts) simple(runes []rune) bool {
	for _, r := range runes {
		if r != '\n' && (r < ' ' || r >= firstComposed && unicode.In(r, unicode.M, unicode.C) || !f.covers(r)) {
			return false
		}
	}
	return true
}

// lineFeeds brings every way to end a line to "\n", a paragraph to two.
func lineFeeds(runes []rune) []rune {
	out := make([]rune, 0, len(runes))
	for i, r := range runes {
		switch r {
		case '\r':
			if i+1 < len(runes) && runes[i+1] == '\n' {
				continue
			}
			r = '\n'
		case '\f', '\v', '\u0085', '\u2028':
			r = '\n'
		case '\u2029':
			out = append(out, '\n')
			r = '\n'
		case '\t':
			r = ' '
		}
		out = append(out, r)
	}
	return out
}

// drawable replaces what the fonts cannot show, sign by sign. The segmenter
// parts two emoji sequences that touch one joiner too early: what follows a
// joiner after a box belongs to that box.
func (f *Fonts) drawable(runes []rune) []rune {
	var seg segmenter.Segmenter
	seg.Init(runes)
	out := make([]rune, 0, len(runes))
	joined := false
	for signs := seg.GraphemeIterator(); signs.Next(); {
		sign := signs.Grapheme().Text
		if !joined || f.covers(sign[0]) {
			out = f.drawSign(out, sign)
		}
		joined = sign[len(sign)-1] == joiner && len(out) > 0 && out[len(out)-1] == substitute
	}
	return out
}

// drawSign appends one grapheme cluster. If the fonts have its first rune, that
// one and those they have are kept; if not, a box stands for all of it.
func (f *Fonts) drawSign(out, sign []rune) []rune {
	missing := false
	kept := len(out)
	for _, r := range sign {
		switch {
		case isInvisible(r):
			out = append(out, r)
		case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Variation_Selector):
			// Controls, joiners, marks of direction: nothing to see.
		case f.covers(r):
			out = append(out, r)
		case unicode.Is(unicode.Zs, r):
			out = append(out, ' ')
		case len(out) == kept:
			missing = true
		}
		if missing {
			return append(out, substitute)
		}
	}
	return out
}

// collapse leaves one space where there are several, and none beside a line
// feed.
func collapse(runes []rune) []rune {
	out := runes[:0]
	for _, r := range runes {
		last := rune(0)
		if len(out) > 0 {
			last = out[len(out)-1]
		}
		switch {
		case r == ' ' && (last == ' ' || last == '\n'):
			continue
		case r == '\n' && last == ' ':
			out = out[:len(out)-1]
		}
		out = append(out, r)
	}
	return out
}

// french binds double punctuation and guillemets to their words, and turns the
// typewriter's apostrophe between two letters into the printer's.
func french(runes []rune) []rune {
	for i, r := range runes {
		before, after := around(runes, i)
		switch r {
		case ' ', '\u2009':
			if strings.ContainsRune(bound, after) && before != 0 && before != '\n' || before == '«' {
				runes[i] = noBreak
			}
		case '\'':
			if unicode.IsLetter(before) && unicode.IsLetter(after) {
				runes[i] = apostrophe
			}
		}
	}
	return runes
}

func around(runes []rune, i int) (before, after rune) {
	if i > 0 {
		before = runes[i-1]
	}
	if i+1 < len(runes) {
		after = runes[i+1]
	}
	return before, after
}
