package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"tressons/model"
)

// Verify checks the whole file and returns what is wrong with it, in French
// sentences; none when it is sound. It reads everything: the pages, the
// checksums of the log, the pictures, and compares heads and readable tables
// with what the log says they must be. It writes nothing. The error is for what
// keeps it from looking, not for what it finds.
func (s *Store) Verify(ctx context.Context) ([]string, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	findings, err := twice(ctx, func() ([]string, error) { return s.verified(ctx) })
	return findings, s.tell(err, whenReading)
}

func (s *Store) verified(ctx context.Context) ([]string, error) {
	v := verification{ctx: ctx}
	err := s.reading(ctx, func(c *connection) error { return v.run(s, c) })
	v.foundDamage(&err)
	return v.told(), err
}

// twice looks again at what seems damaged: a disk that fails for an instant can
// make it seem so.
func twice(ctx context.Context, look func() ([]string, error)) ([]string, error) {
	findings, err := look()
	if damaged(err) || len(findings) > 0 {
		if err = pause(ctx, pauseBeforeDoubt); err == nil {
			findings, err = look()
		}
	}
	return findings, err
}

// Examine checks a file that is not open, in the whole order of an opening and
// with all that Verify does, on a private copy. The error is for what is no file
// of this program or cannot be read at all.
func Examine(ctx context.Context, path string, opts Options) ([]string, error) {
	s, err := newStore(path, path, opts, current())
	if err != nil {
		return nil, err
	}
	findings, err := twice(ctx, func() ([]string, error) { return s.examineAside(ctx) })
	return findings, s.tell(err, whenOpening)
}

func (s *Store) examineAside(ctx context.Context) ([]string, error) {
	if _, _, err := s.look(); err != nil {
		return nil, err
	}
	p, err := s.copyAside(ctx, unguarded)
	if err != nil {
		return nil, err
	}
	v, err := p.checkAll(ctx)
	v.foundDamage(&err)
	return v.told(), errors.Join(err, p.remove())
}

// VerifyAside is Verify on a private copy, so that saving goes on meanwhile. Only
// the copying, some tenths of a second for a large file, makes others wait.
func (s *Store) VerifyAside(ctx context.Context) ([]string, error) {
	findings, err := twice(ctx, func() ([]string, error) {
		p, err := s.copyUndisturbed(ctx)
		if err != nil {
			return nil, err
		}
		findings, err := p.verified(ctx)
		return findings, errors.Join(err, p.remove())
	})
	return findings, s.tell(err, whenReading)
}

// copyUndisturbed makes a private copy while no program can save.
func (s *Store) copyUndisturbed(ctx context.Context) (p *private, err error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	return s.copyAside(ctx, s.undisturbed(ctx))
}

// verification is one run of Verify.
type verification struct {
	ctx      context.Context
	c        *connection
	findings []string // what is wrong with the file
	strange  []string // what is no fault of the file, but not shown
	ids      []uuid   // sessions, in the order of causes.number
	causes   *causality
	standing map[version][sumSize]byte // heads, with the checksum that their change must have
	twins    int                       // heads that are one change, in two places
	past     map[cell][]version        // changes that are no head
	tallies  tallies                   // of the log as it is
}

// run checks everything, from the outside in.
func (v *verification) run(s *Store, c *connection) error {
	v.c = c
	if _, err := s.inspectSchema(v.ctx, c); err != nil {
		return err
	}
	for _, check := range []func() error{v.pages, v.document, v.sessions, v.heads, v.log, v.counts, v.photos, v.frozen, v.omissions, v.derived} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// foundDamage makes a finding of an error that says that the file is damaged.
func (v *verification) foundDamage(err *error) {
	if damaged(*err) {
		v.found("La lecture du fichier s’arrête en chemin : une partie de son contenu est abîmée.")
		*err = nil
	}
}

func (v *verification) told() []string { return append(v.findings, v.strange...) }

func (v *verification) found(format string, a ...any) {
	v.findings = append(v.findings, fmt.Sprintf(format, a...))
}

func (v *verification) each(query string, scan func(*sql.Rows) error) error {
	return v.c.each(v.ctx, query, nil, scan)
}

// counted adds a finding when there is something to tell.
func (v *verification) counted(n int, one, many string) {
	if n > 0 {
		v.found("%s.", model.Count(n, one, many))
	}
}
