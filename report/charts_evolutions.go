package report

import (
	"cmp"

	"tressons/model"
	"tressons/report/figure"
)

// levelsBeforeAndAfter shows all levels in both states, those that stayed too.
func (in Input) levelsBeforeAndAfter() Figure {
	was := in
	was.Diagnosis = in.Before.Diagnosis
	now := "Aujourd’hui"
	if in.Now.Name != "" {
		now = brief(in.Now.Name, 40)
	}
	grid := in.levelGrid([]side{{was, brief(cmp.Or(in.Before.Name, "Avant"), 40)}, {in, now}})
	grid.Title = "Niveaux des leviers dans les deux états"
	return Figure{Chart: grid, Caption: "Le niveau de chaque levier, avant et après", Source: in.under("Un signe par levier, sans moyenne", "")}
}

// mostMoved is how many figures are drawn: beyond, the table is enough.
const mostMoved = 6

// movedCharts draws the figures that can be compared with what they were.
func movedCharts(groups []unitGroup) []Block {
	var blocks []Block
	for _, f := range groupedFigures(groups[:min(len(groups), mostMoved)], "Les chiffres, avant et après", "Années entre parenthèses"+model.NBSP+"; sources dans le diagnostic.") {
		blocks = append(blocks, f)
	}
	return blocks
}

// movedBar writes the year after the value.
func movedBar(name string, f model.Figure) figure.Bar {
	q := quantityOf(f.Value, f.Unit)
	if f.Year != "" && q.Text != "" {
		q.Text += " (" + string(f.Year) + ")"
	}
	return figure.Bar{Name: name, Quantity: q}
}
