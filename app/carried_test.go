package app_test

import (
	"os"
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/model"
	"tressons/report/pdf/pdftest"
)

// TestPDFCarriesItsDiagnosis takes the diagnosis out of a PDF, and looks for what
// is private in every byte of the PDF, with its attachment inflated.
func TestPDFCarriesItsDiagnosis(t *testing.T) {
	t.Parallel()
	a, ctx := newApp(t), t.Context()
	private := []string{"Le maire hésite encore", "odile@exemple.fr", "06 12 34 56 78", "Entendu en aparté", "Un ancien texte"}
	path := example(t, a)
	d := openDocument(t, a, path)
	edit := func(entity, row, field, value string) {
		t.Helper()
		if err := d.Edit(field, model.NewRow(entity, row), model.Edit{Entity: entity, Row: row, Field: field, Value: value}); err != nil {
			t.Fatal(err)
		}
	}
	const odile, met = "0198c0de-0000-7000-8000-0000000000e1", "0198c0de-0000-7000-8000-0000000000e2"
	edit("actor", odile, "email", private[1])
	edit("actor", odile, "phone", private[2])
	edit("interview", met, "notes", private[3])
	edit("lever", "acces", "private_note", private[0])
	edit("lever", "acces", "in_place", private[4])
	if _, err := d.Freeze(ctx, "Avant", ""); err != nil {
		t.Fatal(err)
	}
	d.SetAuthor(app.Author{Name: "Brice"})
	edit("lever", "acces", "in_place", "Un texte que tout le monde peut lire")
	if err := d.AddDiagnosis("Ailleurs", "Diagnostic voisin"); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(ctx); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"zoom", "monographie", "note"} {
		file := filepath.Join(t.TempDir(), kind+".pdf")
		order := app.ReportOrder{Files: []string{path}, Diagnosis: exampleTitle(t, a, path), Kind: kind, Output: file}
		if err := a.Order(ctx, order); err != nil {
			t.Fatal(err)
		}
		bytes, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		// What was frozen is kept on purpose; it is no private text.
		if found := pdftest.Found(bytes, append(private[:4:4], "Diagnostic voisin")); len(found) > 0 {
			t.Errorf("%s: %q can be read in the PDF", kind, found)
		}
		if missing := pdftest.Found(bytes, []string{"Un texte que tout le monde peut lire"}); len(missing) == 0 {
			t.Errorf("%s: the test finds nothing, not even what is there", kind)
		}
		to := filepath.Join(t.TempDir(), kind+".db")
		if err := a.OpenPDF(ctx, file, to); err != nil {
			t.Fatal(err)
		}
		again := openDocument(t, a, to)
		if n := len(again.Diagnoses()); n != 1 || again.Current().Lever("acces").InPlace != "Un texte que tout le monde peut lire" || again.Current().Snapshots.Len() != 1 {
			t.Errorf("%s: %d diagnoses, %+v", kind, n, again.Current().Lever("acces"))
		}
		if o := again.Info().Omissions; len(o) != 1 || !o[0].Private || !o[0].History {
			t.Errorf("%s: says %+v", kind, o)
		}
		closeDocument(t, again)
		if r, err := a.PreviewMerge(ctx, path, []string{to}); err != nil || !r.Nothing {
			t.Errorf("%s: merged back it brings %+v, %v", kind, r, err)
		}
	}
}

// exampleTitle is the name of the first diagnosis of a file.
func exampleTitle(t *testing.T, a *app.App, path string) string {
	t.Helper()
	d := openDocument(t, a, path)
	defer closeDocument(t, d)
	for _, x := range d.Diagnoses() {
		if x.Initiatives.Len() > 0 {
			return x.ID
		}
	}
	t.Fatal("no diagnosis with initiatives")
	return ""
}
