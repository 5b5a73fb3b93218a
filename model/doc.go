// Package model is the domain of Tressons: what a territory's team collects
// about the social and solidarity economy (ESS), and what is computed from it.
// It knows no technology: standard library and google/uuid only.
//
// # Glossary
//
// The code, the file and the JSON use the English words, users read the French
// ones.
//
//	Diagnosis        Diagnostic: one territory looked at once, by a team, between two
//	                 dates; a .db file holds one or several
//	Territory        Territoire: CC, CA, PETR, Pays, PNR, GAL LEADER…
//	Commune          Commune: a member of the territory, whole or in part
//	Axis             Axe: Reconnaissance, Ingénierie d’accompagnement, Financement
//	Lever            Levier: an action lever of an axis, defined by the Grid
//	LeverState       what the team says of a lever: level, trend, what is in place…
//	Question, Answer Question, Réponse: guiding question of a lever, what the team answers
//	Level            Niveau: Absent, Émergent, Engagé, Structuré; besides these
//	                 Non renseigné (the empty value) and Non concerné (with a reason)
//	KeyFactor        Facteur clé: what makes ESS projects possible here, under an axis
//	Finding          Constat: one of four statements on what ESS brings to rural areas
//	FindingState     whether the team sees a Finding here, and where
//	Figure           Chiffre clé: a value with its unit, year, source and perimeter
//	Benchmark        Référence: a cited figure of a wider perimeter to compare with
//	Initiative       Initiative: an ESS project or structure of the territory
//	Theme            Thème of an initiative
//	Actor, Interview Acteur, Entretien: who counts or was met, what was said
//	Evidence         Preuve: document, link or photo with the page it is on
//	Action           Action: a line of the action plan
//	Link             Lien: joins two rows, e.g. an initiative and a key factor that helped it
//	Page             Page: a report page whose title the team wrote instead of the rule's
//	Report           how the team wants a document: sections, colour, pictures, who is named
//	PrivateNote      Aparté: a remark that never leaves the team's file
//	Snapshot         État figé: the diagnosis as it stood on a date
//
// # Values
//
// Each field of a row is a named string type holding a canonical text, and the
// empty text means « non renseigné ». The Go type of a struct field is its kind,
// its struct tag is its description (name in the file, French label, help, unit,
// required, private): see Entities. Adding a field is adding that one line.
package model
