package model

import (
	"cmp"
	"maps"
	"reflect"
	"slices"
)

// Row is what every row has: its name within its entity.
type Row struct{ ID string }

// Table holds the rows of one entity of a diagnosis. Rows are values: what is
// handed out is a copy, and changes go through Diagnosis.Apply.
type Table[T any] struct {
	rows  map[string]T
	gone  map[string]bool // rows with fields that do not exist (deleted, or not yet made)
	keyed bool
}

// Get returns a row that exists. For a keyed entity every row exists, possibly
// with nothing filled in.
func (t *Table[T]) Get(id string) (T, bool) {
	if !t.exists(id) {
		var none T
		return none, false
	}
	row, ok := t.rows[id]
	if !ok {
		setID(&row, id)
	}
	return row, true
}

// Len counts the rows that exist and hold something.
func (t *Table[T]) Len() int { return len(t.rows) - len(t.gone) }

// All lists the rows that exist, by position then by id.
func (t *Table[T]) All() []T {
	ids := t.ids()
	out := make([]T, len(ids))
	for i, id := range ids {
		out[i] = t.rows[id]
	}
	if order := positionIndex(reflect.TypeFor[T]()); order >= 0 {
		slices.SortStableFunc(out, func(a, b T) int {
			return cmp.Compare(reflect.ValueOf(a).Field(order).String(), reflect.ValueOf(b).Field(order).String())
		})
	}
	return out
}

func positionIndex(t reflect.Type) int {
	for i := range t.NumField() {
		if t.Field(i).Type == reflect.TypeFor[Position]() {
			return i
		}
	}
	return -1
}

// ids lists the rows that exist, sorted.
func (t *Table[T]) ids() []string {
	out := make([]string, 0, t.Len())
	for id := range t.rows {
		if !t.gone[id] {
			out = append(out, id)
		}
	}
	slices.Sort(out)
	return out
}

// goneIDs lists the rows that hold something and do not exist, sorted.
func (t *Table[T]) goneIDs() []string { return slices.Sorted(maps.Keys(t.gone)) }

func (t *Table[T]) exists(id string) bool {
	if t.gone[id] {
		return false
	}
	_, ok := t.rows[id]
	return ok || t.keyed
}

func (t *Table[T]) field(id string, f Field) string {
	row, ok := t.rows[id]
	if !ok {
		return ""
	}
	return reflect.ValueOf(row).Field(f.index).String()
}

func (t *Table[T]) setField(id string, f Field, value string) {
	row := t.ensure(id)
	reflect.ValueOf(&row).Elem().Field(f.index).SetString(value)
	t.rows[id] = row
}

func (t *Table[T]) setExists(id string, exists bool) {
	t.rows[id] = t.ensure(id)
	if exists {
		delete(t.gone, id)
		return
	}
	t.gone[id] = true
}

// ensure returns the row, made if needed. A row of the user's that was never
// said to exist does not exist, whatever its fields.
func (t *Table[T]) ensure(id string) T {
	if t.rows == nil {
		t.rows, t.gone = map[string]T{}, map[string]bool{}
	}
	row, ok := t.rows[id]
	if !ok {
		setID(&row, id)
		if !t.keyed {
			t.gone[id] = true
		}
	}
	return row
}

func setID[T any](row *T, id string) {
	reflect.ValueOf(row).Elem().FieldByName("ID").SetString(id)
}

func (t *Table[T]) setKeyed() { t.keyed = true }

// clone is a table whose rows can change without touching this one's.
func (t *Table[T]) clone() Table[T] {
	return Table[T]{rows: maps.Clone(t.rows), gone: maps.Clone(t.gone), keyed: t.keyed}
}
