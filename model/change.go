package model

import (
	"maps"
	"slices"
)

// AddRowEdits make a row with some fields set; rows that the team sorts by hand
// go last. values maps field names to canonical texts.
func (d *Diagnosis) AddRowEdits(entity Entity, id string, values map[string]string) []Edit {
	edits := []Edit{NewRow(entity.Name, id)}
	if _, given := values["position"]; entity.Ordered() && !given {
		edits = append(edits, Edit{entity.Name, id, "position", string(d.lastPosition(entity))})
	}
	return append(edits, SetEdits(entity.Name, id, values)...)
}

// SetEdits set some fields of a row, in the order of their names.
func SetEdits(entity, id string, values map[string]string) []Edit {
	var edits []Edit
	for _, field := range slices.Sorted(maps.Keys(values)) {
		edits = append(edits, Edit{entity, id, field, values[field]})
	}
	return edits
}

func (d *Diagnosis) lastPosition(e Entity) Position {
	var last Position
	for _, id := range d.RowIDs(e.Name) {
		last = max(last, Position(d.Value(e.Name, id, "position")))
	}
	return PositionBetween(last, "")
}

// MoveEdits put a row of an ordered entity at a place among its siblings: the
// ids that the screen shows, in their present order, with or without the row
// itself. index counts among the others, 0 first.
func (d *Diagnosis) MoveEdits(entity, id string, siblings []string, index int) []Edit {
	others := slices.DeleteFunc(slices.Clone(siblings), func(s string) bool { return s == id })
	index = max(0, min(index, len(others)))
	at := func(i int) Position {
		if i < 0 || i >= len(others) {
			return ""
		}
		return Position(d.Value(entity, others[i], "position"))
	}
	before, after := at(index-1), at(index)
	if after != "" && before >= after {
		return d.respread(entity, slices.Insert(others, index, id))
	}
	return []Edit{{entity, id, "position", string(PositionBetween(before, after))}}
}

// respread gives new positions to a whole list, for rows that share one: two
// copies may each have added a row at the same place.
func (d *Diagnosis) respread(entity string, ids []string) []Edit {
	var edits []Edit
	var last Position
	for _, id := range ids {
		last = PositionBetween(last, "")
		edits = append(edits, Edit{entity, id, "position", string(last)})
	}
	return edits
}
