package report

import (
	"cmp"
	"slices"

	"tressons/model"
	"tressons/report/figure"
)

// State is a diagnosis as it stood on a date.
type State struct {
	Diagnosis *model.Diagnosis
	Name      string // given by the team; "" for the present
	Date      model.Date
}

// named is « « État des lieux 2024 » (mars 2024) », « aujourd’hui » for the present.
func (s State) named() string {
	switch {
	case s.Name == "":
		return "aujourd’hui"
	case s.Date == "":
		return model.Quote(s.Name)
	}
	return model.Quote(s.Name) + " (" + s.Date.French() + ")"
}

// span is the line that says between which states things moved.
func (in Input) span() string {
	return "De" + model.NBSP + in.Before.named() + " à" + model.NBSP + in.Now.named() + "."
}

func (in Input) moved() model.Comparison {
	return model.Compare(in.Before.Diagnosis, in.Diagnosis, in.Grid)
}

// levelsMoved tells which levers changed level, and why; left out when there is
// no earlier state.
func levelsMoved(in Input) (Section, bool) {
	if in.Before.Diagnosis == nil {
		return Section{}, false
	}
	moved := in.moved()
	s := Section{Title: movedTitle(countMoves(moved.Levels)), Standfirst: in.span(), OpensPage: true}
	if figures := in.movedFigures(moved); len(figures) > 0 {
		s.Blocks = append(s.Blocks, KeyFigures{figures})
	}
	if len(moved.Levels) == 0 {
		s.Blocks = append(s.Blocks, paragraphs("Les niveaux des leviers sont restés les mêmes.")...)
		return s, true
	}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Levier", Weight: 0.3}, {Title: "Avant", Weight: 0.15}, {Title: "Après", Weight: 0.15}, {Title: "Pourquoi", Weight: 0.4}}}
	for _, m := range moved.Levels {
		l, _ := in.Grid.Lever(m.Lever)
		reason := cmp.Or(m.Reason, in.Diagnosis.Lever(m.Lever).InPlace)
		why := said(brief(string(reason), 400))
		if reason == "" {
			why = muted(notFilled)
		}
		table.Rows = append(table.Rows, []Cell{said(l.Short), said(m.From.Label()), append(bold(m.To.Label()), said(direction(m))...), why})
	}
	s.Blocks = append(s.Blocks, in.levelsBeforeAndAfter(), table)
	return s, true
}

// direction is an arrow for a move on the scale.
func direction(m model.LevelMove) string {
	switch {
	case m.Up():
		return model.NBSP + model.Rising.Sign()
	case m.Down():
		return model.NBSP + model.Falling.Sign()
	}
	return ""
}

// moves counts the levers by what became of their level.
type moves struct{ Up, Down, Other int }

func countMoves(list []model.LevelMove) (c moves) {
	for _, m := range list {
		switch {
		case m.Up():
			c.Up++
		case m.Down():
			c.Down++
		default:
			c.Other++
		}
	}
	return c
}

// movedFigures counts what is new.
func (in Input) movedFigures(moved model.Comparison) []KeyFigure {
	var out []KeyFigure
	add := func(n int, one, many string) {
		if n > 0 {
			out = append(out, counted(n, one, many))
		}
	}
	add(len(moved.Levels), "niveau de levier a bougé", "niveaux de leviers ont bougé")
	add(len(rowsOf(moved, "initiative", model.RowAdded)), "initiative nouvelle", "initiatives nouvelles")
	add(len(rowsOf(moved, "key_factor", model.RowAdded)), "facteur clé nouveau", "facteurs clés nouveaux")
	add(in.finished(), "action terminée depuis", "actions terminées depuis")
	return out
}

// finished counts the actions that were ended between the two states.
func (in Input) finished() int {
	n := 0
	for _, a := range in.Diagnosis.Actions.All() {
		if was, _ := in.Before.Diagnosis.Actions.Get(a.ID); a.Status == "done" && was.Status != "done" {
			n++
		}
	}
	return n
}

// rowsOf lists the rows of an entity of which that became.
func rowsOf(moved model.Comparison, entity string, change model.RowChange) []string {
	var out []string
	for _, m := range moved.Rows {
		if m.Entity == entity && m.Change == change {
			out = append(out, m.Row)
		}
	}
	return out
}

// kept lists the rows of a table that are among some, in the team's order.
func kept[T any](all []T, id func(T) string, ids []string) []T {
	return slices.DeleteFunc(all, func(row T) bool { return !slices.Contains(ids, id(row)) })
}

// figuresMoved sets the figures beside what they were; left out when none moved.
func figuresMoved(in Input) (Section, bool) {
	if in.Before.Diagnosis == nil {
		return Section{}, false
	}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Chiffre", Weight: 0.46}, {Title: "Avant", Align: Right}, {Title: "Après", Align: Right}}}
	was, is := in.Before.Diagnosis.Territory(), in.Diagnosis.Territory()
	add := func(label Cell, before, after string, from, to model.Year) {
		if before != after && after != "" {
			table.Rows = append(table.Rows, []Cell{label, known(before, from), known(after, to)})
		}
	}
	add(said("Habitants"), was.Population.French(), is.Population.French(), was.PopulationYear, is.PopulationYear)
	add(said("Taux de chômage"), was.Unemployment.FrenchUnit("%"), is.Unemployment.FrenchUnit("%"), was.UnemploymentYear, is.UnemploymentYear)
	add(said("Communes"), was.CommuneCount.French(), is.CommuneCount.French(), "", "")
	var groups []unitGroup
	for _, f := range in.knownFigures() {
		before, _ := in.Before.Diagnosis.Figures.Get(f.ID)
		label := said(f.Label)
		if before.Value != "" && (before.Perimeter != f.Perimeter || before.Definition != f.Definition || before.Unit != f.Unit) {
			label = append(label, muted("\nPérimètre, définition ou unité ont changé"+model.NBSP+": les deux valeurs ne se comparent pas.")...)
		} else if before.Value != "" && before.Value != f.Value {
			groups = append(groups, unitGroup{f.Unit, figure.BarGroup{Name: brief(f.Label, 120), Bars: []figure.Bar{movedBar("Avant", before), movedBar("Après", f)}}})
		}
		add(label, before.Value.FrenchUnit(before.Unit), f.Value.FrenchUnit(f.Unit), before.Year, f.Year)
	}
	if len(table.Rows) == 0 {
		return Section{}, false
	}
	return Section{Title: figuresMovedTitle(len(table.Rows)), Standfirst: "Chaque valeur garde son année.", Blocks: append([]Block{table}, movedCharts(groups)...)}, true
}

