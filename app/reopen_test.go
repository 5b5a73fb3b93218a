package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tressons/app"
	"tressons/model"
)

// sharedFile is a file that is open, with a level that is saved in it, and a
// copy of it in which a colleague wrote a region.
func sharedFile(t *testing.T) (a *app.App, d *app.Document, theirs string) {
	t.Helper()
	a = newApp(t)
	d = open(t, a, example(t, a))
	d.SetAuthor(app.Author{Name: "Anne"})
	theirs = filepath.Join(t.TempDir(), "collègue.db")
	if err := d.SaveCopy(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	c := open(t, a, theirs)
	if err := c.Edit("région", set("territory", model.SelfID, "region", "Ailleurs")); err != nil {
		t.Fatal(err)
	}
	closeDocument(t, c)
	edit(t, d, "engaged")
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	return a, d, theirs
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func rename(t *testing.T, from, to string) {
	t.Helper()
	if err := os.Rename(from, to); err != nil {
		t.Fatal(err)
	}
}

// TestReopenKeepsWhatWasShown has another file take the place of the open one,
// and wants the level that was set in it to be in what is open afterwards, or in
// the copy beside it.
func TestReopenKeepsWhatWasShown(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		replace func(t *testing.T, a *app.App, d *app.Document, theirs string)
		want    func(r app.Reopened) bool
	}{
		"a colleague's version": {
			func(t *testing.T, _ *app.App, d *app.Document, theirs string) { rename(t, theirs, d.Info().Path) },
			func(r app.Reopened) bool {
				return r.Kept != "" && !r.Other && r.Refused == nil && r.Doc.Current().Territory().Region == "Ailleurs"
			},
		},
		"a colleague's version, written over it": {
			func(t *testing.T, _ *app.App, d *app.Document, theirs string) {
				writeFile(t, d.Info().Path, read(t, theirs))
			},
			func(r app.Reopened) bool { return r.Kept != "" && r.Doc.Current().Territory().Region == "Ailleurs" },
		},
		"a version that holds it all": {
			func(t *testing.T, a *app.App, d *app.Document, theirs string) {
				ours := filepath.Join(t.TempDir(), "ours.db")
				if err := d.SaveCopy(t.Context(), ours); err != nil {
					t.Fatal(err)
				}
				if _, err := a.Merge(t.Context(), theirs, []string{ours}); err != nil {
					t.Fatal(err)
				}
				rename(t, theirs, d.Info().Path)
			},
			func(r app.Reopened) bool { return r.Kept == "" && r.Doc.Current().Territory().Region == "Ailleurs" },
		},
		"half a file": {
			func(t *testing.T, _ *app.App, d *app.Document, theirs string) {
				half := theirs + ".half"
				writeFile(t, half, read(t, theirs)[:40000])
				rename(t, half, d.Info().Path)
			},
			func(r app.Reopened) bool { return app.IsDamaged(r.Refused) && r.Doc.Info().Path == r.Kept },
		},
		"another document": {
			func(t *testing.T, a *app.App, d *app.Document, theirs string) {
				if err := a.Create(t.Context(), theirs, "Ailleurs", app.Author{}); err != nil {
					t.Fatal(err)
				}
				rename(t, theirs, d.Info().Path)
			},
			func(r app.Reopened) bool { return r.Other && r.Doc.Current().Territory().Name == "Ailleurs" },
		},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, d, theirs := sharedFile(t)
			c.replace(t, a, d, theirs)
			if name != "a version that holds it all" {
				edit(t, d, "structured") // cannot be saved any more
			}
			want := d.Current().Lever("cooperation").Level
			r, err := a.Reopen(t.Context(), d, "")
			if err != nil {
				t.Fatal(err)
			}
			defer closeDocument(t, r.Doc)
			if !c.want(r) {
				t.Errorf("%+v", r)
			}
			holder := r.Doc
			if r.Kept != "" && r.Kept != r.Doc.Info().Path {
				holder = open(t, a, r.Kept)
				defer closeDocument(t, holder)
			}
			if got := holder.Current().Lever("cooperation").Level; got != want {
				t.Errorf("level %q, want %q", got, want)
			}
			if !r.Other && r.Refused == nil && r.Kept != "" {
				if m, err := a.PreviewMerge(t.Context(), r.Doc.Info().Path, []string{r.Kept}); err != nil || m.Nothing {
					t.Errorf("nothing to merge: %+v, %v", m, err)
				}
			}
		})
	}
}

func TestReopenTouchesNothingWhenTheCopyFails(t *testing.T) {
	t.Parallel()
	a, d, theirs := sharedFile(t)
	defer func() { _ = d.Close(context.Background()) }()
	rename(t, theirs, d.Info().Path)
	_, err := a.Reopen(t.Context(), d, filepath.Join(t.TempDir(), "absent", "copie.db"))
	var told *model.Problem
	if !errors.As(err, &told) {
		t.Fatalf("%v, want a sentence", err)
	}
	if err := d.SaveCopy(t.Context(), filepath.Join(t.TempDir(), "encore.db")); err != nil {
		t.Error("the document is closed:", err)
	}
}

