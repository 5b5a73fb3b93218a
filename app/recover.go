package app

import (
	"context"
	"path/filepath"

	"tressons/model"
	"tressons/model/store"
)

// Recovery tells what was saved of a damaged file.
type Recovery = store.Recovery

// Recover makes a new file from what is intact in a damaged one, which stays as
// it is. It waits for the disk.
func (a *App) Recover(ctx context.Context, damaged, into string) (Recovery, error) {
	return store.Recover(ctx, damaged, into, a.storeOptions())
}

// RecoverySentence tells in French what a new file holds of a damaged one.
func RecoverySentence(into string, r Recovery) string {
	sentence := model.Quote(filepath.Base(into)) + " contient " + model.Count(r.Changes, "modification intacte", "modifications intactes") +
		" et " + model.Count(r.Photos, "photo", "photos") + "."
	if len(r.Lost) == 0 {
		sentence += " Rien ne semble perdu."
	}
	return sentence
}
