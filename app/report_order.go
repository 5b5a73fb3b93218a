package app

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"tressons/model"
	"tressons/report"
)

// ReportOrder is what somebody asks for on a command line, in their words.
type ReportOrder struct {
	Files     []string // the diagnoses to read; several for a synthesis
	Diagnosis string   // which one, in files that hold several
	From, To  string   // names of frozen states to compare; the present for none
	Kind      string   // slug of a report.Kind
	Output    string   // the PDF to write
	Sections  []string // the only ones to keep, all when empty
	Axis      string
	Accent    string
	Date      string
	Team      string
	Funders   string
	Blank     bool
	Alone     bool // without the diagnosis that the PDF would carry
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
	if kind.From == report.SeveralDiagnoses {
		return a.orderSeveral(ctx, o, opts)
	}
	return a.looking(ctx, o.Files[0], func(doc *Document) error {
		d, err := doc.Find(o.Diagnosis)
		if err != nil {
			return err
		}
		doc.Select(d.ID)
		now, err := doc.reportState(ctx, o.To)
		if err != nil {
			return err
		}
		if o.From != "" {
			if opts.Before, err = doc.reportState(ctx, o.From); err != nil {
				return err
			}
		}
		opts.Now, opts.Photos = now, doc.ReportPhotos(ctx, opts.Kind)
		if present := o.To == "" || o.To == Today; present && !o.Alone && Carries(opts.Kind) {
			if opts.Carried, err = doc.Carried(ctx, d.ID); err != nil {
				return err
			}
		}
		return a.ExportPDF(ctx, now.Diagnosis, opts, o.Output)
	})
}

// orderSeveral sets the diagnoses of all files side by side: all that a file
// holds when no name is given.
func (a *App) orderSeveral(ctx context.Context, o ReportOrder, opts ReportOptions) error {
	var all []*model.Diagnosis
	var names []string
	for _, path := range o.Files {
		found, err := a.DiagnosesOf(ctx, path)
		if err == nil && o.Diagnosis != "" {
			var named *model.Diagnosis
			named, err = findDiagnosis(found, o.Diagnosis)
			found = []*model.Diagnosis{named}
		}
		if err != nil {
			return err
		}
		all = append(all, found...)
		for len(names) < len(all) {
			names = append(names, filepath.Base(path))
		}
	}
	opts.Others, opts.Files = all[1:], names
	return a.ExportPDF(ctx, all[0], opts, o.Output)
}

// looking opens a file, lets it be read and closes it, as it was.
func (a *App) looking(ctx context.Context, path string, use func(*Document) error) (err error) {
	doc, err := a.OpenAs(ctx, path, Reading)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, doc.Close(ctx)) }()
	return use(doc)
}

// reportState is State with the name and date that a document gives it.
func (d *Document) reportState(ctx context.Context, name string) (report.State, error) {
	x, err := d.State(ctx, name)
	if err != nil {
		return report.State{}, err
	}
	return d.stateNamed(name, x), nil
}

// stateNamed names a state by its snapshot, by nothing when it is the present.
func (d *Document) stateNamed(name string, x *model.Diagnosis) report.State {
	s, _ := d.snapshot(name)
	return report.State{Diagnosis: x, Name: s.Name, Date: s.Date}
}

func kindSlugs() []string {
	var out []string
	for _, k := range report.Kinds() {
		out = append(out, k.Slug)
	}
	return out
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
