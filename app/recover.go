package app

import (
	"context"

	"tressons/model/store"
)

// Recovery tells what was saved of a damaged file.
type Recovery = store.Recovery

// Recover makes a new file from what is intact in a damaged one, which stays as
// it is. It waits for the disk.
func (a *App) Recover(ctx context.Context, damaged, into string) (Recovery, error) {
	return store.Recover(ctx, damaged, into, a.storeOptions())
}
