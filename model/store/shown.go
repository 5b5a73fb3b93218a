package store

import (
	"cmp"
	"slices"

	"tressons/model"
)

// shownRow is what is shown of a row: the head of each field that is shown first,
// sorted by field.
type shownRow []change

// shown chooses which of several heads of a cell is shown first, see compareShown. A
// row that some head says deleted and that an edit keeps counts as existing.
func (r rowHeads) shown(causes causesOf) (shownRow, error) { return r.shownIn(nil, causes) }

// shownIn is shown. The list is put in room when it is not that of the heads and fits.
func (r rowHeads) shownIn(room []change, causes causesOf) (shownRow, error) {
	if r.plain() {
		return r.list, nil
	}
	out := shownRow(slices.Grow(room[:0], len(r.list)))
	for _, h := range r.list {
		switch last := len(out) - 1; {
		case last < 0 || out[last].field != h.field:
			out = append(out, h)
		case h.later(out[last]):
			out[last] = h
		}
	}
	kept, err := keptAlive(r.list, causes)
	if kept && out[0].field == model.FieldExists {
		out[0].value = "1"
	}
	return out, err
}

// plain tells that each field has one head, and none says that the row is deleted: there
// is nothing to choose or to ask.
func (r rowHeads) plain() bool {
	for i, h := range r.list {
		if i > 0 && r.list[i-1].field == h.field || h.field == model.FieldExists && h.value == "0" {
			return false
		}
	}
	return true
}

// value is what is shown of a field.
func (s shownRow) value(field string) (value string, ok bool) {
	n, ok := slices.BinarySearchFunc(s, field, func(h change, f string) int { return cmp.Compare(h.field, f) })
	if ok {
		value = s[n].value
	}
	return value, ok
}

// unlike are the fields that are shown otherwise than before.
func (s shownRow) unlike(before shownRow) (out []change) {
	for _, x := range s {
		if was, had := before.value(x.field); !had || was != x.value {
			out = append(out, x)
		}
	}
	return out
}
