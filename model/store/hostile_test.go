package store

import (
	"database/sql"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// attack alters a file to do harm.
type attack func(t *testing.T, path string)

// attacks are the ways in which somebody may have prepared a file.
func attacks() map[string]attack {
	return map[string]attack{
		"trigger that erases": statements(`CREATE TRIGGER x AFTER INSERT ON session BEGIN DELETE FROM change; END`),
		"view for a table":    statements(`DROP TABLE photo`, `CREATE VIEW photo AS SELECT x'00' AS sha256, 'x' AS kind, zeroblob(9) AS bytes`),
		"endless view": statements(`DROP TABLE lever`, `CREATE VIEW lever AS
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) AS id FROM n`),
		"endless view for the log": statements(`ALTER TABLE change RENAME TO kept`, `CREATE VIEW change AS
			WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT kept.* FROM kept, n`),
		"generated column":       statements(`ALTER TABLE photo ADD COLUMN g TEXT AS (hex(zeroblob(900000000)))`),
		"check with a function":  statements(`DROP TABLE head`, `CREATE TABLE head (id TEXT CHECK (length(hex(randomblob(400000000))) > 1)) STRICT`),
		"index on an expression": statements(`CREATE TABLE t (a)`, `CREATE INDEX i ON t (length(hex(zeroblob(10))))`),
		"extra table":            statements(`CREATE TABLE client (id TEXT)`),
		"other types":            statements(`DROP TABLE photo`, `CREATE TABLE photo (sha256 TEXT PRIMARY KEY, kind BLOB, bytes TEXT)`),
		"virtual table":          statements(`CREATE VIRTUAL TABLE v USING fts5(a)`),
		"schema by hand": statements(`PRAGMA writable_schema = 1`,
			`UPDATE sqlite_schema SET sql = replace(sql, 'STRICT', '') WHERE name = 'change'`),
		"cycle in seen": statements(`INSERT INTO session SELECT zeroblob(16), author, organisation, device, app, started, sum FROM session`,
			`INSERT INTO seen SELECT id, zeroblob(16), 1 FROM session WHERE id <> zeroblob(16)`,
			`INSERT INTO seen SELECT zeroblob(16), id, 1 FROM session WHERE id <> zeroblob(16)`),
		"cycle in seen, checksums right": func(t *testing.T, path string) {
			forgeSession(t, path, "", func(r *sessionRow) { r.seen = append(r.seen, seenRow{r.id, r.id, 9}) })
		},
		"unknown parent, checksums right": func(t *testing.T, path string) {
			forgeSession(t, path, "", func(r *sessionRow) { r.seen = append(r.seen, seenRow{r.id, uuid{0xff}, 9}) })
		},
		"forged clock":       statements(`UPDATE change SET hlc = 9223372036854775807`),
		"twin changes":       statements(`INSERT INTO change SELECT session, seq + 100, hlc, diagnosis, entity, row, field, 'absent', sum FROM change WHERE value = 'engaged'`),
		"duplicate UUIDs":    duplicateUUIDs,
		"session not a UUID": statements(`UPDATE change SET session = x'00'`),
		"row of no name":     statements(`UPDATE change SET row = 1.5`),
		"two identities":     statements(`INSERT INTO document SELECT zeroblob(16), created, sum FROM document`),
		"oversized value":    statements(`UPDATE change SET value = hex(zeroblob(40000000)) WHERE value = 'engaged'`),
		"photo of a lie":     statements(`INSERT INTO photo VALUES (zeroblob(32), 'image/png', x'00')`),
		"head of nothing":    statements(`UPDATE head SET cells = x'00'`),
		"head without row":   statements(`UPDATE head SET row = 1.5 WHERE row = (SELECT min(row) FROM head)`),
		"endless head":       statements(`UPDATE head SET cells = zeroblob(40000000)`),
		"head that shows something else, checksums right": func(t *testing.T, path string) {
			forging(t, path, func(c *connection) error {
				return eachRow(t.Context(), c, func(r rowHeads) error {
					for i := range r.list {
						r.list[i].value = "0"
					}
					return r.write(t.Context(), c)
				})
			})
		},
	}
}

// statements runs SQL without the limits that this program sets itself.
func statements(script ...string) attack {
	return func(t *testing.T, path string) {
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
}

// duplicateUUIDs makes a second change under the number of the first, and a second
// session under its UUID, which no SQL would let through: checksums are right.
func duplicateUUIDs(t *testing.T, path string) {
	t.Helper()
	var id, twin uuid
	forging(t, path, func(c *connection) error {
		rows, err := readSessions(t.Context(), c)
		if err != nil {
			return err
		}
		id, twin = rows[0].id, rows[0].id
		twin[len(twin)-1] ^= 1
		if err := c.script(t.Context(), `INSERT INTO session SELECT ?, author, organisation, device, app, started, sum FROM session`, twin[:]); err != nil {
			return err
		}
		list, err := readChanges(t.Context(), c, `SELECT `+changeColumns+` FROM change WHERE value = 'engaged'`)
		if err != nil {
			return err
		}
		x := list[0]
		x.value = "absent"
		sum := new(summer).change(x)
		x.session = twin
		return x.log(t.Context(), c, sum)
	})
	write(t, path, strings.ReplaceAll(content(t, path), string(twin[:]), string(id[:])))
}

// TestHostileFiles opens, verifies and merges files that somebody made to do
// harm: each is refused in good time, or merged without any of the harm, and
// none of what it declares is run.
func TestHostileFiles(t *testing.T) {
	t.Parallel()
	whole := content(t, sample(t))
	sound := texts(t, opened(t, writeTemp(t, []byte(whole))))
	for name, harm := range attacks() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := writeTemp(t, []byte(whole))
			harm(t, path)
			before := snapshot(t, path)
			for how, refused := range map[string]func() error{
				"opened":   func() error { return shown(t, path) },
				"verified": func() error { return found(Examine(t.Context(), path, Options{})) },
			} {
				start := time.Now()
				checkProblem(t, refused(), "modifié")
				inGoodTime(t, how, start)
			}
			start := time.Now()
			mergedSafely(t, writeTemp(t, []byte(whole)), path, sound)
			inGoodTime(t, "merged", start)
			if snapshot(t, path) != before {
				t.Error("the file changed")
			}
		})
	}
}

