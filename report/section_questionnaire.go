package report

import (
	"slices"

	"tressons/model"
)

// The questionnaire is filled in by hand with partners, then typed in by the
// team. What is known already is shown, unless the options ask for blank sheets.

// askWelcome says what the questionnaire is for and asks who answers.
func askWelcome(in Input) (Section, bool) {
	levers := in.askedLevers()
	minutes := 0
	for _, l := range levers {
		minutes += l.Minutes
	}
	advice := [][]Span{
		said("Répondez à ce que vous connaissez et laissez blanc le reste : un blanc est une réponse utile."),
		said("Il n’y a pas de bonne ni de mauvaise réponse : les niveaux décrivent, ils ne notent pas."),
		said("Un fait, une date, un nom de document valent mieux qu’une appréciation."),
		said("Signalez ce qui doit rester entre l’équipe et vous : ces remarques ne paraissent pas dans les rapports."),
	}
	if in.anythingKnown(levers) {
		advice = append(advice, said("Ce que l’équipe a déjà noté est imprimé ou coché : corrigez-le si besoin."))
	}
	return Section{
		Title:      questionnaireTitle(in.Options.Axis, len(levers)),
		Standfirst: "Ce questionnaire prépare le diagnostic de territoire sur l’économie sociale et solidaire. Comptez " + about(minutes) + " pour le remplir en entier.",
		OpensPage:  true,
		Blocks: []Block{
			Callout{Title: "Pour bien commencer", Color: in.accent(), Blocks: []Block{List{Items: advice}}},
			Heading{Level: 1, Text: "Qui répond"},
			Ask{Question: "Votre nom et votre fonction", Lines: 1},
			Ask{Question: "Votre structure ou votre commune", Lines: 1},
			Ask{Question: "Date, et personne de l’équipe qui vous accompagne", Lines: 1},
			Ask{Question: "À qui remettre ce questionnaire", Known: said(in.returnTo()), Lines: 1},
		},
	}, true
}

// askedLevers are the levers that the questionnaire asks about.
func (in Input) askedLevers() []model.Lever {
	if in.Options.Axis != "" {
		return in.Grid.LeversOf(in.Options.Axis)
	}
	return in.Grid.Levers
}

// returnTo names the team and its organisation.
func (in Input) returnTo() string {
	return dotted(in.author(), otherThan(in.Diagnosis.About().Organisation, in.author()))
}

func otherThan(s, known string) string {
	if s == known {
		return ""
	}
	return s
}

// about is a length of time rounded up to quarters of an hour: « 2 h 15 ».
func about(minutes int) string {
	minutes = (minutes + 14) / 15 * 15
	hours, rest := minutes/60, minutes%60
	switch {
	case hours == 0:
		return model.Count(rest, "minute", "minutes")
	case rest == 0:
		return model.Count(hours, "heure", "heures")
	}
	return model.FormatInt(hours) + model.NBSP + "h" + model.NBSP + model.FormatInt(rest)
}

// anythingKnown tells whether some answer is shown.
func (in Input) anythingKnown(levers []model.Lever) bool {
	if in.Options.Blank {
		return false
	}
	for _, l := range levers {
		if in.Diagnosis.Lever(l.Slug) != (model.LeverState{Row: model.Row{ID: l.Slug}}) {
			return true
		}
		for _, q := range l.Questions {
			if in.Diagnosis.Answer(l.Slug, q.Slug).Value != "" {
				return true
			}
		}
	}
	return false
}

// askAxis asks about each lever of an axis.
func askAxis(axis model.AxisID) func(Input) (Section, bool) {
	return func(in Input) (Section, bool) {
		a := in.Grid.Axis(axis)
		s := Section{Title: a.Name, Standfirst: a.Lead, OpensPage: true}
		for _, l := range in.Grid.LeversOf(axis) {
			s.Blocks = append(s.Blocks, Heading{Level: 1, Text: l.Name, ID: "levier-" + l.Slug, Color: axisColor(axis)}, Paragraph{Spans: muted(l.Why)})
			s.Blocks = append(s.Blocks, in.askLever(l)...)
		}
		return s, true
	}
}

