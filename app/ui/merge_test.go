package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// shared is a file that two colleagues worked in, each in their own copy.
type shared struct {
	*desk
	copied  string // Brice's copy; the window shows Anne's
	cafe    string // an initiative
	annexe  string // an evidence that Anne deleted and Brice edited
	initial string // the description of the initiative before
}

// workInCopies opens a file in which Anne and Brice disagree about a level and a
// text; Brice also adds an initiative, and edits an evidence that Anne deletes.
func workInCopies(t testing.TB, variant skin.Variant) *shared {
	t.Helper()
	d := openEmpty(t, variant)
	s := &shared{desk: d, initial: "Café associatif rouvert en 2012."}
	mine := d.w.session
	mine.Doc.SetAuthor(app.Author{Name: "Anne"})
	s.cafe = mine.AddRow("initiative", map[string]string{"name": "La Cambuse", "description": s.initial})
	s.annexe = mine.AddRow("evidence", map[string]string{"title": "Entretien"})
	d.settle()

	s.copied = filepath.Join(t.TempDir(), "diagnostic (copie).db")
	if err := mine.Doc.SaveCopy(t.Context(), s.copied); err != nil {
		t.Fatal(err)
	}
	mine.SetField("lever", "cooperation", "level", string(model.Emerging))
	mine.SetField("initiative", s.cafe, "description", "Café associatif rouvert en 2012 après trois ans de fermeture.")
	mine.DeleteRow("evidence", s.annexe)
	d.settle()
	d.w.toasts.Hide() // it offers « Annuler »

	inCopy(t, d.app, s.copied, "Brice", func(edit func(...model.Edit)) {
		edit(model.Edit{Entity: "lever", Row: "cooperation", Field: "level", Value: string(model.Structured)})
		edit(model.Edit{Entity: "initiative", Row: s.cafe, Field: "description", Value: "Café associatif rouvert le 9 mars 2012."})
		edit(model.Edit{Entity: "evidence", Row: s.annexe, Field: "publisher", Value: "Commune"})
		edit(model.NewRow("initiative", "champ"), model.Edit{Entity: "initiative", Row: "champ", Field: "name", Value: "Le Champ Commun"})
	})
	return s
}

// inCopy edits a closed file in somebody's name.
func inCopy(t testing.TB, a *app.App, path, author string, work func(edit func(...model.Edit))) {
	t.Helper()
	doc, err := a.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	doc.SetAuthor(app.Author{Name: author})
	work(func(edits ...model.Edit) {
		if err := doc.Edit("essai", edits...); err != nil {
			t.Fatal(err)
		}
	})
	if err := doc.Close(context.Background()); err != nil {
		t.Fatal(err)
	}
}

// preview shows what the copy would bring.
func (s *shared) preview() {
	s.t.Helper()
	s.w.previewMerge([]string{s.copied})
	s.jobs.RunUntil(s.t, func() bool { return s.w.current.Screen == mergePlace })
	s.settle()
}

// merge presses the button that merges.
func (s *shared) merge(label string) {
	s.t.Helper()
	s.tap(label)
	s.jobs.RunUntil(s.t, func() bool { return s.w.session.merge == nil })
	s.settle()
}

func (s *shared) value(entity, row, field string) string {
	return s.w.session.Diagnosis().Value(entity, row, field)
}

func TestPreviewTellsWhatComes(t *testing.T) {
	s := workInCopies(t, skin.Light)
	before, err := os.ReadFile(s.w.session.Doc.Info().Path)
	if err != nil {
		t.Fatal(err)
	}
	s.preview()
	s.sees("Fusionner la copie reçue", "iagnostic (copie).db", "Brice – rien n’est écrit", "2 désaccords", "1 supprimé d’un côté, modifié de l’autre",
		"Levier", "niveau", "La Cambuse", "ce que fait cette initiative", "Entretien", "+ Initiative "+model.Quote("Le Champ Commun"),
		"Dans votre fichier"+model.NBSP+": Anne, ", "Copie reçue"+model.NBSP+": Brice, ",
		mergeLabel(0, 3))
	s.tap("niveau")
	s.sees("Émergent", "Structuré")
	s.tap("Annuler")
	s.sees("Où en êtes-vous")
	after, err := os.ReadFile(s.w.session.Doc.Info().Path)
	if err != nil || string(after) != string(before) {
		t.Errorf("the file changed: %v", err)
	}
}

