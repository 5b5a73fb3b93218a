package model

// Choice is one value that a field can take, with the words shown for it.
type Choice struct {
	Slug  string // as written in the file and in JSON, stable for ever
	Label string // French
}

// chooser is what makes a named string type a choice: it lists its values in
// the order in which they are offered.
type chooser interface{ Choices() []Choice }

// LabelOf is the label of a slug among choices; an unknown slug is shown as it is.
func LabelOf(choices []Choice, slug string) string {
	for _, c := range choices {
		if c.Slug == slug {
			return c.Label
		}
	}
	return slug
}

// YesNo is an answer that may also be unset.
type YesNo string

// Values of YesNo.
const (
	Yes YesNo = "yes"
	No  YesNo = "no"
)

func (YesNo) Choices() []Choice {
	return []Choice{{string(Yes), "Oui"}, {string(No), "Non"}}
}

// AxisID names an axis of the grid.
type AxisID string

// The three axes of the Tressons grid.
const (
	Recognition AxisID = "reconnaissance"
	Support     AxisID = "ingenierie"
	Financing   AxisID = "financement"
)

// AxisIDs lists the axes in the order of the grid.
var AxisIDs = [...]AxisID{Recognition, Support, Financing}

func (AxisID) Choices() []Choice {
	return []Choice{{string(Recognition), "Reconnaissance"},
		{string(Support), "Ingénierie d’accompagnement"}, {string(Financing), "Financement"}}
}

// Label is the French name of the axis.
func (a AxisID) Label() string { return LabelOf(a.Choices(), string(a)) }

// Level is how far a lever has come. The scale is Tressons’ own.
type Level string

// The levels; the empty Level is « Non renseigné ».
const (
	Unset         Level = ""
	Absent        Level = "absent"
	Emerging      Level = "emerging"
	Engaged       Level = "engaged"
	Structured    Level = "structured"
	NotApplicable Level = "not_applicable"
)

// Scale lists the four levels from lowest to highest.
var Scale = [...]Level{Absent, Emerging, Engaged, Structured}

func (Level) Choices() []Choice {
	return []Choice{{string(Absent), "Absent"}, {string(Emerging), "Émergent"},
		{string(Engaged), "Engagé"}, {string(Structured), "Structuré"},
		{string(NotApplicable), "Non concerné"}}
}

// Label is the French name of the level, « Non renseigné » when unset.
func (l Level) Label() string {
	if l == Unset {
		return "Non renseigné"
	}
	return LabelOf(l.Choices(), string(l))
}

// Rank is the place of the level on the scale, 0 (Absent) to 3 (Structuré), or
// -1 off the scale.
func (l Level) Rank() int {
	for i, s := range Scale {
		if s == l {
			return i
		}
	}
	return -1
}

// Trend is where a lever is heading.
type Trend string

// The trends.
const (
	Rising  Trend = "rising"
	Stable  Trend = "stable"
	Falling Trend = "falling"
)

func (Trend) Choices() []Choice {
	return []Choice{{string(Rising), "Progresse"}, {string(Stable), "Stable"}, {string(Falling), "Recule"}}
}

// Sign is an arrow for the trend, "" if unset.
func (t Trend) Sign() string {
	return map[Trend]string{Rising: "↗", Stable: "→", Falling: "↘"}[t]
}

// Priority says how soon a lever or an action matters.
type Priority string

func (Priority) Choices() []Choice {
	return []Choice{{"high", "Prioritaire"}, {"medium", "Importante"}, {"low", "Plus tard"}}
}

// SourceKind is the nature of what a statement rests on.
type SourceKind string

func (SourceKind) Choices() []Choice {
	return []Choice{{"testimony", "Dires d’acteurs"}, {"document", "Document"},
		{"official_data", "Donnée officielle"}}
}

// Extent is the territorial scale at which a key factor acts.
type Extent string

func (Extent) Choices() []Choice {
	return []Choice{{"commune", "Commune"}, {"epci", "EPCI"}, {"pays", "Pays"},
		{"departement", "Département"}, {"region", "Région"}, {"etat", "État"}, {"europe", "Europe"}}
}

// Label is the French name of the scale.
func (e Extent) Label() string { return LabelOf(e.Choices(), string(e)) }

// Theme sorts the initiatives.
type Theme string

// OtherTheme asks for a name in the field that follows it.
const OtherTheme Theme = "autre"

func (Theme) Choices() []Choice {
	return []Choice{
		{"alimentation", "Alimentation durable et circuits courts"},
		{"commerces-services", "Commerces et services de proximité"},
		{"entrepreneuriat-collectif", "Entrepreneuriat collectif"},
		{"economie-circulaire", "Économie circulaire et transition énergétique"},
		{"mobilite", "Mobilité et services ambulants"},
		{string(OtherTheme), "Autre thème"},
	}
}

// Label is the French name of the theme.
func (t Theme) Label() string { return LabelOf(t.Choices(), string(t)) }

// TerritoryKind is the legal or project form of a territory.
type TerritoryKind string

func (TerritoryKind) Choices() []Choice {
	return []Choice{{"cc", "Communauté de communes"}, {"ca", "Communauté d’agglomération"},
		{"petr", "Pôle d’équilibre territorial et rural (PETR)"}, {"pays", "Pays"},
		{"pnr", "Parc naturel régional"}, {"gal", "Groupe d’action locale LEADER"},
		{"departement", "Département"}, {"other", "Autre périmètre"}}
}

// Label is the French name of the kind.
func (k TerritoryKind) Label() string { return LabelOf(k.Choices(), string(k)) }

// Membership says whether a commune belongs to the territory whole.
type Membership string

func (Membership) Choices() []Choice {
	return []Choice{{"whole", "En entier"}, {"part", "En partie"}}
}

// ActorKind sorts the actors.
type ActorKind string

func (ActorKind) Choices() []Choice {
	return []Choice{{"elected", "Élu·e"}, {"local_authority", "Collectivité"}, {"state", "État et opérateurs"},
		{"ess", "Structure de l’ESS"}, {"support", "Acteur de l’accompagnement"},
		{"network", "Réseau ou tête de réseau"}, {"funder", "Financeur"},
		{"citizen", "Habitants et collectifs"}, {"other", "Autre"}}
}

// EvidenceKind is what an Evidence is made of.
type EvidenceKind string

func (EvidenceKind) Choices() []Choice {
	return []Choice{{"document", "Document"}, {"link", "Lien internet"}, {"photo", "Photo"}}
}

// Seen is how far a finding holds on the territory.
type Seen string

func (Seen) Choices() []Choice {
	return []Choice{{"yes", "Oui, nettement"}, {"partly", "En partie"}, {"no", "Non"}}
}

// ActionStatus is how far an action has come.
type ActionStatus string

func (ActionStatus) Choices() []Choice {
	return []Choice{{"idea", "À étudier"}, {"decided", "Décidée"}, {"running", "En cours"},
		{"done", "Terminée"}, {"dropped", "Abandonnée"}}
}

// ESSFamily is a legal family of the ESS, as figures are cut.
type ESSFamily string

func (ESSFamily) Choices() []Choice {
	return []Choice{{"all", "Ensemble de l’ESS"}, {"associations", "Associations"},
		{"cooperatives", "Coopératives"}, {"mutuelles", "Mutuelles"}, {"fondations", "Fondations"},
		{"societes", "Sociétés commerciales de l’ESS"}}
}
