package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// work is something that a program does with a file for a while. The tests of
// kills, of disks that fail and of power cuts do every kind of it: a new kind is
// one entry of works.
type work struct {
	name    string
	prepare func(t testing.TB, folder string) // makes userFile, and what lies beside it
	do      func(w *worker) error
	writes  format // current when nil
	opts    Options

	// holds tells what is missing of work of which a part was acknowledged. Where
	// it is nil the work must be done entirely or not at all.
	holds func(s *Store, acknowledged int) error
}

// userFile is the file that work is done with, and otherFile what lies beside it.
const (
	userFile  = "essai.db"
	otherFile = "copie.db"
)

func works() []work {
	return []work{
		{name: "saves", prepare: smallFile, do: saves, holds: savesHold},
		{name: "merge", prepare: twoCopies, do: merges},
		{name: "migration", prepare: largerFile, do: migrates, writes: later("CREATE TABLE extra (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID")},
		{name: "migration from format 1", prepare: firstFormat, do: migrates},
		{name: "compaction", prepare: largerFile, do: compacts, opts: oneMoment},
		{name: "copy over an older one", prepare: twoCopies, do: overwrites},
		{name: "shared copy", prepare: twoCopies, do: shares, opts: oneMoment},
	}
}

// oneMoment is for work that notes when it was done: it gives the same each time.
var oneMoment = Options{
	Now:   func() time.Time { return time.Date(2026, 11, 23, 9, 5, 7, 0, time.UTC) },
	NewID: func() string { return newPlace },
}

// worker does work in a folder, in a process that may be killed or whose disk may fail.
type worker struct {
	ctx         context.Context
	folder      string
	format      format
	opts        Options
	synchronous string // of SQLite, "" for what the store asks for
	acknowledge func(n int)
	told        func(err error) // called with a failure after which the work is tried again
}

func (w *worker) path(name string) string { return filepath.Join(w.folder, name) }

// insist tries once more what failed.
func (w *worker) insist(f func() error) error {
	err := f()
	if err != nil {
		w.told(err)
		err = f()
	}
	return err
}

// with opens userFile, reads it, and closes it after f.
func (w *worker) with(f func(*Store) error) error {
	var s *Store
	err := w.insist(func() (err error) {
		s, err = open(w.ctx, w.path(userFile), w.opts, w.format)
		return err
	})
	if err != nil {
		return err
	}
	defer func() { _ = s.Close() }() // an error of closing takes nothing back
	if w.synchronous != "" {
		c, err := s.connected(w.ctx)
		if err == nil {
			err = c.script(w.ctx, `PRAGMA synchronous = `+w.synchronous)
		}
		if err != nil {
			return err
		}
	}
	return f(s)
}

// once does the one thing that the work is, and acknowledges it.
func (w *worker) once(f func(*Store) error) error {
	return w.with(func(s *Store) error {
		err := w.insist(func() error { return f(s) })
		if err == nil {
			w.acknowledge(1)
		}
		return err
	})
}

// smallFile is a file with a little in it.
func smallFile(t testing.TB, folder string) {
	t.Helper()
	write(t, filepath.Join(folder, userFile), content(t, sample(t)))
}

// batches are how many saves one run of saves makes.
const batches = 12

// saves saves one edit of several fields after the other, now and then with a
// photo, and acknowledges with the number of levers in the file.
func saves(w *worker) error {
	return w.with(func(s *Store) error {
		first := 0
		if err := w.insist(func() error {
			all, err := s.Diagnoses(w.ctx)
			if err == nil {
				first = all[0].Levers.Len()
			}
			return err
		}); err != nil {
			return err
		}
		for n := first; n < first+batches; n++ {
			if err := w.insist(func() error { return saveOne(w.ctx, s, n) }); err != nil {
				return err
			}
			w.acknowledge(n + 1)
		}
		return nil
	})
}

func saveOne(ctx context.Context, s *Store, n int) error {
	lever := fmt.Sprint("l", n)
	edits := []model.Edit{set("lever", lever, "in_place", strings.Repeat(fmt.Sprint("Texte ", n, " "), 200)), set("lever", lever, "level", "engaged")}
	if n%4 == 0 {
		photo, err := s.AddPhoto(ctx, "image/png", []byte(strings.Repeat(lever, 4000)))
		if err != nil {
			return err
		}
		edits = append(edits, model.NewRow("evidence", model.DerivedID(lever)), set("evidence", model.DerivedID(lever), "photo", string(photo)))
	}
	_, err := s.Save(ctx, testDiagnosis, edits)
	return err
}

