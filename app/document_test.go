package app_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tressons/app"
	"tressons/assets"
	"tressons/model"
)

func newApp(t testing.TB) *app.App {
	t.Helper()
	a, err := app.New(app.Resources{Grid: assets.Grid, Benchmarks: assets.Benchmarks, Places: assets.Places, Example: assets.Example, Help: assets.Help(),
		Fonts: app.FontFiles{Regular: assets.Regular, Italic: assets.Italic, Semibold: assets.Semibold, Bold: assets.Bold}}, "test")
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// example is a file with the example in it.
func example(t testing.TB, a *app.App) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Exemple n° 1 ? #été.db")
	if err := a.CreateExample(context.Background(), path); err != nil {
		t.Fatal(err)
	}
	return path
}

func open(t testing.TB, a *app.App, path string) *app.Document {
	t.Helper()
	d, err := a.Open(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func closeDocument(t testing.TB, d *app.Document) {
	t.Helper()
	if err := d.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func set(entity, row, field, value string) model.Edit {
	return model.Edit{Entity: entity, Row: row, Field: field, Value: value}
}

func TestExampleHoldsWhatTheSourcesSay(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	x := d.Current()
	perAxis := [3]int{}
	for i, axis := range model.AxisIDs {
		perAxis[i] = len(x.FactorsByAxis(axis))
	}
	sheet := x.Territory()
	if perAxis != [3]int{4, 4, 1} || x.Communes.Len() != 19 || sheet.Area != "298" || sheet.Population != "35692" ||
		sheet.Unemployment != "7.1" || sheet.Density != "117" || !sheet.DensityDiffers() {
		t.Errorf("factors %v, %d communes, sheet %+v", perAxis, x.Communes.Len(), sheet)
	}
	for _, i := range x.Initiatives.All() {
		if len(x.EvidenceOf(model.MakeRef("initiative", i.ID))) == 0 {
			t.Errorf("%s has no source", i.Name)
		}
	}
	for _, f := range x.KeyFactors.All() {
		if len(x.EvidenceOf(model.MakeRef("key_factor", f.ID))) == 0 {
			t.Errorf("%s has no source", f.Statement)
		}
	}
	for _, l := range a.Grid.Levers {
		if x.Lever(l.Slug).Level != model.Unset && len(x.EvidenceOf(model.MakeRef("lever", l.Slug))) == 0 {
			t.Errorf("the level of %s has no source", l.Slug)
		}
	}
}

func TestExampleIsTheSameEverywhere(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	one, two := open(t, a, example(t, a)), open(t, a, example(t, a))
	defer closeDocument(t, one)
	defer closeDocument(t, two)
	if one.Info().ID != two.Info().ID || one.Current().ID != two.Current().ID {
		t.Error("two copies of the example could not be merged")
	}
}

func TestEditsAreSavedAndComeBack(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	d := open(t, a, path)
	if err := d.Edit("niveau", set("lever", "cooperation", "level", "engaged")); err != nil {
		t.Fatal(err)
	}
	if err := d.Flush(context.Background()); err != nil || d.Status().State != app.Saved || d.Status().At.IsZero() {
		t.Errorf("flush: %v, status %+v", err, d.Status())
	}
	closeDocument(t, d)
	d = open(t, a, path)
	defer closeDocument(t, d)
	if got := d.Current().Lever("cooperation").Level; got != model.Engaged {
		t.Errorf("level %q after reopening", got)
	}
}

func TestLookingChangesNothing(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	d := open(t, a, path)
	if err := d.Edit("rien", set("territory", model.SelfID, "area", "298,0")); err != nil {
		t.Fatal(err)
	}
	closeDocument(t, d)
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("a look, and an edit that changes nothing, changed the bytes")
	}
}

func TestUndoAndRedoReachTheFile(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	d := open(t, a, path)
	initiative := d.Current().Initiatives.All()[0]
	if err := d.Edit("suppression", model.DeleteRow("initiative", initiative.ID)); err != nil {
		t.Fatal(err)
	}
	if d.UndoLabel() != "suppression" || d.Undo() != "suppression" || d.UndoLabel() != "" || d.RedoLabel() != "suppression" {
		t.Errorf("labels: undo %q, redo %q", d.UndoLabel(), d.RedoLabel())
	}
	closeDocument(t, d)
	d = open(t, a, path)
	if got, ok := d.Current().Initiatives.Get(initiative.ID); !ok || got != initiative {
		t.Errorf("after undo: %+v", got)
	}
	if err := d.Edit("suppression", model.DeleteRow("initiative", initiative.ID)); err != nil {
		t.Fatal(err)
	}
	d.Undo()
	d.Redo()
	closeDocument(t, d)
	d = open(t, a, path)
	defer closeDocument(t, d)
	if _, ok := d.Current().Initiatives.Get(initiative.ID); ok {
		t.Error("redo did not delete again")
	}
}

func TestSeveralDiagnosesInOneFile(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	d := open(t, a, path)
	first := d.Current().ID
	if err := d.AddDiagnosis("Pays du Périgord vert", "Diagnostic 2027"); err != nil {
		t.Fatal(err)
	}
	if err := d.Edit("site", set("territory", model.SelfID, "website", "exemple.fr")); err != nil {
		t.Fatal(err)
	}
	closeDocument(t, d)
	d = open(t, a, path)
	defer closeDocument(t, d)
	added, err := d.Find("Diagnostic 2027")
	if err != nil || added.Territory().Website != "exemple.fr" || added.KeyFactors.Len() != 0 {
		t.Fatalf("added diagnosis: %v %+v", err, added)
	}
	if x, err := d.Find(first); err != nil || x.Territory().Website == "exemple.fr" {
		t.Errorf("first diagnosis: %v, website %q", err, x.Territory().Website)
	}
	if _, err := d.Find(""); err == nil || !strings.Contains(app.Explain(err), "2") {
		t.Errorf("two diagnoses and no name: %v", err)
	}
	if _, err := d.Find("Ailleurs"); err == nil {
		t.Error("found a diagnosis that is not there")
	}
}

func TestCopiesHoldEverything(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	if err := d.Edit("niveau", set("lever", "acces", "level", "absent")); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "copie.db")
	if err := d.SaveCopy(context.Background(), copied); err != nil {
		t.Fatal(err)
	}
	c := open(t, a, copied)
	defer closeDocument(t, c)
	if c.Current().Lever("acces").Level != model.Absent || c.Info().ID != d.Info().ID || c.Current().Initiatives.Len() != d.Current().Initiatives.Len() {
		t.Error("the copy lacks something")
	}
	var problem *model.Problem
	if err := d.SaveCopy(context.Background(), d.Info().Path); !errors.As(err, &problem) {
		t.Errorf("copy onto itself: %v", err)
	}
}

func TestReadOnlyFilesAreReadOnly(t *testing.T) {
	t.Parallel()
	if os.Geteuid() == 0 {
		t.Skip("root writes everywhere")
	}
	a := newApp(t)
	path := example(t, a)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	d := open(t, a, path)
	defer closeDocument(t, d)
	if err := d.Edit("niveau", set("lever", "acces", "level", "absent")); err == nil || d.Current().Lever("acces").Level != model.Unset {
		t.Errorf("edited a read-only file: %v", err)
	}
}
