package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tressons/model"
)

// mounted is a folder on a file system of its own.
func mounted(t *testing.T, options string) string {
	t.Helper()
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, options); err != nil {
		t.Skip("cannot mount here:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder
}

func TestFullDisk(t *testing.T) {
	t.Parallel()
	folder := mounted(t, "size=600k")
	path := filepath.Join(folder, "plein.db")
	s := createdAt(t, path, Options{})
	long := strings.Repeat("Une longue note. ", 1000)
	acknowledged := 0
	var err error
	for n := 1; n < 100; n++ {
		if _, err = s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", fmt.Sprint("l", n), "in_place", long)}); err != nil {
			break
		}
		acknowledged = n
	}
	checkProblem(t, err, "est plein")
	checkProblem(t, s.CopyTo(t.Context(), filepath.Join(folder, "copie.db")), "est plein")
	if got := beside(t, path); got != "plein.db\n" {
		t.Errorf("left behind: %s", got)
	}
	if got := loaded(t, s).Levers.Len(); got != acknowledged {
		t.Errorf("%d texts in the file, %d acknowledged", got, acknowledged)
	}
	// Elsewhere there is room: a copy, then the work goes on there.
	elsewhere := filepath.Join(t.TempDir(), "copie.db")
	if err := s.CopyTo(t.Context(), elsewhere); err != nil {
		t.Fatal(err)
	}
	save(t, opened(t, elsewhere), set("lever", "last", "in_place", long))
	closed(t, s)
	if found, err := opened(t, path).Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func TestReadOnlyPlace(t *testing.T) {
	t.Parallel()
	folder := mounted(t, "")
	path := filepath.Join(folder, "lecture.db")
	write(t, path, content(t, sample(t)))
	if err := syscall.Mount("tmpfs", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot mount read-only here:", err)
	}
	s := opened(t, path)
	if !s.ReadOnly() {
		t.Error("not read-only")
	}
	if got := loaded(t, s).Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
	_, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "absent")})
	checkProblem(t, err, "rien ne peut être écrit")
	_, err = s.AddPhoto(t.Context(), "image/png", []byte("x"))
	checkProblem(t, err, "rien ne peut être écrit")
	checkProblem(t, Build(t.Context(), filepath.Join(folder, "x.db"), Options{}, func(*Store) error { return nil }), "ne peut pas être écrit")
	if err := s.CopyTo(t.Context(), filepath.Join(t.TempDir(), "copie.db")); err != nil {
		t.Error(err)
	}
	_, err = open(t.Context(), path, Options{}, later("CREATE TABLE extra (id TEXT)"))
	checkProblem(t, err, "version plus ancienne")
}

func TestInterruptedInAReadOnlyPlace(t *testing.T) {
	t.Parallel()
	folder := mounted(t, "")
	path := interrupted(t, folder)
	if err := syscall.Mount("tmpfs", folder, "", syscall.MS_REMOUNT|syscall.MS_RDONLY, ""); err != nil {
		t.Skip("cannot mount read-only here:", err)
	}
	_, err := Open(t.Context(), path, Options{})
	checkProblem(t, err, "interrompu en plein enregistrement")
}

// TestNoPermission needs a user who is not root.
func TestNoPermission(t *testing.T) {
	t.Parallel()
	if os.Getuid() == 0 {
		t.Skip("root may do everything")
	}
	path := sample(t)
	if err := os.Chmod(path, 0); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), path, Options{})
	checkProblem(t, err, "pas le droit")
}

// TestReplacedWhileOpen puts another file under the name, as a synchroniser does.
func TestReplacedWhileOpen(t *testing.T) {
	t.Parallel()
	path := sample(t)
	s := opened(t, path)
	save(t, s, set("lever", "acces", "level", "absent"))
	other := sample(t)
	if err := os.Rename(other, path); err != nil {
		t.Fatal(err)
	}
	before := content(t, path)
	_, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "engaged")})
	checkProblem(t, err, "a été remplacé")
	if content(t, path) != before {
		t.Error("the new file was written to")
	}
	rescue := filepath.Join(t.TempDir(), "copie.db")
	if err := s.CopyTo(t.Context(), rescue); err != nil && !errors.Is(err, errReplaced) {
		t.Error(err)
	} else if err == nil && loaded(t, opened(t, rescue)).Lever("acces").Level != model.Absent {
		t.Error("what was acknowledged is not in the copy")
	}
}
