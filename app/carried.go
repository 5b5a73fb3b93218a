package app

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"tressons/model"
	"tressons/model/store"
	"tressons/report"
	"tressons/report/pdf"
)

// carriedName is what the diagnosis is called within a PDF, carriedType its media
// type.
const (
	carriedName = "diagnostic.db"
	carriedType = "application/vnd.sqlite3"
)

// largestPDF is the largest PDF that is searched for a diagnosis, in bytes.
const largestPDF = 512 << 20

// Carries tells whether a document carries its diagnosis, unless somebody does
// not want it: those that show one diagnosis as it is now. A questionnaire goes to
// partners, to be filled in by hand.
func Carries(kind string) bool {
	k, ok := report.KindNamed(kind)
	return ok && k.From != report.SeveralDiagnoses && !k.Handed
}

// Carried is the copy of a diagnosis that a PDF carries: what the pages could show,
// without private fields, history and other diagnoses. The same content gives the
// same bytes. It waits for the disk, so the window calls it from another goroutine.
func (d *Document) Carried(ctx context.Context, diagnosis string) (file []byte, err error) {
	folder, err := store.PrivateFolder()
	if err != nil {
		return nil, cannotWrite(os.TempDir(), err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(folder)) }()
	path := filepath.Join(folder, carriedName)
	if _, err := d.Share(ctx, path, ShareOptions{WithoutPrivate: true, WithoutHistory: true, Only: diagnosis, Repeatable: true}); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

func attachments(carried []byte) []pdf.Attachment {
	if carried == nil {
		return nil
	}
	return []pdf.Attachment{{Name: carriedName, Type: carriedType, Data: carried,
		About: "Le diagnostic de ce document, sans les apartés ni les coordonnées : ouvrez ce PDF avec Tressons pour continuer à y travailler."}}
}

// OpenPDF writes the diagnosis that a PDF carries to a file of its own, which can
// be edited and merged with the file that the PDF was made from. It waits for the
// disk.
func (a *App) OpenPDF(ctx context.Context, path, to string) error {
	file, err := carriedBy(path)
	if err != nil {
		return err
	}
	folder, err := store.PrivateFolder()
	if err != nil {
		return cannotWrite(os.TempDir(), err)
	}
	defer func() { _ = os.RemoveAll(folder) }()
	aside := filepath.Join(folder, carriedName)
	if err := os.WriteFile(aside, file, 0o600); err != nil {
		return cannotWrite(aside, err)
	}
	findings, err := a.Verify(ctx, aside)
	switch {
	case err != nil:
		return err
	case len(findings) > 0:
		return &model.Problem{Message: "Le diagnostic que contient " + model.Quote(filepath.Base(path)) +
			" est abîmé. Rien n’a été écrit : demandez une autre copie de ce PDF."}
	}
	return writeWhole(to, func(w io.Writer) error {
		_, err := w.Write(file)
		return err
	})
}

// CarriesDiagnosis tells whether a file is a PDF that carries a diagnosis. It
// waits for the disk.
func (a *App) CarriesDiagnosis(path string) bool {
	_, err := carriedBy(path)
	return err == nil
}

// carriedBy finds the diagnosis in a PDF.
func carriedBy(path string) ([]byte, error) {
	name := model.Quote(filepath.Base(path))
	info, err := os.Stat(path)
	if err != nil {
		return nil, &model.Problem{Message: name + " n’a pas pu être lu. Rien n’a été écrit : vérifiez son nom, vos droits, et que le dossier partagé est bien branché.", Cause: err}
	}
	if info.Size() > largestPDF {
		return nil, &model.Problem{Message: name + " est trop grand pour être l’un de nos documents. Rien n’a été écrit : choisissez un PDF exporté par Tressons."}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, cannotRead(path, err)
	}
	if !bytes.HasPrefix(data, []byte("%PDF")) {
		return nil, &model.Problem{Message: name + " n’est pas un PDF. Rien n’a été écrit : choisissez un PDF exporté par Tressons."}
	}
	attached, err := pdf.Attachments(data)
	if errors.Is(err, pdf.ErrEncrypted) {
		return nil, &model.Problem{Message: name + " est protégé par un mot de passe. Rien n’a été écrit : enregistrez-le sans mot de passe, puis recommencez.", Cause: err}
	}
	for _, x := range attached {
		if bytes.HasPrefix(x.Data, []byte("SQLite format 3\x00")) {
			return x.Data, nil
		}
	}
	return nil, &model.Problem{Message: name + " ne contient pas de diagnostic. Rien n’a été écrit : il a été exporté sans son diagnostic, ou réenregistré par un logiciel qui l’a retiré.", Cause: err}
}
