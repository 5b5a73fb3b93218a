package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/hex"
	"errors"

	"tressons/model"
)

// AddPhoto keeps a picture in the file and returns its name for a field of kind
// hash. kind is its media type. The same picture is kept once. A picture is at
// most MaxPhoto bytes.
func (s *Store) AddPhoto(ctx context.Context, kind string, bytes []byte) (model.Hash, error) {
	if err := s.acquire(ctx); err != nil {
		return "", err
	}
	defer s.release()
	if len(bytes) == 0 || len(bytes) > MaxPhoto {
		return "", s.tell(errPhotoSize, whenSaving)
	}
	if s.readOnly {
		return "", s.tell(errReadOnly, whenSaving)
	}
	hash := sha256.Sum256(bytes)
	err := s.writing(ctx, func(c *connection) error {
		return c.exec(ctx, `INSERT INTO photo (sha256, kind, bytes) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, hash[:], kind, bytes)
	})
	if err != nil {
		return "", s.tell(err, whenSaving)
	}
	return model.Hash(hex.EncodeToString(hash[:])), nil
}

// mostDisputed is how many bytes of pictures a preview hands over.
const mostDisputed = 64 << 20

// disputedPhotos reads, of a file that sources were merged into, the pictures that
// conflicts name and that came with a source.
func (s *Store) disputedPhotos(ctx context.Context, c Conflicts, from []*source) (out map[model.Hash][]byte, err error) {
	came := map[string]bool{}
	for _, f := range from {
		for _, name := range f.photos {
			came[string(name)] = true
		}
	}
	room := mostDisputed
	for _, x := range c.Fields {
		for _, v := range x.Versions {
			e := x.Cell
			e.Value = v.Value
			if name, ok := pictureOf(e); !ok || !came[name] {
				continue
			}
			_, file, err := s.Photo(ctx, model.Hash(v.Value))
			if err != nil {
				return nil, err
			}
			if room -= len(file); room < 0 {
				return out, nil
			}
			if out == nil {
				out = map[model.Hash][]byte{}
			}
			out[model.Hash(v.Value)] = file
		}
	}
	return out, nil
}

// Photo reads a picture of the file. A picture that is not there or not what its name
// says is a *model.Problem.
func (s *Store) Photo(ctx context.Context, name model.Hash) (kind string, bytes []byte, err error) {
	if err := s.acquire(ctx); err != nil {
		return "", nil, err
	}
	defer s.release()
	hash, err := hex.DecodeString(string(name))
	if err != nil {
		return "", nil, s.tell(errNoPhoto, whenReading)
	}
	err = s.reading(ctx, func(c *connection) error {
		found := false
		err := c.each(ctx, `SELECT kind, bytes FROM photo WHERE sha256 = ?`, []any{hash}, func(rows *sql.Rows) error {
			found = true
			return rows.Scan(&kind, &bytes)
		})
		if err == nil && !found {
			err = errNoPhoto
		}
		return err
	})
	if sum := sha256.Sum256(bytes); err == nil && string(sum[:]) != string(hash) {
		err = errors.Join(errDamaged, errors.New("photo "+string(name)))
	}
	if err != nil {
		return "", nil, s.tell(err, whenReading)
	}
	return kind, bytes, nil
}
