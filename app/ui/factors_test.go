package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// factorIDs are the key factors under an axis, in their order.
func (d *desk) factorIDs(axis model.AxisID) []string {
	var ids []string
	for _, f := range d.w.session.Diagnosis().FactorsByAxis(axis) {
		ids = append(ids, f.ID)
	}
	return ids
}

// board gives the cursor to the board.
func (d *desk) board() *widgets.Board {
	d.t.Helper()
	for _, o := range d.objects() {
		if b, ok := o.(*widgets.Board); ok {
			d.canvas().Focus(b)
			return b
		}
	}
	d.t.Fatal("no board")
	return nil
}

func TestBoardShowsTheExample(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "facteurs"})
	d.sees("Reconnaissance", "Ingénierie d’accompagnement", "Financement", "Pépinière de l’ESS à Langouët", "EPCI · 3"+model.NBSP+"initiatives", "+ Ajouter un facteur")
}

func TestFactorsAreMovedByKeyboardAndBack(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "facteurs"})
	before := d.factorIDs(model.Recognition)
	d.board().Focus(before[0])

	d.alt(fyne.KeyDown)
	if now := d.factorIDs(model.Recognition); now[0] != before[1] || now[1] != before[0] {
		t.Errorf("after Alt+Down: %v, was %v", now, before)
	}
	d.alt(fyne.KeyRight)
	if now := d.factorIDs(model.Support); len(now) != 5 || now[1] != before[0] {
		t.Errorf("after Alt+Right: %v should have %s second", now, before[0])
	}
	d.undo()
	d.undo()
	if now := d.factorIDs(model.Recognition); now[0] != before[0] || len(now) != 4 {
		t.Errorf("after two undos: %v, was %v", now, before)
	}
}

func TestFactorIsDraggedToAnotherColumn(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "facteurs"})
	id := d.factorIDs(model.Recognition)[0]
	b := d.board()
	start := fyne.NewPos(60, 60)
	for _, p := range []fyne.Position{start, {X: 400, Y: 70}, {X: 800, Y: 60}} {
		b.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: p}})
	}
	b.DragEnd()
	d.settle()
	if now := d.factorIDs(model.Financing); len(now) != 2 || now[0] != id {
		t.Errorf("financing holds %v, want %s first", now, id)
	}
}

func TestFactorIsAddedFilledInAndDeleted(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "facteurs"})
	b := d.board()
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	d.settle()
	d.sees("Facteur clé sans nom", "Leviers qu’il sert")
	if d.canvas().Focused() != d.field("Facteur clé").(*widgets.ValueEntry).Entry() {
		t.Error("the cursor is not in the statement")
	}

	d.fill("Facteur clé", "Un café ouvert à tous")
	d.tap("‹ Facteurs clés")
	d.sees("Un café ouvert à tous", "0"+model.NBSP+"initiative")
	if ids := d.factorIDs(model.Support); len(ids) != 1 {
		t.Fatalf("support holds %v", ids)
	}

	d.tap("Un café ouvert à tous")
	d.tap("Supprimer")
	d.sees("Facteur clé " + model.Quote("Un café ouvert à tous") + " supprimé")
	if ids := d.factorIDs(model.Support); len(ids) != 0 {
		t.Errorf("still there: %v", ids)
	}
	d.tap("Annuler")
	if ids := d.factorIDs(model.Support); len(ids) != 1 {
		t.Error("not brought back")
	}
}
