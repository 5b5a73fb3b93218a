package store

import (
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// TestOverwrittenWhileOpen writes an older state, or another document, over the
// open file, as some synchronisers do.
func TestOverwrittenWhileOpen(t *testing.T) {
	t.Parallel()
	for name, other := range map[string]func(t *testing.T, before string) string{
		"older state":      func(_ *testing.T, before string) string { return before },
		"another document": func(t *testing.T, _ string) string { return content(t, sample(t)) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := sample(t)
			before := content(t, path)
			s := opened(t, path)
			save(t, s, set("lever", "acces", "level", "absent"))
			if err := s.Holds(t.Context()); err != nil {
				t.Fatal(err)
			}
			write(t, path, other(t, before))
			if err := s.Holds(t.Context()); !IsReplaced(err) {
				t.Errorf("holds: %v", err)
			}
			now := content(t, path)
			_, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "engaged")})
			checkProblem(t, err, "a été remplacé")
			if !IsReplaced(err) || content(t, path) != now {
				t.Error("the new content was written to")
			}
		})
	}
}

// TestOverwrittenIsNoticedWithoutSaving lets another program write to the open file,
// or over it.
func TestOverwrittenIsNoticedWithoutSaving(t *testing.T) {
	t.Parallel()
	for name, alter := range map[string]func(t *testing.T, path, before string){
		"another program saves": func(t *testing.T, path, _ string) {
			editing(t, path, "Brice", set("lever", "acces", "level", "engaged"))
		},
		"a newer copy is put there": func(t *testing.T, path, _ string) {
			newer := copied(t, path, "autre.db")
			editing(t, newer, "Brice", set("lever", "acces", "level", "engaged"))
			write(t, path, content(t, newer))
		},
		"an older copy is put there": func(t *testing.T, path, before string) { write(t, path, before) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := sample(t)
			before := content(t, path)
			editing(t, path, "Brice", set("lever", "acces", "level", "emerging"))
			s := opened(t, path)
			loaded(t, s)
			if s.Overwritten(t.Context()) {
				t.Error("overwritten by being opened")
			}
			save(t, s, set("lever", "acces", "level", "absent"))
			if s.Overwritten(t.Context()) {
				t.Error("overwritten by its own saving")
			}
			alter(t, path, before)
			for range 2 { // until something is done about it
				if !s.Overwritten(t.Context()) {
					t.Error("not noticed")
				}
			}
		})
	}
}

func TestReplacedIsNoticedWithoutSaving(t *testing.T) {
	t.Parallel()
	path := sample(t)
	s := opened(t, path)
	save(t, s, set("lever", "acces", "level", "absent"))
	if s.Replaced() {
		t.Error("replaced by its own saving")
	}
	if err := os.Rename(sample(t), path); err != nil {
		t.Fatal(err)
	}
	if !s.Replaced() {
		t.Error("not noticed")
	}
	_, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "engaged")})
	if !IsReplaced(err) {
		t.Errorf("error %v", err)
	}
	if err := os.Remove(path); err != nil || !s.Replaced() {
		t.Error("not noticed that it is gone:", err)
	}
}

func TestIdentify(t *testing.T) {
	t.Parallel()
	path := sample(t)
	before := snapshot(t, path)
	id, err := Identify(t.Context(), path, Options{})
	if want := opened(t, path).DocumentID(); err != nil || id != want {
		t.Errorf("%q, %v, want %q", id, err, want)
	}
	if snapshot(t, path) != before {
		t.Error("the file changed")
	}
	_, err = Identify(t.Context(), filepath.Join(t.TempDir(), "absent.db"), Options{})
	checkProblem(t, err, "n’est plus, à cet endroit")
}

// TestFileInThePlaceOfAnotherIsNotWrittenTo tries again and again to save to a
// file whose place another copy of the same document took.
func TestFileInThePlaceOfAnotherIsNotWrittenTo(t *testing.T) {
	t.Parallel()
	path := sample(t)
	before := content(t, path)
	s := opened(t, path)
	copied := path + ".copied"
	write(t, copied, before)
	if err := os.Rename(copied, path); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "engaged")}); !IsReplaced(err) {
			t.Errorf("saving: %v", err)
		}
		// What was open is still there to be copied, as long as SQLite holds it.
		to := filepath.Join(t.TempDir(), "copy.db")
		if err := s.CopyTo(t.Context(), to); err != nil && !IsReplaced(err) {
			t.Errorf("copying: %v", err)
		} else if err == nil && everythingIn(t, to) != everythingIn(t, path) {
			t.Error("the copy holds something else")
		}
	}
	if content(t, path) != before {
		t.Error("the new file was written to")
	}
}
