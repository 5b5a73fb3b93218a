package model

// entities is the one list of what a diagnosis is made of.
var entities = []Entity{
	describe("diagnosis", "Diagnostic", "Diagnostics", true, func(d *Diagnosis) *Table[About] { return &d.about }),
	describe("territory", "Territoire", "Territoires", true, func(d *Diagnosis) *Table[Territory] { return &d.territory }),
	describe("commune", "Commune", "Communes", false, func(d *Diagnosis) *Table[Commune] { return &d.Communes }),
	describe("lever", "Levier", "Leviers", true, func(d *Diagnosis) *Table[LeverState] { return &d.Levers }),
	describe("answer", "Réponse", "Réponses", true, func(d *Diagnosis) *Table[Answer] { return &d.Answers }),
	describe("key_factor", "Facteur clé", "Facteurs clés", false, func(d *Diagnosis) *Table[KeyFactor] { return &d.KeyFactors }),
	describe("finding", "Constat", "Constats", true, func(d *Diagnosis) *Table[FindingState] { return &d.Findings }),
	describe("figure", "Chiffre clé", "Chiffres clés", false, func(d *Diagnosis) *Table[Figure] { return &d.Figures }),
	describe("initiative", "Initiative", "Initiatives", false, func(d *Diagnosis) *Table[Initiative] { return &d.Initiatives }),
	describe("actor", "Acteur", "Acteurs", false, func(d *Diagnosis) *Table[Actor] { return &d.Actors }),
	describe("interview", "Entretien", "Entretiens", false, func(d *Diagnosis) *Table[Interview] { return &d.Interviews }),
	describe("evidence", "Preuve", "Preuves", false, func(d *Diagnosis) *Table[Evidence] { return &d.Evidence }),
	describe("action", "Action", "Actions", false, func(d *Diagnosis) *Table[Action] { return &d.Actions }),
	describe("link", "Lien", "Liens", false, func(d *Diagnosis) *Table[Link] { return &d.Links }),
	describe("page", "Page du rapport", "Pages du rapport", true, func(d *Diagnosis) *Table[Page] { return &d.Pages }),
	describe("report", "Réglages d’un rapport", "Réglages des rapports", true, func(d *Diagnosis) *Table[Report] { return &d.Reports }),
	describe("snapshot", "État figé", "États figés", false, func(d *Diagnosis) *Table[Snapshot] { return &d.Snapshots }),
}

// SelfID names the only row of the entities diagnosis and territory.
const SelfID = "self"

// About says what the diagnosis is: who looked, when.
type About struct {
	Row
	Name         string `name:"name" label:"Nom du diagnostic" required:"yes" help:"Ce qui le distingue d’un autre : « Diagnostic 2026 », « État des lieux avant projet »."`
	Team         string `name:"team" label:"Équipe" help:"Qui mène ce diagnostic ; ces noms paraissent en couverture du rapport."`
	Organisation string `name:"organisation" label:"Structure qui le porte" help:"La collectivité ou l’association qui répond du diagnostic."`
	Started      Date   `name:"started" label:"Commencé le" help:"Le jour, le mois ou l’année."`
	Ended        Date   `name:"ended" label:"Terminé le" help:"Laissez vide tant que le travail continue."`
	Essential    Text   `name:"essential" label:"L’essentiel en quelques phrases" help:"Ce qu’un élu doit retenir s’il ne lit qu’une page. Sans ce texte, le rapport le compose à partir de vos réponses."`
	PrivateNote  Note   `name:"private_note" label:"Aparté"`
}

