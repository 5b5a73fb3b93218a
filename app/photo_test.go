package app_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/model"
)

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

// TestReceivedPhotosAreShown compares a copy in which another photo was chosen: both
// are shown before anything is merged.
func TestReceivedPhotosAreShown(t *testing.T) {
	t.Parallel()
	a := newApp(t)
	ours := example(t, a)
	theirs := filepath.Join(t.TempDir(), "copie.db")
	whole, err := os.ReadFile(ours)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(theirs, whole, 0o644); err != nil {
		t.Fatal(err)
	}
	chosen := map[string]model.Hash{}
	var proof string
	for i, path := range []string{ours, theirs} {
		d := openDocument(t, a, path)
		proof = d.Current().Evidence.All()[0].ID
		d.SetAuthor(app.Author{Name: path})
		var picture bytes.Buffer
		if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 40+i, 30))); err != nil {
			t.Fatal(err)
		}
		if chosen[path], err = d.AddPhoto(t.Context(), picture.Bytes()); err != nil {
			t.Fatal(err)
		}
		if err := d.Edit("photo", model.Edit{Entity: "evidence", Row: proof, Field: "photo", Value: string(chosen[path])}); err != nil {
			t.Fatal(err)
		}
		if err := d.Close(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	d := openDocument(t, a, ours)
	defer closeDocument(t, d)
	if w := photoWidth(d, chosen[theirs]); w != 0 {
		t.Fatalf("their photo is %d wide before their copy was looked at", w)
	}
	compared := make(chan error, 1)
	d.PreviewMergeAsync(t.Context(), []string{theirs}, func(r app.MergeReport, err error) {
		if err == nil && r.Conflicts.Count() != 1 {
			err = fmt.Errorf("%d conflicts", r.Conflicts.Count())
		}
		compared <- err
	})
	if err := <-compared; err != nil {
		t.Fatal(err)
	}
	if mine, other := photoWidth(d, chosen[ours]), photoWidth(d, chosen[theirs]); mine != 40 || other != 41 {
		t.Errorf("the photos are %d and %d wide, want 40 and 41", mine, other)
	}
}

// photoWidth is the width of a photo as a document shows it, 0 when it cannot.
func photoWidth(d *app.Document, name model.Hash) int {
	width := make(chan int, 1)
	d.PhotoAsync(name, 200, func(photo image.Image, err error) {
		if err != nil {
			width <- 0
			return
		}
		width <- photo.Bounds().Dx()
	})
	return <-width
}
