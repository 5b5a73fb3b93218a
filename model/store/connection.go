package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"sync"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// MaxPhoto is the largest photo that a file takes, in bytes.
const MaxPhoto = 32 << 20

// posixLocks is held for reading while SQLite may hold locks, and for writing
// while another descriptor of a file that may be open is closed: POSIX drops
// every lock that the process has on a file as soon as any of its descriptors is
// closed. The lock is global because that behaviour is.
var posixLocks sync.RWMutex

// connection is the one SQLite connection of a Store.
type connection struct {
	db        *sql.DB
	conn      *sql.Conn
	stmts     map[string]*sql.Stmt
	journaled bool    // known to keep a rollback journal
	alone     bool    // no other descriptor of the file is ever closed meanwhile
	counted   tallies // of what the transaction at hand wrote to the log
}

// mode is how SQLite opens a file.
type mode string

const (
	readWrite       mode = "rw"
	readOnly        mode = "ro"
	readWriteCreate mode = "rwc"
	inMemory        mode = "memory"
)

// dataSource is the URI of a file: escaped, since SQLite would otherwise take
// « ? », « # » and « % » of a name for its own.
func dataSource(path string, m mode) string {
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // C:/… on Windows
	}
	query := url.Values{
		"mode":          {string(m)},
		"_defensive":    {"1"},
		"_dqs":          {"0"},
		"_error_rc":     {"1"},
		"_busy_timeout": {"2000"},
		"_pragma": {"trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)", "temp_store(2)",
			"synchronous(EXTRA)", "fullfsync(1)"},
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String()
}

// connect opens a file. SQLite reads nothing of it before the first statement.
func connect(ctx context.Context, path string, m mode) (*connection, error) {
	connector, err := sqlite.NewConnector(dataSource(path, m))
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	c := &connection{db: db, conn: conn, stmts: map[string]*sql.Stmt{}, counted: tallies{}}
	if err := c.cache(ctx, usualCache); err != nil {
		return nil, errors.Join(err, c.close())
	}
	for id, most := range map[int]int{
		sqlite3.SQLITE_LIMIT_LENGTH:        2 * MaxPhoto,
		sqlite3.SQLITE_LIMIT_ATTACHED:      0,
		sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 0,
		sqlite3.SQLITE_LIMIT_EXPR_DEPTH:    50,
	} {
		if err := c.limit(id, most); err != nil {
			return nil, errors.Join(err, c.close())
		}
	}
	return c, nil
}

func (c *connection) limit(id, most int) error {
	_, err := sqlite.Limit(c.conn, id, most)
	return err
}

func (c *connection) close() error {
	var errs []error
	for _, st := range c.stmts {
		errs = append(errs, st.Close())
	}
	return errors.Join(append(errs, c.conn.Close(), c.db.Close())...)
}

// usualCache is how much of a file SQLite keeps in memory, in bytes.
const usualCache = 16 << 20

// cache sets how much of the file SQLite keeps in memory, in bytes.
func (c *connection) cache(ctx context.Context, most int) error {
	return c.script(ctx, fmt.Sprintf(`PRAGMA cache_size = -%d; PRAGMA shrink_memory`, most>>10))
}

// prepared keeps each statement for the next time.
func (c *connection) prepared(ctx context.Context, query string) (*sql.Stmt, error) {
	if st := c.stmts[query]; st != nil {
		return st, nil
	}
	st, err := c.conn.PrepareContext(ctx, query)
	if err == nil {
		c.stmts[query] = st
	}
	return st, err
}

// exec runs a statement that gives no rows and is over at once: to have it
// interrupted when ctx ends would take as long as the statement itself, so ctx
// is only looked at before.
func (c *connection) exec(ctx context.Context, query string, args ...any) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	st, err := c.prepared(ctx, query)
	if err == nil {
		_, err = st.ExecContext(context.WithoutCancel(ctx), args...)
	}
	return err
}

// script runs statements that need not be kept.
func (c *connection) script(ctx context.Context, query string, args ...any) error {
	_, err := c.conn.ExecContext(ctx, query, args...)
	return err
}

// lookUp is each for a query that finds a few rows by their key: as with exec, ctx
// is only looked at before.
func (c *connection) lookUp(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return c.each(context.WithoutCancel(ctx), query, args, scan)
}

// each calls scan for every row that a query gives.
func (c *connection) each(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) error {
	st, err := c.prepared(ctx, query)
	if err != nil {
		return err
	}
	rows, err := st.QueryContext(ctx, args...)
	return forEach(rows, err, scan)
}

// once is each for a query that is not worth keeping.
func (c *connection) once(ctx context.Context, query string, args []any, scan func(*sql.Rows) error) error {
	rows, err := c.conn.QueryContext(ctx, query, args...)
	return forEach(rows, err, scan)
}

// forEach calls scan for every row that a query gave.
func forEach(rows *sql.Rows, err error, scan func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	for rows.Next() {
		if err := scan(rows); err != nil {
			return errors.Join(err, rows.Close())
		}
	}
	return errors.Join(rows.Err(), rows.Close())
}

