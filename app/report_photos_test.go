package app_test

import (
	"bytes"
	"context"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"tressons/app"
	"tressons/model"
)

// TestCoverOfAPhotoOfTheFile: the photo that the file keeps for the cover is on
// it; one that is not in the file is left out, and the document is made.
func TestCoverOfAPhotoOfTheFile(t *testing.T) {
	t.Parallel()
	a, ctx := newApp(t), context.Background()
	d := open(t, a, example(t, a))
	defer closeDocument(t, d)
	var picture bytes.Buffer
	if err := png.Encode(&picture, image.NewGray(image.Rect(0, 0, 400, 300))); err != nil {
		t.Fatal(err)
	}
	name, err := d.AddPhoto(ctx, picture.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	size := func(cover model.Hash) int {
		t.Helper()
		if err := d.Edit("couverture", model.Edit{Entity: "report", Row: "monographie", Field: "cover", Value: string(cover)}); err != nil {
			t.Fatal(err)
		}
		const kind = "monographie"
		path := filepath.Join(t.TempDir(), "m.pdf")
		if err := a.ExportPDF(ctx, d.Current(), app.ReportOptions{Kind: kind, Photos: d.ReportPhotos(ctx, kind)}, path); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return bytes.Count(file, []byte("/Subtype /Image"))
	}
	if n := size(name); n == 0 {
		t.Error("no picture is in the PDF")
	}
	missing := model.Hash("00" + string(name)[2:])
	if n := size(missing); n != 0 {
		t.Errorf("%d pictures for a photo that the file does not hold", n)
	}
}
