package ui

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
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

// looks are the sizes and the colours in which screens are shown: all of them when
// pictures are asked for, otherwise the narrowest.
func looks() (sizes []fyne.Size, variants []skin.Variant) {
	sizes, variants = []fyne.Size{{Width: 1024, Height: 700}}, []skin.Variant{skin.Light}
	if os.Getenv(widgettest.CaptureDir) != "" {
		sizes = append(sizes, fyne.NewSize(1280, 720), fyne.NewSize(1920, 1080))
		variants = append(variants, skin.Dark)
	}
	return sizes, variants
}

// TestScreensAreShown shows every screen at every size. With TRESSONS_CAPTURE
// set, it leaves a picture of each to look at.
func TestScreensAreShown(t *testing.T) {
	sizes, variants := looks()
	files := map[string]func(testing.TB, skin.Variant) *desk{"exemple": openExample, "vide": openEmpty, "long": openLong}
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

// openLong opens a file whose texts are long, in words that cannot be cut too.
func openLong(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	d := openEmpty(t, variant)
	s := d.w.session
	name := "Une maison des initiatives citoyennes, coopératives et associatives pour l’habitat, la mobilité et l’alimentation de toutes les communes du territoire"
	word := "Anticonstitutionnellement" + strings.Repeat("anticonstitutionnellement", 3)
	text := strings.Repeat(name+". ", 20)
	for i := range 14 {
		axis := string(model.AxisIDs[i%len(model.AxisIDs)])
		factor := s.AddRow("key_factor", map[string]string{"statement": []string{name, word}[i%2], "axis": axis, "scale": "departement", "description": text})
		initiative := s.AddRow("initiative", map[string]string{"name": []string{word, name}[i%2], "commune": "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson", "year": "2012", "description": text})
		s.AddRow("figure", map[string]string{"label": name, "value": "123456789", "unit": word, "perimeter": name, "source": name})
		s.AddRow("action", map[string]string{"title": name, "lever": "cooperation", "lead": name, "due": "2027-03-01", "status": "decided"})
		proof := s.AddRow("evidence", map[string]string{"title": name, "publisher": word, "pages": "p. 4"})
		actor := s.AddRow("actor", map[string]string{"name": word, "organisation": name})
		s.AddRow("interview", map[string]string{"actor": string(model.MakeRef("actor", actor)), "summary": text})
		s.cross(initiative, factor, true)
		s.Edit("lien", model.LinkEdits(model.MakeRef("evidence", proof), model.MakeRef("key_factor", factor))...)
	}
	d.settle()
	return d
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

// waitForPages waits until the pages of the report are laid out, if it shows.
func (d *desk) waitForPages() {
	d.t.Helper()
	if _, ok := d.w.view.(*reportView); ok {
		d.reportShown()
	}
}

func (d *desk) capture(variant skin.Variant, size fyne.Size, file, name string, at Target) {
	d.t.Helper()
	d.at(at)
	if d.w.current.Screen != at.Screen {
		d.t.Errorf("%s: %q shows instead of %q", name, d.w.current.Screen, at.Screen)
	}
	d.waitForPages()
	if at.Screen == "rapport" && os.Getenv(widgettest.CaptureDir) != "" {
		d.painted()
	}
	widgettest.Save(d.t, d.w.win, variant, fmt.Sprintf("%s-%s-%.0f", name, file, size.Width))
}

// TestDialogsAreShown takes pictures of the dialogs over a screen.
func TestDialogsAreShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d := openExample(t, variant)
		d.resize(1024, 700)
		d.at(Target{Screen: "facteurs", Row: d.firstRow("key_factor", "")})
		d.openLinkDialog("Preuves")
		widgettest.Save(t, d.w.win, variant, "dialogue-lien")
		d.sees("Ajouter une preuve", "et 10"+model.NBSP+"autres")
		d.canvas().Focused().(*widgets.Entry).Entry.SetText("Bilan 2025")
		d.settle()
		widgettest.Save(t, d.w.win, variant, "dialogue-lien-nouveau")
		d.tap("+ Créer une preuve " + model.Quote("Bilan 2025"))
		widgettest.Save(t, d.w.win, variant, "dialogue-creer")
		d.sees("Créer une preuve", "Adresse internet ou emplacement")
		d.tap("Créer et relier")
		d.sees("Bilan 2025")
	}
}
