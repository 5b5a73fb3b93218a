package report

import (
	"strconv"
	"strings"

	"tressons/model"
)

// side is one of the diagnoses of a synthesis, under the name of its column.
type side struct {
	Input
	name string
}

// sides are all diagnoses in order. Territories of one name are told apart by
// what it takes: the names of their diagnoses, their dates, their files, or else
// numbers.
func (in Input) sides() []side {
	all := append([]*model.Diagnosis{in.Diagnosis}, in.Others...)
	out := make([]side, len(all))
	for i, d := range all {
		one := in
		one.Diagnosis, one.Others = d, nil
		out[i] = side{one, brief(initials(one.territoryName()), 60)}
	}
	for _, more := range []func(i int) string{
		func(i int) string { return brief(out[i].diagnosisName(), 40) },
		func(i int) string { return out[i].dated() },
		func(i int) string { return brief(in.file(i), 40) },
		func(i int) string { return "n°" + model.NBSP + strconv.Itoa(i+1) },
	} {
		tellApart(out, more)
	}
	return out
}

// tellApart adds something to the names that several sides have, unless they have
// that in common too.
func tellApart(sides []side, more func(i int) string) {
	alike := map[string][]int{}
	for i, s := range sides {
		alike[s.name] = append(alike[s.name], i)
	}
	for _, group := range alike {
		said := map[string]bool{}
		for _, i := range group {
			said[more(i)] = true
		}
		if len(said) < 2 {
			continue
		}
		for _, i := range group {
			sides[i].name = withRemark(sides[i].name, more(i))
		}
	}
}

// withRemark is « Pays du Bois (2026) », « Pays du Bois (2026, mars) ».
func withRemark(name, remark string) string {
	before, open := strings.CutSuffix(name, ")")
	switch {
	case remark == "":
		return name
	case open && strings.Contains(before, "("):
		return before + ", " + remark + ")"
	}
	return name + " (" + remark + ")"
}

// dated is when the diagnosis was ended, or else begun.
func (s side) dated() string {
	about := s.Diagnosis.About()
	if about.Ended != "" {
		return about.Ended.French()
	}
	return about.Started.French()
}

// file names the file that a diagnosis was read from, "" when it is not known.
func (in Input) file(i int) string {
	if i < len(in.Files) {
		return in.Files[i]
	}
	return ""
}

// initials shortens the usual beginnings of the names of territories.
func initials(name string) string {
	for long, short := range map[string]string{"Communauté de communes": "CC", "Communauté d’agglomération": "CA", "Parc naturel régional": "PNR"} {
		if rest, ok := strings.CutPrefix(name, long+" "); ok {
			return short + model.NBSP + rest
		}
	}
	return name
}
