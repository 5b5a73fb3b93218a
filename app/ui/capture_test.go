package ui

import (
	"fmt"
	"os"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
)

// captured are the places of which pictures are taken. A row is the first of
// its entity.
var captured = []struct{ name, screen, entity, row string }{
	{"accueil", "accueil", "", ""},
	{"territoire", "territoire", "", ""},
	{"communes", "territoire", "", communesRow},
	{"chiffres", "chiffres", "", ""},
	{"chiffre", "chiffres", "figure", ""},
	{"acteurs", "acteurs", "", ""},
	{"acteur", "acteurs", "actor", ""},
	{"reconnaissance", "reconnaissance", "", ""},
	{"ingenierie", "ingenierie", "", ""},
	{"financement", "financement", "", ""},
	{"facteurs", "facteurs", "", ""},
	{"facteur", "facteurs", "key_factor", ""},
	{"constats", "constats", "", ""},
	{"initiatives", "initiatives", "", ""},
	{"initiative", "initiatives", "initiative", ""},
	{"matrice", "initiatives", "", matrixRow},
	{"plan", "plan", "", ""},
	{"preuves", "preuves", "", ""},
	{"preuve", "preuves", "evidence", ""},
	{"rapport", "rapport", "", ""},
}

// TestScreensAreShown shows every screen at every size. With TRESSONS_CAPTURE
// set, it leaves a picture of each to look at.
func TestScreensAreShown(t *testing.T) {
	sizes := []fyne.Size{{Width: 1024, Height: 700}}
	variants := []skin.Variant{skin.Light}
	if os.Getenv(widgettest.CaptureDir) != "" {
		sizes = append(sizes, fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080))
		variants = append(variants, skin.Dark)
	}
	files := map[string]func(testing.TB, skin.Variant) *desk{"exemple": openExample, "vide": openEmpty}
	for name, open := range files {
		for _, variant := range variants {
			d := open(t, variant)
			for _, size := range sizes {
				d.resize(size.Width, size.Height)
				for _, place := range captured {
					d.capture(variant, size, name, place.name, Target{Screen: place.screen, Row: d.firstRow(place.entity, place.row)})
				}
			}
		}
	}
}

// firstRow is the first row of an entity, the row given when there is no entity.
func (d *desk) firstRow(entity, row string) string {
	if entity == "" {
		return row
	}
	ids := d.w.session.rowIDs(entity)
	if len(ids) == 0 {
		return ""
	}
	return ids[0]
}

func (d *desk) capture(variant skin.Variant, size fyne.Size, file, name string, at Target) {
	d.t.Helper()
	d.at(at)
	if d.w.current.Screen != at.Screen {
		d.t.Errorf("%s: %q shows instead of %q", name, d.w.current.Screen, at.Screen)
	}
	widgettest.Save(d.t, d.w.win, variant, fmt.Sprintf("%s-%s-%.0f", name, file, size.Width))
}
