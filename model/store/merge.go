package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"tressons/model"
)

// Merge tells what merging brings, or would bring.
type Merge struct {
	Sources   []MergedSource
	Changes   int       // of the log, that were not there
	Identical int       // fields that the sources and this file set alike meanwhile
	Listed    int       // fields whose value changes without dispute, all of them
	Arrivals  []Arrival // the first MaxArrivals of them, sorted by cell
	Conflicts Conflicts // that concern what came
	Backup    string    // path of the copy made before, "" when nothing was written
	// Photos are, of a preview, pictures that conflicts name and the file lacks.
	Photos map[model.Hash][]byte
}

// MaxArrivals is how many changes a Merge lists: memory stays bounded when two
// files have hardly anything in common.
const MaxArrivals = 20_000

// MergedSource is what one of the sources brings that those before it did not.
type MergedSource struct {
	Path    string
	Changes int
	Photos  int
	Frozen  int           // fields of frozen states
	Authors []AuthorShare // in the order of the sessions
}

// AuthorShare is how many changes of a source are somebody's.
type AuthorShare struct {
	Author  Author
	Changes int
}

// Arrival is a field whose value changes, and nobody disputes it.
type Arrival struct {
	Source    int // index in Sources
	Diagnosis string
	Edit      model.Edit
	Before    string // the value shown before, when HasBefore
	HasBefore bool
	Author    Author
	At        time.Time
}

// Nothing tells whether the sources hold nothing that this file lacks.
func (m Merge) Nothing() bool {
	for _, s := range m.Sources {
		if s.Photos > 0 || s.Frozen > 0 {
			return false
		}
	}
	return m.Changes == 0
}

// PreviewMerge tells what Merge would do, and writes nothing: it is carried out
// on a copy of this file. The sources are read through private copies, with the
// same checks as Open, and stay as they are. An error is a *model.Problem that
// names the file at fault.
func (s *Store) PreviewMerge(ctx context.Context, sources []string) (Merge, error) {
	return s.preview(ctx, sources, copies)
}

// PreviewImport tells what Import would do, and writes nothing.
func (s *Store) PreviewImport(ctx context.Context, sources []string) (Merge, error) {
	return s.preview(ctx, sources, anyDocument)
}

// kinship is which files can be brought together with this one.
type kinship int

const (
	copies      kinship = iota // of the same document only
	anyDocument                // other documents too: they bring further diagnoses
)

func (s *Store) preview(ctx context.Context, sources []string, of kinship) (Merge, error) {
	if err := s.acquire(ctx); err != nil {
		return Merge{}, err
	}
	defer s.release()
	m, err := s.withSources(ctx, sources, of, s.tryOut)
	return m, s.tell(err, whenReading)
}

// Merge brings everything that copies of this document hold and this file does
// not, in one transaction, after a dated backup beside the file. With nothing to
// bring, nothing is written. Merging the same sources again changes nothing, so
// a merge that was interrupted can be asked for again. The next edit begins a
// new session; call Diagnoses before it, so that it counts as made in view of
// what came.
func (s *Store) Merge(ctx context.Context, sources []string) (Merge, error) {
	return s.merge(ctx, sources, copies)
}

// Import is Merge for files of other documents: their diagnoses come beside those
// of this file, with their history. Importing a file again brings what was written
// in it meanwhile.
func (s *Store) Import(ctx context.Context, sources []string) (Merge, error) {
	return s.merge(ctx, sources, anyDocument)
}

func (s *Store) merge(ctx context.Context, sources []string, of kinship) (Merge, error) {
	if err := s.acquire(ctx); err != nil {
		return Merge{}, err
	}
	defer s.release()
	if s.readOnly {
		return Merge{}, s.tell(errMergeReadOnly, whenSaving)
	}
	m, err := s.withSources(ctx, sources, of, func(ctx context.Context, from []*source) (Merge, error) {
		backup := datedName(s.path, "avant fusion", s.opts.Now())
		safe, err := s.backUp(ctx, backup)
		if err != nil {
			return Merge{}, err
		}
		m, err := s.carryOut(ctx, from, safe)
		m.Backup = backup
		if failure := safe(); err == nil {
			err = failure
		}
		return m, err
	})
	return m, s.tell(err, whenSaving)
}

// withSources opens the sources, finds out what is new in them, and hands them
// over if anything is. It begins anew when something looks damaged: so it does
// too when the disk fails for an instant.
func (s *Store) withSources(ctx context.Context, paths []string, of kinship, use func(context.Context, []*source) (Merge, error)) (Merge, error) {
	m, err := s.onceWithSources(ctx, paths, of, use)
	if damaged(err) {
		if err = pause(ctx, pauseBeforeDoubt); err == nil {
			m, err = s.onceWithSources(ctx, paths, of, use)
		}
	}
	return m, err
}

func (s *Store) onceWithSources(ctx context.Context, paths []string, of kinship, use func(context.Context, []*source) (Merge, error)) (Merge, error) {
	from, err := s.openSources(ctx, paths, of)
	defer func() {
		for _, f := range from {
			f.discard()
		}
	}()
	if err != nil {
		return Merge{}, err
	}
	news, err := s.compare(ctx, from)
	if err != nil {
		return Merge{}, err
	}
	if !news {
		m := Merge{}
		for _, path := range paths {
			m.Sources = append(m.Sources, MergedSource{Path: path})
		}
		return m, nil
	}
	return use(ctx, from)
}

// tryOut carries the merge out on a copy that is thrown away.
func (s *Store) tryOut(ctx context.Context, from []*source) (m Merge, err error) {
	trial, err := s.copyAside(ctx, s.undisturbed(ctx))
	if err != nil {
		return Merge{}, err
	}
	trial.document = s.document
	m, err = trial.carryOut(ctx, from, func() error { return nil })
	if err == nil {
		m.Photos, err = trial.disputedPhotos(ctx, m.Conflicts, from)
	}
	return m, errors.Join(err, trial.remove())
}

// mergeCache is how much of the file is kept in memory during a merge, in bytes.
// Pages that do not fit are written before the end, each time after waiting for
// the disk.
const mergeCache = 80 << 20

// carryOut writes what the sources bring, all or nothing, once safe returns nil.
func (s *Store) carryOut(ctx context.Context, from []*source, safe func() error) (m Merge, err error) {
	err = s.writing(ctx, func(c *connection) error {
		if err := c.cache(ctx, mergeCache); err != nil {
			return err
		}
		w := merging{ctx: ctx, c: c}
		if err := w.bring(from); err != nil {
			return err
		}
		m = w.out
		return safe()
	})
	if s.conn != nil {
		// Memory alone: no reason to say that the merge failed.
		_ = s.conn.cache(context.WithoutCancel(ctx), usualCache)
	}
	var uncertain *commitError
	if errors.As(err, &uncertain) {
		err = errors.Join(errMergeUncertain, err, s.drop())
	}
	if err == nil {
		s.session = nil
	}
	return m, err
}

// datedName is the name of a backup made before something: no file has it, not
// even one made in the same second.
func datedName(path, before string, at time.Time) string {
	extension := filepath.Ext(path)
	start := strings.TrimSuffix(path, extension) + " (" + before + ", " + at.Format("2006-01-02 15h04m05")
	name := start + ")" + extension
	for n := 2; ; n++ {
		if _, err := os.Lstat(name); err != nil {
			return name
		}
		name = fmt.Sprintf("%s, %d)%s", start, n, extension)
	}
}
