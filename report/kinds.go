package report

import "tressons/model"

// Kind is a document model: an ordered list of sections on a paper.
type Kind struct {
	Slug        string
	Name        string // French
	Description string // French: what it is for, in a sentence
	Format      Format
	// From says what the document is made from besides one diagnosis.
	From From
	// Handed tells that the document is to be filled in by people outside the team,
	// who are not given the diagnosis with it.
	Handed bool
	parts  []part
}

// From is what a document is made from.
type From uint8

// What documents are made from.
const (
	OneDiagnosis     From = iota
	SeveralDiagnoses      // two to MostDiagnoses, see Input.Others
	TwoStates             // a diagnosis and what it was before, see Input.Before
)

// MostDiagnoses is how many diagnoses stand side by side in a document at most.
const MostDiagnoses = 12

// part is one line of a document model: what makes a section, and the names it
// goes by. The part about an axis has the axis as its id.
type part struct {
	id    string // slug, unique in the document, stable for ever: titles are kept under it
	label string // French: the section in the contents and in the list of titles
	// section makes the section's title and blocks; false leaves it out.
	section func(Input) (Section, bool)
}

// Kinds lists the document models in the order in which they are offered.
func Kinds() []Kind {
	return []Kind{
		{
			Slug: "zoom", Name: "Zoom sur un territoire", Format: A4Landscape,
			Description: "Trois ou quatre pages à projeter : le territoire, ses facteurs clés, et comment on les retrouve dans les projets.",
			parts: []part{
				{"territoire", "Le territoire", zoomTerritory},
				{"facteurs", "Des facteurs clés", zoomFactors},
				{"dynamique", "La dynamique de projets", zoomDynamic},
				{"sources", "Sources", zoomSources},
			},
		},
		{
			Slug: "note", Name: "Note pour les élus", Format: A4Portrait,
			Description: "Deux pages pour qui n’a que cinq minutes : l’essentiel, les chiffres, les priorités.",
			parts: []part{
				{"essentiel", "L’essentiel et les chiffres", noteEssential},
				{"priorites", "Les priorités", notePriorities},
			},
		},
		{
			Slug: "monographie", Name: "Monographie", Format: A4Portrait,
			Description: "Le diagnostic entier, à lire et à partager : fiche d’identité, essentiel, facteurs, projets, leviers axe par axe, sources.",
			parts: []part{
				{"couverture", "Couverture", cover},
				{"sommaire", "Sommaire", contents},
				{"fiche", "Fiche d’identité", sheet},
				{"essentiel", "L’essentiel", essential},
				{"chiffres", "L’ESS en chiffres", keyFigures},
				{"constats", "Des constats", findings},
				{"facteurs", "Des facteurs clés", factors},
				{"initiatives", "La dynamique de projets", initiatives},
				{"matrice", "Des facteurs aux initiatives", matrix},
				{imagesPart, "Des images", images},
				{"reconnaissance", model.Recognition.Label(), axisSection(model.Recognition)},
				{"ingenierie", model.Support.Label(), axisSection(model.Support)},
				{"financement", model.Financing.Label(), axisSection(model.Financing)},
				{"plan", "Plan d’actions", plan},
				{"evolutions", "Évolutions", evolutions},
				{"acteurs", "Acteurs et entretiens", actors},
				{"sources", "Sources", sources},
				{"tableaux", "Les données des figures", tables},
				{"methode", "Méthode et crédits", method},
			},
		},
		{
			Slug: "synthese", Name: "Synthèse", Format: A4Landscape, From: SeveralDiagnoses,
			Description: "De deux à douze diagnostics côte à côte : les chiffres, les niveaux, ce qui se retrouve partout et ce qui est propre à chacun.",
			parts: []part{
				{"territoires", "Les territoires", synthesisTerritories},
				{"chiffres", "Des chiffres côte à côte", synthesisFigures},
				{"niveaux", "Le niveau des leviers", synthesisLevels},
				{"communs", "Des facteurs communs", synthesisCommon},
				{"propres", "Des facteurs propres à chacun", synthesisOwn},
				{"themes", "Les initiatives par thème", synthesisThemes},
				{"apprendre", "Ce que l’on peut apprendre de qui", synthesisLearning},
				{"methode", "Méthode", synthesisMethod},
			},
		},
		{
			Slug: "evolutions", Name: "Évolutions", Format: A4Portrait, From: TwoStates,
			Description: "Deux états du diagnostic comparés : ce qui a bougé, d’où à où, et pourquoi.",
			parts: []part{
				{"niveaux", "Les niveaux", levelsMoved},
				{"chiffres", "Les chiffres", figuresMoved},
				{"projets", "Initiatives et facteurs clés", projectsMoved},
				{"actions", "Plan d’actions", actionsMoved},
				{"methode", "Méthode", evolutionsMethod},
			},
		},
		{
			Slug: "questionnaire", Name: "Questionnaire", Format: A4Portrait, Handed: true,
			Description: "Les questions de la grille sur papier, à remplir à la main avec vos partenaires : des cases à cocher, des lignes pour écrire.",
			parts: []part{
				{"accueil", "Avant de commencer", askWelcome},
				{"reconnaissance", model.Recognition.Label(), askAxis(model.Recognition)},
				{"ingenierie", model.Support.Label(), askAxis(model.Support)},
				{"financement", model.Financing.Label(), askAxis(model.Financing)},
				{"facteurs", "Facteurs clés et initiatives", askFactors},
				{"suite", "Pour finir", askRest},
			},
		},
	}
}

// hasCover tells the documents that open on a cover, which says what they are.
func (k Kind) hasCover() bool { return k.parts[0].id == "couverture" }

// KindNamed finds a document model by its slug.
func KindNamed(slug string) (Kind, bool) {
	for _, k := range Kinds() {
		if k.Slug == slug {
			return k, true
		}
	}
	return Kind{}, false
}

// running is the running head: a document without a cover says what it is, the
// others leave that to their cover.
func (k Kind) running(in Input) RunningHead {
	subject := shortened(in.subject())
	switch {
	case k.hasCover():
		return RunningHead{Left: rural, Right: subject}
	case k.From == SeveralDiagnoses:
		return RunningHead{Left: k.Name + " · " + subject, Right: model.Capitalize(in.edition())}
	}
	return RunningHead{Left: k.Name + " · " + subject, Right: shortened(dotted(in.diagnosisName(), in.Options.Team))}
}
