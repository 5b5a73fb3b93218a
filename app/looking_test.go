package app_test

import (
	"errors"
	"testing"

	"tressons/app"
	"tressons/model"
)

// frozen freezes the present state of a document, and reads it back.
func frozen(t testing.TB, d *app.Document, name string) (id string, state *model.Diagnosis) {
	t.Helper()
	id, err := d.Freeze(t.Context(), name, "")
	if err != nil {
		t.Fatal(err)
	}
	state, err = d.State(t.Context(), name)
	if err != nil {
		t.Fatal(err)
	}
	return id, state
}

func TestLookingShowsAFrozenStateAndChangesNothing(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	region := d.Current().Territory().Region
	id, state := frozen(t, d, "Avant")
	if err := d.Edit("région", set("territory", model.SelfID, "region", "Normandie")); err != nil {
		t.Fatal(err)
	}
	if !d.Look(id, state) {
		t.Fatal("no such state")
	}
	named, looking := d.Looking()
	if got := d.Current().Territory().Region; !looking || named.Name != "Avant" || got != region {
		t.Errorf("looking %v at %q, region %q, want %q", looking, named.Name, got, region)
	}
	refused := map[string]error{
		"edit":   d.Edit("région", set("territory", model.SelfID, "region", "Corse")),
		"settle": d.Settle("région", set("territory", model.SelfID, "region", "Corse")),
		"add":    d.AddDiagnosis("Ailleurs", ""),
	}
	_, refused["freeze"] = d.Freeze(t.Context(), "Encore", "")
	for what, err := range refused {
		var problem *model.Problem
		if !errors.As(err, &problem) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if undone := d.Undo(); undone != "" || d.UndoLabel() != "" {
		t.Errorf("undo: %q, offered as %q", undone, d.UndoLabel())
	}
	d.Return()
	if got := d.Current().Territory().Region; got != "Normandie" {
		t.Errorf("today's region: %q", got)
	}
	if d.Undo() != "région" || d.Current().Territory().Region != region {
		t.Error("undo was lost")
	}
}

func TestSelectingADiagnosisEndsLooking(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	id, state := frozen(t, d, "Avant")
	d.Look(id, state)
	d.Select(state.ID)
	if _, looking := d.Looking(); looking || d.Current() == state {
		t.Error("still looking")
	}
	if d.Look("nulle part", state) {
		t.Error("a state that is not there can be looked at")
	}
}

func TestEvolutionBetweenStatesAndToday(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	edit := func(level model.Level) {
		if err := d.Edit("niveau", set("lever", "cooperation", "level", string(level))); err != nil {
			t.Fatal(err)
		}
	}
	edit(model.Absent)
	first, _ := frozen(t, d, "Premier")
	edit(model.Emerging)
	second, _ := frozen(t, d, "Second")
	edit(model.Structured)
	cases := map[string]struct{ from, to, want string }{
		"state to state":  {first, second, "Absent → Émergent"},
		"state to today":  {second, "", "Émergent → Structuré"},
		"today backwards": {"", first, "Structuré → Absent"},
	}
	for name, c := range cases {
		type answer struct {
			moved app.Evolution
			err   error
		}
		told := make(chan answer, 1)
		d.EvolutionAsync(c.from, c.to, func(moved app.Evolution, err error) { told <- answer{moved, err} })
		got := <-told
		if got.err != nil || len(got.moved.Levels) != 1 || got.moved.Levels[0].Movement() != c.want || len(got.moved.Rows) != 0 {
			t.Errorf("%s: %+v, want %q", name, got, c.want)
		}
	}
	told := make(chan error, 1)
	d.EvolutionAsync("nulle part", "", func(_ app.Evolution, err error) { told <- err })
	if <-told == nil {
		t.Error("an unknown state is compared")
	}
}

// TestStatesAreFoundByWhatAKeyboardTypes: a name can hold a space that does not break,
// such as that of a date, and nobody types one.
func TestStatesAreFoundByWhatAKeyboardTypes(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	frozen(t, d, "État du "+model.Date("2026-03-09").French())
	if _, err := d.State(t.Context(), "État du 9 mars 2026"); err != nil {
		t.Error(err)
	}
	var wrong *model.InputError
	if _, err := d.Freeze(t.Context(), "État du 9 mars 2026", ""); !errors.As(err, &wrong) {
		t.Errorf("a second one of that name: %v", err)
	}
	if _, err := d.State(t.Context(), "État du 9 mars"); err == nil {
		t.Error("a part of the name is enough")
	}
}
