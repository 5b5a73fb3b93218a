package report

import (
	"slices"
	"strings"

	"tressons/model"
)

// plan lists the actions; left out without any.
func plan(in Input) (Section, bool) {
	list := in.Diagnosis.Actions.All()
	if len(list) == 0 {
		return Section{}, false
	}
	table := Table{RowHeads: true, Columns: []TableColumn{
		{Title: "Action", Weight: 5}, {Title: "Pilote", Weight: 2}, {Title: "Échéance", Weight: 2}, {Title: "État", Weight: 2}}}
	for _, a := range list {
		what := stacked(bold(a.Title), in.actionLever(a), said(excerpt(a.Description)), labelled("Partenaires", a.Partners),
			labelled("Coût estimé", a.Cost.FrenchUnit("€")), labelled("Financement", a.Funding), labelled("Indicateur", a.Indicator))
		status := dotted(model.LabelOf(a.Status.Choices(), string(a.Status)), model.LabelOf(a.Priority.Choices(), string(a.Priority)))
		table.Rows = append(table.Rows, []Cell{what, said(a.Lead), said(a.Due.French()), said(status)})
	}
	const few = 3 // go under what is there already
	return Section{Title: actionsTitle(len(list)), OpensPage: len(list) > few, Whole: true, Blocks: []Block{table}}, true
}

func (in Input) actionLever(a model.Action) []Span {
	l, ok := in.Grid.Lever(a.Lever)
	if !ok {
		return nil
	}
	return muted(l.Short)
}

// actors lists who counts, without how to reach them, and what was said in
// interviews; left out without any.
func actors(in Input) (Section, bool) {
	list := in.Diagnosis.Actors.All()
	interviews := in.Diagnosis.Interviews.All()
	if len(list) == 0 {
		return Section{}, false
	}
	s := Section{Title: actorsTitle(len(list), len(interviews)), Foot: in.footOf("actor")}
	table := Table{RowHeads: true, Columns: []TableColumn{{Title: "Acteur", Weight: 3}, {Title: "Catégorie", Weight: 2}, {Title: "Ce qu’il apporte", Weight: 4}}}
	for _, a := range list {
		name := stacked(append(said(a.Name), in.cite(model.MakeRef("actor", a.ID))...), muted(a.Organisation))
		table.Rows = append(table.Rows, []Cell{name, said(model.LabelOf(a.Kind.Choices(), string(a.Kind))),
			stacked(said(a.Role), said(string(a.Description)))})
	}
	s.Blocks = append(s.Blocks, table)
	var items [][]Span
	for _, i := range interviews {
		if i.Summary == "" {
			continue
		}
		_, id := i.Actor.Split()
		a, _ := in.Diagnosis.Actors.Get(id)
		items = append(items, stacked(bold(dotted(a.Name, i.Date.French())), said(string(i.Summary))))
	}
	if len(items) > 0 {
		s.Blocks = append(s.Blocks, Heading{Level: 1, Text: "Ce que disent les entretiens"}, List{Items: items})
	}
	return s, true
}

// zoomSources names the sources of what the zoom shows, without their
// addresses; left out without any.
func zoomSources(in Input) (Section, bool) {
	shown := []string{"territory", "key_factor", "initiative"}
	list := slices.DeleteFunc(in.Diagnosis.Evidence.All(), func(e model.Evidence) bool { return !in.supports(e, shown) })
	if len(list) == 0 {
		return Section{}, false
	}
	var block Sources
	for _, e := range list {
		block.Entries = append(block.Entries, Source{Text: sourceText(e)})
	}
	s := Section{
		Title:      sourcesTitle(len(list), "ces pages"),
		Standfirst: "La monographie dit où lire chacune, et ce qu’elle établit.",
		Blocks:     []Block{block},
	}
	if s.OpensPage = len(list) > 6; !s.OpensPage { // few go under the last page's picture
		s.Level = 2
	}
	return s, true
}

// sources lists what supports the diagnosis, numbered as it is cited: who
// published it, where to read it, what it establishes.
func sources(in Input) (Section, bool) {
	list := in.Diagnosis.Evidence.All()
	if len(list) == 0 {
		return Section{}, false
	}
	var block Sources
	for _, e := range list {
		text := sourceText(e)
		if e.Excerpt != "" {
			text += " " + sentence(string(e.Excerpt))
		}
		block.Entries = append(block.Entries, Source{Text: text, URL: urlOf(e.Address)})
	}
	return Section{Title: sourcesTitle(len(list), "ce diagnostic"), Blocks: []Block{block}}, true
}

// sourceText is « Éditeur, « Titre », date, page. »; an address that is no URL
// is written out.
func sourceText(e model.Evidence) string {
	parts := nonEmpty(e.Publisher, quoted(e.Title), e.Date.French(), e.Pages)
	if e.Address != "" && urlOf(e.Address) == "" {
		parts = append(parts, e.Address)
	}
	return sentence(strings.Join(parts, ", "))
}

// innerQuotes are those of a title within a title.
var innerQuotes = strings.NewReplacer("«"+model.NBSP, "“", "« ", "“", "«", "“", model.NBSP+"»", "”", " »", "”", "»", "”")

func quoted(title string) string {
	if title == "" {
		return ""
	}
	return model.Quote(innerQuotes.Replace(title))
}

// method says how the diagnosis was made, on what scale, and whose work it
// rests on.
func method(in Input) (Section, bool) {
	g := in.Grid
	s := Section{Title: "Méthode et crédits"}
	s.Blocks = append(s.Blocks,
		Paragraph{Spans: said(g.Credit)},
		Paragraph{Spans: append(muted("Version de la grille"+model.NBSP+": "), Span{Text: g.Version + "."})},
		Heading{Level: 1, Text: "L’échelle des niveaux"},
		Paragraph{Spans: said(g.ScaleNote)},
		Facts{scaleFacts(g)},
		Heading{Level: 1, Text: "Ce que ce document montre et ne montre pas"},
		List{Items: [][]Span{
			said("Les titres de pages sont composés à partir des données ; l’équipe peut les réécrire."),
			said("« Non renseigné » veut dire que l’équipe ne s’est pas prononcée, et non qu’il n’y a rien."),
			said("« Sources divergentes » signale un fait sur lequel les sources ne s’accordent pas."),
			said("Les apartés, les notes d’entretien, les courriels et les téléphones ne quittent pas le fichier de l’équipe."),
		}},
		Heading{Level: 1, Text: "Crédits"},
		List{Items: [][]Span{
			said("Programme TRESSONS (territoires ruraux et économie sociale et solidaire, outils et nouvelles synergies), piloté par l’Avise et le RTES."),
			said("Communes et populations municipales : Insee, DGCL et La Poste, sous Licence Ouverte 2.0."),
			said("Carte : GeoNames, sous licence CC BY 4.0."),
			said("Caractères Source Sans 3, d’Adobe, sous licence SIL Open Font License 1.1."),
			said("Document composé avec Tressons, logiciel libre sous licence EUPL 1.2."),
		}},
	)
	return s, true
}

func scaleFacts(g *model.Grid) []Fact {
	rows := make([]Fact, len(g.Scale))
	for i, step := range g.Scale {
		rows[i] = Fact{Label: step.Name, Value: said(step.Meaning)}
	}
	return rows
}
