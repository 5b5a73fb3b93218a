package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// frozenExample is the example, frozen, in which then two levers, a text, a row
// and a short field moved.
func frozenExample(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	d := openExample(t, variant)
	s := d.w.session
	s.SetField("lever", "cooperation", "level", string(model.Emerging))
	s.SetField("lever", "contractualisation", "level", string(model.Engaged))
	s.SetField("lever", "contractualisation", "level_reason", "")
	d.freeze("Avant le projet", "Présenté aux élus en mars")
	s.SetField("lever", "cooperation", "level", string(model.Structured))
	s.SetField("lever", "contractualisation", "level", string(model.Absent))
	s.SetField("lever", "cooperation", "level_reason", "Une charte signée par onze communes.")
	cafe := d.firstRow("initiative", "")
	s.SetField("initiative", cafe, "year", "1999")
	s.SetField("initiative", cafe, "description", s.Diagnosis().Value("initiative", cafe, "description")+" Ouvert le dimanche.")
	s.AddRow("actor", map[string]string{"name": "Awa Diop", "organisation": "Commune"})
	s.DeleteRow("evidence", d.firstRow("evidence", ""))
	d.settle()
	d.w.toasts.Hide()
	return d
}

// freeze freezes today's state through the dialog.
func (d *desk) freeze(name, comment string) {
	d.t.Helper()
	before := d.w.session.Diagnosis().Snapshots.Len()
	d.w.askFreeze()
	d.settle()
	d.fill("Nom de cet état", name)
	d.fill("Commentaire", comment)
	d.tap("Figer")
	d.jobs.RunUntil(d.t, func() bool { return d.w.session.Diagnosis().Snapshots.Len() > before })
	d.settle()
}

// movesShown goes to the states and waits for what moved.
func (d *desk) movesShown() {
	d.t.Helper()
	d.at(Target{Screen: "evolutions"})
	d.shown("→")
}

// TestTypingReplacesWhatIsProposed: whoever types in a dialog that proposes a name gets
// what they type.
func TestTypingReplacesWhatIsProposed(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.w.askFreeze()
	d.draw()
	name := d.field("Nom de cet état").(*widgets.Entry)
	if name.Text == "" || d.canvas().Focused() != name {
		t.Fatalf("%q is proposed", name.Text)
	}
	for _, letter := range "Mi-mandat" {
		d.canvas().Focused().TypedRune(letter)
	}
	if name.Text != "Mi-mandat" {
		t.Errorf("the name is %q", name.Text)
	}
}

func TestNoStateYetIsSaidKindly(t *testing.T) {
	d := openEmpty(t, skin.Light)
	d.at(Target{Screen: "evolutions"})
	d.sees("Des évolutions", "Un état figé garde le diagnostic")
	d.tap(freezeLabel)
	d.sees("en lecture seule, dans ce fichier", "reste après une fusion ou un allègement")
	if name := d.field("Nom de cet état").(*widgets.Entry).Text; name != fmt.Sprintf("État des lieux %d", time.Now().Year()) {
		t.Errorf("proposed name: %q", name)
	}
}

func TestProposedStateIsNotTaken(t *testing.T) {
	now := time.Date(2026, 8, 2, 9, 0, 0, 0, time.UTC)
	d := model.NewDiagnosis(model.NewID())
	e, _ := model.EntityNamed("snapshot")
	for _, want := range []string{"État des lieux 2026", "État des lieux – août 2026", "État des lieux – 2" + model.NBSP + "août 2026", ""} {
		got := proposedState(d, now)
		if strings.ReplaceAll(got, model.NBSP, " ") != strings.ReplaceAll(want, model.NBSP, " ") {
			t.Errorf("%q, want %q", got, want)
		}
		if _, _, err := d.Apply(d.AddRowEdits(e, model.NewID(), map[string]string{"name": got})); err != nil {
			t.Fatal(err)
		}
	}
}

func TestFrozenStateIsListedAndCompared(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.movesShown()
	d.sees("Avant le projet", "Figé le ", "Présenté aux élus en mars", "Ce qui a bougé",
		"1"+model.NBSP+"levier progresse", "↗ progresse", "↘ recule", "Structuré", "Une charte signée par onze communes.",
		"Acteur", "Awa Diop", "+ ajouté", "Preuve", "– supprimée", "modifiée"+model.NBSP+":")
	d.misses("1999")
	title := d.w.session.title("initiative", d.firstRow("initiative", ""))
	d.tap(title)
	d.sees("→ 1999", "Avant", "Après", "Ouvert le dimanche.")
	d.tap(title)
	d.misses("1999")
}

func TestStatesAreComparedAsChosen(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.freeze("Après le projet", "")
	d.shown("Rien n’a bougé entre ces deux états.") // the latest and today
	from := d.field("De").(*widgets.Choice)
	d.canvas().Focus(from)
	for from.Selected() != d.firstRow("snapshot", "") {
		from.TypedRune('a')
	}
	d.settle()
	d.shown("↗ progresse")
	to := d.field("À").(*widgets.Choice)
	d.canvas().Focus(to)
	for to.Selected() != from.Selected() {
		to.TypedRune('a')
	}
	d.settle()
	d.sees("C’est le même état")
}

func TestNameThatIsTakenIsAskedAgain(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.w.askFreeze()
	d.settle()
	d.fill("Nom de cet état", "Avant le projet")
	d.fill("Commentaire", "Encore")
	d.tap("Figer")
	d.shown("Un état s’appelle déjà")
	if text := d.field("Commentaire").(*widgets.TextArea).Text; text != "Encore" {
		t.Errorf("the comment is now %q", text)
	}
}