// one reads a single value; sql.ErrNoRows when there is none.
func (c *connection) one(ctx context.Context, query string, dest any, args ...any) error {
	st, err := c.prepared(ctx, query)
	if err != nil {
		return err
	}
	return st.QueryRowContext(ctx, args...).Scan(dest)
}

// transaction runs f between begin ("BEGIN" to read, "BEGIN IMMEDIATE" to
// write) and COMMIT, or undoes all of it. A failure of COMMIT itself is a
// *commitError: it does not prove that nothing was saved.
func (c *connection) transaction(ctx context.Context, begin string, f func() error) error {
	if !c.alone {
		posixLocks.RLock()
		defer posixLocks.RUnlock()
	}
	if err := c.script(ctx, begin); err != nil {
		return err
	}
	defer clear(c.counted)
	err := f()
	if err == nil {
		err = c.counted.write(ctx, c)
	}
	if err == nil {
		// Past this point an ended context must not make the outcome uncertain.
		if err = c.exec(context.WithoutCancel(ctx), "COMMIT"); err != nil {
			err = &commitError{err}
		}
	}
	if err != nil {
		// SQLite may have rolled back by itself, which makes this one fail.
		_ = c.exec(context.WithoutCancel(ctx), "ROLLBACK")
	}
	return err
}

// commitError is a COMMIT that failed.
type commitError struct{ cause error }

func (e *commitError) Error() string { return "store: commit: " + e.cause.Error() }
func (e *commitError) Unwrap() error { return e.cause }

// reading runs f in a transaction that sees one state of the file.
func (s *Store) reading(ctx context.Context, f func(*connection) error) error {
	return s.within(ctx, "BEGIN", f)
}

// writing runs f in a transaction that changes the file.
func (s *Store) writing(ctx context.Context, f func(*connection) error) error {
	c, err := s.connected(ctx)
	if err != nil {
		return err
	}
	if err := c.leaveWAL(ctx); err != nil {
		return err
	}
	return s.within(ctx, "BEGIN IMMEDIATE", f)
}

// leaveWAL gives a file that another tool put in WAL mode its rollback journal
// back, before the first edit: a WAL file sent by mail while open lacks what was
// saved last.
func (c *connection) leaveWAL(ctx context.Context) error {
	if c.journaled {
		return nil
	}
	posixLocks.RLock()
	defer posixLocks.RUnlock()
	err := c.script(ctx, `PRAGMA journal_mode = DELETE`)
	c.journaled = err == nil
	return err
}

func (s *Store) within(ctx context.Context, begin string, f func(*connection) error) error {
	c, err := s.connected(ctx)
	if err != nil {
		return err
	}
	err = c.transaction(ctx, begin, func() error { return f(c) })
	if err != nil && s.spoilt(ctx, c, err) {
		return errors.Join(err, s.drop())
	}
	return s.doubted(ctx, err)
}

// doubted checks once more a file that was sound when it was opened and that
// SQLite now says is damaged: it says so too when the disk fails for an instant.
func (s *Store) doubted(ctx context.Context, err error) error {
	if _, ok := engineCode(err); !ok || !damaged(err) || s.opened == nil || s.Replaced() {
		return err
	}
	if closing := s.drop(); closing != nil {
		return errors.Join(err, closing)
	}
	c, again := s.connected(ctx)
	if again == nil {
		again = c.transaction(ctx, "BEGIN", func() error { return quickCheck(ctx, c) })
	}
	if again != nil {
		return err
	}
	return notDamage(err)
}

// spoilt tells whether a connection is of no more use after an error. Where a
// file could not be opened for writing, be it for an instant, SQLite has opened
// it for reading only, and would keep to that. The connection to a file that was
// replaced is all that is left of it, and stays.
func (s *Store) spoilt(ctx context.Context, c *connection, err error) bool {
	code, _ := engineCode(err)
	return code == sqlite3.SQLITE_READONLY && !s.readOnly && !s.Replaced() || c.conn.PingContext(context.WithoutCancel(ctx)) != nil
}

// connected is the connection, made anew after a failure.
func (s *Store) connected(ctx context.Context) (*connection, error) {
	if s.conn != nil {
		return s.conn, nil
	}
	if s.opened != nil && s.Replaced() {
		return nil, errReplaced // what took the place of the file is not to be written to
	}
	m := readWrite
	if s.readOnly {
		m = readOnly
	}
	c, err := connect(ctx, s.path, m)
	if err == nil && s.fleeting {
		c.alone = true
		err = c.script(ctx, `PRAGMA synchronous = OFF`)
	}
	s.conn = c
	return c, err
}

// drop closes the connection, if there is one.
func (s *Store) drop() error {
	if s.conn == nil {
		return nil
	}
	c := s.conn
	s.conn, s.version = nil, 0
	return c.close()
}
