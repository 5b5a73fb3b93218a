package ui

import (
	"strings"
	"unicode"
)

// textPart is a piece of a text, and whether the other text lacks it.
type textPart struct {
	text   string
	differ bool
}

// maxCompared bounds the time that comparing takes: the product of the words of
// both texts, once what they share at their ends is left out. Beyond it all that
// lies between counts as different.
const maxCompared = 4_000_000

// compareTexts finds word by word what each of two texts has that the other
// lacks. Joined, the parts are the texts again.
func compareTexts(a, b string) (left, right []textPart) {
	x, y := splitText(a), splitText(b)
	head := 0
	for head < len(x) && head < len(y) && x[head] == y[head] {
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail] == y[len(y)-1-tail] {
		tail++
	}
	sameX, sameY := commonWords(x[head:len(x)-tail], y[head:len(y)-tail])
	return joinParts(x, head, sameX), joinParts(y, head, sameY)
}

// splitText cuts a text into words, blanks and signs, each a piece.
func splitText(text string) []string {
	var out []string
	start := 0
	class := -1
	for i, r := range text {
		c := 0
		switch {
		case unicode.IsSpace(r):
			c = 1
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			c = 2
		}
		if i > 0 && (c != class || c == 2) {
			out = append(out, text[start:i])
			start = i
		}
		class = c
	}
	if start < len(text) {
		out = append(out, text[start:])
	}
	return out
}

// commonWords marks the pieces of a longest list that both texts have in order.
func commonWords(x, y []string) (inX, inY []bool) {
	inX, inY = make([]bool, len(x)), make([]bool, len(y))
	if len(x)*len(y) > maxCompared {
		return inX, inY
	}
	width := len(y) + 1
	longest := make([]int32, (len(x)+1)*width) // of x[i:] and y[j:], at i*width+j
	for i := len(x) - 1; i >= 0; i-- {
		for j := len(y) - 1; j >= 0; j-- {
			if x[i] == y[j] {
				longest[i*width+j] = longest[(i+1)*width+j+1] + 1
			} else {
				longest[i*width+j] = max(longest[(i+1)*width+j], longest[i*width+j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(x) && j < len(y); {
		switch {
		case x[i] == y[j]:
			inX[i], inY[j] = true, true
			i, j = i+1, j+1
		case longest[(i+1)*width+j] >= longest[i*width+j+1]:
			i++
		default:
			j++
		}
	}
	return inX, inY
}

// joinParts puts the pieces back together; same tells of those from head on
// whether the other text has them, and all around them it has. A blank between
// two different words is part of the difference.
func joinParts(pieces []string, head int, same []bool) []textPart {
	differ := func(i int) bool { return i >= head && i < head+len(same) && !same[i-head] }
	blank := func(i int) bool { return strings.TrimSpace(pieces[i]) == "" }
	var out []textPart
	for start := 0; start < len(pieces); {
		end, kind := start, false
		for ; end < len(pieces); end++ {
			d := differ(end) || blank(end) && end > 0 && end+1 < len(pieces) && differ(end-1) && differ(end+1)
			if end > start && d != kind {
				break
			}
			kind = d
		}
		out = append(out, textPart{strings.Join(pieces[start:end], ""), kind})
		start = end
	}
	return out
}
