package store

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// TestHostileFiles opens files that somebody made to do harm: each is refused
// in good time, and none of what it declares is run.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	whole := content(t, sample(t))
	cases := map[string][]string{
		"trigger that erases": {`CREATE TRIGGER x AFTER INSERT ON session BEGIN DELETE FROM change; END`},
		"view for a table":    {`DROP TABLE photo`, `CREATE VIEW photo AS SELECT x'00' AS sha256, 'x' AS kind, zeroblob(9) AS bytes`},
		"endless view": {`DROP TABLE lever`, `CREATE VIEW lever AS
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS id FROM n`},
		"generated column":       {`ALTER TABLE photo ADD COLUMN g TEXT AS (hex(zeroblob(900000000)))`},
		"check with a function":  {`DROP TABLE head`, `CREATE TABLE head (id TEXT CHECK (length(hex(randomblob(400000000))) > 1)) STRICT`},
		"index on an expression": {`CREATE TABLE t (a)`, `CREATE INDEX i ON t (length(hex(zeroblob(10))))`},
		"extra table":            {`CREATE TABLE client (id TEXT)`},
		"other types":            {`DROP TABLE photo`, `CREATE TABLE photo (sha256 TEXT PRIMARY KEY, kind BLOB, bytes TEXT)`},
		"virtual table":          {`CREATE VIRTUAL TABLE v USING fts5(a)`},
		"schema by hand": {`PRAGMA writable_schema = 1`,
			`UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'change'`},
		"cycle in seen": {`INSERT INTO session SELECT zeroblob(16), author, organisation, device, app, started, sum FROM session`,
			`INSERT INTO seen SELECT id, zeroblob(16), 1 FROM session WHERE id <> zeroblob(16)`,
			`INSERT INTO seen SELECT zeroblob(16), id, 1 FROM session WHERE id <> zeroblob(16)`},
		"forged clock":       {`UPDATE change SET hlc = 9223372036854775807`},
		"twin changes":       {`INSERT INTO change SELECT session, seq + 100, hlc, diagnosis, entity, row, field, 'absent', sum FROM change WHERE value = 'engaged'`},
		"session not a UUID": {`UPDATE change SET session = x'00'`},
		"row of no name":     {`UPDATE change SET row = 1.5`},
		"two identities":     {`INSERT INTO document SELECT zeroblob(16), created, sum FROM document`},
		"oversized value":    {`UPDATE change SET value = hex(zeroblob(40000000))`},
		"head of nothing":    {`UPDATE head SET seq = 77`},
		"photo of a lie":     {`INSERT INTO photo VALUES (zeroblob(32), 'image/png', x'00')`},
	}
	for name, script := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "essai.db")
			write(t, path, whole)
			attack(t, path, script)
			before := snapshot(t, path)
			start := time.Now()
			s, err := Open(t.Context(), path, Options{})
			if err == nil { // too large to be checked before it is looked at
				_, err = s.Diagnoses(t.Context())
				closed(t, s)
			}
			checkProblem(t, err, "pas été modifié")
			if took := time.Since(start); took > 15*time.Second {
				t.Errorf("refused after %v", took)
			}
			if snapshot(t, path) != before {
				t.Error("the file changed")
			}
		})
	}
}

// attack alters a file without the limits that this program sets itself.
func attack(t *testing.T, path string, script []string) {
	t.Helper()
	db := unguardedDB(t, path)
	for _, text := range script {
		if _, err := db.Exec(text); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
}

// mutation alters the bytes of a file in one of the ways in which files get
// damaged.
func mutation(random *rand.Rand, bytes []byte) []byte {
	at := random.IntN(len(bytes))
	length := min(1<<random.IntN(13), len(bytes)-at)
	patch := bytes[at : at+length]
	switch random.IntN(7) {
	case 0: // one bit
		bytes[at] ^= 1 << random.IntN(8)
	case 1: // one byte
		bytes[at] = byte(random.Uint32())
	case 2: // zeroes
		clear(patch)
	case 3: // noise
		for i := range patch {
			patch[i] = byte(random.Uint32())
		}
	case 4: // a piece of the file elsewhere
		copy(patch, bytes[random.IntN(len(bytes)):])
	case 5: // the end is missing
		return bytes[:at]
	case 6: // header and schema
		bytes[random.IntN(600)] = byte(random.Uint32())
	}
	return bytes
}

// TestMutatedFiles alters a file in thousands of ways: each is refused with a
// sentence, or opened and then shows what the sound one shows.
func TestMutatedFiles(t *testing.T) {
	t.Parallel()
	count := 2000
	if testing.Short() {
		count = 200
	}
	whole := []byte(content(t, sample(t)))
	want := texts(t, opened(t, writeTemp(t, whole)))
	const lanes = 4
	for lane := range lanes {
		t.Run(fmt.Sprint(lane), func(t *testing.T) {
			t.Parallel()
			refused, sound := 0, 0
			random := rand.New(rand.NewPCG(20261123, uint64(lane)))
			path := filepath.Join(t.TempDir(), "essai.db")
			for n := range count / lanes {
				bytes := mutation(random, append([]byte(nil), whole...))
				if err := os.WriteFile(path, bytes, 0o600); err != nil {
					t.Fatal(err)
				}
				start := time.Now()
				got, err := look(t, path)
				if took := time.Since(start); took > 5*time.Second {
					t.Errorf("mutation %d: %v", n, took)
				}
				switch {
				case err != nil:
					refused++
					checkProblem(t, err, "modifié")
				case got != want:
					t.Errorf("mutation %d: accepted, and shows something else", n)
				default:
					sound++
				}
				if content(t, path) != string(bytes) {
					t.Fatalf("mutation %d: the file changed", n)
				}
			}
			if refused == 0 || sound == 0 {
				t.Errorf("%d refused, %d sound: these mutations prove nothing", refused, sound)
			}
			t.Logf("%d refused, %d sound", refused, sound)
		})
	}
}

func writeTemp(t *testing.T, bytes []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "essai.db")
	write(t, path, string(bytes))
	return path
}

// look opens a file and reads all of it.
func look(t *testing.T, path string) (got string, err error) {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err != nil {
		return "", err
	}
	return texts(t, s), s.Close()
}

// texts is all that a file shows.
func texts(t *testing.T, s *Store) string {
	t.Helper()
	all, err := s.Diagnoses(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, d := range all {
		b.WriteString(d.ID)
		for _, e := range model.Entities() {
			for _, row := range d.RowIDs(e.Name) {
				for _, f := range e.Fields {
					fmt.Fprintln(&b, e.Name, row, f.Name, d.Value(e.Name, row, f.Name))
				}
			}
		}
	}
	changes, err := s.Changes(t.Context(), Query{Limit: 100})
	for _, c := range changes {
		fmt.Fprintln(&b, c)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// unguardedDB opens a file as any other program would.
func unguardedDB(t *testing.T, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: filepath.ToSlash(path)}).String())
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	return db
}
