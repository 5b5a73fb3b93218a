package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"testing"
	"time"

	"tressons/model"

	"modernc.org/sqlite"
)

// failCommits makes the COMMITs of a store fail while told to.
func failCommits(t *testing.T, s *Store, fail func() bool) {
	t.Helper()
	err := s.reading(t.Context(), func(c *connection) error {
		return c.conn.Raw(func(driver any) error {
			driver.(sqlite.HookRegisterer).RegisterCommitHook(func() int32 {
				if fail() {
					return 1
				}
				return 0
			})
			return nil
		})
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFailedCommit(t *testing.T) {
	t.Parallel()
	for name, before := range map[string][]model.Edit{
		"first edit of a session": nil,
		"later edit":              {set("lever", "acces", "trend", "rising")},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := created(t)
			loaded(t, s)
			save(t, s, before...)
			failCommits(t, s, func() bool { return true })
			_, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "level", "absent")})
			checkProblem(t, err, "n’a pas pu être enregistrée")
			if got := loaded(t, s).Lever("acces").Level; got != model.Unset {
				t.Errorf("level %q after a save that failed", got)
			}
			save(t, s, set("lever", "acces", "level", "engaged"))
			if got := loaded(t, s).Lever("acces").Level; got != model.Engaged {
				t.Errorf("level %q", got)
			}
			if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
				t.Error(findings, err)
			}
			if n := query(t, s, `SELECT count(*) FROM session`); n != 1 {
				t.Errorf("%d sessions, want 1", n)
			}
		})
	}
}

// TestUncertainCommit reports a failure after the edits reached the file, and
// one where the file cannot be asked.
func TestUncertainCommit(t *testing.T) {
	t.Parallel()
	failure := &commitError{errors.New("the network went away")}
	t.Run("saved after all", func(t *testing.T) {
		t.Parallel()
		s := created(t)
		diagnosis, _ := parseUUID(testDiagnosis)
		b, err := s.save(t.Context(), diagnosis, []model.Edit{set("lever", "acces", "level", "absent")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.confirm(t.Context(), b, failure); err != nil {
			t.Errorf("%v, but it is in the file", err)
		}
	})
	t.Run("cannot be known", func(t *testing.T) {
		t.Parallel()
		s := created(t)
		save(t, s, set("lever", "acces", "trend", "rising"))
		before := maps.Clone(s.known)
		diagnosis, _ := parseUUID(testDiagnosis)
		b, err := s.save(t.Context(), diagnosis, []model.Edit{set("lever", "acces", "level", "absent")}, nil)
		if err != nil {
			t.Fatal(err)
		}
		s.known = before // as a failure leaves it
		if err := os.Rename(s.Path(), s.Path()+".away"); err != nil {
			t.Fatal(err)
		}
		err = s.confirm(t.Context(), b, failure)
		checkProblem(t, s.tell(err, whenSaving), "on ne peut pas savoir")
		if err := os.Rename(s.Path()+".away", s.Path()); err != nil {
			t.Fatal(err)
		}
		save(t, s, set("lever", "acces", "level", "engaged"))
		if n := len(headsNamed(t, s, "level")); n != 1 {
			t.Errorf("%d heads: one's own edit of before counts as not seen", n)
		}
		if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
			t.Error(findings, err)
		}
	})
}

// TestInterruptedSave ends the context in the middle of a long save.
func TestInterruptedSave(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, set("lever", "acces", "level", "absent"))
	edits := make([]model.Edit, 20_000)
	for i := range edits {
		edits[i] = set("lever", fmt.Sprint("l", i), "level", "engaged")
	}
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	if _, err := s.Save(ctx, testDiagnosis, edits); !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("error %v, want the deadline's", err)
	}
	if n := loaded(t, s).Levers.Len(); n != 1 {
		t.Errorf("%d levers, want the one of before", n)
	}
	save(t, s, edits[:10]...)
	if n := loaded(t, s).Levers.Len(); n != 11 {
		t.Errorf("%d levers, want 11", n)
	}
}

// TestLeavesWAL opens a file that another tool put in WAL mode.
func TestLeavesWAL(t *testing.T) {
	t.Parallel()
	path := sample(t)
	run(t, path, `PRAGMA journal_mode = WAL`)
	before := content(t, path)
	s := opened(t, path)
	if got := loaded(t, s).Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
	closed(t, s)
	if content(t, path) != before {
		t.Error("looking changed the file")
	}
	s = opened(t, path)
	save(t, s, set("lever", "acces", "level", "absent"))
	var mode string
	if err := s.reading(t.Context(), func(c *connection) error {
		return c.each(t.Context(), `PRAGMA journal_mode`, nil, func(r *sql.Rows) error { return r.Scan(&mode) })
	}); err != nil || mode != "delete" {
		t.Errorf("journal mode %q, %v, want delete", mode, err)
	}
	closed(t, s)
	if got := beside(t, path); got != "essai.db\n" {
		t.Errorf("left behind: %s", got)
	}
}

// interrupted copies a sound file as it is in the middle of a transaction that
// will never end, journal included, to a folder.
func interrupted(t *testing.T, folder string) (path string) {
	t.Helper()
	source := sample(t)
	c, err := connect(t.Context(), source, readWrite)
	if err != nil {
		t.Fatal(err)
	}
	for _, script := range []string{`PRAGMA cache_size = 1`, `BEGIN IMMEDIATE`, `UPDATE change SET value = 'absent'`,
		`UPDATE document SET created = 0`, `PRAGMA user_version = 77`,
		`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
			INSERT INTO photo SELECT randomblob(32), 'x', randomblob(300) FROM n`} {
		if err := c.script(t.Context(), script); err != nil {
			t.Fatal(err)
		}
	}
	path = filepath.Join(folder, "interrompu.db")
	for _, side := range []string{"", "-journal"} {
		write(t, path+side, content(t, source+side))
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(path + "-journal"); err != nil || info.Size() < 1024 {
		t.Fatal("the journal holds nothing:", err)
	}
	return path
}

// TestInterruptedByACrash opens what another computer left in the middle of a
// save: the journal beside the file brings back the state of before.
func TestInterruptedByACrash(t *testing.T) {
	t.Parallel()
	s := opened(t, interrupted(t, t.TempDir()))
	if got := loaded(t, s).Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
	if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
		t.Error(findings, err)
	}
	if got := beside(t, s.Path()); got != "interrompu.db\n" {
		t.Errorf("left behind: %s", got)
	}
}
