package store

import (
	"context"
	"database/sql"
	"slices"
	"sync"
	"time"

	"tressons/model"
)

// Version is one of the values that a field has at the same time.
type Version struct {
	Value  string
	Author Author
	At     time.Time
}

// Conflict is a field in which people who had not seen each other's changes
// wrote different values. All of them stay until somebody writes the field again.
// Order in lists is no conflict: the latest place counts.
type Conflict struct {
	Diagnosis string
	Cell      model.Edit // entity, row and field; the value is the one shown
	Versions  []Version  // different values, the one shown first
}

// Revival is a row that some deleted and that others edited without having seen
// the deletion. It is there until somebody deletes it again, and no longer in
// question once somebody edits it or makes it again.
type Revival struct {
	Diagnosis string
	Entity    string
	Row       string
	Deletions []Version // by whom and when
	Edits     []FieldVersion
}

// FieldVersion is the value of a field that keeps a row alive.
type FieldVersion struct {
	Field string
	Version
}

// Conflicts are the questions that merging leaves to people.
type Conflicts struct {
	Fields   []Conflict
	Revivals []Revival
}

// Conflicts reads what is undecided in the file, sorted by diagnosis, entity, row
// and field.
func (s *Store) Conflicts(ctx context.Context) (Conflicts, error) {
	if err := s.acquire(ctx); err != nil {
		return Conflicts{}, err
	}
	defer s.release()
	var out Conflicts
	err := s.reading(ctx, func(c *connection) error {
		rows, err := questionableRows(ctx, c)
		look := newExaminer(ctx, c)
		for _, r := range rows {
			if err != nil {
				return err
			}
			err = look.row(r.list, nil, &out)
		}
		return err
	})
	return out, s.tell(err, whenReading)
}

// questionableRows are the rows of which a cell has several heads, or that a
// head says deleted, sorted.
func questionableRows(ctx context.Context, c *connection) (out []rowHeads, err error) {
	err = eachRow(ctx, c, func(r rowHeads) error {
		if !r.plain() {
			out = append(out, r)
		}
		return nil
	})
	slices.SortFunc(out, func(a, b rowHeads) int { return a.key.compare(b.key) })
	return out, err
}

// examiner finds the questions that the heads of a row leave.
type examiner struct {
	causes  causesOf
	authors func() (map[uuid]Author, error)
}

func newExaminer(ctx context.Context, c *connection) examiner {
	return examiner{
		causes:  sync.OnceValues(func() (*causality, error) { return readCausality(ctx, c) }),
		authors: sync.OnceValues(func() (map[uuid]Author, error) { return readAuthors(ctx, c) }),
	}
}

func readAuthors(ctx context.Context, c *connection) (map[uuid]Author, error) {
	out := map[uuid]Author{}
	err := c.each(ctx, `SELECT id, author, organisation FROM session`, nil, func(rows *sql.Rows) error {
		var id uuid
		var a Author
		err := rows.Scan(&id, &a.Name, &a.Organisation)
		out[id] = a
		return err
	})
	return out, err
}

// row adds the questions of a row, given all its heads sorted by cell, to out.
// With a list of fields, only what concerns one of them.
func (x examiner) row(heads []change, fields map[string]bool, out *Conflicts) error {
	deleted := deletions(heads)
	if len(deleted) > 0 {
		causes, err := x.causes()
		if err != nil {
			return err
		}
		edits := unseenEdits(heads, deleted, causes)
		if len(edits) == 0 {
			return nil // deleted for good: nobody asks about its fields
		}
		if concerns(append(deleted, edits...), fields) {
			if err := x.revival(deleted, edits, out); err != nil {
				return err
			}
		}
	}
	for len(heads) > 0 {
		n := slices.IndexFunc(heads, func(h change) bool { return h.field != heads[0].field })
		if n < 0 {
			n = len(heads)
		}
		if heads[0].field != model.FieldExists && concerns(heads[:n], fields) {
			if err := x.cell(heads[:n], out); err != nil {
				return err
			}
		}
		heads = heads[n:]
	}
	return nil
}

func concerns(heads []change, fields map[string]bool) bool {
	return fields == nil || slices.ContainsFunc(heads, func(h change) bool { return fields[h.field] })
}

func (x examiner) revival(deleted, edits []change, out *Conflicts) error {
	first := deleted[0]
	r := Revival{Diagnosis: first.diagnosis.String(), Entity: first.entity, Row: string(first.row)}
	var err error
	if r.Deletions, err = x.versions(deleted); err != nil {
		return err
	}
	versions, err := x.versions(edits)
	for i, h := range edits {
		r.Edits = append(r.Edits, FieldVersion{h.field, versions[i]})
	}
	out.Revivals = append(out.Revivals, r)
	return err
}

// cell adds a conflict when the heads of a cell differ.
func (x examiner) cell(heads []change, out *Conflicts) error {
	distinct := distinctValues(heads)
	if len(distinct) < 2 || isPosition(heads[0]) {
		return nil
	}
	versions, err := x.versions(distinct)
	shown := distinct[0]
	out.Fields = append(out.Fields, Conflict{shown.diagnosis.String(), shown.edit(), versions})
	return err
}

// distinctValues keeps of heads of equal value the one that would be shown, the
// latest first.
func distinctValues(heads []change) []change {
	sorted := slices.SortedFunc(slices.Values(heads), func(a, b change) int { return compareShown(b, a) })
	var out []change
	for _, h := range sorted {
		if !slices.ContainsFunc(out, func(o change) bool { return o.value == h.value }) {
			out = append(out, h)
		}
	}
	return out
}

func (x examiner) versions(list []change) ([]Version, error) {
	authors, err := x.authors()
	out := make([]Version, len(list))
	for i, h := range list {
		out[i] = Version{h.value, authors[h.session], time.UnixMicro(h.hlc)}
	}
	return out, err
}
