package model

import (
	"fmt"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestEntitiesAreDescribed(t *testing.T) {
	t.Parallel()
	snake := regexp.MustCompile(`^[a-z]+(_[a-z]+)*$`)
	seen := map[string]bool{}
	for _, e := range Entities() {
		if !snake.MatchString(e.Name) || seen[e.Name] || e.Label == "" || e.Plural == "" {
			t.Errorf("entity %+v is not well described", e.Name)
		}
		seen[e.Name] = true
		fields := map[string]bool{}
		for _, f := range e.Fields {
			if !snake.MatchString(f.Name) || fields[f.Name] || f.Label == "" {
				t.Errorf("%s.%s is not well described", e.Name, f.Name)
			}
			if regexp.MustCompile(`[a-zà-ÿ]'|« | [:;!?]`).MatchString(f.Label + f.Help) {
				t.Errorf("%s.%s: typography of %q %q", e.Name, f.Name, f.Label, f.Help)
			}
			fields[f.Name] = true
		}
	}
}

func TestContactsAndNotesArePrivate(t *testing.T) {
	t.Parallel()
	want := map[string]bool{"actor.email": true, "actor.phone": true, "actor.private_note": true,
		"interview.notes": true, "lever.private_note": true, "initiative.private_note": true}
	for _, e := range Entities() {
		for _, f := range e.Fields {
			name := e.Name + "." + f.Name
			if want[name] && !f.Private {
				t.Errorf("%s leaves the file", name)
			}
			if f.Private && f.Name != "private_note" && !want[name] {
				t.Errorf("%s stays in the file, and no one would expect it", name)
			}
		}
	}
}

// content is all that a diagnosis shows.
func content(d *Diagnosis) string {
	out := ""
	for _, e := range Entities() {
		for _, id := range d.RowIDs(e.Name) {
			for _, f := range e.Fields {
				if v := d.Value(e.Name, id, f.Name); v != "" {
					out += fmt.Sprintf("%s %s %s=%q\n", e.Name, id, f.Name, v)
				}
			}
			if !e.Keyed {
				out += e.Name + " " + id + " exists\n"
			}
		}
	}
	return out
}

// drawEdit draws an edit of a small set of rows, so that edits meet.
func drawEdit(t *rapid.T) Edit {
	e := rapid.SampledFrom(Entities()).Draw(t, "entity")
	id := rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "row")
	if !e.Keyed && rapid.IntRange(0, 3).Draw(t, "what") == 0 {
		return Edit{e.Name, id, FieldExists, rapid.SampledFrom([]string{"0", "1"}).Draw(t, "exists")}
	}
	f := rapid.SampledFrom(e.Fields).Draw(t, "field")
	value := ""
	switch f.Kind {
	case KindChoice:
		value = rapid.SampledFrom(f.Choices).Draw(t, "choice").Slug
	case KindLine, KindText:
		value = rapid.SampledFrom([]string{"", "un", "deux"}).Draw(t, "text")
	case KindNumber, KindYear, KindDate:
		value = rapid.SampledFrom([]string{"", "1998", "2020"}).Draw(t, "number")
	}
	return Edit{e.Name, id, f.Name, value}
}

func TestUndoGivesBackWhatWasThere(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		d := NewDiagnosis("d")
		setup := rapid.SliceOfN(rapid.Custom(drawEdit), 0, 30).Draw(t, "setup")
		if _, _, err := d.Apply(setup); err != nil {
			t.Fatal(err)
		}
		before, kept := content(d), d.Clone()
		applied, undo, err := d.Apply(rapid.SliceOfN(rapid.Custom(drawEdit), 0, 30).Draw(t, "edits"))
		if err != nil {
			t.Fatal(err)
		}
		after := content(d)
		if content(kept) != before {
			t.Fatal("a clone changed with its original")
		}
		if _, _, err := d.Apply(undo); err != nil {
			t.Fatal(err)
		}
		if got := content(d); got != before {
			t.Fatalf("undo gives\n%s\nwant\n%s", got, before)
		}
		if _, _, err := d.Apply(applied); err != nil {
			t.Fatal(err)
		}
		if got := content(d); got != after {
			t.Fatalf("redo gives\n%s\nwant\n%s", got, after)
		}
	})
}

