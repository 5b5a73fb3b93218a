package ui

import (
	"context"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// secretive opens a file with private notes and earlier values in it.
func secretive(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	d := openEmpty(t, variant)
	d.w.session.Doc.SetAuthor(app.Author{Name: "Anne"})
	actor := d.w.session.AddRow("actor", map[string]string{"name": "Awa Diop", "phone": "06 12 34 56 78"})
	d.w.session.AddRow("interview", map[string]string{"actor": string(model.MakeRef("actor", actor)), "notes": "Elle hésite."})
	d.settle()
	return d
}

// openShared opens a shared copy of a file in place of it.
func openShared(t testing.TB, d *desk, o app.ShareOptions) {
	t.Helper()
	to := filepath.Join(t.TempDir(), "copie.db")
	d.w.share(to, o)
	d.shown("Copie prête")
	before := d.w.session
	d.w.Open(to)
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil && d.w.session != before })
	d.settle()
	t.Cleanup(func() {
		if d.w.session != nil {
			_ = d.w.session.Doc.Close(context.Background())
		}
	})
}

func TestSharedCopyLeavesPrivateOut(t *testing.T) {
	d := secretive(t, skin.Light)
	d.w.askShare()
	d.settle()
	d.sees("Préparer une copie à partager", "Sans les apartés, les notes d’entretien ni les coordonnées", "Sans l’historique", "elle n’en efface rien")
	d.tap("Choisir où l’enregistrer…")
	d.sees("Où enregistrer la copie à partager", "diagnostic (à partager)")
	d.tap("Annuler")
	openShared(t, d, app.ShareOptions{WithoutPrivate: true})
	d.sees("Copie partagée sans apartés ni coordonnées", "Préparée par Anne", "elle n’en efface rien", "copie.db", "– copie partagée")
	row := d.firstRow("actor", "")
	if got := d.w.session.Diagnosis().Value("actor", row, "phone"); got != "" {
		t.Errorf("the copy holds the phone number %q", got)
	}
}

func TestWhatASharedCopyLeavesOutIsCounted(t *testing.T) {
	cases := map[string]struct {
		options app.ShareOptions
		left    app.Shared
		want    string
	}{
		"nothing": {app.ShareOptions{}, app.Shared{Photos: 1}, ""},
		"private": {app.ShareOptions{WithoutPrivate: true}, app.Shared{Private: 1}, ", sans 1" + model.NBSP + "aparté ou coordonnée"},
		"history": {app.ShareOptions{WithoutHistory: true}, app.Shared{History: 2}, ", sans 2" + model.NBSP + "anciennes valeurs"},
		"both": {app.ShareOptions{WithoutPrivate: true, WithoutHistory: true}, app.Shared{Private: 3, History: 2},
			", sans 3" + model.NBSP + "apartés ou coordonnées ni 2" + model.NBSP + "anciennes valeurs"},
		"none to leave out": {app.ShareOptions{WithoutPrivate: true}, app.Shared{}, ""},
	}
	for name, c := range cases {
		if got := leftOut(c.options, c.left); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWholeFileIsNoSharedCopy(t *testing.T) {
	d := secretive(t, skin.Light)
	d.misses("Copie partagée", "copie partagée")
	openShared(t, d, app.ShareOptions{})
	d.misses("Copie partagée", "– copie partagée")
}

// TestSharingIsShown takes pictures of the dialog and of an open copy.
func TestSharingIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := secretive(t, variant)
		d.resize(1280, 720)
		d.w.askShare()
		d.settle()
		widgettest.Save(t, d.w.win, variant, "partager")
		d.tap("Annuler")
		openShared(t, d, app.ShareOptions{WithoutPrivate: true, WithoutHistory: true})
		for _, size := range []fyne.Size{{Width: 1024, Height: 700}, {Width: 1280, Height: 720}} {
			d.resize(size.Width, size.Height)
			widgettest.Save(t, d.w.win, variant, map[float32]string{1024: "copie-partagee-1024", 1280: "copie-partagee-1280"}[size.Width])
		}
		d.sees("ni historique")
	}
}
