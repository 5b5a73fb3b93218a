package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"
	"slices"
	"strconv"

	"tressons/model"
)

// ShareOptions say what a shared copy leaves out, and who prepares it.
type ShareOptions struct {
	WithoutPrivate bool   // fields marked private, in frozen states too
	WithoutHistory bool   // earlier values, and what deleted rows held
	Only           string // the id of the one diagnosis to keep, all when empty
	Author         Author
	// Repeatable makes the bytes of the copy depend on nothing but the content of
	// the file: neither on chance nor on the clock.
	Repeatable bool
}

// Shared tells what a shared copy leaves out.
type Shared struct {
	Private int // private fields that are filled in
	History int // earlier values, and fields of deleted rows
	Photos  int // pictures that nothing in the copy names
}

// Share writes a copy to hand on. The copy says what it leaves out, and
// whoever edits it is known not to have seen that: merged back, it takes nothing
// away. No byte of what is left out is in it. It takes its name only when it is
// whole and on disk. Saving goes on meanwhile.
func (s *Store) Share(ctx context.Context, path string, o ShareOptions) (Shared, error) {
	if sameFile(s.path, path) {
		return Shared{}, s.tell(errOntoItself, whenCopying)
	}
	p, err := s.copyUndisturbed(ctx)
	if err != nil {
		return Shared{}, s.tell(err, whenCopying)
	}
	x := sharing{from: p, document: s.document, options: o}
	opts := s.opts
	opts.DocumentID = s.DocumentID()
	err = Build(ctx, path, opts, func(to *Store) error { return x.write(ctx, to) })
	return x.out, s.tell(errors.Join(err, p.remove()), whenCopying)
}

// sharing is one shared copy in the making.
type sharing struct {
	from     *private
	document uuid
	options  ShareOptions
	out      Shared
	into     *connection
	deleted  map[rowKey]bool // rows that are gone for good
	photos   map[string]bool // names of those that the copy needs
	left     []changeName    // changes of the fields that are left out whole
}

func (x *sharing) write(ctx context.Context, to *Store) error {
	from, err := x.from.connected(ctx)
	if err != nil {
		return err
	}
	id, at, err := x.stamp(ctx, from, to)
	if err != nil {
		return err
	}
	return to.writing(ctx, func(into *connection) error {
		x.into, x.photos = into, map[string]bool{}
		if x.deleted, err = deletedRows(ctx, from); err != nil {
			return err
		}
		for _, step := range []func(context.Context, *connection) error{x.identity, x.sessions, x.changes, x.heads, x.frozen, x.pictures} {
			if err := step(ctx, from); err != nil {
				return err
			}
		}
		if err := x.omissions(ctx, from, id, at); err != nil {
			return err
		}
		return rebuildDerived(ctx, into)
	})
}

// stamp is what the copy is called, and when it was prepared: when the file was
// last changed, for a copy that is to be the same each time.
func (x *sharing) stamp(ctx context.Context, from *connection, to *Store) (id uuid, at int64, err error) {
	now := to.opts.Now()
	if !x.options.Repeatable {
		id, err = parseUUID(to.opts.NewID())
		return id, now.UnixMicro(), err
	}
	if _, at, err = survey(ctx, from, now); err != nil {
		return id, at, err
	}
	id, err = parseUUID(model.DerivedID("copy of " + x.document.String() + " at " + strconv.FormatInt(at, 10)))
	return id, at, err
}

// deletedRows are the rows that everybody deleted, and that no edit keeps.
func deletedRows(ctx context.Context, c *connection) (map[rowKey]bool, error) {
	out := map[rowKey]bool{}
	rows, err := questionableRows(ctx, c)
	if err != nil || len(rows) == 0 {
		return out, err
	}
	causes, err := readCausality(ctx, c)
	if err != nil {
		return out, err
	}
	for _, r := range rows {
		deleted := deletions(r.list)
		undisputed := len(deleted) == len(r.of(model.FieldExists))
		out[r.key] = undisputed && len(deleted) > 0 && len(unseenEdits(r.list, deleted, causes)) == 0
	}
	return out, nil
}

func (x *sharing) identity(ctx context.Context, from *connection) error {
	var created int64
	if err := from.one(ctx, `SELECT created FROM document`, &created); err != nil {
		return err
	}
	sum := new(summer).document(x.document, created)
	return x.into.exec(ctx, `UPDATE document SET created = ?, sum = ?`, created, sum[:])
}

// sessions are all copied: what was written later continues them.
func (x *sharing) sessions(ctx context.Context, from *connection) error {
	list, err := readSessions(ctx, from)
	for _, r := range list {
		if err != nil {
			return err
		}
		err = r.insert(ctx, x.into)
	}
	return err
}

func (x *sharing) changes(ctx context.Context, from *connection) error {
	heads, err := standing(ctx, from)
	if err != nil {
		return err
	}
	var sums summer
	return from.each(ctx, `SELECT `+changeColumns+` FROM change`, nil, func(rows *sql.Rows) error {
		c, sum, err := scanChange(rows)
		if err != nil {
			return err
		}
		want := sums.change(c)
		if err := sameSum(sum, want); err != nil {
			return err
		}
		if head := heads[changeName{c.session, c.seq}]; x.leavesOut(c, head) {
			x.count(c, head)
			return nil
		}
		x.names(c.edit())
		return c.log(ctx, x.into, want)
	})
}

