package ui

import (
	"context"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// lived is a file in which people wrote one after the other.
type lived struct {
	*desk
	cafe, annexe string // an initiative, and an evidence that was deleted
}

// The texts that Anne and Brice left in the description of an initiative.
const (
	anneText  = "Café associatif rouvert en 2012 après trois ans de fermeture."
	briceText = "Café associatif rouvert le 9 mars 2012, après une longue fermeture."
)

// liveIn opens a file in which Anne made an initiative and an evidence, and in which
// Brice, later, wrote other values and deleted the evidence.
func liveIn(t testing.TB, variant skin.Variant) *lived {
	t.Helper()
	l := &lived{cafe: model.NewID(), annexe: model.NewID()}
	path := filepath.Join(t.TempDir(), "diagnostic.db")
	d := newDesk(t, variant)
	if err := d.app.Create(t.Context(), path, "Communauté de communes du Pays neuf", app.Author{Name: "Anne"}); err != nil {
		t.Fatal(err)
	}
	field := func(entity, row, field, value string) model.Edit {
		return model.Edit{Entity: entity, Row: row, Field: field, Value: value}
	}
	for _, step := range []struct {
		who   string
		edits []model.Edit
	}{
		{"Anne", []model.Edit{model.NewRow("initiative", l.cafe), field("initiative", l.cafe, "name", "La Cambuse"),
			field("initiative", l.cafe, "description", anneText), field("initiative", l.cafe, "private_note", "Fragile.")}},
		{"Anne", []model.Edit{model.NewRow("evidence", l.annexe), field("evidence", l.annexe, "title", "Entretien"), field("evidence", l.annexe, "publisher", "Commune")}},
		{"Anne", []model.Edit{field("lever", "cooperation", "level", string(model.Emerging))}},
		{"Brice", []model.Edit{field("initiative", l.cafe, "description", briceText), field("initiative", l.cafe, "private_note", "Très fragile.")}},
		{"Brice", []model.Edit{model.DeleteRow("evidence", l.annexe)}},
		{"Brice", []model.Edit{field("lever", "cooperation", "level", string(model.Structured))}},
	} {
		time.Sleep(20 * time.Millisecond) // deeds apart
		inCopy(t, d.app, path, step.who, func(edit func(...model.Edit)) { edit(step.edits...) })
	}
	doc, err := d.app.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := doc.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	d.w.enter(doc)
	d.settle()
	l.desk = d
	return l
}

// past presses Ctrl+G, and waits for what it lists.
func (d *desk) past() {
	d.t.Helper()
	d.choose("Historique du champ ou de la page")
	d.pastRead()
}

// choose chooses an item of the menu.
func (d *desk) choose(label string) {
	d.t.Helper()
	for _, i := range d.menuItems() {
		if i.Label == label {
			i.Action()
			return
		}
	}
	d.t.Fatalf("no item %q in the menu", label)
}

// pastRead waits until the list is there.
func (d *desk) pastRead() {
	d.t.Helper()
	v, ok := d.w.view.(*pastView)
	if !ok {
		d.t.Fatalf("the history does not show:\n%s", d.text())
	}
	d.jobs.RunUntil(d.t, func() bool { return !v.waiting })
	d.settle()
}

func TestHistoryOfAField(t *testing.T) {
	l := liveIn(t, skin.Light)
	l.at(Target{Screen: "initiatives", Row: l.cafe})
	l.canvas().Focus(l.field("Ce que fait cette initiative").(*widgets.TextArea))
	l.past()
	l.sees("Historique", "Initiative "+model.Quote("La Cambuse")+model.NBSP+": ce que fait cette initiative", "Aujourd’hui",
		"Brice", "Anne", briceText, "Avant", "Après", "C’est ce qui est écrit aujourd’hui", "C’est le plus ancien changement que garde le fichier.")
	l.misses("Ajouts", "Émergent")

	l.tap("Rétablir cette version")
	l.pastRead()
	if got := l.w.session.Diagnosis().Value("initiative", l.cafe, "description"); got != anneText {
		t.Errorf("restored %q", got)
	}
	if got := l.w.session.Doc.UndoLabel(); !strings.HasPrefix(got, "rétablissement") {
		t.Errorf("undo is called %q", got)
	}
	l.sees("Rétabli" + model.NBSP + ": Initiative")
	if v := l.w.view.(*pastView); len(v.deeds) != 3 {
		t.Errorf("%d deeds are listed after it, want 3", len(v.deeds))
	}
	l.tap("Annuler")
	l.pastRead()
	if got := l.w.session.Diagnosis().Value("initiative", l.cafe, "description"); got != briceText {
		t.Errorf("after undo %q", got)
	}
	l.tap("Fermer")
	l.sees("Facteurs clés qui l’ont aidée")
	if _, ok := l.canvas().Focused().(*widgets.TextArea); !ok {
		t.Errorf("the cursor is not back in the field, but in %T", l.canvas().Focused())
	}
}

func TestHistoryGrowsWiderAndIsFiltered(t *testing.T) {
	l := liveIn(t, skin.Light)
	l.at(Target{Screen: "initiatives", Row: l.cafe})
	l.past()
	l.sees("Cette fiche", "Initiatives", "Tout le diagnostic", "Ce que fait cette initiative, aparté")
	l.misses("Ce champ", "Structuré", "Entretien")
	l.tap("Tout le diagnostic")
	l.pastRead()
	l.sees("Structuré", "Entretien", "Création du diagnostic", "Toutes les personnes")

	l.tap("Suppressions")
	l.pastRead()
	l.sees("Preuve "+model.Quote("Entretien"), "Brice"+model.NBSP+": suppression")
	l.misses("Création du diagnostic")
	l.tap("Tout")
	l.pastRead()
	l.w.view.(*pastView).people.Open()
	l.settle()
	l.tap("Brice")
	l.pastRead()
	l.sees("Structuré")
	l.misses("Création du diagnostic")
	l.tap("Ajouts")
	l.pastRead()
	l.sees("Rien ne correspond à ce choix.")
}

func TestDeletedRowComesBack(t *testing.T) {
	l := liveIn(t, skin.Light)
	l.at(Target{Screen: "preuves"})
	l.tap("1" + model.NBSP + "preuve supprimée…")
	l.pastRead()
	l.sees("Supprimée.", "Auteur ou éditeur"+model.NBSP+": Commune", "Brice")
	l.tap("Rétablir")
	l.pastRead()
	if d := l.w.session.Diagnosis(); !d.Exists("evidence", l.annexe) || d.Value("evidence", l.annexe, "publisher") != "Commune" {
		t.Error("the evidence is not back whole")
	}
	l.tap("Fermer")
	l.sees("Entretien")
	l.misses("supprimée…")
}

func TestHistoryFromEverywhere(t *testing.T) {
	l := liveIn(t, skin.Light)
	for _, place := range captured {
		l.at(Target{Screen: place.screen, Row: l.firstRow(place.entity, place.row)})
		l.waitForPages()
		l.past()
		l.sees("Historique", "Toutes les personnes")
		l.tap("Fermer")
		if l.w.current.Screen != place.screen {
			t.Errorf("%s: one comes back to %q", place.name, l.w.current.Screen)
		}
		l.waitForPages()
	}
	l.at(Target{Screen: "accueil"})
	l.tap("Tout l’historique ›")
	l.pastRead()
	l.sees("Création du diagnostic")
	l.tap("Fermer")
	lever, _ := l.w.session.Grid().Lever("cooperation")
	l.tap("Levier " + model.Quote(lever.Name) + model.NBSP + ": niveau, Émergent → Structuré")
	l.pastRead()
	l.sees("Avant", "Émergent", "Structuré")
}

func TestHistoryIsReadInPages(t *testing.T) {
	d := openEmpty(t, skin.Light)
	const rows = 900 // two changes each: more than is read at a time
	for range rows {
		d.w.session.AddRow("commune", map[string]string{"name": "Ici"})
	}
	d.settle()
	d.choose("Tout l’historique du diagnostic")
	d.pastRead()
	v := d.w.view.(*pastView)
	for range 20 {
		if !v.past.More {
			break
		}
		v.scroll.ScrollTo(1e6)
		d.pastRead()
	}
	changes := 0
	for _, deed := range v.deeds {
		changes += len(deed.Changes)
	}
	if changes != 2*rows+3 {
		t.Errorf("%d changes are listed, want %d", changes, 2*rows+3)
	}
}

func TestHistoryOfAnAnswerAndItsComment(t *testing.T) {
	d := openExample(t, skin.Light)
	lever := d.w.session.Grid().Levers[0]
	d.at(Target{Screen: string(lever.Axis), Row: lever.Slug})
	question := lever.Questions[0]
	row := model.AnswerID(lever.Slug, question.Slug)
	seen := map[app.Part]bool{}
	d.canvas().Unfocus()
	for range 60 {
		d.canvas().FocusNext()
		seen[d.w.session.field] = true
	}
	for _, want := range []app.Part{{Entity: "answer", Row: row, Field: "value"}, {Entity: "lever", Row: lever.Slug, Field: "level"},
		{Entity: "lever", Row: lever.Slug, Field: "trend"}, {Entity: "lever", Row: lever.Slug, Field: "in_place"}} {
		if !seen[want] {
			t.Errorf("%+v never has the focus", want)
		}
	}
	comment := false
	for part := range seen {
		comment = comment || part.Entity == "answer" && part.Field == "comment"
	}
	if !comment {
		t.Error("no comment has a history of its own")
	}
}

func TestHistoryOfSeveralKeys(t *testing.T) {
	l := liveIn(t, skin.Light)
	l.choose("Tout l’historique du diagnostic")
	l.pastRead()
	l.walk("historique")
	l.list()
	first := l.w.session.past.open
	l.key(fyne.KeyDown)
	l.key(fyne.KeyReturn)
	if l.w.session.past.open == first {
		t.Error("Down and Enter open no other line")
	}
}

// TestHistoryOfADocument: in the report, history is that of the field, of the
// document that shows, of all documents, then of the diagnosis.
func TestHistoryOfADocument(t *testing.T) {
	d := openExample(t, skin.Light)
	d.w.session.SetField("report", "zoom", "team", "Équipe du zoom")
	d.w.session.SetField("report", "monographie", "team", "Équipe de la monographie")
	v := d.report()
	v.choose("monographie")
	d.reportShown()
	d.canvas().Focus(v.panel.settings.fields["team"].control)
	d.w.showPast(pastAsk{})
	d.shown("Équipe de la monographie")
	d.sees("Ce champ", "Ce document", "Tout le diagnostic")
	d.misses("Équipe du zoom")
	d.tap("Ce document")
	d.shown("Document " + model.Quote("Monographie"))
	d.misses("Équipe du zoom")
	d.tap("Rapport")
	d.shown("zoom")
}
