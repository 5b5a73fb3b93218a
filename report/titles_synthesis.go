package report

import (
	"slices"

	"tressons/model"
)

// The titles of the synthesis. territories is two at least.

func territoriesOf(n int) string { return model.Spell(n, false) + model.NBSP + "territoires" }

// mostOf says « dans les deux territoires », « dans la plupart des territoires ».
func mostOf(territories int) string {
	if territories == 2 {
		return "dans les deux territoires"
	}
	return "dans la plupart des territoires"
}

// territoriesTitle tells how large the territories are; people has the numbers
// of inhabitants that are known.
func territoriesTitle(territories int, people []int) string {
	title := model.Capitalize(territoriesOf(territories))
	if len(people) < 2 {
		return title + " regardés avec la même grille"
	}
	return title + ", de" + model.NBSP + model.FormatInt(slices.Min(people)) + " à" + model.NBSP + inhabitants(slices.Max(people))
}

func sharedFiguresTitle(n int) string {
	return model.Capitalize(model.Spell(n, false)) + model.NBSP + model.Plural(n, "chiffre se lit", "chiffres se lisent") + " côte à côte"
}

func levelsTitle(c levelSpread, territories int) string {
	switch {
	case c.Set == 0:
		return "Les niveaux restent à situer"
	case c.Most == 0:
		return "Aucun levier n’est encore engagé " + mostOf(territories)
	}
	return model.Capitalize(model.Spell(c.Most, false)) + model.NBSP + model.Plural(c.Most, "levier est engagé ou structuré ", "leviers sont engagés ou structurés ") + mostOf(territories)
}

// commonTitle counts the factors of most territories, among those of several.
func commonTitle(most, shared, territories int) string {
	switch {
	case shared == 0:
		return "Aucun facteur clé n’est commun à deux territoires"
	case most == 0:
		return "Aucun facteur ne se retrouve " + mostOf(territories) + ", " + model.Spell(shared, false) + model.NBSP + model.Plural(shared, "en relie deux au moins", "en relient deux au moins")
	}
	return model.Capitalize(model.Spell(most, false)) + model.NBSP + model.Plural(most, "facteur se retrouve ", "facteurs se retrouvent ") + mostOf(territories)
}

func ownTitle(n int) string {
	return model.Capitalize(model.Spell(n, false)) + model.NBSP + model.Plural(n, "facteur est propre", "facteurs sont propres") + " à un seul territoire"
}

func allThemesTitle(initiatives, territories int) string {
	return model.Capitalize(model.Spell(initiatives, true)) + model.NBSP + model.Plural(initiatives, "initiative est recensée", "initiatives sont recensées") +
		" sur les" + model.NBSP + territoriesOf(territories)
}

func learningTitle(levers int) string {
	return "Sur" + model.NBSP + model.Spell(levers, false) + model.NBSP + model.Plural(levers, "levier", "leviers") + ", un territoire peut montrer le chemin aux autres"
}
