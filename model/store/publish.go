package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"time"

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
// save. The copy is on disk and has its name when safe returns nil: until then the
// caller may go on, but commits nothing.
func (s *Store) backUp(ctx context.Context, path string) (safe func() error, err error) {
	return publishLater(path, func(temporary string) error {
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
	done, err := publishLater(path, fill)
	if err != nil {
		return err
	}
	return done()
}

// publishLater makes a file under a temporary name beside path and begins to bring
// it to disk; done waits for that, and until it has its name.
func publishLater(path string, fill func(temporary string) error) (done func() error, err error) {
	path, err = filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if err := replaceable(path); err != nil {
		return nil, explain(path, err, whenCreating)
	}
	sweep(filepath.Dir(path), temporaryStart, temporaryEnd)
	temporary := filepath.Join(filepath.Dir(path), temporaryStart+model.NewID()+temporaryEnd)
	if err := fill(temporary); err != nil {
		return nil, unpublished(path, temporary, err)
	}
	settled := make(chan error, 1)
	go func() { settled <- settle(temporary, path) }()
	return sync.OnceValue(func() error {
		if err := <-settled; err != nil {
			return unpublished(path, temporary, err)
		}
		return nil
	}), nil
}

// unpublished removes what a failure left, and tells of it.
func unpublished(path, temporary string, err error) error {
	err = errors.Join(err, discard(temporary))
	var told *model.Problem
	if !errors.As(err, &told) {
		err = beingMade(err)
	}
	return explain(path, err, whenCreating)
}

// What the name of a file that is being made begins and ends with.
const (
	temporaryStart = ".tressons-"
	temporaryEnd   = ".tmp"
)

// abandoned is the age from which what was being made is nobody's: a power cut or
// the end of the program left it.
const abandoned = 24 * time.Hour

// sweep removes from a folder what was abandoned there. It is a courtesy: a failure
// is no reason to stop.
func sweep(folder, start, end string) {
	entries, _ := os.ReadDir(folder)
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), start) || !strings.HasSuffix(e.Name(), end) {
			continue
		}
		if info, err := e.Info(); err == nil && time.Since(info.ModTime()) > abandoned {
			_ = os.RemoveAll(filepath.Join(folder, e.Name()))
		}
	}
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
