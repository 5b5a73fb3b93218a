package report

import (
	"cmp"
	"slices"

	"tressons/model"
)

// The readings are sentences that say what a list or a chart shows. Like the
// titles they are made from the data by rule.

// extentPhrases name the scales after « à l’échelle ».
var extentPhrases = map[model.Extent]string{
	"commune": "de la commune", "epci": "de l’intercommunalité", "pays": "du pays", "departement": "du département",
	"region": "de la région", "etat": "de l’État", "europe": "de l’Europe",
}

// extentsReading says at which scales the key factors act, the most frequent
// first, three at most; "" when fewer than two have a scale.
func extentsReading(factors []model.KeyFactor) string {
	counts := map[model.Extent]int{}
	var extents []model.Extent
	named := 0
	for _, f := range factors {
		if extentPhrases[f.Extent] == "" {
			continue
		}
		if counts[f.Extent] == 0 {
			extents = append(extents, f.Extent)
		}
		counts[f.Extent]++
		named++
	}
	switch {
	case named < 2:
		return ""
	case len(extents) == 1 && named == len(factors):
		return "Tous se jouent à l’échelle " + extentPhrases[extents[0]] + "."
	}
	slices.SortStableFunc(extents, func(a, b model.Extent) int { return cmp.Compare(counts[b], counts[a]) })
	var clauses []string
	for i, e := range extents[:min(len(extents), 3)] {
		clause := model.Spell(counts[e], false)
		if i == 0 {
			clause += model.Plural(counts[e], " se joue", " se jouent") + " à l’échelle " + extentPhrases[e]
		} else {
			clause += " à celle " + extentPhrases[e]
		}
		clauses = append(clauses, clause)
	}
	return model.Capitalize(model.JoinFrench(clauses)) + "."
}

// sharedReading says which key factors the initiatives rely on most.
func sharedReading(m model.Matrix) string {
	best := 0
	for _, n := range m.PerFactor {
		best = max(best, n)
	}
	var names []string
	for i, n := range m.PerFactor {
		if n == best {
			names = append(names, model.Quote(m.Factors[i].Statement))
		}
	}
	total := model.NBSP + model.Spell(len(m.Initiatives), true)
	many := model.Capitalize(model.Spell(best, true)) + model.NBSP + model.Plural(best, "initiative", "initiatives") + " sur" + total
	relies := model.Plural(best, " s’appuie", " s’appuient") + " sur "
	switch {
	case len(m.Initiatives) == 1 && len(names) <= 3:
		return "La seule initiative recensée s’appuie sur " + model.JoinFrench(names) + "."
	case len(m.Initiatives) == 1:
		return "La seule initiative recensée s’appuie sur " + model.Spell(len(names), false) + model.NBSP + "facteurs."
	case best == len(m.Initiatives) && len(names) == 1:
		return "Toutes les initiatives s’appuient sur " + names[0] + "."
	case len(names) == 1:
		return many + relies + names[0] + ", le facteur le plus partagé."
	case len(names) == 2:
		return model.JoinFrench(names) + " ont aidé chacun " + model.Spell(best, true) + model.NBSP +
			model.Plural(best, "initiative", "initiatives") + " sur" + total + "."
	}
	return model.Capitalize(model.Spell(len(names), false)) + model.NBSP + "facteurs ont aidé chacun " + model.Spell(best, true) +
		model.NBSP + model.Plural(best, "initiative", "initiatives") + " sur" + total + "."
}

// richestReading names the initiative that brings most factors together; ""
// when several do, or when none has two.
func richestReading(m model.Matrix) string {
	best, at := 0, -1
	for i, n := range m.PerRow {
		switch {
		case n > best:
			best, at = n, i
		case n == best:
			at = -1
		}
	}
	if at < 0 || best < 2 || len(m.Initiatives) < 2 {
		return ""
	}
	return model.Quote(m.Initiatives[at].Name) + " en réunit le plus" + model.NBSP + ": " + model.Spell(best, false) + "."
}

// unlinkedReading counts the factors that no initiative is joined to.
func unlinkedReading(m model.Matrix) string {
	n := 0
	for _, k := range m.PerFactor {
		if k == 0 {
			n++
		}
	}
	if n == 0 {
		return ""
	}
	return model.Capitalize(model.Spell(n, false)) + model.NBSP + model.Plural(n, "facteur n’est encore relié", "facteurs ne sont encore reliés") +
		" à aucune initiative recensée."
}

// matrixReading is what the matrix shows, in two or three sentences.
func matrixReading(m model.Matrix) string {
	text := sharedReading(m)
	for _, more := range nonEmpty(richestReading(m), unlinkedReading(m)) {
		text += " " + more
	}
	return text
}

// foundFactors counts the factors that at least one initiative is joined to.
func foundFactors(m model.Matrix) int {
	found := 0
	for _, n := range m.PerFactor {
		if n > 0 {
			found++
		}
	}
	return found
}
