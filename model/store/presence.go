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

// Holds wants the file to be the one that was opened, with every edit that was
// acknowledged since; otherwise it returns a *model.Problem.
func (s *Store) Holds(ctx context.Context) error {
	if err := s.acquire(ctx); err != nil {
		return err
	}
	defer s.release()
	return s.tell(s.reading(ctx, func(c *connection) error { return s.stillOurs(ctx, c) }), whenReading)
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
