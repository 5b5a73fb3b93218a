package store

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"
)

// private is a copy of a file with what lies beside it, in a folder that only
// this user can read. A journal is replayed there, and whatever the file does to
// whom reads it, it does to the copy.
type private struct {
	*Store
	folder string
}

// copyAside makes a private copy. The bytes are read without SQLite: a save of
// another program that is under way can tear the copy, unless guard keeps such
// programs out while it runs the copying.
func (s *Store) copyAside(ctx context.Context, guard func(func() error) error) (p *private, err error) {
	folder, err := os.MkdirTemp("", "tressons-")
	if err != nil {
		return nil, errors.Join(errNoRoom, err)
	}
	copied, err := newStore(filepath.Join(folder, "copie.db"), s.name, s.opts, s.format)
	p = &private{copied, folder}
	if err == nil {
		err = s.copyBytes(ctx, copied.path, guard)
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

// copyBytes copies the file with what lies beside it.
func (s *Store) copyBytes(ctx context.Context, to string, guard func(func() error) error) (err error) {
	sources := map[string]*os.File{}
	defer func() {
		posixLocks.Lock()
		defer posixLocks.Unlock()
		for _, f := range sources {
			err = errors.Join(err, f.Close())
		}
	}()
	for _, side := range append([]string{""}, sideFiles...) {
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

// pour writes what a reader gives to a new file.
func pour(ctx context.Context, in io.Reader, to string) error {
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return errors.Join(errNoRoom, err)
	}
	read := &obedient{ctx: ctx, r: in}
	_, err = io.CopyBuffer(struct{ io.Writer }{out}, read, make([]byte, 1<<20))
	if err != nil && read.err == nil {
		err = errors.Join(errNoRoom, err)
	}
	return errors.Join(err, out.Close())
}

// obedient reads until a context ends, and keeps the error of reading apart from
// that of writing.
type obedient struct {
	ctx context.Context
	r   io.Reader
	err error
}

func (o *obedient) Read(b []byte) (n int, err error) {
	if err = o.ctx.Err(); err == nil {
		n, err = o.r.Read(b)
	}
	if err != nil && !errors.Is(err, io.EOF) {
		o.err = err
	}
	return n, err
}

// patience is how long the checks of a file of some bytes may take. What takes
// longer was made to.
func patience(size int64) time.Duration {
	return 5*time.Second + time.Duration(size>>20)*100*time.Millisecond
}
