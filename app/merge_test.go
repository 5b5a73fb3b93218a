package app_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tressons/app"
	"tressons/model"
)

// twoCopies are two copies of the example in which two people wrote.
func twoCopies(t *testing.T, a *app.App) (ours, theirs string) {
	t.Helper()
	base := example(t, a)
	whole, err := os.ReadFile(base)
	if err != nil {
		t.Fatal(err)
	}
	theirs = filepath.Join(t.TempDir(), "copie.db")
	if err := os.WriteFile(theirs, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	for path, value := range map[string]string{base: "emerging", theirs: "structured"} {
		d := openDocument(t, a, path)
		d.SetAuthor(app.Author{Name: value})
		if err := d.Edit("niveau", model.Edit{Entity: "lever", Row: "cooperation", Field: "level", Value: value}); err != nil {
			t.Fatal(err)
		}
		if err := d.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	return base, theirs
}

func openDocument(t *testing.T, a *app.App, path string) *app.Document {
	t.Helper()
	d, err := a.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestMergeIntoTheOpenFile merges a copy into a file that is open, decides the
// conflict for the value that is shown, and finds it decided.
func TestMergeIntoTheOpenFile(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	ours, theirs := twoCopies(t, a)
	d := openDocument(t, a, ours)
	preview := make(chan app.MergeReport, 1)
	d.PreviewMergeAsync(t.Context(), []string{theirs}, func(r app.MergeReport, err error) {
		if err != nil {
			t.Error(err)
		}
		preview <- r
	})
	if r := <-preview; r.Changes != 1 || r.Backup != "" {
		t.Errorf("preview %+v", r)
	}
	report, err := d.Merge(t.Context(), []string{theirs})
	if err != nil || report.Changes != 1 || report.Conflicts.Count() != 1 || report.Backup == "" {
		t.Fatalf("%+v, %v", report, err)
	}
	c := report.Conflicts.Fields[0]
	if len(c.Versions) != 2 || c.Versions[0].Author.Name != c.Versions[0].Value {
		t.Errorf("conflict %+v", c)
	}
	shown := d.Current().Value("lever", "cooperation", "level")
	if shown != c.Versions[0].Value {
		t.Errorf("%q is shown, want the first version", shown)
	}
	c.Edit.Value = shown
	if err := d.Settle("niveau choisi", c.Edit); err != nil {
		t.Fatal(err)
	}
	left := make(chan int, 1)
	d.ConflictsAsync(func(found app.Conflicts, err error) {
		if err != nil {
			t.Error(err)
		}
		left <- found.Count()
	})
	if n := <-left; n != 0 {
		t.Errorf("%d conflicts once decided", n)
	}
	if deeds := whats(past(t, d, app.PastQuery{})); !strings.HasSuffix(deeds[0], "(gardé)") {
		t.Errorf("deeds %q", deeds)
	}
	if err := d.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
}