// TestPhotosOfACopyAreCompared: two people took another photo for the same proof, and
// both are seen before anything is merged, small and large.
func TestPhotosOfACopyAreCompared(t *testing.T) {
	d := openEmpty(t, skin.Light)
	s := &shared{desk: d, copied: filepath.Join(t.TempDir(), "copie.db")}
	mine := d.w.session
	mine.Doc.SetAuthor(app.Author{Name: "Anne"})
	proof := mine.AddRow("evidence", map[string]string{"title": "Inauguration"})
	d.settle()
	if err := mine.Doc.SaveCopy(t.Context(), s.copied); err != nil {
		t.Fatal(err)
	}
	name, err := mine.Doc.AddPhotoFile(t.Context(), d.picture("Anne.png", 200, 300))
	if err != nil {
		t.Fatal(err)
	}
	mine.SetField("evidence", proof, "photo", string(name))
	d.settle()
	theirs, err := d.app.Open(t.Context(), s.copied)
	if err != nil {
		t.Fatal(err)
	}
	theirs.SetAuthor(app.Author{Name: "Brice"})
	if name, err = theirs.AddPhotoFile(t.Context(), d.picture("Brice.png", 320, 200)); err != nil {
		t.Fatal(err)
	}
	if err := theirs.Edit("essai", model.Edit{Entity: "evidence", Row: proof, Field: "photo", Value: string(name)}); err != nil {
		t.Fatal(err)
	}
	if err := theirs.Close(t.Context()); err != nil {
		t.Fatal(err)
	}

	s.preview()
	widths := func() (out []int) {
		for _, o := range d.objects() {
			if p, ok := o.(*widgets.Picture); ok && p.Photo() != nil {
				out = append(out, p.Photo().Bounds().Dx())
			}
		}
		slices.Sort(out)
		return slices.Compact(out)
	}
	d.until(func() bool { return slices.Equal(widths(), []int{200, 320}) })
	d.misses("Cette photo n’est pas dans votre fichier.")
	widgettest.Save(t, d.w.win, skin.Light, "photos-comparees")
	mine.host.viewPhoto("Photo", name)
	d.until(func() bool { return d.says("Fermer") })
}

func TestMergeWritesWhatIsChosen(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.preview()
	s.tap("niveau")
	s.tapIn("Structuré", "Garder cette version")
	s.sees("✓ Garder cette version", mergeLabel(1, 2))
	s.tap("Initiative " + model.Quote("La Cambuse"))
	s.tap("Garder les deux")
	s.sees("Sera écrit")
	s.tap("supprimé d’un côté, modifié de l’autre")
	s.tap("Supprimer")
	s.merge(mergeLabel(3, 0))

	s.sees("Sauvegarde" + model.NBSP + ": diagnostic (avant fusion, ")
	s.misses("à trancher")
	if got := s.value("lever", "cooperation", "level"); got != string(model.Structured) {
		t.Errorf("level %q", got)
	}
	want := "Café associatif rouvert en 2012 après trois ans de fermeture.\n\nCafé associatif rouvert le 9 mars 2012."
	if got := s.value("initiative", s.cafe, "description"); got != want {
		t.Errorf("description %q", got)
	}
	if got := s.value("initiative", "champ", "name"); got != "Le Champ Commun" {
		t.Errorf("new initiative %q", got)
	}
	if s.w.session.Diagnosis().Exists("evidence", s.annexe) {
		t.Error("the evidence is still there")
	}
	s.choose("Tout l’historique du diagnostic")
	s.pastRead()
	s.sees("Gardé ce jour-là", "Structuré")
	s.tap("Fermer")
	s.preview()
	s.sees("rien à fusionner", "Fermer")
}

// TestMergeOfSomebodyUnknown: what was chosen in a merge is the first edit of somebody who
// never said who they are. It counts as decided, and is on disk once they answer.
func TestMergeOfSomebodyUnknown(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.w.options.Settings.AuthorAsked = false
	s.w.session.Doc.HoldForAuthor(answerWait)
	undecided := func(n int) {
		t.Helper()
		s.jobs.RunUntil(t, func() bool { return s.w.session.undecided.Count() == n })
		s.draw()
		s.sees(disputesCount(n))
	}
	s.preview()
	s.tap("Initiative " + model.Quote("La Cambuse"))
	s.tap("Garder les deux")
	s.tap("supprimé d’un côté, modifié de l’autre")
	s.tap("Garder")
	s.press(mergeLabel(2, 1))
	undecided(2) // what becomes of the evidence is known once it is written
	s.sees("Qui êtes-vous", "Pas encore enregistré")
	s.field("Votre nom").(*widgets.Entry).Entry.SetText("Camille Durand")
	s.press("Garder")
	undecided(1)
	s.sees("Aujourd’hui", "Camille Durand")
}

