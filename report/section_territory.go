package report

import (
	"cmp"
	"slices"
	"strings"

	"tressons/model"
)

// notFilled stands where a blank would mislead.
const notFilled = "Non renseigné"

// zoomTerritory opens the zoom: where, how many, and the sheet in short.
func zoomTerritory(in Input) (Section, bool) {
	t := inShort(in.Diagnosis.Territory())
	s := Section{Title: in.territoryTitle(), Standfirst: shortText(t.Characteristics), OpensPage: true, Foot: in.footOf("territory")}
	if figures := in.glance(); len(figures) > 0 {
		s.Blocks = append(s.Blocks, KeyFigures{figures})
	}
	rows := filled([]Fact{statusFact(t), situationFact(t), townsFact(t), areaFact(t), densityFact(t), unemploymentFact(t),
		characteristicsFact(t), websiteFact(t)})
	if s.Standfirst != "" {
		rows = slices.DeleteFunc(rows, func(f Fact) bool { return f.Label == labelCharacteristics })
	}
	location, located := in.mapFigure()
	var facts []Block
	if len(rows) > 0 {
		facts = []Block{Facts{rows}}
	}
	if located {
		if facts == nil {
			facts = paragraphs("Rien d’autre n’est encore renseigné sur le territoire.")
		}
		facts = []Block{Beside{facts, location}}
	}
	s.Blocks = append(s.Blocks, facts...)
	if len(s.Blocks) == 0 {
		s.Blocks = []Block{Paragraph{Spans: Text("Rien n’est encore renseigné sur le territoire.")}}
	}
	return s, true
}

// inShort is the territory with its long texts cut to a few lines.
func inShort(t model.Territory) model.Territory {
	const most = 200
	t.Situation, t.UrbanAreas, t.Website = cut(t.Situation, most), cut(t.UrbanAreas, most), cut(t.Website, most)
	t.Characteristics = model.Text(cut(string(t.Characteristics), most))
	return t
}

// sheet is the territory's sheet, line by line in the order of the public
// monographs, then its communes.
func sheet(in Input) (Section, bool) {
	t := in.Diagnosis.Territory()
	s := Section{Title: in.territoryTitle(), Standfirst: "Fiche d’identité du territoire", OpensPage: true, Foot: in.footOf("territory")}
	rows := []Fact{statusFact(t), situationFact(t), townsFact(t), communesFact(t), areaFact(t), populationFact(t),
		densityFact(t), unemploymentFact(t), characteristicsFact(t), websiteFact(t)}
	for i := range rows {
		if len(rows[i].Value) == 0 {
			rows[i].Value = []Span{{Text: notFilled, Muted: true}}
		}
	}
	s.Blocks = append(s.Blocks, Facts{rows})
	if location, ok := in.mapFigure(); ok {
		s.Blocks = append(s.Blocks, location)
	}
	if table, ok := communesTable(in.Diagnosis); ok {
		s.Blocks = append(s.Blocks, Heading{Level: 1, Text: "Les communes"}, table)
	}
	return s, true
}

func (in Input) territoryTitle() string {
	t := in.Diagnosis.Territory()
	return territoryTitle(townsOf(t.UrbanAreas), whole(t.CommuneCount), whole(t.Population))
}

// whole is the number without its decimals, 0 when unset.
func whole(n model.Number) int {
	f, _ := n.Float()
	return int(f)
}

// glance are the three or four numbers that situate the territory.
func (in Input) glance() []KeyFigure {
	t := in.Diagnosis.Territory()
	var out []KeyFigure
	if n := whole(t.Population); n > 0 {
		out = append(out, KeyFigure{Value: model.FormatInt(n), Label: model.Plural(n, "habitant", "habitants"),
			Comparison: dated(t.PopulationSource, t.PopulationYear)})
	}
	if n := whole(t.CommuneCount); n > 0 {
		out = append(out, counted(n, "commune", "communes"))
	}
	if n := in.Diagnosis.KeyFactors.Len(); n > 0 {
		out = append(out, counted(n, "facteur clé", "facteurs clés"))
	}
	if n := in.Diagnosis.Initiatives.Len(); n > 0 {
		out = append(out, counted(n, "initiative recensée", "initiatives recensées"))
	}
	return out
}

func counted(n int, one, many string) KeyFigure {
	return KeyFigure{Value: model.FormatInt(n), Label: model.Plural(n, one, many)}
}

// filled leaves out the lines that say nothing.
func filled(rows []Fact) []Fact {
	return slices.DeleteFunc(rows, func(f Fact) bool { return len(f.Value) == 0 })
}

const labelCharacteristics = "Caractéristiques"

func statusFact(t model.Territory) Fact {
	status := t.Status
	if status == "" && t.Kind != "" {
		status = t.Kind.Label()
	}
	return Fact{Label: "Statut", Value: said(status)}
}

