package report

import (
	"cmp"
	"slices"

	"tressons/model"
)

// A page of the note holds what fits. measure says how much is tried: so many
// items of each kind, of so many characters.
type measure struct {
	items, chars int
	all          bool // the levels and the key factors too
}

// measures go from a full page to one that fits whatever was written.
var measures = []measure{{6, 240, true}, {5, 170, true}, {4, 130, true}, {3, 90, true}, {6, 240, false}, {5, 170, false}, {4, 110, false}, {3, 80, false}, {2, 50, false}}

// onePage fills a section with as much as stays on its page.
func (s Section) onePage(fill func(measure) []Block) Section {
	s.OpensPage = true
	s.Blocks = fill(measures[0])
	for _, m := range measures[1:] {
		s.Shorter = append(s.Shorter, fill(m))
	}
	return s
}

// noteEssential is the first page of the note: what to remember, the figures,
// where each lever stands.
func noteEssential(in Input) (Section, bool) {
	s := Section{Title: in.essentialTitle(), Standfirst: sentence(in.territoryTitle()), Foot: in.publishers("", "territory", "figure")}
	return s.onePage(func(m measure) []Block {
		var blocks []Block
		if text := in.Diagnosis.About().Essential; text != "" {
			blocks = append(blocks, Paragraph{Tone: Lead, Spans: said(brief(string(text), 3*m.chars))})
		}
		if figures := in.noteFigures(m); len(figures) > 0 {
			blocks = append(blocks, KeyFigures{figures})
		}
		blocks = append(blocks, in.briefly(in.remember(in.Grid.Axes), m))
		if m.all {
			blocks = append(blocks, Heading{Level: 1, Text: "Où en est chaque levier"}, in.levelColumns())
		}
		return blocks
	}), true
}

// noteFigures are the population and the team's own figures, or else what the
// diagnosis counts.
func (in Input) noteFigures(m measure) []KeyFigure {
	list := in.glance()
	if own := in.bigFigures(in.knownFigures()).Figures; len(own) > 0 {
		list = append(list[:min(len(list), 1)], own...)
	}
	list = list[:min(len(list), 4)]
	for i, f := range list {
		list[i] = KeyFigure{Value: brief(f.Value, 20), Unit: brief(f.Unit, 16), Label: brief(f.Label, m.chars/2), Comparison: brief(f.Comparison, m.chars/2)}
	}
	return list
}

// levelColumns names the level of each lever under its axis.
func (in Input) levelColumns() Columns {
	var columns Columns
	for _, axis := range in.Grid.Axes {
		c := Column{Title: axis.Name, Color: axisColor(axis.Slug)}
		for _, l := range in.Grid.LeversOf(axis.Slug) {
			state := in.Diagnosis.Lever(l.Slug)
			c.Items = append(c.Items, ColumnItem{Text: said(l.Short), Caption: dotted(state.Level.Label(), trendWord(state.Trend))})
		}
		columns.Columns = append(columns.Columns, c)
	}
	return columns
}

// briefly cuts the sentences of a box.
func (in Input) briefly(box Callout, m measure) Callout {
	for _, b := range box.Blocks {
		if list, ok := b.(List); ok {
			for i, item := range list.Items {
				list.Items[i] = said(brief(plain(item), m.chars))
			}
		}
	}
	return box
}

