package store

import (
	"crypto/sha256"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tressons/model"
)

// sizesVariable tells how many changes the files of the benchmarks have, as
// « 10000 250000 1000000 ». A million takes some minutes.
const sizesVariable = "TRESSONS_BENCH_SIZES"

// filesVariable names a folder in which the large files of the benchmarks are
// kept for the next time, and for scripts/benchmarks.sh.
const filesVariable = "TRESSONS_BENCH_FILES"

// benchDocument is the identity of the files of the benchmarks.
const benchDocument = "0198c0de-0000-7000-8000-0000000000ff"

// once is the path of a file that is made when it is not there yet.
func once(b testing.TB, name string, build func(path string)) string {
	b.Helper()
	folder := os.Getenv(filesVariable)
	if folder == "" {
		folder = b.TempDir()
	}
	schema := sha256.Sum256([]byte(strings.Join(current(), "")))
	path := filepath.Join(folder, fmt.Sprintf("%x %s", schema[:3], name))
	if _, err := os.Stat(path); err != nil {
		build(path + ".part")
		if err := os.Rename(path+".part", path); err != nil {
			b.Fatal(err)
		}
	}
	return path
}

// sizes are how many changes the files of the benchmarks have.
func sizes(b *testing.B) (out []int) {
	b.Helper()
	asked := os.Getenv(sizesVariable)
	if asked == "" {
		return []int{10_000, 250_000}
	}
	for word := range strings.FieldsSeq(asked) {
		n, err := strconv.Atoi(word)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, n)
	}
	return out
}

// grown is the path of a file of about n changes that some people made, closed:
// sessions of 500, a quarter of them to cells that an earlier session wrote.
func grown(b testing.TB, n int, people string) string {
	b.Helper()
	return once(b, fmt.Sprint(people, "-", n, ".db"), func(path string) { populate(b, path, n, people) })
}

func populate(b testing.TB, path string, n int, people string) {
	b.Helper()
	err := Build(b.Context(), path, Options{App: "Tressons", DocumentID: benchDocument}, func(s *Store) error {
		var edits []model.Edit
		for i := range n {
			row := model.DerivedID(fmt.Sprint(people, " ", i*3/4/15))
			field := [...]string{"", "name", "year", "theme", "commune", "region", "legal_form", "description", "jobs",
				"members", "website", "sources_differ", "sources_note", "position", "private_note"}[i%15]
			value := map[string]string{"": "1", "year": fmt.Sprint(1900 + i%100), "theme": "mobilite", "sources_differ": "no", "position": "V"}[field]
			if value == "" {
				value = fmt.Sprintf("Valeur %d du champ %s", i, field)
			}
			edits = append(edits, model.Edit{Entity: "initiative", Row: row, Field: field, Value: value})
			if len(edits) == 500 || i == n-1 {
				s.SetAuthor(Author{Name: fmt.Sprint(people, " ", i)})
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
}

func BenchmarkOneSavedField(b *testing.B) {
	for _, n := range []int{0, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "fichier.db")
			duplicate(b, grown(b, n, "base"), path)
			s := opened(b, path)
			i := 0
			m := newMeter()
			for b.Loop() {
				i++
				save(b, s, model.Edit{Entity: "lever", Row: "cooperation", Field: "in_place", Value: fmt.Sprint("Texte ", i)})
			}
			m.report(b)
		})
	}
}

// BenchmarkDriver writes and reads 250,000 rows of eight columns, 59 MB, with nothing but
// the driver, and has SQLite check and copy their file: how fast the machine is, whatever
// this package does.
func BenchmarkDriver(b *testing.B) {
	folder := b.TempDir()
	c, err := connect(b.Context(), filepath.Join(folder, "brut.db"), readWriteCreate)
	if err != nil {
		b.Fatal(err)
	}
	const columns = `session BLOB, seq INTEGER, hlc INTEGER, entity TEXT, row BLOB, field TEXT, value TEXT, sum BLOB`
	value := strings.Repeat("Valeur du champ ", 9)
	insert := func() error {
		if err := c.script(b.Context(), `DROP TABLE IF EXISTS log; CREATE TABLE log (`+columns+`, PRIMARY KEY (session, seq)) STRICT, WITHOUT ROWID`); err != nil {
			return err
		}
		var id uuid
		for n := range 250_000 {
			id[0], id[1] = byte(n/500>>8), byte(n/500)
			if err := c.exec(b.Context(), `INSERT INTO log VALUES (?, ?, ?, ?, ?, ?, ?, ?)`, id[:], n, n, "initiative", id[:],
				"description", value, id[:sumSize]); err != nil {
				return err
			}
		}
		return nil
	}
	read := func() error {
		return c.each(b.Context(), `SELECT * FROM log`, nil, func(rows *sql.Rows) error {
			var id, row uuid
			var seq, hlc int64
			var entity, field, value string
			var sum []byte
			return rows.Scan(&id, &seq, &hlc, &entity, &row, &field, &value, &sum)
		})
	}
	within := func(do func() error) func() error {
		return func() error { return c.transaction(b.Context(), "BEGIN IMMEDIATE", do) }
	}
	works := []struct {
		name string
		do   func() error
	}{
		{"insert", within(insert)},
		{"read", within(read)},
		{"check", func() error { return quickCheck(b.Context(), c) }},
		{"copy", func() error {
			to := filepath.Join(folder, "copie.db")
			if err := os.Remove(to); err != nil && !missing(err) {
				return err
			}
			return c.attaching(func() error { return c.script(b.Context(), `VACUUM INTO ?`, to) })
		}},
	}
	if err := works[0].do(); err != nil {
		b.Fatal(err)
	}
	for _, w := range works {
		b.Run(w.name, func(b *testing.B) {
			m := newMeter()
			for b.Loop() {
				if err := w.do(); err != nil {
					b.Fatal(err)
				}
			}
			m.report(b)
		})
	}
	if err := c.close(); err != nil {
		b.Fatal(err)
	}
}

// BenchmarkFile opens, loads, verifies and copies files of n changes.
func BenchmarkFile(b *testing.B) {
	for _, n := range sizes(b) {
		path := grown(b, n, "base")
		s := opened(b, path)
		works := []struct {
			name string
			do   func() error
		}{
			{"open", func() error {
				s, err := Open(b.Context(), path, Options{})
				if err != nil {
					return err
				}
				return s.Close()
			}},
			{"load", func() error { return second(s.Diagnoses(b.Context())) }},
			{"changes", func() error { return second(s.Changes(b.Context(), Query{Limit: 20})) }},
			{"verify", func() error { return second(s.Verify(b.Context())) }},
			{"copy", func() error { return s.CopyTo(b.Context(), filepath.Join(b.TempDir(), "copie.db")) }},
		}
		for _, w := range works {
			b.Run(fmt.Sprint(w.name, "/", n), func(b *testing.B) {
				m := newMeter()
				for b.Loop() {
					if err := w.do(); err != nil {
						b.Fatal(err)
					}
				}
				m.report(b)
			})
		}
	}
}

// BenchmarkChanges lists changes of files of n changes: the latest of the file,
// those of a field, of a row, of an entity, and the rows that were deleted.
func BenchmarkChanges(b *testing.B) {
	for _, n := range []int{10_000, 250_000} {
		s := opened(b, grown(b, n, "base"))
		row := model.DerivedID("base 3")
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
