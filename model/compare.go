package model

// Comparison is what moved between two states of a diagnosis.
type Comparison struct {
	Levels []LevelMove // levers whose level is not the same, in the order of the grid
	Rows   []RowMove   // everything else, in the order of the entities, then by id
}

// LevelMove is a lever that went from one level to another.
type LevelMove struct {
	Axis     AxisID
	Lever    string // slug
	From, To Level
	Reason   Text // given for the level it has now; for « Non concerné », why
}

// Up and Down tell which way the lever moved; both are false to or from a level
// that is no step of the scale.
func (m LevelMove) Up() bool { return m.From.Rank() >= 0 && m.To.Rank() > m.From.Rank() }

// Down tells whether the lever fell back: see Up.
func (m LevelMove) Down() bool { return m.To.Rank() >= 0 && m.From.Rank() > m.To.Rank() }

// RowChange is what became of a row.
type RowChange int

// What can become of a row.
const (
	RowAltered RowChange = iota
	RowAdded
	RowRemoved
)

// RowMove is a row that was added, removed, or of which some fields changed.
type RowMove struct {
	Entity string
	Row    string
	Change RowChange
	Fields []FieldMove // those that are not the same, in the order of the entity
}

// FieldMove is a field that went from one canonical value to another.
type FieldMove struct {
	Field  string
	Before string
	After  string
}

// Compare tells what moved from one state of a diagnosis to another. The order of
// lists is left out, and so are the snapshots. The level of a lever is told in
// Levels only.
func Compare(before, after *Diagnosis, g *Grid) Comparison {
	var out Comparison
	for _, axis := range AxisIDs {
		for _, l := range g.LeversOf(axis) {
			from, to := before.Lever(l.Slug), after.Lever(l.Slug)
			if from.Level != to.Level {
				out.Levels = append(out.Levels, LevelMove{axis, l.Slug, from.Level, to.Level, to.reasonOfLevel()})
			}
		}
	}
	for _, e := range entities {
		if e.Name == "snapshot" {
			continue
		}
		for _, row := range mergedIDs(before.RowIDs(e.Name), after.RowIDs(e.Name)) {
			if m, moved := compareRow(before, after, e, row); moved {
				out.Rows = append(out.Rows, m)
			}
		}
	}
	return out
}

func (l LeverState) reasonOfLevel() Text {
	if l.Level == NotApplicable {
		return l.NotApplicableReason
	}
	return l.LevelReason
}

// mergedIDs are the ids of two sorted lists, each once, sorted.
func mergedIDs(a, b []string) []string {
	out := make([]string, 0, len(a)+len(b))
	for len(a) > 0 || len(b) > 0 {
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			out, a = append(out, a[0]), a[1:]
		case len(a) == 0 || b[0] < a[0]:
			out, b = append(out, b[0]), b[1:]
		default:
			out, a, b = append(out, a[0]), a[1:], b[1:]
		}
	}
	return out
}

func compareRow(before, after *Diagnosis, e Entity, row string) (RowMove, bool) {
	m := RowMove{Entity: e.Name, Row: row}
	was, is := before.Exists(e.Name, row), after.Exists(e.Name, row)
	switch {
	case is && !was:
		m.Change = RowAdded
	case was && !is:
		m.Change = RowRemoved
	}
	for _, f := range e.Fields {
		if f.Kind == KindPosition || e.Name == "lever" && f.Name == "level" {
			continue
		}
		move := FieldMove{Field: f.Name}
		if was {
			move.Before = before.Value(e.Name, row, f.Name)
		}
		if is {
			move.After = after.Value(e.Name, row, f.Name)
		}
		if move.Before != move.After {
			m.Fields = append(m.Fields, move)
		}
	}
	return m, m.Change != RowAltered || len(m.Fields) > 0
}
