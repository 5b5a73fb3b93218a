package filedialog

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets/widgettest"
)

// desk makes a home folder that looks like one.
func desk(t *testing.T) (home string) {
	home = folder(t,
		"Documents/ESS/2025/", "Documents/ESS/Réunions/", "Documents/ESS/Élus et partenaires/",
		"Documents/ESS/Val d’Ille-Aubigné.db", "Documents/ESS/Val d’Ille-Aubigné (copie reçue de la Région le 20 novembre, relue et complétée).db", "Documents/ESS/Brocéliande.db",
		"Documents/ESS/notes.txt", "Downloads/", "Desktop/", "Partage/Territoires/")
	for i, name := range []string{"Brocéliande.db", "Val d’Ille-Aubigné.db", "2025"} {
		path := filepath.Join(home, "Documents", "ESS", name)
		if i < 2 {
			must(t, os.Truncate(path, int64(184_000+1_050_000*i)))
		}
		at := time.Date(2026, 11, 21-7*i, 9, 5, 0, 0, time.Local)
		must(t, os.Chtimes(path, at, at))
	}
	return home
}

func TestLook(t *testing.T) {
	for _, variant := range []skin.Variant{skin.Light, skin.Dark} {
		for _, size := range []fyne.Size{fyne.NewSize(1024, 700), fyne.NewSize(1280, 720)} {
			home := desk(t)
			options := Options{
				Title: "Ouvrir un diagnostic", Start: home, Extensions: []string{".db"}, Kind: "Diagnostics Tressons (.db)",
				Recent: []string{filepath.Join(home, "Partage", "Territoires")},
			}
			name := func(what string) string { return fmt.Sprintf("filedialog-%s-%.0f", what, size.Width) }

			p := front(t, size.Width, size.Height, variant)
			p.ask(options, false)
			widgettest.Save(t, p.window, variant, name("start"))
			p.doubleClicks("Documents")
			p.doubleClicks("ESS")
			p.clicks("Val d’Ille-Aubigné.db")
			p.mustRead("Ouvrir un diagnostic", "Territoires", "Dossier personnel", "21 novembre 2026", "14 novembre 2026", "184 ko", "1,2 Mo", "Diagnostics Tressons (.db)", "Annuler", "Ouvrir")
			p.mustNotRead("notes.txt")
			widgettest.Save(t, p.window, variant, name("open"))

			p = front(t, size.Width, size.Height, variant)
			options.Title, options.Name, options.Confirm = "Enregistrer une copie sous", "Brocéliande", "Enregistrer la copie"
			p.ask(options, true)
			p.doubleClicks("Documents")
			p.doubleClicks("ESS")
			widgettest.Save(t, p.window, variant, name("save"))
			p.clicks("Enregistrer la copie")
			p.mustRead("Ce fichier existe déjà.", "Remplacer", "Choisir un autre nom")
			widgettest.Save(t, p.window, variant, name("replace"))
			p.clicks("Nouveau dossier")
			p.clicks("Créer le dossier")
			p.mustRead("Donnez un nom.")
			widgettest.Save(t, p.window, variant, name("folder"))
			p.doubleClicks("Réunions")
			p.mustRead("Ce dossier est vide.")
			widgettest.Save(t, p.window, variant, name("empty"))
		}
	}
}
