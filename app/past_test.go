package app_test

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/app"
	"tressons/model"
)

// past is what was done to the current diagnosis of a document.
func past(t testing.TB, d *app.Document, q app.PastQuery) app.Past {
	t.Helper()
	type answer struct {
		past app.Past
		err  error
	}
	told := make(chan answer, 1)
	d.PastAsync(q, func(p app.Past, err error) { told <- answer{p, err} })
	a := <-told
	if a.err != nil {
		t.Fatal(a.err)
	}
	return a.past
}

// whats are the deeds in words.
func whats(p app.Past) []string {
	var out []string
	for _, deed := range p.Deeds {
		out = append(out, deed.What)
	}
	return out
}

// slowly makes edits one after the other, so that they are deeds apart.
func slowly(t testing.TB, d *app.Document, edits ...model.Edit) {
	t.Helper()
	for _, e := range edits {
		time.Sleep(20 * time.Millisecond)
		if err := errors.Join(d.Edit("essai", e), d.Flush(context.Background())); err != nil {
			t.Fatal(err)
		}
	}
}

func TestDeedsAreTold(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	d.SetAuthor(app.Author{Name: "Inès Le Goff"})
	cafe := d.Current().Initiatives.All()[0]
	annexe := d.Current().Evidence.All()[0]
	slowly(t, d, set("lever", "cooperation", "level", "emerging"), set("lever", "cooperation", "level", "engaged"),
		set("initiative", cafe.ID, "year", "2010"), model.DeleteRow("evidence", annexe.ID))
	p := past(t, d, app.PastQuery{})
	want := []string{
		"Preuve " + model.Quote(annexe.Title) + model.NBSP + ": suppression",
		"Initiative " + model.Quote(cafe.Name) + model.NBSP + ": année de création, ",
		"Levier ",
		"Création du diagnostic",
	}
	got := whats(p)
	if len(got) != len(want) || p.More {
		t.Fatalf("deeds %q", got)
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("deed %d: %q, want %q…", i, got[i], want[i])
		}
	}
	if !strings.HasSuffix(got[1], "→ 2010") || !strings.HasSuffix(got[2], "Engagé") || p.Deeds[0].Author.Name != "Inès Le Goff" || len(p.People) != 2 {
		t.Errorf("deeds %q, people %v", got, p.People)
	}
}

func TestPastOfAPart(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	cafe := d.Current().Initiatives.All()[0]
	slowly(t, d, set("initiative", cafe.ID, "description", "Un café."), model.DeleteRow("initiative", cafe.ID), model.NewRow("initiative", cafe.ID),
		set("lever", "cooperation", "level", "engaged"))
	row := app.Part{Entity: "initiative", Row: cafe.ID}
	for name, c := range map[string]struct {
		query app.PastQuery
		want  string // the latest of its deeds
	}{
		"a row":       {app.PastQuery{Parts: []app.Part{row}}, "Initiative " + model.Quote(cafe.Name) + model.NBSP + ": rétablissement"},
		"a field":     {app.PastQuery{Parts: []app.Part{{Entity: row.Entity, Row: row.Row, Field: "description"}}}, "Initiative " + model.Quote(cafe.Name) + model.NBSP + ": ce que fait cette initiative"},
		"a section":   {app.PastQuery{Parts: []app.Part{{Entity: "lever", Row: "cooperation"}, {Entity: "territory"}}}, "Levier "},
		"rows made":   {app.PastQuery{Kind: app.Additions, Parts: []app.Part{{Entity: "commune"}}}, "19" + model.NBSP + "communes en une fois"},
		"one's deeds": {app.PastQuery{By: &app.Author{Name: app.ExampleAuthor}}, "Création du diagnostic"},
	} {
		if got := whats(past(t, d, c.query)); len(got) == 0 || !strings.HasPrefix(got[0], c.want) {
			t.Errorf("%s: %q, want %q…", name, got, c.want)
		}
	}
}

