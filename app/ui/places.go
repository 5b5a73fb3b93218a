package ui

import "tressons/model"

// targetOf is the place where a field is filled in, or a row shown.
func (s *Session) targetOf(entity, row, field string) Target {
	t := Target{Row: row, Field: field}
	switch entity {
	case "territory", "diagnosis":
		t.Screen = "territoire"
	case "commune":
		t.Screen, t.Row = "territoire", communesRow
	case "lever":
		lever, _ := s.Grid().Lever(row)
		t.Screen = string(lever.Axis)
	case "answer":
		lever := leverOfAnswer(s.Grid(), row)
		t.Screen, t.Row, t.Field = string(lever.Axis), lever.Slug, ""
	case "interview":
		_, actor := model.Ref(s.Diagnosis().Value(entity, row, "actor")).Split()
		t.Screen, t.Row, t.Field = "acteurs", actor, ""
	default:
		t.Screen = listOf(entity)
	}
	return t
}

// listOf is the screen that lists the rows of an entity.
func listOf(entity string) string {
	return map[string]string{
		"figure": "chiffres", "actor": "acteurs", "key_factor": "facteurs", "finding": "constats",
		"initiative": "initiatives", "action": "plan", "evidence": "preuves", "page": "rapport", "report": "rapport",
		"snapshot": "evolutions",
	}[entity]
}

// leverOfAnswer is the lever whose question an answer is to.
func leverOfAnswer(g *model.Grid, answer string) model.Lever {
	for _, l := range g.Levers {
		for _, q := range l.Questions {
			if model.AnswerID(l.Slug, q.Slug) == answer {
				return l
			}
		}
	}
	return model.Lever{}
}