// projectsMoved tells which initiatives and key factors are new, and which are
// no longer there; left out when none moved.
func projectsMoved(in Input) (Section, bool) {
	if in.Before.Diagnosis == nil {
		return Section{}, false
	}
	moved := in.moved()
	initiativeID := func(i model.Initiative) string { return i.ID }
	factorID := func(f model.KeyFactor) string { return f.ID }
	came := kept(in.Diagnosis.Initiatives.All(), initiativeID, rowsOf(moved, "initiative", model.RowAdded))
	left := kept(in.Before.Diagnosis.Initiatives.All(), initiativeID, rowsOf(moved, "initiative", model.RowRemoved))
	factors := kept(in.Diagnosis.KeyFactors.All(), factorID, rowsOf(moved, "key_factor", model.RowAdded))
	lost := kept(in.Before.Diagnosis.KeyFactors.All(), factorID, rowsOf(moved, "key_factor", model.RowRemoved))
	var blocks []Block
	if len(came) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: "Des initiatives nouvelles"}, initiativesTable(came))
	}
	if len(left) > 0 {
		blocks = append(blocks, Heading{Level: 1, Text: "Des initiatives qui ne sont plus recensées"}, initiativesTable(left))
	}
	blocks = append(blocks, factorList("Des facteurs clés nouveaux", factors)...)
	blocks = append(blocks, factorList("Des facteurs clés qui ne le sont plus", lost)...)
	if len(blocks) == 0 {
		return Section{}, false
	}
	return Section{Title: projectsMovedTitle(len(came), len(factors)), Standfirst: in.span(), Blocks: blocks}, true
}

func factorList(title string, factors []model.KeyFactor) []Block {
	if len(factors) == 0 {
		return nil
	}
	var list List
	for _, f := range factors {
		list.Items = append(list.Items, append(said(statement(f)), muted(" "+dotted("", axisTitleOf(f.Axis), f.Extent.Label()))...))
	}
	return []Block{Heading{Level: 1, Text: title}, list}
}

// actionsMoved tells how far the actions have come; left out when none moved.
func actionsMoved(in Input) (Section, bool) {
	if in.Before.Diagnosis == nil {
		return Section{}, false
	}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Action", Weight: 0.46}, {Title: "Avant"}, {Title: "Après"}, {Title: "Échéance"}}}
	status := func(a model.Action) string { return model.LabelOf(a.Status.Choices(), string(a.Status)) }
	for _, a := range in.Diagnosis.Actions.All() {
		was, there := in.Before.Diagnosis.Actions.Get(a.ID)
		before := status(was)
		switch {
		case !there:
			before = "Nouvelle"
		case was.Status == a.Status:
			continue
		}
		table.Rows = append(table.Rows, []Cell{said(actionName(a)), known(before, ""), known(status(a), ""), said(a.Due.French())})
	}
	for _, a := range in.Before.Diagnosis.Actions.All() {
		if !in.Diagnosis.Exists("action", a.ID) {
			table.Rows = append(table.Rows, []Cell{said(actionName(a)), known(status(a), ""), said("Retirée du plan"), nil})
		}
	}
	if len(table.Rows) == 0 {
		return Section{}, false
	}
	return Section{Title: actionsMovedTitle(len(table.Rows)), Standfirst: in.span(), Blocks: []Block{table}}, true
}

// evolutions is what moved, as a chapter of a larger document.
func evolutions(in Input) (Section, bool) {
	s, ok := levelsMoved(in)
	if !ok {
		return s, false
	}
	for _, part := range []func(Input) (Section, bool){figuresMoved, projectsMoved, actionsMoved} {
		if more, ok := part(in); ok {
			s.Blocks = append(s.Blocks, Heading{Level: 1, Text: more.Title})
			for _, b := range more.Blocks {
				if h, ok := b.(Heading); ok {
					h.Level++
					b = h
				}
				s.Blocks = append(s.Blocks, b)
			}
		}
	}
	return s, true
}

// evolutionsMethod says what was compared.
func evolutionsMethod(in Input) (Section, bool) {
	if in.Before.Diagnosis == nil {
		return Section{}, false
	}
	items := [][]Span{
		said("Un état figé garde le diagnostic tel qu’il était un jour donné" + model.NBSP + "; il ne change plus."),
		said("Un levier peut changer de niveau parce que le territoire a bougé, ou parce que l’équipe le connaît mieux" + model.NBSP + ": la colonne " + model.Quote("Pourquoi") + " le dit."),
		said("Une initiative qui n’est plus recensée peut s’être arrêtée, avoir changé de nom ou ne plus entrer dans le périmètre."),
	}
	return Section{Title: "Comment lire ces évolutions", Blocks: []Block{List{Items: items}, Paragraph{Tone: Small, Spans: said(in.Grid.ScaleNote)}}}, true
}
