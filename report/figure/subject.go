package figure

import (
	"math"
	"strconv"
	"strings"
)

const nbsp = "\u00A0"

// Noun is a word with its plural.
type Noun struct{ One, Many string }

// Count says how many: in French, nothing and one are singular.
func (n Noun) Count(k int) string {
	if k < 2 {
		return strconv.Itoa(k) + "\u00A0" + n.One
	}
	return strconv.Itoa(k) + "\u00A0" + n.Many
}

// Quantity is a value and how it is written, with its unit: 10.5 and
// « 10,5 % ». A value that is not known has no Text.
type Quantity struct {
	Value float64
	Text  string
}

// known tells the values that can be drawn.
func (q Quantity) known() bool {
	return q.Text != "" && !math.IsNaN(q.Value) && !math.IsInf(q.Value, 0)
}

// shown is how the value is written, or that there is none.
func (q Quantity) shown() string {
	if !q.known() {
		return "non renseigné"
	}
	return q.Text
}

// Subject is what a chart is about, for somebody who does not see it.
type Subject struct {
	Title string // « Part de l’ESS dans l’emploi privé »
	Unit  string // « % », « initiatives »
	Year  string // « 2023 », « de 2015 à 2021 »
}

// tell opens a text alternative with the kind of chart and its subject.
func (s Subject) tell(kind string) string {
	out := kind
	if s.Title != "" {
		out += nbsp + ": " + strings.TrimRight(s.Title, ".")
	}
	out += "."
	if s.Unit != "" {
		out += " Unité" + nbsp + ": " + s.Unit + "."
	}
	if s.Year != "" {
		out += " " + yearsWord(s.Year) + nbsp + ": " + s.Year + "."
	}
	return out
}

func yearsWord(years string) string {
	if len(years) > len("2023") {
		return "Années"
	}
	return "Année"
}

// named is a quantity under the name that a text alternative gives it.
type named struct {
	name string
	Quantity
}

// extreme is the value with its name, unless others share it.
func extreme(n named, all []named) string {
	for _, other := range all {
		if other.Value == n.Value && other.name != n.name {
			return n.Text
		}
	}
	return n.Text + " (" + n.name + ")"
}

// told is how many values, or rows, a text alternative tells one by one; beyond,
// it sums them up.
const told = 15

// tellValues says how many values there are, the least and the greatest, and
// each of them when they are not too many.
func tellValues(list []named) string {
	var known []named
	for _, n := range list {
		if n.known() {
			known = append(known, n)
		}
	}
	if len(known) == 0 {
		return " Aucune valeur."
	}
	out := " " + Noun{"valeur", "valeurs"}.Count(len(known))
	least, most := known[0], known[0]
	for _, n := range known {
		if n.Value < least.Value {
			least = n
		}
		if n.Value > most.Value {
			most = n
		}
	}
	if least.Value < most.Value {
		out += ", de " + extreme(least, known) + " à " + extreme(most, known)
	}
	out += "."
	if len(list) > told {
		return out
	}
	each := make([]string, len(list))
	for i, n := range list {
		each[i] = n.name + nbsp + ": " + n.shown()
	}
	return out + " " + strings.Join(each, nbsp+"; ") + "."
}
