package store

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"tressons/model"
)

// Verify checks the whole file and returns what is wrong with it, in French
// sentences; none when it is sound. It reads everything: the pages, the
// checksums of the log, the pictures, and compares heads and readable tables
// with what the log says they must be. It writes nothing. The error is for what
// keeps it from looking, not for what it finds.
func (s *Store) Verify(ctx context.Context) ([]string, error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	v := verification{ctx: ctx}
	err := s.reading(ctx, func(c *connection) error { return v.run(s, c) })
	v.foundDamage(&err)
	return v.told(), s.tell(err, whenReading)
}

// Examine checks a file that is not open, in the whole order of an opening and
// with all that Verify does, on a private copy. The error is for what is no file
// of this program or cannot be read at all.
func Examine(ctx context.Context, path string, opts Options) ([]string, error) {
	s, err := newStore(path, path, opts, current())
	if err != nil {
		return nil, err
	}
	findings, err := s.examineAside(ctx)
	if damaged(err) || len(findings) > 0 {
		if err = pause(ctx, pauseBeforeDoubt); err == nil {
			findings, err = s.examineAside(ctx)
		}
	}
	return findings, s.tell(err, whenOpening)
}

func (s *Store) examineAside(ctx context.Context) ([]string, error) {
	if _, _, err := s.look(); err != nil {
		return nil, err
	}
	p, err := s.copyAside(ctx, unguarded)
	if err != nil {
		return nil, err
	}
	v, err := p.checkAll(ctx)
	v.foundDamage(&err)
	return v.told(), errors.Join(err, p.remove())
}

// VerifyAside is Verify on a private copy, so that saving goes on meanwhile. Only
// the copying, some tenths of a second for a large file, makes others wait.
func (s *Store) VerifyAside(ctx context.Context) ([]string, error) {
	p, err := s.copyUndisturbed(ctx)
	if err != nil {
		return nil, s.tell(err, whenReading)
	}
	v := verification{ctx: ctx}
	err = p.reading(ctx, func(c *connection) error { return v.run(p.Store, c) })
	v.foundDamage(&err)
	return v.told(), s.tell(errors.Join(err, p.remove()), whenReading)
}

// copyUndisturbed makes a private copy while no program can save.
func (s *Store) copyUndisturbed(ctx context.Context) (p *private, err error) {
	if err := s.acquire(ctx); err != nil {
		return nil, err
	}
	defer s.release()
	return s.copyAside(ctx, s.undisturbed(ctx))
}

// verification is one run of Verify.
type verification struct {
	ctx      context.Context
	c        *connection
	findings []string // what is wrong with the file
	strange  []string // what is no fault of the file, but not shown
	ids      []uuid   // sessions, in the order of causes.number
	causes   *causality
	cells    map[cell][]version
	tallies  tallies // of the log as it is
}

// run checks everything, from the outside in.
func (v *verification) run(s *Store, c *connection) error {
	v.c = c
	if _, err := s.inspectSchema(v.ctx, c); err != nil {
		return err
	}
	for _, check := range []func() error{v.pages, v.document, v.sessions, v.log, v.counts, v.photos, v.frozen, v.omissions, v.heads, v.readable} {
		if err := check(); err != nil {
			return err
		}
	}
	return nil
}

// foundDamage makes a finding of an error that says that the file is damaged.
func (v *verification) foundDamage(err *error) {
	if damaged(*err) {
		v.found("La lecture du fichier s’arrête en chemin : une partie de son contenu est abîmée.")
		*err = nil
	}
}

func (v *verification) told() []string { return append(v.findings, v.strange...) }

func (v *verification) found(format string, a ...any) {
	v.findings = append(v.findings, fmt.Sprintf(format, a...))
}

func (v *verification) each(query string, scan func(*sql.Rows) error) error {
	return v.c.each(v.ctx, query, nil, scan)
}

// counted adds a finding when there is something to tell.
func (v *verification) counted(n int, one, many string) {
	if n > 0 {
		v.found("%s.", model.Count(n, one, many))
	}
}

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

// log checks every change and gathers the versions of each cell.
func (v *verification) log() error {
	var sums summer
	v.cells, v.tallies = map[cell][]version{}, tallies{}
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
		v.cells[x.cell()] = append(v.cells[x.cell()], version{n, x.seq})
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