// shown opens a file and reads what it shows. One that is too large to be checked when
// it is opened is checked aside, as the program does.
func shown(t *testing.T, path string) error {
	t.Helper()
	s, err := Open(t.Context(), path, Options{})
	if err == nil {
		_, err = s.Diagnoses(t.Context())
		if err == nil && !s.Checked() {
			err = found(s.VerifyAside(t.Context()))
		}
		closed(t, s)
	}
	return err
}

func inGoodTime(t *testing.T, how string, start time.Time) {
	t.Helper()
	if took := time.Since(start); took > 15*time.Second {
		t.Errorf("%s after %v", how, took)
	}
}

// found makes a problem of what a verification finds.
func found(findings []string, err error) error {
	if err == nil && len(findings) > 0 {
		err = &model.Problem{Message: "Le fichier «\u00a0essai.db\u00a0» n’a pas été modifié : " + findings[0], Cause: errDamaged}
	}
	return err
}

// mergedSafely offers a prepared copy to a sound file: it is refused and nothing
// changes, or merged and the file shows what it showed.
func mergedSafely(t *testing.T, into, from, sound string) {
	t.Helper()
	before := content(t, into)
	s := opened(t, into)
	defer closed(t, s)
	_, err := s.Merge(t.Context(), []string{from})
	if err != nil {
		checkProblem(t, err, "")
		if content(t, into) != before {
			t.Error("refused, and yet the file changed")
		}
		return
	}
	if texts(t, s) != sound {
		t.Error("merged, and the file shows something else")
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
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
