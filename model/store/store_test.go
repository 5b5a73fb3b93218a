package store

import (
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// testDiagnosis is the diagnosis that tests write into.
const testDiagnosis = "0198c0de-0000-7000-8000-000000000001"

// created is an open new file.
func created(t testing.TB) *Store {
	t.Helper()
	return createdAt(t, filepath.Join(t.TempDir(), "essai.db"), Options{})
}

func createdAt(t testing.TB, path string, opts Options) *Store {
	t.Helper()
	s, err := Create(t.Context(), path, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, s) })
	return s
}

func opened(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { closed(t, s) })
	return s
}

func closed(t testing.TB, s *Store) {
	t.Helper()
	if s.closed {
		return
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// save saves edits of the test diagnosis.
func save(t testing.TB, s *Store, edits ...model.Edit) Saved {
	t.Helper()
	saved, err := s.Save(t.Context(), testDiagnosis, edits)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

// readChanges reads changes with all their columns.
func readChanges(ctx context.Context, c *connection, query string, args ...any) ([]change, error) {
	var out []change
	err := c.each(ctx, query, args, func(rows *sql.Rows) error {
		x, _, err := scanChange(rows)
		out = append(out, x)
		return err
	})
	return out, err
}

// loaded is the test diagnosis as the file has it.
func loaded(t testing.TB, s *Store) *model.Diagnosis {
	t.Helper()
	all, err := s.Diagnoses(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range all {
		if d.ID == testDiagnosis {
			return d
		}
	}
	return model.NewDiagnosis(testDiagnosis)
}

// set is an edit of a field.
func set(entity, row, field, value string) model.Edit {
	return model.Edit{Entity: entity, Row: row, Field: field, Value: value}
}

func content(t testing.TB, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestWhatIsSavedIsRead(t *testing.T) {
	t.Parallel()
	s := created(t)
	s.SetAuthor(Author{"Anne", "Pays d’ici"})
	id := model.NewID()
	saved := save(t, s, set("lever", "cooperation", "level", "engaged"), model.NewRow("initiative", id),
		set("initiative", id, "name", "La Cambuse"), set("initiative", id, "year", "2009"),
		set("territory", model.SelfID, "area", "298.5"))
	if saved.Changes != 5 || saved.At.IsZero() {
		t.Errorf("saved: %+v, want 5 changes and an instant", saved)
	}
	closed(t, s)
	s = opened(t, s.Path())
	d := loaded(t, s)
	if got := d.Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q", got)
	}
	if i, ok := d.Initiatives.Get(id); !ok || i.Name != "La Cambuse" || i.Year != "2009" {
		t.Errorf("initiative %+v, %v", i, ok)
	}
}
