package store

import (
	"bytes"
	"context"
	"database/sql"
	"slices"
	"time"
)

// session is one stretch of editing: from the first edit after an opening to the
// closing, a change of author, or a reload that brought changes of others.
type session struct {
	id   uuid
	seq  int64          // the last number given, also to a save that failed
	hlc  int64          // the clock of the last change
	mine map[cell]int64 // the one change that the session keeps of a cell
}

// mostAhead is how far ahead of this computer's clock another's may be for its
// instants to be taken over.
const mostAhead = 48 * time.Hour

// tick is the next instant of the session's hybrid clock.
func (x *session) tick(now time.Time) int64 {
	x.hlc = max(now.UnixMicro(), x.hlc+1)
	return x.hlc
}

// seenRow says that a session had the changes of a parent up to a number in front of it,
// and through the parent all that this one had seen.
type seenRow struct {
	session, parent uuid
	upto            int64
}

// survey reads the last number of every session of the file, and the latest
// clock that can be believed.
func survey(ctx context.Context, c *connection, now time.Time) (last map[uuid]int64, clock int64, err error) {
	last = map[uuid]int64{}
	horizon := now.Add(mostAhead).UnixMicro()
	err = c.each(ctx, `SELECT s.id, coalesce(c.seq, 0), coalesce(c.hlc, 0) FROM session s
		LEFT JOIN change c ON c.session = s.id AND c.seq = (SELECT max(seq) FROM change WHERE session = s.id)`, nil,
		func(rows *sql.Rows) error {
			var id uuid
			var seq, hlc int64
			if err := rows.Scan(&id, &seq, &hlc); err != nil {
				return err
			}
			last[id] = seq
			if hlc <= horizon {
				clock = max(clock, hlc)
			}
			return nil
		})
	return last, clock, err
}

func readSeen(ctx context.Context, c *connection) ([]seenRow, error) {
	var out []seenRow
	err := c.each(ctx, `SELECT session, parent, upto FROM seen`, nil, func(rows *sql.Rows) error {
		var r seenRow
		if err := rows.Scan(&r.session, &r.parent, &r.upto); err != nil {
			return err
		}
		out = append(out, r)
		return nil
	})
	return out, err
}

// frontier is the shortest way to say that all of known was seen: the sessions
// that no other session of known has seen whole. Usually there is one.
func frontier(known map[uuid]int64, seen []seenRow) []seenRow {
	covered := map[uuid]bool{}
	for _, r := range seen {
		if _, ok := known[r.session]; ok && r.upto >= known[r.parent] {
			covered[r.parent] = true
		}
	}
	var out []seenRow
	for id, last := range known {
		if !covered[id] {
			out = append(out, seenRow{parent: id, upto: last})
		}
	}
	slices.SortFunc(out, func(a, b seenRow) int { return bytes.Compare(a.parent[:], b.parent[:]) })
	return out
}

// mint writes a new session that has seen what was in front of the user.
func (s *Store) mint(ctx context.Context, c *connection) (*session, error) {
	now := s.opts.Now()
	last, clock, err := survey(ctx, c, now)
	if err != nil {
		return nil, err
	}
	known := last
	if s.known != nil {
		known = map[uuid]int64{}
		for id, seq := range s.known {
			if _, ok := last[id]; ok {
				known[id] = seq
			}
		}
	}
	all, err := readSeen(ctx, c)
	if err != nil {
		return nil, err
	}
	id, err := parseUUID(s.opts.NewID())
	if err != nil {
		return nil, err
	}
	r := sessionRow{id: id, author: s.author, device: s.opts.Device, app: s.opts.App,
		started: now.UnixMicro(), seen: frontier(known, all)}
	if err := r.insert(ctx, c); err != nil {
		return nil, err
	}
	s.known = known
	return &session{id: id, hlc: clock, mine: map[cell]int64{}}, nil
}

// sessionRow is a session as the log keeps it, with what it had seen.
type sessionRow struct {
	id          uuid
	author      Author
	device, app string
	started     int64
	seen        []seenRow // sorted by parent
}

func (r sessionRow) sum() [8]byte {
	sum := new(summer).id(r.id).text(r.author.Name).text(r.author.Organisation).
		text(r.device).text(r.app).integer(r.started)
	for _, x := range r.seen {
		sum.id(x.parent).integer(x.upto)
	}
	return sum.sum()
}

func (r sessionRow) insert(ctx context.Context, c *connection) error {
	sum := r.sum()
	err := c.exec(ctx, `INSERT INTO session (id, author, organisation, device, app, started, sum) VALUES (?, ?, ?, ?, ?, ?, ?)`,
		r.id[:], r.author.Name, r.author.Organisation, r.device, r.app, r.started, sum[:])
	for _, x := range r.seen {
		if err != nil {
			return err
		}
		err = c.exec(ctx, `INSERT INTO seen (session, parent, upto) VALUES (?, ?, ?)`, r.id[:], x.parent[:], x.upto)
	}
	return err
}
