package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
)

//go:generate go test -run ^TestDerivedTablesAreMigrated$ -update .
//go:generate go test -run ^TestNewFormatFixture$ -update .

// applicationID marks the files of Tressons in their header: "TRES".
const applicationID = 0x54524553

//go:embed migrations/*.sql
var migrationFiles embed.FS

// format is the list of migrations that make the schema: file 0001.sql leads to
// version 1, and so on.
type format []string

// current is the format that this program writes.
func current() format {
	names, err := migrationFiles.ReadDir("migrations")
	if err != nil {
		panic(err) // embedded: cannot fail
	}
	f := make(format, len(names))
	for i, name := range names {
		text, err := migrationFiles.ReadFile("migrations/" + name.Name())
		if want := fmt.Sprintf("%04d.sql", i+1); err != nil || name.Name() != want {
			panic(fmt.Sprintf("store: migration %s where %s was due: %v", name.Name(), want, err))
		}
		f[i] = string(text)
	}
	return f
}

// version is the user_version of a file of this format.
func (f format) version() int { return len(f) }

// schemaRow is a row of sqlite_schema: all that a file declares.
type schemaRow struct{ kind, name, table, text string }

// harmless are the tables in which other tools (« ANALYZE ») keep statistics.
var harmless = []schemaRow{
	{"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"},
	{"table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"},
}

// readSchema reads what a file declares, sorted, statistics left out.
func readSchema(ctx context.Context, c *connection) ([]schemaRow, error) {
	var out []schemaRow
	err := c.each(ctx, `SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_schema ORDER BY name`, nil,
		func(rows *sql.Rows) error {
			var r schemaRow
			if err := rows.Scan(&r.kind, &r.name, &r.table, &r.text); err != nil {
				return err
			}
			if !slices.Contains(harmless, r) {
				out = append(out, r)
			}
			return nil
		})
	return out, err
}

// schemas remembers what schema found, by the migrations: making the tables takes
// as long as all the checks of a small file.
var schemas sync.Map

// schema is what a file of a version must declare, to the letter. The caller
// changes nothing of it.
func (f format) schema(ctx context.Context, version int) ([]schemaRow, error) {
	migrations := strings.Join(f[:version], "\x00")
	if known, ok := schemas.Load(migrations); ok {
		return known.([]schemaRow), nil
	}
	rows, err := f.declared(ctx, version)
	if err == nil {
		schemas.Store(migrations, rows)
	}
	return rows, err
}

// declared makes the tables of a version and reads what they declare.
func (f format) declared(ctx context.Context, version int) ([]schemaRow, error) {
	c, err := connect(ctx, "expected", inMemory)
	if err != nil {
		return nil, err
	}
	for _, migration := range f[:version] {
		if err := c.script(ctx, migration); err != nil {
			return nil, errors.Join(err, c.close())
		}
	}
	rows, err := readSchema(ctx, c)
	return rows, errors.Join(err, c.close())
}

// migrate brings the file from a version to the newest, all or nothing: a file
// is never left between two versions, nor with derived tables that lag behind.
func (s *Store) migrate(ctx context.Context, from int) error {
	return s.writing(ctx, func(c *connection) error {
		heads, err := earlierHeads(ctx, c, from)
		if err != nil {
			return err
		}
		if err := s.migrateLog(ctx, c, from); err != nil {
			return err
		}
		for _, r := range heads {
			if err := r.write(ctx, c); err != nil {
				return err
			}
		}
		return rebuildDerived(ctx, c)
	})
}

// migrateLog is migrate without heads and readable tables.
func (s *Store) migrateLog(ctx context.Context, c *connection, from int) error {
	for _, migration := range s.format[from:] {
		if err := c.script(ctx, migration); err != nil {
			return err
		}
	}
	if err := c.script(ctx, fmt.Sprintf("PRAGMA user_version = %d", s.format.version())); err != nil {
		return err
	}
	return rebuildTallies(ctx, c)
}

// upgrade migrates a file of an older format after a backup beside it.
func (s *Store) upgrade(ctx context.Context, from int) error {
	if s.readOnly {
		return errOlderReadOnly
	}
	if err := s.copyTo(ctx, datedName(s.path, "avant mise à jour", s.opts.Now())); err != nil {
		return err
	}
	return s.migrate(ctx, from)
}

// initialise makes the tables and the identity of a new file.
func (s *Store) initialise(ctx context.Context) error {
	id := s.opts.DocumentID
	if id == "" {
		id = s.opts.NewID()
	}
	var err error
	if s.document, err = parseUUID(id); err != nil {
		return err
	}
	if s.conn, err = connect(ctx, s.path, readWriteCreate); err != nil {
		return err
	}
	if err := s.migrate(ctx, 0); err != nil {
		return err
	}
	created := s.opts.Now().UnixMicro()
	sum := new(summer).document(s.document, created)
	return s.writing(ctx, func(c *connection) error {
		return c.exec(ctx, `INSERT INTO document (id, created, sum) VALUES (?, ?, ?)`, s.document[:], created, sum[:])
	})
}

// differences names the tables and indexes that differ between two schemas.
func differences(got, want []schemaRow) []string {
	seen := map[schemaRow]int{}
	for _, r := range want {
		seen[r]++
	}
	for _, r := range got {
		seen[r]--
	}
	names := map[string]bool{}
	for r, n := range seen {
		if n != 0 {
			names[r.name] = true
		}
	}
	return slices.Sorted(maps.Keys(names))
}
