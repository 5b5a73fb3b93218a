package store

import (
	"bytes"
	"cmp"
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

// unseenRow says that a session had not a change in front of it, although it had
// seen what the change's session did later: the copy that it worked on left the
// change out.
type unseenRow struct {
	session uuid
	change  changeName
}

// changeName names a change by the id of its session.
type changeName struct {
	session uuid
	seq     int64
}

func (n changeName) compare(other changeName) int {
	return cmp.Or(bytes.Compare(n.session[:], other.session[:]), cmp.Compare(n.seq, other.seq))
}

// sessionLinks is what the sessions of a file had seen, and what not.
type sessionLinks struct {
	seen   []seenRow
	unseen []unseenRow
}

// sessionSide is what one session had seen, and what not.
type sessionSide struct {
	seen   []seenRow    // sorted by parent
	unseen []changeName // sorted
}

// bySession parts the links, sorted as sessionRow wants them.
func (l sessionLinks) bySession() map[uuid]*sessionSide {
	out := map[uuid]*sessionSide{}
	of := func(id uuid) *sessionSide {
		if out[id] == nil {
			out[id] = &sessionSide{}
		}
		return out[id]
	}
	for _, r := range l.seen {
		of(r.session).seen = append(of(r.session).seen, r)
	}
	for _, r := range l.unseen {
		of(r.session).unseen = append(of(r.session).unseen, r.change)
	}
	return out
}

// take moves to the row what its session had seen, and what not.
func (r *sessionRow) take(from map[uuid]*sessionSide) {
	if x := from[r.id]; x != nil {
		r.sessionSide = *x
		delete(from, r.id)
	}
}

func readLinks(ctx context.Context, c *connection) (links sessionLinks, err error) {
	if links.seen, err = readSeen(ctx, c); err != nil {
		return links, err
	}
	err = c.each(ctx, `SELECT session, parent, seq FROM unseen ORDER BY session, parent, seq`, nil, func(rows *sql.Rows) error {
		var r unseenRow
		err := rows.Scan(&r.session, &r.change.session, &r.change.seq)
		links.unseen = append(links.unseen, r)
		return err
	})
	return links, err
}

func readSeen(ctx context.Context, c *connection) ([]seenRow, error) {
	var out []seenRow
	err := c.each(ctx, `SELECT session, parent, upto FROM seen ORDER BY session, parent`, nil, func(rows *sql.Rows) error {
		var r seenRow
		if err := rows.Scan(&r.session, &r.parent, &r.upto); err != nil {
			return err
		}
		out = append(out, r)
		return nil
	})
	return out, err
}

// frontier is the shortest way to say that all of known was seen, but for the
// changes that are absent: the sessions that no other session of known has seen
// whole. Usually there is one. What a session was blind to that is not absent
// here was seen past that session, so such sessions cover no other.
func frontier(known map[uuid]int64, links sessionLinks, absent []changeName) []seenRow {
	partial := map[uuid]bool{}
	for _, r := range links.unseen {
		if !slices.Contains(absent, r.change) {
			partial[r.session] = true
		}
	}
	covered := map[uuid]bool{}
	for _, r := range links.seen {
		if partial[r.session] {
			continue
		}
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
	links, err := readLinks(ctx, c)
	if err != nil {
		return nil, err
	}
	absent, err := readAbsent(ctx, c)
	if err != nil {
		return nil, err
	}
	missing := absent.names()
	id, err := parseUUID(s.opts.NewID())
	if err != nil {
		return nil, err
	}
	r := sessionRow{id: id, author: s.author, device: s.opts.Device, app: s.opts.App,
		started: now.UnixMicro(), sessionSide: sessionSide{frontier(known, links, missing), missing}}
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
	sessionSide
}

func (r sessionRow) sum() [8]byte {
	sum := new(summer).id(r.id).text(r.author.Name).text(r.author.Organisation).
		text(r.device).text(r.app).integer(r.started)
	for _, x := range r.seen {
		sum.id(x.parent).integer(x.upto)
	}
	if len(r.unseen) > 0 { // as sessions of the first format, which knew no other
		sum.text("unseen")
	}
	for _, x := range r.unseen {
		sum.id(x.session).integer(x.seq)
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
	for _, x := range r.unseen {
		if err != nil {
			return err
		}
		err = c.exec(ctx, `INSERT INTO unseen (session, parent, seq) VALUES (?, ?, ?)`, r.id[:], x.session[:], x.seq)
	}
	return err
}