func TestStateIsRenamedAndDeleted(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.movesShown()
	d.at(Target{Screen: "evolutions", Row: d.firstRow("snapshot", "")})
	d.fill("Nom", "Printemps")
	d.sees("Printemps", "Figé le ")
	d.tap("Supprimer")
	d.sees("Un état figé garde le diagnostic", "1"+model.NBSP+"état figé supprimé")
	d.undo()
	d.shown("↗ progresse")
	d.sees("Printemps")
}

func TestFrozenStateIsConsulted(t *testing.T) {
	d := frozenExample(t, skin.Light)
	cafe := d.firstRow("initiative", "")
	d.at(Target{Screen: "evolutions", Row: d.firstRow("snapshot", "")})
	d.tap("Consulter cet état")
	banner := "État figé " + model.Quote("Avant le projet") + " – lecture seule"
	d.shown(banner)
	d.sees("Où en êtes-vous", "Revenir à aujourd’hui")
	d.misses("Prochaine étape")
	d.at(Target{Screen: "initiatives", Row: cafe})
	d.misses("Ouvert le dimanche.")
	year := d.field("Année de création").(*widgets.ValueEntry).Entry()
	if year.Text == "1999" {
		t.Error("the year is today's")
	}
	d.canvas().Focus(year)
	year.TypedRune('7')
	d.sees(banner)
	d.misses("Supprimer\n", "+ Ajouter")
	d.at(Target{Screen: "evolutions"})
	d.sees("Vous consultez l’état figé")
	d.tap("Revenir à aujourd’hui")
	d.misses(banner)
	if got := d.w.session.Diagnosis().Value("initiative", cafe, "year"); got != "1999" {
		t.Errorf("today's year: %q", got)
	}
}

func TestFrozenStateIsReported(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.at(Target{Screen: "evolutions", Row: d.firstRow("snapshot", "")})
	d.tap("Consulter cet état")
	d.shown("Revenir à aujourd’hui")
	d.at(Target{Screen: "rapport"})
	d.reportShown()
	d.sees("Page" + model.NBSP + "1 sur ")
	d.w.session.ExportPDF(d.w.session.report.kind)
	d.settle()
	d.sees("-avant-le-projet-" + d.w.session.report.kind)
}

func TestLevelOfAFrozenStateStays(t *testing.T) {
	d := frozenExample(t, skin.Light)
	d.at(Target{Screen: "evolutions", Row: d.firstRow("snapshot", "")})
	d.tap("Consulter cet état")
	d.shown("Revenir à aujourd’hui")
	d.at(Target{Screen: string(model.Support), Row: "cooperation"})
	d.tap(model.Absent.Label())
	if got := d.w.session.Diagnosis().Lever("cooperation").Level; got != model.Emerging {
		t.Errorf("level %q", got)
	}
}

func TestMergingShowsToday(t *testing.T) {
	s := workInCopies(t, skin.Light)
	s.freeze("Avant", "")
	s.at(Target{Screen: "evolutions", Row: s.firstRow("snapshot", "")})
	s.tap("Consulter cet état")
	s.shown("lecture seule")
	s.preview()
	s.misses("lecture seule")
	s.merge(mergeLabel(0, 3))
	s.sees("désaccords à trancher")
}

// longEvolution is a file of long texts, most of which moved since a state with a
// long name.
func longEvolution(t testing.TB, variant skin.Variant) *desk {
	t.Helper()
	d := openLong(t, variant)
	d.resize(1280, 720)
	s := d.w.session
	text := s.Diagnosis().Value("initiative", d.firstRow("initiative", ""), "description")
	d.freeze("État des lieux d’avant le contrat de ruralité, de relance et de transition écologique de toutes les communes", text)
	for _, id := range s.rowIDs("initiative") {
		s.SetField("initiative", id, "description", "Depuis l’automne. "+text)
	}
	for _, l := range s.Grid().Levers {
		s.SetField("lever", l.Slug, "level", string(model.Engaged))
		s.SetField("lever", l.Slug, "level_reason", text)
	}
	d.settle()
	d.w.toasts.Hide()
	d.movesShown()
	return d
}

// TestEvolutionsAreShown takes pictures of the states, of what moved, and of the
// dialog.
func TestEvolutionsAreShown(t *testing.T) {
	sizes, variants := looks()
	for _, variant := range variants {
		d := frozenExample(t, variant)
		for _, size := range sizes {
			d.resize(size.Width, size.Height)
			save := func(name string) {
				widgettest.Save(t, d.w.win, variant, fmt.Sprintf("evolutions-%s-%.0f", name, size.Width))
			}
			d.movesShown()
			save("liste")
			title := d.w.session.title("initiative", d.firstRow("initiative", ""))
			d.tap(title)
			save("champs")
			d.at(Target{Screen: "evolutions", Row: d.firstRow("snapshot", "")})
			save("fiche")
			d.tap("Consulter cet état")
			d.shown("lecture seule")
			save("consulter")
			d.at(Target{Screen: "evolutions"})
			save("depuis-un-etat")
			d.tap("Revenir à aujourd’hui")
			d.w.askFreeze()
			d.settle()
			save("figer")
			d.tap("Annuler")
		}
		long := longEvolution(t, variant)
		widgettest.Save(t, long.w.win, variant, "evolutions-long-1280")
		long.tap(long.w.session.title("initiative", long.firstRow("initiative", "")))
		widgettest.Save(t, long.w.win, variant, "evolutions-long-champs-1280")
		empty := openEmpty(t, variant)
		empty.at(Target{Screen: "evolutions"})
		widgettest.Save(t, empty.w.win, variant, "evolutions-vide-1280")
		empty.sees("Un état figé")
	}
}
