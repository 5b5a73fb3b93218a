package model

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestPositionBetweenKeepsAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var list []Position
		for range rapid.IntRange(1, 120).Draw(t, "moves") {
			i := rapid.IntRange(0, len(list)).Draw(t, "index")
			var before, after Position
			if i > 0 {
				before = list[i-1]
			}
			if i < len(list) {
				after = list[i]
			}
			p := PositionBetween(before, after)
			if p <= before || after != "" && p >= after {
				t.Fatalf("PositionBetween(%q, %q) = %q", before, after, p)
			}
			if _, err := canonPosition(string(p)); err != nil {
				t.Fatalf("not canonical: %q", p)
			}
			list = slices.Insert(list, i, p)
		}
	})
}

func TestPositionsStayShortWhenAppending(t *testing.T) {
	var p Position
	for range 500 {
		p = PositionBetween(p, "")
	}
	if len(p) > 20 {
		t.Errorf("after 500 appended rows a position has %d signs: %q", len(p), p)
	}
}
