package store

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// later is the current format and a migration.
func later(script string) format { return append(slices.Clone(current()), script) }

func leverTable(t testing.TB) string {
	t.Helper()
	e, ok := model.EntityNamed("lever")
	if !ok {
		t.Fatal("no entity lever")
	}
	return tableOf(e)
}

func TestOlderFormatIsMigratedAfterABackup(t *testing.T) {
	t.Parallel()
	path := sample(t)
	before := content(t, path)
	at := time.Date(2026, 11, 23, 9, 5, 7, 0, time.UTC)
	f := later("DROP TABLE lever; " + leverTable(t) + "; CREATE TABLE extra (id TEXT NOT NULL PRIMARY KEY) STRICT, WITHOUT ROWID")
	s, err := open(t.Context(), path, Options{Now: func() time.Time { return at }}, f)
	if err != nil {
		t.Fatal(err)
	}
	if n := query(t, s, `SELECT count(*) FROM lever WHERE level = 'engaged'`); n != 1 {
		t.Error("the readable table was not filled again")
	}
	if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
		t.Error(findings, err)
	}
	closed(t, s)
	backup := filepath.Join(filepath.Dir(path), "essai (avant mise à jour, 2026-11-23 09h05m07).db")
	if b := opened(t, backup); loaded(t, b).Lever("cooperation").Level != model.Engaged {
		t.Error("the backup is not the file of before")
	}
	migrated := content(t, path)
	if migrated == before {
		t.Error("nothing was migrated")
	}
	again, err := open(t.Context(), path, Options{}, f)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, again)
	if content(t, path) != migrated || strings.Count(beside(t, path), "\n") != 2 {
		t.Error("the second opening wrote something")
	}
	_, err = Open(t.Context(), path, Options{})
	checkProblem(t, err, "plus récente de Tressons")
}

func TestFailedMigrationLeavesTheFile(t *testing.T) {
	t.Parallel()
	path := sample(t)
	before := content(t, path)
	for name, script := range map[string]string{
		"SQL that fails":                 "CREATE TABLE extra (id TEXT); INSERT INTO nowhere VALUES (1)",
		"derived tables that do not fit": "DROP TABLE lever; CREATE TABLE lever (id TEXT NOT NULL PRIMARY KEY) STRICT",
	} {
		_, err := open(t.Context(), path, Options{}, later(script))
		checkProblem(t, err, "n’a pas pu être ouvert")
		if content(t, path) != before {
			t.Errorf("%s: the file changed", name)
		}
	}
	if got := loaded(t, opened(t, path)).Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
}

// TestFilesOfEveryFormat opens the files that were made when each format was
// released. They are never made anew.
func TestFilesOfEveryFormat(t *testing.T) {
	t.Parallel()
	for version := 1; version <= current().version(); version++ {
		name := filepath.Join("testdata", fmt.Sprintf("format-%d.db", version))
		bytes, err := os.ReadFile(name)
		if err != nil {
			t.Fatalf("format %d has no file: %v", version, err)
		}
		path := filepath.Join(t.TempDir(), "ancien.db")
		write(t, path, string(bytes))
		s := opened(t, path)
		d := loaded(t, s)
		if s.DocumentID() != "0198c0de-0000-7000-8000-00000000d0c0" || d.Lever("cooperation").Level != model.Engaged ||
			d.Lever("cooperation").InPlace != "Un guichet commun : « l’Étincelle »" || d.Territory().Area != "298.5" {
			t.Errorf("format %d: %s %+v %+v", version, s.DocumentID(), d.Lever("cooperation"), d.Territory())
		}
		if i, ok := d.Initiatives.Get("0198c0de-0000-7000-8000-0000000000aa"); !ok || i.Name != "La Cambuse" {
			t.Errorf("format %d: initiative %+v, %v", version, i, ok)
		}
		if _, ok := d.Actors.Get("0198c0de-0000-7000-8000-0000000000bb"); ok {
			t.Errorf("format %d: a deleted actor is shown", version)
		}
		changes, err := s.Changes(t.Context(), Query{Limit: 100})
		if err != nil || len(changes) != 9 || changes[0].Author != (Author{"Brice", "Pays d’à côté"}) {
			t.Errorf("format %d: changes %+v, %v", version, changes, err)
		}
		if kind, photo, err := s.Photo(t.Context(), d.Evidence.All()[0].Photo); err != nil || kind != "image/png" || string(photo) != "picture" {
			t.Errorf("format %d: photo %s %q %v", version, kind, photo, err)
		}
		save(t, s, set("lever", "cooperation", "level", "structured"))
		if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
			t.Errorf("format %d: %v %v", version, findings, err)
		}
	}
}

// TestNewFormatFixture writes the file of the current format when there is none
// and -update is given.
func TestNewFormatFixture(t *testing.T) {
	name := filepath.Join("testdata", fmt.Sprintf("format-%d.db", current().version()))
	if _, err := os.Stat(name); !*update || err == nil {
		t.Skip("nothing to write")
	}
	err := Build(t.Context(), name, Options{App: "Tressons", Device: "Bureau", DocumentID: "0198c0de-0000-7000-8000-00000000d0c0"}, func(s *Store) error {
		photo, err := s.AddPhoto(t.Context(), "image/png", []byte("picture"))
		if err != nil {
			return err
		}
		const initiative, actor, evidence = "0198c0de-0000-7000-8000-0000000000aa", "0198c0de-0000-7000-8000-0000000000bb", "0198c0de-0000-7000-8000-0000000000cc"
		s.SetAuthor(Author{"Anne", "Pays d’ici"})
		save(t, s, set("lever", "cooperation", "level", "emerging"), set("territory", model.SelfID, "area", "298.5"),
			model.NewRow("initiative", initiative), set("initiative", initiative, "name", "La Cambuse"),
			model.NewRow("actor", actor), model.NewRow("evidence", evidence), set("evidence", evidence, "photo", string(photo)))
		save(t, s, model.DeleteRow("actor", actor))
		s.SetAuthor(Author{"Brice", "Pays d’à côté"})
		save(t, s, set("lever", "cooperation", "in_place", "Un guichet commun : « l’Étincelle »"), set("lever", "cooperation", "level", "engaged"))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// TestFormatsMerge merges the files of all formats with each other: they are
// copies of one document, and agree whichever way they come together.
func TestFormatsMerge(t *testing.T) {
	t.Parallel()
	fixture := func(version int) string { return filepath.Join("testdata", fmt.Sprintf("format-%d.db", version)) }
	newest := current().version()
	for a := 1; a <= newest; a++ {
		for b := 1; b <= newest; b++ {
			t.Run(fmt.Sprint(a, " and ", b), func(t *testing.T) {
				t.Parallel()
				into, from := copied(t, fixture(a), "a.db"), copied(t, fixture(b), "b.db")
				m := merged(t, into, from)
				if content(t, from) != content(t, fixture(b)) {
					t.Error("the source changed")
				}
				if m.Nothing() != (a == b) || len(m.Conflicts.Fields) > 0 {
					t.Errorf("%+v", m)
				}
				back := copied(t, fixture(b), "b.db")
				merged(t, back, fixture(a))
				if everythingIn(t, into) != everythingIn(t, back) {
					t.Error("A←B and B←A differ")
				}
				if !merged(t, into, from).Nothing() {
					t.Error("merged again, and something came")
				}
				s := opened(t, into)
				if d := loaded(t, s); d.Lever("cooperation").Level != model.Engaged || d.Territory().Area != "298.5" {
					t.Errorf("%+v", d.Lever("cooperation"))
				}
			})
		}
	}
}
