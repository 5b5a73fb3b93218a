package report

import (
	"cmp"
	"slices"
	"strings"

	"tressons/model"
	"tressons/report/figure"
)

// synthesisLevels shows the level of each lever in each territory.
func synthesisLevels(in Input) (Section, bool) {
	sides := in.sides()
	var spread levelSpread
	for _, l := range in.Grid.Levers {
		spread.add(sides, l)
	}
	return Section{Title: levelsTitle(spread, len(sides)), Standfirst: "Chaque niveau est montré tel quel, sans moyenne ni classement.", OpensPage: true,
		Blocks: []Block{Figure{Chart: in.levelGrid(sides), Source: "Un signe par levier et par territoire. Source : diagnostics des équipes, datés en dernière page."}}}, true
}

// levelGrid sets the levels of all levers side by side.
func (in Input) levelGrid(sides []side) figure.LevelGrid {
	grid := figure.LevelGrid{}
	for _, s := range sides {
		grid.Columns = append(grid.Columns, s.name)
	}
	for _, level := range append([]model.Level{model.Unset}, append(model.Scale[:], model.NotApplicable)...) {
		grid.Legend = append(grid.Legend, markOf(level))
	}
	for _, axis := range in.Grid.Axes {
		group := figure.LevelGridGroup{Name: axis.Name, Color: axisColor(axis.Slug)}
		for _, l := range in.Grid.LeversOf(axis.Slug) {
			row := figure.LevelGridRow{Name: l.Short}
			for _, s := range sides {
				row.Levels = append(row.Levels, markOf(s.Diagnosis.Lever(l.Slug).Level))
			}
			group.Rows = append(group.Rows, row)
		}
		grid.Groups = append(grid.Groups, group)
	}
	return grid
}

func markOf(level model.Level) figure.LevelMark {
	return figure.LevelMark{Sign: signs[level], Label: level.Label()}
}

// levelSpread counts the levers by how many territories have come far.
type levelSpread struct {
	Set  int // levers with a level somewhere
	Most int // engaged or structured in most territories
}

func (c *levelSpread) add(sides []side, l model.Lever) {
	strong, set := 0, 0
	for _, s := range sides {
		rank := s.Diagnosis.Lever(l.Slug).Level.Rank()
		if rank >= 0 {
			set++
		}
		if rank >= model.Engaged.Rank() {
			strong++
		}
	}
	if set > 0 {
		c.Set++
	}
	if 2*strong > len(sides) {
		c.Most++
	}
}

// synthesisLearning says, lever by lever, which territory has come furthest,
// what it has in place, and whom that can help; left out when none can.
func synthesisLearning(in Input) (Section, bool) {
	const shown = 260
	sides := in.sides()
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Levier", Weight: 0.18}, {Title: "Le plus avancé", Weight: 0.2},
		{Title: "Ce qui y est en place", Weight: 0.34}, {Title: "Où cela peut servir", Weight: 0.28}}}
	for _, l := range in.Grid.Levers {
		ahead, behind := aheadAndBehind(sides, l)
		if len(behind) == 0 {
			continue
		}
		var names, places []string
		for _, s := range ahead {
			state := s.Diagnosis.Lever(l.Slug)
			names = append(names, s.name)
			place := cmp.Or(string(state.InPlace), joinList(model.Lines(state.Strengths)), string(state.LevelReason))
			if place != "" && len(ahead) > 1 {
				place = s.name + model.NBSP + ": " + place
			}
			places = append(places, nonEmpty(brief(place, shown/len(ahead)))...)
		}
		level := strings.ToLower(ahead[0].Diagnosis.Lever(l.Slug).Level.Label())
		place := said(strings.Join(places, "\n"))
		if place == nil {
			place = muted(notFilled)
		}
		table.Rows = append(table.Rows, []Cell{said(l.Short), stacked(said(model.JoinFrench(names)), muted(level)), place, byLevel(behind, l)})
	}
	if len(table.Rows) == 0 {
		return Section{}, false
	}
	return Section{Title: learningTitle(len(table.Rows)), Standfirst: "Qui peut raconter à qui comment il s’y est pris.", Whole: true, Blocks: []Block{table}}, true
}

// byLevel names territories under their levels, the highest first.
func byLevel(sides []side, l model.Lever) Cell {
	var lines [][]Span
	for i := range model.Scale {
		level := model.Scale[len(model.Scale)-1-i]
		var names []string
		for _, s := range sides {
			if s.Diagnosis.Lever(l.Slug).Level == level {
				names = append(names, s.name)
			}
		}
		lines = append(lines, labelled(level.Label(), model.JoinFrench(names)))
	}
	return stacked(lines...)
}

// aheadAndBehind are the territories that have come furthest on a lever, if they
// are engaged at least, and those whose level is known to be lower.
func aheadAndBehind(sides []side, l model.Lever) (ahead, behind []side) {
	rank := func(s side) int { return s.Diagnosis.Lever(l.Slug).Level.Rank() }
	furthest := rank(slices.MaxFunc(sides, func(a, b side) int { return cmp.Compare(rank(a), rank(b)) }))
	if furthest < model.Engaged.Rank() {
		return nil, nil
	}
	for _, s := range sides {
		switch r := rank(s); {
		case r == furthest:
			ahead = append(ahead, s)
		case r >= 0:
			behind = append(behind, s)
		}
	}
	return ahead, behind
}
