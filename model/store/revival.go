package store

import (
	"context"
	"database/sql"

	"tressons/model"
)

// causesOf gives the causality of a file when it is needed: few rows do.
type causesOf func() (*causality, error)

// readCausality reads which sessions the file has and what they had seen.
func readCausality(ctx context.Context, c *connection) (*causality, error) {
	var sessions []uuid
	err := c.each(ctx, `SELECT id FROM session`, nil, func(rows *sql.Rows) error {
		var id uuid
		err := rows.Scan(&id)
		sessions = append(sessions, id)
		return err
	})
	if err != nil {
		return nil, err
	}
	links, err := readLinks(ctx, c)
	return newCausality(sessions, links), err
}

// version is the place of a change among the sessions.
func (c *causality) version(x change) version { return version{c.number[x.session], x.seq} }

// apart tells whether neither of two changes had seen the other.
func (c *causality) apart(a, b change) bool {
	return !c.supersedes(c.version(a), c.version(b)) && !c.supersedes(c.version(b), c.version(a))
}

// deletions are the heads that say that their row is deleted.
func deletions(heads []change) (out []change) {
	for _, h := range heads {
		if h.field == model.FieldExists && h.value == "0" {
			out = append(out, h)
		}
	}
	return out
}

// unseenEdits are, of the heads of a row that was deleted, those that bring it
// back: a deletion hides only what it had seen, so an edit that neither saw nor
// was seen by any of the deletions keeps the row. A mere change of place in a
// list does not.
func unseenEdits(heads, deletions []change, causes *causality) (out []change) {
next:
	for _, h := range heads {
		if !isEdit(h) {
			continue
		}
		for _, d := range deletions {
			if !causes.apart(h, d) {
				continue next
			}
		}
		out = append(out, h)
	}
	return out
}

// isEdit tells whether a head says that somebody wants its row.
func isEdit(h change) bool {
	return h.field == model.FieldExists && h.value == "1" || h.field != model.FieldExists && !isPosition(h)
}

// isPosition tells whether a change only moves its row in a list.
func isPosition(h change) bool {
	e, _ := model.EntityNamed(h.entity)
	f, ok := e.Field(h.field)
	return ok && f.Kind == model.KindPosition
}

// keptAlive tells whether a row that some head says deleted is there all the
// same, of all its heads.
func keptAlive(heads []change, causes causesOf) (bool, error) {
	deleted := deletions(heads)
	if len(deleted) == 0 || len(deleted) == len(heads) {
		return false, nil
	}
	known, err := causes()
	if err != nil {
		return false, err
	}
	return len(unseenEdits(heads, deleted, known)) > 0, nil
}

// revived tells whether a row that was deleted is there because of edits that
// the deletion had not seen.
func (b *batch) revived(ctx context.Context, r rowHeads) (bool, error) {
	existence := r.of(model.FieldExists)
	if len(existence) == 0 || len(deletions(existence)) < len(existence) {
		return false, nil
	}
	return keptAlive(r.list, func() (*causality, error) { return readCausality(ctx, b.c) })
}
