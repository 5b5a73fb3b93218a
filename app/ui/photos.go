package ui

import (
	"cmp"
	"context"
	"image"
	"path/filepath"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"tressons/app/ui/filedialog"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// Pictured is a View with room for photos of its own: a picture that is dropped on
// the window goes there.
type Pictured interface {
	// PictureAt gives what keeps a photo dropped at a place, nil for nothing.
	PictureAt(at fyne.Position) (keep func(model.Hash))
}

// Supported is a View about a row that proofs can support.
type Supported interface {
	Supported() model.Ref
}

// pictureExtensions are those of the files that can be read as photos.
var pictureExtensions = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff", ".bmp"}

// strangers are the extensions of pictures that cannot be read: they are taken for
// pictures all the same, so that the refusal says so.
var strangers = []string{".heic", ".heif", ".avif", ".svg"}

func isPicture(path string) bool {
	extension := strings.ToLower(filepath.Ext(path))
	return slices.Contains(pictureExtensions, extension) || slices.Contains(strangers, extension)
}

// thumbnails is how many small photos are kept in memory, half a megabyte each.
const thumbnails = 40

// thumbnail shows a photo of the file, small, now or once it is read.
func (s *Session) thumbnail(name model.Hash, show func(image.Image, error)) {
	if photo, known := s.photos[name]; known {
		show(photo, nil)
		return
	}
	const sharp = 2 // pixels of a screen for one of ours
	s.Doc.PhotoAsync(name, int(sharp*widgets.PictureWidth), func(photo image.Image, err error) {
		fyne.Do(func() {
			if err == nil {
				if len(s.photos) >= thumbnails || s.photos == nil {
					s.photos = map[model.Hash]image.Image{}
				}
				s.photos[name] = photo
			}
			show(photo, err)
		})
	})
}

// askPhoto asks for a picture of the disk, keeps it in the file, then goes on with
// its name.
func (w *Window) askPhoto(then func(model.Hash)) {
	o := w.fileOptions("Choisir une image", "Choisir", "")
	o.Extensions, o.Kind, o.Start = pictureExtensions, "Images (JPEG, PNG, GIF, WebP, TIFF, BMP)", cmp.Or(w.pictures, w.lastFolder())
	filedialog.Open(o, func(path string) {
		w.pictures = filepath.Dir(path)
		w.keepPhotos([]string{path}, func(kept []model.Hash) { then(kept[0]) })
	})
}

// keepPhotos makes pictures of the disk ready and keeps them in the file, away
// from the window, then goes on with their names. Nothing is done with them when
// the person has meanwhile gone to another file or diagnosis.
func (w *Window) keepPhotos(paths []string, then func([]model.Hash)) {
	s, diagnosis := w.session, w.session.Diagnosis().ID
	var cancel func()
	var progress *widgets.Progress
	progress = widgets.NewProgress(w.win, model.Plural(len(paths), "Préparation de l’image…", "Préparation des images…"), func() {
		cancel()
		progress.Hide() // the picture being decoded is finished with, for nothing
	})
	cancel = Async(func(ctx context.Context) ([]model.Hash, error) {
		kept := make([]model.Hash, 0, len(paths))
		for _, path := range paths {
			name, err := s.Doc.AddPhotoFile(ctx, path)
			if err != nil {
				return nil, err
			}
			kept = append(kept, name)
		}
		return kept, ctx.Err()
	}, func(kept []model.Hash, err error) {
		progress.Hide()
		switch {
		case w.session != s:
		case err != nil:
			w.fail(err)
		case s.Diagnosis().ID != diagnosis || s.consulting():
			w.toast("Rien n’a été ajouté"+model.NBSP+": vous êtes passé à un autre diagnostic pendant la préparation", "", nil)
		default:
			then(kept)
		}
	})
	progress.ShowAfter(progressDelay)
}

// viewPhoto shows a photo of the file as large as the window allows.
func (w *Window) viewPhoto(title string, name model.Hash) {
	const full = 2048 // more than any photo of a file measures
	s := w.session
	s.Doc.PhotoAsync(name, full, func(photo image.Image, err error) {
		fyne.Do(func() {
			switch {
			case w.session != s:
			case err != nil:
				w.fail(err)
			default:
				w.showLarge(title, photo)
			}
		})
	})
}

func (w *Window) showLarge(title string, photo image.Image) {
	var modal *widgets.Modal
	hide := func() { modal.Hide() }
	shown := canvas.NewImageFromImage(photo)
	shown.FillMode = canvas.ImageFillContain
	closing := widgets.NewButton(widgets.ButtonOptions{Label: "Fermer", OnTapped: hide})
	head := widgets.Pad(widgets.Insets{Bottom: skin.Gap3}, widgets.HStack(skin.Gap3, widgets.Fill(dialogTitle(title)), closing))
	panel := widgets.NewCard(container.NewBorder(head, nil, nil, nil, shown), widgets.CardOptions{Margins: widgets.Uniform(skin.Gap4)})
	size := around(photo.Bounds().Size(), w.win.Canvas().Size())
	modal = widgets.ShowModal(w.win, widgets.ModalOptions{Panel: panel, Width: size.Width, Height: size.Height, OnEscape: hide}, closing)
}

// around is the size of a dialog that shows a photo as large as the window allows,
// no larger than its pixels.
func around(photo image.Point, window fyne.Size) fyne.Size {
	const sides, head, air, least = 2 * skin.Gap4, skin.ControlHeight + skin.Gap3, 48, 360
	w, h := float32(photo.X), float32(photo.Y)
	k := min(1, (window.Width-air-sides)/w, (window.Height-air-sides-head)/h)
	return fyne.NewSize(max(least, k*w+sides), k*h+sides+head)
}

// droppedPictures puts a picture that was dropped on the window where the screen
// shows photos. Elsewhere each becomes a proof, of what the screen is about.
func (w *Window) droppedPictures(at fyne.Position, paths []string) {
	s := w.session
	switch {
	case s == nil:
		w.toast("Ouvrez d’abord un diagnostic"+model.NBSP+": l’image deviendra une de ses preuves", "", nil)
		return
	case s.consulting():
		w.toast("Rien n’a été ajouté"+model.NBSP+": vous consultez en lecture seule", "", nil)
		return
	}
	w.leaveView()
	if v, ok := w.view.(Pictured); ok && len(paths) == 1 {
		if keep := v.PictureAt(at); keep != nil {
			w.keepPhotos(paths, func(kept []model.Hash) { keep(kept[0]) })
			return
		}
	}
	w.keepPhotos(paths, func(kept []model.Hash) { w.addProofs(paths, kept) })
}

// addProofs makes a proof of each photo, in one step for « Annuler », and shows
// them where one would look.
func (w *Window) addProofs(paths []string, photos []model.Hash) {
	s := w.session
	e, _ := model.EntityNamed("evidence")
	v, about := w.view.(Supported)
	var edits []model.Edit
	var last string
	var position model.Position
	if ids := s.rowIDs(e.Name); len(ids) > 0 {
		position = model.Position(s.Diagnosis().Value(e.Name, ids[len(ids)-1], "position"))
	}
	for i, photo := range photos {
		last, position = model.NewID(), model.PositionBetween(position, "")
		title := strings.TrimSuffix(filepath.Base(paths[i]), filepath.Ext(paths[i]))
		edits = append(edits, s.Diagnosis().AddRowEdits(e, last, map[string]string{
			"title": title, "kind": "photo", "photo": string(photo), "position": string(position)})...)
		if about {
			edits = append(edits, model.LinkEdits(model.MakeRef(e.Name, last), v.Supported())...)
		}
	}
	added := model.Count(len(photos), "photo ajoutée aux preuves", "photos ajoutées aux preuves")
	if !s.Edit("ajout"+model.NBSP+": "+model.Count(len(photos), "photo", "photos"), edits...) {
		return
	}
	show := func() { s.Go(s.targetOf(e.Name, last, "title")) }
	switch {
	case about:
		s.Rebuild()
		w.toast(added, "La décrire", show)
	case len(photos) == 1:
		show()
	default:
		s.Go(Target{Screen: evidenceScreen().id})
		w.toast(added, "Annuler", s.Undo)
	}
}
