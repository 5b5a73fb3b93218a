package ui

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// list gives the cursor to the list of the screen.
func (d *desk) list() *widgets.ReorderableList {
	d.t.Helper()
	for _, o := range d.objects() {
		if l, ok := o.(*widgets.ReorderableList); ok {
			d.canvas().Focus(l)
			return l
		}
	}
	d.t.Fatalf("no list in:\n%s", d.text())
	return nil
}

func TestEveryListAddsChangesMovesAndDeletes(t *testing.T) {
	for _, l := range []listScreen{figuresScreen(), actorsScreen(), actionsScreen(), evidenceScreen(), initiativeList()} {
		t.Run(l.id, func(t *testing.T) {
			d := openEmpty(t, skin.Light)
			e, _ := model.EntityNamed(l.entity)
			d.at(Target{Screen: l.id})
			d.sees(l.empty)
			for _, name := range []string{"Premier", "Deuxième"} {
				d.tap(l.add)
				d.fill(e.Fields[0].Label, name)
				d.tap("‹ " + l.label)
			}
			d.sees("Premier", "Deuxième")

			first := d.w.session.rowIDs(l.entity)[0]
			d.list().Focus(first)
			d.alt(fyne.KeyDown)
			if ids := d.w.session.rowIDs(l.entity); ids[1] != first {
				t.Errorf("Alt+Down: order is %v", ids)
			}
			d.key(fyne.KeyDelete)
			d.misses("Premier\n")
			d.sees(e.Label + " " + model.Quote("Premier") + " " + agreed("supprimé", l.entity))
			d.tap("Annuler")
			if ids := d.w.session.rowIDs(l.entity); len(ids) != 2 || ids[1] != first {
				t.Errorf("after undo: order is %v, want %s last", ids, first)
			}
		})
	}
}

func TestUndoneAdditionGoesBackToTheList(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "plan"})
	d.tap("+ Ajouter une action")
	d.sees("Action sans nom")
	d.undo()
	d.sees(actionsScreen().empty)
	d.misses("Action sans nom\n")
}

func TestLastRowDeletedLeavesTheInvitation(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.w.session.AddRow("figure", map[string]string{"label": "Emplois de l’ESS"})
	d.at(Target{Screen: "chiffres"})
	d.list()
	d.key(fyne.KeyDelete)
	d.sees(figuresScreen().empty, "Chiffre clé "+model.Quote("Emplois de l’ESS")+" supprimé")
}

func TestDeletedWordsAgree(t *testing.T) {
	for entity, want := range map[string]string{
		"initiative": "supprimée", "evidence": "supprimée", "action": "supprimée", "commune": "supprimée",
		"key_factor": "supprimé", "figure": "supprimé", "actor": "supprimé", "interview": "supprimé"} {
		if got := agreed("supprimé", entity); got != want {
			t.Errorf("%s: %s, want %s", entity, got, want)
		}
	}
}

func TestSearchNarrowsTheListAndMovesAmongWhatShows(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "preuves"})
	var search *widgets.Entry
	for _, o := range d.objects() {
		if e, ok := o.(*widgets.Entry); ok {
			search = e
		}
	}
	search.Entry.SetText("PEPINIERE")
	d.settle()
	d.misses("Découpage administratif")
	d.sees("La Pépinière de l’ESS veille sur ses jeunes pousses")
	search.Entry.SetText("aucun de ceux-là")
	d.settle()
	d.sees("Rien ne correspond à " + model.Quote("aucun de ceux-là") + ".")
}

func TestInterviewIsAddedAndDeleted(t *testing.T) {
	d := openExample(t, skin.Light)
	id := d.firstRow("actor", "")
	d.at(Target{Screen: "acteurs", Row: id})
	d.tap("+ Ajouter un entretien")
	d.fill("Mené par", "Camille")
	if got := d.w.session.interviewsOf(id); len(got) != 1 || d.w.session.Diagnosis().Value("interview", got[0], "interviewer") != "Camille" {
		t.Fatalf("interviews: %v", got)
	}
	d.tap("Supprimer l’entretien")
	d.sees("Entretien", "supprimé")
	if got := d.w.session.interviewsOf(id); len(got) != 0 {
		t.Errorf("still there: %v", got)
	}
}

func TestSourcesNoteShowsWhenSourcesDiffer(t *testing.T) {
	d := openEmpty(t, skin.Light)
	id := d.w.session.AddRow("initiative", map[string]string{"name": "La Cambuse"})
	d.at(Target{Screen: "initiatives", Row: id})
	d.misses("En quoi les sources divergent")
	d.w.session.SetField("initiative", id, "sources_differ", "yes")
	d.settle()
	d.sees("En quoi les sources divergent")
}

func TestActionNamesItsLever(t *testing.T) {
	d := openEmpty(t, skin.Light)
	id := d.w.session.AddRow("action", map[string]string{"title": "Ouvrir un guichet", "lever": "cooperation"})
	d.at(Target{Screen: "plan", Row: id})
	lever, _ := d.w.session.Grid().Lever("cooperation")
	d.sees(lever.Name)
}

// BenchmarkListOf500 shows 500 initiatives.
func BenchmarkListOf500(b *testing.B) {
	d := openEmpty(b, skin.Light)
	e, _ := model.EntityNamed("initiative")
	var edits []model.Edit
	for i := range 500 {
		edits = slices.Concat(edits, d.w.session.Diagnosis().AddRowEdits(e, model.NewID(), map[string]string{
			"name": fmt.Sprintf("Initiative %d", i), "commune": "Guipel", "position": string(positionNumber(i))}))
	}
	d.w.session.Edit("essai", edits...)
	b.ResetTimer()
	for range b.N {
		d.w.goTo(Target{Screen: "initiatives"})
	}
}

// positionNumber gives positions in the order of the numbers.
func positionNumber(i int) model.Position { return model.Position(fmt.Sprintf("%03d1", i)) }
