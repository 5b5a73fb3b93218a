package model

// Matrix crosses the initiatives with the key factors that helped them: the
// project dynamic as a picture.
type Matrix struct {
	Initiatives []Initiative
	Factors     []KeyFactor // by axis in the order of the grid, then in the team's order
	Cross       [][]bool    // [initiative][factor]
	PerFactor   []int
	PerRow      []int
	Crosses     int
}

// Matrix computes the matrix over the initiatives that keep accepts, all when
// it is nil.
func (d *Diagnosis) Matrix(keep func(Initiative) bool) Matrix {
	var m Matrix
	for _, i := range d.Initiatives.All() {
		if keep == nil || keep(i) {
			m.Initiatives = append(m.Initiatives, i)
		}
	}
	column := map[string]int{}
	for _, axis := range append(AxisIDs[:], "") {
		for _, f := range d.FactorsByAxis(axis) {
			column[f.ID] = len(m.Factors)
			m.Factors = append(m.Factors, f)
		}
	}
	m.PerFactor = make([]int, len(m.Factors))
	m.PerRow = make([]int, len(m.Initiatives))
	m.Cross = make([][]bool, len(m.Initiatives))
	row := map[string]int{}
	for r, i := range m.Initiatives {
		row[i.ID] = r
		m.Cross[r] = make([]bool, len(m.Factors))
	}
	for _, l := range d.Links.All() {
		r, c, ok := crossing(l, row, column)
		if !ok || m.Cross[r][c] {
			continue
		}
		m.Cross[r][c] = true
		m.PerRow[r]++
		m.PerFactor[c]++
		m.Crosses++
	}
	return m
}

// crossing finds the cell that a link fills, whichever end comes first.
func crossing(l Link, row, column map[string]int) (r, c int, ok bool) {
	fromKind, from := l.From.Split()
	toKind, to := l.To.Split()
	if fromKind == "key_factor" {
		fromKind, from, toKind, to = toKind, to, fromKind, from
	}
	if fromKind != "initiative" || toKind != "key_factor" {
		return 0, 0, false
	}
	r, okRow := row[from]
	c, okColumn := column[to]
	return r, c, okRow && okColumn
}
