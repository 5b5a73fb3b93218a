package store

import (
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"tressons/model"

	"pgregory.net/rapid"
)

// TestBeforeIsWhatTheSessionSaw gives each of two people a copy: what one of them
// replaced is what that copy showed, whatever came from the other, and whatever
// the clocks say.
func TestBeforeIsWhatTheSessionSaw(t *testing.T) {
	t.Parallel()
	for name, fast := range map[string]time.Duration{"clocks agree": 0, "a clock is a year ahead": 366 * 24 * time.Hour} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := filepath.Join(t.TempDir(), "ici.db")
			s := createdAt(t, path, Options{Now: func() time.Time { return time.Now().Add(fast) }})
			s.SetAuthor(Author{Name: "Odile"})
			save(t, s, set("lever", "acces", "in_place", "Rien"))
			theirs := filepath.Join(t.TempDir(), "copie.db")
			if err := s.CopyTo(t.Context(), theirs); err != nil {
				t.Fatal(err)
			}
			for who, file := range map[string]string{"Anne": path, "Brice": theirs} {
				c := opened(t, file)
				c.SetAuthor(Author{Name: who})
				loaded(t, c)
				save(t, c, set("lever", "acces", "in_place", "Texte de "+who))
				closed(t, c)
			}
			merged := opened(t, path)
			if _, err := merged.Merge(t.Context(), []string{theirs}); err != nil {
				t.Fatal(err)
			}
			both, err := merged.Changes(t.Context(), Query{})
			if err != nil || len(both) != 3 {
				t.Fatal(both, err)
			}
			shown := 0
			for _, c := range both {
				replaced := c.Before == "Rien" && c.HasBefore
				if replaced != (c.Author.Name != "Odile") || !c.Undecided {
					t.Errorf("%+v", c)
				}
				if c.Shown {
					shown++
					if got := loaded(t, merged).Lever("acces").InPlace; string(got) != c.Edit.Value {
						t.Errorf("told as shown: %q, shown: %q", c.Edit.Value, got)
					}
				}
			}
			if shown != 1 {
				t.Errorf("%d values are told as shown", shown)
			}
			loaded(t, merged)
			merged.SetAuthor(Author{Name: "Chloé"})
			save(t, merged, set("lever", "acces", "in_place", "Décidé"))
			i := slices.IndexFunc(listed(t, merged, Query{}), func(c told) bool { return c.Who == "Chloé" })
			if last := listed(t, merged, Query{})[i]; !last.Shown || last.Before != "Texte de Anne" && last.Before != "Texte de Brice" {
				t.Errorf("what decides took the place of %+v", last)
			}
		})
	}
}

// TestRevivedRowIsNotToldDeleted deletes a row that a copy edits: it is there,
// so its deletion is not what is shown.
func TestRevivedRowIsNotToldDeleted(t *testing.T) {
	t.Parallel()
	s := created(t)
	id := model.NewID()
	save(t, s, model.NewRow("evidence", id), set("evidence", id, "title", "Bilan"))
	theirs := filepath.Join(t.TempDir(), "copie.db")
	if err := s.CopyTo(t.Context(), theirs); err != nil {
		t.Fatal(err)
	}
	c := opened(t, theirs)
	loaded(t, c)
	save(t, c, set("evidence", id, "title", "Bilan 2026"))
	closed(t, c)
	closed(t, s)
	s = opened(t, s.Path())
	loaded(t, s)
	save(t, s, model.DeleteRow("evidence", id))
	deletion := func() Change {
		list, err := s.Changes(t.Context(), Query{Kind: Deletions})
		if err != nil || len(list) != 1 {
			t.Fatal(list, err)
		}
		return list[0]
	}
	if d := deletion(); !d.Shown || d.Undecided {
		t.Errorf("deleted: %+v", d)
	}
	if _, err := s.Merge(t.Context(), []string{theirs}); err != nil {
		t.Fatal(err)
	}
	if d := deletion(); d.Shown || !d.Undecided || !loaded(t, s).Exists("evidence", id) {
		t.Errorf("kept by an edit: %+v", d)
	}
}

func TestDamagedValueIsNotTold(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, set("lever", "acces", "in_place", "Un guichet"))
	err := s.writing(t.Context(), func(c *connection) error {
		return c.script(t.Context(), `UPDATE change SET value = 'Deux guichets'`)
	})
	if err != nil {
		t.Fatal(err)
	}
	var problem *model.Problem
	if list, err := s.Changes(t.Context(), Query{}); !errors.As(err, &problem) {
		t.Errorf("told: %+v, %v", list, err)
	}
}

// TestHistoryOfAFieldIsWhatSessionsLeft lets people write one field in turn, each
// in a session of several values, and wants the last value of each session back,
// chained from the newest to the oldest.
func TestHistoryOfAFieldIsWhatSessionsLeft(t *testing.T) {
	t.Parallel()
	folder, round := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		round++
		path := filepath.Join(folder, fmt.Sprint(round, ".db"))
		if err := Build(t.Context(), path, Options{}, func(*Store) error { return nil }); err != nil {
			t.Fatal(err)
		}
		var left []string // newest first
		for _, values := range rapid.SliceOfN(rapid.SliceOfN(rapid.SampledFrom([]string{"", "a", "b", "long texte"}), 1, 3), 1, 5).Draw(t, "sessions") {
			wrong := time.Duration(rapid.IntRange(0, 40).Draw(t, "hours")) * time.Hour
			s, err := Open(t.Context(), path, Options{Now: func() time.Time { return time.Now().Add(wrong) }})
			if err != nil {
				t.Fatal(err)
			}
			before := ""
			if len(left) > 0 {
				before = left[0]
			}
			wrote := false
			for _, v := range values {
				saved, err := s.Save(t.Context(), testDiagnosis, []model.Edit{set("lever", "acces", "in_place", v)})
				if err != nil {
					t.Fatal(err)
				}
				if wrote = wrote || saved.Changes > 0; saved.Changes > 0 {
					before = v
				}
			}
			if wrote {
				left = slices.Insert(left, 0, before)
			}
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		s, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		defer func() { _ = s.Close() }()
		list, err := s.Changes(t.Context(), Query{Parts: []Part{{"lever", "acces", "in_place"}}})
		if err != nil || len(list) != len(left) {
			t.Fatalf("%d changes, want %d: %v", len(list), len(left), err)
		}
		for i, c := range list {
			older := i+1 < len(left)
			if c.Edit.Value != left[i] || c.HasBefore != older || older && c.Before != left[i+1] || c.Shown != (i == 0) {
				t.Fatalf("change %d: %+v\nwant the values %q", i, c, left)
			}
		}
	})
}
