package report

import (
	"cmp"
	"regexp"
	"strings"

	"tressons/model"
)

// The titles are findings: sentences made from the data by rule. Each function
// here is pure; the team may write over what it returns (see Titles).

// territoryTitle tells where the territory is and how many live in it; a count
// of 0 is unknown. towns are the towns around, the closest first.
func territoryTitle(towns []string, communes, people int) string {
	near := ""
	if len(towns) > 0 {
		near = "à proximité " + of(towns[0])
	}
	switch {
	case communes > 1 && people > 0:
		return opening(near, communesOf(communes)+" réunissent "+inhabitants(people))
	case people > 0:
		return opening(near, inhabitants(people)+model.Plural(people, " vit", " vivent")+" sur ce territoire")
	case communes > 1:
		return opening(near, communesOf(communes)+" forment ce territoire")
	case near != "":
		return "Un territoire " + near
	}
	return "La fiche d’identité du territoire reste à remplir"
}

func communesOf(n int) string { return model.Spell(n, true) + model.NBSP + "communes" }

func inhabitants(n int) string { return model.Count(n, "habitant", "habitants") }

// opening puts a complement before a sentence, if there is one.
func opening(complement, sentence string) string {
	if complement == "" {
		return model.Capitalize(sentence)
	}
	return model.Capitalize(complement) + ", " + sentence
}

// of writes « de » before a town, contracted with its article: « du Mans »,
// « des Sables-d’Olonne », « de La Rochelle », « d’Angers ».
func of(town string) string {
	switch {
	case strings.HasPrefix(town, "Le "):
		return "du " + town[len("Le "):]
	case strings.HasPrefix(town, "Les "):
		return "des " + town[len("Les "):]
	}
	return model.Elide(town)
}

// townName is what a name of a town looks like; anything else in the field is a
// remark that must not enter a title.
var townName = regexp.MustCompile(`^\p{Lu}[\p{L}’' -]{1,39}$`)

// townsOf reads the towns from the field « Aires urbaines à proximité »; none
// when its first piece is not the bare name of a town.
func townsOf(field string) []string {
	var towns []string
	for piece := range strings.FieldsFuncSeq(field, func(r rune) bool { return r == ',' || r == ';' }) {
		for town := range strings.SplitSeq(strings.TrimSpace(piece), " et ") {
			if !townName.MatchString(town) {
				return towns
			}
			towns = append(towns, town)
		}
	}
	return towns
}

// axisCounts counts things by axis, in the order of model.AxisIDs; None counts
// those without an axis.
type axisCounts struct {
	By   [len(model.AxisIDs)]int
	None int
}

func (c axisCounts) total() int {
	n := c.None
	for _, k := range c.By {
		n += k
	}
	return n
}

// only returns the index of the one axis whose count is n, -1 when there are
// none or several.
func (c axisCounts) only(n int) int {
	at := -1
	for i, k := range c.By {
		if k != n {
			continue
		}
		if at >= 0 {
			return -1
		}
		at = i
	}
	return at
}

// touching names the axes after « toucher »: « au financement ».
var touching = [len(model.AxisIDs)]string{"à la reconnaissance", "à l’ingénierie", "au financement"}

// factorsTitle counts the key factors and says which axis has fewest, or most.
func factorsTitle(c axisCounts) string {
	total := c.total()
	switch total {
	case 0:
		return "Les facteurs clés restent à nommer"
	case 1:
		if i := c.only(1); i >= 0 {
			return "Un seul facteur fait tenir les projets, il touche " + touching[i]
		}
		return "Un seul facteur fait tenir les projets"
	}
	title := model.Capitalize(model.Spell(total, false)) + model.NBSP + "facteurs font tenir les projets"
	if tail := factorsTail(c, total); tail != "" {
		title += ", " + tail
	}
	return title
}

func factorsTail(c axisCounts, total int) string {
	low, high := min(c.By[0], c.By[1], c.By[2]), max(c.By[0], c.By[1], c.By[2])
	least, most := c.only(low), c.only(high)
	switch {
	case high == 0:
		return ""
	case high == total:
		return "tous touchent " + touching[most]
	case low == high:
		return each(low) + " sur chaque axe"
	case low == 0 && least >= 0:
		return "aucun ne touche " + touching[least]
	case low == 1 && least >= 0:
		return "un seul touche " + touching[least]
	case least >= 0 && 2*low <= high:
		return model.Spell(low, false) + " seulement touchent " + touching[least]
	case most >= 0:
		return model.Spell(high, false) + " touchent " + touching[most]
	case least >= 0:
		return model.Spell(low, false) + " touchent " + touching[least]
	}
	return "" // the tie leaves nothing to say
}

