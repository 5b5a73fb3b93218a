package store

import (
	"context"
	"database/sql"
	"errors"
	"maps"
	"slices"
	"strings"
	"time"

	"tressons/model"
)

// Saved tells of edits that are on disk.
type Saved struct {
	At      time.Time
	Changes int // how many edits changed something
}

// Save writes edits of a diagnosis, all or none, and returns once they are on
// disk. Edits that change nothing are left out. A diagnosis is there as soon as something
// is written of it. The error is a *model.InputError when an edit does not fit,
// otherwise a *model.Problem, or the error of ctx; nothing is saved then, unless
// the problem says that it is not known.
func (s *Store) Save(ctx context.Context, diagnosisID string, edits []model.Edit) (Saved, error) {
	return s.saveAnd(ctx, diagnosisID, edits, nil)
}

// saveAnd saves edits and does one more thing in the same transaction.
func (s *Store) saveAnd(ctx context.Context, diagnosisID string, edits []model.Edit, also alongside) (Saved, error) {
	if err := s.acquire(ctx); err != nil {
		return Saved{}, err
	}
	defer s.release()
	diagnosis, err := parseUUID(diagnosisID)
	if err != nil {
		return Saved{}, err
	}
	canonical := make([]model.Edit, len(edits))
	for i, e := range edits {
		if canonical[i], err = e.Canon(); err != nil {
			return Saved{}, err
		}
	}
	b, err := s.save(ctx, diagnosis, canonical, also)
	if err != nil {
		return Saved{}, s.tell(err, whenSaving)
	}
	return Saved{b.now, b.count}, nil
}

// batch is what one Save does.
type batch struct {
	store     *Store
	c         *connection
	diagnosis uuid
	session   *session
	mine      map[cell]int64 // adds to session.mine once saved
	rows      map[rowKey]*editedRow
	last      change
	now       time.Time // one instant for the whole batch
	count     int
}

// editedRow is a row that edits are about, with its heads.
type editedRow struct {
	rowHeads
	changed bool
}

// alongside is what is written with edits, once they are.
type alongside func(c *connection, diagnosis uuid) error

func (s *Store) save(ctx context.Context, diagnosis uuid, edits []model.Edit, also alongside) (*batch, error) {
	if s.readOnly {
		return nil, errReadOnly
	}
	b := &batch{store: s, diagnosis: diagnosis, session: s.session, mine: map[cell]int64{}, rows: map[rowKey]*editedRow{}, now: s.opts.Now()}
	err := s.writing(ctx, func(c *connection) error {
		b.c = c
		if err := s.stillOurs(ctx, c); err != nil {
			return err
		}
		for _, e := range edits {
			if err := b.record(ctx, e); err != nil {
				return err
			}
		}
		if err := b.writeRows(ctx); err != nil {
			return err
		}
		if also != nil {
			return also(c, diagnosis)
		}
		return nil
	})
	var uncertain *commitError
	if errors.As(err, &uncertain) && b.count > 0 {
		err = s.confirm(ctx, b, err)
	}
	if err == nil && b.count > 0 {
		s.session = b.session
		maps.Copy(b.session.mine, b.mine)
		s.known[b.session.id] = b.last.seq
	}
	return b, err
}

// row is a row with the edits of the batch so far.
func (b *batch) row(ctx context.Context, key rowKey) (*editedRow, error) {
	if r := b.rows[key]; r != nil {
		return r, nil
	}
	heads, err := readRow(ctx, b.c, key)
	b.rows[key] = &editedRow{rowHeads: heads}
	return b.rows[key], err
}

// writeRows writes heads and readable rows, once everything is in the log.
func (b *batch) writeRows(ctx context.Context) error {
	for _, key := range slices.SortedFunc(maps.Keys(b.rows), rowKey.compare) {
		r := b.rows[key]
		if !r.changed {
			continue
		}
		if err := r.write(ctx, b.c); err != nil {
			return err
		}
		if err := r.refresh(ctx, b.c); err != nil {
			return err
		}
	}
	return nil
}

