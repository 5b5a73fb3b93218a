package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen alters bytes of a sound file: it is opened or refused with a
// problem, what is read of it is read without harm, and the file stays as it is.
// Its corpus is in testdata/fuzz.
func FuzzOpen(f *testing.F) {
	whole := content(f, filepath.Join("testdata", fmt.Sprintf("format-%d.db", current().version())))
	f.Fuzz(func(t *testing.T, at uint32, patch []byte) {
		bytes := []byte(whole)
		if len(patch) > 512 || int(at)+len(patch) > len(bytes) {
			t.Skip()
		}
		copy(bytes[at:], patch)
		path := filepath.Join(t.TempDir(), "essai.db")
		if err := os.WriteFile(path, bytes, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			checkProblem(t, err, "modifié")
		} else {
			if _, err := s.Diagnoses(t.Context()); err != nil {
				checkProblem(t, err, "modifié")
			}
			if _, err := s.Verify(t.Context()); err != nil {
				checkProblem(t, err, "modifié")
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
		}
		if content(t, path) != string(bytes) {
			t.Error("the file changed")
		}
	})
}
