package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
	"syscall"
	"time"
)

// private is a copy of a file with what lies beside it, in a folder that only
// this user can read. A journal is replayed there, and whatever the file does to
// whom reads it, it does to the copy.
type private struct {
	*Store
	folder string
}

// What the folder of a private copy begins and ends with.
const (
	privateStart = "tressons-"
	privateEnd   = ".copie"
)

// sweepPrivate removes, once, the private copies that a power cut left.
var sweepPrivate = sync.OnceFunc(func() { sweep(os.TempDir(), privateStart, privateEnd) })

// PrivateFolder makes an empty folder that only this user can read, for the caller to
// remove. One that a power cut leaves is removed later.
func PrivateFolder() (string, error) {
	sweepPrivate()
	return os.MkdirTemp("", privateStart+"*"+privateEnd)
}

// copyAside makes a private copy. The bytes are read without SQLite: a save of
// another program that is under way can tear the copy, unless guard keeps such
// programs out while it runs the copying.
func (s *Store) copyAside(ctx context.Context, guard func(func() error) error) (p *private, err error) {
	folder, err := PrivateFolder()
	if err != nil {
		return nil, errors.Join(errNoRoom, err)
	}
	copied, err := newStore(filepath.Join(folder, "copie.db"), s.name, s.opts, s.format)
	p = &private{copied, folder}
	if err == nil {
		copied.fleeting = true
		err = s.copyBytes(ctx, copied.path, sideFiles, guard)
	}
	if err != nil {
		return nil, errors.Join(err, p.remove())
	}
	return p, nil
}

// unguarded copies what may change meanwhile.
func unguarded(f func() error) error { return f() }

// remove closes the copy and deletes it.
func (p *private) remove() error { return errors.Join(p.drop(), os.RemoveAll(p.folder)) }

// undisturbed copies while no program can save.
func (s *Store) undisturbed(ctx context.Context) func(func() error) error {
	return func(copying func() error) error {
		return s.reading(ctx, func(c *connection) error {
			var tables int64
			if err := c.one(ctx, `SELECT count(*) FROM sqlite_schema`, &tables); err != nil {
				return err
			}
			return copying() // no program can save from the first read on
		})
	}
}

// copyBytes copies the file, with those of some files beside it that are there.
func (s *Store) copyBytes(ctx context.Context, to string, beside []string, guard func(func() error) error) (err error) {
	sources := map[string]*os.File{}
	defer func() {
		posixLocks.Lock()
		defer posixLocks.Unlock()
		for _, f := range sources {
			err = errors.Join(err, f.Close())
		}
	}()
	for _, side := range append([]string{""}, beside...) {
		f, err := os.Open(s.path + side)
		switch {
		case err == nil:
			sources[side] = f
		case side == "" || !missing(err):
			return err
		}
	}
	return guard(func() error {
		for side, f := range sources {
			if err := pour(ctx, f, to+side); err != nil {
				return err
			}
		}
		return nil
	})
}

// atOnce is how much is copied between two looks at whether to go on, in bytes.
const atOnce = 16 << 20

// pour copies the bytes of a file to a new one, which those may read who may
// read the file. Where the system can, it copies without handing the bytes to
// the program, or only makes both files share them.
func pour(ctx context.Context, in *os.File, to string) error {
	info, err := in.Stat()
	if err != nil {
		return err
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, info.Mode().Perm()|0o600)
	if err != nil {
		return errors.Join(errNoRoom, err)
	}
	for err == nil {
		if err = ctx.Err(); err == nil {
			_, err = io.CopyN(out, in, atOnce)
		}
	}
	switch {
	case errors.Is(err, io.EOF):
		err = nil
	case errors.Is(err, syscall.ENOSPC):
		err = errors.Join(errNoRoom, err)
	}
	return errors.Join(err, out.Close())
}

// patience is how long the checks of a file of some bytes may take. What takes
// longer was made to.
func patience(size int64) time.Duration {
	return 5*time.Second + time.Duration(size>>20)*100*time.Millisecond
}
