package report

import "tressons/model"

// movedTitle counts the levers that moved, the way they went.
func movedTitle(c moves) string {
	levers := func(n int, one, many string) string {
		return model.Spell(n, false) + model.NBSP + model.Plural(n, "levier "+one, "leviers "+many)
	}
	switch {
	case c.Up > 0 && c.Down > 0:
		return model.Capitalize(levers(c.Up, "a progressé", "ont progressé")) + ", " + model.Spell(c.Down, false) + model.NBSP + model.Plural(c.Down, "a reculé", "ont reculé")
	case c.Up > 0:
		return model.Capitalize(levers(c.Up, "a progressé", "ont progressé"))
	case c.Down > 0:
		return model.Capitalize(levers(c.Down, "a reculé", "ont reculé"))
	case c.Other > 0:
		return model.Capitalize(levers(c.Other, "a été situé autrement", "ont été situés autrement"))
	}
	return "Aucun levier n’a changé de niveau"
}

func figuresMovedTitle(n int) string {
	return model.Capitalize(model.Spell(n, false)) + model.NBSP + model.Plural(n, "chiffre a changé", "chiffres ont changé")
}

// projectsMovedTitle counts what is new.
func projectsMovedTitle(initiatives, factors int) string {
	var parts []string
	if initiatives > 0 {
		parts = append(parts, model.Spell(initiatives, true)+model.NBSP+model.Plural(initiatives, "initiative nouvelle", "initiatives nouvelles"))
	}
	if factors > 0 {
		parts = append(parts, model.Spell(factors, false)+model.NBSP+model.Plural(factors, "facteur clé nouveau", "facteurs clés nouveaux"))
	}
	if len(parts) == 0 {
		return "Des initiatives ou des facteurs ne sont plus là"
	}
	return model.Capitalize(model.JoinFrench(parts))
}

func actionsMovedTitle(n int) string {
	return model.Capitalize(model.Spell(n, true)) + model.NBSP + model.Plural(n, "action du plan a bougé", "actions du plan ont bougé")
}