func TestReopenWhileReading(t *testing.T) {
	t.Parallel()
	a, d, theirs := sharedFile(t)
	path := d.Info().Path
	closeDocument(t, d)
	d, err := a.OpenAs(t.Context(), path, app.Reading)
	if err != nil {
		t.Fatal(err)
	}
	rename(t, theirs, path)
	r, err := a.Reopen(t.Context(), d, "")
	if err != nil || r.Kept != "" || !r.Doc.Info().ReadOnly || r.Doc.Current().Territory().Region != "Ailleurs" {
		t.Fatal(r, err)
	}
	closeDocument(t, r.Doc)
	if list, err := os.ReadDir(filepath.Dir(path)); err != nil || len(list) != 1 {
		t.Error("reading left something beside the file", list, err)
	}
}

func TestFileThatWentAwayIsWrittenAnew(t *testing.T) {
	t.Parallel()
	for name, place := range map[string]func(*testing.T, string) string{
		"at the same place": func(_ *testing.T, path string) string { return path },
		"elsewhere":         func(t *testing.T, _ string) string { return filepath.Join(t.TempDir(), "ailleurs.db") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, d, _ := sharedFile(t)
			if d.Missing() {
				t.Error("missing while it is there")
			}
			if err := os.Remove(d.Info().Path); err != nil || !d.Missing() {
				t.Fatal("not missing", err)
			}
			edit(t, d, "structured")
			doc, err := a.Resettle(t.Context(), d, place(t, d.Info().Path))
			if err != nil {
				t.Fatal(err)
			}
			defer closeDocument(t, doc)
			if got := doc.Current().Lever("cooperation").Level; got != model.Structured || doc.Info().ID != d.Info().ID {
				t.Errorf("level %q", got)
			}
			edit(t, doc, "absent")
			if err := doc.Flush(t.Context()); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestFileThatCameBackIsNotOverwritten(t *testing.T) {
	t.Parallel()
	a, d, theirs := sharedFile(t)
	defer func() { _ = d.Close(context.Background()) }()
	want := string(read(t, theirs))
	rename(t, theirs, d.Info().Path)
	if _, err := a.Resettle(t.Context(), d, d.Info().Path); err == nil {
		t.Error("written over")
	}
	if string(read(t, d.Info().Path)) != want {
		t.Error("the file that came back changed")
	}
}

func TestCopiesThatBringSomething(t *testing.T) {
	t.Parallel()
	a, d, theirs := sharedFile(t)
	defer closeDocument(t, d)
	stem := strings.TrimSuffix(d.Info().Path, ".db")
	bringing, same, damaged := stem+" (conflicted copy 2026-11-23 101500).db", stem+" (1).db", stem+"-PC.db"
	writeFile(t, bringing, read(t, theirs))
	writeFile(t, same, read(t, d.Info().Path))
	writeFile(t, damaged, read(t, theirs)[:30000])
	_ = a
	look := func(known []app.ConflictCopy) (bring, nothing []app.ConflictCopy) {
		told := make(chan struct{})
		d.CopiesAsync(t.Context(), known, func(b, n []app.ConflictCopy) {
			bring, nothing = b, n
			close(told)
		})
		<-told
		return bring, nothing
	}
	bring, nothing := look(nil)
	if len(bring) != 1 || bring[0].Path != bringing || len(nothing) != 1 || nothing[0].Path != same {
		t.Fatalf("bring %v, nothing %v", bring, nothing)
	}
	other := stem + " (2).db"
	writeFile(t, other, read(t, theirs))
	bring, nothing = look(slices.Concat(bring, nothing))
	if len(bring) != 1 || bring[0].Path != other || len(nothing) != 0 {
		t.Errorf("once the others are known: bring %v, nothing %v", bring, nothing)
	}
}

func TestErrorsOfOpeningThatCanBeToldApart(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	whole := read(t, example(t, a))
	for name, c := range map[string]struct {
		content          []byte
		damaged, missing bool
	}{
		"cut short":          {whole[:len(whole)/2], true, false},
		"too long":           {append(slices.Clone(whole), make([]byte, 1000)...), true, false},
		"no start":           {append(make([]byte, 4096), whole[4096:]...), true, false},
		"a page of zeros":    {slices.Concat(whole[:8192], make([]byte, 4096), whole[12288:]), true, false},
		"empty":              {[]byte{}, false, false},
		"a PDF":              {[]byte("%PDF-1.7\n"), false, false},
		"a letter":           {[]byte("Madame, Monsieur,"), false, false},
		"not there any more": {nil, false, true},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "fichier.db")
			if c.content != nil {
				writeFile(t, path, c.content)
			}
			_, err := a.Open(t.Context(), path)
			if err == nil || app.IsDamaged(err) != c.damaged || app.IsMissing(err) != c.missing {
				t.Errorf("%v: damaged %v, missing %v", err, app.IsDamaged(err), app.IsMissing(err))
			}
		})
	}
}