func TestApplyIsAllOrNothing(t *testing.T) {
	t.Parallel()
	d := NewDiagnosis("d")
	_, _, err := d.Apply([]Edit{{"territory", SelfID, "name", "Val d’Ille-Aubigné"}, {"territory", SelfID, "area", "grand"}})
	if err == nil || d.Territory().Name != "" {
		t.Errorf("error %v, name %q: want a refusal and nothing kept", err, d.Territory().Name)
	}
}

func TestDeletedRowsComeBackWhole(t *testing.T) {
	t.Parallel()
	d := NewDiagnosis("d")
	initiatives, _ := EntityNamed("initiative")
	apply(t, d, d.AddRowEdits(initiatives, "i", map[string]string{"name": "La Cambuse", "year": "2012"})...)
	apply(t, d, LinkEdits("initiative/i", "evidence/e")...)
	apply(t, d, NewRow("evidence", "e"))
	apply(t, d, DeleteRow("initiative", "i"))
	if d.Initiatives.Len() != 0 || len(d.Neighbours("evidence/e", "initiative")) != 0 {
		t.Error("a deleted initiative still shows")
	}
	if gone := d.GoneIDs("initiative"); !slices.Equal(gone, []string{"i"}) {
		t.Errorf("gone: %q", gone)
	}
	apply(t, d, NewRow("initiative", "i"))
	if i, ok := d.Initiatives.Get("i"); !ok || i.Name != "La Cambuse" || i.Year != "2012" || len(d.EvidenceOf("initiative/i")) != 1 {
		t.Errorf("got back %+v", i)
	}
	if gone := d.GoneIDs("initiative"); len(gone) > 0 {
		t.Errorf("still gone: %q", gone)
	}
}

func apply(t testing.TB, d *Diagnosis, edits ...Edit) {
	t.Helper()
	if _, _, err := d.Apply(edits); err != nil {
		t.Fatal(err)
	}
}

func TestMovesKeepTheOrderAsked(t *testing.T) {
	t.Parallel()
	factors, _ := EntityNamed("key_factor")
	rapid.Check(t, func(t *rapid.T) {
		d := NewDiagnosis("d")
		var want []string
		for i := range rapid.IntRange(1, 8).Draw(t, "rows") {
			id := fmt.Sprint("f", i)
			edits := d.AddRowEdits(factors, id, nil)
			if rapid.Bool().Draw(t, "twin") { // two copies each added a row at the same place
				edits[1].Value = "V"
			}
			if _, _, err := d.Apply(edits); err != nil {
				t.Fatal(err)
			}
		}
		for _, f := range d.KeyFactors.All() {
			want = append(want, f.ID)
		}
		for range rapid.IntRange(1, 20).Draw(t, "moves") {
			id := rapid.SampledFrom(want).Draw(t, "moved")
			index := rapid.IntRange(0, len(want)-1).Draw(t, "index")
			if _, _, err := d.Apply(d.MoveEdits("key_factor", id, want, index)); err != nil {
				t.Fatal(err)
			}
			want = moved(want, id, index)
			var got []string
			for _, f := range d.KeyFactors.All() {
				got = append(got, f.ID)
			}
			if fmt.Sprint(got) != fmt.Sprint(want) {
				t.Fatalf("order %v, want %v", got, want)
			}
		}
	})
}

func moved(list []string, id string, index int) []string {
	var out []string
	for _, s := range list {
		if s != id {
			out = append(out, s)
		}
	}
	return append(out[:index:index], append([]string{id}, out[index:]...)...)
}
