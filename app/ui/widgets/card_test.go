package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

var variants = []skin.Variant{skin.Light, skin.Dark}

func TestFirstLook(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		marks := []fyne.CanvasObject{}
		for l := widgets.LevelUnknown; l <= widgets.LevelNotApplicable; l++ {
			marks = append(marks, widgets.NewLevelMark(l, skin.Teal, 15), widgets.NewLevelMark(l, skin.Ochre, 32))
		}
		form := widgets.VStack(12,
			widgets.NewText("Coopérer entre collectivités et entre services", widgets.TextOptions{Style: widgets.Title}),
			widgets.NewText("Les projets de l’ESS traversent les compétences : sans coopération, chacun les renvoie au voisin.", widgets.TextOptions{Style: widgets.Secondary}),
			widgets.HStack(8, marks...),
			widgets.NewField(widgets.NewEntry(widgets.EntryOptions{Placeholder: "Écrire ici"}), widgets.FieldOptions{Label: "Quels services travaillent ensemble ?"}),
			widgets.TwoColumns(500,
				widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "Appui du Département aux intercommunalités (financier, ingénierie). Animation du réseau par la CCVIA."}), widgets.FieldOptions{Label: "Ce qui est en place"}),
				widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "Groupe de travail avec le Pays de Rennes au printemps."}), widgets.FieldOptions{Label: "Ce qui est prévu", Note: "En une phrase."})),
			widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "à revoir avant le conseil.", Private: true}), widgets.FieldOptions{Label: "Aparté"}),
			widgets.NewField(widgets.NewEntry(widgets.EntryOptions{Text: "une ligne", Private: true}), widgets.FieldOptions{Label: "Téléphone"}),
			widgets.NewField(widgets.NewEntry(widgets.EntryOptions{Text: "298", Suffix: "km²"}), widgets.FieldOptions{Label: "Superficie"}),
			widgets.HStack(8, widgets.NewButton(widgets.ButtonOptions{Label: "Continuer", Kind: widgets.Filled}), widgets.NewButton(widgets.ButtonOptions{Label: "‹ Précédent"}),
				widgets.NewButton(widgets.ButtonOptions{Label: "Non concerné…", Kind: widgets.Quiet}), widgets.NewButton(widgets.ButtonOptions{Label: "Supprimer", Kind: widgets.Danger}), widgets.NewButton(widgets.ButtonOptions{Label: "Éteint", Disabled: true})),
			widgets.NewButton(widgets.ButtonOptions{Label: "+ Ajouter un facteur", Kind: widgets.Dashed, Color: skin.Indigo}),
			widgets.NewButton(widgets.ButtonOptions{Label: "Étiré"}),
			widgets.NewCard(widgets.NewText("Une carte", widgets.TextOptions{}), widgets.CardOptions{Bar: skin.Ochre}),
		)
		nav := widgets.NewNavList(widgets.NavOptions{Title: "Val d’Ille-Aubigné", Subtitle: "Diagnostic 2026 · en cours", Selected: "eng", Sections: []widgets.NavSection{
			{Items: []widgets.NavItem{{ID: "home", Label: "Accueil"}}},
			{Heading: "Collecter", Items: []widgets.NavItem{{ID: "t", Label: "Territoire", Mark: "9/10"}, {ID: "c", Label: "Chiffres clés", Mark: "12"}}},
			{Heading: "Analyser", Items: []widgets.NavItem{{ID: "rec", Label: "Reconnaissance", Color: skin.Indigo, Mark: "3/4"}, {ID: "eng", Label: "Ingénierie d’accompagnement", Color: skin.Teal, Mark: "3/3"}}},
		}, Footer: widgets.NewButton(widgets.ButtonOptions{Label: "Rechercher"})})
		page := widgets.HStackTop(0, nav, widgets.Fill(widgets.Pad(widgets.Uniform(28), form)))
		w := widgettest.Window(t, widgets.NewScroll(page), 1100, 900, v)
		w.Canvas().FocusNext()
		w.Canvas().FocusNext()
		w.Canvas().FocusNext()
		widgettest.Save(t, w, v, "first")
	}
}