// Territory is the sheet of the territory, in the order of the public monographs.
type Territory struct {
	Row
	Name               string        `name:"name" label:"Nom du territoire" required:"yes" help:"Le nom entier, tel qu’il doit paraître en couverture."`
	Kind               TerritoryKind `name:"kind" label:"Nature" required:"yes" help:"La forme du périmètre que vous regardez."`
	Status             string        `name:"status" label:"Statut" help:"Le statut en toutes lettres s’il mérite une précision : « association de pays », « syndicat mixte »."`
	Siren              string        `name:"siren" label:"Numéro Siren" help:"Neuf chiffres ; il sert à retrouver le périmètre officiel."`
	Region             string        `name:"region" label:"Région" required:"yes"`
	Departements       string        `name:"departements" label:"Départements" help:"Un ou plusieurs, séparés par des virgules."`
	Situation          string        `name:"situation" label:"Situation géographique" required:"yes" help:"Où se trouve le territoire, en une phrase qu’un élu d’ailleurs comprend."`
	UrbanAreas         string        `name:"urban_areas" label:"Aires urbaines à proximité" required:"yes" help:"Les villes qui comptent pour les habitants, de la plus proche à la plus lointaine."`
	CommuneCount       Number        `name:"commune_count" label:"Nombre de communes" required:"yes" help:"Le nombre donné par votre source ; la liste des communes le vérifie."`
	Area               Number        `name:"area" label:"Superficie" unit:"km²" required:"yes"`
	AreaSource         string        `name:"area_source" label:"Source de la superficie"`
	Population         Number        `name:"population" label:"Nombre d’habitants" unit:"habitants" required:"yes" help:"La population municipale, avec son année : sans elle, le chiffre ne se compare pas."`
	PopulationYear     Year          `name:"population_year" label:"Année de la population" required:"yes"`
	PopulationSource   string        `name:"population_source" label:"Source de la population" help:"Par exemple Insee."`
	Density            Number        `name:"density" label:"Densité donnée par la source" unit:"hab./km²" help:"Tressons calcule la densité à côté et montre l’écart ; il ne remplace jamais ce que vous écrivez."`
	DensitySource      string        `name:"density_source" label:"Source de la densité"`
	Unemployment       Number        `name:"unemployment" label:"Taux de chômage" unit:"%" required:"yes"`
	UnemploymentYear   Year          `name:"unemployment_year" label:"Année du taux de chômage" required:"yes"`
	UnemploymentSource string        `name:"unemployment_source" label:"Source du taux de chômage"`
	Characteristics    Text          `name:"characteristics" label:"Caractéristiques" required:"yes" help:"Deux ou trois traits qui expliquent le reste : périurbain ou isolé, jeune ou vieillissant, industriel ou agricole."`
	Website            string        `name:"website" label:"Site internet" required:"yes"`
	PrivateNote        Note          `name:"private_note" label:"Aparté"`
}

// Commune is a member of the territory, named by its Insee code.
type Commune struct {
	Row
	Name           string     `name:"name" label:"Commune" required:"yes"`
	Departement    string     `name:"departement" label:"Département"`
	EPCI           string     `name:"epci" label:"Siren de l’EPCI"`
	Population     Number     `name:"population" label:"Population municipale" unit:"habitants"`
	PopulationYear Year       `name:"population_year" label:"Année de la population"`
	Membership     Membership `name:"membership" label:"Dans le territoire"`
}

// LeverState is what the team gives of a lever, named by the lever's slug.
type LeverState struct {
	Row
	Level               Level      `name:"level" label:"Niveau" required:"yes" help:"Choisissez la phrase qui décrit le mieux ce que l’on peut constater aujourd’hui."`
	LevelReason         Text       `name:"level_reason" label:"Pourquoi ce niveau" help:"Le fait qui vous a décidés : une délibération, un poste, une convention."`
	NotApplicableReason Text       `name:"not_applicable_reason" label:"Pourquoi ce levier ne vous concerne pas"`
	Trend               Trend      `name:"trend" label:"Tendance" help:"Par rapport à il y a deux ou trois ans."`
	InPlace             Text       `name:"in_place" label:"Ce qui est en place" help:"Ce qui existe aujourd’hui et que l’on peut montrer."`
	Planned             Text       `name:"planned" label:"Ce qui est prévu" help:"Ce qui est décidé ou en préparation, avec son échéance si elle est connue."`
	Strengths           Text       `name:"strengths" label:"Points forts" help:"Un par ligne : le rapport les reprend tels quels."`
	WaysForward         Text       `name:"ways_forward" label:"Axes de progrès" help:"Un par ligne : le rapport les reprend tels quels."`
	Priority            Priority   `name:"priority" label:"Priorité"`
	SourceKind          SourceKind `name:"source_kind" label:"Nature de la source" help:"Sur quoi repose ce que vous écrivez ici."`
	PrivateNote         Note       `name:"private_note" label:"Aparté"`
}

// Answer is what the team answers to a question, named "lever/question".
type Answer struct {
	Row
	Value   Text `name:"value" label:"Réponse"`
	Comment Text `name:"comment" label:"Précision" help:"Ce qui nuance la réponse, ou d’où elle vient."`
}

// KeyFactor is what makes ESS projects possible here.
type KeyFactor struct {
	Row
	Statement     string   `name:"statement" label:"Facteur clé" required:"yes" help:"Une phrase courte, sans verbe s’il le faut : elle paraît telle quelle dans le « zoom »."`
	Axis          AxisID   `name:"axis" label:"Axe" required:"yes"`
	Extent        Extent   `name:"scale" label:"Échelle" required:"yes" help:"Qui porte ce facteur : la commune, l’intercommunalité, la région…"`
	Since         Year     `name:"since" label:"Depuis"`
	Description   Text     `name:"description" label:"En quoi il aide" help:"Ce que ce facteur a rendu possible, avec un exemple."`
	SourcesDiffer YesNo    `name:"sources_differ" label:"Sources divergentes"`
	SourcesNote   Text     `name:"sources_note" label:"En quoi les sources divergent"`
	Position      Position `name:"position"`
	PrivateNote   Note     `name:"private_note" label:"Aparté"`
}