func TestRestore(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	const lost = "Un café\n\nassociatif, « Aux Voisins » : 298,5 m²."
	d := open(t, a, path)
	cafe := d.Current().Initiatives.All()[0]
	slowly(t, d, set("initiative", cafe.ID, "description", lost))
	closeDocument(t, d)
	d = open(t, a, path)
	defer closeDocument(t, d)
	slowly(t, d, set("initiative", cafe.ID, "description", ""))
	field := app.Part{Entity: "initiative", Row: cafe.ID, Field: "description"}
	last := past(t, d, app.PastQuery{Parts: []app.Part{field}}).Deeds[0].Changes[0]
	if !last.HasBefore || last.Before != lost || !last.Shown {
		t.Fatalf("the latest change: %+v", last)
	}
	value := func() string { return d.Current().Value("initiative", cafe.ID, "description") }
	before := last.Edit
	before.Value = last.Before
	if err := d.Restore(before); err != nil || value() != lost {
		t.Errorf("restored %q, %v", value(), err)
	}
	if got, want := d.UndoLabel(), "rétablissement"+model.NBSP+": Initiative "; !strings.HasPrefix(got, want) {
		t.Errorf("undo is called %q", got)
	}
	if d.Undo(); value() != "" {
		t.Errorf("after undo %q", value())
	}

	slowly(t, d, model.DeleteRow("initiative", cafe.ID))
	if err := d.Restore(before); err != nil || value() != lost || !d.Current().Exists("initiative", cafe.ID) {
		t.Errorf("a value of a deleted row: %q, %v", value(), err)
	}
	slowly(t, d, model.DeleteRow("initiative", cafe.ID))
	gone := past(t, d, app.PastQuery{Kind: app.Deletions}).Deeds[0].Changes[0]
	if err := d.Restore(gone.Edit); err != nil || !d.Current().Exists("initiative", cafe.ID) || value() != lost {
		t.Errorf("a deleted row: %v", err)
	}
}

func TestPastOfAFile(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := filepath.Join(t.TempDir(), "deux.db")
	if err := a.Create(t.Context(), path, "Ici", app.Author{Name: "Anne"}); err != nil {
		t.Fatal(err)
	}
	d := open(t, a, path)
	if err := d.AddDiagnosis("Ailleurs", ""); err != nil {
		t.Fatal(err)
	}
	closeDocument(t, d)
	for name, want := range map[string]int{"": 5, "Ici": 3, "Ailleurs": 2} {
		if got, err := a.Past(t.Context(), path, name, app.PastQuery{}); err != nil || len(got) != want {
			t.Errorf("%q: %d changes, want %d, %v", name, len(got), want, err)
		}
	}
	if _, err := a.Past(t.Context(), path, "Nulle part", app.PastQuery{}); err == nil {
		t.Error("a diagnosis that is not there has a past")
	}
	all, err := a.Past(t.Context(), path, "Ici", app.PastQuery{Limit: 1})
	if err != nil || len(all) != 1 || !strings.HasPrefix(all[0].French(), "Territoire"+model.NBSP+": nom du territoire, Ici, modifié par Anne le ") {
		t.Errorf("%+v, %v", all, err)
	}
}

func TestReadPart(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]app.Part{
		"initiative":                     {Entity: "initiative"},
		"lever/cooperation":              {Entity: "lever", Row: "cooperation"},
		"lever/cooperation/level":        {Entity: "lever", Row: "cooperation", Field: "level"},
		"answer/cooperation/lieux":       {Entity: "answer", Row: "cooperation/lieux"},
		"answer/cooperation/lieux/value": {Entity: "answer", Row: "cooperation/lieux", Field: "value"},
		"territory/population":           {Entity: "territory", Row: "self", Field: "population"},
		"territory/self/population":      {Entity: "territory", Row: "self", Field: "population"},
		"initiative/name":                {Entity: "initiative", Row: "name"},
	} {
		if got, err := app.ReadPart(text); err != nil || got != want {
			t.Errorf("%s: %+v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "planète", "initiative/", "/"} {
		if got, err := app.ReadPart(text); err == nil {
			t.Errorf("%q means %+v", text, got)
		}
	}
}
