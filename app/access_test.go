package app_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tressons/app"
	"tressons/model"
)

func noteOf(path string) string {
	return filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")
}

// leaveNote writes the note of another program.
func leaveNote(t *testing.T, path, where string, pid int, touched time.Time) {
	t.Helper()
	text := fmt.Sprintf(`{"who":"Anne Le Goff","where":%q,"since":"2026-03-09T08:30:00Z","pid":%d}`, where, pid)
	if err := os.WriteFile(noteOf(path), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chtimes(noteOf(path), touched, touched); err != nil {
		t.Fatal(err)
	}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func TestFileThatSomebodyElseHas(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	leaveNote(t, path, "portable-anne", 4, time.Now())
	_, err := a.Open(t.Context(), path)
	var inUse *app.InUseError
	if !errors.As(err, &inUse) || inUse.Holder.Who != "Anne Le Goff" || inUse.Holder.Since.Year() != 2026 {
		t.Fatalf("%v, want who has it", err)
	}
	if says := app.Explain(err); !strings.Contains(says, "Anne Le Goff a ouvert") || !strings.Contains(says, "9\u00a0mars 2026") {
		t.Errorf("says %q", says)
	}
	if h := a.HolderOf(path); h == nil || h.Where != "portable-anne" {
		t.Errorf("holder %+v", h)
	}

	d, err := a.OpenAs(t.Context(), path, app.Reading)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Edit("essai", set("lever", "cooperation", "level", "engaged")); err == nil || !d.Info().ReadOnly {
		t.Error("reading let edit")
	}
	closeDocument(t, d)

	copied, err := a.WorkingCopy(t.Context(), path, "Brice / Morvan")
	if err != nil || !strings.Contains(filepath.Base(copied), "(copie de Brice  Morvan, ") {
		t.Fatal(copied, err)
	}
	list, err := a.ConflictCopies(t.Context(), path)
	if err != nil || len(list) != 1 || list[0].Path != copied || list[0].Origin != "Tressons" {
		t.Errorf("%+v, %v", list, err)
	}
	if !exists(noteOf(path)) {
		t.Fatal("the note of the other program is gone")
	}
	if err := os.Remove(noteOf(path)); err != nil || a.HolderOf(path) != nil {
		t.Error("not free:", err)
	}
	closeDocument(t, open(t, a, path))
}

// TestReadingWritesNothing merges and compacts a file that somebody else has.
func TestReadingWritesNothing(t *testing.T) {
	t.Parallel()
	a, d, theirs := sharedFile(t)
	path := d.Info().Path
	closeDocument(t, d)
	before := string(read(t, path))
	d, err := a.OpenAs(t.Context(), path, app.Reading)
	if err != nil {
		t.Fatal(err)
	}
	defer closeDocument(t, d)
	for name, write := range map[string]func() error{
		"merge":  func() error { _, err := d.Merge(t.Context(), []string{theirs}); return err },
		"freeze": func() error { _, err := d.Freeze(t.Context(), "État", ""); return err },
		"compact": func() error {
			told := make(chan error, 1)
			d.CompactAsync(t.Context(), func(_ app.Compaction, err error) { told <- err })
			return <-told
		},
	} {
		if err := write(); !strings.Contains(app.Explain(err), "lecture seule") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if string(read(t, path)) != before {
		t.Error("the file changed")
	}
}

func TestNoteWhileOpen(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	one := open(t, a, path)
	one.SetAuthor(app.Author{Name: "Brice Morvan"})
	text, err := os.ReadFile(noteOf(path))
	if err != nil || !strings.Contains(string(text), "Brice Morvan") {
		t.Errorf("note %q, %v", text, err)
	}
	two := open(t, a, path) // the window opens the new one before it closes the old one
	closeDocument(t, one)
	if !exists(noteOf(path)) || a.HolderOf(path) != nil {
		t.Error("the note went with the first of two, or is taken for somebody else’s")
	}
	closeDocument(t, two)
	if exists(noteOf(path)) {
		t.Error("the note stays after closing")
	}
}

func TestStaleNotes(t *testing.T) {
	t.Parallel()
	here, err := os.Hostname()
	if err != nil {
		t.Skip(err)
	}
	ended := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^$")
	if err := ended.Run(); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		where   string
		pid     int
		touched time.Time
		stale   bool
	}{
		"program that ended":       {here, ended.Process.Pid, time.Now(), true},
		"program that runs":        {here, os.Getppid(), time.Now(), false},
		"elsewhere, just touched":  {"ailleurs", 4, time.Now(), false},
		"elsewhere, long silent":   {"ailleurs", 4, time.Now().Add(-time.Hour), true},
		"elsewhere, clock is late": {"ailleurs", 4, time.Now().Add(time.Hour), false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a := newApp(t)
			path := example(t, a)
			leaveNote(t, path, c.where, c.pid, c.touched)
			d, err := a.Open(t.Context(), path)
			if stale := err == nil; stale != c.stale {
				t.Errorf("opened: %v, %v", stale, err)
			}
			if err == nil {
				closeDocument(t, d)
			}
			if exists(noteOf(path)) == c.stale {
				t.Error("the note is not as wanted afterwards")
			}
		})
	}
}

func TestConflictCopies(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	folder := t.TempDir()
	path := filepath.Join(folder, "Diag été.db")
	if err := a.CreateExample(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"Diag été (conflicted copy 2026-11-23 101500).db":              "Nextcloud",
		"Diag été (conflicted copy Anne Le Goff 2026-11-23 101500).db": "Nextcloud",
		"Diag été_conflict_anne-20261123-101500.db":                    "Nextcloud",
		"Diag été (Copie en conflit de DESKTOP-7K2 2026-11-23).db":     "Dropbox",
		"Diag été (Copie en conflit de DESKTOP-7K2 2026-11-23 1).db":   "Dropbox",
		"Diag été (Copie en conflit de PC d’Anne).db":                  "Dropbox",
		"Diag été (conflicted copy).db":                                "Dropbox",
		"Diag été (Anne’s conflicted copy 2026-11-23 1).db":            "Dropbox",
		"Diag été-PORTABLE-ANNE-2.db":                                  "OneDrive",
		"Diag été 2.db":                                                "",
		"Diag été copie.db":                                            "",
		"Diag été - Copie.db":                                          "",
		"Diag été (copie).db":                                          "",
		"Diag été (Case Conflict).db":                                  "",
		"Diag été (copie de Anne Le Goff, 2026-11-23 10h15m00).db":     "Tressons",
		"Diag été (copie en conflit 2026-11-23 101500).db":             "Nextcloud",
		"Diag été_conflict-20261123-101500.db":                         "Nextcloud",
		"Diag été (Copie en conflit de Anne 2026-11-23).db":            "Dropbox",
		"Diag été (Anne's conflicted copy 2026-11-23).db":              "Dropbox",
		"Diag été.sync-conflict-20261123-101500-ABCDEFG.db":            "Syncthing",
		"Diag été-DESKTOP-7K2.db":                                      "OneDrive",
		"Diag été (1).db":                                              "",
		"Copie de Diag été.db":                                         "",
	}
	for name := range want {
		writeFile(t, filepath.Join(folder, name), whole)
	}
	for _, name := range []string{"Autre.db", "Diag étéb.db", "Diag été (avant mise à jour, 2026-11-23 10h15m00).db", ".Diag été (1).db", "Diag été (1).txt"} {
		writeFile(t, filepath.Join(folder, name), whole)
	}
	writeFile(t, filepath.Join(folder, "Diag été (2).db"), []byte("not a file of this program"))
	if err := a.Create(t.Context(), filepath.Join(folder, "Diag été (3).db"), "Ailleurs", app.Author{}); err != nil {
		t.Fatal(err)
	}
	list, err := a.ConflictCopies(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	for _, c := range list {
		got[filepath.Base(c.Path)] = c.Origin
	}
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("found\n%v, want\n%v", got, want)
	}
}

func writeFile(t *testing.T, path string, content []byte) {
	t.Helper()
	if err := os.WriteFile(path, content, 0o600); err != nil {
		t.Fatal(err)
	}
}

// TestNothingIsLostWhenTheFileIsReplaced overwrites the open file with an older
// state: the next save fails, and a copy holds what was acknowledged and more.
func TestNothingIsLostWhenTheFileIsReplaced(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	older, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, a, path)
	edit := func(level string) error {
		if err := d.Edit("niveau", set("lever", "cooperation", "level", level)); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		defer cancel()
		return d.Flush(ctx)
	}
	if err := edit("engaged"); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, older)
	if err := edit("structured"); !app.IsReplaced(err) {
		t.Fatalf("%v, want that it was replaced", err)
	}
	rescue := filepath.Join(t.TempDir(), "sauvé.db")
	if err := d.SaveCopy(t.Context(), rescue); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(t.Context()); !app.IsReplaced(err) {
		t.Errorf("closing says %v", err)
	}
	r := open(t, a, rescue)
	defer closeDocument(t, r)
	if got := r.Current().Lever("cooperation").Level; got != model.Structured || r.Info().ID != d.Info().ID {
		t.Errorf("level %q in the copy", got)
	}
	if !slices.Equal(r.Current().RowIDs("initiative"), d.Current().RowIDs("initiative")) {
		t.Error("not all initiatives are in the copy")
	}
}
