package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tressons/model"
)

// copied is the path of a copy of a closed file, byte for byte.
func copied(t testing.TB, path, name string) string {
	t.Helper()
	to := filepath.Join(t.TempDir(), name)
	write(t, to, content(t, path))
	return to
}

// editing opens a file, lets an author save edits, and closes it.
func editing(t testing.TB, path, author string, edits ...model.Edit) {
	t.Helper()
	s := opened(t, path)
	s.SetAuthor(Author{Name: author})
	loaded(t, s)
	save(t, s, edits...)
	closed(t, s)
}

// merged merges sources into a file, closes it and tells what came.
func merged(t testing.TB, into string, sources ...string) Merge {
	t.Helper()
	s := opened(t, into)
	m, err := s.Merge(t.Context(), sources)
	if err != nil {
		t.Fatal(err)
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Fatal(found, err)
	}
	closed(t, s)
	return m
}

// compacted is the content of a file after VACUUM INTO.
func compacted(t testing.TB, path string) string {
	t.Helper()
	return compactedAs(t, path, current())
}

func compactedAs(t testing.TB, path string, f format) string {
	t.Helper()
	s, err := open(t.Context(), path, Options{}, f)
	if err != nil {
		t.Fatal(err)
	}
	to := filepath.Join(t.TempDir(), "compact.db")
	if err := s.CopyTo(t.Context(), to); err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	return content(t, to)
}

const (
	cambuse  = "0198c0de-0000-7000-8000-00000000000a"
	newPlace = "0198c0de-0000-7000-8000-00000000000b"
	survey1  = "0198c0de-0000-7000-8000-00000000000c"
)

// diverged are two copies of one file after the scenario of the specification.
func diverged(t testing.TB) (a, b string) {
	t.Helper()
	s := created(t)
	s.SetAuthor(Author{Name: "Anne"})
	save(t, s, model.NewRow("initiative", cambuse), set("initiative", cambuse, "name", "La Cambuse"),
		set("initiative", cambuse, "description", "Café associatif."),
		model.NewRow("evidence", survey1), set("evidence", survey1, "title", "Entretien"))
	closed(t, s)
	a, b = copied(t, s.Path(), "a.db"), copied(t, s.Path(), "b.db")
	editing(t, a, "Anne", set("lever", "acces", "in_place", "Un fonds local"), set("lever", "cooperation", "level", "emerging"),
		set("initiative", cambuse, "description", "Café associatif rouvert en 2012."), model.DeleteRow("evidence", survey1))
	editing(t, b, "Brice", set("lever", "accompagnement", "in_place", "Un guichet"), set("lever", "cooperation", "level", "structured"),
		set("initiative", cambuse, "description", "Café associatif rouvert le 9 mars."),
		model.NewRow("initiative", newPlace), set("initiative", newPlace, "name", "Le Champ Commun"),
		set("evidence", survey1, "excerpt", "À relire"))
	return a, b
}

func TestMergeOfTwoCopies(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	unmerged, before := content(t, a), content(t, b)
	s := opened(t, a)
	preview, err := s.PreviewMerge(t.Context(), []string{b})
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	m := merged(t, a, b)
	if content(t, b) != before {
		t.Error("the source changed")
	}
	if content(t, m.Backup) != unmerged {
		t.Error("the backup is not the file as it was")
	}
	if preview.Changes != m.Changes || preview.Listed != m.Listed || len(preview.Conflicts.Fields) != len(m.Conflicts.Fields) {
		t.Errorf("preview %+v\nmerge   %+v", preview, m)
	}
	if m.Changes != 6 || len(m.Conflicts.Fields) != 2 || len(m.Conflicts.Revivals) != 1 {
		t.Errorf("%d changes, %+v; want 6, 2 conflicts and 1 deleted but edited", m.Changes, m.Conflicts)
	}
	s = opened(t, a)
	d := loaded(t, s)
	if d.Lever("acces").InPlace == "" || d.Lever("accompagnement").InPlace == "" || !d.Exists("initiative", newPlace) || !d.Exists("evidence", survey1) {
		t.Error("an edit is missing")
	}
	all, err := s.Conflicts(t.Context())
	if err != nil || len(all.Fields) != 2 || len(all.Revivals) != 1 {
		t.Fatal(all, err)
	}
	level := all.Fields[1]
	if level.Cell.Field != "level" || len(level.Versions) != 2 || level.Versions[0].Author.Name != "Brice" || level.Versions[1].Value != "emerging" {
		t.Errorf("conflict %+v", level)
	}
	if r := all.Revivals[0]; r.Row != survey1 || r.Deletions[0].Author.Name != "Anne" || r.Edits[0].Field != "excerpt" || r.Edits[0].Author.Name != "Brice" {
		t.Errorf("revival %+v", r)
	}
	closed(t, s)
	if again := merged(t, a, b); !again.Nothing() || again.Backup != "" {
		t.Errorf("merged again: %+v", again)
	}
}

