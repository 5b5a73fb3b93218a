package figure

import (
	"strconv"
	"strings"
)

// Matrix shows which rows (initiatives) rest on which columns (key factors),
// with a total for each. Columns come in groups with a colour and a name. When
// the heads would not fit, the columns get numbers and a legend.
type Matrix struct {
	RowNoun, ColumnNoun Noun
	// TotalLabel names the row of totals, such as « Initiatives par facteur ».
	TotalLabel string
	Columns    []MatrixColumn
	Rows       []MatrixRow
	// from, to is the range of rows that is drawn; 0, 0 for all.
	from, to int
	key      keyPlace
}

// keyPlace tells where the names of numbered columns stand.
type keyPlace uint8

const (
	keyBelow keyPlace = iota // under the last row
	keyLater                 // in a part to come
	keyAlone                 // this part is the key
)

// MatrixColumn is a factor; columns with the same Group stand side by side.
type MatrixColumn struct {
	Name  string
	Group string
	Color Color
}

// MatrixRow is an initiative; Marks has a value for each column.
type MatrixRow struct {
	Name  string
	Marks []bool
}

// Range returns the matrix of rows from to to (excluded), with the same
// columns; the totals, those of the whole, come with the last row.
func (c Matrix) Range(from, to int) Matrix {
	c.from, c.to = from, to
	return c
}

func (c Matrix) bounds() (from, to int) {
	if c.to == 0 {
		return 0, len(c.Rows)
	}
	return c.from, c.to
}

// Draw draws heads, rows, and totals.
func (c Matrix) Draw(width float64, m Measurer) Drawing {
	g := c.grid(width, m)
	g.d.Alt = c.alt()
	if len(c.Columns) == 0 || len(c.Rows) == 0 {
		return g.d
	}
	from, to := c.bounds()
	if c.key != keyAlone {
		g.heads()
		for i := from; i < to; i++ {
			g.row(c.Rows[i])
		}
		if to == len(c.Rows) {
			g.totals()
		}
	}
	switch {
	case !g.numbered:
	case to < len(c.Rows) || c.key == keyLater:
		g.keyFollows()
	default:
		g.legend()
	}
	return g.d
}

// Split parts the matrix between two rows, or between the last one and the key
// to numbered columns, which comes once.
func (c Matrix) Split(width, height float64, m Measurer) (head, tail Chart, ok bool) {
	if c.key == keyAlone || c.Draw(width, m).Height <= height {
		return nil, nil, false
	}
	from, to := c.bounds()
	g := c.grid(width, m)
	heights := make([]float64, to-from)
	for i := range heights {
		heights[i] = g.rowHeight(c.Rows[from+i])
	}
	g.heads()
	frame := g.d.Height
	if g.numbered {
		frame += g.smaller().leading
	}
	if to == len(c.Rows) && to > from {
		heights[len(heights)-1] += g.totalsHeight()
	}
	switch n := count(heights, height-frame); {
	case n == 0:
		return nil, nil, false
	case n < len(heights):
		return c.Range(from, from+n), c.Range(from+n, to), true
	case !g.numbered || c.key == keyLater || to < len(c.Rows):
		return nil, nil, false
	}
	rows, key := c, c
	rows.key, key.key = keyLater, keyAlone
	return rows, key, true
}

func (c Matrix) columnTotal(column int) int {
	total := 0
	for _, r := range c.Rows {
		if r.marked(column) {
			total++
		}
	}
	return total
}

func (r MatrixRow) marked(column int) bool { return column < len(r.Marks) && r.Marks[column] }

// marked lists the columns that a row rests on.
func (c Matrix) marked(r MatrixRow) (columns []int) {
	for i := range c.Columns {
		if r.marked(i) {
			columns = append(columns, i)
		}
	}
	return columns
}

// names names the columns that a row rests on.
func (c Matrix) names(r MatrixRow) []string {
	var names []string
	for _, i := range c.marked(r) {
		names = append(names, c.Columns[i].Name)
	}
	return names
}

func (c Matrix) alt() string {
	if len(c.Columns) == 0 || len(c.Rows) == 0 {
		return "Matrice sans donnée."
	}
	if c.key == keyAlone {
		return c.tellKey()
	}
	from, to := c.bounds()
	s := "Matrice de " + c.RowNoun.Count(len(c.Rows)) + " et " + c.ColumnNoun.Count(len(c.Columns)) + "."
	if part := to-from < len(c.Rows); part || to-from <= told { // what is parted is told part by part
		for _, r := range c.Rows[from:to] {
			relies := "aucun"
			if names := c.names(r); len(names) > 0 {
				relies = strings.Join(names, ", ")
			}
			s += " " + r.Name + "\u00A0: " + relies + "."
		}
		return s
	}
	for i, col := range c.Columns {
		s += " " + col.Name + "\u00A0: " + c.RowNoun.Count(c.columnTotal(i)) + "."
	}
	return s
}

// tellKey says which number each column has.
func (c Matrix) tellKey() string {
	names := make([]string, len(c.Columns))
	for i, col := range c.Columns {
		names[i] = number(i) + nbsp + ": " + col.Name
	}
	return "Colonnes de la matrice. " + strings.Join(names, nbsp+"; ") + "."
}

// stretches calls f for each run of columns of the same group.
func (c Matrix) stretches(f func(from, to int)) {
	for from := 0; from < len(c.Columns); {
		to := from + 1
		for to < len(c.Columns) && c.Columns[to].Group == c.Columns[from].Group {
			to++
		}
		f(from, to)
		from = to
	}
}

func number(column int) string { return strconv.Itoa(column + 1) }
