package widgets_test

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

var variants = []skin.Variant{skin.Light, skin.Dark}

// leverCards are the levels of the mockup.
func leverCards() []widgets.LevelCard {
	return []widgets.LevelCard{
		{Level: widgets.LevelEmpty, Name: "Absent", Text: "Chaque service et chaque collectivité agit seul."},
		{Level: widgets.LevelQuarter, Name: "Émergent", Text: "Des échanges existent, portés par des personnes."},
		{Level: widgets.LevelHalf, Name: "Engagé", Text: "Une convention ou une équipe commune, un référent nommé."},
		{Level: widgets.LevelFull, Name: "Structuré", Text: "Une gouvernance durable, financée, évaluée et ouverte."},
	}
}

func label(text string, control fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewField(control, widgets.FieldOptions{Label: text})
}

// leverPage is the screen of mockups/lever.png.
func leverPage() fyne.CanvasObject {
	trend := []widgets.Segment{{ID: "up", Label: "↗ progresse"}, {ID: "flat", Label: "→ stable"}, {ID: "down", Label: "↘ recule"}}
	return widgets.Page(990,
		widgets.VStack(0,
			widgets.HStack(4,
				widgets.NewText("Ingénierie d’accompagnement", widgets.TextOptions{Style: widgets.Strong, Color: skin.Teal, NoWrap: true}),
				widgets.Fill(widgets.NewText("levier 2 sur 3", widgets.TextOptions{Style: widgets.Small})),
				widgets.NewButton(widgets.ButtonOptions{Label: "‹ Précédent", Color: skin.Primary}),
				widgets.NewButton(widgets.ButtonOptions{Label: "Suivant ›", Color: skin.Primary})),
			widgets.NewText("Coopérer entre collectivités et entre services", widgets.TextOptions{Style: widgets.Title}),
			widgets.NewText("Les projets de l’ESS traversent les compétences : sans coopération, chacun les renvoie au voisin.", widgets.TextOptions{Style: widgets.Secondary})),
		widgets.NewLevelCards(widgets.LevelCardsOptions{Cards: leverCards(), Color: skin.Teal, Selected: widgets.LevelHalf}),
		widgets.HStack(8, widgets.NewText("Tendance", widgets.TextOptions{Style: widgets.Strong, NoWrap: true}),
			widgets.NewSegmented(widgets.SegmentedOptions{Color: skin.Teal, Selected: "up", Segments: trend}),
			widgets.NewButton(widgets.ButtonOptions{Label: "Non concerné…", Kind: widgets.Quiet})),
		label("Quels services travaillent ensemble sur les projets de l’ESS ?", widgets.NewEntry(widgets.EntryOptions{Text: "Développement économique et vie sociale."})),
		widgets.TwoColumns(500,
			label("Ce qui est en place", widgets.NewTextArea(widgets.EntryOptions{Text: "Appui du Département aux intercommunalités (financier, ingénierie). Animation du réseau par la CCVIA."})),
			label("Ce qui est prévu", widgets.NewTextArea(widgets.EntryOptions{Text: "Groupe de travail avec le Pays de Rennes au printemps."}))),
		label("Preuves", widgets.Flow(4,
			widgets.NewChip(widgets.ChipOptions{Label: "Convention Département, p. 4", Icon: theme.FileIcon(), OnTapped: func() {}, OnRemoved: func() {}}),
			widgets.NewChip(widgets.ChipOptions{Label: "↗ Réso solidaire", OnTapped: func() {}}),
			widgets.NewChip(widgets.ChipOptions{Label: "+ Ajouter ou déposer un fichier", Dashed: true, OnTapped: func() {}}))),
		label("Aparté", widgets.NewTextArea(widgets.EntryOptions{Text: "à revoir avant le conseil.", Private: true, MinRows: 1})),
	)
}

// shell is a window like that of the mockups around a page.
func shell(page fyne.CanvasObject) fyne.CanvasObject {
	nav := widgets.NewNavList(widgets.NavOptions{Title: "Val d’Ille-Aubigné", Subtitle: "Diagnostic 2026 · en cours", Selected: "eng", Sections: []widgets.NavSection{
		{Items: []widgets.NavItem{{ID: "home", Label: "Accueil"}}},
		{Heading: "Collecter", Items: []widgets.NavItem{{ID: "t", Label: "Territoire", Mark: "9/10"}, {ID: "c", Label: "Chiffres clés", Mark: "12"}, {ID: "a", Label: "Acteurs et entretiens", Mark: "✓"}}},
		{Heading: "Analyser", Items: []widgets.NavItem{{ID: "rec", Label: "Reconnaissance", Color: skin.Indigo, Mark: "3/4"}, {ID: "eng", Label: "Ingénierie d’accomp.", Color: skin.Teal, Mark: "3/3"}, {ID: "fin", Label: "Financement", Color: skin.Ochre, Mark: "1/5"}}},
	}, Footer: widgets.NewButton(widgets.ButtonOptions{Label: "Rechercher"})})
	help := widgets.NewHelpPanel(widgets.HelpOptions{Markdown: "## Pourquoi cette question ?\nUn porteur de projet voit souvent trois guichets. Savoir qui se parle dit s’il sera **accompagné** ou promené.\n\n## Regardez\n- conventions, comités techniques,\n- organigrammes, calendrier des réunions.\n\n> D’après la grille (Avise, RTES)."})
	panes := widgets.NewThreePane(widgets.ThreePaneOptions{Nav: nav, Form: page, Help: help})
	status := widgets.StatusBar([]fyne.CanvasObject{widgets.StatusPart("✓ Enregistré à 14 h 32"), widgets.StatusPart("val-d-ille-aubigne.db — Documents")},
		[]fyne.CanvasObject{widgets.StatusPart("2 désaccords à trancher")})
	return widgets.Dock(nil, panes, status)
}

