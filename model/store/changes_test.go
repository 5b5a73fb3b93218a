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

// told is what a change says, without when and where.
type told struct {
	Who, Field, Before, Value string
	HasBefore, Shown          bool
}

func listed(t testing.TB, s *Store, q Query) []told {
	t.Helper()
	list, err := s.Changes(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	out := make([]told, len(list))
	for i, c := range list {
		out[i] = told{c.Author.Name, c.Edit.Field, c.Before, c.Edit.Value, c.HasBefore, c.Shown}
	}
	return out
}

// inTurn lets people open a file one after the other and save some edits each.
func inTurn(t testing.TB, path string, who []string, edits func(who string) []model.Edit) {
	t.Helper()
	at := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	for _, name := range who {
		s, err := Open(t.Context(), path, Options{Now: func() time.Time { return at }})
		if err != nil {
			t.Fatal(err)
		}
		s.SetAuthor(Author{name, "Pays"})
		save(t, s, edits(name)...)
		closed(t, s)
		at = at.Add(time.Hour)
	}
}

func TestChangesTellWhoWhenAndWhat(t *testing.T) {
	t.Parallel()
	path := created(t).Path()
	inTurn(t, path, []string{"Anne", "Brice"}, func(who string) []model.Edit {
		return []model.Edit{set("lever", "acces", "in_place", who), set("lever", "acces", "trend", "rising")}
	})
	got, err := opened(t, path).Changes(t.Context(), Query{Limit: 2})
	if err != nil {
		t.Fatal(err)
	}
	want := []Change{
		{At: time.Date(2026, 11, 23, 10, 0, 0, 0, time.UTC), Author: Author{"Brice", "Pays"}, Diagnosis: testDiagnosis,
			Edit: set("lever", "acces", "in_place", "Brice"), Before: "Anne", HasBefore: true, Shown: true},
		{At: time.Date(2026, 11, 23, 9, 0, 0, 1000, time.UTC), Author: Author{"Anne", "Pays"}, Diagnosis: testDiagnosis,
			Edit: set("lever", "acces", "trend", "rising"), Shown: true},
	}
	for i := range got {
		got[i].At, got[i].Cursor = got[i].At.UTC(), Cursor{}
	}
	if !slices.Equal(got, want) {
		t.Errorf("changes %+v\nwant    %+v", got, want)
	}
}

func TestChangesOfAPart(t *testing.T) {
	t.Parallel()
	path := created(t).Path()
	other := "0198c0de-0000-7000-8000-000000000002"
	cafe, shop := model.DerivedID("café"), model.DerivedID("épicerie")
	inTurn(t, path, []string{"Anne", "Brice"}, func(who string) []model.Edit {
		edits := []model.Edit{set("initiative", cafe, "name", "Café de "+who), set("initiative", cafe, "year", "2012"), set("lever", "acces", "in_place", who)}
		if who == "Anne" {
			return append(edits, model.NewRow("initiative", cafe), model.NewRow("initiative", shop))
		}
		return append(edits, model.DeleteRow("initiative", shop))
	})
	s := opened(t, path)
	if _, err := s.Save(t.Context(), other, []model.Edit{set("lever", "acces", "in_place", "ailleurs")}); err != nil {
		t.Fatal(err)
	}
	anne := Author{"Anne", "Pays"}
	for name, c := range map[string]struct {
		query Query
		want  int
	}{
		"the file":                  {Query{}, 9},
		"a diagnosis":               {Query{Diagnosis: testDiagnosis}, 8},
		"an entity":                 {Query{Parts: []Part{{Entity: "initiative"}}}, 6},
		"a row":                     {Query{Parts: []Part{{Entity: "initiative", Row: cafe}}}, 4},
		"a field":                   {Query{Parts: []Part{{"initiative", cafe, "name"}}}, 2},
		"a field of a diagnosis":    {Query{Diagnosis: testDiagnosis, Parts: []Part{{"lever", "acces", "in_place"}}}, 2},
		"several parts":             {Query{Parts: []Part{{"initiative", cafe, "name"}, {"initiative", cafe, "year"}, {Entity: "lever"}, {Entity: "lever", Row: "acces"}}}, 6},
		"rows made":                 {Query{Kind: Additions}, 2},
		"rows deleted":              {Query{Kind: Deletions}, 1},
		"rows of an entity deleted": {Query{Kind: Deletions, Parts: []Part{{Entity: "lever"}}}, 0},
		"somebody's":                {Query{By: &anne}, 5},
		"nobody's":                  {Query{By: &Author{Name: "Anne"}}, 0},
		"no row of that name":       {Query{Parts: []Part{{Entity: "initiative", Row: "autre"}}}, 0},
	} {
		whole := listed(t, s, c.query)
		if len(whole) != c.want {
			t.Errorf("%s: %d changes, want %d: %+v", name, len(whole), c.want, whole)
		}
		if paged := inPages(t, s, c.query, 2); !slices.Equal(paged, whole) {
			t.Errorf("%s: in pages %+v\nat once %+v", name, paged, whole)
		}
	}
	if _, err := s.Changes(t.Context(), Query{Diagnosis: "aucun"}); err == nil {
		t.Error("a diagnosis without a UUID is listed")
	}
	if got, err := s.Authors(t.Context()); err != nil || !slices.Equal(got, []Author{{}, {"Anne", "Pays"}, {"Brice", "Pays"}}) {
		t.Errorf("authors %v, %v", got, err)
	}
}

// inPages lists a few changes at a time.
func inPages(t testing.TB, s *Store, q Query, size int) []told {
	t.Helper()
	q.Limit = size
	var out []told
	for {
		page, err := s.Changes(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, listed(t, s, q)...)
		if len(page) < size {
			return out
		}
		q.After = page[len(page)-1].Cursor
	}
}

func TestPagesStayWhileOthersSave(t *testing.T) {
	t.Parallel()
	path := created(t).Path()
	inTurn(t, path, []string{"Anne", "Brice", "Chloé"}, func(who string) []model.Edit {
		return []model.Edit{set("lever", "acces", "in_place", who)}
	})
	s := opened(t, path)
	first, err := s.Changes(t.Context(), Query{Limit: 1})
	if err != nil || len(first) != 1 {
		t.Fatal(first, err)
	}
	save(t, s, set("lever", "acces", "in_place", "Denis"))
	rest := listed(t, s, Query{After: first[0].Cursor})
	if len(rest) != 2 || rest[0].Who != "Brice" || rest[1].Who != "Anne" {
		t.Errorf("after the first page: %+v", rest)
	}
}

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

// TestWhatIsLeftOutIsNotTold takes earlier values out of a file in the two ways
// that there are: what remains is told, and only a shared copy knows of it.
func TestWhatIsLeftOutIsNotTold(t *testing.T) {
	t.Parallel()
	path := created(t).Path()
	inTurn(t, path, []string{"Anne", "Brice"}, func(who string) []model.Edit {
		return []model.Edit{set("lever", "acces", "in_place", who), set("lever", "acces", "trend", "rising")}
	})
	field := Query{Parts: []Part{{"lever", "acces", "in_place"}}}
	lean, _ := shared(t, path, ShareOptions{WithoutHistory: true})
	whole, _ := shared(t, path, ShareOptions{})
	for _, c := range []struct {
		name    string
		path    string
		compact bool
		lacks   bool
		want    []told
	}{
		{"whole", whole, false, false, []told{{"Brice", "in_place", "Anne", "Brice", true, true}, {"Anne", "in_place", "", "Anne", false, false}}},
		{"compacted", whole, true, false, []told{{"Brice", "in_place", "", "Brice", false, true}}},
		{"shared without history", lean, false, true, []told{{"Brice", "in_place", "", "Brice", false, true}}},
	} {
		s := opened(t, c.path)
		if c.compact {
			if _, err := s.Compact(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		if got := listed(t, s, field); !slices.Equal(got, c.want) {
			t.Errorf("%s: %+v", c.name, got)
		}
		if lacks, err := s.LacksHistory(t.Context()); lacks != c.lacks || err != nil {
			t.Errorf("%s: lacks history: %v, %v", c.name, lacks, err)
		}
		closed(t, s)
	}
}
