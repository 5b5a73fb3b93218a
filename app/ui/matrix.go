package ui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// matrixView crosses the initiatives with the key factors that helped them.
type matrixView struct {
	s       *Session
	grid    *widgets.CrossGrid
	reading *widgets.Text
	content fyne.CanvasObject
}

func newMatrixView(s *Session) View {
	v := &matrixView{s: s, reading: widgets.NewText("", widgets.TextOptions{Style: widgets.Secondary})}
	v.grid = widgets.NewCrossGrid(v.options())
	head := widgets.VStack(skin.Gap3, pageHead("Les initiatives et les facteurs clés",
		"Une croix là où un facteur a aidé une initiative"+model.NBSP+": ne la posez que si vous sauriez l’expliquer à voix haute.",
		widgets.NewButton(widgets.ButtonOptions{Label: "Initiatives", OnTapped: func() { s.Go(Target{Screen: "initiatives"}) }}),
		widgets.NewButton(widgets.ButtonOptions{Label: "Facteurs clés", OnTapped: func() { s.Go(Target{Screen: "facteurs"}) }})))
	if missing := v.missing(); missing != nil {
		v.content = page(homeWidth, head, missing)
		return v
	}
	v.read()
	air := widgets.Insets{Top: 20, Right: skin.PageSide, Bottom: 20, Left: skin.PageSide}
	foot := widgets.Pad(widgets.Insets{Top: skin.Gap3}, v.reading)
	body := widgets.Pad(widgets.Insets{Top: skin.Gap4}, v.grid)
	v.content = widgets.Pad(air, container.NewBorder(head, foot, nil, nil, body))
	return v
}

// Content implements View.
func (v *matrixView) Content() fyne.CanvasObject { return v.content }

// Wide implements Wide.
func (v *matrixView) Wide() {}

// Changed implements Refresher.
func (v *matrixView) Changed(app.Change) {
	v.grid.SetOptions(v.options())
	v.read()
}

// missing says what there is to write before anything can be crossed, nil when
// nothing is missing.
func (v *matrixView) missing() fyne.CanvasObject {
	d := v.s.Diagnosis()
	switch {
	case d.KeyFactors.Len() == 0:
		return widgets.EmptyState("Nommez d’abord ce qui, ici, rend les projets possibles"+model.NBSP+": ce seront les colonnes.",
			"Nommer des facteurs clés", func() { v.s.Go(Target{Screen: "facteurs"}) })
	case d.Initiatives.Len() == 0:
		return widgets.EmptyState("Notez d’abord les initiatives du territoire"+model.NBSP+": ce seront les lignes.",
			v.s.unlessConsulting("Ajouter une initiative"), func() { initiativeList().addRow(v.s, nil) })
	}
	return nil
}

func (v *matrixView) options() widgets.CrossGridOptions {
	m := v.s.Diagnosis().Matrix(nil)
	o := widgets.CrossGridOptions{
		OnToggled: func(c widgets.Cross, on bool) { v.s.cross(c.Row, c.Column, on) },
		OnOpened:  func(row string) { initiativeList().open(v.s, row) },
	}
	for _, f := range m.Factors {
		o.Columns = append(o.Columns, widgets.CrossLine{ID: f.ID, Label: v.s.title("key_factor", f.ID), Color: axisColor(f.Axis)})
	}
	for r, i := range m.Initiatives {
		o.Rows = append(o.Rows, widgets.CrossLine{ID: i.ID, Label: commaJoined(v.s.title("initiative", i.ID), i.Commune, string(i.Year))})
		for c, f := range m.Factors {
			if m.Cross[r][c] {
				o.Crosses = append(o.Crosses, widgets.Cross{Row: i.ID, Column: f.ID})
			}
		}
	}
	return o
}

// read tells in a sentence what the crosses show.
func (v *matrixView) read() {
	m := v.s.Diagnosis().Matrix(nil)
	crossed, helpful := 0, 0
	for _, n := range m.PerRow {
		crossed += min(n, 1)
	}
	for _, n := range m.PerFactor {
		helpful += min(n, 1)
	}
	text := "Aucune croix pour l’instant. Les flèches vont d’une case à l’autre, la barre d’espace pose ou retire une croix."
	if m.Crosses > 0 {
		text = model.Count(m.Crosses, "croix", "croix") + model.NBSP + ": " +
			model.Count(crossed, "initiative reliée", "initiatives reliées") + " sur " + model.FormatInt(len(m.Initiatives)) + ", " +
			model.Count(helpful, "facteur illustré", "facteurs illustrés") + " sur " + model.FormatInt(len(m.Factors)) + "."
	}
	v.reading.SetText(text)
}
