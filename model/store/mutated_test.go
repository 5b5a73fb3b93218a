package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// mutation alters the bytes of a file in one of the ways in which files get
// damaged.
func mutation(random *rand.Rand, bytes []byte) []byte {
	at := random.IntN(len(bytes))
	length := min(1<<random.IntN(13), len(bytes)-at)
	patch := bytes[at : at+length]
	switch random.IntN(7) {
	case 0: // one bit
		bytes[at] ^= 1 << random.IntN(8)
	case 1: // one byte
		bytes[at] = byte(random.Uint32())
	case 2: // zeroes
		clear(patch)
	case 3: // noise
		for i := range patch {
			patch[i] = byte(random.Uint32())
		}
	case 4: // a piece of the file elsewhere
		copy(patch, bytes[random.IntN(len(bytes)):])
	case 5: // the end is missing
		return bytes[:at]
	case 6: // header and schema
		bytes[random.IntN(600)] = byte(random.Uint32())
	}
	return bytes
}

// TestMutatedFiles alters a copy in thousands of ways: each is refused with a
// sentence, or opened and then shows what the sound one shows; offered to a merge
// it is refused, or brings what the sound one brings.
func TestMutatedFiles(t *testing.T) {
	t.Parallel()
	count := scaled(t, "TRESSONS_MUTATIONS", 2000, 200)
	a, b := diverged(t)
	whole := []byte(content(t, b))
	want, brings := texts(t, opened(t, b)), previewed(t, opened(t, a), b)
	const lanes = 4
	for lane := range lanes {
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			refused, sound, merged := 0, 0, 0
			into := opened(t, copied(t, a, "cible.db"))
			random := rand.New(rand.NewPCG(20261123, uint64(lane)))
			path := filepath.Join(t.TempDir(), "essai.db")
			for n := range count / lanes {
				bytes := mutation(random, append([]byte(nil), whole...))
				if err := os.WriteFile(path, bytes, 0o600); err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				got, err := look(t, path)
				if took := time.Since(start); took > 5*time.Second {
					t.Errorf("mutation %d: %v", n, took)
				}
				switch {
				case err != nil:
					refused++
					checkProblem(t, err, "modifié")
				case got != want:
					t.Errorf("mutation %d: accepted, and shows something else", n)
				default:
					sound++
				}
				start = time.Now()
				m, err := into.PreviewMerge(t.Context(), []string{path})
				if took := time.Since(start); took > 5*time.Second {
					t.Errorf("mutation %d: %v to merge", n, took)
				}
				switch {
				case err != nil:
					checkProblem(t, err, "")
				case inWords(m) != brings:
					t.Errorf("mutation %d: a merge brings something else", n)
				default:
					merged++
				}
				if content(t, path) != string(bytes) {
					t.Fatalf("mutation %d: the file changed", n)
				}
			}
			if refused == 0 || sound == 0 || merged == 0 {
				t.Errorf("%d refused, %d sound, %d merged: these mutations prove nothing", refused, sound, merged)
			}
			t.Logf("%d refused, %d sound, %d merged", refused, sound, merged)
		})
	}
}

// previewed is all that a merge of a source would bring.
func previewed(t *testing.T, s *Store, source string) string {
	t.Helper()
	m, err := s.PreviewMerge(t.Context(), []string{source})
	if err != nil {
		t.Fatal(err)
	}
	return inWords(m)
}

// inWords is a preview in words, without the name of the source.
func inWords(m Merge) string {
	for i := range m.Sources {
		m.Sources[i].Path = ""
	}
	return fmt.Sprintf("%+v", m)
}

func writeTemp(t *testing.T, bytes []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "essai.db")
	write(t, path, string(bytes))
	return path
}

// look opens a file and reads all of it.
func look(t *testing.T, path string) (got string, err error) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return "", err
	}
	return texts(t, s), s.Close()
}

// texts is all that a file shows.
func texts(t *testing.T, s *Store) string {
	t.Helper()
	all, err := s.Diagnoses(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range all {
		b.WriteString(d.ID)
		for _, e := range model.Entities() {
			for _, row := range d.RowIDs(e.Name) {
				for _, f := range e.Fields {
					fmt.Fprintln(&b, e.Name, row, f.Name, d.Value(e.Name, row, f.Name))
				}
			}
		}
	}
	changes, err := s.Changes(t.Context(), Query{Limit: 100})
	for _, c := range changes {
		fmt.Fprintln(&b, c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}
