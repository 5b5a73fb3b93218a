package store

import (
	"bytes"
	"crypto/sha256"
	"database/sql"
	"errors"

	"tressons/model"
)

func (v *verification) pages() error {
	err := quickCheck(v.ctx, v.c)
	if damaged(err) {
		v.found("Le contrôle interne de SQLite signale une page abîmée.")
		return nil
	}
	return err
}

func (v *verification) document() error {
	_, err := readDocument(v.ctx, v.c)
	if errors.Is(err, errDamaged) {
		v.found("L’identité du document ne correspond pas à sa somme de contrôle.")
		return nil
	}
	return err
}

// sessions checks each session with what it had seen.
func (v *verification) sessions() error {
	links, err := readLinks(v.ctx, v.c)
	if err != nil {
		return err
	}
	pending := links.bySession()
	wrong := 0
	err = v.each(`SELECT id, author, organisation, device, app, started, sum FROM session`, func(rows *sql.Rows) error {
		var r sessionRow
		var sum sql.RawBytes
		if err := rows.Scan(&r.id, &r.author.Name, &r.author.Organisation, &r.device, &r.app, &r.started, &sum); err != nil {
			return err
		}
		r.take(pending)
		if want := r.sum(); !bytes.Equal(sum, want[:]) {
			wrong++
		}
		v.ids = append(v.ids, r.id)
		return nil
	})
	v.causes = newCausality(v.ids, links)
	v.counted(wrong, "séance de travail ne correspond pas à sa somme de contrôle", "séances de travail ne correspondent pas à leur somme de contrôle")
	stray := 0
	for _, r := range links.seen {
		_, child := v.causes.number[r.session]
		_, parent := v.causes.number[r.parent]
		if !child || !parent || r.upto < 0 {
			stray++
		}
	}
	for _, r := range links.unseen {
		_, child := v.causes.number[r.session]
		_, parent := v.causes.number[r.change.session]
		if !child || !parent || r.change.seq < 1 {
			stray++
		}
	}
	v.counted(stray, "lien entre séances de travail ne mène à aucune séance du fichier", "liens entre séances de travail ne mènent à aucune séance du fichier")
	if v.causes.cycle {
		v.found("Des séances de travail se précèdent les unes les autres en cercle.")
	}
	return err
}

// log checks every change, and finds out which of them are heads.
func (v *verification) log() error {
	var sums summer
	v.past, v.tallies = map[cell][]version{}, tallies{}
	wrong, orphans, foreign := 0, 0, 0
	err := v.each(`SELECT `+changeColumns+` FROM change`, func(rows *sql.Rows) error {
		x, sum, err := scanChange(rows)
		if err != nil {
			return err
		}
		if want := sums.change(x); !bytes.Equal(sum, want[:]) || x.seq < 1 {
			wrong++
		}
		known, _ := storedSum(sum) // one that is none was counted as wrong
		v.tallies.count(x.session, known, 1)
		if e, err := x.edit().Canon(); err != nil || e.Value != x.value {
			foreign++
		}
		n, ok := v.causes.number[x.session]
		if !ok {
			orphans++
			return nil
		}
		at := version{n, x.seq}
		if want, head := v.standing[at]; !head {
			v.past[x.cell()] = append(v.past[x.cell()], at)
		} else if known == want {
			delete(v.standing, at)
		}
		return nil
	})
	v.counted(wrong, "modification ne correspond pas à sa somme de contrôle", "modifications ne correspondent pas à leur somme de contrôle")
	v.counted(orphans, "modification n’appartient à aucune séance de travail", "modifications n’appartiennent à aucune séance de travail")
	if foreign > 0 {
		v.strange = append(v.strange, model.Count(foreign, "modification, gardée mais non montrée, porte sur ce que cette version de Tressons ne connaît pas", "modifications, gardées mais non montrées, portent sur ce que cette version de Tressons ne connaît pas")+".")
	}
	return err
}

func (v *verification) photos() error {
	wrong := 0
	err := v.each(`SELECT sha256, bytes FROM photo`, func(rows *sql.Rows) error {
		var name, bytes sql.RawBytes
		if err := rows.Scan(&name, &bytes); err != nil {
			return err
		}
		if sum := sha256.Sum256(bytes); string(sum[:]) != string(name) {
			wrong++
		}
		return nil
	})
	v.counted(wrong, "image ne correspond pas à son empreinte", "images ne correspondent pas à leur empreinte")
	return err
}

// frozen checks every value of the frozen states.
func (v *verification) frozen() error {
	wrong := 0
	var sums summer
	err := v.each(`SELECT `+frozenColumns+` FROM frozen`, func(rows *sql.Rows) error {
		_, err := scanFrozen(rows, &sums)
		if errors.Is(err, errDamaged) {
			wrong++
			return nil
		}
		return err
	})
	v.counted(wrong, "champ d’un état figé ne correspond pas à sa somme de contrôle", "champs d’états figés ne correspondent pas à leur somme de contrôle")
	return err
}

// omissions checks what tells that the file is a copy that leaves something out.
func (v *verification) omissions() error {
	_, err := readAbsent(v.ctx, v.c)
	if errors.Is(err, errDamaged) {
		v.found("La liste de ce que cette copie laisse de côté est abîmée.")
		return nil
	}
	return err
}
