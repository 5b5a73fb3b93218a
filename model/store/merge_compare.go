package store

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
	"sync"
)

// compare finds out of each source which sessions hold changes that this file
// may lack, and which pictures, and tells whether anything is new.
func (s *Store) compare(ctx context.Context, from []*source) (news bool, err error) {
	theirs := make([]map[uuid]digest, len(from))
	done := make(chan error, 1)
	go func() { done <- digestSources(ctx, from, theirs) }()
	// Until then the connections of the sources are not ours to use.
	digested := sync.OnceValue(func() error { return <-done })
	var ours map[uuid]digest
	var known []sessionRow
	var lacking bool
	identity := documentRow{id: s.document}
	err = s.reading(ctx, func(c *connection) error {
		if ours, err = digests(ctx, c); err != nil {
			return err
		}
		if known, err = readSessions(ctx, c); err != nil {
			return err
		}
		if err := c.one(ctx, `SELECT created FROM document`, &identity.created); err != nil {
			return err
		}
		if err := digested(); err != nil {
			return err
		}
		for _, f := range from {
			if err := f.newPhotos(ctx, c); err != nil {
				return err
			}
			if err := f.newStates(ctx, c); err != nil {
				return err
			}
		}
		before, after, err := united(ctx, c, from)
		lacking = !before.equal(after)
		return err
	})
	if failed := digested(); err == nil {
		err = failed
	}
	if err != nil {
		return false, err
	}
	news = lacking
	mine := bySession(known)
	for i, f := range from {
		for _, r := range f.sessions {
			have, shared := mine[r.id]
			if shared && !have.equal(r) {
				return false, f.tell(errTwinSession)
			}
			if !theirs[i][r.id].within(ours[r.id]) {
				f.differ = append(f.differ, r.id)
				f.more += max(0, int(theirs[i][r.id].count-ours[r.id].count))
			}
			news = news || !shared
			delete(theirs[i], r.id)
		}
		if len(theirs[i]) > 0 {
			return false, f.tell(errStray)
		}
		if len(f.differ) > 0 {
			f.checkAhead(ctx)
		}
		news = news || len(f.differ) > 0 || len(f.photos) > 0 || len(f.states) > 0 || f.document.id == identity.id && f.document.created < identity.created
	}
	return news, nil
}

// digest stands for the changes of a session: two sessions with equal ones hold
// the same changes, as far as their checksums tell.
type digest struct {
	count int64
	sums  string
}

// within tells whether all of a digest's changes are among those of another.
func (d digest) within(other digest) bool {
	mine, theirs := d.sums, other.sums
	for len(mine) >= sumSize && len(theirs) >= len(mine) {
		if mine[:sumSize] == theirs[:sumSize] {
			mine = mine[sumSize:]
		}
		theirs = theirs[sumSize:]
	}
	return len(mine) == 0
}

// digests reads the digest of every session that has changes.
func digests(ctx context.Context, c *connection) (map[uuid]digest, error) {
	return readDigests(ctx, c, `SELECT session, count(*), CAST(group_concat(sum, '') AS BLOB) FROM change GROUP BY session`)
}

// stateDigests reads the digest of every frozen state.
func stateDigests(ctx context.Context, c *connection) (map[uuid]digest, error) {
	return readDigests(ctx, c, `SELECT snapshot, count(*), CAST(group_concat(sum, '') AS BLOB) FROM frozen GROUP BY snapshot`)
}

func readDigests(ctx context.Context, c *connection, query string) (map[uuid]digest, error) {
	out := map[uuid]digest{}
	err := c.each(ctx, query, nil,
		func(rows *sql.Rows) error {
			var id uuid
			var d digest
			err := rows.Scan(&id, &d.count, &d.sums)
			out[id] = d
			return err
		})
	return out, err
}

func digestSources(ctx context.Context, from []*source, out []map[uuid]digest) error {
	for i, f := range from {
		c, err := f.store.connected(ctx)
		if err == nil {
			out[i], err = digests(ctx, c)
		}
		if err != nil {
			return f.tell(err)
		}
	}
	return nil
}

// newPhotos lists the pictures of the source that a file lacks, or names by a
// media type that comes later in the alphabet: of two the first is kept,
// whichever file it is in.
func (f *source) newPhotos(ctx context.Context, into *connection) error {
	have, err := photoKinds(ctx, into)
	if err != nil {
		return err
	}
	c, err := f.store.connected(ctx)
	if err != nil {
		return f.tell(err)
	}
	theirs, err := photoKinds(ctx, c)
	if err != nil {
		return f.tell(err)
	}
	for name, kind := range theirs {
		if known, ok := have[name]; !ok || kind < known {
			f.photos = append(f.photos, []byte(name))
		}
	}
	slices.SortFunc(f.photos, bytes.Compare)
	return nil
}

func photoKinds(ctx context.Context, c *connection) (map[string]string, error) {
	out := map[string]string{}
	err := c.each(ctx, `SELECT sha256, kind FROM photo`, nil, func(rows *sql.Rows) error {
		var name []byte
		var kind string
		err := rows.Scan(&name, &kind)
		out[string(name)] = kind
		return err
	})
	return out, err
}

// tell names the source in what its reading failed with.
func (f *source) tell(err error) error { return explain(f.path, err, whenReading) }

func bySession(list []sessionRow) map[uuid]sessionRow {
	out := make(map[uuid]sessionRow, len(list))
	for _, r := range list {
		out[r.id] = r
	}
	return out
}

// equal compares sessions with what they had seen.
func (r sessionRow) equal(other sessionRow) bool {
	return r.author == other.author && r.device == other.device && r.app == other.app &&
		r.started == other.started && slices.Equal(r.seen, other.seen) && slices.Equal(r.unseen, other.unseen)
}
