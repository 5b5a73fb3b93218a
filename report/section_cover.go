package report

import (
	"cmp"
	"slices"

	"tressons/model"
	"tressons/report/figure"
)

// cover opens a document with what it is, who made it and when.
func cover(in Input) (Section, bool) {
	about := in.Diagnosis.About()
	return Section{Blocks: []Block{Cover{
		Kicker:   rural,
		Title:    in.territoryName(),
		Subtitle: in.diagnosisName(),
		Lines:    nonEmpty(cmp.Or(in.Options.Team, about.Team), about.Organisation, in.edition(), in.Options.Funders),
		Credits:  "D’après la grille du programme TRESSONS, piloté par l’Avise et le RTES.",
		Picture:  in.coverPicture(in.Options.Cover, "Photographie de couverture"),
		Logo:     in.coverPicture(in.Options.Logo, "Logo"),
	}}}, true
}

// coverPicture is a photo of the file under the title that the team gave it;
// nothing when it could not be read.
func (in Input) coverPicture(name model.Hash, otherwise string) CoverPicture {
	alt := otherwise
	for _, e := range in.Diagnosis.Evidence.All() {
		if e.Photo == name && e.Title != "" {
			alt = e.Title
		}
	}
	return CoverPicture{in.Photos[name], alt}
}

// edition is the month of the edition, « novembre 2026 », "" when nothing is dated.
func (in Input) edition() string {
	if in.Date.IsZero() {
		return ""
	}
	return model.Date(in.Date.Format("2006-01")).French()
}

// contents lists the sections.
func contents(Input) (Section, bool) {
	return Section{OpensPage: true, Blocks: []Block{Contents{Title: "Sommaire", Depth: 1}}}, true
}

// accent is the document's strong colour.
func (in Input) accent() figure.Color {
	if in.Options.Accent.A == 0 {
		return figure.Forest
	}
	return in.Options.Accent
}

// credit is the foot of the pages that name no source of their own.
const credit = "D’après la grille du programme TRESSONS (Avise et RTES)."

// footOf names who published the sources of the rows of some entities, three at
// most; the document's foot when there are none.
func (in Input) footOf(entities ...string) string {
	return in.publishers(", en fin de document", entities...)
}

// publishers is footOf for a document that may have no list of sources: elsewhere
// says where the others are.
func (in Input) publishers(elsewhere string, entities ...string) string {
	var publishers []string
	for _, e := range in.Diagnosis.Evidence.All() {
		if e.Publisher != "" && !slices.Contains(publishers, e.Publisher) && in.supports(e, entities) {
			publishers = append(publishers, e.Publisher)
		}
	}
	if len(publishers) == 0 {
		return ""
	}
	text := model.Plural(len(publishers), "Source", "Sources") + model.NBSP + ": " + joinList(publishers[:min(len(publishers), 3)])
	if left := len(publishers) - 3; left > 0 {
		text += " et " + model.Spell(left, false) + model.NBSP + model.Plural(left, "autre", "autres") + elsewhere
	}
	return text + "."
}

// supports tells whether an evidence is joined to a row of some entities.
func (in Input) supports(e model.Evidence, entities []string) bool {
	ref := model.MakeRef("evidence", e.ID)
	return slices.ContainsFunc(entities, func(entity string) bool { return len(in.Diagnosis.Neighbours(ref, entity)) > 0 })
}