// heads writes what the copy shows: the heads that it keeps.
func (x *sharing) heads(ctx context.Context, from *connection) error {
	return eachRow(ctx, from, func(r rowHeads) error {
		r.list = slices.DeleteFunc(r.list, func(h change) bool { return x.leavesOut(h, true) })
		if len(r.list) == 0 {
			return nil
		}
		return r.write(ctx, x.into)
	})
}

// leavesOut decides about a change.
func (x *sharing) leavesOut(c change, head bool) bool {
	if x.isElsewhere(c) {
		return true
	}
	private, gone := x.isLeftPrivate(c), x.isGone(c)
	return private || x.options.WithoutHistory && (!head || gone)
}

// isElsewhere tells of a diagnosis that is not there: nobody writes to it.
func (x *sharing) isElsewhere(c change) bool {
	return x.options.Only != "" && c.diagnosis.String() != x.options.Only
}

func (x *sharing) isLeftPrivate(c change) bool {
	return x.options.WithoutPrivate && isPrivate(c.entity, c.field)
}

// isGone tells of a field of a row that was deleted for good.
func (x *sharing) isGone(c change) bool {
	return c.field != model.FieldExists && x.deleted[c.cell().rowKey]
}

// count counts a change that is left out.
func (x *sharing) count(c change, head bool) {
	if x.isElsewhere(c) {
		return
	}
	gone := x.isGone(c)
	if x.isLeftPrivate(c) || gone {
		// What only lacks its earlier values was seen by way of the later ones.
		x.left = append(x.left, changeName{c.session, c.seq})
	}
	switch {
	case !head || gone:
		x.out.History++
	case c.value != "":
		x.out.Private++
	}
}

// isPrivate tells whether a field stays in the team's file. What this version
// does not know might be.
func isPrivate(entity, field string) bool {
	e, ok := model.EntityNamed(entity)
	if !ok {
		return true
	}
	f, ok := e.Field(field)
	return field != model.FieldExists && (!ok || f.Private)
}

// names notes the picture that a value names.
func (x *sharing) names(e model.Edit) {
	if name, ok := pictureOf(e); ok {
		x.photos[name] = true
	}
}

// pictureOf is the name, as bytes, of the picture that an edit names.
func pictureOf(e model.Edit) (name string, ok bool) {
	entity, _ := model.EntityNamed(e.Entity)
	f, known := entity.Field(e.Field)
	if !known || f.Kind != model.KindHash || e.Value == "" {
		return "", false
	}
	bytes, err := hex.DecodeString(e.Value)
	return string(bytes), err == nil && len(bytes) == sha256.Size
}

func (x *sharing) frozen(ctx context.Context, from *connection) error {
	gone := map[string]bool{}
	for key, deleted := range x.deleted {
		if deleted && key.entity == snapshotEntity {
			gone[string(key.row)] = true
		}
	}
	elsewhere, err := x.statesElsewhere(ctx, from)
	if err != nil {
		return err
	}
	var sums summer
	return from.each(ctx, `SELECT `+frozenColumns+` FROM frozen`, nil, func(rows *sql.Rows) error {
		r, err := scanFrozen(rows, &sums)
		switch {
		case err != nil:
			return err
		case x.options.WithoutPrivate && isPrivate(r.entity, r.field), x.options.WithoutHistory && gone[r.snapshot.String()], elsewhere[r.snapshot]:
			return nil
		}
		x.names(r.edit())
		return r.insert(ctx, x.into, &sums)
	})
}

// statesElsewhere are the frozen states of diagnoses that the copy leaves out.
func (x *sharing) statesElsewhere(ctx context.Context, from *connection) (map[uuid]bool, error) {
	out := map[uuid]bool{}
	if x.options.Only == "" {
		return out, nil
	}
	err := from.each(ctx, `SELECT diagnosis, row FROM head WHERE entity = ?`, []any{snapshotEntity}, func(rows *sql.Rows) error {
		var of uuid
		var name rowName
		if err := rows.Scan(&of, &name); err != nil {
			return err
		}
		id, err := parseUUID(string(name))
		out[id] = err == nil && of.String() != x.options.Only
		return nil
	})
	return out, err
}

// pictures copies what the copy names, one picture at a time.
func (x *sharing) pictures(ctx context.Context, from *connection) error {
	return from.each(ctx, `SELECT sha256, kind, bytes FROM photo`, nil, func(rows *sql.Rows) error {
		var name, bytes []byte
		var kind string
		if err := rows.Scan(&name, &kind, &bytes); err != nil {
			return err
		}
		if !x.photos[string(name)] {
			x.out.Photos++
			return nil
		}
		return x.into.exec(ctx, `INSERT INTO photo (sha256, kind, bytes) VALUES (?, ?, ?)`, name, kind, bytes)
	})
}

// omissions says in the copy what it leaves out, with what the file itself left
// out already.
func (x *sharing) omissions(ctx context.Context, from *connection, id uuid, at int64) error {
	o, err := readAbsent(ctx, from)
	if err != nil {
		return err
	}
	for _, name := range x.left {
		o.absent = append(o.absent, absentRow{name, id})
	}
	slices.SortFunc(o.absent, absentRow.compare)
	if x.options.WithoutPrivate {
		o.copies = append(o.copies, sharedCopy{id, leftPrivate, at, x.options.Author})
	}
	if x.options.WithoutHistory {
		o.copies = append(o.copies, sharedCopy{id, leftHistory, at, x.options.Author})
	}
	return o.replace(ctx, x.into)
}
