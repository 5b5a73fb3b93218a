package ui

import (
	"cmp"
	"context"
	"slices"

	"tressons/app"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
	"tressons/report/figure"
)

// kindOptions lists the documents that can be made: evolutions need a frozen state.
func (s *Session) kindOptions() []widgets.Option {
	var out []widgets.Option
	for _, k := range report.Kinds() {
		if k.From != report.TwoStates || s.Diagnosis().Snapshots.Len() > 0 {
			out = append(out, widgets.Option{ID: k.Slug, Label: k.Name})
		}
	}
	return out
}

// reportOptions is how the document of that kind is made, but for what is
// read from the file: see gathered.
func (s *Session) reportOptions(kind string) app.ReportOptions {
	options := app.ReportOptions{Kind: kind}
	if k, _ := report.KindNamed(kind); k.From == report.SeveralDiagnoses {
		options.Others, options.Files = s.otherDiagnoses()
	}
	return options
}

// snapshots are the frozen states, the latest first.
func (s *Session) snapshots() []model.Snapshot {
	all := s.Diagnosis().Snapshots.All()
	slices.SortStableFunc(all, func(a, b model.Snapshot) int { return cmp.Compare(b.Date, a.Date) })
	return all
}

// comparedWith is the snapshot that documents compare with: the one chosen, or
// the latest.
func (s *Session) comparedWith() (model.Snapshot, bool) {
	all := s.snapshots()
	if len(all) == 0 {
		return model.Snapshot{}, false
	}
	if i := slices.IndexFunc(all, func(x model.Snapshot) bool { return x.ID == s.report.state }); i >= 0 {
		return all[i], true
	}
	return all[0], true
}

// gathered starts reading from the file what a document needs of it, its photos
// and the state that it is compared with, and gives what waits for them, for work
// away from the window.
func (s *Session) gathered(options app.ReportOptions) func(context.Context) (app.ReportOptions, error) {
	photos := make(chan map[model.Hash]*figure.Photo, 1)
	s.Doc.ReportPhotosAsync(options.Kind, func(read map[model.Hash]*figure.Photo) { photos <- read })
	compared := s.compared(options)
	return func(ctx context.Context) (app.ReportOptions, error) {
		options, err := compared(ctx)
		if err != nil {
			return options, err
		}
		select {
		case options.Photos = <-photos:
			return options, nil
		case <-ctx.Done():
			return options, ctx.Err()
		}
	}
}

// carrying is gathered with the diagnosis that the PDF carries, if it is to and
// shows the diagnosis as it is now.
func (s *Session) carrying(options app.ReportOptions, wanted bool) func(context.Context) (app.ReportOptions, error) {
	gathered, doc, diagnosis := s.gathered(options), s.Doc, s.Diagnosis().ID
	_, past := doc.Looking()
	return func(ctx context.Context) (app.ReportOptions, error) {
		options, err := gathered(ctx)
		if err == nil && wanted && !past && app.Carries(options.Kind) {
			options.Carried, err = doc.Carried(ctx, diagnosis)
		}
		return options, err
	}
}

// compared does the same for the state alone.
func (s *Session) compared(options app.ReportOptions) func(context.Context) (app.ReportOptions, error) {
	snapshot, ok := s.comparedWith()
	if !ok {
		return func(context.Context) (app.ReportOptions, error) { return options, nil }
	}
	type read struct {
		d   *model.Diagnosis
		err error
	}
	state := make(chan read, 1)
	s.Doc.StateAsync(snapshot.ID, func(d *model.Diagnosis, err error) { state <- read{d, err} })
	return func(ctx context.Context) (app.ReportOptions, error) {
		select {
		case r := <-state:
			options.Before = report.State{Diagnosis: r.d, Name: snapshot.Name, Date: snapshot.Date}
			return options, r.err
		case <-ctx.Done():
			return options, ctx.Err()
		}
	}
}