func TestMergeGoesBothWays(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	a2, b2 := copied(t, a, "a2.db"), copied(t, b, "b2.db")
	merged(t, a, b)
	merged(t, b2, a2)
	if compacted(t, a) != compacted(t, b2) {
		t.Error("A←B and B←A differ")
	}
}

func TestFileWithItself(t *testing.T) {
	t.Parallel()
	a, _ := diverged(t)
	before := snapshot(t, a)
	if m := merged(t, a, a); !m.Nothing() || len(m.Conflicts.Fields) > 0 {
		t.Errorf("%+v", m)
	}
	if snapshot(t, a) != before {
		t.Error("the file changed")
	}
}

func TestChoicesSettleConflicts(t *testing.T) {
	t.Parallel()
	choices := map[string]struct {
		edits            []model.Edit
		exists           bool
		fields, revivals int
	}{
		"the value that is shown":    {[]model.Edit{set("lever", "cooperation", "level", "structured")}, true, 1, 1},
		"the other value":            {[]model.Edit{set("lever", "cooperation", "level", "emerging")}, true, 1, 1},
		"a third value":              {[]model.Edit{set("lever", "cooperation", "level", "absent")}, true, 1, 1},
		"the row is deleted again":   {[]model.Edit{model.DeleteRow("evidence", survey1)}, false, 2, 0},
		"the row is kept":            {[]model.Edit{model.NewRow("evidence", survey1)}, true, 2, 0},
		"the row is edited":          {[]model.Edit{set("evidence", survey1, "excerpt", "Relu")}, true, 2, 0},
		"another field of it edited": {[]model.Edit{set("evidence", survey1, "title", "Visite")}, true, 2, 0},
	}
	for name, c := range choices {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := diverged(t)
			merged(t, a, b)
			merged(t, b, a)
			editing(t, a, "Anne", c.edits...)
			editing(t, b, "Brice", c.edits...)
			for range 2 { // the same choice twice is no new conflict
				s := opened(t, a)
				got, err := s.Conflicts(t.Context())
				if err != nil || len(got.Fields) != c.fields || len(got.Revivals) != c.revivals {
					t.Errorf("%+v, %v; want %d conflicts, %d revivals", got, err, c.fields, c.revivals)
				}
				if loaded(t, s).Exists("evidence", survey1) != c.exists {
					t.Errorf("row exists: %t", !c.exists)
				}
				closed(t, s)
				merged(t, a, b)
			}
		})
	}
}

func TestNewSessionAfterMerge(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	s := opened(t, a)
	loaded(t, s)
	save(t, s, set("lever", "acces", "trend", "rising"))
	if _, err := s.Merge(t.Context(), []string{b}); err != nil {
		t.Fatal(err)
	}
	loaded(t, s)
	save(t, s, set("lever", "cooperation", "level", "absent"))
	got, err := s.Conflicts(t.Context())
	if err != nil || len(got.Fields) != 1 {
		t.Errorf("%+v %v: what was written after the merge had seen both values", got, err)
	}
}

