package ui

import (
	"cmp"
	"image"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// photoField is what a field that names a photo is filled in with: the photo,
// small, and what can be done about it.
type photoField struct {
	s       *Session
	label   string
	value   model.Hash
	commit  func(value string) // keeps the name of another photo, "" for none
	offers  bool               // the photos of the proofs can be taken again
	inside  bool               // of a dialog, where nothing can be dropped
	picture *widgets.Picture
	add     *widgets.Button
	content *fyne.Container
}

func newPhotoField(s *Session, f model.Field, value string, commit func(string)) *photoField {
	p := &photoField{s: s, label: f.Label, value: model.Hash(value), commit: commit, content: widgets.VStack(skin.Gap2)}
	p.picture = widgets.NewPicture(func() { s.host.viewPhoto(p.label, p.value) })
	p.add = widgets.NewButton(widgets.ButtonOptions{Label: "+ Choisir une image…", Kind: widgets.Dashed, OnTapped: p.ask})
	p.arrange()
	return p
}

// show shows another photo of the file, telling nobody.
func (p *photoField) show(value string) {
	if model.Hash(value) != p.value {
		p.value = model.Hash(value)
		p.arrange()
	}
}

// offerProofs has the field offer the photos of the proofs too.
func (p *photoField) offerProofs() {
	p.offers = true
	p.arrange()
}

// inDialog has the field say nothing of dropping files.
func (p *photoField) inDialog() {
	p.inside = true
	p.arrange()
}

// control is what takes the cursor.
func (p *photoField) control() fyne.Focusable {
	if p.value == "" && !p.s.consulting() {
		return p.add
	}
	return p.picture
}

// arrange builds the field for the photo that it has, or for none.
func (p *photoField) arrange() {
	p.content.Objects = nil
	switch {
	case p.value != "":
		p.content.Add(p.picture)
		p.load()
	case p.s.consulting():
		p.content.Add(widgets.NewText("Pas d’image.", widgets.TextOptions{Style: widgets.Secondary}))
	default:
		p.content.Add(p.add)
		if !p.inside {
			p.content.Add(widgets.NewText("Ou déposez un fichier d’image sur cette fenêtre.", widgets.TextOptions{Style: widgets.Small}))
		}
	}
	if buttons := p.buttons(); len(buttons) > 0 {
		p.content.Add(widgets.Flow(skin.Gap2, buttons...))
	}
	p.content.Refresh()
}

// buttons are what can be done besides choosing a first photo.
func (p *photoField) buttons() []fyne.CanvasObject {
	if p.s.consulting() {
		return nil
	}
	var out []fyne.CanvasObject
	if p.value != "" {
		out = append(out, widgets.NewButton(widgets.ButtonOptions{Label: "Remplacer…", OnTapped: p.ask}),
			widgets.NewButton(widgets.ButtonOptions{Label: "Retirer", Kind: widgets.Quiet, OnTapped: func() { p.keep("") }}))
	}
	if p.offers && len(p.proofs()) > 0 {
		out = append(out, widgets.NewButton(widgets.ButtonOptions{Label: "Reprendre une photo…", OnTapped: p.askProof}))
	}
	return out
}

// load shows the photo once it is read from the file.
func (p *photoField) load() {
	value := p.value
	p.s.thumbnail(value, func(photo image.Image, err error) {
		switch {
		case p.value != value: // another one meanwhile
		case err != nil:
			p.picture.SetWords(app.Explain(err))
		default:
			p.picture.SetPhoto(photo)
		}
	})
}

// ask has a picture chosen on the disk, then keeps it.
func (p *photoField) ask() { p.s.host.askPhoto(p.keep) }

// keep shows a photo of the file, "" for none, and keeps its name.
func (p *photoField) keep(name model.Hash) {
	p.show(string(name))
	p.commit(string(name))
	p.s.Window().Canvas().Focus(p.control()) // what had it may be gone
}

// proofs lists the proofs with a photo that is not the one shown.
func (p *photoField) proofs() []model.Evidence {
	var out []model.Evidence
	for _, e := range p.s.Diagnosis().Evidence.All() {
		if e.Photo != "" && e.Photo != p.value {
			out = append(out, e)
		}
	}
	return out
}

// askProof has one of the photos of the proofs chosen.
func (p *photoField) askProof() {
	var hide func()
	var first fyne.Focusable
	rows := widgets.VStack(skin.Gap2)
	for _, e := range p.proofs() {
		small := widgets.NewThumbnail()
		p.s.thumbnail(e.Photo, func(photo image.Image, err error) {
			if err == nil {
				small.SetPhoto(photo)
			}
		})
		title := widgets.NewText(cmp.Or(e.Title, "Photo sans titre"), widgets.TextOptions{MaxLines: 2})
		row := widgets.NewTapRow(widgets.HStack(skin.Gap3, small, widgets.Fill(title)), func() {
			hide()
			p.keep(e.Photo)
		})
		if rows.Add(row); first == nil {
			first = row
		}
	}
	const most = 380
	hide = box{title: "Reprendre une photo des preuves", cancel: "Annuler", content: scrolled(rows, most), focus: first}.show(p.s.Window())
}