// controls is everything else on a page.
func controls() fyne.CanvasObject {
	number := euros("35692", nil)
	wrong := euros("", nil)
	wrong.Entry().Entry.SetText("environ 12")
	wrong.Commit()
	return widgets.Page(0,
		widgets.NewBanner(widgets.BannerOptions{Kind: widgets.Signpost, Title: "Prochaine étape : mobiliser les outils de contractualisation", Detail: "Financement, levier 1 sur 5 — environ 10 minutes",
			Buttons: []fyne.CanvasObject{widgets.NewButton(widgets.ButtonOptions{Label: "Continuer", Kind: widgets.Filled})}}),
		widgets.Columns(14, 220,
			widgets.NewCard(widgets.VStack(4, widgets.NewText("Reconnaissance", widgets.TextOptions{Style: widgets.Section, Color: skin.Indigo}),
				widgets.HStack(8, widgets.NewLevelMark(widgets.LevelUnknown, skin.Indigo, 0), widgets.Fill(widgets.NewText("Valeur économique indirecte", widgets.TextOptions{})))), widgets.CardOptions{Bar: skin.Indigo}),
			widgets.NewCard(widgets.NewText("Une carte sur deux lignes, parce que sa phrase est longue", widgets.TextOptions{}), widgets.CardOptions{Bar: skin.Ochre}),
			widgets.NewCard(widgets.NewText("Un désaccord", widgets.TextOptions{Color: skin.Alert}), widgets.CardOptions{Border: skin.Alert, Fill: skin.AlertTint})),
		widgets.Columns(16, 160, label("Population", number), label("Emplois", wrong),
			label("Depuis", widgets.NewEntry(widgets.EntryOptions{Placeholder: "jj/mm/aaaa"})),
			label("Téléphone", widgets.NewEntry(widgets.EntryOptions{Text: "02 99", Private: true}))),
		widgets.Columns(16, 160,
			label("Statut", widgets.NewChoice(widgets.ChoiceOptions{Options: []widgets.Option{{ID: "a", Label: "Association"}}, Selected: "a"})),
			label("Thème", widgets.NewChoice(widgets.ChoiceOptions{Options: []widgets.Option{{ID: "a", Label: "Association"}}})),
			label("Vu sur place ?", widgets.NewYesNo(widgets.Yes, nil))),
		widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: []widgets.Option{{ID: "a", Label: "Fiche du territoire"}, {ID: "b", Label: "Des facteurs clés"}}, Selected: []string{"a"}}),
		widgets.HStack(8, widgets.NewButton(widgets.ButtonOptions{Label: "Continuer", Kind: widgets.Filled}),
			widgets.NewButton(widgets.ButtonOptions{Label: "Rechercher", Icon: theme.SearchIcon()}), widgets.NewButton(widgets.ButtonOptions{Label: "Supprimer", Kind: widgets.Danger}),
			widgets.NewButton(widgets.ButtonOptions{Label: "Plus tard", Kind: widgets.Quiet}), widgets.NewButton(widgets.ButtonOptions{Label: "Éteint", Disabled: true}), widgets.Spacer()),
		widgets.NewButton(widgets.ButtonOptions{Label: "+ Ajouter un facteur", Kind: widgets.Dashed, Color: skin.Indigo}),
		widgets.EmptyState("Aucune initiative encore. Commencez par celle que vous connaissez le mieux.", "Ajouter une initiative", func() {}),
	)
}

func TestGallery(t *testing.T) {
	for _, v := range variants {
		widgettest.App(t, v)
		w := widgettest.Window(t, shell(leverPage()), 1280, 720, v)
		for range 5 {
			w.Canvas().FocusNext()
		}
		widgettest.Save(t, w, v, "lever")
		w.Resize(fyne.NewSize(1024, 700))
		widgettest.Save(t, w, v, "lever-1024")
		if w.Canvas().Focused() == nil {
			t.Error("nothing has the focus after five Tabs")
		}
		toaster := widgets.NewToaster()
		w = widgettest.Window(t, container.NewStack(shell(controls()), toaster), 1280, 760, v)
		toaster.Notify("Initiative supprimée", "Annuler", func() {})
		widgettest.Save(t, w, v, "controls")
		progress := widgets.NewProgress(w, "Composition du PDF…", func() {})
		progress.Show()
		progress.SetFraction(0.4)
		widgettest.Save(t, w, v, "progress")
		progress.Hide()
	}
}

// clock is a clock that a test moves by hand.
type clock struct {
	due []*alarm
}

type alarm struct {
	left time.Duration
	do   func()
}

func (c *clock) after(d time.Duration, do func()) (stop func()) {
	a := &alarm{left: d, do: do}
	c.due = append(c.due, a)
	return func() { a.do = nil }
}

// pass lets time go by.
func (c *clock) pass(d time.Duration) {
	for _, a := range c.due {
		a.left -= d
		if a.left <= 0 && a.do != nil {
			do := a.do
			a.do = nil
			do()
		}
	}
}
