package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// trial is a kind of work with the files that it starts from and what it makes
// of them when nothing goes wrong.
type trial struct {
	work
	start         map[string]string // bytes of each file
	before, after map[string]string // by file: all that its tables hold, in short
	met           map[string]string // the same, by the bytes of the file
}

// tried does the work once, undisturbed.
func tried(t *testing.T, w work) *trial {
	t.Helper()
	if w.writes == nil {
		w.writes = current()
	}
	folder := t.TempDir()
	w.prepare(t, folder)
	r := &trial{work: w, start: map[string]string{}, met: map[string]string{}}
	for _, name := range databases(t, folder) {
		r.start[name] = content(t, filepath.Join(folder, name))
	}
	r.before = r.contents(t, folder)
	if err := r.again(folder); err != nil {
		t.Fatal(err)
	}
	r.after = r.contents(t, folder)
	return r
}

// laid is a folder with the files that the work starts from.
func (r *trial) laid(t *testing.T) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, bytes := range r.start {
		write(t, filepath.Join(folder, name), bytes)
	}
	return folder
}

// again does the work in this process, where nothing may fail.
func (r *trial) again(folder string) error {
	var failures []error
	w := &worker{ctx: context.Background(), folder: folder, format: r.writes, acknowledge: func(int) {},
		told: func(err error) { failures = append(failures, err) }}
	return errors.Join(append(failures, r.do(w))...)
}

// check looks at a folder after the work was disturbed: every file opens and is
// sound, what was acknowledged is there, nothing was done by halves, each backup
// is the file of before, and what the work only reads is as it was.
func (r *trial) check(t testing.TB, folder string, acknowledged int) error {
	t.Helper()
	for name := range r.start {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	for _, name := range databases(t, folder) {
		if err := r.checkFile(t, folder, name, acknowledged); err != nil {
			return err
		}
	}
	return nil
}

func (r *trial) checkFile(t testing.TB, folder, name string, acknowledged int) error {
	t.Helper()
	if name == userFile && r.holds != nil {
		return r.held(t, folder, acknowledged)
	}
	path := filepath.Join(folder, name)
	got, err := r.look(t, path)
	before, after := r.before[name], r.after[name]
	switch {
	case err != nil:
		return err
	case strings.HasPrefix(name, "essai ("):
		if got != r.before[userFile] {
			return fmt.Errorf("%s is not the file of before", name)
		}
	case before == after:
		if content(t, path) != r.start[name] {
			return fmt.Errorf("%s changed", name)
		}
	case got != after && (got != before || acknowledged > 0):
		return fmt.Errorf("%s is done by halves; %d acknowledged", name, acknowledged)
	}
	return nil
}

// held wants the user's file to be sound and to hold what was acknowledged.
func (r *trial) held(t testing.TB, folder string, acknowledged int) error {
	t.Helper()
	s, err := r.opened(filepath.Join(folder, userFile))
	if err != nil {
		return err
	}
	found, err := s.Verify(t.Context())
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("not sound: %v", found)
	}
	return errors.Join(err, r.holds(s, acknowledged), s.Close())
}

// opened opens a file as it is: one of the current format is not migrated.
func (r *trial) opened(path string) (*Store, error) {
	s, err := Open(context.Background(), path, Options{})
	var newer *newerError
	if errors.As(err, &newer) {
		s, err = open(context.Background(), path, Options{}, r.writes)
	}
	return s, err
}

// contents are what each file of a folder holds.
func (r *trial) contents(t testing.TB, folder string) map[string]string {
	t.Helper()
	out := map[string]string{}
	for _, name := range databases(t, folder) {
		held, err := r.look(t, filepath.Join(folder, name))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = held
	}
	return out
}

// look opens a file and tells in short what it holds. What it holds is compared
// with files that are known to be sound. A file of which every byte was met before
// need not be opened again.
func (r *trial) look(t testing.TB, path string) (held string, err error) {
	t.Helper()
	bytes := ""
	if !hasJournal(path) {
		bytes = fmt.Sprintf("%x", sha256.Sum256([]byte(content(t, path))))
		if held, ok := r.met[bytes]; ok {
			return held, nil
		}
	}
	s, err := r.opened(path)
	if err != nil {
		return "", fmt.Errorf("%s does not open: %w", filepath.Base(path), err)
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if !s.Checked() {
		return "", errors.New("too large to be checked when it is opened")
	}
	err = s.reading(t.Context(), func(c *connection) error {
		held, err = everything(t.Context(), c)
		return err
	})
	if bytes != "" && err == nil {
		r.met[bytes] = held
	}
	return held, err
}

// everything is a short name for all that the tables of a file hold.
func everything(ctx context.Context, c *connection) (string, error) {
	var tables []string
	err := c.each(ctx, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		tables = append(tables, name)
		return err
	})
	sum := sha256.New()
	for _, table := range tables {
		if err != nil {
			return "", err
		}
		fmt.Fprintln(sum, table)
		err = c.each(ctx, `SELECT * FROM `+quoted(table), nil, func(rows *sql.Rows) error { return hashRow(sum.Write, rows) })
	}
	return fmt.Sprintf("%x", sum.Sum(nil)), err
}

func hashRow(sum func([]byte) (int, error), rows *sql.Rows) error {
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, into := make([]sql.RawBytes, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	if err := rows.Scan(into...); err != nil {
		return err
	}
	for _, v := range values {
		if _, err := sum(append(strconv.AppendInt(nil, int64(len(v)), 10), v...)); err != nil {
			return err
		}
	}
	return nil
}

// databases are the names of the files of a folder that a user would open.
func databases(t testing.TB, folder string) (names []string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.db"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range paths {
		names = append(names, filepath.Base(p))
	}
	return names
}

// scaled is how often a test does what it does: usually, in short tests, or as
// the environment asks.
func scaled(t testing.TB, variable string, usual, short int) int {
	t.Helper()
	if n, err := strconv.Atoi(os.Getenv(variable)); err == nil {
		return n
	}
	if testing.Short() {
		return short
	}
	return usual
}
