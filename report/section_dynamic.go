package report

import (
	"tressons/model"
)

// zoomDynamic shows how the key factors are found again in the projects.
func zoomDynamic(in Input) (Section, bool) {
	m := in.Diagnosis.Matrix(nil)
	if m.Crosses > 0 {
		return matrix(in)
	}
	s := Section{OpensPage: true, Foot: in.footOf("initiative"), Title: in.initiativesTitle()}
	if len(m.Initiatives) == 0 {
		s.Blocks = paragraphs("Aucune initiative n’est encore recensée sur ce territoire.")
		return s, true
	}
	s.Standfirst = themesReading(in.Diagnosis.ThemeCounts())
	s.Blocks = append(s.Blocks, initiativesTable(m.Initiatives))
	if len(m.Factors) > 0 {
		s.Blocks = append(s.Blocks, Paragraph{Tone: Small, Spans: Text("Les liens entre ces initiatives et les facteurs clés n’ont pas encore été renseignés.")})
	}
	return s, true
}

// matrix crosses the initiatives with the key factors; left out as long as
// nothing is joined.
func matrix(in Input) (Section, bool) {
	m := in.Diagnosis.Matrix(nil)
	if m.Crosses == 0 {
		return Section{}, false
	}
	return Section{
		Title:      matrixTitle(len(m.Factors), foundFactors(m)),
		Standfirst: "Un point marque chaque facteur qui a aidé l’initiative.",
		OpensPage:  true,
		Foot:       in.footOf("initiative", "key_factor"),
		Blocks: []Block{
			Paragraph{Spans: append(bold("Lecture. "), said(matrixReading(m))...)},
			in.matrixFigure(m),
		},
	}, true
}

func (in Input) initiativesTitle() string {
	return initiativesTitle(in.Diagnosis.Initiatives.Len(), len(communesWith(in.Diagnosis)))
}

// communesWith is the set of the communes that have an initiative.
func communesWith(d *model.Diagnosis) map[string]bool {
	communes := map[string]bool{}
	for _, i := range d.Initiatives.All() {
		if i.Commune != "" {
			communes[i.Commune] = true
		}
	}
	return communes
}

// themesReading names the theme with most initiatives; "" when several have as
// many or most have none.
func themesReading(themes []model.ThemeCount) string {
	best, ties := model.ThemeCount{}, 0
	for _, t := range themes {
		switch {
		case t.Count > best.Count:
			best, ties = t, 0
		case t.Count == best.Count:
			ties++
		}
	}
	if ties > 0 || best.Theme == "" || best.Count < 2 {
		return ""
	}
	return "Le thème le plus présent" + model.NBSP + ": " + model.Quote(best.Label) + ", " + model.Spell(best.Count, true) + " initiatives."
}

// initiativesTable lists the initiatives in short.
func initiativesTable(list []model.Initiative) Table {
	table := Table{RowHeads: true, Columns: []TableColumn{
		{Title: "Initiative", Weight: 3}, {Title: "Commune", Weight: 2}, {Title: "Depuis", Weight: 1.2}, {Title: "Ce qu’elle fait", Weight: 5}}}
	for _, i := range list {
		table.Rows = append(table.Rows, []Cell{said(initiativeName(i)), said(i.Commune), said(string(i.Year)), said(excerpt(i.Description))})
	}
	return table
}

func initiativeName(i model.Initiative) string {
	if i.Name == "" {
		return "Initiative sans nom"
	}
	return i.Name
}

// initiatives counts the initiatives by theme, then gives a sheet for each,
// which is kept whole.
func initiatives(in Input) (Section, bool) {
	s := Section{Title: in.initiativesTitle(), OpensPage: true, Foot: in.footOf("initiative")}
	themes := in.Diagnosis.ThemeCounts()
	s.Standfirst = themesReading(themes)
	if len(themes) == 0 {
		s.Blocks = paragraphs("Aucune initiative n’est encore recensée sur ce territoire.")
		return s, true
	}
	if len(themes) > 1 && len(themes) < in.Diagnosis.Initiatives.Len() {
		s.Blocks = append(s.Blocks, in.themesFigure(themes))
	}
	if timeline, ok := in.timelineFigure(); ok {
		s.Blocks = append(s.Blocks, timeline)
	}
	s.Blocks = append(s.Blocks, in.initiativeSheets(themes)...)
	return s, true
}

// initiativeSheets gives the sheets theme by theme; in one list with the theme
// under each name when hardly two share one.
func (in Input) initiativeSheets(themes []model.ThemeCount) []Block {
	scattered := 2*len(themes) > in.Diagnosis.Initiatives.Len()
	list := Column{Title: "Les initiatives", Color: in.accent()}
	var blocks []Block
	for _, t := range themes {
		column := Column{Title: t.Label, Color: in.accent()}
		for _, i := range in.Diagnosis.Initiatives.All() {
			if i.ThemeLabel() != t.Label {
				continue
			}
			item := in.initiativeSheet(i)
			column.Items = append(column.Items, item)
			if t.Theme != "" {
				item.Caption = dotted(t.Label, item.Caption)
			}
			list.Items = append(list.Items, item)
		}
		blocks = append(blocks, Columns{[]Column{column}})
	}
	if scattered {
		return []Block{Columns{[]Column{list}}}
	}
	return blocks
}

func (in Input) initiativeSheet(i model.Initiative) ColumnItem {
	ref := model.MakeRef("initiative", i.ID)
	var helped []string
	for _, f := range in.Diagnosis.FactorsOf(i.ID) {
		helped = append(helped, statement(f))
	}
	site := linked(i.Website)
	if site != nil {
		site = append(muted("Site"+model.NBSP+": "), site...)
	}
	return ColumnItem{
		Text:    append(said(initiativeName(i)), in.cite(ref)...),
		Caption: dotted(i.LegalForm, i.Commune, otherRegion(i, in.Diagnosis.Territory()), since(i.Year)),
		Detail: stacked(said(string(i.Description)), labelled("Emplois", i.Jobs), labelled("Membres", i.Members),
			labelled(model.Plural(len(helped), "Facteur clé", "Facteurs clés"), joinList(helped)), site,
			differ(i.SourcesDiffer, i.SourcesNote)),
	}
}

// otherRegion is the initiative's region when it is not the territory's.
func otherRegion(i model.Initiative, t model.Territory) string {
	if i.Region == t.Region {
		return ""
	}
	return i.Region
}
