package ui

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// newcomer opens a file for somebody who never said who they are.
func newcomer(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	d := newDesk(t, variant)
	d.w.options.Settings.AuthorAsked = false
	path := filepath.Join(t.TempDir(), "diagnostic.db")
	if err := d.app.Create(t.Context(), path, "Communauté de communes du Pays neuf", app.Author{}); err != nil {
		t.Fatal(err)
	}
	d.w.Open(path)
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil })
	d.settle()
	t.Cleanup(func() {
		if err := d.w.session.Doc.Close(context.Background()); err != nil {
			t.Error(err)
		}
	})
	d.at(Target{Screen: "territoire"})
	return d
}

// write types in a field and leaves it, without waiting for the disk.
func (d *desk) write(label, text string) {
	d.t.Helper()
	entry := d.field(label).(interface{ Entry() *widgets.Entry }).Entry()
	d.canvas().Focus(entry)
	entry.Entry.SetText(text)
	d.canvas().Unfocus()
	d.draw()
}

// signatures are who made the latest changes that are on disk.
func (d *desk) signatures() []string {
	d.t.Helper()
	told := make(chan []string, 1)
	d.w.session.Doc.PastAsync(app.PastQuery{}, func(past app.Past, err error) {
		names := make([]string, len(past.Deeds))
		for i, d := range past.Deeds {
			names[i] = d.Author.Name
		}
		if err != nil {
			d.t.Error(err)
		}
		told <- names
	})
	return <-told
}

func TestAuthorIsAskedAtTheFirstEdit(t *testing.T) {
	d := newcomer(t, skin.Light)
	d.misses("Qui êtes-vous")
	d.write("Région", "Bretagne")
	d.sees("Qui êtes-vous", "Pas encore enregistré"+model.NBSP+": dites qui vous êtes", "Bretagne")
	if proposed := d.field("Votre nom").(*widgets.Entry).Text; proposed != (&app.Settings{}).Signature().Name {
		t.Errorf("%q is proposed", proposed)
	}
	if n := len(d.signatures()); n != 1 { // the diagnosis was made
		t.Errorf("%d changes are on disk before the answer", n)
	}
	d.field("Votre nom").(*widgets.Entry).Entry.SetText("Camille Durand")
	service := d.field("Votre structure ou votre service").(*widgets.Entry)
	service.Entry.SetText("Pays neuf")
	d.canvas().Focus(service)
	d.key(fyne.KeyReturn)
	d.sees("Camille Durand, Pays neuf", "Enregistré à")
	if got := d.signatures(); got[0] != "Camille Durand" {
		t.Errorf("signed by %q", got)
	}
	if s := d.w.options.Settings; s.Author != "Camille Durand" || s.Organisation != "Pays neuf" {
		t.Errorf("kept %+v", s)
	}
	d.write("Région", "Normandie")
	d.misses("Qui êtes-vous")
}

func TestAuthorWhoDoesNotAnswerIsNotAskedAgain(t *testing.T) {
	d := newcomer(t, skin.Light)
	d.write("Région", "Bretagne")
	d.key(fyne.KeyEscape)
	d.sees("Enregistré à")
	d.misses("Qui êtes-vous")
	account := (&app.Settings{}).Signature().Name
	if got := d.signatures(); got[0] != account {
		t.Errorf("signed by %q, want %q", got, account)
	}
	d.write("Région", "Normandie")
	d.misses("Qui êtes-vous")
	if d.w.options.Settings.MustAskAuthor() {
		t.Error("the next file would ask again")
	}
}

// TestAuthorDialogIsShown takes pictures of it.
func TestAuthorDialogIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := newcomer(t, variant)
		d.resize(1280, 720)
		d.write("Région", "Bretagne")
		widgettest.Save(t, d.w.win, variant, "dialogue-qui-etes-vous")
		d.sees("Qui êtes-vous")
	}
}
