package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"

	"tressons/model"
)

// CopyTo writes the whole file, history included, under another name, compacted.
// The copy takes its name only when it is whole and on disk, replacing what had
// that name: a failure leaves no trace.
func (s *Store) CopyTo(ctx context.Context, path string) error {
	if err := s.acquire(ctx); err != nil {
		return err
	}
	defer s.release()
	return s.tell(s.copyTo(ctx, path), whenCopying)
}

func (s *Store) copyTo(ctx context.Context, path string) error {
	if sameFile(s.path, path) {
		return errOntoItself
	}
	return publish(path, func(temporary string) error {
		err := s.vacuumInto(ctx, temporary)
		if damaged(err) { // it is not the copy that is
			err = s.tell(s.doubted(ctx, err), whenReading)
		}
		return err
	})
}

func (s *Store) vacuumInto(ctx context.Context, path string) error {
	c, err := s.connected(ctx)
	if err != nil {
		return err
	}
	posixLocks.RLock()
	defer posixLocks.RUnlock()
	return c.attaching(func() error { return c.script(ctx, `VACUUM INTO ?`, path) })
}

// backUp writes the bytes of the file under another name while no program can
// save.
func (s *Store) backUp(ctx context.Context, path string) error {
	return publish(path, func(temporary string) error {
		c, err := s.connected(ctx)
		if err != nil {
			return err
		}
		if err := c.leaveWAL(ctx); err != nil { // which keeps a part in another file
			return err
		}
		return s.copyBytes(ctx, temporary, nil, s.undisturbed(ctx))
	})
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	if err != nil {
		return false
	}
	y, err := os.Stat(b)
	return err == nil && os.SameFile(x, y)
}

// publish makes a file under a temporary name beside path, waits until it is on
// disk, and renames it to path.
func publish(path string, fill func(temporary string) error) error {
	path, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	if err := replaceable(path); err != nil {
		return explain(path, err, whenCreating)
	}
	temporary := filepath.Join(filepath.Dir(path), ".tressons-"+model.NewID()+".tmp")
	if err = fill(temporary); err == nil {
		err = settle(temporary, path)
	}
	if err != nil {
		err = errors.Join(err, discard(temporary))
	}
	var told *model.Problem
	if _, ok := engineCode(err); ok && damaged(err) && !errors.As(err, &told) {
		err = notDamage(err) // what is being made was not damaged by anybody
	}
	return explain(path, err, whenCreating)
}

// replaceable refuses a name that cannot become that of the new file.
func replaceable(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return errDirectory
	}
	if hasJournal(path) {
		return errInUse // SQLite would apply the journal of the old file to the new one
	}
	_, err := os.Stat(filepath.Dir(path))
	return err
}

// settle brings a finished file to disk and gives it its name.
func settle(temporary, path string) error {
	if err := syncFile(temporary); err != nil {
		return err
	}
	if err := os.Rename(temporary, path); err != nil {
		return err
	}
	return syncFolder(filepath.Dir(path))
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncFolder makes a rename last through a power cut. Windows has no such call
// and needs none.
func syncFolder(dir string) error {
	if runtime.GOOS == "windows" {
		return nil
	}
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// discard removes what a failure left of a temporary file.
func discard(temporary string) error {
	var errs []error
	for _, side := range []string{"", "-journal"} {
		if err := os.Remove(temporary + side); err != nil && !missing(err) {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}
