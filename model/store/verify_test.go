package store

import (
	"bytes"
	"strings"
	"testing"
)

// writtenByTwo is a file in which Anne wrote a level, and then Brice another one.
func writtenByTwo(t *testing.T, between func(*Store)) *Store {
	t.Helper()
	s := created(t)
	s.SetAuthor(Author{Name: "Anne"})
	save(t, s, set("lever", "cooperation", "level", "emerging"))
	between(s)
	s.SetAuthor(Author{Name: "Brice"})
	save(t, s, set("lever", "cooperation", "level", "engaged"))
	return s
}

// TestVerifyFindsWhatWasAltered changes one thing in the tables of a sound file.
func TestVerifyFindsWhatWasAltered(t *testing.T) {
	t.Parallel()
	cases := map[string]struct{ script, says string }{
		"value of a change":       {`UPDATE change SET value = 'absent' WHERE value = 'engaged'`, "somme de contrôle"},
		"clock of a change":       {`UPDATE change SET hlc = hlc + 1 WHERE session = (SELECT min(session) FROM change)`, "somme de contrôle"},
		"count is wrong":          {`UPDATE tally SET changes = changes + 1`, "décompte"},
		"change is gone":          {`DELETE FROM change WHERE value = 'engaged'`, "ne montre pas"},
		"row is gone":             {`DELETE FROM head`, "1\u00a0champ ne montre pas"},
		"row is damaged":          {`UPDATE head SET cells = x'00'`, "1\u00a0ligne de valeurs montrées ne correspond pas"},
		"author of a session":     {`UPDATE session SET author = 'X' WHERE author = 'Anne'`, "séance de travail ne correspond pas"},
		"what a session had seen": {`UPDATE seen SET upto = upto + 1`, "séance de travail ne correspond pas"},
		"seen is gone":            {`DELETE FROM seen`, "séance de travail ne correspond pas"},
		"cycle":                   {`INSERT INTO seen SELECT parent, session, 9 FROM seen`, "en cercle"},
		"session is gone":         {`DELETE FROM session WHERE author = 'Anne'`, "à aucune séance"},
		"photo":                   {`UPDATE photo SET bytes = x'00'`, "empreinte"},
		"identity":                {`UPDATE document SET created = 0`, "identité"},
		"readable value":          {`UPDATE lever SET level = 'absent'`, "1\u00a0ligne de la table «\u00a0lever\u00a0»"},
		"readable row is gone":    {`DELETE FROM lever`, "table «\u00a0lever\u00a0»"},
		"readable row too many":   {`INSERT INTO actor (id, diagnosis) VALUES ('x', 'y')`, "table «\u00a0actor\u00a0»"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := writtenByTwo(t, func(*Store) {})
			if _, err := s.AddPhoto(t.Context(), "image/png", []byte("picture")); err != nil {
				t.Fatal(err)
			}
			if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
				t.Fatal("before:", findings, err)
			}
			run(t, s.Path(), c.script)
			findings, err := s.Verify(t.Context())
			if err != nil || !strings.Contains(strings.Join(findings, "\n"), c.says) {
				t.Errorf("findings %q, %v, want %q", findings, err, c.says)
			}
		})
	}
}

