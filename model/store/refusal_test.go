package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// run runs SQL on a file as another program would.
func run(t testing.TB, path string, script ...string) {
	t.Helper()
	c, err := connect(t.Context(), path, readWriteCreate)
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range script {
		if err := c.script(t.Context(), text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
}

// sample is the path of a closed file with a little in it.
func sample(t testing.TB) string {
	t.Helper()
	s := created(t)
	save(t, s, set("lever", "cooperation", "level", "engaged"), set("lever", "acces", "in_place", strings.Repeat("Un texte. ", 800)))
	closed(t, s)
	return s.Path()
}

func write(t testing.TB, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	t.Parallel()
	whole := content(t, sample(t))
	cases := map[string]struct {
		prepare func(t *testing.T, path string)
		says    string
	}{
		"missing":         {func(*testing.T, string) {}, "plus, à cet endroit"},
		"directory":       {func(t *testing.T, p string) { mkdir(t, p) }, "est un dossier"},
		"0 bytes":         {func(t *testing.T, p string) { write(t, p, "") }, "est vide (0"},
		"text":            {func(t *testing.T, p string) { write(t, p, strings.Repeat("bonjour ", 100)) }, "un autre genre de document"},
		"few bytes":       {func(t *testing.T, p string) { write(t, p, "SQL") }, "un autre genre de document"},
		"only the magic":  {func(t *testing.T, p string) { write(t, p, whole[:16]) }, "n’est pas entier"},
		"PDF":             {func(t *testing.T, p string) { write(t, p, "%PDF-1.7\n"+strings.Repeat("x", 200)) }, "document PDF"},
		"Word":            {func(t *testing.T, p string) { write(t, p, "PK\x03\x04"+strings.Repeat("x", 200)) }, "bureautique (Word"},
		"half downloaded": {func(t *testing.T, p string) { write(t, p, whole[:len(whole)/2]) }, "n’est pas entier"},
		"too long":        {func(t *testing.T, p string) { write(t, p, whole+strings.Repeat("\x00", 4000)) }, "contient plus que"},
		"5 GB":            {func(t *testing.T, p string) { write(t, p, whole); grow(t, p, 5<<30) }, "dépasse 4"},
		"journal of another file": {func(t *testing.T, p string) {
			write(t, p, whole)
			write(t, p+"-journal", content(t, interrupted(t, t.TempDir())+"-journal"))
		}, "modifié"},
		"another program's": {func(t *testing.T, p string) { run(t, p, `CREATE TABLE client (id INTEGER)`) }, "d’un autre logiciel"},
		"newer format":      {func(t *testing.T, p string) { write(t, p, whole); run(t, p, `PRAGMA user_version = 9`) }, "plus récente de Tressons (format\u00a09"},
		"no format":         {func(t *testing.T, p string) { write(t, p, whole); run(t, p, `PRAGMA user_version = 0`) }, "ne sont pas celles"},
		"extra table":       {func(t *testing.T, p string) { write(t, p, whole); run(t, p, `CREATE TABLE extra (id INTEGER)`) }, "ne sont pas celles"},
		"trigger": {func(t *testing.T, p string) {
			write(t, p, whole)
			run(t, p, `CREATE TRIGGER x AFTER INSERT ON change BEGIN DELETE FROM change; END`)
		}, "ne sont pas celles"},
		"view for a table": {func(t *testing.T, p string) {
			write(t, p, whole)
			run(t, p, `DROP TABLE head`, `CREATE VIEW head AS SELECT 1`)
		}, "ne sont pas celles"},
		"missing table":      {func(t *testing.T, p string) { write(t, p, whole); run(t, p, `DROP TABLE photo`) }, "ne sont pas celles"},
		"page overwritten":   {func(t *testing.T, p string) { write(t, p, whole[:4096]+strings.Repeat("\xff", 4096)+whole[8192:]) }, "est abîmé"},
		"schema overwritten": {func(t *testing.T, p string) { write(t, p, whole[:100]+strings.Repeat("\xff", 400)+whole[500:]) }, "est abîmé"},
		"identity changed": {func(t *testing.T, p string) {
			write(t, p, whole)
			run(t, p, `UPDATE document SET created = created + 1`)
		}, "est abîmé"},
		"document row is gone": {func(t *testing.T, p string) { write(t, p, whole); run(t, p, `DELETE FROM document`) }, "est abîmé"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "essai n°1.db")
			c.prepare(t, path)
			before := snapshot(t, path)
			s, err := Open(t.Context(), path, Options{})
			if err == nil {
				closed(t, s)
				t.Fatal("opened")
			}
			checkProblem(t, err, c.says)
			if after := snapshot(t, path); after != before {
				t.Errorf("the file changed: %v, was %v", after.bytes[:min(len(after.bytes), 20)], before.bytes[:min(len(before.bytes), 20)])
			}
		})
	}
}

