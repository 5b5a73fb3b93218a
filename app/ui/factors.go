package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// factorsScreen puts the key factors in order under the axes, on a board, and
// shows the sheet of each.
type factorsScreen struct{}

// ID implements Screen.
func (factorsScreen) ID() string { return factorList().id }

// Label implements Screen.
func (factorsScreen) Label() string { return factorList().label }

// Mark implements Marked.
func (factorsScreen) Mark(d *model.Diagnosis, g *model.Grid) string { return factorList().Mark(d, g) }

// Parts implements Historied.
func (factorsScreen) Parts(s *Session) []app.Part { return factorList().Parts(s) }

// Show implements Screen.
func (factorsScreen) Show(s *Session, at Target) View {
	if at.Row != "" && s.Diagnosis().Exists("key_factor", at.Row) {
		return newSheet(s, factorList(), at)
	}
	return newBoardView(s)
}

// factorList describes the sheets; the list itself is the board.
func factorList() listScreen {
	return listScreen{id: "facteurs", label: "Facteurs clés", entity: "key_factor",
		sheet: func(v *sheetView) []fyne.CanvasObject {
			f := v.form
			short := paired([]fyne.CanvasObject{f.field("axis"), f.field("scale"), f.field("since")})
			return slices.Concat([]fyne.CanvasObject{f.field("statement")}, short, []fyne.CanvasObject{f.field("description"), v.sources()})
		},
		links: []linkField{{"initiative", "Initiatives qu’il a aidées"}, {"lever", "Leviers qu’il sert"}, {"actor", "Acteurs"}, {"evidence", "Preuves"}},
	}
}

// boardView is the board of key factors.
type boardView struct {
	s       *Session
	board   *widgets.Board
	deleted *deletedRows
	content *widgets.Scroll
}

func newBoardView(s *Session) *boardView {
	v := &boardView{s: s, deleted: newDeletedRows(s, "key_factor")}
	v.board = widgets.NewBoard(widgets.BoardOptions{Columns: v.columns(), OnMoved: v.move,
		OnOpened: func(id string) { factorList().open(s, id) },
		OnAdd:    func(axis string) { factorList().addRow(s, map[string]string{"axis": axis}) },
	})
	v.content = page(homeWidth, pageHead("Des facteurs clés",
		"Ce qui, ici, rend les projets possibles. Glissez pour ordonner"+model.NBSP+"; l’ordre est celui du rapport.",
		matrixButton(s, "Matrice avec les initiatives")), v.board, v.deleted.Container)
	return v
}

// Content implements View.
func (v *boardView) Content() fyne.CanvasObject { return v.content }

// Wide implements Wide: the columns take the room of the help.
func (v *boardView) Wide() {}

// Changed implements Refresher.
func (v *boardView) Changed(app.Change) {
	v.board.SetColumns(v.columns())
	v.deleted.refresh()
}

// columns are the axes, and what has no axis yet if there is any.
func (v *boardView) columns() []widgets.BoardColumn {
	matrix := v.s.Diagnosis().Matrix(nil)
	helped := map[string]int{}
	for c, f := range matrix.Factors {
		helped[f.ID] = matrix.PerFactor[c]
	}
	var out []widgets.BoardColumn
	for _, axis := range model.AxisIDs {
		out = append(out, widgets.BoardColumn{ID: string(axis), Title: axis.Label(), Short: v.s.Grid().Axis(axis).Short, Color: axisColor(axis),
			Cards: v.cards(axis, helped), AddLabel: "+ Ajouter un facteur"})
	}
	if loose := v.cards("", helped); len(loose) > 0 {
		out = append(out, widgets.BoardColumn{Title: axisTitle(""), Color: skin.Secondary, Cards: loose})
	}
	return out
}

func (v *boardView) cards(axis model.AxisID, helped map[string]int) []widgets.BoardCard {
	var out []widgets.BoardCard
	for _, f := range v.s.Diagnosis().FactorsByAxis(axis) {
		out = append(out, widgets.BoardCard{ID: f.ID, Title: v.s.title("key_factor", f.ID),
			Note: dotted(extentInSentence(f.Extent), model.Count(helped[f.ID], "initiative", "initiatives"))})
	}
	return out
}

// extentInSentence is a scale as written within a sentence: « région », « EPCI ».
func extentInSentence(e model.Extent) string {
	if slices.Contains([]model.Extent{"epci", "etat", "europe"}, e) {
		return e.Label()
	}
	return lowerInitial(e.Label())
}

// move puts a factor at a place under an axis.
func (v *boardView) move(id, axis string, index int) {
	d := v.s.Diagnosis()
	var siblings []string
	for _, f := range d.FactorsByAxis(model.AxisID(axis)) {
		siblings = append(siblings, f.ID)
	}
	edits := append([]model.Edit{{Entity: "key_factor", Row: id, Field: "axis", Value: axis}},
		d.MoveEdits("key_factor", id, siblings, index)...)
	if !v.s.Edit("déplacement"+model.NBSP+": "+v.s.App.RowName(d, "key_factor", id), edits...) {
		v.board.SetColumns(v.columns())
	}
}
