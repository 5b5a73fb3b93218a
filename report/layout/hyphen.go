package layout

import (
	"slices"
	"strings"
	"unicode"
)

const (
	leastWord = 8  // letters of a word that may be parted
	mostWord  = 40 // letters beyond which it is no word
	leastHead = 3  // letters before a hyphen
	leastTail = 3  // letters after it
	// wide is the share of the measure above which a word that would not fit leaves a
	// hole worth a hyphen.
	wide = 0.6
)

// together are the pairs of consonants that begin a syllable together, and those
// that are one sound.
const together = " bl br ch cl cr dr fl fr gl gn gr ph pl pr qu gu rh th tr vr "

const vowels = "aàâäeéèêëiîïoôöuùûüyœæ"

func isVowel(r rune) bool { return strings.ContainsRune(vowels, unicode.ToLower(r)) }

// syllables returns where a French word may be parted: before the consonant that
// opens a syllable (ter-ri-toire), between two consonants that do not go
// together (con-tract). It never parts two vowels, and leaves alone what is no
// plain word.
func syllables(word []rune) []int {
	if len(word) < leastWord || len(word) > mostWord || slices.ContainsFunc(word, unicode.IsDigit) || unicode.IsUpper(word[1]) {
		return nil
	}
	var out []int
	for at := leastHead; at <= len(word)-leastTail; at++ {
		if opens(word, at) && slices.ContainsFunc(word[:at], isVowel) {
			out = append(out, at)
		}
	}
	return out
}

// opens says that a syllable begins at a letter: it, or it and the next one, are
// the consonants before a vowel, and it does not go with the one before.
func opens(word []rune, at int) bool {
	if isVowel(word[at]) {
		return false
	}
	sound := 1
	if pair(word, at) {
		sound = 2
	}
	if at+sound >= len(word) || !isVowel(word[at+sound]) {
		return false
	}
	return !pair(word, at-1) && !onlyMute(word[at:])
}

// pair says that the letters at and after at go together.
func pair(word []rune, at int) bool {
	return at >= 0 && at+1 < len(word) && strings.Contains(together, " "+strings.ToLower(string(word[at:at+2]))+" ")
}

// onlyMute says that what would begin the next line is not heard: « tes », or
// « tent » of a verb, but not « ment ».
func onlyMute(tail []rune) bool {
	end := strings.ToLower(string(tail))
	rest := strings.TrimLeftFunc(end, func(r rune) bool { return !isVowel(r) })
	return slices.Contains([]string{"e", "es", "ent"}, rest) && end != "ment"
}

// hyphenate marks with soft hyphens where the words that are too wide may be
// parted.
func (b *breaker) hyphenate() {
	var places []int
	for from := 0; from < len(b.runes); from++ {
		to, width := from, 0.0
		for to < len(b.runes) && unicode.IsLetter(b.runes[to]) && b.owner[to] == b.owner[from] {
			width += b.advances[to]
			to++
		}
		limit := b.measure
		if b.runs[b.owner[from]].hyphens {
			limit *= wide
		}
		if width > limit {
			for _, at := range syllables(b.runes[from:to]) {
				places = append(places, from+at)
			}
		}
		from = max(from, to)
	}
	b.soften(places)
}

// soften puts soft hyphens before the runes at these places.
func (b *breaker) soften(places []int) {
	if len(places) == 0 {
		return
	}
	n := len(b.runes) + len(places)
	runes, owner, advances := make([]rune, 0, n), make([]int, 0, n), make([]float64, 0, n)
	from := 0
	for _, at := range append(places, len(b.runes)) {
		runes, owner, advances = append(runes, b.runes[from:at]...), append(owner, b.owner[from:at]...), append(advances, b.advances[from:at]...)
		if at < len(b.runes) {
			runes, owner, advances = append(runes, softHyphen), append(owner, b.owner[at]), append(advances, 0)
		}
		from = at
	}
	b.runes, b.owner, b.advances = runes, owner, advances
}
