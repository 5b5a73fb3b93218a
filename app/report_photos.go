package app

import (
	"context"

	"tressons/model"
	"tressons/model/store"
	"tressons/report"
	"tressons/report/figure"
)

// ReportPhotosAsync reads the photos that a document of the current diagnosis
// shows, and hands them over on another goroutine. One that cannot be read is
// left out: the document is made without it.
func (d *Document) ReportPhotosAsync(kind string, then func(map[model.Hash]*figure.Photo)) {
	names := photosOf(kind, d.Current())
	if len(names) == 0 {
		then(nil)
		return
	}
	d.writer.look(func(ctx context.Context, s *store.Store) { then(readPhotos(ctx, s, names)) })
}

// ReportPhotos is ReportPhotosAsync for who can wait for the disk.
func (d *Document) ReportPhotos(ctx context.Context, kind string) map[model.Hash]*figure.Photo {
	return readPhotos(ctx, d.writer.store, photosOf(kind, d.Current()))
}

func photosOf(kind string, d *model.Diagnosis) []model.Hash {
	k, ok := report.KindNamed(kind)
	if !ok {
		return nil
	}
	return k.Photos(d)
}

func readPhotos(ctx context.Context, s *store.Store, names []model.Hash) map[model.Hash]*figure.Photo {
	out := map[model.Hash]*figure.Photo{}
	for _, name := range names {
		_, file, err := s.Photo(ctx, name)
		if err != nil {
			continue
		}
		if photo, err := figure.ReadPhoto(file); err == nil {
			out[name] = photo
		}
	}
	return out
}