func each(n int) string {
	if n == 1 {
		return "un seul"
	}
	return model.Spell(n, false)
}

// initiativesTitle counts the initiatives and the communes where they are; a
// count of communes below 2 tells nothing.
func initiativesTitle(initiatives, communes int) string {
	switch {
	case initiatives == 0:
		return "Les initiatives restent à recenser"
	case initiatives == 1:
		return "Une initiative porte l’économie sociale et solidaire"
	}
	title := model.Capitalize(model.Spell(initiatives, true)) + model.NBSP + "initiatives portent l’économie sociale et solidaire"
	if communes >= 2 {
		title += " dans " + communesOf(communes)
	}
	return title
}

// matrixTitle says how many of the key factors are found again in initiatives.
func matrixTitle(factors, found int) string {
	switch {
	case found == 0:
		return "Le lien entre les facteurs et les projets reste à établir"
	case factors == 1:
		return "Ce facteur se retrouve dans la dynamique de projets"
	case found == factors:
		return "Ces facteurs se retrouvent dans la dynamique de projets"
	case found == 1:
		return "Un facteur sur" + model.NBSP + model.Spell(factors, false) + " se retrouve dans les projets"
	}
	return model.Capitalize(model.Spell(found, false)) + model.NBSP + "facteurs sur" + model.NBSP + model.Spell(factors, false) +
		" se retrouvent dans les projets"
}

// levelCounts sums up the levels of the levers of an axis.
type levelCounts struct {
	Concerned  int // levers, those that do not apply left aside
	Set        int // of these, with a level
	Engaged    int
	Structured int
}

func (c levelCounts) strong() int { return c.Engaged + c.Structured }

// axisLevers says « leviers » with their axis: « leviers d’ingénierie ».
var axisLevers = map[model.AxisID]string{
	model.Recognition: "de reconnaissance", model.Support: "d’ingénierie", model.Financing: "de financement",
}

// axisTitle says how many levers of an axis have come far.
func axisTitle(axis model.AxisID, c levelCounts) string {
	of := " " + axisLevers[axis]
	all := "Les " + model.Spell(c.Concerned, false) + model.NBSP + "leviers" + of
	if c.Concerned == 1 {
		return onlyLever("Le seul levier"+of, c)
	}
	switch {
	case c.Concerned == 0:
		return "Aucun levier" + of + " ne concerne ce territoire"
	case c.Set == 0:
		return all + " restent à situer"
	case c.strong() == c.Concerned:
		return all + " sont " + reached(c, "s")
	}
	return model.Capitalize(someLevers(of, c)) + leftToSet(c.Concerned-c.Set)
}

func onlyLever(lever string, c levelCounts) string {
	switch {
	case c.Set == 0:
		return lever + " concerné reste à situer"
	case c.strong() == 0:
		return lever + " concerné n’est pas encore engagé"
	}
	return lever + " concerné est " + reached(c, "")
}

// someLevers counts over all levers of the axis, so that one that is not filled
// in is not taken for one that is missing.
func someLevers(of string, c levelCounts) string {
	n := c.strong()
	switch {
	case n > 0:
		s := model.Plural(n, "", "s")
		return model.Spell(n, false) + model.NBSP + "levier" + s + of + " sur" + model.NBSP + model.Spell(c.Concerned, false) +
			model.Plural(n, " est ", " sont ") + reached(c, s)
	case c.Set == c.Concerned:
		return "aucun levier" + of + " n’est encore engagé"
	case c.Set == 1:
		return "le seul levier" + of + " situé n’est pas encore engagé"
	}
	return "aucun des " + model.Spell(c.Set, false) + model.NBSP + "leviers" + of + " situés n’est encore engagé"
}

func leftToSet(n int) string {
	switch n {
	case 0:
		return ""
	case 1:
		return ", un reste à situer"
	}
	return ", " + model.Spell(n, false) + " restent à situer"
}

