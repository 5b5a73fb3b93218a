package ui

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"tressons/model"
)

// communeLine is what a line of a pasted list says: « 35173 Melesse 7 541 ».
type communeLine struct{ code, name, population string }

// inseeCode is the official code of a commune.
var inseeCode = regexp.MustCompile(`^(\d{5}|2[AB]\d{3})$`)

// parseCommunes reads a list, one commune a line, its parts apart by spaces,
// tabs, commas or semicolons, in any order but for the number of inhabitants,
// which comes last. It returns what it read and, in French, what it could not.
func parseCommunes(text string) (lines []communeLine, problems []string) {
	for i, raw := range strings.Split(text, "\n") {
		if strings.TrimSpace(raw) == "" {
			continue
		}
		l, ok := parseCommune(raw)
		if !ok {
			problems = append(problems, fmt.Sprintf("Ligne %d"+model.NBSP+": il faut un code Insee de cinq caractères et un nom, par exemple %s.", i+1, model.Quote("35173 Melesse 7541")))
			continue
		}
		lines = append(lines, l)
	}
	return lines, problems
}

func parseCommune(raw string) (communeLine, bool) {
	words := strings.FieldsFunc(raw, func(r rune) bool { return strings.ContainsRune(" \t\r;,\u00a0\u202f", r) })
	var l communeLine
	at := slices.IndexFunc(words, inseeCode.MatchString)
	if at < 0 {
		return l, false
	}
	l.code = words[at]
	words = slices.Delete(words, at, at+1)
	name := len(words)
	for name > 0 && isDigits(words[name-1]) {
		name--
	}
	l.name, l.population = strings.Join(words[:name], " "), strings.Join(words[name:], "")
	return l, l.name != ""
}

func isDigits(word string) bool { return strings.Trim(word, "0123456789") == "" }

// departement is the code of the département that a commune is in.
func departement(insee string) string {
	if strings.HasPrefix(insee, "97") || strings.HasPrefix(insee, "98") {
		return insee[:3]
	}
	return insee[:2]
}

// edits make the communes of a list, or bring those that are there up to date.
func communeEdits(lines []communeLine) []model.Edit {
	var out []model.Edit
	for _, l := range lines {
		values := map[string]string{"name": l.name, "departement": departement(l.code)}
		if l.population != "" {
			values["population"] = l.population
		}
		out = append(out, model.NewRow("commune", l.code))
		out = append(out, model.SetEdits("commune", l.code, values)...)
	}
	return out
}
