package app

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tressons/model"
)

// writeWhole writes a file so that its name shows either what was there before
// or the whole new content, even after a power cut.
func writeWhole(path string, write func(io.Writer) error) (err error) {
	dir := filepath.Dir(path)
	tmp, err := os.CreateTemp(dir, "."+filepath.Base(path)+".*")
	if err != nil {
		return cannotWrite(path, err)
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, tmp.Close(), os.Remove(tmp.Name()))
		}
	}()
	if err := write(tmp); err != nil {
		return err
	}
	if err := errors.Join(tmp.Chmod(0o644), tmp.Sync()); err != nil {
		return cannotWrite(path, err)
	}
	if err := tmp.Close(); err != nil {
		return cannotWrite(path, err)
	}
	if err := os.Rename(tmp.Name(), path); err != nil {
		return cannotWrite(path, err)
	}
	return nil
}

func cannotWrite(path string, cause error) error {
	name, place := model.Quote(filepath.Base(path)), model.Quote(filepath.Dir(path))
	reason := "Le fichier " + name + " n’a pas pu être écrit"
	switch {
	case errors.Is(cause, fs.ErrNotExist):
		reason += model.NBSP + ": le dossier " + place + " n’existe pas"
	case errors.Is(cause, fs.ErrPermission):
		reason += model.NBSP + ": vous n’avez pas le droit d’écrire dans le dossier " + place
	}
	return &model.Problem{Message: reason + ". Rien n’a été remplacé ; choisissez un autre emplacement.", Cause: cause}
}

func cannotRead(folder string, cause error) error {
	return &model.Problem{Message: "Le dossier " + model.Quote(folder) + " ne peut pas être lu ; vérifiez vos droits et que le dossier partagé est bien branché.", Cause: cause}
}