func TestMergesThatAreRefused(t *testing.T) {
	t.Parallel()
	other := sample(t)
	cases := map[string]struct {
		forge func(t *testing.T, path string)
		says  string
	}{
		"another document":   {func(t *testing.T, p string) { write(t, p, content(t, other)) }, "un autre document"},
		"not a file of ours": {func(t *testing.T, p string) { write(t, p, "%PDF-1.7"+strings.Repeat(" ", 200)) }, "document PDF"},
		"a change altered":   {func(t *testing.T, p string) { run(t, p, `UPDATE change SET value = 'autre' WHERE field = 'excerpt'`) }, "abîmé"},
		"a session altered":  {func(t *testing.T, p string) { run(t, p, `UPDATE session SET author = 'Zoé'`) }, "abîmé"},
		"twin change": {func(t *testing.T, p string) {
			forge(t, p, `field = 'name' AND value = 'La Cambuse'`, func(x *change) { x.value = "La Cambuze" })
		}, "une modification qui porte le même numéro"},
		"twin session": {func(t *testing.T, p string) {
			forgeSession(t, p, "Anne", func(r *sessionRow) { r.device = "autre" })
		}, "une séance de travail qui porte le même numéro"},
		"cycle": {func(t *testing.T, p string) {
			forgeSession(t, p, "Brice", func(r *sessionRow) { r.seen = append(r.seen, seenRow{r.id, r.id, 9}) })
		}, "en cercle"},
		"unknown parent": {func(t *testing.T, p string) {
			forgeSession(t, p, "Brice", func(r *sessionRow) { r.seen = append(r.seen, seenRow{r.id, uuid{0xff}, 9}) })
		}, "il y manque des séances"},
		"unknown entity": {func(t *testing.T, p string) {
			forge(t, p, `field = 'excerpt'`, func(x *change) { x.entity = "planet" })
		}, "ne comprend pas"},
		"unknown field": {func(t *testing.T, p string) {
			forge(t, p, `field = 'excerpt'`, func(x *change) { x.field = "colour" })
		}, "ne comprend pas"},
		"wrong value": {func(t *testing.T, p string) {
			forge(t, p, `field = 'level'`, func(x *change) { x.value = "splendid" })
		}, "ne comprend pas"},
		"change without session": {func(t *testing.T, p string) {
			forge(t, p, `field = 'excerpt'`, func(x *change) { x.session = uuid{0xee} })
		}, "il y manque des séances"},
		"number 0": {func(t *testing.T, p string) {
			forge(t, p, `field = 'excerpt'`, func(x *change) { x.seq = 0 })
		}, "abîmé"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			a, b := diverged(t)
			c.forge(t, b)
			before, source := snapshot(t, a), content(t, b)
			s := opened(t, a)
			_, err := s.PreviewMerge(t.Context(), []string{b})
			checkProblem(t, err, c.says)
			_, err = s.Merge(t.Context(), []string{b})
			checkProblem(t, err, c.says)
			closed(t, s)
			after := snapshot(t, a)
			if after.bytes != before.bytes {
				t.Error("the target changed")
			}
			if content(t, b) != source {
				t.Error("the source changed")
			}
		})
	}
}

// forge alters a change of a file and gives it a checksum that fits.
func forge(t *testing.T, path, where string, alter func(*change)) {
	t.Helper()
	forging(t, path, func(c *connection) error {
		list, err := readChanges(t.Context(), c, `SELECT `+changeColumns+` FROM change WHERE `+where+` ORDER BY hlc DESC LIMIT 1`)
		if err != nil {
			return err
		}
		x := list[0]
		if err := c.unlog(t.Context(), changeName{x.session, x.seq}); err != nil {
			return err
		}
		if err := editHeads(t, c, x.cell(), func(heads []change) []change {
			return slices.DeleteFunc(heads, func(h change) bool { return h.session == x.session && h.seq == x.seq })
		}); err != nil {
			return err
		}
		alter(&x)
		return inserted(t, c, x)
	})
}

// inserted adds a change to the log and to the heads of its cell.
func inserted(t *testing.T, c *connection, x change) error {
	t.Helper()
	if err := x.log(t.Context(), c, new(summer).change(x)); err != nil {
		return err
	}
	return editHeads(t, c, x.cell(), func(heads []change) []change { return append(slices.Clone(heads), x) })
}

// editHeads alters the heads of a cell.
func editHeads(t *testing.T, c *connection, k cell, alter func([]change) []change) error {
	t.Helper()
	r, err := readRow(t.Context(), c, k.rowKey)
	if err != nil {
		return err
	}
	r.set(k.field, alter(slices.Clone(r.of(k.field))))
	return r.write(t.Context(), c)
}

// forgeSession alters a session of a file and gives it a checksum that fits.
func forgeSession(t *testing.T, path, author string, alter func(*sessionRow)) {
	t.Helper()
	forging(t, path, func(c *connection) error {
		rows, err := readSessions(t.Context(), c)
		if err != nil {
			return err
		}
		for _, r := range rows {
			if r.author.Name != author {
				continue
			}
			if err := c.exec(t.Context(), `DELETE FROM session WHERE id = ?`, r.id[:]); err != nil {
				return err
			}
			if err := c.exec(t.Context(), `DELETE FROM seen WHERE session = ?`, r.id[:]); err != nil {
				return err
			}
			alter(&r)
			if err := r.insert(t.Context(), c); err != nil {
				return err
			}
		}
		return nil
	})
}