// situationFact adds the region to a situation that does not name it.
func situationFact(t model.Territory) Fact {
	f := Fact{Label: "Situation", Value: said(t.Situation)}
	switch {
	case t.Situation == "":
		f.Value = said(strings.Join(nonEmpty(t.Departements, t.Region), ", "))
	case t.Region != "" && !strings.Contains(t.Situation, t.Region):
		f.Note = t.Region
	}
	return f
}

func townsFact(t model.Territory) Fact {
	return Fact{Label: "Aires urbaines proches", Value: said(t.UrbanAreas)}
}

func communesFact(t model.Territory) Fact {
	return Fact{Label: "Communes", Value: said(t.CommuneCount.French())}
}

func areaFact(t model.Territory) Fact {
	return Fact{Label: "Superficie", Value: said(t.Area.FrenchUnit("km²")), Note: noteOf(t.Area, t.AreaSource)}
}

func populationFact(t model.Territory) Fact {
	f := Fact{Label: "Habitants", Note: noteOf(t.Population, dated(t.PopulationSource, t.PopulationYear))}
	if n := whole(t.Population); n > 0 {
		f.Value = said(inhabitants(n))
	}
	return f
}

func unemploymentFact(t model.Territory) Fact {
	return Fact{Label: "Taux de chômage", Value: said(t.Unemployment.FrenchUnit("%")),
		Note: noteOf(t.Unemployment, dated(t.UnemploymentSource, t.UnemploymentYear))}
}

// noteOf is a note on a number, none when there is no number.
func noteOf(n model.Number, note string) string {
	if n == "" {
		return ""
	}
	return note
}

const perSquareKm = "hab./km²"

// densityFact gives the computed density, and beside it the printed one when
// they are too far apart to agree by rounding.
func densityFact(t model.Territory) Fact {
	f := Fact{Label: "Densité"}
	computed, ok := t.ComputedDensity()
	if !ok {
		f.Value, f.Note = said(t.Density.FrenchUnit(perSquareKm)), noteOf(t.Density, t.DensitySource)
		return f
	}
	f.Value = said(model.FormatNumber(computed, 1) + model.NarrowNBSP + perSquareKm)
	f.Note = "calculée"
	if t.DensityDiffers() {
		f.Note += model.NBSP + "; " + t.Density.French() + " dans la source"
		if t.DensitySource != "" {
			f.Note += " (" + t.DensitySource + ")"
		}
	}
	return f
}

func characteristicsFact(t model.Territory) Fact {
	return Fact{Label: labelCharacteristics, Value: said(string(t.Characteristics))}
}

func websiteFact(t model.Territory) Fact {
	return Fact{Label: "Site", Value: linked(t.Website)}
}

// communesTable lists the communes, the largest first, side by side when they
// are many. It has a total only when it can be added up.
func communesTable(d *model.Diagnosis) (Table, bool) {
	communes := d.Communes.All()
	if len(communes) == 0 {
		return Table{}, false
	}
	slices.SortStableFunc(communes, func(a, b model.Commune) int {
		return cmp.Or(cmp.Compare(whole(b.Population), whole(a.Population)), strings.Compare(a.Name, b.Name))
	})
	pairs, people := 1, "Habitants"
	switch {
	case len(communes) > 60:
		pairs, people = 3, "Hab."
	case len(communes) > 8:
		pairs = 2
	}
	var table Table
	for i := range pairs {
		if i > 0 { // air between two lists
			table.Columns = append(table.Columns, TableColumn{Weight: 0.04})
		}
		table.Columns = append(table.Columns, TableColumn{Title: "Commune", Weight: 1 / float64(pairs+1)}, TableColumn{Title: people, Align: Right})
	}
	height := (len(communes) + pairs - 1) / pairs
	for r := range height {
		var row []Cell
		for i := r; i < len(communes); i += height {
			if i > r {
				row = append(row, nil)
			}
			row = append(row, communeCells(communes[i])...)
		}
		table.Rows = append(table.Rows, row)
	}
	table.Source = communesSource(d, communes)
	return table, true
}

func communeCells(c model.Commune) []Cell {
	name := said(c.Name)
	if c.Membership == "part" {
		name = append(name, muted(" en partie")...)
	}
	return []Cell{name, said(c.Population.French())}
}

// communesSource says what the numbers are, when they are of one year, and what
// they add up to.
func communesSource(d *model.Diagnosis, communes []model.Commune) string {
	year := communes[0].PopulationYear
	for _, c := range communes {
		if c.PopulationYear != year {
			year = ""
		}
	}
	if _, ok := communes[0].Population.Float(); !ok {
		return ""
	}
	text := "Population municipale"
	if year != "" {
		text += " " + string(year)
	}
	if sum, ok := d.MemberPopulation(); ok && len(communes) > 1 {
		text += model.NBSP + ": " + inhabitants(sum) + " en tout"
	}
	return text + "."
}