// TestUndecidedIsReadAnewOnceSaved: what could not be saved for a while may have decided
// something.
func TestUndecidedIsReadAnewOnceSaved(t *testing.T) {
	d := openEmpty(t, skin.Light)
	s := d.w.session
	s.undecided = app.Conflicts{Fields: []app.Conflict{{Name: "Territoire"}}}
	d.w.saved(s.Doc, app.Status{State: app.Failed})
	d.w.saved(s.Doc, app.Status{State: app.Saved})
	d.jobs.RunUntil(t, func() bool { return s.undecided.Count() == 0 })
}

func TestUndecidedFieldsAreMarkedAndCounted(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.preview()
	s.merge(mergeLabel(0, 3))
	s.sees("3" + model.NBSP + "désaccords à trancher")
	s.at(Target{Screen: "initiatives", Row: s.cafe})
	s.sees("Désaccord à trancher")
	s.tap("Désaccord à trancher")
	s.sees("Décider plus tard", "Garder les deux")
	s.tap("Écrire une autre version…")
	s.fill("Ce que fait cette initiative", "Café associatif, 2012.")
	s.tap("Garder cette réponse")
	s.sees("Sera écrit", "Café associatif, 2012.")
	s.tap("Trancher (" + settledAndLeft(1, 2) + ")")
	s.sees("2" + model.NBSP + "désaccords à trancher")
	if got := s.value("initiative", s.cafe, "description"); got != "Café associatif, 2012." {
		t.Errorf("description %q", got)
	}
	if got := s.w.session.Doc.UndoLabel(); got != "désaccords tranchés" {
		t.Errorf("undo is called %q", got)
	}

	s.at(Target{Screen: "initiatives", Row: s.cafe})
	s.misses("Désaccord à trancher")
	s.at(Target{Screen: string(model.Support), Row: "cooperation"})
	s.w.session.SetField("lever", "cooperation", "level", string(model.Engaged))
	s.settle()
	s.at(Target{Screen: "accueil"})
	s.sees("1" + model.NBSP + "désaccord à trancher")
}

func TestUndecidedSurvivesClosing(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.preview()
	s.tap("supprimé d’un côté, modifié de l’autre")
	s.tap("Garder")
	s.merge(mergeLabel(1, 2))
	if !s.w.session.Diagnosis().Exists("evidence", s.annexe) {
		t.Error("the evidence that was kept is gone")
	}
	left, err := s.app.Conflicts(t.Context(), s.w.session.Doc.Info().Path)
	if err != nil || len(left.Fields) != 2 || len(left.Revivals) != 0 {
		t.Errorf("%d fields, %d rows, %v", len(left.Fields), len(left.Revivals), err)
	}
}

func TestDroppedCopyIsMerged(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(s.copied)})
	s.jobs.RunUntil(t, func() bool { return s.w.current.Screen == mergePlace })
	s.settle()
	s.sees("Fusionner la copie reçue")
}

// dropOther opens a file, then drops a file of another document on the window.
func dropOther(t *testing.T, variant skin.Variant) (d *desk, other string) {
	t.Helper()
	d = newDesk(t, variant)
	folder := t.TempDir()
	for _, name := range []string{"Ici", "Ailleurs"} {
		if err := d.app.Create(t.Context(), filepath.Join(folder, name+".db"), name, app.Author{}); err != nil {
			t.Fatal(err)
		}
	}
	ours, other := filepath.Join(folder, "Ici.db"), filepath.Join(folder, "Ailleurs.db")
	d.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(ours)})
	d.opens(ours)
	d.w.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(other)})
	d.shown("Ce fichier est un autre diagnostic")
	return d, other
}

func TestDroppedOtherFileIsOpened(t *testing.T) {
	d, other := dropOther(t, skin.Light)
	d.tap("L’ouvrir")
	d.opens(other)
	d.sees("Ailleurs.db")
}

