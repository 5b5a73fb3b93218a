package cli

import (
	"context"
	"errors"
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
func (p program) read(cmd *cobra.Command, path, name string, use func(*model.Diagnosis) error) (err error) {
	doc, err := p.app.OpenAs(cmd.Context(), path, app.Reading)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, doc.Close(cmd.Context())) }()
	d, err := doc.Find(name)
	if err != nil {
		return err
	}
	return use(d)
}

// apply enters a batch, whole or not at all, in one editing session, and returns
// the rows that it made once they are on disk.
func (p program) apply(ctx context.Context, path, name, author string, lines io.Reader) (made []model.Ref, err error) {
	doc, err := p.app.OpenAs(ctx, path, app.Beside)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, doc.Close(ctx)) }()
	d, err := doc.Find(name)
	if err != nil {
		return nil, err
	}
	doc.Select(d.ID)
	doc.SetAuthor(app.Author{Name: author})
	batch, err := p.app.ReadBatch(lines, d, func(string) string { return model.NewID() })
	if err != nil {
		return nil, err
	}
	if err := doc.Settle("lot saisi", batch.Edits...); err != nil {
		return nil, err
	}
	if err := doc.Flush(ctx); err != nil {
		return nil, err
	}
	return batch.New, nil
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
