package report

import "tressons/model"

// findings tells which of the statements on what the ESS brings hold here, and
// by what; left out as long as the team has no view.
func findings(in Input) (Section, bool) {
	var seen, partly, viewed int
	var blocks []Block
	for _, f := range in.Grid.Findings {
		state, _ := in.Diagnosis.Findings.Get(f.Slug)
		if state.Seen == "" && state.Illustration == "" {
			continue
		}
		viewed++
		switch state.Seen {
		case "yes":
			seen++
		case "partly":
			seen, partly = seen+1, partly+1
		}
		blocks = append(blocks, in.finding(f, state)...)
	}
	if viewed == 0 {
		return Section{}, false
	}
	return Section{
		Title:      findingsTitle(len(in.Grid.Findings), seen, partly),
		Standfirst: "Ce que l’économie sociale et solidaire apporte au territoire, et ce qui le montre.",
		OpensPage:  true, Foot: in.footOf("finding"), Blocks: blocks,
	}, true
}

func (in Input) finding(f model.Finding, state model.FindingState) []Block {
	ref := model.MakeRef("finding", f.Slug)
	view := notFilled
	if state.Seen != "" {
		view = model.LabelOf(state.Seen.Choices(), string(state.Seen))
	}
	var names []string
	for _, id := range in.Diagnosis.Neighbours(ref, "initiative") {
		i, _ := in.Diagnosis.Initiatives.Get(id)
		names = append(names, initiativeName(i))
	}
	rows := filled([]Fact{
		{Label: "Constaté ici", Value: said(view)},
		{Label: "Ce qui l’illustre", Value: append(said(string(state.Illustration)), in.cite(ref)...)},
		{Label: model.Plural(len(names), "Initiative", "Initiatives"), Value: said(model.JoinFrench(names))},
	})
	return []Block{Heading{Level: 1, Text: f.Name}, Paragraph{Spans: muted(f.Statement)}, Facts{rows}}
}
