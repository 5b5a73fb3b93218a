package store

import (
	"database/sql"
	"errors"
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

// rows calls visit with the heads of every row that is as it was written, and counts
// the others.
func (v *verification) rows(visit func(rowHeads) error) (damaged int, err error) {
	var sums summer
	err = v.each(`SELECT `+headColumns+` FROM head ORDER BY diagnosis, entity, row`, func(rows *sql.Rows) error {
		r, err := scanHeads(rows, &sums)
		if errors.Is(err, errDamaged) {
			damaged++
			return nil
		}
		if err != nil {
			return err
		}
		return visit(r)
	})
	return damaged, err
}

// heads gathers what is shown, to be compared with the log.
func (v *verification) heads() error {
	v.standing = map[version][sumSize]byte{}
	var sums summer
	strays := 0
	damaged, err := v.rows(func(r rowHeads) error {
		for _, h := range r.list {
			n, ok := v.causes.number[h.session]
			if !ok {
				strays++
				continue
			}
			at := version{n, h.seq}
			if _, twice := v.standing[at]; twice {
				v.twins++
			}
			v.standing[at] = sums.change(h)
		}
		return nil
	})
	v.counted(damaged, "ligne de valeurs montrées ne correspond pas à sa somme de contrôle", "lignes de valeurs montrées ne correspondent pas à leur somme de contrôle")
	v.counted(strays, "valeur montrée n’appartient à aucune séance de travail", "valeurs montrées n’appartiennent à aucune séance de travail")
	return err
}

// derived compares heads and readable tables with what the log says.
func (v *verification) derived() error {
	wrong := 0
	tables := map[string]*tableCheck{}
	for _, e := range model.Entities() {
		tables[e.Name] = &tableCheck{entity: e}
	}
	known := func() (*causality, error) { return v.causes, nil }
	_, err := v.rows(func(r rowHeads) error {
		for rest := r.list; len(rest) > 0; {
			var heads []change
			heads, rest = leading(rest, func(a, b change) bool { return a.field == b.field })
			if !v.latest(heads) {
				wrong++
			}
		}
		shown, err := r.shown(known)
		if table := tables[r.key.entity]; err == nil && table != nil {
			err = table.compare(v, r.key, shown)
		}
		return err
	})
	if err != nil {
		return err
	}
	v.counted(wrong+v.twins+len(v.past)+len(v.standing), "champ ne montre pas sa dernière valeur", "champs ne montrent pas leur dernière valeur")
	for _, e := range model.Entities() {
		if err := tables[e.Name].tell(v); err != nil {
			return err
		}
	}
	return nil
}

// latest tells whether the heads of a cell are those that the log asks for. The
// changes of the cell are then no longer in question.
func (v *verification) latest(heads []change) bool {
	k := heads[0].cell()
	past := v.past[k]
	delete(v.past, k)
	stored := make([]version, len(heads))
	for i, h := range heads {
		stored[i] = v.causes.version(h)
	}
	return sameVersions(v.causes.heads(append(past, stored...)), stored)
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

// tableCheck compares a readable table with the heads.
type tableCheck struct {
	entity model.Entity
	met    int // rows that belong to a row of head
	wrong  int
}

// compare looks at one row.
func (t *tableCheck) compare(v *verification, key rowKey, shown shownRow) error {
	columns := make([]any, len(t.entity.Fields)+2)
	into := make([]any, len(columns))
	for i := range columns {
		into[i] = &columns[i]
	}
	there := false
	err := v.c.lookUp(v.ctx, "SELECT * FROM "+quoted(t.entity.Name)+" WHERE diagnosis = ? AND id = ?", []any{key.diagnosis.String(), string(key.row)},
		func(rows *sql.Rows) error {
			there = true
			t.met++
			return rows.Scan(into...)
		})
	wanted := shown.readable(t.entity)
	if there != wanted || there && !slices.Equal(columns, derivedRow(t.entity, key, shown)) {
		t.wrong++
	}
	return err
}

// tell adds what was found wrong with the table.
func (t *tableCheck) tell(v *verification) error {
	var all int
	if err := v.c.one(v.ctx, "SELECT count(*) FROM "+quoted(t.entity.Name), &all); err != nil {
		return err
	}
	v.counted(t.wrong+all-t.met, "ligne de la table "+model.Quote(t.entity.Name)+" diffère du journal", "lignes de la table "+model.Quote(t.entity.Name)+" diffèrent du journal")
	return nil
}
