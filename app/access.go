package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"tressons/model/store"
)

// Access is how a file is opened with regard to other people.
type Access int

// The ways to open a file.
const (
	Claiming Access = iota // to work on it, telling others by a note beside it
	Reading                // to look at it, whoever has it
	Beside                 // to change it whoever has it, as scripts do
)

// OpenAs opens a file. Claiming it fails with *InUseError when another program
// has it. It waits for the disk.
func (a *App) OpenAs(ctx context.Context, path string, access Access) (*Document, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	s, err := store.Open(ctx, path, a.storeOptions())
	if err != nil {
		return nil, err
	}
	d, err := a.attach(ctx, s)
	if err != nil {
		return nil, err
	}
	switch {
	case access == Reading:
		d.info.ReadOnly = true
	case access == Claiming && d.info.ReadOnly:
		return d, nil
	case access == Claiming:
		if holder := a.claims.take(path, (&Settings{}).Signature().Name, time.Now()); holder != nil {
			return nil, errors.Join(&InUseError{path, *holder}, d.Close(ctx))
		}
		d.release = func() { a.claims.leave(path) }
	}
	return d, nil
}

// HolderOf is who has a file open, nil when nobody says so. The window that
// waits for a file asks now and then.
func (a *App) HolderOf(path string) *Holder {
	holder := readNote(path, time.Now())
	if holder != nil && holder.PID == os.Getpid() && holder.Where == hostname() {
		return nil
	}
	return holder
}

// WorkingCopy makes a copy beside a file that somebody else has open, to work on
// and merge later, and returns its path. It waits for the disk.
func (a *App) WorkingCopy(ctx context.Context, path, who string) (string, error) {
	s, err := store.Open(ctx, path, a.storeOptions())
	if err != nil {
		return "", err
	}
	copied := workingName(s.Path(), who, time.Now())
	err = s.CopyTo(ctx, copied)
	return copied, errors.Join(err, s.Close())
}

// workingName is the name of a working copy, which ConflictCopies finds.
func workingName(path, who string, now time.Time) string {
	extension := filepath.Ext(path)
	of := ""
	if safe := safeName(who); safe != "" {
		of = " de " + safe
	}
	return path[:len(path)-len(extension)] + " (copie" + of + ", " + now.Format("2006-01-02 15h04m05") + ")" + extension
}

// safeName keeps of a name what every file system takes.
func safeName(name string) string {
	out := make([]rune, 0, len(name))
	for _, r := range name {
		switch r {
		case '/', '\\', ':', '*', '?', '"', '<', '>', '|':
		default:
			if r >= ' ' {
				out = append(out, r)
			}
		}
	}
	return string(out)
}

// IsReplaced tells whether saving failed because the file was replaced on disk
// while it was open: the window then offers to save a copy and to merge.
func IsReplaced(err error) bool { return store.IsReplaced(err) }

// IsDamaged tells whether a file could not be opened because its content is broken
// or not whole: Recover may save what is left of it.
func IsDamaged(err error) bool { return store.IsDamaged(err) }

// IsPDF tells whether a file could not be opened because it is a PDF, which may
// carry a diagnosis: see CarriesDiagnosis.
func IsPDF(err error) bool { return store.IsPDF(err) }

// IsMissing tells whether there is no such file, or no longer.
func IsMissing(err error) bool { return store.IsMissing(err) }

// Replaced tells whether another file has taken the place of the one that is
// open. The window asks now and then, from another goroutine.
func (d *Document) Replaced() bool { return d.writer.store.Replaced() }

// Overwritten tells whether somebody else wrote to the file that is open to be
// edited: another program, or a synchroniser that leaves the file in its place.
// The window asks now and then, from another goroutine.
func (d *Document) Overwritten(ctx context.Context) bool {
	return !d.info.ReadOnly && d.writer.store.Overwritten(ctx)
}

// VerifyAsync checks a file that was too large to be checked whole when it was
// opened, and hands over what is wrong with it, on another goroutine. Smaller
// files were checked already: then is not called.
func (d *Document) VerifyAsync(ctx context.Context, then func([]string, error)) {
	if d.writer.store.Checked() {
		return
	}
	go func() { then(d.writer.store.VerifyAside(ctx)) }()
}

// rescue writes what this opening showed and edited to a new file: the file that
// was open is no longer there to be copied. Its history is not in it.
func (d *Document) rescue(ctx context.Context, path string) error {
	diagnoses, author := d.writer.everything()
	opts := d.app.storeOptions()
	opts.DocumentID = d.info.ID
	return store.Build(ctx, path, opts, func(s *store.Store) error {
		s.SetAuthor(author)
		for _, x := range diagnoses {
			if _, err := s.Save(ctx, x.ID, x.Edits()); err != nil {
				return err
			}
		}
		return d.rescuePhotos(ctx, diagnoses, s)
	})
}