// notePriorities is the second page: what to do first, on what it rests.
func notePriorities(in Input) (Section, bool) {
	urgent := in.urgentLevers()
	actions := slices.DeleteFunc(in.Diagnosis.Actions.All(), func(a model.Action) bool { return a.Status == "done" || a.Status == "dropped" })
	slices.SortStableFunc(actions, func(a, b model.Action) int {
		return cmp.Or(cmp.Compare(urgency(a.Priority), urgency(b.Priority)), compareDue(a.Due, b.Due))
	})
	s := Section{Title: prioritiesTitle(len(urgent), len(actions)), Standfirst: "Ce qui peut avancer d’abord, et sur quoi s’appuyer.", Foot: in.publishers("", "lever", "action")}
	return s.onePage(func(m measure) []Block {
		blocks := in.urgentTable(urgent, m)
		blocks = append(blocks, in.actionsInShort(actions, m)...)
		const elsewhere = " dans le diagnostic complet."
		d := in.Diagnosis
		strengths := in.foremost(d.Strengths(in.Grid), m.items, m.chars, elsewhere)
		if columns, ok := in.remarkColumns(strengths, in.foremost(d.WaysForward(in.Grid), m.items, m.chars, elsewhere)); ok {
			blocks = append(blocks, columns)
		}
		if m.all && d.KeyFactors.Len() > 0 {
			blocks = append(blocks, Heading{Level: 1, Text: "Des facteurs clés"}, in.factorsInShort(m))
		}
		if len(blocks) == 0 {
			blocks = paragraphs("Aucun levier n’est encore marqué prioritaire, et aucune action n’est inscrite au plan.")
		}
		return blocks
	}), true
}

// compareDue puts the actions without a date last.
func compareDue(a, b model.Date) int {
	const never = "9999"
	return cmp.Compare(cmp.Or(a, never), cmp.Or(b, never))
}

// urgentLevers are the levers that the team marked as coming first, in the
// order of the grid.
func (in Input) urgentLevers() []model.Lever {
	var out []model.Lever
	for _, axis := range in.Grid.Axes {
		for _, l := range in.Grid.LeversOf(axis.Slug) {
			if urgency(in.Diagnosis.Lever(l.Slug).Priority) == 0 {
				out = append(out, l)
			}
		}
	}
	return out
}

// urgentTable says of each urgent lever where it stands and what comes next.
func (in Input) urgentTable(levers []model.Lever, m measure) []Block {
	if len(levers) == 0 {
		return nil
	}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Levier prioritaire", Weight: 4}, {Title: "Niveau", Weight: 2}, {Title: "La suite", Weight: 6}}}
	for _, l := range levers[:min(len(levers), m.items)] {
		state := in.Diagnosis.Lever(l.Slug)
		next := string(state.Planned)
		if next == "" {
			next = joinList(model.Lines(state.WaysForward))
		}
		table.Rows = append(table.Rows, []Cell{said(l.Short), said(state.Level.Label()), said(brief(next, m.chars))})
	}
	return append([]Block{table}, more(len(levers)-m.items, false)...)
}

// actionsInShort lists the actions still to be done.
func (in Input) actionsInShort(actions []model.Action, m measure) []Block {
	if len(actions) == 0 {
		return nil
	}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Action", Weight: 6}, {Title: "Pilote", Weight: 3}, {Title: "Échéance", Weight: 2}, {Title: "État", Weight: 2}}}
	for _, a := range actions[:min(len(actions), m.items)] {
		table.Rows = append(table.Rows, []Cell{said(brief(actionName(a), m.chars)), said(brief(a.Lead, m.chars/3)), said(a.Due.French()),
			said(model.LabelOf(a.Status.Choices(), string(a.Status)))})
	}
	return append([]Block{table}, more(len(actions)-m.items, true)...)
}

func actionName(a model.Action) string {
	if a.Title == "" {
		return "Action sans nom"
	}
	return a.Title
}

// more counts what a list leaves out.
func more(left int, feminine bool) []Block {
	if left <= 0 {
		return nil
	}
	return []Block{Paragraph{Tone: Small, Spans: said(others(left, feminine) + " dans le diagnostic complet.")}}
}

// factorsInShort are the key factors in three columns, the first of each axis.
func (in Input) factorsInShort(m measure) Columns {
	columns := in.factorColumns()
	for i, c := range columns.Columns {
		items := c.Items[:min(len(c.Items), m.items-1)]
		for j := range items {
			items[j] = ColumnItem{Text: said(brief(plain(items[j].Text), m.chars/2)), Caption: items[j].Caption}
		}
		if left := len(c.Items) - len(items); left > 0 {
			items = append(items[:len(items):len(items)], ColumnItem{Detail: muted(others(left, false) + ".")})
		}
		columns.Columns[i].Items = items
	}
	return columns
}
