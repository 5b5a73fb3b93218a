package app_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"testing"

	"tressons/model"
)

// TestPhotosEnterTheFile: the same picture has the same name, and what is no
// picture is refused in words.
func TestPhotosEnterTheFile(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 4000, 30))); err != nil {
		t.Fatal(err)
	}
	name, err := d.AddPhoto(context.Background(), picture.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	again, err := d.AddPhoto(context.Background(), picture.Bytes())
	if err != nil || again != name || name == "" {
		t.Errorf("named %q, then %q (error %v)", name, again, err)
	}
	var problem *model.Problem
	if _, err := d.AddPhoto(context.Background(), []byte("Bonjour")); !errors.As(err, &problem) {
		t.Errorf("text as a picture: error %v", err)
	}
}
