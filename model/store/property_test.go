package store

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tressons/model"

	"pgregory.net/rapid"
)

// oracle is the log as a brute-force model: what every change had in front of it
// is kept as a set, without sessions continuing each other, frontiers or heads.
type oracle struct{ changes map[string]event }

// event is a change of the oracle.
type event struct {
	session string
	edit    model.Edit
	saw     map[string]bool
}

// user is one program that has the file open.
type user struct {
	store   *Store
	clock   time.Duration   // how wrong the clock is
	view    map[string]bool // the changes that were there at the last look
	session string          // "" when the next edit begins one
	saw     map[string]bool // by the session when it began
}

func idOf(session string, seq int64) string { return fmt.Sprint(session, "#", seq) }

// ids are all changes.
func (o *oracle) ids() map[string]bool {
	out := map[string]bool{}
	for id := range o.changes {
		out[id] = true
	}
	return out
}

// heads are the changes of each cell that no other of the cell has seen.
func (o *oracle) heads() map[string][]string {
	out := map[string][]string{}
	for a, x := range o.changes {
		superseded := false
		for b, y := range o.changes {
			same := x.edit.Entity == y.edit.Entity && x.edit.Row == y.edit.Row && x.edit.Field == y.edit.Field
			superseded = superseded || a != b && same && y.saw[a]
		}
		if !superseded {
			cell := fmt.Sprint(x.edit.Entity, "|", x.edit.Row, "|", x.edit.Field)
			out[cell] = append(out[cell], a)
			slices.Sort(out[cell])
		}
	}
	return out
}

// record notes an edit that u saved as the change id.
func (o *oracle) record(u *user, id string, e model.Edit) {
	if u.session == "" {
		u.session, u.saw = u.store.session.id.String(), maps.Clone(u.view)
	}
	for other, x := range o.changes { // a session keeps one change of a cell
		if x.session == u.session && x.edit.Entity == e.Entity && x.edit.Row == e.Row && x.edit.Field == e.Field {
			delete(o.changes, other)
		}
	}
	o.changes[id] = event{u.session, e, u.saw}
	u.view[id] = true
}

// storedHeads are the heads of the file in the form of oracle.heads.
func storedHeads(t *rapid.T, s *Store) map[string][]string {
	out := map[string][]string{}
	for _, h := range heads(t, s) {
		cell := fmt.Sprint(h.entity, "|", h.row, "|", h.field)
		out[cell] = append(out[cell], idOf(h.session.String(), h.seq))
		slices.Sort(out[cell])
	}
	return out
}

func storedChanges(t *rapid.T, s *Store, query string) []change {
	var out []change
	err := s.reading(t.Context(), func(c *connection) (err error) {
		out, err = readChanges(t.Context(), c, query)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

var someEdits = rapid.Custom(func(t *rapid.T) model.Edit {
	row := rapid.SampledFrom([]string{"cooperation", "a#b/%é", "0198c0de-0000-7000-8000-0000000000aa", "0198C0DE-0000-7000-8000-0000000000AA"}).Draw(t, "row")
	switch rapid.IntRange(0, 5).Draw(t, "kind") {
	case 0:
		return model.NewRow("initiative", row)
	case 1:
		return model.DeleteRow("initiative", row)
	case 2:
		return set("initiative", row, "year", rapid.SampledFrom([]string{"", "1999", "2026"}).Draw(t, "year"))
	case 3:
		return set("lever", row, "level", rapid.SampledFrom([]string{"", "absent", "engaged"}).Draw(t, "level"))
	case 4:
		return set("figure", row, "value", rapid.SampledFrom([]string{"", "-0.5", "298"}).Draw(t, "value"))
	}
	return set("initiative", row, "description", rapid.String().Draw(t, "text"))
})

// TestLogEqualsOracle lets three programs with wrong clocks edit one file in turn,
// look at it, close it and open it, and compares log, heads, readable tables and
// diagnoses with the oracle after each step.
func TestLogEqualsOracle(t *testing.T) {
	t.Parallel()
	rounds := 0
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		rounds++
		path := filepath.Join(folder, fmt.Sprint(rounds, ".db"))
		if err := Build(t.Context(), path, Options{}, func(*Store) error { return nil }); err != nil {
			t.Fatal(err)
		}
		o := &oracle{map[string]event{}}
		users := []*user{{}, {clock: -50 * time.Hour}, {clock: 50 * time.Hour}}
		for _, u := range users {
			o.open(t, u, path)
			defer func() { _ = u.store.Close() }()
		}
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			u := users[rapid.IntRange(0, len(users)-1).Draw(t, "user")]
			switch rapid.IntRange(0, 6).Draw(t, "step") {
			case 0:
				if err := u.store.Close(); err != nil {
					t.Fatal(err)
				}
				o.open(t, u, path)
			case 1:
				o.look(t, u)
			case 2:
				u.store.SetAuthor(Author{Name: rapid.StringN(1, 5, -1).Draw(t, "author")})
				u.session = ""
			default:
				o.save(t, u, rapid.SliceOfN(someEdits, 1, 6).Draw(t, "edits"))
			}
			o.compare(t, u.store)
		}
	})
}