// FindingState is what the team says of a finding, named by the finding's slug.
type FindingState struct {
	Row
	Seen         Seen `name:"seen" label:"Le constatez-vous ici ?"`
	Illustration Text `name:"illustration" label:"Ce qui l’illustre" help:"Une initiative, un chiffre, une parole d’acteur."`
	PrivateNote  Note `name:"private_note" label:"Aparté"`
}

// Figure is a key figure: a value that can be compared because its unit, year,
// source and perimeter are given.
type Figure struct {
	Row
	Label         string    `name:"label" label:"Chiffre" required:"yes" help:"Ce qui est compté : « Emplois de l’ESS », « Part de l’ESS dans l’emploi privé »."`
	Value         Number    `name:"value" label:"Valeur" required:"yes"`
	Unit          string    `name:"unit" label:"Unité" required:"yes" help:"emplois, établissements, %…"`
	Year          Year      `name:"year" label:"Année" required:"yes"`
	Perimeter     string    `name:"perimeter" label:"Périmètre" required:"yes" help:"Le territoire exact que couvre le chiffre."`
	Definition    string    `name:"definition" label:"Définition" help:"Ce que la source compte, si elle le dit : emploi privé ou total, salarié ou non."`
	Family        ESSFamily `name:"family" label:"Famille"`
	Sector        string    `name:"sector" label:"Secteur d’activité"`
	Source        string    `name:"source" label:"Source" required:"yes"`
	Comment       Text      `name:"comment" label:"Commentaire"`
	SourcesDiffer YesNo     `name:"sources_differ" label:"Sources divergentes"`
	SourcesNote   Text      `name:"sources_note" label:"En quoi les sources divergent"`
	Position      Position  `name:"position"`
	PrivateNote   Note      `name:"private_note" label:"Aparté"`
}

// Initiative is an ESS project or structure of the territory.
type Initiative struct {
	Row
	Name          string   `name:"name" label:"Nom" required:"yes" help:"Le nom que les habitants emploient."`
	Year          Year     `name:"year" label:"Année de création"`
	Theme         Theme    `name:"theme" label:"Thème" required:"yes"`
	ThemeOther    string   `name:"theme_other" label:"Nom du thème" help:"Quand aucun thème de la liste ne convient."`
	Commune       string   `name:"commune" label:"Commune" required:"yes"`
	Region        string   `name:"region" label:"Région"`
	LegalForm     string   `name:"legal_form" label:"Forme juridique" help:"Association, SCIC, SCOP, CAE, mutuelle, équipement public…"`
	Description   Text     `name:"description" label:"Ce que fait cette initiative" required:"yes" help:"Pour qui, avec qui, et ce que cela change ici."`
	Jobs          string   `name:"jobs" label:"Emplois" help:"Un nombre et son année : « 3 salariés (2018) »."`
	Members       string   `name:"members" label:"Membres ou sociétaires" help:"Un nombre et son année : « 75 sociétaires (2018) »."`
	Website       string   `name:"website" label:"Site internet"`
	SourcesDiffer YesNo    `name:"sources_differ" label:"Sources divergentes"`
	SourcesNote   Text     `name:"sources_note" label:"En quoi les sources divergent"`
	Position      Position `name:"position"`
	PrivateNote   Note     `name:"private_note" label:"Aparté"`
}

// Actor is somebody, or an organisation, who counts or was met.
type Actor struct {
	Row
	Name         string    `name:"name" label:"Nom" required:"yes" help:"Une personne ou une structure."`
	Kind         ActorKind `name:"kind" label:"Catégorie"`
	Organisation string    `name:"organisation" label:"Structure"`
	Role         string    `name:"role" label:"Fonction ou rôle"`
	Email        string    `name:"email" label:"Courriel" private:"yes"`
	Phone        string    `name:"phone" label:"Téléphone" private:"yes"`
	Description  Text      `name:"description" label:"Ce que cet acteur apporte"`
	Position     Position  `name:"position"`
	PrivateNote  Note      `name:"private_note" label:"Aparté"`
}

