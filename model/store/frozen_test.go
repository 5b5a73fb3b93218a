package store

import (
	"testing"

	"tressons/model"
)

// state1 is a frozen state of tests.
const state1 = "0198c0de-0000-7000-8000-0000000000f1"

// snapshotEdits name a frozen state.
func snapshotEdits(id, name string) []model.Edit {
	return []model.Edit{model.NewRow("snapshot", id), set("snapshot", id, "name", name)}
}

func frozen(t testing.TB, s *Store, id, name string) {
	t.Helper()
	if _, err := s.Freeze(t.Context(), testDiagnosis, id, snapshotEdits(id, name)); err != nil {
		t.Fatal(err)
	}
}

func thawed(t testing.TB, s *Store, id string) *model.Diagnosis {
	t.Helper()
	d, err := s.Frozen(t.Context(), testDiagnosis, id)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestFrozenStateStaysAsItWas(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, model.NewRow("initiative", cambuse), set("initiative", cambuse, "name", "La Cambuse"),
		set("lever", "acces", "level", "emerging"), model.NewRow("actor", newPlace))
	save(t, s, model.DeleteRow("actor", newPlace))
	frozen(t, s, state1, "État des lieux 2026")
	save(t, s, set("lever", "acces", "level", "structured"), model.DeleteRow("initiative", cambuse))
	check := func(s *Store) {
		t.Helper()
		d := thawed(t, s, state1)
		i, ok := d.Initiatives.Get(cambuse)
		if d.ID != testDiagnosis || d.Lever("acces").Level != model.Emerging || !ok || i.Name != "La Cambuse" {
			t.Errorf("frozen: %+v %+v", d.Lever("acces"), i)
		}
		if d.Actors.Len() > 0 || d.Snapshots.Len() > 0 {
			t.Error("a deleted row, or a snapshot, is frozen")
		}
		now := loaded(t, s)
		if now.Lever("acces").Level != model.Structured || now.Initiatives.Len() > 0 || now.Snapshots.All()[0].Name != "État des lieux 2026" {
			t.Errorf("now: %+v %+v", now.Lever("acces"), now.Snapshots.All())
		}
		if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
			t.Error(found, err)
		}
	}
	check(s)
	if _, err := s.Freeze(t.Context(), testDiagnosis, state1, nil); err == nil {
		t.Error("frozen twice")
	}
	path := s.Path()
	closed(t, s)
	check(opened(t, path))
	t.Run("unknown state", func(t *testing.T) {
		_, err := opened(t, path).Frozen(t.Context(), testDiagnosis, newPlace)
		checkProblem(t, err, "état figé")
	})
	t.Run("recovered", func(t *testing.T) {
		to := path + ".recupere.db"
		if _, err := Recover(t.Context(), path, to, Options{}); err != nil {
			t.Fatal(err)
		}
		check(opened(t, to))
	})
}

func TestFrozenStatesAreMerged(t *testing.T) {
	t.Parallel()
	a := created(t)
	save(t, a, set("lever", "acces", "level", "emerging"))
	path := a.Path()
	closed(t, a)
	other := copied(t, path, "copie.db")
	b := opened(t, other)
	loaded(t, b)
	frozen(t, b, state1, "Avant")
	save(t, b, set("lever", "acces", "level", "engaged"))
	closed(t, b)
	if m := merged(t, path, other); m.Nothing() || m.Sources[0].Frozen == 0 {
		t.Errorf("%+v", m)
	}
	if d := thawed(t, opened(t, path), state1); d.Lever("acces").Level != model.Emerging {
		t.Errorf("%+v", d.Lever("acces"))
	}
	if m := merged(t, path, other); !m.Nothing() || m.Backup != "" {
		t.Errorf("again: %+v", m)
	}
	if compacted(t, path) != compacted(t, other) {
		t.Error("other bytes")
	}
	t.Run("another content under the same name is refused", func(t *testing.T) {
		forged := copied(t, other, "faux.db")
		s := opened(t, forged)
		err := s.writing(t.Context(), func(c *connection) error {
			r := frozenRow{snapshot: mustUUID(t, state1), entity: "lever", row: "acces", field: "level", value: "structured"}
			sum := r.sum(new(summer))
			return c.exec(t.Context(), `UPDATE frozen SET value = 'structured', sum = ? WHERE field = 'level'`, sum[:])
		})
		if err != nil {
			t.Fatal(err)
		}
		closed(t, s)
		into := opened(t, path)
		_, err = into.Merge(t.Context(), []string{forged})
		checkProblem(t, err, "un état figé qui porte le même identifiant")
	})
}

func mustUUID(t testing.TB, s string) uuid {
	t.Helper()
	u, err := parseUUID(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}
