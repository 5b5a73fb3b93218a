package store

import (
	"context"
	"database/sql"
	"errors"
	"os"
)

// checkedWhenOpening is the size in bytes up to which Open itself reads every
// page: about 20 ms of work. Larger files are checked by Verify.
const checkedWhenOpening = 8 << 20

// examine checks a file from the outside in and leaves a connection to it.
func (s *Store) examine(ctx context.Context) error {
	if err := s.checkHeader(); err != nil {
		return err
	}
	version, err := s.inspect(ctx)
	if damaged(err) {
		// A passing read error, on a network drive, can look like damage.
		if err = s.drop(); err == nil {
			version, err = s.inspect(ctx)
		}
	}
	if err == nil && version < s.format.version() {
		err = s.upgrade(ctx, version)
	}
	return err
}

// inspect reads what must be right before anything else is read: identity,
// exact schema, and then the pages of a small file.
func (s *Store) inspect(ctx context.Context) (version int, err error) {
	info, err := os.Stat(s.path)
	if err != nil {
		return 0, err
	}
	err = s.reading(ctx, func(c *connection) error {
		if version, err = s.inspectSchema(ctx, c); err != nil {
			return err
		}
		if info.Size() <= checkedWhenOpening {
			if err := quickCheck(ctx, c); err != nil {
				return err
			}
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

func quickCheck(ctx context.Context, c *connection) error {
	return c.each(ctx, `PRAGMA quick_check(1)`, nil, func(rows *sql.Rows) error {
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
