package store

import (
	"path/filepath"
	"testing"
	"time"

	"tressons/model"
)

// query reads a single number.
func query(t testing.TB, s *Store, q string, args ...any) int64 {
	t.Helper()
	var n int64
	err := s.reading(t.Context(), func(c *connection) error { return c.one(t.Context(), q, &n, args...) })
	if err != nil {
		t.Fatal(q, err)
	}
	return n
}

func TestASessionKeepsOneChangeOfACell(t *testing.T) {
	t.Parallel()
	s := created(t)
	for _, text := range []string{"Un", "Un guichet", "Un guichet commun"} {
		save(t, s, set("lever", "cooperation", "in_place", text))
	}
	if n := query(t, s, `SELECT count(*) FROM change`); n != 1 {
		t.Errorf("%d changes, want 1", n)
	}
	if seq := query(t, s, `SELECT seq FROM change`); seq != 3 {
		t.Errorf("seq %d, want 3: a number is never used twice", seq)
	}
	closed(t, s)
	s = opened(t, s.Path())
	save(t, s, set("lever", "cooperation", "in_place", "Deux"))
	if n := query(t, s, `SELECT count(*) FROM change`); n != 2 {
		t.Errorf("%d changes, want one of each session", n)
	}
	if n := len(heads(t, s)); n != 1 {
		t.Errorf("%d heads, want 1", n)
	}
}

func TestSessions(t *testing.T) {
	t.Parallel()
	level := func(v string) model.Edit { return set("lever", "acces", "level", v) }
	t.Run("one from the first edit to the closing", func(t *testing.T) {
		t.Parallel()
		s := created(t)
		if n := query(t, s, `SELECT count(*) FROM session`); n != 0 {
			t.Errorf("%d sessions before an edit", n)
		}
		save(t, s, level("absent"))
		loaded(t, s)
		save(t, s, level("engaged"))
		if n := query(t, s, `SELECT count(*) FROM session`); n != 1 {
			t.Errorf("%d sessions, want 1", n)
		}
	})
	t.Run("another author is another one, that has seen the first", func(t *testing.T) {
		t.Parallel()
		s := created(t)
		s.SetAuthor(Author{Name: "Anne"})
		save(t, s, level("absent"))
		s.SetAuthor(Author{Name: "Anne"})
		save(t, s, level("engaged"))
		s.SetAuthor(Author{Name: "Brice"})
		save(t, s, level("structured"))
		if n := query(t, s, `SELECT count(*) FROM session`); n != 2 {
			t.Errorf("%d sessions, want 2", n)
		}
		if upto := query(t, s, `SELECT upto FROM seen`); upto != 2 {
			t.Errorf("seen up to %d, want 2", upto)
		}
	})
	t.Run("each continues only what nobody continued", func(t *testing.T) {
		t.Parallel()
		path := created(t).Path()
		for range 5 {
			s := opened(t, path)
			save(t, s, level("absent"), set("lever", "acces", "trend", "rising"), level("engaged"))
			save(t, s, level("structured"))
			save(t, s, level("absent"))
			closed(t, s)
		}
		s := opened(t, path)
		if n := query(t, s, `SELECT count(*) FROM seen`); n != 4 {
			t.Errorf("%d rows of seen for 5 sessions in a row, want 4", n)
		}
	})
}

func TestClocks(t *testing.T) {
	t.Parallel()
	start := time.Date(2026, 11, 23, 9, 0, 0, 0, time.UTC)
	saveAt := func(t *testing.T, path string, now time.Time, value string) {
		t.Helper()
		s, err := Open(t.Context(), path, Options{Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		save(t, s, set("lever", "acces", "in_place", value))
		closed(t, s)
	}
	cases := map[string]struct {
		ahead time.Duration
		want  time.Time // of a change made at start after one made so far ahead
	}{
		"behind":              {-time.Hour, start},
		"a little ahead":      {time.Hour, start.Add(time.Hour + time.Microsecond)},
		"two days ahead":      {mostAhead, start.Add(mostAhead + time.Microsecond)},
		"never taken over":    {mostAhead + time.Second, start},
		"two centuries ahead": {200 * 365 * 24 * time.Hour, start},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := created(t).Path()
			saveAt(t, path, start.Add(c.ahead), "premier")
			saveAt(t, path, start, "second")
			s := opened(t, path)
			got := heads(t, s)[0].hlc
			if got != c.want.UnixMicro() {
				t.Errorf("clock %v, want %v", time.UnixMicro(got).UTC(), c.want)
			}
			if text := loaded(t, s).Lever("acces").InPlace; text != "second" {
				t.Errorf("%q is shown, whatever the clocks the second had seen the first", text)
			}
		})
	}
}

