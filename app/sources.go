package app

import (
	"context"

	"tressons/model"
)

// DiagnosesOf reads the diagnoses of a file that stays as it is, for a document
// made from several. The error is a *model.Problem when the file does not open. It
// waits for the disk.
func (a *App) DiagnosesOf(ctx context.Context, path string) (all []*model.Diagnosis, err error) {
	err = a.looking(ctx, path, func(doc *Document) error {
		all = clones(doc.Diagnoses())
		return nil
	})
	return all, err
}
