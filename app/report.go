package app

import (
	"context"
	"io"
	"time"

	"tressons/model"
	"tressons/report"
	"tressons/report/figure"
	"tressons/report/layout"
	"tressons/report/pdf"
)

// ReportOptions says which document to make, from what, and how.
type ReportOptions struct {
	Kind string    // slug of a report.Kind
	Date time.Time // edition date; zero for that of the diagnosis
	// Others stand beside the diagnosis in a synthesis.
	Others []*model.Diagnosis
	// Files name the files of the diagnosis and of the others, in that order.
	Files []string
	// Before is an earlier state, Now names the one that is shown.
	Before, Now report.State
	// Photos are those that the document shows: see ReportPhotos.
	Photos map[model.Hash]*figure.Photo
	// Carried is a copy of the diagnosis for the PDF to carry, a whole file; none
	// when nil. See Document.Carried.
	Carried []byte
	report.Options
}

// Compose makes the document of a diagnosis, without laying it out. d is not
// changed; hand in a Clone when another goroutine may change it.
func (a *App) Compose(d *model.Diagnosis, opts ReportOptions) (report.Document, error) {
	return report.Compose(opts.Kind, a.reportInput(d, opts))
}

// PageTitles lists the titles that the document of a diagnosis has now, those
// made by rule and those written by the team.
func (a *App) PageTitles(d *model.Diagnosis, opts ReportOptions) []report.PageTitle {
	return report.Titles(opts.Kind, a.reportInput(d, opts))
}

func (a *App) reportInput(d *model.Diagnosis, opts ReportOptions) report.Input {
	places, err := a.places()
	if err != nil {
		places = nil // the program was built without them: no map
	}
	return report.Input{Diagnosis: d, Others: opts.Others, Files: opts.Files, Before: opts.Before, Now: opts.Now, Grid: a.Grid, Benchmarks: a.benchmarks, Places: places, Date: opts.Date, Options: opts.Options, Photos: opts.Photos}
}

// Pages lays the document of a diagnosis out in pages. It takes some
// milliseconds: the window calls it from another goroutine.
func (a *App) Pages(ctx context.Context, d *model.Diagnosis, opts ReportOptions) (layout.Result, error) {
	fonts, err := a.fonts()
	if err != nil {
		return layout.Result{}, err
	}
	doc, err := a.Compose(d, opts)
	if err != nil {
		return layout.Result{}, err
	}
	if err := ctx.Err(); err != nil {
		return layout.Result{}, err
	}
	return layout.Set(doc, fonts), nil
}

// ExportPDF writes the document of a diagnosis as PDF. A file of that name is
// replaced only once the new one is whole.
func (a *App) ExportPDF(ctx context.Context, d *model.Diagnosis, opts ReportOptions, path string) error {
	pages, err := a.Pages(ctx, d, opts)
	if err != nil {
		return err
	}
	fonts, err := a.fonts()
	if err != nil {
		return err
	}
	return writeWhole(path, func(w io.Writer) error {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := pdf.Write(w, pages, fonts, attachments(opts.Carried)...); err != nil {
			return &model.Problem{Message: "Le PDF n’a pas pu être composé. Rien n’a été remplacé et votre diagnostic est intact.", Cause: err}
		}
		return nil
	})
}
