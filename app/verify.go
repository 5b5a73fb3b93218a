package app

import (
	"context"

	"tressons/model/store"
)

// Verify checks a whole file on a private copy, in the order of an opening, and
// returns what is wrong with it, in French sentences; none when it is sound. The
// file stays as it was. It waits for the disk. The error is for a file that
// cannot be opened at all.
func (a *App) Verify(ctx context.Context, path string) ([]string, error) {
	return store.Examine(ctx, path, a.storeOptions())
}
