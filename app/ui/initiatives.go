package ui

import (
	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// initiativesScreen lists the initiatives, shows the sheet of each, and crosses
// them with the key factors.
type initiativesScreen struct{}

// ID implements Screen.
func (initiativesScreen) ID() string { return initiativeList().id }

// Label implements Screen.
func (initiativesScreen) Label() string { return initiativeList().label }

// Mark implements Marked.
func (initiativesScreen) Mark(d *model.Diagnosis, g *model.Grid) string {
	return initiativeList().Mark(d, g)
}

// Parts implements Historied.
func (initiativesScreen) Parts(s *Session) []app.Part { return initiativeList().Parts(s) }

// matrixRow is the Target.Row that shows the matrix.
const matrixRow = "matrice"

// Show implements Screen.
func (initiativesScreen) Show(s *Session, at Target) View {
	if at.Row == matrixRow {
		return newMatrixView(s)
	}
	return initiativeList().Show(s, at)
}

func initiativeList() listScreen {
	return listScreen{id: "initiatives", label: "Initiatives", entity: "initiative", title: "Des initiatives",
		lead:  "Les projets et les structures de l’ESS du territoire. L’ordre est celui du rapport.",
		add:   "+ Ajouter une initiative",
		empty: "Un café associatif, une ressourcerie, une pépinière" + model.NBSP + ": les initiatives donnent un visage au diagnostic. Une fiche courte suffit pour chacune.",
		lines: initiativeLines, sheet: initiativeSheet,
		links: []linkField{{"actor", "Acteurs"}, {"evidence", "Preuves"}},
		buttons: func(s *Session) []fyne.CanvasObject {
			return []fyne.CanvasObject{matrixButton(s, "Matrice avec les facteurs")}
		},
	}
}

// matrixButton leads to the matrix.
func matrixButton(s *Session, label string) fyne.CanvasObject {
	return widgets.NewButton(widgets.ButtonOptions{Label: label, OnTapped: func() { s.Go(Target{Screen: "matrice"}) }})
}

func initiativeLines(s *Session) func(string) line {
	matrix := s.Diagnosis().Matrix(nil)
	factors := map[string]int{}
	for r, i := range matrix.Initiatives {
		factors[i.ID] = matrix.PerRow[r]
	}
	return func(id string) line {
		i, _ := s.Diagnosis().Initiatives.Get(id)
		l := line{note: dotted(i.Commune, string(i.Year), i.ThemeLabel())}
		if n := factors[id]; n > 0 {
			l.mark = model.Count(n, "facteur clé", "facteurs clés")
		}
		return l
	}
}

func initiativeSheet(v *sheetView) []fyne.CanvasObject {
	f := v.form
	other := f.field("theme_other")
	v.showWhen(other, func() bool { return f.value("theme") == string(model.OtherTheme) || f.value("theme_other") != "" })
	return []fyne.CanvasObject{
		f.field("name"), f.pair("year", "commune"), f.pair("theme", "legal_form"), other,
		f.field("description"), f.pair("jobs", "members"), f.pair("region", "website"), v.sources(),
		factorTicks(v.s, v.row),
	}
}

// factorTicks is the list of key factors to tick, in a column for each axis.
func factorTicks(s *Session, initiative string) fyne.CanvasObject {
	head := widgets.NewText("Facteurs clés qui l’ont aidée", widgets.TextOptions{Style: widgets.Strong})
	var columns []fyne.CanvasObject
	for _, axis := range append(model.AxisIDs[:], "") {
		if factors := s.Diagnosis().FactorsByAxis(axis); len(factors) > 0 {
			columns = append(columns, axisTicks(s, initiative, axis, factors))
		}
	}
	if len(columns) == 0 {
		none := widgets.NewText("Aucun facteur clé pour l’instant.", widgets.TextOptions{Style: widgets.Secondary})
		name := widgets.NewButton(widgets.ButtonOptions{Label: "Nommer des facteurs clés", OnTapped: func() { s.Go(Target{Screen: "facteurs"}) }})
		return widgets.VStack(skin.Gap2, head, none, name)
	}
	return widgets.VStack(skin.Gap2, head, widgets.Columns(skin.Gap4, ticksWidth, columns...))
}

// ticksWidth is the least width of a column of key factors to tick.
const ticksWidth = 200

func axisTicks(s *Session, initiative string, axis model.AxisID, factors []model.KeyFactor) fyne.CanvasObject {
	var options []widgets.Option
	var ticked []string
	for _, f := range factors {
		options = append(options, widgets.Option{ID: f.ID, Label: s.title("key_factor", f.ID)})
		if s.Diagnosis().Linked(model.MakeRef("initiative", initiative), model.MakeRef("key_factor", f.ID)) {
			ticked = append(ticked, f.ID)
		}
	}
	boxes := widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: options, Selected: ticked, OnSelected: func(ids []string) {
		on := map[string]bool{}
		for _, id := range ids {
			on[id] = true
		}
		for _, f := range factors {
			s.cross(initiative, f.ID, on[f.ID])
		}
	}})
	return widgets.VStack(skin.Gap1, widgets.NewText(axisTitle(axis), widgets.TextOptions{Style: widgets.Strong, Color: axisColor(axis)}), boxes)
}

// axisTitle is the name of an axis above what is sorted by axis.
func axisTitle(axis model.AxisID) string {
	if axis == "" {
		return "Sans axe"
	}
	return axis.Label()
}

// cross says that a key factor helped an initiative, or did not.
func (s *Session) cross(initiative, factor string, on bool) {
	i, f := model.MakeRef("initiative", initiative), model.MakeRef("key_factor", factor)
	if s.Diagnosis().Linked(i, f) == on {
		return
	}
	if on {
		s.Edit("croix"+model.NBSP+": "+s.linkName(i, f), model.LinkEdits(i, f)...)
		return
	}
	s.Edit("croix retirée"+model.NBSP+": "+s.linkName(i, f), model.UnlinkEdits(i, f)...)
}
