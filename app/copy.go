package app

import (
	"context"

	"tressons/model"
	"tressons/model/store"
)

// SaveCopy writes the whole file, history included, under another name, with
// the edits that could not be saved here if there are any. When the file was
// replaced on disk meanwhile, the copy holds all that this document shows, without history. It waits for the
// disk, so the window calls it from another goroutine.
func (d *Document) SaveCopy(ctx context.Context, path string) error {
	if path == d.info.Path {
		return &model.Problem{Message: "Ce fichier est celui que vous avez ouvert" + model.NBSP + ": il est déjà enregistré. Donnez un autre nom à la copie."}
	}
	return d.saveCopy(ctx, path)
}

// saveCopy is SaveCopy, also to the place of a file that is no longer there.
func (d *Document) saveCopy(ctx context.Context, path string) error {
	var unsaved []pendingEdits
	result := make(chan error, 1)
	d.writer.task(func(_ context.Context, s *store.Store) {
		unsaved = d.writer.unsaved()
		err := s.Holds(ctx)
		if err == nil {
			err = s.CopyTo(ctx, path)
		}
		result <- err
	})
	select {
	case err := <-result:
		if err != nil && (IsReplaced(err) || d.Replaced()) {
			return d.rescue(ctx, path)
		}
		if err != nil || len(unsaved) == 0 {
			return err
		}
	case <-ctx.Done():
		return ctx.Err()
	}
	_, author := d.writer.everything()
	return d.app.saveInto(ctx, path, author, unsaved)
}

// saveInto saves somebody's edits into a closed file.
func (a *App) saveInto(ctx context.Context, path string, author Author, list []pendingEdits) error {
	s, err := store.Open(ctx, path, a.storeOptions())
	if err != nil {
		return err
	}
	s.SetAuthor(author)
	for _, p := range list {
		if _, err := s.Save(ctx, p.diagnosis, p.edits); err != nil {
			return closing(s, err)
		}
	}
	return s.Close()
}