// askLever asks the guiding questions of a lever, then what the team must know
// to place it.
func (in Input) askLever(l model.Lever) []Block {
	var blocks []Block
	for _, q := range l.Questions {
		blocks = append(blocks, in.askQuestion(l, q))
	}
	var state model.LeverState
	if !in.Options.Blank {
		state = in.Diagnosis.Lever(l.Slug)
	}
	blocks = append(blocks, in.askLevel(l, state))
	for _, text := range []struct {
		question string
		known    model.Text
		lines    int
	}{
		{"Ce qui est en place aujourd’hui", state.InPlace, 3},
		{"Ce qui est prévu, et pour quand", state.Planned, 2},
		{"Points forts", state.Strengths, 2},
		{"Axes de progrès", state.WaysForward, 2},
	} {
		blocks = append(blocks, Ask{Question: text.question, Known: said(string(text.known)), Lines: text.lines})
	}
	documents := make([]Box, len(l.Documents))
	for i, d := range l.Documents {
		documents[i] = Box{Label: d}
	}
	return append(blocks, Ask{Question: "Documents à retrouver", Help: "Cochez ceux que vous pouvez transmettre.", Boxes: documents})
}

// askQuestion asks a guiding question, with what was answered so far.
func (in Input) askQuestion(l model.Lever, q model.Question) Ask {
	const forText = 4
	ask := Ask{Question: q.Label, Help: q.Help, Lines: 1, Unit: q.Unit}
	var known model.Answer
	if !in.Options.Blank {
		known = in.Diagnosis.Answer(l.Slug, q.Slug)
	}
	chosen := model.Chosen(string(known.Value))
	for _, c := range q.Choices() {
		ask.Boxes = append(ask.Boxes, Box{Label: c.Label, Ticked: slices.Contains(chosen, c.Slug)})
	}
	switch {
	case q.Kind == model.AskText:
		ask.Lines = forText
		fallthrough
	case len(ask.Boxes) == 0:
		ask.Known = said(q.Show(string(known.Value)))
	}
	if known.Comment != "" {
		ask.Known = stacked(ask.Known, muted(string(known.Comment)))
	}
	return ask
}

// askLevel shows the sentences that anchor the levels.
func (in Input) askLevel(l model.Lever, state model.LeverState) Ask {
	ask := Ask{Question: "Où en est-on aujourd’hui" + model.NBSP + "?", Help: "Cochez la phrase qui décrit le mieux ce que l’on peut constater.", Known: said(string(state.LevelReason)), Lines: 1}
	for _, level := range model.Scale {
		ask.Boxes = append(ask.Boxes, Box{Label: level.Label() + model.NBSP + ": " + l.Anchors[level], Ticked: state.Level == level})
	}
	ask.Boxes = append(ask.Boxes, Box{Label: "Ce levier ne nous concerne pas", Ticked: state.Level == model.NotApplicable})
	return ask
}

// askFactors asks for key factors and initiatives, after those known so far.
func askFactors(in Input) (Section, bool) {
	const rows = 6
	s := Section{Title: "Ce qui rend les projets possibles ici", Standfirst: "Des facteurs clés, et des initiatives à faire connaître.", OpensPage: true}
	var known []string
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Initiative", Weight: 3}, {Title: "Commune", Weight: 2}, {Title: "Ce qu’elle fait, qui contacter", Weight: 5}}}
	if !in.Options.Blank {
		for _, f := range in.Diagnosis.KeyFactors.All() {
			if in.Options.Axis == "" || f.Axis == in.Options.Axis {
				known = append(known, statement(f))
			}
		}
		for _, i := range in.Diagnosis.Initiatives.All() {
			table.Rows = append(table.Rows, []Cell{said(initiativeName(i)), said(i.Commune), said(excerpt(i.Description))})
		}
	}
	if len(known) > 0 {
		items := make([][]Span, len(known))
		for i, k := range known {
			items[i] = said(k)
		}
		s.Blocks = append(s.Blocks, Heading{Level: 1, Text: "Les facteurs clés déjà notés"}, List{Items: items})
	}
	s.Blocks = append(s.Blocks,
		Ask{Question: "Qu’est-ce qui, selon vous, aide les projets de l’économie sociale et solidaire à naître et à durer ici" + model.NBSP + "?",
			Help: "Une personne, un lieu, un réseau, une décision, une aide : dites depuis quand, et qui le porte.", Lines: 5},
		Heading{Level: 1, Text: "Des initiatives"})
	for range rows {
		table.Rows = append(table.Rows, []Cell{said(model.NBSP + "\n" + model.NBSP)})
	}
	s.Blocks = append(s.Blocks, table)
	return s, true
}

// askRest leaves room for what was not asked.
func askRest(Input) (Section, bool) {
	return Section{Title: "Pour finir", Level: 1, Blocks: []Block{
		Ask{Question: "Qui d’autre l’équipe devrait-elle rencontrer" + model.NBSP + "?", Lines: 2},
		Ask{Question: "Qu’aurions-nous dû vous demander" + model.NBSP + "?", Lines: 4},
	}}, true
}
