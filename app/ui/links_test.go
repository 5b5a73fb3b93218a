package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// openLinkDialog presses « + Ajouter » of a list of links.
func (d *desk) openLinkDialog(label string) {
	d.t.Helper()
	var add *widgets.Chip
	for _, o := range within(d.field(label)) {
		if chip, ok := o.(*widgets.Chip); ok && chip.Label() == "+ Ajouter" {
			add = chip
		}
	}
	widgets.Reveal(add)
	d.settle()
	d.canvas().Focus(add)
	d.key(fyne.KeyReturn)
}

func TestLinkIsAddedFromTheList(t *testing.T) {
	d := openExample(t, skin.Light)
	id := d.firstRow("initiative", "")
	ref := model.MakeRef("initiative", id)
	d.at(Target{Screen: "initiatives", Row: id})
	before := len(d.w.session.joined(ref, "actor"))

	d.openLinkDialog("Acteurs")
	d.sees("Ajouter un acteur")
	d.canvas().Focused().(*widgets.Entry).Entry.SetText("reso")
	d.settle()
	d.sees("Réso solidaire")
	d.key(fyne.KeyReturn)
	d.misses("Ajouter un acteur")
	d.sees("Réso solidaire")
	if now := len(d.w.session.joined(ref, "actor")); now != before+1 {
		t.Errorf("%d actors are joined, want %d", now, before+1)
	}
	d.undo()
	if now := len(d.w.session.joined(ref, "actor")); now != before {
		t.Errorf("after undo %d actors are joined, want %d", now, before)
	}
}

func TestLinkedRowIsMadeOnTheSpot(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "territoire"})
	d.openLinkDialog("Preuves")
	d.canvas().Focused().(*widgets.Entry).Entry.SetText("Rapport d’activité")
	d.settle()
	d.tap("+ Créer une preuve " + model.Quote("Rapport d’activité"))
	d.fill("Page", "p. 4")
	d.tap("Créer et relier")
	d.sees("Rapport d’activité, p. 4")
	made := d.w.session.joined(model.MakeRef("territory", model.SelfID), "evidence")
	if len(made) != 1 {
		t.Fatalf("joined: %v", made)
	}
	if want := "ajout" + model.NBSP + ": Preuve " + model.Quote("Rapport d’activité"); d.w.session.Doc.UndoLabel() != want {
		t.Errorf("undo is called %q, want %q", d.w.session.Doc.UndoLabel(), want)
	}
	d.undo()
	d.misses("Rapport d’activité, p. 4")
	if n := d.w.session.Diagnosis().Evidence.Len(); n != 0 {
		t.Errorf("one undo leaves %d proofs", n)
	}
}

func TestLinkIsTakenAwayByKeyboard(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "constats"})
	slug := d.w.session.Grid().Findings[0].Slug
	ref := model.MakeRef("finding", slug)
	before := len(d.w.session.joined(ref, "initiative"))
	var first *widgets.Chip
	for _, o := range d.objects() {
		if chip, ok := o.(*widgets.Chip); ok && first == nil {
			first = chip
		}
	}
	d.canvas().Focus(first)
	d.key(fyne.KeyDelete)
	if now := len(d.w.session.joined(ref, "initiative")); now != before-1 {
		t.Fatalf("%d initiatives are joined, want %d", now, before-1)
	}
	d.sees("Lien retiré")
	d.tap("Annuler")
	if now := len(d.w.session.joined(ref, "initiative")); now != before {
		t.Errorf("after undo %d initiatives are joined, want %d", now, before)
	}
}

func TestLinkIsPrecised(t *testing.T) {
	d := openEmpty(t, skin.Light)
	s := d.w.session
	cafe := s.AddRow("initiative", map[string]string{"name": "La Cambuse"})
	factor := s.AddRow("key_factor", map[string]string{"statement": "Un local prêté"})
	s.cross(cafe, factor, true)
	d.at(Target{Screen: "facteurs", Row: factor})
	d.tap(precise)
	d.sees("Préciser les liens", "Comment l’un a servi l’autre")
	widgettest.Save(t, d.w.win, skin.Light, "lien-preciser")
	d.fill("La Cambuse", "La commune a prêté la salle")
	d.tap("Fermer")
	d.sees("La Cambuse" + model.NBSP + ": La commune a prêté la salle")
	widgettest.Save(t, d.w.win, skin.Light, "lien-precise")
	d.at(Target{Screen: "initiatives", Row: cafe})
	link := model.LinkID(model.MakeRef("initiative", cafe), model.MakeRef("key_factor", factor))
	if got := s.Diagnosis().Value("link", link, "note"); got != "La commune a prêté la salle" {
		t.Errorf("the link says %q", got)
	}
}

func TestEscapeLeavesTheLinkDialog(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "territoire"})
	d.openLinkDialog("Preuves")
	d.sees("Ajouter une preuve")
	d.key(fyne.KeyEscape)
	d.misses("Ajouter une preuve")
}