func (o *oracle) open(t *rapid.T, u *user, path string) {
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return time.Now().Add(u.clock) }})
	if err != nil {
		t.Fatal(err)
	}
	*u = user{store: s, clock: u.clock}
	o.look(t, u)
}

// look reads the diagnoses, and begins a new session if that showed something
// of others.
func (o *oracle) look(t *rapid.T, u *user) {
	if _, err := u.store.Diagnoses(t.Context()); err != nil {
		t.Fatal(err)
	}
	for id, x := range o.changes {
		if x.session != u.session && !u.view[id] {
			u.session = ""
		}
	}
	u.view = o.ids()
}

func (o *oracle) save(t *rapid.T, u *user, edits []model.Edit) {
	saved, err := u.store.Save(t.Context(), testDiagnosis, edits)
	if err != nil {
		t.Fatal(err)
	}
	if saved.Changes == 0 {
		return
	}
	var fresh []change
	for _, c := range storedChanges(t, u.store, `SELECT `+changeColumns+` FROM change ORDER BY session, seq`) {
		if _, ok := o.changes[idOf(c.session.String(), c.seq)]; !ok {
			fresh = append(fresh, c)
		}
	}
	for _, c := range fresh {
		o.record(u, idOf(c.session.String(), c.seq), c.edit())
	}
}

func (o *oracle) compare(t *rapid.T, s *Store) {
	if got, want := storedHeads(t, s), o.heads(); !maps.EqualFunc(got, want, slices.Equal) {
		t.Fatalf("heads %v\nwant  %v", got, want)
	}
	stored := map[string]bool{}
	for _, c := range storedChanges(t, s, `SELECT `+changeColumns+` FROM change`) {
		stored[idOf(c.session.String(), c.seq)] = true
	}
	if !maps.Equal(stored, o.ids()) {
		t.Fatalf("log %v\nwant %v", stored, o.ids())
	}
	if findings, err := s.Verify(t.Context()); err != nil || len(findings) > 0 {
		t.Fatal(findings, err)
	}
}

// TestFileEqualsMemory applies random edits to a diagnosis in memory and saves
// them, and wants the same content from the file at any time.
func TestFileEqualsMemory(t *testing.T) {
	t.Parallel()
	rounds := 0
	folder := t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		rounds++
		path := filepath.Join(folder, fmt.Sprint(rounds, ".db"))
		s, err := Create(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		memory := model.NewDiagnosis(testDiagnosis)
		for range rapid.IntRange(1, 8).Draw(t, "saves") {
			applied, _, err := memory.Apply(rapid.SliceOfN(someEdits, 0, 8).Draw(t, "edits"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := s.Save(t.Context(), testDiagnosis, applied); err != nil {
				t.Fatal(err)
			}
			if rapid.Bool().Draw(t, "reopen") {
				if err := s.Close(); err != nil {
					t.Fatal(err)
				}
				if s, err = Open(t.Context(), path, Options{}); err != nil {
					t.Fatal(err)
				}
			}
			all, err := s.Diagnoses(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			got := model.NewDiagnosis(testDiagnosis)
			if len(all) > 0 {
				got = all[0]
			}
			sameContent(t, got, memory)
		}
	})
}

// sameContent compares diagnoses through what package model shows of them.
func sameContent(t *rapid.T, got, want *model.Diagnosis) {
	for _, e := range model.Entities() {
		for _, row := range slices.Compact(slices.Sorted(slices.Values(append(got.RowIDs(e.Name), want.RowIDs(e.Name)...)))) {
			if got.Exists(e.Name, row) != want.Exists(e.Name, row) {
				t.Errorf("%s %q exists: %v, want %v", e.Name, row, got.Exists(e.Name, row), want.Exists(e.Name, row))
			}
			for _, f := range e.Fields {
				if got.Value(e.Name, row, f.Name) != want.Value(e.Name, row, f.Name) {
					t.Errorf("%s %q %s: %q, want %q", e.Name, row, f.Name, got.Value(e.Name, row, f.Name), want.Value(e.Name, row, f.Name))
				}
			}
		}
	}
}