// record writes one edit to the log, and notes the new heads of its row.
func (b *batch) record(ctx context.Context, e model.Edit) error {
	k := cell{rowKey{b.diagnosis, e.Entity, rowName(e.Row)}, e.Field}
	row, err := b.row(ctx, k.rowKey)
	if err != nil {
		return err
	}
	heads := row.of(k.field)
	revived, err := b.revived(ctx, row.rowHeads)
	if err != nil || unchanged(heads, e.Value) && !(revived && e.Field == model.FieldExists) {
		return err
	}
	if revived && e.Field != model.FieldExists {
		// Whoever goes on editing the row decides against the deletion, which
		// would otherwise hide what this edit was made in view of.
		if err := b.record(ctx, model.NewRow(e.Entity, e.Row)); err != nil {
			return err
		}
	}
	if b.session == nil {
		if b.session, err = b.store.mint(ctx, b.c); err != nil {
			return err
		}
	}
	if err := b.unlogEarlier(ctx, k); err != nil {
		return err
	}
	b.session.seq++
	b.last = change{session: b.session.id, seq: b.session.seq, hlc: b.session.tick(b.now),
		diagnosis: k.diagnosis, entity: k.entity, row: k.row, field: k.field, value: e.Value}
	b.mine[k] = b.last.seq
	row.set(k.field, append(b.unseen(row.of(k.field)), b.last))
	row.changed = true
	b.count++
	return b.last.log(ctx, b.c, new(summer).change(b.last))
}

// unchanged tells whether a value is what is there already, and nothing else is.
func unchanged(heads []change, value string) bool {
	if len(heads) == 0 {
		return value == ""
	}
	return !slices.ContainsFunc(heads, func(h change) bool { return h.value != value })
}

// unseen are the heads that the next change of their cell does not supersede: saved
// meanwhile by another program, not seen here.
func (b *batch) unseen(heads []change) (out []change) {
	for _, h := range heads {
		if h.session != b.session.id && b.store.known[h.session] < h.seq {
			out = append(out, h)
		}
	}
	return out
}

// unlogEarlier takes the session's own earlier change of a cell out of the log.
func (b *batch) unlogEarlier(ctx context.Context, k cell) error {
	earlier, ok := b.mine[k]
	if !ok {
		earlier, ok = b.session.mine[k]
	}
	if !ok {
		return nil
	}
	return b.c.unlog(ctx, changeName{b.session.id, earlier})
}

// unlog takes a change out of the log.
func (c *connection) unlog(ctx context.Context, name changeName) error {
	return c.lookUp(ctx, `DELETE FROM change WHERE session = ? AND seq = ? RETURNING sum`, []any{name.session[:], name.seq}, func(rows *sql.Rows) error {
		var sum []byte
		if err := rows.Scan(&sum); err != nil {
			return err
		}
		known, err := storedSum(sum)
		c.counted.count(name.session, known, -1)
		return err
	})
}

// log adds the change with its checksum to the log.
func (c change) log(ctx context.Context, conn *connection, sum [sumSize]byte) error {
	conn.counted.count(c.session, sum, 1)
	return conn.exec(ctx, insertChange, c.columns(sum)...)
}

const (
	insertChange = `INSERT INTO change (session, seq, hlc, diagnosis, entity, row, field, value, sum) VALUES ` + changeValues
	changeValues = `(?, ?, ?, ?, ?, ?, ?, ?, ?)`
	loggedAtOnce = 8
)

func (c change) columns(sum [sumSize]byte) []any {
	return []any{c.session[:], c.seq, c.hlc, c.diagnosis[:], c.entity, c.row.column(), c.field, c.value, sum[:]}
}

// insertChanges is insertChange for loggedAtOnce changes.
var insertChanges = insertChange + strings.Repeat(", "+changeValues, loggedAtOnce-1)

// logAll adds loggedAtOnce changes to the log.
func logAll(ctx context.Context, conn *connection, list []logged) error {
	args := make([]any, 0, 9*loggedAtOnce)
	for i := range list {
		x := &list[i]
		conn.counted.count(x.session, x.sum, 1)
		args = append(args, x.args...)
	}
	return conn.exec(ctx, insertChanges, args...)
}

// confirm finds out, after a COMMIT that failed, whether the batch is in the
// file: it opens the file anew and looks for the last change. It returns nil
// when it is there.
func (s *Store) confirm(ctx context.Context, b *batch, failure error) error {
	saved := false
	err := s.drop()
	if err == nil {
		err = s.reading(context.WithoutCancel(ctx), func(c *connection) error {
			var sum []byte
			err := c.one(ctx, `SELECT sum FROM change WHERE session = ? AND seq = ?`, &sum, b.last.session[:], b.last.seq)
			want := new(summer).change(b.last)
			saved = err == nil && string(sum) == string(want[:])
			if errors.Is(err, sql.ErrNoRows) {
				return nil
			}
			return err
		})
	}
	switch {
	case err != nil:
		// Whatever of it is in the file was seen by the session that follows.
		s.session = nil
		s.known[b.session.id] = b.session.seq
		return errors.Join(errUncertain, failure, err)
	case saved:
		return nil
	}
	return failure
}
