package ui

import (
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
	"tressons/report/figure"
)

// picture leaves a photo of some hills beside the open file.
func (d *desk) picture(name string, w, h int) (path string) {
	d.t.Helper()
	photo := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.RGBA{200, 220, uint8(255 - 60*y/h), 255}
			if hill := h/2 + (x-w/2)*(x-w/2)*h/(2*w*w); y > hill {
				c = color.RGBA{60, uint8(150 - 90*y/h), 80, 255}
			}
			photo.SetRGBA(x, y, c)
		}
	}
	path = filepath.Join(filepath.Dir(d.w.session.Doc.Info().Path), name)
	file, err := os.Create(path)
	if err != nil {
		d.t.Fatal(err)
	}
	if err := jpeg.Encode(file, photo, nil); err != nil {
		d.t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// drop drops files on the window.
func (d *desk) drop(at fyne.Position, paths ...string) {
	d.t.Helper()
	var uris []fyne.URI
	for _, path := range paths {
		uris = append(uris, storage.NewFileURI(path))
	}
	d.w.dropped(at, uris)
}

// photo is the photo that the window shows, nil for none.
func (d *desk) photo() image.Image {
	for _, o := range d.objects() {
		if p, ok := o.(*widgets.Picture); ok && p.Photo() != nil {
			return p.Photo()
		}
	}
	return nil
}

func TestPhotoOfAProof(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.picture("La Cambuse.jpg", 1200, 900)
	id := d.w.session.AddRow("evidence", map[string]string{"title": "Inauguration"})
	d.at(Target{Screen: "preuves", Row: id})
	d.sees("Ou déposez un fichier d’image sur cette fenêtre.")
	d.tap("+ Choisir une image…")
	d.until(func() bool { return d.says("La Cambuse.jpg") })
	d.tap("La Cambuse.jpg")
	d.tap("Choisir")
	d.until(func() bool { return d.photo() != nil })
	d.misses("+ Choisir une image…")
	if size := d.photo().Bounds().Size(); size != image.Pt(560, 420) {
		t.Errorf("the photo that shows measures %v", size)
	}
	first := d.w.session.Diagnosis().Value("evidence", id, "photo")
	widgettest.Save(t, d.w.win, skin.Light, "photo-preuve")

	d.drop(fyne.Position{}, d.picture("plus tard.jpg", 300, 600))
	d.until(func() bool { return d.photo() != nil && d.photo().Bounds().Dy() == 560 })
	if now := d.w.session.Diagnosis().Value("evidence", id, "photo"); now == first || now == "" {
		t.Errorf("after another one was dropped: %q, before %q", now, first)
	}
	d.canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	d.until(func() bool { return d.says("Fermer") })
	widgettest.Save(t, d.w.win, skin.Light, "photo-grande")
	d.tap("Fermer")

	d.tap("Retirer")
	d.sees("+ Choisir une image…")
	d.undo()
	d.sees("Annulé" + model.NBSP + ": Preuve " + model.Quote("Inauguration") + model.NBSP + ": photo")
	d.until(func() bool { return d.photo() != nil })

	d.past() // what was there before is shown, not named
	d.until(func() bool { return d.photo() != nil })
	widgettest.Save(t, d.w.win, skin.Light, "photo-historique")
}

func TestRefusedPictures(t *testing.T) {
	d := openEmpty(t, skin.Light)
	id := d.w.session.AddRow("evidence", map[string]string{"title": "Inauguration"})
	d.at(Target{Screen: "preuves", Row: id})
	folder := filepath.Dir(d.w.session.Doc.Info().Path)
	for name, c := range map[string]struct {
		file string // "" for no such file
		says string
	}{
		"coupée.jpg": {"\xFF\xD8\xFF\xE0 puis rien", "endommagée ou d’un format inconnu"},
		"IMG_1.HEIC": {"\x00\x00\x00\x18ftypheic", "au format HEIC, celui des iPhone"},
		"logo.svg":   {`<svg xmlns="http://www.w3.org/2000/svg"/>`, "au format SVG"},
		"partie.png": {"", "ne peut pas être lu"},
	} {
		path := filepath.Join(folder, name)
		if c.file != "" {
			if err := os.WriteFile(path, []byte(c.file), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		d.drop(fyne.Position{}, path)
		d.until(func() bool { return d.says("Fermer") })
		d.sees(c.says)
		d.tap("Fermer")
	}
	if got := d.w.session.Diagnosis().Value("evidence", id, "photo"); got != "" {
		t.Errorf("kept %q", got)
	}
}

func TestPhotosDroppedOnALeverBecomeItsProofs(t *testing.T) {
	d := openEmpty(t, skin.Light)
	lever := d.w.session.Grid().LeversOf(model.Support)[0]
	d.at(Target{Screen: string(model.Support), Row: lever.Slug})
	d.drop(fyne.Position{}, d.picture("guichet.jpg", 40, 30), d.picture("atelier.jpg", 30, 40))
	d.until(func() bool { return d.says("2" + model.NBSP + "photos ajoutées aux preuves") })
	d.sees("guichet", "atelier")
	if got := d.w.session.joined(model.MakeRef("lever", lever.Slug), "evidence"); len(got) != 2 {
		t.Fatalf("the lever has %d proofs", len(got))
	}
	d.undo()
	if got := d.w.session.rowIDs("evidence"); len(got) != 0 {
		t.Errorf("after one undo %d proofs are left", len(got))
	}
}

func TestPhotoDroppedElsewhereIsANewProof(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.drop(fyne.Position{}, d.picture("marché.jpg", 40, 30))
	d.until(func() bool { return d.photo() != nil })
	d.sees("marché")
}

func TestCoverAndLogoOfAReport(t *testing.T) {
	d := openExample(t, skin.Light)
	v := d.report()
	v.choose("monographie")
	d.reportShown()
	d.sees("Image de couverture", "Logo")
	onCover := func() (pictures int) {
		for _, op := range v.shown.drawings[0].Ops {
			if _, ok := op.(figure.Picture); ok {
				pictures++
			}
		}
		return pictures
	}
	path := d.picture("bourg.jpg", 400, 300)
	d.drop(fyne.Position{}, path)
	d.until(func() bool { return !v.busy && onCover() == 1 })

	logo := v.panel.settings.fields["logo"].field
	d.reveal(logo)
	d.drop(fyne.CurrentApp().Driver().AbsolutePositionForObject(logo).AddXY(5, 5), d.picture("logo.jpg", 200, 100))
	d.until(func() bool { return !v.busy && onCover() == 2 })
	widgettest.Save(t, d.w.win, skin.Light, "photo-rapport")

	d.w.session.AddRow("evidence", map[string]string{"title": "Le bourg sous la neige", "photo": d.w.session.Diagnosis().Value("report", "monographie", "cover")})
	d.at(Target{Screen: "accueil"})
	v = d.report()
	d.tap("Retirer")
	d.tap("Reprendre une photo…")
	widgettest.Save(t, d.w.win, skin.Light, "photo-reprendre")
	d.tap("Le bourg sous la neige")
	d.until(func() bool { return !v.busy && onCover() == 2 })
}
