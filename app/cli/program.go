package cli

import (
	"context"
	"io"
	"os"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

// program is what the commands share.
type program struct{ app *app.App }

// read opens a file, hands over one of its diagnoses and closes the file, which
// stays as it was.
func (p program) read(cmd *cobra.Command, path, name string, use func(*model.Diagnosis) error) error {
	return p.within(cmd.Context(), path, app.Reading, name, func(doc *app.Document) error { return use(doc.Current()) })
}

// apply enters a batch, whole or not at all, in one editing session, and returns
// the rows that it made once they are on disk.
func (p program) apply(ctx context.Context, path, name, author string, lines io.Reader) (made []model.Ref, err error) {
	err = p.write(ctx, path, name, author, func(doc *app.Document) error {
		batch, err := p.app.ReadBatch(lines, doc.Current(), func(string) string { return model.NewID() })
		if err != nil {
			return err
		}
		if err := doc.Settle("lot saisi", batch.Edits...); err != nil {
			return err
		}
		made = batch.New
		return doc.Flush(ctx)
	})
	if err != nil {
		return nil, err
	}
	return made, nil
}

// openBatch opens the batch that a path names, the standard input when none.
func openBatch(cmd *cobra.Command, path string) (io.ReadCloser, error) {
	if path == "" {
		return io.NopCloser(cmd.InOrStdin()), nil
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, &model.Problem{Message: "Le lot " + model.Quote(path) + " ne peut pas être lu ; vérifiez son nom et vos droits.", Cause: err}
	}
	return file, nil
}