// Interview is a meeting with an actor.
type Interview struct {
	Row
	Actor       Ref    `name:"actor" label:"Personne ou structure rencontrée" target:"actor" required:"yes"`
	Date        Date   `name:"date" label:"Date"`
	Interviewer string `name:"interviewer" label:"Mené par"`
	Summary     Text   `name:"summary" label:"Ce qu’il faut en retenir" help:"Ce résumé peut paraître dans le rapport."`
	Notes       Note   `name:"notes" label:"Notes d’entretien" help:"Elles ne quittent pas le fichier."`
}

// Evidence is a document, a link or a photo that supports what is written.
type Evidence struct {
	Row
	Title     string       `name:"title" label:"Titre" required:"yes"`
	Kind      EvidenceKind `name:"kind" label:"Nature"`
	Publisher string       `name:"publisher" label:"Auteur ou éditeur"`
	Address   string       `name:"address" label:"Adresse internet ou emplacement"`
	Date      Date         `name:"date" label:"Date du document"`
	Pages     string       `name:"pages" label:"Page" help:"La page exacte, pour retrouver le passage : « p. 4 »."`
	Photo     Hash         `name:"photo" label:"Photo"`
	Excerpt   Text         `name:"excerpt" label:"Ce qu’elle établit"`
	Position  Position     `name:"position"`
	Note      Note         `name:"private_note" label:"Aparté"`
}

// Action is a line of the action plan.
type Action struct {
	Row
	Title       string       `name:"title" label:"Action" required:"yes" help:"Un verbe et un résultat : « Ouvrir un guichet commun aux porteurs de projet »."`
	Lever       string       `name:"lever" label:"Levier" help:"Le levier que cette action fait avancer."`
	Description Text         `name:"description" label:"Description"`
	Lead        string       `name:"lead" label:"Pilote"`
	Partners    string       `name:"partners" label:"Partenaires"`
	Start       Date         `name:"start" label:"Début"`
	Due         Date         `name:"due" label:"Échéance"`
	Cost        Number       `name:"cost" label:"Coût estimé" unit:"€"`
	Funding     string       `name:"funding" label:"Financement"`
	Indicator   string       `name:"indicator" label:"Indicateur de réussite"`
	Status      ActionStatus `name:"status" label:"État"`
	Priority    Priority     `name:"priority" label:"Priorité"`
	Position    Position     `name:"position"`
	PrivateNote Note         `name:"private_note" label:"Aparté"`
}

// Link joins two rows; its name is derived from them, so the same link made in
// two copies is one link. See LinkID.
type Link struct {
	Row
	From Ref  `name:"from" label:"De" required:"yes"`
	To   Ref  `name:"to" label:"Vers" required:"yes"`
	Note Text `name:"note" label:"Précision" help:"Comment l’un a servi l’autre."`
}

// Page holds what the team wrote over the rule-made title of a report page; it
// is named "document/section".
type Page struct {
	Row
	Title      string `name:"title" label:"Titre de la page" help:"Laissez vide pour garder le titre composé à partir de vos données."`
	Standfirst string `name:"standfirst" label:"Chapeau" help:"La ligne sous le titre."`
}

// Report holds how the team wants a document; it is named by the document's kind.
type Report struct {
	Row
	Without string `name:"without" label:"Sections laissées de côté"` // ids, parted by commas
	Axis    AxisID `name:"axis" label:"Un seul axe" help:"Le document ne garde que les pages de cet axe."`
	Accent  string `name:"accent" label:"Couleur" help:"Celle du territoire, par exemple #1D5C4F. Elle doit se lire sur du papier blanc."`
	Team    string `name:"team" label:"Équipe à nommer" help:"À la place de celle du diagnostic."`
	Date    Date   `name:"date" label:"Date d’édition" help:"À la place de celle du diagnostic."`
	Funders string `name:"funders" label:"Mention des financeurs" help:"Par exemple : « Avec le soutien du programme LEADER et du Feader »."`
	Cover   Hash   `name:"cover" label:"Image de couverture"`
	Logo    Hash   `name:"logo" label:"Logo"`
	Blank   YesNo  `name:"blank" label:"Feuilles vierges" help:"Le questionnaire ne montre pas les réponses déjà connues."`
}

// Snapshot is the diagnosis as it stood on a date. What it holds is kept apart
// and never changes; its name and comment can.
type Snapshot struct {
	Row
	Name    string `name:"name" label:"Nom" required:"yes" help:"Ce que vous direz devant les élus : « État des lieux 2026 », « Avant le projet alimentaire »."`
	Date    Date   `name:"date" label:"Figé le"`
	Comment Text   `name:"comment" label:"Commentaire" help:"Ce qui explique cet état : une étape du projet, un changement d’équipe."`
}
