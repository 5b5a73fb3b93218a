package store

import (
	"context"
	"errors"
	"os"
)

// IsReplaced tells whether an error says that the file was replaced on disk while
// it was open.
func IsReplaced(err error) bool {
	return errors.Is(err, errReplaced) || errors.Is(explainedCause(err), errReplaced)
}

// explainedCause is the refusal behind a failure of SQLite, nil if there is none.
func explainedCause(err error) error {
	if code, ok := engineCode(err); ok {
		if r := engineRefusal(code, whenSaving); r != nil {
			return r
		}
	}
	return nil
}

// Replaced tells whether another file has taken the place of the one that is
// open, or none is there any more. It asks the disk, but not SQLite.
func (s *Store) Replaced() bool {
	now, err := os.Stat(s.path)
	if err != nil {
		return missing(err)
	}
	return s.opened != nil && !os.SameFile(s.opened, now)
}

// Overwritten tells whether somebody else wrote to the open file: another program,
// or a synchroniser that leaves the file in its place. As long as nothing did it
// asks the disk, but not SQLite, and it never waits for other work on the file.
func (s *Store) Overwritten(ctx context.Context) bool {
	select {
	case s.turn <- struct{}{}:
	default:
		return false // work that is under way would notice
	}
	defer s.release()
	now, err := os.Stat(s.path)
	if err != nil || s.closed || s.looked != nil && now.Size() == s.looked.Size() && now.ModTime().Equal(s.looked.ModTime()) {
		return false
	}
	written := false
	err = s.reading(ctx, func(c *connection) error {
		if err := s.stillShown(ctx, c); err != nil {
			return err
		}
		version, err := c.version(ctx)
		written = s.version != 0 && version != s.version
		if err == nil && !written {
			s.version, s.looked = version, now
		}
		return err
	})
	return written || IsReplaced(err)
}

// version is a number that changes when another connection writes to the file.
func (c *connection) version(ctx context.Context) (n int64, err error) {
	err = c.one(ctx, `PRAGMA data_version`, &n)
	return n, err
}

// Holds wants the file to be the one that was opened, with every edit that was
// shown or acknowledged since; otherwise it returns a *model.Problem.
func (s *Store) Holds(ctx context.Context) error {
	if err := s.acquire(ctx); err != nil {
		return err
	}
	defer s.release()
	return s.tell(s.reading(ctx, func(c *connection) error { return s.stillShown(ctx, c) }), whenReading)
}

// stillShown looks for what was in front of the user, or saved since.
func (s *Store) stillShown(ctx context.Context, c *connection) error {
	if err := s.stillOurs(ctx, c); err != nil {
		return err
	}
	last, _, err := survey(ctx, c, s.opts.Now())
	for session, seq := range s.known {
		if err == nil && last[session] < seq {
			err = errReplaced
		}
	}
	return err
}

// stillOurs looks for what a synchroniser that overwrites the file in place
// would have taken away: the identity, and the last edit of this session.
func (s *Store) stillOurs(ctx context.Context, c *connection) error {
	var id []byte
	if err := c.one(ctx, `SELECT id FROM document`, &id); err != nil {
		return err
	}
	if string(id) != string(s.document[:]) {
		return errReplaced
	}
	if s.session == nil || s.known[s.session.id] == 0 {
		return nil
	}
	var last int64
	if err := c.one(ctx, `SELECT coalesce(max(seq), 0) FROM change WHERE session = ?`, &last, s.session.id[:]); err != nil {
		return err
	}
	if last < s.known[s.session.id] {
		return errReplaced
	}
	return nil
}

// Identify reads which document a file is a copy of, without checking more than
// its header and tables. Files that a save left unfinished are refused.
func Identify(ctx context.Context, path string, opts Options) (documentID string, err error) {
	s, err := newStore(path, path, opts, current())
	if err != nil {
		return "", err
	}
	head, size, err := s.look()
	if err == nil {
		err = s.checkHeader(head, size)
	}
	if err == nil && hasJournal(path) {
		err = errInterrupted
	}
	if err == nil {
		s.readOnly = true
		_, err = s.inspect(ctx)
	}
	return s.DocumentID(), s.tell(errors.Join(err, s.drop()), whenOpening)
}
