package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

func TestMatrixTogglesACross(t *testing.T) {
	d := openExample(t, skin.Light)
	d.at(Target{Screen: "matrice"})
	d.sees("Les initiatives et les facteurs clés", "Pépinière de l’ESS, Langouët, 2007")
	m := d.w.session.Diagnosis().Matrix(nil)
	var grid *widgets.CrossGrid
	for _, o := range d.objects() {
		if g, ok := o.(*widgets.CrossGrid); ok {
			grid = g
		}
	}
	d.canvas().Focus(grid)
	d.key(fyne.KeySpace)
	now := d.w.session.Diagnosis().Matrix(nil)
	if now.Cross[0][0] == m.Cross[0][0] {
		t.Fatal("the space bar changed nothing")
	}
	if want := "croix" + model.NBSP + ": Pépinière de l’ESS – "; d.w.session.Doc.UndoLabel()[:len(want)] != want {
		t.Errorf("undo is called %q", d.w.session.Doc.UndoLabel())
	}
	d.undo()
	if d.w.session.Diagnosis().Matrix(nil).Crosses != m.Crosses {
		t.Error("undo left the cross")
	}
}

func TestMatrixSaysWhatIsMissing(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "matrice"})
	d.sees("ce seront les colonnes")
	d.w.session.AddRow("key_factor", map[string]string{"statement": "Un lieu", "axis": "ingenierie"})
	d.at(Target{Screen: "matrice"})
	d.sees("ce seront les lignes")
}

func TestFactorsAreTickedOnTheSheet(t *testing.T) {
	d := openExample(t, skin.Light)
	id := d.firstRow("initiative", "")
	d.at(Target{Screen: "initiatives", Row: id})
	before := len(d.w.session.Diagnosis().FactorsOf(id))
	for _, o := range d.objects() {
		if m, ok := o.(*widgets.MultiChoice); ok && len(m.Selected()) < 4 {
			d.canvas().Focus(m)
			break
		}
	}
	d.key(fyne.KeySpace)
	if now := len(d.w.session.Diagnosis().FactorsOf(id)); now != before+1 && now != before-1 {
		t.Errorf("%d factors, were %d", now, before)
	}
}

func TestPreviousAndNextFollowTheList(t *testing.T) {
	d := openExample(t, skin.Light)
	ids := d.w.session.rowIDs("initiative")
	d.at(Target{Screen: "initiatives", Row: ids[0]})
	d.tap("Suivant ›")
	if d.w.current.Row != ids[1] {
		t.Errorf("next is %s, want %s", d.w.current.Row, ids[1])
	}
	d.tap("‹ Précédent")
	if d.w.current.Row != ids[0] {
		t.Errorf("previous is %s, want %s", d.w.current.Row, ids[0])
	}
}
