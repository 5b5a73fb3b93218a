package store

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
)

// compare finds out of each source which sessions hold changes that this file
// may lack, and which pictures, and tells whether anything is new.
func (s *Store) compare(ctx context.Context, from []*source) (news bool, err error) {
	err = s.reading(ctx, func(c *connection) error {
		known, err := readSessions(ctx, c)
		if err != nil {
			return err
		}
		ours, err := readTallies(ctx, c)
		if err != nil {
			return err
		}
		identity := documentRow{id: s.document}
		if err := c.one(ctx, `SELECT created FROM document`, &identity.created); err != nil {
			return err
		}
		mine := bySession(known)
		for _, f := range from {
			fresh, err := f.newSessions(mine)
			if err != nil {
				return f.tell(err)
			}
			for _, look := range []func() error{
				func() error { return f.newChanges(ctx, c, ours) },
				func() error { return f.newPhotos(ctx, c) },
				func() error { return f.newStates(ctx, c) },
			} {
				if err := look(); err != nil {
					return err
				}
			}
			older := f.document.id == identity.id && f.document.created < identity.created
			news = news || fresh || older || len(f.differ) > 0 || len(f.photos) > 0 || len(f.states) > 0
		}
		before, after, err := united(ctx, c, from)
		news = news || !before.equal(after)
		return err
	})
	return news, err
}

// newSessions tells whether the source has a session that a file lacks.
func (f *source) newSessions(mine map[uuid]sessionRow) (fresh bool, err error) {
	counted := 0
	for _, r := range f.sessions {
		have, shared := mine[r.id]
		if shared && !have.equal(r) {
			return false, errTwinSession
		}
		fresh = fresh || !shared
		if _, wrote := f.tallies[r.id]; wrote {
			counted++
		}
	}
	if counted < len(f.tallies) {
		return false, errStray
	}
	return fresh, nil
}

// newChanges lists the sessions of which the source has changes that a file lacks,
// given the tallies of that file. The log is read only where these differ.
func (f *source) newChanges(ctx context.Context, into *connection, ours tallies) error {
	c, err := f.store.connected(ctx)
	if err != nil {
		return f.tell(err)
	}
	for _, r := range f.sessions {
		theirs := f.tallies[r.id]
		if theirs == ours[r.id] {
			continue
		}
		if ours[r.id].count >= theirs.count {
			have, err := sessionSums(ctx, into, r.id)
			if err != nil {
				return err
			}
			sums, err := sessionSums(ctx, c, r.id)
			if err != nil {
				return f.tell(err)
			}
			if within(sums, have) {
				continue
			}
		}
		f.differ = append(f.differ, r.id)
		f.more += max(0, int(theirs.count-ours[r.id].count))
	}
	return nil
}

// sessionSums reads the checksums of all changes of a session, one after the other.
func sessionSums(ctx context.Context, c *connection, session uuid) (sums string, err error) {
	err = c.one(ctx, `SELECT CAST(coalesce(group_concat(sum, ''), '') AS BLOB) FROM change WHERE session = ?`, &sums, session[:])
	return sums, err
}

// within tells whether all checksums of a session are among those of another file.
func within(sums, theirs string) bool {
	for len(sums) >= sumSize && len(theirs) >= len(sums) {
		if sums[:sumSize] == theirs[:sumSize] {
			sums = sums[sumSize:]
		}
		theirs = theirs[sumSize:]
	}
	return sums == ""
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
