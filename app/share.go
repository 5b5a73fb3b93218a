package app

import (
	"context"

	"tressons/model/store"
)

// ShareOptions say what a shared copy leaves out.
type ShareOptions = store.ShareOptions

// Shared tells what a shared copy leaves out.
type Shared = store.Shared

// Omission is what an open file that is a shared copy says of itself.
type Omission = store.Omission

// Share writes a copy of a file to hand on, without what the options leave out.
// Merged back, the copy takes nothing away. It waits for the disk.
func (a *App) Share(ctx context.Context, path, to string, o ShareOptions) (Shared, error) {
	var out Shared
	err := a.reading(ctx, path, func(s *store.Store, _ titles) (err error) {
		out, err = s.Share(ctx, to, o)
		return err
	})
	return out, err
}

// Share writes a copy of the open file, with every edit, as App.Share does. It
// waits for the disk, so the window calls it from another goroutine; saving goes
// on meanwhile.
func (d *Document) Share(ctx context.Context, to string, o ShareOptions) (Shared, error) {
	if err := d.Flush(ctx); err != nil {
		return Shared{}, err
	}
	o.Author = d.writer.signature()
	return d.writer.store.Share(ctx, to, o)
}
