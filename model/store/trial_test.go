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
	folder        string            // for copies to look at
}

// tried does the work once, undisturbed.
func tried(t *testing.T, w work) *trial {
	t.Helper()
	if w.writes == nil {
		w.writes = current()
	}
	folder := t.TempDir()
	w.prepare(t, folder)
	r := &trial{work: w, start: map[string]string{}, met: map[string]string{}, folder: t.TempDir()}
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
	r.lay(t, folder)
	return folder
}

func (r *trial) lay(t *testing.T, folder string) {
	t.Helper()
	for name, bytes := range r.start {
		write(t, filepath.Join(folder, name), bytes)
	}
}

// attempt does the work in this process and tells what was acknowledged and what
// failed, also what then went well.
func (r *trial) attempt(folder string) (acknowledged int, failures []error) {
	w := &worker{ctx: context.Background(), folder: folder, format: r.writes, opts: r.opts,
		acknowledge: func(n int) { acknowledged = n },
		told:        func(err error) { failures = append(failures, err) }}
	if err := r.do(w); err != nil {
		failures = append(failures, err)
	}
	return acknowledged, failures
}

// again does the work where nothing may fail.
func (r *trial) again(folder string) error {
	_, failures := r.attempt(folder)
	return errors.Join(failures...)
}

// check looks at a folder after the work was disturbed: every file opens and is
// sound, what was acknowledged is there, nothing was done by halves, each backup
// is the file of before, and what the work only reads is as it was.
func (r *trial) check(t testing.TB, folder string, acknowledged int) error {
	t.Helper()
	return r.checkFiles(t, folder, acknowledged, false)
}

// complete does the work again after it was disturbed and wants all of it to be
// done then.
func (r *trial) complete(t testing.TB, folder string, acknowledged int) error {
	t.Helper()
	if err := r.again(folder); err != nil {
		return fmt.Errorf("done again: %w", err)
	}
	if err := r.checkFiles(t, folder, max(acknowledged, 1), true); err != nil {
		return fmt.Errorf("done again: %w", err)
	}
	return nil
}

func (r *trial) checkFiles(t testing.TB, folder string, acknowledged int, again bool) error {
	t.Helper()
	for name := range r.start {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			return err
		}
	}
	for _, name := range databases(t, folder) {
		if err := r.checkFile(t, folder, name, acknowledged, again); err != nil {
			return err
		}
	}
	return nil
}

func (r *trial) checkFile(t testing.TB, folder, name string, acknowledged int, again bool) error {
	t.Helper()
	if name == userFile && r.holds != nil {
		return r.held(t, folder, acknowledged, again)
	}
	path := filepath.Join(folder, name)
	got, err := r.look(t, path)
	before, after := r.before[name], r.after[name]
	switch {
	case err != nil:
		return err
	case strings.HasPrefix(name, "essai ("):
		if got != r.before[userFile] && !(again && got == r.after[userFile]) {
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

// held wants the user's file to be sound, which opening a small file checks, and
// to hold what was acknowledged.
func (r *trial) held(t testing.TB, folder string, acknowledged int, verify bool) error {
	t.Helper()
	s, err := open(t.Context(), r.aside(t, filepath.Join(folder, userFile)), Options{}, r.writes)
	if err != nil {
		return err
	}
	var found []string
	if verify || !s.Checked() {
		found, err = s.Verify(t.Context())
	}
	if err == nil && len(found) > 0 {
		err = fmt.Errorf("not sound: %v", found)
	}
	return errors.Join(err, r.holds(s, acknowledged), s.Close())
}

// aside is a copy of a file, with the journal that a crash left beside it: looking
// at it changes nothing of what the work will find.
func (r *trial) aside(t testing.TB, path string) string {
	t.Helper()
	empty(t, r.folder)
	copied := filepath.Join(r.folder, filepath.Base(path))
	for _, side := range append([]string{""}, sideFiles...) {
		if _, err := os.Stat(path + side); err == nil {
			write(t, copied+side, content(t, path+side))
		}
	}
	return copied
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

// look tells in short what a file holds and wants it to open. What it holds is
// compared with files that are known to be sound. A file of which every byte was
// met before need not be opened again.
func (r *trial) look(t testing.TB, path string) (held string, err error) {
	t.Helper()
	bytes := ""
	if !hasJournal(path) {
		bytes = fmt.Sprintf("%x", sha256.Sum256([]byte(content(t, path))))
		if held, ok := r.met[bytes]; ok {
			return held, nil
		}
	}
	s, err := open(t.Context(), r.aside(t, path), Options{}, r.writes)
	if err != nil {
		return "", fmt.Errorf("%s does not open: %w", filepath.Base(path), err)
	}
	checked := s.Checked()
	if err := s.Close(); err != nil {
		return "", err
	}
	if !checked {
		return "", errors.New("too large to be checked when it is opened")
	}
	c, err := connect(t.Context(), r.aside(t, path), readWrite)
	if err != nil {
		return "", err
	}
	held, err = everything(t.Context(), c)
	if bytes != "" && err == nil {
		r.met[bytes] = held
	}
	return held, errors.Join(err, c.close())
}

// everything is a short name for the format of a file and all that its tables hold.
func everything(ctx context.Context, c *connection) (string, error) {
	var tables []string
	var version int
	if err := c.one(ctx, `PRAGMA user_version`, &version); err != nil {
		return "", err
	}
	err := c.each(ctx, `SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name`, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		tables = append(tables, name)
		return err
	})
	sum := sha256.New()
	fmt.Fprintln(sum, version)
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

func empty(t testing.TB, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
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
