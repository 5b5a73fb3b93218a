package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"tressons/model"
)

// grown is the path of a file of about n changes, closed: sessions of 500, a
// quarter of them to cells that an earlier session wrote.
func grown(b *testing.B, n int) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "grand.db")
	err := Build(b.Context(), path, Options{App: "Tressons"}, func(s *Store) error {
		var edits []model.Edit
		for i := range n {
			row := model.DerivedID(fmt.Sprint("initiative ", i*3/4/15))
			field := [...]string{"", "name", "year", "theme", "commune", "region", "legal_form", "description", "jobs",
				"members", "website", "sources_differ", "sources_note", "position", "private_note"}[i%15]
			value := map[string]string{"": "1", "year": fmt.Sprint(1900 + i%100), "theme": "mobilite", "sources_differ": "no", "position": "V"}[field]
			if value == "" {
				value = fmt.Sprintf("Valeur %d du champ %s", i, field)
			}
			edits = append(edits, model.Edit{Entity: "initiative", Row: row, Field: field, Value: value})
			if len(edits) == 500 || i == n-1 {
				s.SetAuthor(Author{Name: fmt.Sprint("Auteur ", i)})
				if _, err := s.Save(b.Context(), testDiagnosis, edits); err != nil {
					return err
				}
				edits = nil
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkOneSavedField(b *testing.B) {
	for _, n := range []int{0, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			s := opened(b, grown(b, n))
			i := 0
			for b.Loop() {
				i++
				save(b, s, model.Edit{Entity: "lever", Row: "cooperation", Field: "in_place", Value: fmt.Sprint("Texte ", i)})
			}
		})
	}
}

func BenchmarkFile(b *testing.B) {
	for _, n := range []int{10_000, 250_000} {
		path := grown(b, n)
		info, err := os.Stat(path)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint("open/", n), func(b *testing.B) {
			for b.Loop() {
				s, err := Open(b.Context(), path, Options{})
				if err != nil {
					b.Fatal(err)
				}
				closed(b, s)
			}
			b.ReportMetric(float64(info.Size())/1e6, "MB")
		})
		s := opened(b, path)
		b.Run(fmt.Sprint("diagnoses/", n), func(b *testing.B) {
			for b.Loop() {
				loaded(b, s)
			}
		})
		b.Run(fmt.Sprint("changes/", n), func(b *testing.B) {
			for b.Loop() {
				if _, err := s.Changes(b.Context(), Query{Limit: 20}); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprint("verify/", n), func(b *testing.B) {
			for b.Loop() {
				if findings, err := s.Verify(b.Context()); err != nil || len(findings) > 0 {
					b.Fatal(findings, err)
				}
			}
		})
		b.Run(fmt.Sprint("copy/", n), func(b *testing.B) {
			for b.Loop() {
				if err := s.CopyTo(b.Context(), path+".copie"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkChanges lists changes of files of n changes: the latest of the file,
// those of a field, of a row, of an entity, and the rows that were deleted.
func BenchmarkChanges(b *testing.B) {
	for _, n := range []int{10_000, 250_000} {
		s := opened(b, grown(b, n))
		row := model.DerivedID("initiative 3")
		for _, c := range []struct {
			name  string
			query Query
		}{
			{"file", Query{Limit: 20}},
			{"file by pages", Query{Limit: 1500}},
			{"field", Query{Parts: []Part{{"initiative", row, "name"}}}},
			{"row", Query{Parts: []Part{{Entity: "initiative", Row: row}}}},
			{"entity", Query{Parts: []Part{{Entity: "initiative"}}, Limit: 1500}},
			{"deleted", Query{Kind: Deletions}},
		} {
			b.Run(fmt.Sprint(c.name, "/", n), func(b *testing.B) {
				for b.Loop() {
					if _, err := s.Changes(b.Context(), c.query); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

// BenchmarkChangesOfABusyField lists a field that 2,000 sessions wrote.
func BenchmarkChangesOfABusyField(b *testing.B) {
	path := filepath.Join(b.TempDir(), "champ.db")
	err := Build(b.Context(), path, Options{}, func(s *Store) error {
		for i := range 2000 {
			s.SetAuthor(Author{Name: fmt.Sprint("Auteur ", i)})
			if _, err := s.Save(b.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "in_place", fmt.Sprint(i))}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	s := opened(b, path)
	for b.Loop() {
		if list, err := s.Changes(b.Context(), Query{Parts: []Part{{"lever", "acces", "in_place"}}}); err != nil || len(list) != 2000 {
			b.Fatal(len(list), err)
		}
	}
}
