package app

import (
	"context"
	"image"
	"os"
	"path/filepath"

	"tressons/app/photo"
	"tressons/model"
	"tressons/model/store"
)

// mostPicture is the largest file that is read as a picture, in bytes: no camera
// or scanner makes such ones.
const mostPicture = 200e6

// AddPhoto makes a picture that somebody chose ready for paper and screen (see
// package photo) and keeps it in the file. The name that it returns is for a field
// of kind model.KindHash. It waits for the disk, and some seconds for a large
// picture: not for the window's goroutine.
func (d *Document) AddPhoto(ctx context.Context, file []byte) (model.Hash, error) {
	kind, ready, err := photo.Prepare(file)
	if err != nil {
		return "", err
	}
	name, err := d.writer.store.AddPhoto(ctx, kind, ready)
	if err == nil {
		d.writer.took(name, picture{kind, ready})
	}
	return name, err
}

// picture is a photo ready for a file.
type picture struct {
	kind string // its media type
	file []byte
}

// took notes a photo that was added in this opening, for a rescue from memory: a
// synchroniser that writes over the file takes it away.
func (w *writer) took(name model.Hash, p picture) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pictures == nil {
		w.pictures = map[model.Hash]picture{}
	}
	w.pictures[name] = p
}

// picture is a photo that diagnoses name, from memory if it was added lately.
func (w *writer) picture(ctx context.Context, name model.Hash) (p picture, err error) {
	w.mu.Lock()
	p, added := w.pictures[name]
	w.mu.Unlock()
	if !added {
		p.kind, p.file, err = w.store.Photo(ctx, name)
	}
	return p, err
}

// receives notes photos that copies to be merged bring, in place of those of the copies
// before. The window shows them before they are in the file.
func (w *writer) receives(photos map[model.Hash][]byte) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.received = photos
}

// photo is a photo of the file, or of a copy that is to be merged into it.
func (w *writer) photo(ctx context.Context, s *store.Store, name model.Hash) ([]byte, error) {
	_, file, err := s.Photo(ctx, name)
	if err == nil {
		return file, nil
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if file, ok := w.received[name]; ok {
		return file, nil
	}
	return nil, err
}

// AddPhotoFile is AddPhoto for a picture that lies on the disk.
func (d *Document) AddPhotoFile(ctx context.Context, path string) (model.Hash, error) {
	info, err := os.Stat(path)
	if err == nil && info.Size() > mostPicture {
		return "", &model.Problem{Message: model.Quote(filepath.Base(path)) + " pèse " + model.FormatBytes(info.Size()) +
			", trop pour une image. Elle n’a pas été ajoutée" + model.NBSP + ": réduisez-la, puis ajoutez-la de nouveau."}
	}
	var file []byte
	if err == nil {
		file, err = os.ReadFile(path)
	}
	if err != nil {
		return "", &model.Problem{Cause: err, Message: model.Quote(filepath.Base(path)) + " ne peut pas être lu, et rien n’a été ajouté. " +
			"Vérifiez que ce fichier est toujours à sa place et que vous avez le droit de l’ouvrir."}
	}
	return d.AddPhoto(ctx, file)
}

// PhotoAsync reads a photo of the file, or of the copies that were last compared with
// it, scaled down so that no side is longer than that many pixels, and hands it over on
// another goroutine.
func (d *Document) PhotoAsync(name model.Hash, longest int, then func(image.Image, error)) {
	d.writer.look(func(ctx context.Context, s *store.Store) {
		file, err := d.writer.photo(ctx, s, name)
		go func() { // the file is free again
			if err != nil {
				then(nil, err)
				return
			}
			then(photo.Scaled(file, longest))
		}()
	})
}

// rescuePhotos writes the photos that diagnoses name into another file. One that
// cannot be read any more is left out: the field says so.
func (d *Document) rescuePhotos(ctx context.Context, diagnoses []*model.Diagnosis, into *store.Store) error {
	for _, x := range diagnoses {
		for _, name := range x.Photos() {
			p, err := d.writer.picture(ctx, name)
			if err != nil {
				continue
			}
			if _, err := into.AddPhoto(ctx, p.kind, p.file); err != nil {
				return err
			}
		}
	}
	return nil
}
