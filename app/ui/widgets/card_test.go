package widgets_test

import (
	"testing"

	"fyne.io/fyne/v2"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

var variants = []skin.Variant{skin.Light, skin.Dark}

func lever() fyne.CanvasObject {
	cards := []widgets.LevelCard{
		{Level: widgets.LevelEmpty, Name: "Absent", Text: "Chaque service et chaque collectivité agit seul."},
		{Level: widgets.LevelQuarter, Name: "Émergent", Text: "Des échanges existent, portés par des personnes."},
		{Level: widgets.LevelHalf, Name: "Engagé", Text: "Une convention ou une équipe commune, un référent nommé."},
		{Level: widgets.LevelFull, Name: "Structuré", Text: "Une gouvernance durable, financée, évaluée et ouverte."},
	}
	return widgets.Page(990,
		widgets.HStack(4, widgets.NewText("Ingénierie d’accompagnement", widgets.TextOptions{Style: widgets.Strong, Color: skin.Teal, NoWrap: true}),
			widgets.Fill(widgets.NewText("levier 2 sur 3", widgets.TextOptions{Style: widgets.Small})),
			widgets.NewButton(widgets.ButtonOptions{Label: "‹ Précédent", Color: skin.Primary}), widgets.NewButton(widgets.ButtonOptions{Label: "Suivant ›", Color: skin.Primary})),
		widgets.VStack(0, widgets.NewText("Coopérer entre collectivités et entre services", widgets.TextOptions{Style: widgets.Title}),
			widgets.NewText("Les projets de l’ESS traversent les compétences : sans coopération, chacun les renvoie au voisin.", widgets.TextOptions{Style: widgets.Secondary})),
		widgets.NewLevelCards(widgets.LevelCardsOptions{Cards: cards, Color: skin.Teal, Selected: widgets.LevelHalf}),
		widgets.HStack(8, widgets.NewText("Tendance", widgets.TextOptions{Style: widgets.Strong, NoWrap: true}),
			widgets.NewSegmented(widgets.SegmentedOptions{Color: skin.Teal, Selected: "up", Segments: []widgets.Segment{{ID: "up", Label: "↗ progresse"}, {ID: "flat", Label: "→ stable"}, {ID: "down", Label: "↘ recule"}}}),
			widgets.NewYesNo(widgets.Yes, nil)),
		widgets.NewField(widgets.NewEntry(widgets.EntryOptions{Placeholder: "Écrire ici"}), widgets.FieldOptions{Label: "Quels services travaillent ensemble ?"}),
		widgets.TwoColumns(500,
			widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "Appui du Département aux intercommunalités (financier, ingénierie). Animation du réseau par la CCVIA."}), widgets.FieldOptions{Label: "Ce qui est en place"}),
			widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "Groupe de travail avec le Pays de Rennes au printemps."}), widgets.FieldOptions{Label: "Ce qui est prévu", Note: "En une phrase."})),
		widgets.NewField(widgets.NewTextArea(widgets.EntryOptions{Text: "à revoir avant le conseil.", Private: true, MinRows: 1}), widgets.FieldOptions{Label: "Aparté"}),
		widgets.TwoColumns(400, widgets.NewField(widgets.NewEntry(widgets.EntryOptions{Text: "298", Suffix: "km²"}), widgets.FieldOptions{Label: "Superficie"}),
			widgets.NewField(widgets.NewChoice(widgets.ChoiceOptions{Options: []widgets.Option{{ID: "a", Label: "Association"}, {ID: "c", Label: "Coopérative"}}, Selected: "a"}), widgets.FieldOptions{Label: "Statut"})),
		widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: []widgets.Option{{ID: "a", Label: "Fiche du territoire"}, {ID: "c", Label: "Des facteurs clés"}}, Selected: []string{"a"}}),
		widgets.NewButton(widgets.ButtonOptions{Label: "+ Ajouter un facteur", Kind: widgets.Dashed, Color: skin.Indigo}),
	)
}

func window() fyne.CanvasObject {
	nav := widgets.NewNavList(widgets.NavOptions{Title: "Val d’Ille-Aubigné", Subtitle: "Diagnostic 2026 · en cours", Selected: "eng", Sections: []widgets.NavSection{
		{Items: []widgets.NavItem{{ID: "home", Label: "Accueil"}}},
		{Heading: "Collecter", Items: []widgets.NavItem{{ID: "t", Label: "Territoire", Mark: "9/10"}, {ID: "c", Label: "Chiffres clés", Mark: "12"}}},
		{Heading: "Analyser", Items: []widgets.NavItem{{ID: "rec", Label: "Reconnaissance", Color: skin.Indigo, Mark: "3/4"}, {ID: "eng", Label: "Ingénierie d’accompagnement", Color: skin.Teal, Mark: "3/3"}, {ID: "fin", Label: "Financement", Color: skin.Ochre, Mark: "✓"}}},
	}, Footer: widgets.NewButton(widgets.ButtonOptions{Label: "Rechercher"})})
	help := widgets.NewHelpPanel(widgets.HelpOptions{Markdown: "## Pourquoi cette question ?\nUn porteur de projet voit souvent trois guichets. Savoir qui se parle dit s’il sera **accompagné** ou promené.\n\n## Regardez\n- conventions, comités techniques,\n- organigrammes, calendrier des réunions.\n\n> D’après la grille (Avise, RTES)."})
	return widgets.NewThreePane(widgets.ThreePaneOptions{Nav: nav, Form: lever(), Help: help})
}

func TestFirstLook(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		w := widgettest.Window(t, window(), 1280, 720, v)
		w.Canvas().FocusNext()
		widgettest.Save(t, w, v, "first")
		for range 3 {
			w.Canvas().FocusNext()
		}
		widgettest.Save(t, w, v, "second")
		for range 3 {
			w.Canvas().FocusNext()
		}
		w.Resize(fyne.NewSize(1024, 700))
		widgettest.Save(t, w, v, "third")
	}
}
