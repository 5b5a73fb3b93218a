package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

// FuzzOpen alters bytes of a sound file: it is opened or refused with a
// problem, what is read of it is read without harm, and the file stays as it is.
func FuzzOpen(f *testing.F) {
	whole := content(f, filepath.Join("testdata", fmt.Sprintf("format-%d.db", current().version())))
	f.Add(uint32(0), []byte("SQLite format 4"))
	f.Add(uint32(18), []byte{2, 2})                      // WAL
	f.Add(uint32(28), []byte{0xff, 0xff, 0xff, 0xff})    // page count
	f.Add(uint32(60), []byte{0, 0, 0, 7})                // user_version
	f.Add(uint32(100), []byte{0x05, 0, 0, 0, 0, 0, 0})   // page type of the schema
	f.Add(uint32(4096), []byte{0x0a, 0xff, 0xff, 0, 9})  // page of a table
	f.Add(uint32(len(whole)-64), []byte("not the text")) // content
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
