package pdf

import (
	"fmt"
	"iter"
	"math/bits"

	"tressons/report/figure"
	"tressons/report/layout"
)

// planeEnd is the first character that has no code: a code is the character
// itself, in two bytes.
const planeEnd = 0x10000

// signs is a set of characters that have a code.
type signs [planeEnd / 64]uint64

func (s *signs) add(r rune) { s[r/64] |= 1 << (r % 64) }

// all gives the signs in order.
func (s *signs) all() iter.Seq[rune] {
	return func(yield func(rune) bool) {
		for i, word := range s {
			for ; word != 0; word &= word - 1 {
				if !yield(rune(64*i + bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// signsOf returns the signs that the pages show in each face, nil for a face in
// which they show none.
func signsOf(doc layout.Result) (used [figure.Faces]*signs, err error) {
	for _, page := range doc.Pages {
		for _, item := range page.Items {
			for _, op := range item.Ops {
				t, ok := op.(figure.Text)
				if !ok || t.Value == "" {
					continue
				}
				if used[t.Face] == nil {
					used[t.Face] = new(signs)
				}
				for _, r := range t.Value {
					if r >= planeEnd {
						return used, fmt.Errorf("no code for %q", r)
					}
					used[t.Face].add(r)
				}
			}
		}
	}
	return used, nil
}

// appendCodes writes the codes of a text whose signs have one.
func appendCodes(b []byte, text string) []byte {
	for _, r := range text {
		b = append(b, byte(r>>8), byte(r))
	}
	return b
}
