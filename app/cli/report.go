package cli

import (
	"github.com/spf13/cobra"

	"tressons/app"
)

func (p program) report() *cobra.Command {
	var order app.ReportOrder
	cmd := &cobra.Command{
		Use:   "rapport FICHIER.db [AUTRE.db…] --modele MODÈLE --sortie SORTIE.pdf [options]",
		Short: "Écrit un rapport en PDF",
		Long: "Écrit un rapport en PDF. Les apartés et les coordonnées des personnes n’y figurent jamais.\n" +
			"Un fichier qui existe déjà n’est remplacé qu’une fois le nouveau complet. Les diagnostics ne\n" +
			"sont que lus. La synthèse réunit les diagnostics de tous les fichiers donnés, de deux à douze.",
		Example: "tressons rapport exemple.db --modele zoom --sortie zoom.pdf\n" +
			"tressons rapport exemple.db --modele questionnaire --axe financement --vierge --sortie questionnaire.pdf\n" +
			"tressons rapport exemple.db --modele evolutions --de \"État des lieux 2026\" --sortie evolutions.pdf\n" +
			"tressons rapport bocage.db vercors.db --modele synthese --sortie synthese.pdf",
		Args: takesSeveral("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			order.Files = args
			return p.app.Order(cmd.Context(), order)
		},
	}
	flags := cmd.Flags()
	flags.StringVar(&order.Kind, "modele", "", "Le `MODÈLE` : monographie, zoom, note, synthese, evolutions ou questionnaire")
	flags.StringVar(&order.Output, "sortie", "", "Le PDF à écrire, `SORTIE.pdf`")
	diagnosisFlag(cmd, &order.Diagnosis)
	flags.StringVar(&order.From, "de", "", "L’`ÉTAT` figé d’où l’on part (évolutions, monographie)")
	flags.StringVar(&order.To, "a", "", "L’`ÉTAT` figé où l’on arrive ; sans cette option, l’état d’aujourd’hui")
	flags.StringSliceVar(&order.Sections, "sections", nil, "Les seules `SECTIONS` à garder, séparées par des virgules ; un nom inconnu affiche la liste")
	flags.StringVar(&order.Axis, "axe", "", "Un seul `AXE` : reconnaissance, ingenierie ou financement (monographie, questionnaire)")
	flags.StringVar(&order.Accent, "couleur", "", "La couleur du document, `#RRVVBB` ; refusée si elle se lit mal")
	flags.StringVar(&order.Team, "equipe", "", "L’`ÉQUIPE` à nommer en couverture, à la place de celle du diagnostic")
	flags.StringVar(&order.Date, "date", "", "La `DATE` d’édition, à la place de celle du diagnostic")
	flags.StringVar(&order.Funders, "financeurs", "", "La `MENTION` des financeurs, par exemple « Avec le soutien de LEADER et du Feader »")
	flags.BoolVar(&order.Blank, "vierge", false, "Laisse le questionnaire sans les réponses déjà connues")
	flags.BoolVar(&order.Alone, "sans-diagnostic-joint", false, "Ne joint pas au PDF le diagnostic, que « tressons ouvrir-pdf » en retire")
	needs(cmd, "modele", "sortie")
	return cmd
}

func (p program) openPDF() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "ouvrir-pdf RAPPORT.pdf --sortie NOUVEAU.db",
		Short: "Retrouve le diagnostic qu’un PDF contient",
		Long: "Écrit dans un fichier le diagnostic que contient un PDF exporté par Tressons, sans les apartés ni les\n" +
			"coordonnées. Il peut être complété, puis fusionné avec le fichier d’où vient le PDF.",
		Example: "tressons ouvrir-pdf monographie.pdf --sortie diagnostic.db",
		Args:    takes("RAPPORT.pdf"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.app.OpenPDF(cmd.Context(), args[0], output)
		},
	}
	cmd.Flags().StringVar(&output, "sortie", "", "Le fichier à écrire, `NOUVEAU.db`")
	needs(cmd, "sortie")
	return cmd
}
