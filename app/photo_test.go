package app_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/model"
)

// TestPhotosEnterTheFile: the same picture has the same name, and what is no
// picture is refused in words.
// TestPhotosOfARescue: a photo is in the copy of a file that was written over.
func TestPhotosOfARescue(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	path := example(t, a)
	d := open(t, a, path)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40, 30))); err != nil {
		t.Fatal(err)
	}
	drawing := filepath.Join(t.TempDir(), "plan.png")
	if err := os.WriteFile(drawing, picture.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	before := read(t, path)
	name, err := d.AddPhotoFile(t.Context(), drawing)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Edit("photo", set("report", "monographie", "cover", string(name))); err != nil {
		t.Fatal(err)
	}
	if err := d.Flush(t.Context()); err != nil {
		t.Fatal(err)
	}
	writeFile(t, path, before)
	edit(t, d, "engaged")
	kept := filepath.Join(t.TempDir(), "gardé.db")
	if err := d.SaveCopy(t.Context(), kept); err != nil {
		t.Fatal(err)
	}
	if err := d.Close(t.Context()); !app.IsReplaced(err) {
		t.Fatalf("closed with error %v, want that the file was replaced", err)
	}
	anew := open(t, a, kept)
	defer closeDocument(t, anew)
	type read struct {
		size image.Point
		err  error
	}
	told := make(chan read, 1)
	anew.PhotoAsync(name, 20, func(photo image.Image, err error) {
		if err != nil {
			told <- read{err: err}
			return
		}
		told <- read{size: photo.Bounds().Size()}
	})
	if got := <-told; got.err != nil || got.size != image.Pt(20, 15) {
		t.Errorf("the photo measures %v (error %v), want 20 × 15", got.size, got.err)
	}
}

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
