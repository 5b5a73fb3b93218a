package store

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"

	"tressons/model"
)

// counts compares the tallies with the log.
func (v *verification) counts() error {
	stored, err := readTallies(v.ctx, v.c)
	if err == nil && !maps.Equal(stored, v.tallies) {
		v.found("Le décompte des modifications par séance de travail ne correspond pas au journal.")
	}
	return err
}

// heads compares the table head with what the log says.
func (v *verification) heads() error {
	stored := map[cell][]version{}
	wrong := 0
	err := v.each(`SELECT diagnosis, entity, row, field, session, seq FROM head`, func(rows *sql.Rows) error {
		var h change
		if err := rows.Scan(&h.diagnosis, &h.entity, &h.row, &h.field, &h.session, &h.seq); err != nil {
			return err
		}
		n, ok := v.causes.number[h.session]
		if !ok {
			wrong++
			return nil
		}
		stored[h.cell()] = append(stored[h.cell()], version{n, h.seq})
		return nil
	})
	if err != nil {
		return err
	}
	for k, all := range v.cells {
		if !sameVersions(v.causes.heads(all), stored[k]) {
			wrong++
		}
		delete(stored, k)
	}
	v.counted(wrong+len(stored), "champ ne montre pas sa dernière valeur", "champs ne montrent pas leur dernière valeur")
	return nil
}

func sameVersions(a, b []version) bool {
	if len(a) != len(b) {
		return false
	}
	for _, x := range a {
		if !slices.Contains(b, x) {
			return false
		}
	}
	return true
}

// readable compares the readable tables with the shown heads.
func (v *verification) readable() error {
	shown, err := readShown(v.ctx, v.c)
	if err != nil {
		return err
	}
	wanted := map[rowKey]map[string]string{}
	for _, h := range shown {
		key := h.cell().rowKey
		if wanted[key] == nil {
			wanted[key] = map[string]string{}
		}
		wanted[key][h.field] = h.value
	}
	rowsOf := map[string]map[string][]any{} // entity → diagnosis and row → columns
	for key, values := range wanted {
		e, ok := model.EntityNamed(key.entity)
		if !ok {
			continue
		}
		if args, shown := derivedRow(e, key, values); shown {
			if rowsOf[e.Name] == nil {
				rowsOf[e.Name] = map[string][]any{}
			}
			rowsOf[e.Name][key.diagnosis.String()+string(key.row)] = args
		}
	}
	for _, e := range model.Entities() {
		wrong, err := v.compareTable(e, rowsOf[e.Name])
		if err != nil {
			return err
		}
		v.counted(wrong, "ligne de la table "+model.Quote(e.Name)+" diffère du journal", "lignes de la table "+model.Quote(e.Name)+" diffèrent du journal")
	}
	return nil
}

// compareTable counts the rows of a readable table that are not as wanted.
func (v *verification) compareTable(e model.Entity, wanted map[string][]any) (wrong int, err error) {
	columns := make([]any, len(e.Fields)+2)
	into := make([]any, len(columns))
	for i := range columns {
		into[i] = &columns[i]
	}
	matched := 0
	err = v.each("SELECT * FROM "+quoted(e.Name), func(rows *sql.Rows) error {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		want, ok := wanted[fmt.Sprint(columns[1], columns[0])]
		if ok {
			matched++
		}
		if !ok || !slices.Equal(columns, want) {
			wrong++
		}
		return nil
	})
	return wrong + len(wanted) - matched, err
}