func TestDroppedOtherFileIsAdded(t *testing.T) {
	d, _ := dropOther(t, skin.Light)
	d.tap("L’ajouter à ce fichier")
	d.jobs.RunUntil(t, func() bool { return d.w.current.Screen == mergePlace })
	d.settle()
	d.sees("Ajouter un autre diagnostic", "Ailleurs.db", "rien n’est écrit avant votre accord")
	d.tap("Ajouter à ce fichier")
	d.jobs.RunUntil(t, func() bool { return d.w.session.merge == nil })
	d.settle()
	if n := len(d.w.session.Doc.Diagnoses()); n != 2 {
		t.Fatalf("%d diagnoses", n)
	}
	d.tap("Le voir")
	if got := d.w.session.Diagnosis().Territory().Name; got != "Ailleurs" {
		t.Errorf("%q is shown", got)
	}
}

// TestOtherFileIsShown takes pictures of what is asked about it.
func TestOtherFileIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, _ := dropOther(t, variant)
		widgettest.Save(t, d.w.win, variant, "dialogue-autre-diagnostic")
		d.tap("L’ajouter à ce fichier")
		d.jobs.RunUntil(t, func() bool { return d.w.current.Screen == mergePlace })
		d.settle()
		widgettest.Save(t, d.w.win, variant, "fusion-autre-diagnostic")
		d.sees("Ajouter un autre diagnostic")
	}
}

func TestSeveralCopiesAreMergedAtOnce(t *testing.T) {
	s := workInCopies(t, skin.Light)
	third := filepath.Join(t.TempDir(), "chloe.db")
	if err := s.w.session.Doc.SaveCopy(t.Context(), third); err != nil {
		t.Fatal(err)
	}
	inCopy(t, s.app, third, "Chloé", func(edit func(...model.Edit)) {
		edit(model.Edit{Entity: "territory", Row: model.SelfID, Field: "region", Value: "Bretagne"})
	})
	s.w.previewMerge([]string{s.copied, third})
	s.jobs.RunUntil(t, func() bool { return s.w.current.Screen == mergePlace })
	s.settle()
	s.sees("Fusionner les copies reçues", "Brice"+model.NBSP+"; "+model.Quote("chloe.db"), "modifié par Chloé", "région")
}

func TestDisagreementsBySeveralKeys(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.preview()
	if s.canvas().Focused() == nil {
		t.Fatal("nothing has the focus")
	}
	seen := s.text()
	s.canvas().FocusNext()
	s.key(fyne.KeySpace)
	if s.text() == seen {
		t.Error("Tab and Space open no other question")
	}
}

// tapIn presses the button of the version that shows a value.
func (s *shared) tapIn(value, button string) {
	s.t.Helper()
	target := s.find(value)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(target)
	for _, o := range s.objects() {
		place := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
		if strings.HasPrefix(textOf(o), button) && place.X >= top.X-60 && place.X < top.X+60 && place.Y > top.Y {
			tapAt(s.desk, o)
			return
		}
	}
	s.t.Fatalf("no %q beside %q", button, value)
}

func tapAt(d *desk, o fyne.CanvasObject) {
	d.t.Helper()
	d.reveal(o)
	place := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	test.TapCanvas(d.canvas(), place.AddXY(min(o.Size().Width, 60)/2, o.Size().Height/2))
	d.settle()
}

// TestMergeIsShown takes pictures of a merge and of what it leaves.
func TestMergeIsShown(t *testing.T) {
	sizes, variants := looks()
	for _, variant := range variants {
		s := workInCopies(t, variant)
		s.preview()
		for _, size := range sizes {
			s.resize(size.Width, size.Height)
			save := func(name string) {
				s.settle()
				widgettest.Save(t, s.w.win, variant, fmt.Sprintf("%s-%.0f", name, size.Width))
			}
			s.tap("ce que fait cette initiative")
			save("fusion")
			s.tap("niveau")
			save("fusion-niveau")
			s.tap("supprimé d’un côté, modifié de l’autre")
			save("fusion-suppression")
		}
		s.resize(1024, 700)
		s.tap("niveau")
		s.tapIn("Structuré", "Garder cette version")
		widgettest.Save(t, s.w.win, variant, "fusion-choisie")
		s.merge(mergeLabel(1, 2))
		widgettest.Save(t, s.w.win, variant, "accueil-desaccords")
		s.at(Target{Screen: "initiatives", Row: s.cafe})
		widgettest.Save(t, s.w.win, variant, "champ-desaccord")
		s.tap("Désaccord à trancher")
		s.tap("Garder les deux")
		widgettest.Save(t, s.w.win, variant, "desaccords")
		s.tap("Écrire une autre version…")
		widgettest.Save(t, s.w.win, variant, "dialogue-autre-version")
		s.sees("Garder cette réponse")
	}
}