// reached names the levels of the strong levers; s is the plural mark.
func reached(c levelCounts, s string) string {
	switch {
	case c.Structured == 0:
		return "engagé" + s
	case c.Engaged == 0:
		return "structuré" + s
	}
	return "engagé" + s + " ou structuré" + s
}

// findingsTitle counts the findings that hold here; partly are among seen.
func findingsTitle(total, seen, partly int) string {
	switch {
	case seen == 0:
		return "Aucun constat ne se vérifie encore sur ce territoire"
	case seen == 1:
		return "Un constat sur" + model.NBSP + model.Spell(total, false) + " se vérifie ici" + onlyPartly(seen, partly)
	case seen == total:
		return "Les " + model.Spell(total, false) + model.NBSP + "constats se vérifient ici" + onlyPartly(seen, partly)
	}
	return model.Capitalize(model.Spell(seen, false)) + model.NBSP + "constats sur" + model.NBSP + model.Spell(total, false) +
		" se vérifient ici" + onlyPartly(seen, partly)
}

func onlyPartly(seen, partly int) string {
	switch {
	case partly == 0:
		return ""
	case partly == seen:
		return ", en partie"
	}
	return ", dont " + model.Spell(partly, false) + " en partie"
}

// figuresTitle states the figure when there is only one.
func figuresTitle(count int, label, value string) string {
	if count == 1 {
		return label + model.NBSP + ": " + value
	}
	return model.Capitalize(model.Spell(count, false)) + model.NBSP + "chiffres éclairent ce territoire"
}

// essentialTitle sums the diagnosis up by what it holds. engaged counts the
// levers that are engaged or structured, out of levers; it is 0 as long as some
// levers have no level, since the count would then mislead.
func essentialTitle(factors, initiatives, engaged, levers int) string {
	var parts []string
	if factors > 0 {
		parts = append(parts, model.Spell(factors, false)+model.NBSP+model.Plural(factors, "facteur clé", "facteurs clés"))
	}
	if initiatives > 0 {
		parts = append(parts, model.Spell(initiatives, true)+model.NBSP+model.Plural(initiatives, "initiative", "initiatives"))
	}
	if engaged > 0 {
		parts = append(parts, model.Spell(engaged, false)+model.NBSP+model.Plural(engaged, "levier engagé", "leviers engagés")+
			" sur"+model.NBSP+model.Spell(levers, false))
	}
	if len(parts) == 0 {
		return "Le diagnostic commence"
	}
	return "Le territoire compte " + model.JoinFrench(parts)
}

// prioritiesTitle counts what comes first.
func prioritiesTitle(levers, actions int) string {
	var parts []string
	if levers > 0 {
		parts = append(parts, model.Spell(levers, false)+model.NBSP+model.Plural(levers, "levier est prioritaire", "leviers sont prioritaires"))
	}
	if actions > 0 {
		parts = append(parts, model.Spell(actions, true)+model.NBSP+model.Plural(actions, "action est au plan", "actions sont au plan"))
	}
	if len(parts) == 0 {
		return "Les priorités restent à choisir"
	}
	return model.Capitalize(model.JoinFrench(parts))
}

// questionnaireTitle says how much is asked.
func questionnaireTitle(axis model.AxisID, levers int) string {
	of := cmp.Or(axisLevers[axis], "d’action")
	return model.Capitalize(model.Spell(levers, false)) + model.NBSP + model.Plural(levers, "levier ", "leviers ") + of + " à regarder ensemble"
}

// sourcesTitle counts the sources of what they support.
func sourcesTitle(n int, supported string) string {
	return model.Capitalize(model.Spell(n, true)) + model.NBSP + model.Plural(n, "source appuie ", "sources appuient ") + supported
}

// actionsTitle counts the actions.
func actionsTitle(n int) string {
	if n == 1 {
		return "Une action est inscrite au plan"
	}
	return model.Capitalize(model.Spell(n, true)) + model.NBSP + "actions sont inscrites au plan"
}

// actorsTitle counts the actors and how many meetings there were.
func actorsTitle(actors, interviews int) string {
	title := model.Capitalize(model.Spell(actors, false)) + model.NBSP +
		model.Plural(actors, "acteur compte pour ce territoire", "acteurs comptent pour ce territoire")
	if interviews > 0 {
		title += ", " + model.Spell(interviews, false) + model.NBSP + model.Plural(interviews, "entretien a été mené", "entretiens ont été menés")
	}
	return title
}
