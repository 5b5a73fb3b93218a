package store

import (
	"cmp"
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"tressons/model"
)

// Options tell who opens a file and with what. The zero value is good.
type Options struct {
	App        string           // program and version, kept with each session
	Device     string           // what to call this computer, may be empty
	DocumentID string           // for a new file, NewID() when empty
	Now        func() time.Time // time.Now when nil
	NewID      func() string    // UUIDs; model.NewID when nil
}

// Author signs the changes of a session.
type Author struct {
	Name         string
	Organisation string
}

func (a Author) compare(other Author) int {
	return cmp.Or(cmp.Compare(a.Name, other.Name), cmp.Compare(a.Organisation, other.Organisation))
}

// Store is an open file. Its methods may be called from any goroutine; one works
// at a time, the others wait.
type Store struct {
	path     string
	name     string // what sentences call it: path, but for a file being built
	opts     Options
	format   format
	turn     chan struct{} // holds one token while a method works
	conn     *connection   // nil after a failure, made anew when needed
	readOnly bool
	checked  bool // everything was read and found sound when it was opened
	fleeting bool // a private copy that is thrown away after use
	document uuid
	opened   os.FileInfo // of the file when it was opened, to notice another in its place
	looked   os.FileInfo // of the file when Overwritten looked last
	version  int64       // of the content for the connection, 0 when not known

	author  Author
	session *session       // nil until the first edit, and after a change of author
	known   map[uuid]int64 // greatest seq of each session that was in front of the user; nil before the first look
	closed  bool
}

// Open opens an existing file. Nothing is written: the bytes stay as they are
// until the first edit, but for a file of an older format, which is migrated
// after a dated backup beside it. The header and the exact schema are always
// checked; a file of at most checkedWhenOpening bytes, or one that was left in
// the middle of a save, is checked whole on a private copy before it is touched.
// For others Checked() is false and the caller runs VerifyAside when it has
// time. A file in a place that cannot be written opens with ReadOnly() true. A
// refusal is a *model.Problem.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	return open(ctx, path, opts, current())
}

func open(ctx context.Context, path string, opts Options, f format) (*Store, error) {
	s, err := newStore(path, path, opts, f)
	if err != nil {
		return nil, err
	}
	if err := s.examine(ctx); err != nil {
		return nil, errors.Join(s.tell(err, whenOpening), s.drop())
	}
	return s, nil
}

// Create makes a new file and opens it. See Build for how it appears.
func Create(ctx context.Context, path string, opts Options) (*Store, error) {
	if err := Build(ctx, path, opts, func(*Store) error { return nil }); err != nil {
		return nil, err
	}
	return Open(ctx, path, opts)
}

// Build makes a new file and fills it. It is made under another name in the same
// folder and takes its own only when it is whole and on disk, replacing what had
// that name: a failure leaves no trace. The caller has asked before replacing.
func Build(ctx context.Context, path string, opts Options, fill func(*Store) error) error {
	return build(ctx, path, opts, current(), fill)
}

func build(ctx context.Context, path string, opts Options, f format, fill func(*Store) error) error {
	return publish(path, func(temporary string) error {
		s, err := newStore(temporary, path, opts, f)
		if err != nil {
			return err
		}
		if err := s.initialise(ctx); err != nil {
			return errors.Join(s.tell(beingMade(err), whenCreating), s.drop())
		}
		return errors.Join(fill(s), s.Close())
	})
}

func newStore(path, name string, opts Options, f format) (*Store, error) {
	absolute, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	if opts.Now == nil {
		opts.Now = time.Now
	}
	if opts.NewID == nil {
		opts.NewID = model.NewID
	}
	return &Store{path: absolute, name: name, opts: opts, format: f, turn: make(chan struct{}, 1)}, nil
}

// Path is the absolute name of the file.
func (s *Store) Path() string { return s.path }

// DocumentID is the UUID of the document, the same in every copy of the file.
func (s *Store) DocumentID() string { return s.document.String() }

// ReadOnly tells whether the file is in a place where nothing can be written.
func (s *Store) ReadOnly() bool { return s.readOnly }

// Checked tells whether everything in the file was read and found sound when it
// was opened.
func (s *Store) Checked() bool { return s.checked }

// SetAuthor signs the edits from here on. Another author is another session.
func (s *Store) SetAuthor(a Author) {
	s.turn <- struct{}{}
	defer s.release()
	if a != s.author {
		s.author, s.session = a, nil
	}
}

// Close closes the file. Every edit that Save acknowledged is on disk already.
func (s *Store) Close() error {
	s.turn <- struct{}{}
	defer s.release()
	s.closed = true
	return s.drop()
}

// acquire waits for its turn on the file, unless ctx ends before.
func (s *Store) acquire(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case s.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	if s.closed {
		s.release()
		return errClosed
	}
	return nil
}

func (s *Store) release() { <-s.turn }

var errClosed = errors.New("store: used after Close")
