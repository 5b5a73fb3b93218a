package store

import (
	"context"
	"slices"
	"strings"

	"tressons/model"
)

// tableOf declares the readable table of an entity: one row for each row that
// exists, typed columns, NULL for what is not filled in.
func tableOf(e model.Entity) string {
	var b strings.Builder
	b.WriteString("CREATE TABLE " + quoted(e.Name) + " (\n  id TEXT NOT NULL,\n  diagnosis TEXT NOT NULL,\n")
	for _, f := range e.Fields {
		b.WriteString("  " + quoted(f.Name) + " " + columnType(f.Kind) + ",\n")
	}
	b.WriteString("  PRIMARY KEY (diagnosis, id)\n) STRICT, WITHOUT ROWID")
	return b.String()
}

func columnType(k model.Kind) string {
	switch k {
	case model.KindNumber:
		return "REAL"
	case model.KindYear:
		return "INTEGER"
	}
	return "TEXT"
}

func quoted(name string) string { return `"` + name + `"` }

// columnValue is what to bind for a canonical value, in the type in which SQLite
// gives it back.
func columnValue(f model.Field, value string) any {
	if value == "" {
		return nil
	}
	switch f.Kind {
	case model.KindNumber:
		if n, ok := model.Number(value).Float(); ok {
			return n
		}
	case model.KindYear:
		if n, ok := model.Year(value).Int(); ok {
			return int64(n) // as SQLite hands it back
		}
	}
	return value
}

// rowKey names a row of the log.
type rowKey struct {
	diagnosis uuid
	entity    string
	row       rowName
}

// readable tells whether the readable table of an entity shows a row: not when it was
// deleted or never made, or when nothing was ever written of it.
func (s shownRow) readable(e model.Entity) bool {
	existence, said := s.value(model.FieldExists)
	if !e.Keyed {
		return existence == "1"
	}
	filled := func(f model.Field) bool { value, _ := s.value(f.Name); return value != "" }
	return (!said || existence == "1") && slices.ContainsFunc(e.Fields, filled)
}

// derivedRow is what the readable table holds of a row that it shows: id, diagnosis,
// then the columns of its fields.
func derivedRow(e model.Entity, key rowKey, shown shownRow) []any {
	out := append(make([]any, 0, len(e.Fields)+2), string(key.row), key.diagnosis.String())
	for _, f := range e.Fields {
		value, _ := shown.value(f.Name)
		out = append(out, columnValue(f, value))
	}
	return out
}

// refresh brings the readable table in line with the heads of a row.
func (r rowHeads) refresh(ctx context.Context, c *connection) error {
	e, ok := model.EntityNamed(r.key.entity)
	if !ok {
		return nil // of a later version: kept in the log
	}
	shown, err := r.shown(func() (*causality, error) { return readCausality(ctx, c) })
	if err != nil {
		return err
	}
	return writeRow(ctx, c, e, r.key, shown)
}

func writeRow(ctx context.Context, c *connection, e model.Entity, key rowKey, shown shownRow) error {
	if !shown.readable(e) {
		return c.exec(ctx, "DELETE FROM "+quoted(e.Name)+" WHERE diagnosis = ? AND id = ?", key.diagnosis.String(), string(key.row))
	}
	args := derivedRow(e, key, shown)
	return c.exec(ctx, "INSERT OR REPLACE INTO "+quoted(e.Name)+" VALUES (?"+strings.Repeat(", ?", len(args)-1)+")", args...)
}

// writeFields writes some fields of a row that its readable table shows.
func writeFields(ctx context.Context, c *connection, e model.Entity, key rowKey, list []change) error {
	for _, x := range list {
		f, ok := e.Field(x.field)
		if !ok {
			continue // the existence of the row
		}
		err := c.exec(ctx, "UPDATE "+quoted(e.Name)+" SET "+quoted(f.Name)+" = ? WHERE diagnosis = ? AND id = ?",
			columnValue(f, x.value), key.diagnosis.String(), string(key.row))
		if err != nil {
			return err
		}
	}
	return nil
}

// rebuildDerived makes every readable table anew from the heads.
func rebuildDerived(ctx context.Context, c *connection) error {
	for _, e := range model.Entities() {
		if err := c.script(ctx, "DELETE FROM "+quoted(e.Name)); err != nil {
			return err
		}
	}
	return eachRow(ctx, c, func(r rowHeads) error { return r.refresh(ctx, c) })
}
