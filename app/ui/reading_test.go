package ui

import (
	"os"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// reader reads a file that Anne has open; note says so beside it.
func reader(t testing.TB, variant skin.Variant) (d *desk, path, note string) {
	t.Helper()
	d = newDesk(t, variant)
	d.w.pace = 5 * time.Millisecond
	path, note = heldFile(t, d)
	d.w.openAs(path, app.Reading)
	d.opens(path)
	d.at(Target{Screen: "territoire"})
	return d, path, note
}

func TestTextThatIsReadCanBeCopiedNotTyped(t *testing.T) {
	d, _, _ := reader(t, skin.Light)
	d.sees("Lecture seule"+model.NBSP+": vous pouvez tout voir", "Voir la liste…")
	region := d.field("Région").(interface{ Entry() *widgets.Entry }).Entry()
	before := region.Text
	d.canvas().Focus(region)
	test.Type(region, "Normandie")
	d.key(fyne.KeyDelete)
	region.TypedShortcut(&fyne.ShortcutPaste{Clipboard: fyne.CurrentApp().Clipboard()})
	region.TypedShortcut(&fyne.ShortcutSelectAll{})
	region.TypedShortcut(&fyne.ShortcutCut{Clipboard: fyne.CurrentApp().Clipboard()})
	if region.Text != before {
		t.Errorf("the field says %q, want %q", region.Text, before)
	}
	region.TypedShortcut(&fyne.ShortcutCopy{Clipboard: fyne.CurrentApp().Clipboard()})
	if got := fyne.CurrentApp().Clipboard().Content(); got != before || got == "" {
		t.Errorf("%q was copied, want %q", got, before)
	}
}

// TestNothingIsOfferedThatCannotBeDone goes through every screen of a file that is
// only read.
func TestNothingIsOfferedThatCannotBeDone(t *testing.T) {
	d, _, _ := reader(t, skin.Light)
	for _, place := range captured {
		d.at(Target{Screen: place.screen, Row: d.firstRow(place.entity, place.row)})
		for _, line := range strings.Split(d.text(), "\n") {
			if strings.HasPrefix(line, "+ ") || strings.HasPrefix(line, "Supprimer") || strings.HasPrefix(line, "Modifier") || line == "Retirer" || line == "Non concerné…" {
				t.Errorf("%s offers %q", place.name, line)
			}
		}
	}
}

func TestReadingGoesOnInACopy(t *testing.T) {
	d, path, _ := reader(t, skin.Light)
	d.press("Travailler sur une copie")
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil && !d.w.session.Doc.Info().ReadOnly })
	d.opens(d.w.session.Doc.Info().Path)
	d.sees("commun (copie de ", "Le territoire")
	d.misses("Lecture seule")
	d.fill("Région", "Normandie")
	d.holdsField(d.w.session.Doc.Info().Path, "region", "Normandie")
	d.holdsField(path, "region", "Bretagne")
}

func TestReaderIsToldWhenTheFileIsFree(t *testing.T) {
	d, path, note := reader(t, skin.Light)
	d.misses("Modifier maintenant")
	anne, err := d.app.OpenAs(t.Context(), path, app.Beside)
	if err != nil {
		t.Fatal(err)
	}
	if err := anne.Edit("région", model.Edit{Entity: "territory", Row: model.SelfID, Field: "region", Value: "Normandie"}); err != nil {
		t.Fatal(err)
	}
	if err := anne.Close(t.Context()); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(note); err != nil {
		t.Fatal(err)
	}
	d.shown("Modifier maintenant")
	d.sees("Ce fichier est libre")
	widgettest.Save(t, d.w.win, skin.Light, "lecture-libre")
	d.press("Modifier maintenant")
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil && !d.w.session.Doc.Info().ReadOnly })
	d.opens(path)
	d.sees("Le territoire", "Normandie")
	d.misses("Lecture seule", "Modifier maintenant")
	d.fill("Région", "Bretagne")
	d.holdsField(path, "region", "Bretagne")
}

// TestFileReadForAnotherReasonIsNotSaidToBeFree: nobody has it, its place takes no
// writing.
func TestFileReadForAnotherReasonIsNotSaidToBeFree(t *testing.T) {
	d, path, note := reader(t, skin.Light)
	if err := os.Remove(note); err != nil {
		t.Fatal(err)
	}
	d.w.openAs(path, app.Reading)
	session := d.w.session
	d.jobs.RunUntil(t, func() bool { return d.w.session != nil && d.w.session != session })
	d.opens(path)
	d.settle()
	d.misses("Modifier maintenant")
}

// TestReadingIsShown takes pictures of screens that are only read.
func TestReadingIsShown(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		d, _, _ := reader(t, variant)
		for _, place := range captured {
			if os.Getenv(widgettest.CaptureDir) == "" {
				break
			}
			d.at(Target{Screen: place.screen, Row: d.firstRow(place.entity, place.row)})
			widgettest.Save(t, d.w.win, variant, "lecture-"+place.name)
		}
		d.sees("Lecture seule")
	}
}
