package ui

import (
	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
)

// kindOptions lists the documents that can be made of the file: a synthesis
// needs several diagnoses.
func (s *Session) kindOptions() []widgets.Option {
	var out []widgets.Option
	for _, k := range report.Kinds() {
		if k.From == report.SeveralDiagnoses && len(s.Doc.Diagnoses()) < 2 {
			continue
		}
		out = append(out, widgets.Option{ID: k.Slug, Label: k.Name})
	}
	return out
}

// reportOptions is how the document of that kind is made.
func (s *Session) reportOptions(kind string) app.ReportOptions {
	options := app.ReportOptions{Kind: kind}
	if k, _ := report.KindNamed(kind); k.From == report.SeveralDiagnoses {
		options.Others = s.otherDiagnoses()
	}
	return options
}

// otherDiagnoses are copies of the diagnoses of the file that are not being
// worked on, as many as a document takes.
func (s *Session) otherDiagnoses() []*model.Diagnosis {
	var out []*model.Diagnosis
	for _, d := range s.Doc.Diagnoses() {
		if d.ID != s.Diagnosis().ID && len(out) < report.MostDiagnoses-1 {
			out = append(out, d.Clone())
		}
	}
	return out
}
