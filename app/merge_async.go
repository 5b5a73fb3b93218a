package app

import (
	"context"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// DocumentOf tells which document a file is a copy of: the ID that DocumentInfo
// has once it is open. It reads little of the file, and waits for the disk.
func (a *App) DocumentOf(ctx context.Context, path string) (string, error) {
	return store.Identify(ctx, path, a.storeOptions())
}

// Signed is « Anne (service économie), le 3 mars 2026 à 9 h 12 ».
func Signed(author Author, at time.Time) string { return authorName(author) + ", " + Moment(at) }

// AuthorName is how a person is called: « Anne (service économie) ».
func AuthorName(author Author) string { return authorName(author) }

// MergeAsync is Merge for a goroutine that must not wait. then is called on
// another one; take, which the document's goroutine must call, shows what the
// file holds now and returns what Merge returns. Nothing may be edited meanwhile.
func (d *Document) MergeAsync(ctx context.Context, sources []string, then func(take func() (MergeReport, error))) {
	d.bringAsync(ctx, sources, (*store.Store).Merge, then)
}

// ImportAsync is MergeAsync for files of other documents: their diagnoses come
// beside those of the open file.
func (d *Document) ImportAsync(ctx context.Context, sources []string, then func(take func() (MergeReport, error))) {
	d.bringAsync(ctx, sources, (*store.Store).Import, then)
}

func (d *Document) bringAsync(ctx context.Context, sources []string, bring mergeFunc, then func(take func() (MergeReport, error))) {
	if err := d.writable(); err != nil {
		go then(func() (MergeReport, error) { return MergeReport{}, err })
		return
	}
	names := titlesOf(d.diagnoses)
	d.writer.task(func(_ context.Context, s *store.Store) {
		m, fresh, err := d.writer.merge(ctx, s, sources, bring)
		var omissions []Omission
		if err == nil {
			omissions, err = s.Omissions(ctx)
		}
		then(func() (MergeReport, error) {
			if err != nil {
				return MergeReport{}, err
			}
			report := d.app.tellMerge(names, m)
			d.info.Omissions = omissions
			d.show(fresh)
			return report, nil
		})
	})
}

// merge merges once all that was edited is on disk, and reads what the file
// holds then.
func (w *writer) merge(ctx context.Context, s *store.Store, sources []string, bring mergeFunc) (store.Merge, []*model.Diagnosis, error) {
	if err := w.allSaved(); err != nil {
		return store.Merge{}, nil, err
	}
	m, err := bring(s, ctx, sources)
	if err != nil {
		return store.Merge{}, nil, err
	}
	w.receives(nil) // they are in the file now
	fresh, err := s.Diagnoses(ctx)
	return m, fresh, err
}
