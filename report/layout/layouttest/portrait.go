package layouttest

import (
	"strings"

	"tressons/report"
	"tressons/report/figure"
)

// Portrait is a document with every block, usual and unusual contents.
func Portrait() report.Document {
	return report.Document{
		Title: "Diagnostic ESS du Val d’Essai", Subtitle: "Monographie", Lang: "fr-FR", Author: "Équipe d’essai", Subject: "Essai de mise en page",
		Date:     Date,
		Head:     report.RunningHead{Left: "Territoires ruraux et économie sociale et solidaire", Right: "Communauté de communes du Val d’Essai"},
		Foot:     "Sources : essais de mise en page. Géographie 2026.",
		Sections: []report.Section{front(), contents(), sheet(), essential(), levels(), dynamics(), notes(), hostile(), annex(), photos()},
	}
}

func front() report.Section {
	return report.Section{Blocks: []report.Block{report.Cover{
		Kicker: "Économie sociale et solidaire · Diagnostic de territoire", Title: "Communauté de communes du Val d’Essai",
		Subtitle: "Ce qui fait tenir les projets, ce qui leur manque", Lines: []string{"Équipe développement économique, 2026", "Édition du 22 novembre 2026"},
		Credits: "Grille de lecture inspirée du programme TRESSONS (Avise et RTES, 2020). Les mots de la grille sont ceux de l’application.",
	}}}
}

func contents() report.Section {
	return report.Section{OpensPage: true, Blocks: []report.Block{report.Contents{Title: "Sommaire"}}}
}

func sheet() report.Section {
	rows := []report.Fact{
		{Label: "Statut", Value: report.Text("Communauté de communes")},
		{Label: "Situation", Value: report.Text("Bretagne, nord de l’Ille-et-Vilaine")},
		{Label: "Aires urbaines proches", Value: report.Text("Rennes, Saint-Malo, Fougères")},
		{Label: "Communes", Value: report.Text("19")},
		{Label: "Superficie", Value: report.Text("298 km²")},
		{Label: "Habitants", Value: report.Text("35 692"), Note: "Insee 2016"},
		{Label: "Densité", Value: report.Text("119,8 hab./km²"), Note: "calculée ; 117 dans la monographie de 2019"},
		{Label: "Taux de chômage", Value: report.Text("7,1 %"), Note: "Insee 2016"},
		{Label: "Caractéristiques", Value: report.Text("Périurbain multipolaire, population jeune et active, commerce et construction")},
		{Label: "Site", Value: []report.Span{{Text: "valdessai.example", Link: "https://valdessai.example/"}}},
	}
	return report.Section{
		ID: "fiche", OpensPage: true, Title: "Entre Rennes et Saint-Malo, un territoire périurbain jeune qui a fait place à l’ESS",
		Short: "Fiche d’identité", Standfirst: "Fiche d’identité du territoire",
		Foot:   "Sources : monographie Avise-RTES (2019), Insee. Géographie 2026.",
		Blocks: []report.Block{report.Facts{Rows: rows}},
	}
}

func essential() report.Section {
	return report.Section{
		ID: "essentiel", OpensPage: true, Title: "L’essentiel : un territoire reconnu, un financement à consolider", Short: "L’essentiel",
		Standfirst: "Une page pour qui n’a que cinq minutes.",
		Blocks: []report.Block{
			report.KeyFigures{Figures: []report.KeyFigure{
				{Value: "10,5", Unit: "%", Label: "de l’emploi privé est dans l’ESS", Comparison: "13,7 % en France (Insee 2015)"},
				{Value: "1 204", Label: "emplois de l’ESS", Comparison: "12 % de plus en cinq ans"},
				{Value: "96", Label: "établissements employeurs", Comparison: "dont 81 associations"},
			}},
			report.Paragraph{Tone: report.Lead, Spans: report.Text("La volonté politique est affirmée et l’accompagnement existe ; l’argent vient surtout du Département.")},
			report.Paragraph{Spans: []report.Span{
				{Text: "Trois traits se dégagent. "}, {Text: "Une reconnaissance forte", Bold: true},
				{Text: ", une ingénierie "}, {Text: "partagée", Italic: true}, {Text: " et un financement étroit : voir "},
				{Text: "les facteurs clés", Link: "#niveaux"}, {Text: " et "}, {Text: "le site de l’Avise", Link: "https://www.avise.org/"}, {Text: "."},
			}},
			report.List{Items: [][]report.Span{
				report.Text("Consolider la pépinière au-delà de 2027."),
				report.Text("Ouvrir aux projets citoyens les outils de droit commun : appels à projets, commande publique, garanties. " + Long(160)),
				{{Text: "Priorité. ", Bold: true}, {Text: "Nommer un interlocuteur unique."}},
			}},
			report.Callout{Title: "À retenir", Blocks: []report.Block{
				report.Paragraph{Spans: report.Text("Neuf facteurs font tenir les projets. Un seul touche au financement : c’est là que se jouera la suite.")},
				report.List{Numbered: true, Items: [][]report.Span{report.Text("Contractualiser."), report.Text("Payer l’animation.")}},
			}},
			columns(2, 3, 1),
		},
	}
}

func levels() report.Section {
	return report.Section{
		ID: "niveaux", OpensPage: true, Title: "Où en est le territoire sur les douze leviers ?", Short: "Niveaux",
		Blocks: []report.Block{
			report.Figure{Chart: Levels(), Caption: "Niveau de chaque levier", Source: "Échelle propre à l’application, état au 22 novembre 2026."},
			report.Heading{Level: 1, Text: "Initiatives par thème", ID: "themes"},
			report.Figure{Chart: Themes(), Caption: "Nombre d’initiatives recensées", Source: "Recensement de l’équipe, 2026 ; périmètre : 19 communes."},
		},
	}
}

