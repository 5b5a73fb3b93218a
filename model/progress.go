package model

import "strings"

// Progress is how much of a step is filled in.
type Progress struct{ Done, Total int }

// Complete tells whether nothing is left.
func (p Progress) Complete() bool { return p.Done == p.Total }

// sheet lists the ten lines of the territory's sheet, each with the fields that
// make it whole.
var sheet = [][]string{
	{"kind"}, {"situation"}, {"urban_areas"}, {"commune_count"}, {"area"},
	{"population", "population_year"}, {"density"}, {"unemployment", "unemployment_year"},
	{"characteristics"}, {"website"},
}

// SheetProgress counts the lines of the territory's sheet. The density counts
// as given when it can be computed.
func (d *Diagnosis) SheetProgress() Progress {
	p := Progress{Total: len(sheet)}
	for _, line := range sheet {
		whole := true
		for _, field := range line {
			whole = whole && d.Value("territory", SelfID, field) != ""
		}
		if _, ok := d.Territory().ComputedDensity(); whole || line[0] == "density" && ok {
			p.Done++
		}
	}
	return p
}

// AxisProgress counts the levers of an axis that have a level.
func (d *Diagnosis) AxisProgress(g *Grid, axis AxisID) Progress {
	levers := g.LeversOf(axis)
	p := Progress{Total: len(levers)}
	for _, l := range levers {
		if d.Lever(l.Slug).Level != Unset {
			p.Done++
		}
	}
	return p
}

// LeverProgress counts the levers of the whole grid that have a level.
func (d *Diagnosis) LeverProgress(g *Grid) Progress {
	var p Progress
	for _, a := range AxisIDs {
		axis := d.AxisProgress(g, a)
		p.Done, p.Total = p.Done+axis.Done, p.Total+axis.Total
	}
	return p
}

// AnswerProgress counts the answered questions of a lever.
func (d *Diagnosis) AnswerProgress(l Lever) Progress {
	p := Progress{Total: len(l.Questions)}
	for _, q := range l.Questions {
		if d.Answer(l.Slug, q.Slug).Value != "" {
			p.Done++
		}
	}
	return p
}

// FindingProgress counts the findings on which the team has a view.
func (d *Diagnosis) FindingProgress(g *Grid) Progress {
	p := Progress{Total: len(g.Findings)}
	for _, f := range g.Findings {
		if s, _ := d.Findings.Get(f.Slug); s.Seen != "" {
			p.Done++
		}
	}
	return p
}

// NextStep is what the team had best do next.
type NextStep struct {
	Screen  string // "territoire", an axis slug, "facteurs", "initiatives", "matrice" or "rapport"
	Lever   string // slug, for an axis
	Title   string // French: « mobiliser les outils de contractualisation »
	Detail  string // French: where it is and how long it takes
	Minutes int
}

// NextStep follows the order of the work: the sheet, the levers, the key
// factors, the initiatives, the crosses between both, then the report.
func (d *Diagnosis) NextStep(g *Grid) NextStep {
	if p := d.SheetProgress(); p.Done < p.Total/2 {
		return NextStep{Screen: "territoire", Title: "présenter votre territoire",
			Detail: "Fiche d’identité, " + Count(p.Total-p.Done, "ligne", "lignes") + " à remplir", Minutes: 10}
	}
	if step, ok := d.nextLever(g); ok {
		return step
	}
	switch {
	case d.KeyFactors.Len() == 0:
		return NextStep{Screen: "facteurs", Title: "nommer ce qui rend les projets possibles",
			Detail: "Facteurs clés, trois colonnes pour un tour de table", Minutes: 20}
	case d.Initiatives.Len() == 0:
		return NextStep{Screen: "initiatives", Title: "recenser les initiatives du territoire",
			Detail: "Initiatives, une fiche courte pour chacune", Minutes: 20}
	case d.Matrix(nil).Crosses == 0:
		return NextStep{Screen: "matrice", Title: "relier les initiatives aux facteurs clés",
			Detail: "Une croix là où un facteur a aidé une initiative", Minutes: 15}
	}
	return NextStep{Screen: "rapport", Title: "relire et exporter le rapport",
		Detail: "Zoom en quelques pages ou monographie complète", Minutes: 10}
}

func (d *Diagnosis) nextLever(g *Grid) (NextStep, bool) {
	for _, axis := range AxisIDs {
		levers := g.LeversOf(axis)
		for i, l := range levers {
			if d.Lever(l.Slug).Level != Unset {
				continue
			}
			return NextStep{Screen: string(axis), Lever: l.Slug, Title: lowerFirst(l.Name), Minutes: l.Minutes,
				Detail: g.Axis(axis).Name + ", levier" + NBSP + FormatInt(i+1) + " sur" + NBSP + FormatInt(len(levers))}, true
		}
	}
	return NextStep{}, false
}

func lowerFirst(s string) string {
	for _, r := range s {
		return strings.ToLower(string(r)) + s[len(string(r)):]
	}
	return s
}
