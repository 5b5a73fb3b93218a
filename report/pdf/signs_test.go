package pdf

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSigns: a set gives what was added, each sign once and in order.
func TestSigns(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		added := rapid.SliceOf(rapid.Int32Range(0, planeEnd-1)).Draw(t, "signs")
		var set signs
		for _, r := range added {
			set.add(r)
		}
		want := slices.Compact(slices.Sorted(slices.Values(added)))
		if got := slices.Collect(set.all()); !slices.Equal(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
	})
}
