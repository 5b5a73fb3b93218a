package app

import (
	"context"

	"tressons/app/photo"
	"tressons/model"
)

// AddPhoto makes a picture that somebody chose ready for paper and screen (see
// package photo) and keeps it in the file. The name that it returns is for a field
// of kind model.KindHash. It waits for the disk, and some seconds for a large
// picture: not for the window's goroutine.
func (d *Document) AddPhoto(ctx context.Context, picture []byte) (model.Hash, error) {
	kind, ready, err := photo.Prepare(picture)
	if err != nil {
		return "", err
	}
	return d.writer.store.AddPhoto(ctx, kind, ready)
}
