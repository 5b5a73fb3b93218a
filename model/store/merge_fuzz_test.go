package store

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// FuzzMerge alters bytes of a copy and merges it: it is merged or refused with a
// problem, the file stays as it was when it is refused and sound when it is not,
// and the copy stays as it is.
func FuzzMerge(f *testing.F) {
	a, b := diverged(f)
	target, source := content(f, a), content(f, b)
	f.Fuzz(func(t *testing.T, at uint32, patch []byte) {
		bytes := []byte(source)
		if len(patch) > 512 || int(at)+len(patch) > len(bytes) {
			t.Skip()
		}
		copy(bytes[at:], patch)
		folder := t.TempDir()
		into, from := filepath.Join(folder, "cible.db"), filepath.Join(folder, "copie.db")
		write(t, into, target)
		write(t, from, string(bytes))
		s := opened(t, into)
		m, err := s.Merge(t.Context(), []string{from})
		if err == nil {
			if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
				t.Error(found, err)
			}
		} else {
			var told *model.Problem
			if !errors.As(err, &told) {
				t.Errorf("%v, want a problem", err)
			}
			if content(t, into) != target {
				t.Error("refused, and yet the file changed")
			}
		}
		if content(t, from) != string(bytes) {
			t.Error("the copy changed")
		}
		if m.Backup != "" {
			if err := os.Remove(m.Backup); err != nil {
				t.Error(err)
			}
		}
	})
}
