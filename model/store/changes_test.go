package store

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tressons/model"
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

// TestWhatIsLeftOutIsNotTold takes earlier values out of a file in the two ways
// that there are: what remains is told, and why there is no more.
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
		{"compacted", whole, true, true, []told{{"Brice", "in_place", "", "Brice", false, true}}},
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
		last, lacks, err := s.Lightened(t.Context())
		if lacks != c.lacks || last.Compacted != c.compact || err != nil {
			t.Errorf("%s: lightened: %v %+v, %v", c.name, lacks, last, err)
		}
		if omitted, err := s.Omissions(t.Context()); err != nil || (len(omitted) > 0) != (c.path == lean) {
			t.Errorf("%s: omissions: %+v, %v", c.name, omitted, err)
		}
		closed(t, s)
	}
	backups, err := filepath.Glob(strings.TrimSuffix(whole, ".db") + " (avant*")
	if err != nil || len(backups) != 1 {
		t.Fatal(backups, err)
	}
	merged(t, whole, backups[0])
	if _, lacks, err := opened(t, whole).Lightened(t.Context()); lacks || err != nil {
		t.Errorf("its history came back, and it is said to lack it: %v", err)
	}
}
