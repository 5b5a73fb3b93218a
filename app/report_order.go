package app

import (
	"context"
	"errors"
	"strings"

	"tressons/model"
	"tressons/report"
)

// ReportOrder is what somebody asks for on a command line, in their words.
type ReportOrder struct {
	Files     []string // the diagnoses to read; several for a synthesis
	Diagnosis string   // which one, in files that hold several
	Kind      string   // slug of a report.Kind
	Output    string   // the PDF to write
	Sections  []string // the only ones to keep, all when empty
	Axis      string
	Accent    string
	Date      string
	Team      string
	Funders   string
	Blank     bool
}

// Order reads the files, which stay as they are, and writes the document. It
// waits for the disk.
func (a *App) Order(ctx context.Context, o ReportOrder) error {
	kind, ok := report.KindNamed(o.Kind)
	if !ok {
		return refuse("Tressons ne connaît pas le document %s"+model.NBSP+"; choisissez parmi %s.", model.Quote(o.Kind), strings.Join(kindSlugs(), ", "))
	}
	opts, err := o.options(kind)
	if err != nil {
		return err
	}
	if kind.From != report.SeveralDiagnoses && len(o.Files) > 1 {
		return refuse("Seule la synthèse réunit plusieurs fichiers"+model.NBSP+"; pour le document %s, %s est de trop.", model.Quote(kind.Name), model.Quote(o.Files[1]))
	}
	var all []*model.Diagnosis
	for _, path := range o.Files {
		found, err := a.readFrom(ctx, path, o.Diagnosis, kind.From == report.SeveralDiagnoses)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	opts.Others = all[1:]
	return a.ExportPDF(ctx, all[0], opts, o.Output)
}

func kindSlugs() []string {
	var out []string
	for _, k := range report.Kinds() {
		out = append(out, k.Slug)
	}
	return out
}

// readFrom gives the diagnosis of that name in a file; with several, all of the
// file when no name is given.
func (a *App) readFrom(ctx context.Context, path, name string, several bool) (found []*model.Diagnosis, err error) {
	doc, err := a.OpenAs(ctx, path, Reading)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, doc.Close(ctx)) }()
	if several && name == "" {
		return clones(doc.Diagnoses()), nil
	}
	d, err := doc.Find(name)
	if err != nil {
		return nil, err
	}
	return []*model.Diagnosis{d}, nil
}

// options reads what was typed.
func (o ReportOrder) options(kind report.Kind) (ReportOptions, error) {
	opts := ReportOptions{Kind: kind.Slug, Options: report.Options{Team: o.Team, Funders: o.Funders, Blank: o.Blank}}
	axis, err1 := model.Field{Kind: model.KindChoice, Label: "Axe", Choices: model.AxisID("").Choices()}.Canon(o.Axis)
	date, err2 := model.Field{Kind: model.KindDate}.Canon(o.Date)
	opts.Axis, opts.Date = model.AxisID(axis), model.Date(date).Day()
	without, err3 := kind.AllBut(o.Sections)
	opts.Without = without
	var err4 error
	if o.Accent != "" {
		opts.Accent, err4 = report.AccentOf(o.Accent)
	}
	return opts, firstOf(err1, err2, err3, err4)
}

func firstOf(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