// TestTwoWhoDidNotSeeEachOther saves into one file from two programs.
func TestTwoWhoDidNotSeeEachOther(t *testing.T) {
	t.Parallel()
	path := created(t).Path()
	anne, brice := opened(t, path), opened(t, path)
	loaded(t, anne)
	loaded(t, brice)
	save(t, anne, set("lever", "acces", "in_place", "Anne"), set("lever", "acces", "level", "absent"))
	save(t, brice, set("lever", "acces", "in_place", "Brice"), set("lever", "acces", "trend", "rising"))
	if n := len(headsNamed(t, anne, "in_place")); n != 2 {
		t.Errorf("%d heads, want both texts", n)
	}
	got := loaded(t, anne).Lever("acces")
	if got.InPlace != "Brice" || got.Level != model.Absent || got.Trend != model.Rising {
		t.Errorf("%+v, want the later text and the other fields of both", got)
	}
	save(t, anne, set("lever", "acces", "in_place", "Brice")) // settles it, having seen both
	if n := len(headsNamed(t, anne, "in_place")); n != 1 {
		t.Errorf("%d heads once settled, want 1", n)
	}
	if found, err := brice.Verify(t.Context()); err != nil || len(found) > 0 {
		t.Error(found, err)
	}
}

func TestDeletedRowsKeepTheirFields(t *testing.T) {
	t.Parallel()
	s := created(t)
	id := model.NewID()
	save(t, s, model.NewRow("actor", id), set("actor", id, "name", "Odile"))
	save(t, s, model.DeleteRow("actor", id))
	if n := query(t, s, `SELECT count(*) FROM actor`); n != 0 {
		t.Error("still in the readable table")
	}
	closed(t, s)
	s = opened(t, s.Path())
	d := loaded(t, s)
	if _, ok := d.Actors.Get(id); ok {
		t.Error("the row is shown")
	}
	applied, _, err := d.Apply([]model.Edit{model.NewRow("actor", id)})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, applied...)
	if a, ok := loaded(t, s).Actors.Get(id); !ok || a.Name != "Odile" {
		t.Errorf("brought back as %+v, %v", a, ok)
	}
	if n := query(t, s, `SELECT count(*) FROM actor WHERE name = 'Odile'`); n != 1 {
		t.Error("not in the readable table again")
	}
}

func TestReadableTablesAreTyped(t *testing.T) {
	t.Parallel()
	s := created(t)
	id := "0198c0de-0000-7000-8000-0000000000aa"
	save(t, s, set("territory", model.SelfID, "area", "298.5"), set("territory", model.SelfID, "population_year", "2016"),
		model.NewRow("link", id), set("link", id, "from", "initiative/x"))
	for q, want := range map[string]int64{
		`SELECT typeof(area) = 'real' AND area = 298.5 FROM territory`:                         1,
		`SELECT typeof(population_year) = 'integer' AND population_year = 2016 FROM territory`: 1,
		`SELECT density IS NULL FROM territory`:                                                1,
		`SELECT id = 'self' AND diagnosis = '` + testDiagnosis + `' FROM territory`:            1,
		`SELECT id = '` + id + `' AND "from" = 'initiative/x' AND "to" IS NULL FROM link`:      1,
		`SELECT count(*) FROM change WHERE typeof(row) = 'blob' AND length(row) = 16`:          2,
		`SELECT count(*) FROM change WHERE typeof(row) = 'text'`:                               2,
	} {
		if got := query(t, s, q); got != want {
			t.Errorf("%s: %d, want %d", q, got, want)
		}
	}
}

func TestRefusedEditsSaveNothing(t *testing.T) {
	t.Parallel()
	s := created(t)
	good := set("lever", "acces", "level", "absent")
	for name, bad := range map[string]model.Edit{
		"unknown entity": set("planet", "x", "name", "Mars"),
		"unknown field":  set("lever", "acces", "colour", "red"),
		"wrong value":    set("lever", "acces", "level", "splendid"),
		"no row":         set("lever", "", "level", "absent"),
	} {
		if _, err := s.Save(t.Context(), testDiagnosis, []model.Edit{good, bad}); err == nil {
			t.Errorf("%s: saved", name)
		}
	}
	if _, err := s.Save(t.Context(), "no uuid", []model.Edit{good}); err == nil {
		t.Error("saved for a diagnosis that has no UUID")
	}
	if n := query(t, s, `SELECT count(*) FROM change`); n != 0 {
		t.Errorf("%d changes", n)
	}
}

func TestCopiesDoNotShareASession(t *testing.T) {
	t.Parallel()
	s := created(t)
	save(t, s, set("lever", "acces", "level", "absent"))
	path := filepath.Join(t.TempDir(), "copie.db")
	if err := s.CopyTo(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	c := opened(t, path)
	if c.DocumentID() != s.DocumentID() {
		t.Error("a copy is the same document")
	}
	save(t, s, set("lever", "acces", "trend", "rising"))
	save(t, c, set("lever", "acces", "trend", "falling"))
	if s.session.id == c.session.id {
		t.Error("twins: original and copy write in one session")
	}
}
