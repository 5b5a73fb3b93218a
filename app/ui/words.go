package ui

import (
	"slices"
	"strings"

	"tressons/model"
)

// feminine tells whether an entity is a « elle » in French.
func feminine(entity string) bool {
	switch entity {
	case "commune", "answer", "initiative", "evidence", "action", "page":
		return true
	}
	return false
}

// agreed makes a participle agree: « supprimé », « supprimée ».
func agreed(participle, entity string) string {
	if feminine(entity) {
		return participle + "e"
	}
	return participle
}

// oneOf is an entity with its article: « une preuve », « un facteur clé ».
func oneOf(entity string) string {
	e, _ := model.EntityNamed(entity)
	if feminine(entity) {
		return "une " + lowerInitial(e.Label)
	}
	return "un " + lowerInitial(e.Label)
}

// title is what a row is called in a list.
func (s *Session) title(entity, row string) string {
	if title := s.App.RowTitle(s.Diagnosis(), entity, row); title != "" {
		return title
	}
	e, _ := model.EntityNamed(entity)
	return e.Label + " sans nom"
}

// rowIDs lists the rows of an entity as the team put them in order: key factors
// axis by axis, what the grid names in the order of the grid, states by age.
func (s *Session) rowIDs(entity string) []string {
	d := s.Diagnosis()
	var ids []string
	switch entity {
	case "lever":
		for _, l := range s.Grid().Levers {
			ids = append(ids, l.Slug)
		}
		return ids
	case "finding":
		for _, f := range s.Grid().Findings {
			ids = append(ids, f.Slug)
		}
		return ids
	}
	ids = d.RowIDs(entity)
	slices.SortStableFunc(ids, func(a, b string) int {
		if entity == "snapshot" {
			return strings.Compare(d.Value(entity, a, "date"), d.Value(entity, b, "date"))
		}
		if entity == "key_factor" {
			if c := axisRank(d.Value(entity, a, "axis")) - axisRank(d.Value(entity, b, "axis")); c != 0 {
				return c
			}
		}
		return strings.Compare(d.Value(entity, a, "position"), d.Value(entity, b, "position"))
	})
	return ids
}

// axisRank is the place of an axis in the grid, after all when it is not set.
func axisRank(axis string) int {
	if i := slices.Index(model.AxisIDs[:], model.AxisID(axis)); i >= 0 {
		return i
	}
	return len(model.AxisIDs)
}

// dotted joins the parts that hold something: « EPCI · 3 initiatives ».
func dotted(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), " · ")
}

// commaJoined joins the parts that hold something: « La Cambuse, Langouët, 2012 ».
func commaJoined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
