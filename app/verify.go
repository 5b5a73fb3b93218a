package app

import (
	"context"
	"errors"

	"tressons/model/store"
)

// Verify checks a whole file and returns what is wrong with it, in French
// sentences; none when it is sound. The file stays as it was. It waits for the
// disk. The error is for a file that cannot be opened at all.
func (a *App) Verify(ctx context.Context, path string) ([]string, error) {
	s, err := store.Open(ctx, path, a.storeOptions())
	if err != nil {
		return nil, err
	}
	findings, err := s.Verify(ctx)
	return findings, errors.Join(err, s.Close())
}