// TestVerifyComparesHeads writes heads that are sound by themselves and not what the
// log says.
func TestVerifyComparesHeads(t *testing.T) {
	t.Parallel()
	level := cell{rowKey{entity: "lever", row: "cooperation"}, "level"}
	level.diagnosis, _ = parseUUID(testDiagnosis)
	cases := map[string]struct {
		alter func(*rowHeads, change) // the row, and what the head replaced
		says  string
	}{
		"another value":   {func(r *rowHeads, _ change) { r.list[0].value = "absent" }, "1\u00a0champ ne montre pas"},
		"another clock":   {func(r *rowHeads, _ change) { r.list[0].hlc++ }, "1\u00a0champ ne montre pas"},
		"head is gone":    {func(r *rowHeads, _ change) { r.list = nil }, "1\u00a0champ ne montre pas"},
		"an earlier one":  {func(r *rowHeads, old change) { r.set("level", []change{old}) }, "1\u00a0champ ne montre pas"},
		"one too many":    {func(r *rowHeads, old change) { r.set("level", []change{old, r.list[0]}) }, "1\u00a0champ ne montre pas"},
		"of nothing":      {func(r *rowHeads, _ change) { r.list[0].seq = 77 }, "1\u00a0champ ne montre pas"},
		"of nobody":       {func(r *rowHeads, _ change) { r.list[0].session = uuid{7} }, "à aucune séance"},
		"in two cells":    {func(r *rowHeads, _ change) { r.set("a_field", []change{r.list[0]}); r.list[0].field = "a_field" }, "1\u00a0champ ne montre pas"},
		"of another cell": {func(r *rowHeads, _ change) { r.list[0].field = "level_reason" }, "ne montrent pas"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			var old change
			s := writtenByTwo(t, func(s *Store) { old = heads(t, s)[0] })
			forging(t, s.Path(), func(conn *connection) error {
				r, err := readRow(t.Context(), conn, level.rowKey)
				if err != nil {
					return err
				}
				c.alter(&r, old)
				return r.write(t.Context(), conn)
			})
			findings, err := s.Verify(t.Context())
			if err != nil || !strings.Contains(strings.Join(findings, "\n"), c.says) {
				t.Errorf("findings %q, %v, want %q", findings, err, c.says)
			}
		})
	}
}

// TestDamageIsNotShown alters a value behind the program's back: it is never shown,
// neither when the file is opened nor while it is open.
func TestDamageIsNotShown(t *testing.T) {
	t.Parallel()
	const alter = `UPDATE change SET value = 'absent' WHERE value = 'engaged'`
	path := sample(t)
	s := opened(t, path)
	run(t, path, alter)
	if got := loaded(t, s).Lever("cooperation").Level; got != "engaged" {
		t.Errorf("%q is shown, which nobody wrote", got)
	}
	_, err := Open(t.Context(), path, Options{})
	checkProblem(t, err, "est abîmé")
	run(t, path, `UPDATE head SET cells = CAST(replace(CAST(cells AS TEXT), 'engaged', 'absent!') AS BLOB)`)
	_, err = s.Diagnoses(t.Context())
	checkProblem(t, err, "est abîmé")
}

// TestLargeFileIsCheckedAside opens a file that is too large to be read whole
// before it is shown, and goes on saving into it while a copy is checked.
func TestLargeFileIsCheckedAside(t *testing.T) {
	t.Parallel()
	path := sample(t)
	s := opened(t, path)
	photo, err := s.AddPhoto(t.Context(), "image/png", bytes.Repeat([]byte("picture"), checkedWhenOpening/7))
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	run(t, path, `UPDATE change SET hlc = hlc + 1 WHERE value = 'engaged'`)
	s = opened(t, path)
	if s.Checked() {
		t.Error("a file of this size counts as checked")
	}
	found, err := s.VerifyAside(t.Context())
	if err != nil || !strings.Contains(strings.Join(found, "\n"), "somme de contrôle") {
		t.Errorf("findings %q, %v", found, err)
	}
	save(t, s, set("lever", "acces", "level", "absent"))
	if _, _, err := s.Photo(t.Context(), photo); err != nil {
		t.Error(err)
	}
	if got := beside(t, path); got != "essai.db\n" {
		t.Errorf("left behind: %s", got)
	}
}

// TestLaterVocabularyIsKept meets a field that this version does not know.
func TestLaterVocabularyIsKept(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, set("lever", "cooperation", "level", "engaged"))
	later := change{session: s.session.id, seq: 9, hlc: 1, diagnosis: s.session.id, entity: "planet", row: "mars", field: "name", value: "Mars"}
	later.diagnosis, _ = parseUUID(testDiagnosis)
	err := s.writing(t.Context(), func(c *connection) error { return inserted(t, c, later) })
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	s = opened(t, s.Path())
	if got := loaded(t, s).Lever("cooperation").Level; got != "engaged" {
		t.Errorf("level %q", got)
	}
	findings, err := s.Verify(t.Context())
	if err != nil || len(findings) != 1 || !strings.Contains(findings[0], "gardée mais non montrée") {
		t.Errorf("findings %q, %v", findings, err)
	}
}