func dynamics() report.Section {
	return report.Section{
		ID: "dynamique", OpensPage: true, Title: "La dynamique de projets", Blocks: []report.Block{
			report.Figure{Chart: Matrix(5, 9), Caption: "Les initiatives et leurs facteurs", Source: "Croix d’exemple."},
			report.Heading{Level: 1, Text: "Soixante initiatives et quatorze facteurs"},
			report.Figure{Chart: Matrix(60, 14), Caption: "Matrice longue", Source: "Croix d’exemple."},
		},
	}
}

func notes() report.Section {
	return report.Section{
		ID: "notes", OpensPage: true, Title: "Des notes de trois mille caractères", Blocks: []report.Block{
			report.Paragraph{Spans: report.Text(Long(3000))},
			report.Heading{Level: 1, Text: "Suite"},
			report.Paragraph{Spans: report.Text(Long(3000) + "\n\nNouveau paragraphe,\nligne coupée.")},
			report.Facts{Rows: []report.Fact{{Label: "Note longue", Value: report.Text(Long(1200)), Note: "2026"}, {Label: "Très longue", Value: report.Text(Long(6500))}}},
			report.Callout{Title: "Encadré plus haut qu’une page", Blocks: []report.Block{report.Paragraph{Spans: report.Text(Long(5000))}}},
			report.Columns{Columns: []report.Column{{Title: "Court", Items: []report.ColumnItem{{Text: report.Text("Un")}}}, {Title: "Long", Items: []report.ColumnItem{{Text: report.Text(Long(3000)), Caption: "EPCI"}}}}},
		},
	}
}

func hostile() report.Section {
	word := strings.Repeat("anticonstitutionnellement", 12)
	return report.Section{
		ID: "hostile", OpensPage: true, Title: "Émojis 👩🏽‍🌾, 中文, mots sans fin et lignes vides", Standfirst: "Ce que la police ne sait pas dessiner devient un carré.",
		Blocks: []report.Block{
			report.Paragraph{Spans: report.Text("Bravo 🎉🎉 à l’équipe 👩🏽‍🌾 ! Drapeau 🇫🇷, mot chinois 中文, arabe السلام, hébreu שלום ; accents composés : e\u0301te\u0301, a\u0300. Touche 1️⃣. Contrôle\u0007 \u200bet trait d’union con\u00ADditionnel.")},
			report.Paragraph{Spans: report.Text(word)},
			report.Paragraph{Spans: report.Text("https://www.exemple.fr/un/chemin/tres/long/" + strings.Repeat("dossier-", 30) + "?q=1&r=2")},
			report.Table{Columns: []report.TableColumn{{Title: "Nom"}, {Title: "Valeur", Align: report.Right}}, Rows: [][]report.Cell{
				{report.Text(word), report.Text("12")}, {report.Text("court"), report.Text(word[:80])}, {nil, nil},
			}},
			report.KeyFigures{Figures: []report.KeyFigure{{Value: "123 456 789 012", Unit: "hab./km²", Label: word[:60], Comparison: "—"}, {Value: "", Label: "vide"}, {Value: "3"}, {Value: "4"}, {Value: "5", Label: "cinq"}}},
			report.Figure{Chart: figure.Bars{Bars: []figure.Bar{bar(word, 3, "3"), bar("🎉", 1, "1")}}, Source: "🎉 source"},
		},
	}
}

func annex() report.Section {
	t := report.Table{
		Caption: "Initiatives du territoire", RowHeads: true, Source: "Recensement de l’équipe, 2026.",
		Columns: []report.TableColumn{{Title: "Initiative"}, {Title: "Commune"}, {Title: "Année", Align: report.Right}, {Title: "Emplois (équivalent temps plein)", Align: report.Right}},
		Total:   []report.Cell{report.Text("Ensemble"), nil, nil, report.Text("312,5")},
	}
	for i := range 60 {
		name := "Initiative " + number(i+1)
		if i%7 == 3 {
			name += ", société coopérative d’intérêt collectif pour l’alimentation durable et les circuits courts"
		}
		t.Rows = append(t.Rows, []report.Cell{report.Text(name), report.Text("Saint-Aubin-d’Aubigné"), report.Text("20" + number(10+i%16)), report.Text(number(i) + ",5")})
	}
	return report.Section{ID: "annexes", OpensPage: true, Title: "Annexes", Blocks: []report.Block{
		t,
		report.Heading{Level: 1, Text: "Sources", ID: "sources"},
		report.Sources{Entries: []report.Source{
			{Text: "Avise, L’ESS dans les territoires ruraux, 2020.", URL: "https://www.avise.org/ressources/"},
			{Text: "Insee, recensement de la population, 2016. " + Long(180)},
		}},
		report.Paragraph{Tone: report.Small, Spans: report.Text("Police Source Sans 3, licence OFL.")},
	}}
}

func photos() report.Section {
	return report.Section{ID: "photos", OpensPage: true, Title: "Des photos et un logo", Blocks: []report.Block{
		report.Figure{Chart: Photo("jpeg", 1200, 700), Caption: "La pépinière", Alt: "Un bâtiment de bois sous un ciel clair", Source: "Photo de l’équipe, 2026."},
		report.Figure{Chart: Photo("jpeg", 300, 900), Alt: "Une porte étroite"},
		report.Figure{Chart: Photo("png", 160, 80), Caption: "Logo", Alt: "Logo du territoire"},
	}}
}