func forging(t *testing.T, path string, f func(*connection) error) {
	t.Helper()
	c, err := connect(t.Context(), path, readWrite)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.transaction(t.Context(), "BEGIN IMMEDIATE", func() error { return f(c) }); err != nil {
		t.Fatal(err)
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
}

func TestForgedClockIsKeptAndNotAdopted(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	forge(t, b, `field = 'excerpt'`, func(x *change) { x.hlc = 1<<63 - 1 })
	merged(t, a, b)
	s := opened(t, a)
	loaded(t, s)
	save(t, s, set("lever", "acces", "trend", "rising"))
	if hlc := query(t, s, `SELECT hlc FROM change WHERE field = 'trend'`); hlc > time.Now().Add(time.Hour).UnixMicro() || hlc < 0 {
		t.Errorf("clock %d", hlc)
	}
	if n := query(t, s, `SELECT count(*) FROM change WHERE hlc = 9223372036854775807`); n != 1 {
		t.Error("the change with the forged clock is gone")
	}
}

func TestPhotosAreMerged(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	for path, kinds := range map[string][]string{a: {"image/png"}, b: {"image/jpeg", "image/webp"}} {
		s := opened(t, path)
		for i, kind := range kinds {
			if _, err := s.AddPhoto(t.Context(), kind, []byte{1, 2, byte(i)}); err != nil {
				t.Fatal(err)
			}
		}
		closed(t, s)
	}
	a2 := copied(t, a, "a2.db")
	if m := merged(t, a, b); m.Sources[0].Photos == 0 {
		t.Error("no photo came")
	}
	merged(t, b, a2)
	if compacted(t, a) != compacted(t, b) {
		t.Error("A←B and B←A differ")
	}
	if m := merged(t, a, b); !m.Nothing() {
		t.Errorf("again: %+v", m)
	}
}

func TestMergeIntoReadOnlyAndEnded(t *testing.T) {
	t.Parallel()
	a, b := diverged(t)
	s := opened(t, a)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, err := range map[string]error{
		"Merge":        second(s.Merge(ctx, []string{b})),
		"PreviewMerge": second(s.PreviewMerge(ctx, []string{b})),
		"Conflicts":    second(s.Conflicts(ctx)),
	} {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
	s.readOnly = true
	_, err := s.Merge(t.Context(), []string{b})
	checkProblem(t, err, "rien n’y a été fusionné")
	if m, err := s.PreviewMerge(t.Context(), []string{b}); err != nil || m.Nothing() {
		t.Error("a preview needs no right to write", m, err)
	}
	if left, err := os.ReadDir(filepath.Dir(a)); err != nil || len(left) != 1 {
		t.Error("left beside the file:", left, err)
	}
}

// TestOtherDocumentsAreImported brings a file of another document as a further
// diagnosis, twice, with what was written in it between the two.
func TestOtherDocumentsAreImported(t *testing.T) {
	t.Parallel()
	ours, theirs := created(t).Path(), created(t).Path()
	const elsewhere = "0198c0de-0000-7000-8000-0000000000e1"
	editing(t, ours, "Anne", set("lever", "acces", "level", "absent"))
	other := func(level string) {
		s := opened(t, theirs)
		loaded(t, s)
		if _, err := s.Save(t.Context(), elsewhere, []model.Edit{set("lever", "acces", "level", level)}); err != nil {
			t.Fatal(err)
		}
		closed(t, s)
	}
	other("engaged")
	s := opened(t, ours)
	_, err := s.Merge(t.Context(), []string{theirs})
	if checkProblem(t, err, "autre document"); !IsOtherDocument(err) {
		t.Error("not recognised as another document:", err)
	}
	id := s.DocumentID()
	for _, level := range []model.Level{model.Engaged, model.Structured} {
		other(string(level))
		m, err := s.Import(t.Context(), []string{theirs})
		if err != nil || m.Changes != 1 {
			t.Fatal(m, err)
		}
		list, err := s.Diagnoses(t.Context())
		if err != nil || len(list) != 2 || list[0].Lever("acces").Level != model.Absent || list[1].Lever("acces").Level != level {
			t.Errorf("%s: diagnoses %v, %v", level, list, err)
		}
	}
	if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 || s.DocumentID() != id {
		t.Error(found, err, s.DocumentID())
	}
	if m, err := s.PreviewImport(t.Context(), []string{theirs}); err != nil || !m.Nothing() {
		t.Error(m, err)
	}
}

// TestMergeOfMuchText merges more text than is kept in memory: the rest is read again
// from the log.
func TestMergeOfMuchText(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, set("territory", model.SelfID, "region", "Bretagne"))
	closed(t, s)
	theirs := copied(t, s.Path(), "copie.db")
	const long = 190_000
	var edits []model.Edit
	for i := range mostKept/long + 3 {
		row := model.DerivedID(fmt.Sprint("long ", i))
		edits = append(edits, model.NewRow("initiative", row), set("initiative", row, "name", fmt.Sprint(i)),
			set("initiative", row, "description", strings.Repeat(string(rune('a'+i%26)), long)))
	}
	editing(t, theirs, "Brice", edits...)
	if m := merged(t, s.Path(), theirs); m.Changes != len(edits) {
		t.Errorf("%d changes came, want %d", m.Changes, len(edits))
	}
	if compacted(t, s.Path()) != compacted(t, theirs) {
		t.Error("the file is not what the copy is")
	}
}
