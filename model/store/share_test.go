package store

import (
	"path/filepath"
	"strings"
	"testing"

	"tressons/model"
)

const (
	secret  = "Le maire hésite encore"
	secret2 = "À ne pas répéter"
	old     = "Un premier texte, remplacé"
	gone    = "Une rencontre annulée"
)

// confidential is a file with private notes, earlier values, a deleted row, a
// frozen state and two pictures, of which a deleted evidence names one.
func confidential(t testing.TB) string {
	t.Helper()
	s := created(t)
	s.SetAuthor(Author{Name: "Anne"})
	shown, err := s.AddPhoto(t.Context(), "image/png", []byte("shown picture"))
	if err != nil {
		t.Fatal(err)
	}
	hidden, err := s.AddPhoto(t.Context(), "image/png", []byte("hidden picture"))
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, set("lever", "acces", "private_note", secret), set("lever", "acces", "in_place", old),
		model.NewRow("evidence", cambuse), set("evidence", cambuse, "photo", string(shown)),
		model.NewRow("actor", survey1), set("actor", survey1, "name", "Odile"), set("actor", survey1, "email", "odile@exemple.fr"))
	frozen(t, s, state1, "Avant")
	save(t, s, model.NewRow("evidence", newPlace), set("evidence", newPlace, "photo", string(hidden)))
	path := s.Path()
	closed(t, s)
	editing(t, path, "Anne", set("lever", "acces", "private_note", secret2), set("lever", "acces", "in_place", "Un texte"),
		model.NewRow("interview", state1), set("interview", state1, "summary", gone), model.DeleteRow("evidence", newPlace))
	editing(t, path, "Anne", model.DeleteRow("interview", state1))
	return path
}

func shared(t testing.TB, path string, o ShareOptions) (to string, out Shared) {
	t.Helper()
	s := opened(t, path)
	loaded(t, s)
	to = filepath.Join(t.TempDir(), "partage.db")
	out, err := s.Share(t.Context(), to, o)
	if err != nil {
		t.Fatal(err)
	}
	closed(t, s)
	return to, out
}

func TestSharedCopies(t *testing.T) {
	t.Parallel()
	cases := map[string]struct {
		options ShareOptions
		absent  []string // in no byte of the copy
		present []string
		out     Shared
	}{
		"whole": {ShareOptions{}, nil, []string{secret, secret2, old, gone, "odile@exemple.fr", "hidden picture"}, Shared{}},
		"without private": {ShareOptions{WithoutPrivate: true}, []string{secret, secret2, "odile@exemple.fr"},
			[]string{old, gone, "Odile", "hidden picture"}, Shared{Private: 2, History: 1}},
		"without history": {ShareOptions{WithoutHistory: true}, []string{old, gone, "hidden picture"},
			[]string{secret2, secret, "odile@exemple.fr", "shown picture"}, Shared{History: 6, Photos: 1}},
		"without both": {ShareOptions{WithoutPrivate: true, WithoutHistory: true}, []string{secret, secret2, old, gone, "odile@exemple.fr", "hidden picture"},
			[]string{"Odile", "Un texte", "shown picture"}, Shared{Private: 2, History: 6, Photos: 1}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path := confidential(t)
			before := content(t, path)
			to, out := shared(t, path, c.options)
			if content(t, path) != before {
				t.Error("the file changed")
			}
			if out != c.out {
				t.Errorf("left out %+v, want %+v", out, c.out)
			}
			bytes := content(t, to)
			for _, text := range c.absent {
				// The frozen state holds earlier values on purpose.
				if strings.Contains(bytes, text) && !(text == old) {
					t.Errorf("%q is in the copy", text)
				}
			}
			for _, text := range c.present {
				if !strings.Contains(bytes, text) {
					t.Errorf("%q is not in the copy", text)
				}
			}
			s := opened(t, to)
			if found, err := s.Verify(t.Context()); err != nil || len(found) > 0 {
				t.Error(found, err)
			}
			told, err := s.Omissions(t.Context())
			want := c.options.WithoutPrivate || c.options.WithoutHistory
			if err != nil || len(told) > 1 || (len(told) == 1) != want ||
				want && (told[0].Private != c.options.WithoutPrivate || told[0].History != c.options.WithoutHistory) {
				t.Errorf("says %+v, %v", told, err)
			}
			closed(t, s)
			// Merged back untouched, it brings nothing and takes nothing away.
			if m := merged(t, path, to); !m.Nothing() || content(t, path) != before {
				t.Errorf("merged back: %+v", m)
			}
			// The other way round it is whole again.
			merged(t, to, path)
			if compacted(t, to) != compacted(t, path) {
				t.Error("a copy that was made whole has other bytes")
			}
		})
	}
}

// TestEditsOfASharedCopy lets a colleague write an aparté of their own, and delete
// a row, in a copy that left out what was there.
func TestEditsOfASharedCopy(t *testing.T) {
	t.Parallel()
	path := confidential(t)
	to, _ := shared(t, path, ShareOptions{WithoutPrivate: true, WithoutHistory: true})
	// Two sessions: the second continues the first.
	editing(t, to, "Brice", set("lever", "acces", "trend", "rising"))
	editing(t, to, "Brice", set("lever", "acces", "private_note", "Mon aparté"), set("lever", "acces", "in_place", "Autre texte"),
		model.DeleteRow("actor", survey1))
	m := merged(t, path, to)
	if len(m.Conflicts.Fields) != 1 || m.Conflicts.Fields[0].Cell.Field != "private_note" {
		t.Errorf("conflicts %+v: both apartés must stay", m.Conflicts.Fields)
	}
	if r := m.Conflicts.Revivals; len(r) != 1 || r[0].Row != survey1 || r[0].Edits[0].Field != "email" {
		t.Errorf("revivals %+v: who deleted the actor had not seen the address", r)
	}
	s := opened(t, path)
	l := loaded(t, s).Lever("acces")
	if l.InPlace != "Autre texte" || l.Trend != model.Rising {
		t.Errorf("%+v", l)
	}
	// Whoever decides in the whole file has seen all; nobody asks again.
	save(t, s, set("lever", "acces", "private_note", "Les deux"), model.DeleteRow("actor", survey1))
	if c, err := s.Conflicts(t.Context()); err != nil || len(c.Fields)+len(c.Revivals) > 0 {
		t.Errorf("%+v, %v", c, err)
	}
	closed(t, s)
	if m := merged(t, path, to); !m.Nothing() || len(m.Conflicts.Fields) > 0 {
		t.Errorf("again: %+v", m)
	}
	merged(t, to, path)
	if compacted(t, to) != compacted(t, path) {
		t.Error("other bytes the other way round")
	}
}

// TestRepeatableCopies prepares the same copy again and again, of a file in which many
// sessions wrote.
func TestRepeatableCopies(t *testing.T) {
	t.Parallel()
	path := confidential(t)
	for _, level := range []string{"absent", "emerging", "engaged", "structured"} {
		editing(t, path, "Brice", set("lever", level, "level", level))
	}
	options := ShareOptions{WithoutPrivate: true, Repeatable: true}
	first, _ := shared(t, path, options)
	for range 4 {
		again, _ := shared(t, path, options)
		if content(t, again) != content(t, first) {
			t.Fatal("another copy has other bytes")
		}
	}
}
