package report

import (
	"cmp"
	"strconv"
	"time"

	"tressons/model"
	"tressons/report/figure"
)

// Input is what a document is made from. It is only read.
type Input struct {
	Diagnosis *model.Diagnosis
	// Others stand beside Diagnosis in a document made from several.
	Others []*model.Diagnosis
	// Files name the files that Diagnosis and Others were read from, in that order,
	// as far as they are known: they tell apart what nothing else does.
	Files []string
	// Before is an earlier state of Diagnosis, none without a diagnosis; Now names
	// the state that Diagnosis is, the zero State for the present.
	Before, Now State
	Grid        *model.Grid
	Benchmarks  []model.Benchmark
	// Places are for the map; no map without them.
	Places *model.Places
	// Date is the edition date; zero for that of the diagnosis.
	Date    time.Time
	Options Options
	// Photos are those that the options name, as far as they could be read.
	Photos map[model.Hash]*figure.Photo
}

// Compose makes the document of that kind. Nothing private is in it: see
// public. The error is a model.Problem when no such kind exists.
func Compose(kind string, in Input) (Document, error) {
	k, ok := KindNamed(kind)
	if !ok {
		return Document{}, refuse("Tressons ne connaît pas le document " + model.Quote(kind) + ".")
	}
	if err := k.check(in.Options); err != nil {
		return Document{}, err
	}
	if err := k.checkSources(in); err != nil {
		return Document{}, err
	}
	in = in.with(k).public()
	doc := Document{
		Title:    k.Name + " – " + in.subject(),
		Subtitle: in.diagnosisName(),
		Lang:     "fr-FR",
		Author:   in.author(),
		Subject:  rural,
		Date:     in.Date,
		Format:   k.Format,
		Head:     k.running(in),
		Foot:     credit,
		Accent:   in.accent(),
	}
	for _, p := range k.parts {
		if !in.Options.wanted(p) {
			continue
		}
		if s, ok := p.compose(k, in); ok {
			doc.Sections = append(doc.Sections, s)
		}
	}
	return doc, nil
}

// rural is the subject of all documents, and the line above their titles.
const rural = "Territoires ruraux et économie sociale et solidaire"

// compose makes the section of a part, under the title that the team wrote over
// the rule-made one, if any.
func (p part) compose(k Kind, in Input) (Section, bool) {
	s, ok := p.section(in)
	if !ok {
		return Section{}, false
	}
	s.ID = p.id
	if in.Options.Funders != "" && !k.hasCover() { // a cover says it
		s.Foot = cmp.Or(s.Foot, credit) + " " + sentence(brief(in.Options.Funders, 160))
	}
	if s.Title == "" {
		return s, true
	}
	s.Short = p.label
	written, _ := in.Diagnosis.Pages.Get(k.pageID(p))
	if written.Title != "" {
		s.Title = written.Title
	}
	if written.Standfirst != "" {
		s.Standfirst = written.Standfirst
	}
	if s.Shorter != nil { // it must stay on its page, whatever was written
		s.Title, s.Standfirst = cut(s.Title, 120), cut(s.Standfirst, 160)
	}
	return s, true
}

// pageID names the row of entity "page" that holds what the team wrote over the
// title of a part: "zoom/facteurs".
func (k Kind) pageID(p part) string { return k.Slug + "/" + p.id }

// PageTitle is the title of one section of a document, as the team may edit it.
type PageTitle struct {
	ID    string // row of entity "page", "zoom/facteurs"
	Label string // French: which section this is
	// Title and Standfirst are what the team wrote, "" for the rule-made ones.
	Title, Standfirst string
	// DefaultTitle and DefaultStandfirst are made from the data by rule.
	DefaultTitle, DefaultStandfirst string
}

// Titles lists the titles of the sections that a document of that kind has now,
// in order. It is empty when there is no such document.
func Titles(kind string, in Input) []PageTitle {
	k, ok := KindNamed(kind)
	if !ok || k.checkSources(in) != nil {
		return nil
	}
	in = in.with(k).public()
	var out []PageTitle
	for _, p := range k.parts {
		if !in.Options.wanted(p) {
			continue
		}
		s, ok := p.section(in)
		if !ok || s.Title == "" {
			continue
		}
		written, _ := in.Diagnosis.Pages.Get(k.pageID(p))
		out = append(out, PageTitle{ID: k.pageID(p), Label: p.label,
			Title: written.Title, Standfirst: written.Standfirst,
			DefaultTitle: s.Title, DefaultStandfirst: s.Standfirst})
	}
	return out
}

// subject is what the document is about: the territory, or how many there are.
func (in Input) subject() string {
	if len(in.Others) > 0 {
		return territoriesOf(1 + len(in.Others))
	}
	return in.territoryName()
}

// territoryName is the territory's name, or words that stand for it.
func (in Input) territoryName() string {
	if name := in.Diagnosis.Territory().Name; name != "" {
		return name
	}
	return "Territoire sans nom"
}

// diagnosisName is what the team calls this diagnosis: « Diagnostic 2026 ».
func (in Input) diagnosisName() string {
	if name := in.Diagnosis.About().Name; name != "" {
		return name
	}
	if year := in.year(); year != "" {
		return "Diagnostic " + year
	}
	return "Diagnostic"
}

// author is the team, or the organisation it works for.
func (in Input) author() string {
	about := in.Diagnosis.About()
	if in.Options.Team != "" {
		return in.Options.Team
	}
	if about.Team != "" {
		return about.Team
	}
	return about.Organisation
}

// year is that of the edition, "" when nothing is dated.
func (in Input) year() string {
	if in.Date.IsZero() {
		return ""
	}
	return strconv.Itoa(in.Date.Year())
}

// diagnosisDate is the day on which the diagnosis was ended, or else started;
// zero when it has no date.
func diagnosisDate(about model.About) time.Time {
	return cmp.Or(about.Ended, about.Started).Day()
}
