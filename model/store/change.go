package store

import (
	"bytes"
	"cmp"

	"tressons/model"
)

// change is a row of the log.
type change struct {
	session   uuid
	seq       int64
	hlc       int64
	diagnosis uuid
	entity    string
	row       rowName
	field     string
	value     string
}

// cell names a field of a row of an entity of a diagnosis.
type cell struct {
	rowKey
	field string
}

func (c change) cell() cell { return cell{rowKey{c.diagnosis, c.entity, c.row}, c.field} }

func (c change) edit() model.Edit {
	return model.Edit{Entity: c.entity, Row: string(c.row), Field: c.field, Value: c.value}
}

// compareShown orders changes by which is shown first: by clock, then by
// session, then by number within the session.
func compareShown(a, b change) int {
	return cmp.Or(cmp.Compare(a.hlc, b.hlc), bytes.Compare(a.session[:], b.session[:]), cmp.Compare(a.seq, b.seq))
}

// compare orders rows as the file does, but for UUIDs among other names.
func (k rowKey) compare(other rowKey) int {
	return cmp.Or(bytes.Compare(k.diagnosis[:], other.diagnosis[:]), cmp.Compare(k.entity, other.entity), cmp.Compare(k.row, other.row))
}

// later tells whether c is shown rather than other.
func (c change) later(other change) bool { return compareShown(c, other) > 0 }
