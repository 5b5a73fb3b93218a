package report

import (
	"strings"
	"unicode/utf8"

	"tressons/model"
)

// axisSection makes the chapter of an axis: the levels of its levers at a
// glance, then each lever on which something was said.
func axisSection(axis model.AxisID) func(Input) (Section, bool) {
	return func(in Input) (Section, bool) {
		levers := in.Grid.LeversOf(axis)
		a := in.Grid.Axis(axis)
		s := Section{Title: axisTitle(axis, in.levelCounts(levers)), Standfirst: a.Lead, OpensPage: true, Foot: in.footOf("lever", "answer")}
		var silent []string
		var spoken []Block
		for _, l := range levers {
			blocks := in.leverBlocks(l)
			if len(blocks) == 0 {
				silent = append(silent, l.Name)
				continue
			}
			spoken = append(spoken, Heading{Level: 1, Text: l.Name, ID: "levier-" + l.Slug, Color: axisColor(axis)})
			spoken = append(spoken, blocks...)
		}
		levels := in.levelFigure(axis)
		if len(silent) > 0 {
			levels.Source += " " + silence(silent, len(levers))
		}
		s.Blocks = append(append(s.Blocks, levels), spoken...)
		return s, true
	}
}

// silence names the levers on which nothing was said, out of all.
func silence(names []string, all int) string {
	if len(names) == all {
		return "Rien n’est encore renseigné sur ces leviers."
	}
	return "Rien n’est encore renseigné sur" + model.NBSP + ": " + joinList(names) + "."
}

func (in Input) levelCounts(levers []model.Lever) levelCounts {
	var c levelCounts
	for _, l := range levers {
		switch level := in.Diagnosis.Lever(l.Slug).Level; level {
		case model.NotApplicable:
			continue
		case model.Engaged:
			c.Engaged++
		case model.Structured:
			c.Structured++
		case model.Unset:
			c.Set--
		}
		c.Set++
		c.Concerned++
	}
	return c
}

// leverBlocks is all that was said on a lever; nil when nothing was.
func (in Input) leverBlocks(l model.Lever) []Block {
	state := in.Diagnosis.Lever(l.Slug)
	ref := model.MakeRef("lever", l.Slug)
	var blocks []Block
	if rows := in.leverFacts(l, state, in.cite(ref)); len(rows) > 0 {
		blocks = append(blocks, Facts{rows})
	}
	return append(blocks, in.answerBlocks(l)...)
}

// leverFacts leaves out the level when there is none: the levels at a glance say
// so already.
func (in Input) leverFacts(l model.Lever, state model.LeverState, cited []Span) []Fact {
	rows := filled([]Fact{
		levelFact(l, state),
		trendFact(state.Trend),
		{Label: "Pourquoi ce niveau", Value: said(string(state.LevelReason))},
		{Label: "En place", Value: said(string(state.InPlace))},
		{Label: "Prévu", Value: said(string(state.Planned))},
		{Label: "Points forts", Value: lines(state.Strengths)},
		{Label: "Axes de progrès", Value: lines(state.WaysForward)},
		{Label: "Priorité", Value: said(model.LabelOf(state.Priority.Choices(), string(state.Priority)))},
	})
	kind := model.LabelOf(state.SourceKind.Choices(), string(state.SourceKind))
	source := append(labelled("Source", strings.ToLower(kind)), cited...)
	switch {
	case kind == "" && len(cited) == 0:
	case len(rows) == 0:
		rows = []Fact{{Label: "Source", Value: source}}
	default: // under the last row, so as not to stand alone on a page
		last := &rows[len(rows)-1]
		last.Value = stacked(last.Value, source)
	}
	return rows
}

// levelFact says the level with the sentence that anchors it; nothing when unset.
func levelFact(l model.Lever, state model.LeverState) Fact {
	f := Fact{Label: "Niveau", Value: bold(state.Level.Label())}
	switch {
	case state.Level == model.Unset:
		return Fact{}
	case state.Level == model.NotApplicable && state.NotApplicableReason != "":
		f.Value = append(f.Value, said(model.NBSP+": "+string(state.NotApplicableReason))...)
	case l.Anchors[state.Level] != "":
		f.Value = append(f.Value, said(model.NBSP+": "+l.Anchors[state.Level])...)
	}
	return f
}

func trendFact(t model.Trend) Fact {
	if t == "" {
		return Fact{}
	}
	return Fact{Label: "Tendance", Value: said(trendWord(t))}
}

// trendWord is « Progresse ↗ », "" when unset.
func trendWord(t model.Trend) string {
	if t == "" {
		return ""
	}
	return model.LabelOf(t.Choices(), string(t)) + model.NBSP + t.Sign()
}

// lines sets remarks written one a line, marked when they are several.
func lines(t model.Text) []Span {
	list := model.Lines(t)
	if len(list) < 2 {
		return said(strings.Join(list, ""))
	}
	return said("•" + model.NBSP + strings.Join(list, "\n•"+model.NBSP))
}

// answerBlocks are the answers worth reading: a table for the short ones, then
// the long ones as text.
func (in Input) answerBlocks(l model.Lever) []Block {
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Question", Weight: 3}, {Title: "Réponse", Weight: 4}}}
	var long []Block
	for _, q := range l.Questions {
		a := in.Diagnosis.Answer(l.Slug, q.Slug)
		if a.Value == "" && a.Comment == "" {
			continue
		}
		cited := in.cite(model.MakeRef("answer", model.AnswerID(l.Slug, q.Slug)))
		value := q.Show(string(a.Value))
		if isLong(value) || isLong(string(a.Comment)) {
			long = append(long, Paragraph{Spans: stacked(bold(q.Label), append(said(value), cited...), muted(string(a.Comment)))})
			continue
		}
		table.Rows = append(table.Rows, []Cell{said(q.Label), stacked(append(said(value), cited...), muted(string(a.Comment)))})
	}
	if len(table.Rows) == 0 {
		return long
	}
	return append([]Block{table}, long...)
}

// isLong tells the texts that would make a cell of a table too tall.
func isLong(s string) bool {
	const most = 400
	return utf8.RuneCountInString(s) > most
}