// savesHold wants every acknowledged save, and whole saves only.
func savesHold(s *Store, acknowledged int) error {
	all, err := s.Diagnoses(context.Background())
	if err != nil {
		return err
	}
	d := all[0]
	if got := d.Levers.Len(); got < acknowledged {
		return fmt.Errorf("%d levers in the file, %d acknowledged", got, acknowledged)
	}
	for n := 2; n < d.Levers.Len(); n++ { // there were two before
		l := d.Lever(fmt.Sprint("l", n))
		if l.Level != model.Engaged || l.InPlace == "" || d.Exists("evidence", model.DerivedID(l.ID)) != (n%4 == 0) {
			return fmt.Errorf("half an edit: %+v", l)
		}
	}
	for _, e := range d.Evidence.All() {
		if _, _, err := s.Photo(context.Background(), e.Photo); err != nil {
			return err
		}
	}
	return nil
}

// largerFile is a file of some ten pages, with photos, by several people.
func largerFile(t testing.TB, folder string) {
	t.Helper()
	s := createdAt(t, filepath.Join(folder, userFile), Options{})
	for n, who := range []string{"Anne", "Brice", "Anne"} {
		s.SetAuthor(Author{Name: who})
		var edits []model.Edit
		for i := range 60 {
			edits = append(edits, set("lever", fmt.Sprint("l", i), "in_place", fmt.Sprint(who, n, strings.Repeat(" texte", 2*i))))
		}
		photo, err := s.AddPhoto(t.Context(), "image/png", []byte(strings.Repeat(who, 2000+n)))
		if err != nil {
			t.Fatal(err)
		}
		id := model.NewID()
		save(t, s, append(edits, model.NewRow("evidence", id), set("evidence", id, "photo", string(photo)))...)
	}
	closed(t, s)
}

// firstFormat is a file that was made when format 1 was released.
func firstFormat(t testing.TB, folder string) {
	t.Helper()
	write(t, filepath.Join(folder, userFile), content(t, filepath.Join("testdata", "format-1.db")))
}

// twoCopies are two copies of a file that went apart: what is new in one is some
// ten pages and a photo, and some of it contradicts the other.
func twoCopies(t testing.TB, folder string) {
	t.Helper()
	largerFile(t, folder)
	ours, theirs := filepath.Join(folder, userFile), filepath.Join(folder, otherFile)
	write(t, theirs, content(t, ours))
	var edits []model.Edit
	for n := range 150 {
		edits = append(edits, set("lever", fmt.Sprint("l", n), "planned", strings.Repeat(fmt.Sprint("Point ", n, " "), 20)))
	}
	editing(t, theirs, "Brice", edits...)
	editing(t, ours, "Anne", edits[:20]...)
	editing(t, ours, "Anne", set("lever", "l3", "planned", "Autrement"), set("lever", "l4", "level", "absent"))
	s := opened(t, theirs)
	if _, err := s.AddPhoto(t.Context(), "image/jpeg", []byte(strings.Repeat("image", 20_000))); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
}

// migrates opens a file of an older format, which is all it takes.
func migrates(w *worker) error {
	return w.with(func(*Store) error {
		w.acknowledge(1)
		return nil
	})
}

func merges(w *worker) error {
	return w.once(func(s *Store) error { return second(s.Merge(w.ctx, []string{w.path(otherFile)})) })
}

func compacts(w *worker) error {
	return w.once(func(s *Store) error { return second(s.Compact(w.ctx)) })
}

func overwrites(w *worker) error {
	return w.once(func(s *Store) error { return s.CopyTo(w.ctx, w.path(otherFile)) })
}

func shares(w *worker) error {
	return w.once(func(s *Store) error {
		return second(s.Share(w.ctx, w.path(otherFile), ShareOptions{WithoutPrivate: true, WithoutHistory: true}))
	})
}

// isProblem wants a failure to be told in French, with the name of the file and
// what to do.
func isProblem(err error) bool {
	var p *model.Problem
	return errors.As(err, &p) && strings.Contains(p.Message, "«\u00a0") && !strings.Contains(p.Message, "%!") && strings.HasSuffix(p.Message, ".")
}
