package store

import (
	"context"
	"database/sql"
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

// derivedRow is what a readable table holds of a row: id, diagnosis, then the
// columns of its fields. ok is false when the table does not show the row: it was deleted,
// never made, or nothing was ever written of it.
func derivedRow(e model.Entity, key rowKey, values map[string]string) (args []any, ok bool) {
	existence, said := values[model.FieldExists]
	args = append(args, string(key.row), key.diagnosis.String())
	for _, f := range e.Fields {
		v := columnValue(f, values[f.Name])
		ok = ok || v != nil
		args = append(args, v)
	}
	if e.Keyed {
		return args, ok && (!said || existence == "1")
	}
	return args, existence == "1"
}

// refreshRow brings the readable table in line with the heads of a row.
func refreshRow(ctx context.Context, c *connection, key rowKey) error {
	e, ok := model.EntityNamed(key.entity)
	if !ok {
		return nil // of a later version: kept in the log
	}
	heads, err := rowHeads(ctx, c, key)
	if err != nil {
		return err
	}
	values, err := shownValues(heads, func() (*causality, error) { return readCausality(ctx, c) })
	if err != nil {
		return err
	}
	return writeRow(ctx, c, e, key, values)
}

// rowHeads reads the heads of all cells of a row, sorted by cell.
func rowHeads(ctx context.Context, c *connection, key rowKey) ([]change, error) {
	var out []change
	err := c.lookUp(ctx, `SELECT h.field, h.session, h.seq, c.hlc, c.value
		FROM head h CROSS JOIN change c ON c.session = h.session AND c.seq = h.seq
		WHERE h.diagnosis = ? AND h.entity = ? AND h.row = ? ORDER BY h.field`, []any{key.diagnosis[:], key.entity, key.row.column()},
		func(rows *sql.Rows) error {
			h := change{diagnosis: key.diagnosis, entity: key.entity, row: key.row}
			err := rows.Scan(&h.field, &h.session, &h.seq, &h.hlc, &h.value)
			out = append(out, h)
			return err
		})
	return out, err
}

// shownValues are the values of a row, of all its heads sorted by cell.
func shownValues(heads []change, causes causesOf) (map[string]string, error) {
	values := map[string]string{}
	var cells folder
	for _, h := range heads {
		if cells.shows(h) {
			values[h.field] = h.value
		}
	}
	kept, err := keptAlive(heads, causes)
	if kept {
		values[model.FieldExists] = "1"
	}
	return values, err
}

func writeRow(ctx context.Context, c *connection, e model.Entity, key rowKey, values map[string]string) error {
	args, shown := derivedRow(e, key, values)
	if !shown {
		return c.exec(ctx, "DELETE FROM "+quoted(e.Name)+" WHERE diagnosis = ? AND id = ?", key.diagnosis.String(), string(key.row))
	}
	return c.exec(ctx, "INSERT OR REPLACE INTO "+quoted(e.Name)+" VALUES (?"+strings.Repeat(", ?", len(args)-1)+")", args...)
}

// writeFields writes some fields of a row that its readable table shows.
func writeFields(ctx context.Context, c *connection, e model.Entity, key rowKey, values map[string]string) error {
	for name, value := range values {
		f, ok := e.Field(name)
		if !ok {
			continue // the existence of the row
		}
		err := c.exec(ctx, "UPDATE "+quoted(e.Name)+" SET "+quoted(f.Name)+" = ? WHERE diagnosis = ? AND id = ?",
			columnValue(f, value), key.diagnosis.String(), string(key.row))
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
	var keys []rowKey
	err := c.each(ctx, `SELECT DISTINCT diagnosis, entity, row FROM head`, nil, func(rows *sql.Rows) error {
		var k rowKey
		if err := rows.Scan(&k.diagnosis, &k.entity, &k.row); err != nil {
			return err
		}
		keys = append(keys, k)
		return nil
	})
	if err != nil {
		return err
	}
	for _, k := range keys {
		if err := refreshRow(ctx, c, k); err != nil {
			return err
		}
	}
	return nil
}

// folder chooses which of several heads of a cell is shown first: the one with
// the greatest clock, then the greatest session. Heads come sorted by cell.
type folder struct {
	any  bool
	best change
}

// shows tells whether a head is to be shown rather than those of its cell
// before it.
func (f *folder) shows(h change) bool {
	same := f.any && f.best.cell() == h.cell()
	if same && !h.later(f.best) {
		return false
	}
	f.any, f.best = true, h
	return true
}
