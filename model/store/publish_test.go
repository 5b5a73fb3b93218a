package store

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// beside lists what lies in the folder of a file.
func beside(t testing.TB, path string) string {
	t.Helper()
	return snapshot(t, path).beside
}

func TestBuildIsAllOrNothing(t *testing.T) {
	t.Parallel()
	failure := errors.New("the source cannot be read")
	fail := func(s *Store) error {
		save(t, s, set("lever", "acces", "level", "absent"))
		return failure
	}
	t.Run("nothing was there", func(t *testing.T) {
		t.Parallel()
		path := filepath.Join(t.TempDir(), "neuf.db")
		if err := Build(t.Context(), path, Options{}, fail); !errors.Is(err, failure) {
			t.Errorf("error %v", err)
		}
		if got := beside(t, path); got != "" {
			t.Errorf("left behind: %s", got)
		}
	})
	t.Run("another file was there", func(t *testing.T) {
		t.Parallel()
		path := sample(t)
		before := snapshot(t, path)
		if err := Build(t.Context(), path, Options{}, fail); !errors.Is(err, failure) {
			t.Errorf("error %v", err)
		}
		if snapshot(t, path) != before {
			t.Error("the old file was touched")
		}
	})
	t.Run("replaces once it is whole", func(t *testing.T) {
		t.Parallel()
		path := sample(t)
		id := model.NewID()
		err := Build(t.Context(), path, Options{DocumentID: id}, func(s *Store) error {
			save(t, s, set("lever", "acces", "level", "structured"))
			if got := beside(t, path); !strings.Contains(got, "essai.db\n") {
				t.Errorf("the old file is gone already: %s", got)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		s := opened(t, path)
		if s.DocumentID() != id || loaded(t, s).Lever("acces").Level != model.Structured {
			t.Error("not the new file")
		}
		if got := beside(t, path); got != "essai.db\n" {
			t.Errorf("left behind: %s", got)
		}
	})
}

func TestPlacesThatTakeNoFile(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	mkdir(t, filepath.Join(folder, "dossier.db"))
	write(t, filepath.Join(folder, "interrompu.db"), "old")
	write(t, filepath.Join(folder, "interrompu.db-journal"), "hot")
	s := created(t)
	for name, c := range map[string]struct{ path, says string }{
		"no such folder":         {filepath.Join(folder, "absent", "x.db"), "dossier n’existe pas"},
		"a directory":            {filepath.Join(folder, "dossier.db"), "est un dossier"},
		"a journal is beside it": {filepath.Join(folder, "interrompu.db"), "interrompu en plein enregistrement"},
		"the file itself":        {s.Path(), "déjà enregistré"},
		"under a file":           {filepath.Join(s.Path(), "x.db"), "«\u00a0x.db\u00a0»"},
	} {
		t.Run(name, func(t *testing.T) {
			checkProblem(t, s.CopyTo(t.Context(), c.path), c.says)
			if name != "the file itself" {
				checkProblem(t, Build(t.Context(), c.path, Options{}, func(*Store) error { return nil }), c.says)
			}
		})
	}
	if got := content(t, filepath.Join(folder, "interrompu.db")); got != "old" {
		t.Error("the file with a journal was replaced")
	}
}

func TestCopyHoldsEverything(t *testing.T) {
	t.Parallel()
	s := created(t)
	s.SetAuthor(Author{Name: "Anne"})
	photo, err := s.AddPhoto(t.Context(), "image/png", []byte("picture"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, set("lever", "acces", "level", "absent"))
	path := filepath.Join(t.TempDir(), "copie d’été #1.db")
	write(t, path, "an older copy")
	if err := s.CopyTo(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	if got := beside(t, path); got != "copie d’été #1.db\n" {
		t.Errorf("left behind: %s", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm()&0o044 == 0 {
		t.Errorf("mode %v, %v: colleagues cannot read it", info.Mode(), err)
	}
	c := opened(t, path)
	if kind, bytes, err := c.Photo(t.Context(), photo); err != nil || kind != "image/png" || string(bytes) != "picture" {
		t.Errorf("photo %q %q %v", kind, bytes, err)
	}
	changes, err := c.Changes(t.Context(), Query{Limit: 10})
	if err != nil || len(changes) != 1 || changes[0].Author.Name != "Anne" {
		t.Errorf("changes %+v, %v", changes, err)
	}
	if found, err := c.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
	save(t, s, set("lever", "acces", "level", "engaged")) // the original goes on
}

func TestPhotos(t *testing.T) {
	t.Parallel()
	s := created(t)
	a, err := s.AddPhoto(t.Context(), "image/png", []byte("picture"))
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.AddPhoto(t.Context(), "image/png", []byte("picture"))
	if err != nil || a != b {
		t.Errorf("the same picture has two names: %s, %s, %v", a, b, err)
	}
	if n := query(t, s, `SELECT count(*) FROM photo`); n != 1 {
		t.Errorf("kept %d times", n)
	}
	save(t, s, model.NewRow("evidence", "x"), set("evidence", "x", "photo", string(a)))
	_, err = s.AddPhoto(t.Context(), "image/png", nil)
	checkProblem(t, err, "vide ou dépasse")
	_, err = s.AddPhoto(t.Context(), "image/png", make([]byte, MaxPhoto+1))
	checkProblem(t, err, "vide ou dépasse")
	if _, err = s.AddPhoto(t.Context(), "image/png", make([]byte, MaxPhoto)); err != nil {
		t.Errorf("a picture of the greatest size: %v", err)
	}
	_, _, err = s.Photo(t.Context(), model.Hash(strings.Repeat("0", 64)))
	checkProblem(t, err, "ne se trouve pas dans")
	_, _, err = s.Photo(t.Context(), "not a name")
	checkProblem(t, err, "ne se trouve pas dans")
}

// TestBackupsOfOneSecond compacts twice within a second: the backup of what was
// there at first is not replaced.
func TestBackupsOfOneSecond(t *testing.T) {
	t.Parallel()
	at := time.Date(2026, 11, 23, 9, 5, 7, 0, time.UTC)
	path := sample(t)
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	loaded(t, s)
	var backups, held []string
	for level, trend := range map[string]string{"absent": "rising", "emerging": "falling"} {
		s.SetAuthor(Author{Name: level})
		save(t, s, set("lever", "cooperation", "level", "structured"), set("lever", "cooperation", "trend", trend))
		s.SetAuthor(Author{Name: "then " + level})
		save(t, s, set("lever", "cooperation", "level", level))
		held = append(held, everythingIn(t, path))
		done, err := s.Compact(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		backups = append(backups, done.Backup)
	}
	closed(t, s)
	if backups[0] == "" || backups[0] == backups[1] || everythingIn(t, backups[0]) != held[0] || everythingIn(t, backups[1]) != held[1] {
		t.Errorf("backups %q do not hold what was there", backups)
	}
}

// everythingIn is a short name for all that a file holds.
func everythingIn(t *testing.T, path string) string {
	t.Helper()
	c, err := connect(t.Context(), path, readWrite)
	if err != nil {
		t.Fatal(err)
	}
	held, err := everything(t.Context(), c)
	if err = errors.Join(err, c.close()); err != nil {
		t.Fatal(err)
	}
	return held
}

// TestAbandonedFilesAreSwept leaves what a power cut would leave: what is old goes
// when the next file is made beside it, what may still be in the making stays.
func TestAbandonedFilesAreSwept(t *testing.T) {
	t.Parallel()
	s := created(t)
	folder := filepath.Dir(s.Path())
	old := time.Now().Add(-2 * abandoned)
	for name, at := range map[string]time.Time{".tressons-old.tmp": old, ".tressons-new.tmp": time.Now(), "notes.tmp": old, ".tressons-old.txt": old} {
		path := filepath.Join(folder, name)
		write(t, path, "half")
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.CopyTo(t.Context(), filepath.Join(folder, "copie.db")); err != nil {
		t.Fatal(err)
	}
	if got, want := beside(t, s.Path()), ".tressons-new.tmp\n.tressons-old.txt\n"; !strings.HasPrefix(got, want) || !strings.Contains(got, "notes.tmp") {
		t.Errorf("left beside:\n%s", got)
	}
}
