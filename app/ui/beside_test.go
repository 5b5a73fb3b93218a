package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// withCopies opens a file beside which lie a colleague's copy, as Nextcloud names
// it, and a copy that holds nothing new.
func withCopies(t testing.TB, variant skin.Variant) (d *desk, theirs string) {
	t.Helper()
	d, path, elsewhere := watched(t, variant, time.Hour)
	stem := strings.TrimSuffix(path, ".db")
	theirs = stem + " (conflicted copy 2026-11-23 101500).db"
	if err := os.Rename(elsewhere, theirs); err != nil {
		t.Fatal(err)
	}
	if err := d.w.session.Doc.SaveCopy(t.Context(), stem+" (1).db"); err != nil {
		t.Fatal(err)
	}
	d.w.session.beside.asked = time.Time{}
	d.at(Target{Screen: "accueil"})
	return d, theirs
}

const oneBeside = "1" + model.NBSP + "copie de ce fichier est à côté"

func TestCopyBesideIsOfferedAndMerged(t *testing.T) {
	d, theirs := withCopies(t, skin.Light)
	d.shown(oneBeside)
	d.sees(filepath.Base(theirs), "(Nextcloud)")
	d.misses("commun (1).db")
	d.tap("Comparer et fusionner")
	d.jobs.RunUntil(t, func() bool { return d.w.current.Screen == mergePlace })
	d.settle()
	d.sees(filepath.Base(theirs), "région")
	d.tap("Fusionner")
	d.jobs.RunUntil(t, func() bool { return d.w.session.merge == nil })
	d.settle()
	if got := d.w.session.Diagnosis().Territory().Region; got != "Normandie" {
		t.Errorf("region %q", got)
	}
	d.looksAgain()
	d.misses("copie de ce fichier")
}

func TestCopyBesideCanWait(t *testing.T) {
	d, theirs := withCopies(t, skin.Light)
	d.shown(oneBeside)
	d.tap("Plus tard")
	d.misses("copie de ce fichier")
	d.looksAgain()
	d.misses("copie de ce fichier")
	inCopy(t, d.app, theirs, "Brice", func(edit func(...model.Edit)) {
		edit(model.Edit{Entity: "territory", Row: model.SelfID, Field: "region", Value: "Bretagne"})
	})
	d.looksAgain()
	d.sees(oneBeside) // it changed
}

// looksAgain goes to Accueil after a while.
func (d *desk) looksAgain() {
	d.t.Helper()
	d.w.session.beside.asked = time.Time{}
	d.at(Target{Screen: "accueil"})
	for range 20 { // the look has no end that could be waited for when it finds nothing
		time.Sleep(10 * time.Millisecond)
		d.settle()
	}
}

// TestCopiesBesideAreShown takes pictures of the card of Accueil.
func TestCopiesBesideAreShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, _ := withCopies(t, variant)
		d.shown(oneBeside)
		for _, width := range []float32{1024, 1280} {
			d.resize(width, 720)
			widgettest.Save(t, d.w.win, variant, map[float32]string{1024: "accueil-copie-1024", 1280: "accueil-copie-1280"}[width])
		}
	}
}