// TestLongerByWholePages opens what a compaction leaves that was stopped before
// the last thing it does, which is to cut the file.
func TestLongerByWholePages(t *testing.T) {
	t.Parallel()
	path := sample(t)
	write(t, path, content(t, path)+strings.Repeat("\xff", 3*4096))
	s := opened(t, path)
	save(t, s, set("lever", "acces", "level", "absent"))
	if got := loaded(t, s).Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

// checkProblem wants a problem in French that says something, and names the
// file and what to do.
func checkProblem(t *testing.T, err error, says string) {
	t.Helper()
	var p *model.Problem
	if !errors.As(err, &p) {
		t.Fatalf("%v (%T), want a problem", err, err)
	}
	if !strings.Contains(p.Message, says) || strings.Contains(p.Message, "%!") || !strings.Contains(p.Message, "«\u00a0") {
		t.Errorf("message %q, want %q and the name of the file", p.Message, says)
	}
	if p.Cause == nil {
		t.Error("no cause for the log")
	}
}

func grow(t testing.TB, path string, size int64) {
	t.Helper()
	if err := os.Truncate(path, size); err != nil {
		t.Fatal(err)
	}
}

func mkdir(t testing.TB, path string) {
	t.Helper()
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
}

// state is all that can be seen of a file from outside, with what lies beside it.
type state struct {
	bytes    string
	modified time.Time
	beside   string
}

func snapshot(t testing.TB, path string) state {
	t.Helper()
	var out state
	if info, err := os.Stat(path); err == nil {
		out.modified = info.ModTime()
		if !info.IsDir() {
			if info.Size() < maxFile {
				out.bytes = content(t, path)
			}
		}
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		out.beside += e.Name() + "\n"
	}
	return out
}

func TestLookingLeavesTheFileAsItWas(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"simple.db", "où est passé l’été ?.db", "100 % #1 & co.db", "a?mode=memory.db", "file:x.db", "%41.db"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), name)
			s := createdAt(t, path, Options{})
			save(t, s, set("lever", "cooperation", "level", "engaged"))
			closed(t, s)
			old := time.Now().Add(-time.Hour)
			if err := os.Chtimes(path, old, old); err != nil {
				t.Fatal(err)
			}
			before := snapshot(t, path)
			s = opened(t, path)
			if d := loaded(t, s); d.Lever("cooperation").Level != model.Engaged {
				t.Error("not the content that was saved")
			}
			if _, err := s.Changes(t.Context(), Query{Limit: 10}); err != nil {
				t.Error(err)
			}
			if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
				t.Error(found, err)
			}
			save(t, s, set("lever", "cooperation", "level", "engaged")) // changes nothing
			if err := s.CopyTo(t.Context(), filepath.Join(t.TempDir(), name)); err != nil {
				t.Error(err)
			}
			closed(t, s)
			if after := snapshot(t, path); after != before {
				t.Error("the file or its folder changed")
			}
		})
	}
}

func TestLockedFile(t *testing.T) {
	t.Parallel()
	path := sample(t)
	s := opened(t, path)
	other, err := connect(t.Context(), path, readWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := other.script(t.Context(), "BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	_, err = Open(t.Context(), path, Options{})
	checkProblem(t, err, "en train d’utiliser")
	_, err = s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "absent")})
	checkProblem(t, err, "en train d’utiliser")
	if err := other.close(); err != nil {
		t.Fatal(err)
	}
	save(t, s, set("lever", "acces", "level", "absent"))
	if got := loaded(t, s).Lever("acces").Level; got != model.Absent {
		t.Errorf("level %q once the lock was gone", got)
	}
}

func TestEndedContext(t *testing.T) {
	t.Parallel()
	s := created(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, err := range map[string]error{
		"Open":      second(Open(ctx, s.Path(), Options{})),
		"Create":    second(Create(ctx, filepath.Join(t.TempDir(), "x.db"), Options{})),
		"Save":      second(s.Save(ctx, testDiagnosis, []model.Edit{set("lever", "acces", "level", "absent")})),
		"Diagnoses": second(s.Diagnoses(ctx)),
		"Verify":    second(s.Verify(ctx)),
		"CopyTo":    s.CopyTo(ctx, filepath.Join(t.TempDir(), "x.db")),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v, want the context's error", name, err)
		}
	}
	save(t, s, set("lever", "acces", "level", "absent"))
}

func second[T any](_ T, err error) error { return err }
