package ui

import (
	"fmt"
	"testing"

	"tressons/app/ui/widgets/widgettest"
	"tressons/model"
)

// TestHistoryIsShown takes pictures of the history.
func TestHistoryIsShown(t *testing.T) {
	sizes, variants := looks()
	for _, variant := range variants {
		l := liveIn(t, variant)
		for _, size := range sizes {
			save := func(name string) {
				l.settle()
				widgettest.Save(t, l.w.win, variant, fmt.Sprintf("%s-%.0f", name, size.Width))
			}
			l.resize(size.Width, size.Height)
			l.at(Target{Screen: "initiatives", Row: l.cafe, Field: "description"})
			save("fiche-historique")
			l.past()
			save("historique-champ")
			l.tap("Cette fiche")
			l.pastRead()
			save("historique-fiche")
			l.tap("Tout le diagnostic")
			l.pastRead()
			save("historique")
			l.tap("Fermer")
			l.at(Target{Screen: "preuves"})
			save("preuves-supprimees")
			l.tap("1" + model.NBSP + "preuve supprimée…")
			l.pastRead()
			save("historique-suppressions")
			l.tap("Fermer")
			l.at(Target{Screen: "accueil"})
			save("accueil-historique")
		}
		long := openLong(t, variant)
		for _, size := range sizes {
			long.resize(size.Width, size.Height)
			long.choose("Tout l’historique du diagnostic")
			long.pastRead()
			widgettest.Save(t, long.w.win, variant, fmt.Sprintf("historique-long-%.0f", size.Width))
			long.tap("Fermer")
		}
	}
}
