package figure

import (
	"sort"
	"strconv"
	"strings"
)

// Observation is what was counted in a year, with all that it takes to be
// compared with another one.
type Observation struct {
	Year int
	Quantity
	Unit       string
	Perimeter  string
	Definition string
}

// Series is a quantity over years. It is made by NewSeries, so that there is
// none that mixes what cannot be compared.
type Series struct {
	name   string
	unit   string
	points []Observation // known ones, by year
}

// Refusal says why values are not drawn together. Reason is a French sentence,
// for the person who asked.
type Refusal struct{ Reason string }

func (r *Refusal) Error() string { return r.Reason }

// NewSeries joins observations in a line named name, by year; what is not known
// is left out. The error, a *Refusal, tells that two of them have other
// perimeters, other definitions, other units, or the same year: the difference
// between such values would pass for a change.
func NewSeries(name string, list ...Observation) (Series, error) {
	s := Series{name: name}
	for _, o := range list {
		if o.known() {
			s.points = append(s.points, o)
		}
	}
	sort.SliceStable(s.points, func(i, j int) bool { return s.points[i].Year < s.points[j].Year })
	if err := s.agree(); err != nil {
		return Series{}, err
	}
	if len(s.points) > 0 {
		s.unit = s.points[0].Unit
	}
	return s, nil
}

func (s Series) agree() error {
	for i := 1; i < len(s.points); i++ {
		first, o := s.points[0], s.points[i]
		switch {
		case o.Perimeter != first.Perimeter:
			return s.refuse("deux périmètres", first.Perimeter, o.Perimeter)
		case o.Definition != first.Definition:
			return s.refuse("deux définitions", first.Definition, o.Definition)
		case o.Unit != first.Unit:
			return s.refuse("deux unités", first.Unit, o.Unit)
		case o.Year == s.points[i-1].Year:
			return &Refusal{s.called() + " a deux valeurs en " + strconv.Itoa(o.Year) +
				nbsp + ": rien ne dit laquelle appartient à la série."}
		}
	}
	return nil
}

func (s Series) refuse(what, one, other string) error {
	return &Refusal{s.called() + " n’est pas tracé comme une seule série" + nbsp + ": ses valeurs ont " + what + ", " +
		quoted(one) + " et " + quoted(other) + ". Une différence entre elles ne serait pas une évolution."}
}

// called is the series as a sentence begins: « Emplois de l’ESS ».
func (s Series) called() string { return quoted(s.name) }

func quoted(s string) string {
	if s == "" {
		return "l’un non précisé"
	}
	return "«" + nbsp + s + nbsp + "»"
}

// YearLines shows series over years, each point where its year is and as high
// as its value, from zero. Each line has its last value at its end, with its
// name when there are several, and a mark and a dash of its own. It is made by NewYearLines.
type YearLines struct {
	Subject
	series []Series
}

// NewYearLines draws series together. The error, a *Refusal, tells that their
// units differ, since one scale serves all. Series without a value are left out.
func NewYearLines(subject Subject, series ...Series) (YearLines, error) {
	c := YearLines{Subject: subject}
	for _, s := range series {
		if len(s.points) == 0 {
			continue
		}
		if len(c.series) > 0 && c.series[0].unit != s.unit {
			return YearLines{}, &Refusal{c.series[0].called() + " et " + s.called() + " ne sont pas tracés ensemble" + nbsp +
				": leurs unités diffèrent (" + c.series[0].unit + ", " + s.unit + ")."}
		}
		c.series = append(c.series, s)
	}
	return c, nil
}

func (c YearLines) alt() string {
	out := c.tell("Courbe par année")
	if len(c.series) == 0 {
		return out + " Aucune valeur."
	}
	if len(c.series) > 1 {
		out += " " + Noun{"série", "séries"}.Count(len(c.series)) + "."
	}
	for _, s := range c.series {
		list := make([]named, len(s.points))
		for i, o := range s.points {
			list[i] = named{strconv.Itoa(o.Year), o.Quantity}
		}
		name := s.name
		if p := s.points[0].Perimeter; p != "" && !strings.Contains(name, p) {
			name += ", " + p
		}
		out += " " + name + "." + tellValues(list)
	}
	return out
}
