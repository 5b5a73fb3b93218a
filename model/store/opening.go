package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"time"

	"tressons/model"
)

// checkedWhenOpening is the size in bytes up to which Open itself reads and
// checks everything. Larger files are checked by VerifyAside.
const checkedWhenOpening = 2 << 20

// pauseBeforeDoubt is how long a file that looks damaged is left alone before
// it is looked at again: the save of another program takes some milliseconds.
const pauseBeforeDoubt = 20 * time.Millisecond

// examine checks a file from the outside in and leaves a connection to it.
func (s *Store) examine(ctx context.Context) error {
	version, err := s.approach(ctx)
	if damaged(err) {
		// A save under way, or a passing read error on a network drive, can
		// look like damage.
		if err = errors.Join(s.drop(), pause(ctx, pauseBeforeDoubt)); err == nil {
			version, err = s.approach(ctx)
		}
	}
	if err == nil {
		s.opened, err = os.Stat(s.path)
	}
	if err == nil && version < s.format.version() {
		err = s.upgrade(ctx, version)
	}
	if err == nil {
		err = s.reading(ctx, func(c *connection) (err error) {
			s.version, err = c.version(ctx)
			return err
		})
	}
	return err
}

func pause(ctx context.Context, d time.Duration) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(d):
		return nil
	}
}

// approach looks at the file, then at a private copy of it when it is small or
// was left in the middle of a save, and only then opens the file itself.
func (s *Store) approach(ctx context.Context) (version int, err error) {
	head, size, err := s.look()
	if err != nil {
		return 0, err
	}
	s.checked = size <= checkedWhenOpening || hasJournal(s.path)
	if s.checked && !(s.readOnly && hasJournal(s.path)) {
		err = s.checkAside(ctx)
	} else {
		err = s.checkHeader(head, size)
	}
	if err != nil {
		return 0, err
	}
	return s.inspect(ctx)
}

// checkAside checks everything on a private copy: header, schema, pages,
// checksums, pictures, and what is derived.
func (s *Store) checkAside(ctx context.Context) error {
	p, err := s.copyAside(ctx, unguarded)
	if err != nil {
		return err
	}
	v, err := p.checkAll(ctx)
	if err == nil && len(v.findings) > 0 {
		err = errors.Join(errDamaged, errors.New(strings.Join(v.findings, " ")))
	}
	return errors.Join(err, p.remove())
}

// checkAll is the whole order on a private copy. The error is for what stops it.
func (p *private) checkAll(ctx context.Context) (*verification, error) {
	v := &verification{}
	head, size, err := p.look()
	if err != nil {
		return v, err
	}
	if err := p.checkHeader(head, size); err != nil {
		return v, err
	}
	limited, cancel := context.WithTimeout(ctx, patience(size))
	defer cancel()
	v.ctx = limited
	if err = p.modernise(limited); err == nil {
		err = p.reading(limited, func(c *connection) error { return v.run(p.Store, c) })
	}
	if ctx.Err() == nil && limited.Err() != nil {
		err = errTooSlow // the deadline is ours, not the caller's
	}
	return v, err
}

// modernise brings a private copy to the newest format, so that all of it can be
// compared with the log. The schema is checked first.
func (p *private) modernise(ctx context.Context) (err error) {
	var version int
	err = p.reading(ctx, func(c *connection) error {
		version, err = p.inspectSchema(ctx, c)
		return err
	})
	if err == nil && version < p.format.version() {
		err = p.migrate(ctx, version)
	}
	return err
}

// inspect reads what must be right before anything else is read: identity and
// exact schema.
func (s *Store) inspect(ctx context.Context) (version int, err error) {
	err = s.reading(ctx, func(c *connection) error {
		if version, err = s.inspectSchema(ctx, c); err != nil {
			return err
		}
		s.document, err = readDocument(ctx, c)
		return err
	})
	return version, err
}

// inspectSchema compares every row of sqlite_schema with the text expected for
// the file's version. It comes before quick_check, which runs expressions of the
// schema.
func (s *Store) inspectSchema(ctx context.Context, c *connection) (version int, err error) {
	var application, user int64
	if err := c.one(ctx, `PRAGMA application_id`, &application); err != nil {
		return 0, err
	}
	if err := c.one(ctx, `PRAGMA user_version`, &user); err != nil {
		return 0, err
	}
	if err := s.checkIdentity(application, user); err != nil {
		return 0, err
	}
	got, err := readSchema(ctx, c)
	if err != nil {
		return 0, err
	}
	want, err := s.format.schema(ctx, int(user))
	if err != nil {
		return 0, err
	}
	if len(differences(got, want)) > 0 {
		return 0, errSchema
	}
	return int(user), nil
}

// quickCheck has SQLite check how the pages of the whole file hang together.
func quickCheck(ctx context.Context, c *connection) error {
	return checkPages(ctx, c, `PRAGMA quick_check(1)`)
}

// quickCheckSmall is quickCheck for the tables that are neither the log nor shown
// from it.
func quickCheckSmall(ctx context.Context, c *connection) error {
	tables, err := readSchema(ctx, c)
	if err != nil {
		return err
	}
	for _, r := range tables {
		table := r.name
		if _, derived := model.EntityNamed(table); derived || table == "head" || table == "change" || r.kind != "table" {
			continue
		}
		if err := checkPages(ctx, c, `PRAGMA quick_check(`+quoted(table)+`)`); err != nil {
			return err
		}
	}
	return nil
}

func checkPages(ctx context.Context, c *connection, query string) error {
	return c.each(ctx, query, nil, func(rows *sql.Rows) error {
		var finding string
		if err := rows.Scan(&finding); err != nil {
			return err
		}
		if finding != "ok" {
			return errors.Join(errDamaged, errors.New(finding))
		}
		return nil
	})
}

func readDocument(ctx context.Context, c *connection) (id uuid, err error) {
	var n int
	err = c.each(ctx, `SELECT id, created, sum FROM document`, nil, func(rows *sql.Rows) error {
		var created int64
		var sum []byte
		if err := rows.Scan(&id, &created, &sum); err != nil {
			return err
		}
		n++
		if want := new(summer).document(id, created); string(sum) != string(want[:]) {
			return errDamaged
		}
		return nil
	})
	if err == nil && n != 1 {
		err = errDamaged
	}
	return id, err
}
