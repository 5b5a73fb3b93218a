package report

import (
	"tressons/model"
)

// themesFigure counts the initiatives by theme.
func themesFigure(themes []model.ThemeCount) Block {
	t := Table{RowHeads: true, Columns: []TableColumn{{Title: "Thème", Weight: 1}, {Title: "Initiatives", Align: Right}}}
	for _, c := range themes {
		t.Rows = append(t.Rows, []Cell{said(c.Label), said(model.FormatInt(c.Count))})
	}
	return t
}

// matrixFigure crosses the initiatives with the key factors.
func matrixFigure(m model.Matrix) Block {
	t := Table{RowHeads: true, Columns: []TableColumn{{Title: "Initiative", Weight: 3}}}
	for _, f := range m.Factors {
		t.Columns = append(t.Columns, TableColumn{Title: statement(f), Align: Center, Weight: 1})
	}
	for r, i := range m.Initiatives {
		row := []Cell{said(initiativeName(i))}
		for c := range m.Factors {
			mark := ""
			if m.Cross[r][c] {
				mark = "●"
			}
			row = append(row, said(mark))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// levelFigure shows the levels of the levers of an axis.
func (in Input) levelFigure(axis model.AxisID, levers []model.Lever) Block {
	t := Table{RowHeads: true, Columns: []TableColumn{{Title: "Levier", Weight: 3}, {Title: "Niveau", Weight: 1}}}
	for _, l := range levers {
		t.Rows = append(t.Rows, []Cell{said(l.Short), said(in.Diagnosis.Lever(l.Slug).Level.Label())})
	}
	return t
}

// overviewFigure shows the levels of all levers, axis by axis.
func (in Input) overviewFigure() Block { return in.levelFigure("", in.Grid.Levers) }
