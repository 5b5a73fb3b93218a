package store

import (
	"bytes"
	"cmp"
	"context"
	"database/sql"
	"errors"
	"slices"
	"time"
)

// What a shared copy can leave out.
const (
	leftPrivate = "private"
	leftHistory = "history"
	compactedOf = "compacted" // not shared: earlier values were taken out of the file itself
)

// absentRow says that a change is left out of this file on purpose. It is the
// number alone: not what was changed, nor how.
type absentRow struct {
	change changeName
	copy   uuid
}

func (r absentRow) sum() [8]byte {
	return new(summer).id(r.change.session).integer(r.change.seq).id(r.copy).sum()
}

func (r absentRow) compare(other absentRow) int {
	return cmp.Or(r.change.compare(other.change), bytes.Compare(r.copy[:], other.copy[:]))
}

// sharedCopy is the preparing of a copy that leaves something out, or a compaction.
type sharedCopy struct {
	id     uuid
	what   string
	at     int64
	author Author
}

func (m sharedCopy) sum() [8]byte {
	return new(summer).id(m.id).text(m.what).integer(m.at).text(m.author.Name).text(m.author.Organisation).sum()
}

func (m sharedCopy) compare(other sharedCopy) int {
	return cmp.Or(bytes.Compare(m.id[:], other.id[:]), cmp.Compare(m.what, other.what))
}

// omissions is all that a file leaves out, sorted.
type omissions struct {
	absent []absentRow
	copies []sharedCopy
}

// names are the changes that are left out, each once, sorted.
func (o omissions) names() []changeName {
	var out []changeName
	for _, r := range o.absent {
		if len(out) == 0 || out[len(out)-1] != r.change {
			out = append(out, r.change)
		}
	}
	return out
}

func (o omissions) lacks(name changeName) bool {
	_, found := slices.BinarySearchFunc(o.absent, name, func(r absentRow, n changeName) int { return r.change.compare(n) })
	return found
}

// withoutHistory tells whether superseded changes were left out of the file.
func (o omissions) withoutHistory() bool {
	return slices.ContainsFunc(o.copies, sharedCopy.lostHistory)
}

func (m sharedCopy) lostHistory() bool { return m.what == leftHistory || m.what == compactedOf }

// add writes one more of what a file leaves out.
func (m sharedCopy) add(ctx context.Context, c *connection) error {
	sum := m.sum()
	return c.exec(ctx, `INSERT INTO shared_copy (id, what, at, author, organisation, sum) VALUES (?, ?, ?, ?, ?, ?)`,
		m.id[:], m.what, m.at, m.author.Name, m.author.Organisation, sum[:])
}

func (o omissions) equal(other omissions) bool {
	return slices.Equal(o.absent, other.absent) && slices.Equal(o.copies, other.copies)
}

// readAbsent reads what a file leaves out, and checks each row.
func readAbsent(ctx context.Context, c *connection) (o omissions, err error) {
	err = c.each(ctx, `SELECT session, seq, copy, sum FROM absent ORDER BY session, seq, copy`, nil, func(rows *sql.Rows) error {
		var r absentRow
		var sum sql.RawBytes
		if err := rows.Scan(&r.change.session, &r.change.seq, &r.copy, &sum); err != nil {
			return err
		}
		o.absent = append(o.absent, r)
		return sameSum(sum, r.sum())
	})
	if err != nil {
		return o, err
	}
	err = c.each(ctx, `SELECT id, what, at, author, organisation, sum FROM shared_copy ORDER BY id, what`, nil, func(rows *sql.Rows) error {
		var m sharedCopy
		var sum sql.RawBytes
		if err := rows.Scan(&m.id, &m.what, &m.at, &m.author.Name, &m.author.Organisation, &sum); err != nil {
			return err
		}
		o.copies = append(o.copies, m)
		return sameSum(sum, m.sum())
	})
	return o, err
}

func sameSum(got []byte, want [8]byte) error {
	if string(got) != string(want[:]) {
		return errDamaged
	}
	return nil
}

// replace makes these the omissions of a file.
func (o omissions) replace(ctx context.Context, c *connection) error {
	if err := errors.Join(c.exec(ctx, `DELETE FROM absent`), c.exec(ctx, `DELETE FROM shared_copy`)); err != nil {
		return err
	}
	for _, r := range o.absent {
		sum := r.sum()
		if err := c.exec(ctx, `INSERT INTO absent (session, seq, copy, sum) VALUES (?, ?, ?, ?)`, r.change.session[:], r.change.seq, r.copy[:], sum[:]); err != nil {
			return err
		}
	}
	for _, m := range o.copies {
		if err := m.add(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// Omission tells that the file is a copy that leaves something out.
type Omission struct {
	Private bool // private notes and contacts
	History bool // earlier values
	Author  Author
	At      time.Time
}

// Omissions reads what the file leaves out, none for a whole one. What is left
// out comes back by merging with a whole copy.
func (s *Store) Omissions(ctx context.Context) ([]Omission, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	var found omissions
	err := s.reading(ctx, func(c *connection) (err error) {
		found, err = readAbsent(ctx, c)
		return err
	})
	var out []Omission
	found.copies = slices.DeleteFunc(found.copies, func(m sharedCopy) bool { return m.what == compactedOf })
	for i, m := range found.copies {
		if i == 0 || m.id != found.copies[i-1].id {
			out = append(out, Omission{Author: m.author, At: time.UnixMicro(m.at)})
		}
		last := &out[len(out)-1]
		last.Private = last.Private || m.what == leftPrivate
		last.History = last.History || m.what == leftHistory
	}
	return out, s.tell(err, whenReading)
}
