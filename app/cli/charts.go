package cli

import (
	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

func (p program) charts() *cobra.Command {
	var diagnosis, folder string
	opts := app.ChartOptions{}
	cmd := &cobra.Command{
		Use:   "graphiques FICHIER.db --sortie DOSSIER [--format svg|png] [--sombre] [--diagnostic NOM]",
		Short: "Enregistre les graphiques, pour un diaporama",
		Long: "Enregistre chaque graphique du diagnostic dans un fichier du dossier, pour un diaporama.\n" +
			"Les noms des fichiers sont écrits, un par ligne. Les apartés n’y figurent jamais.",
		Example: "tressons graphiques exemple.db --sortie graphiques --format png",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.read(cmd, args[0], diagnosis, func(d *model.Diagnosis) error {
				files, err := p.app.ExportCharts(cmd.Context(), d, opts, folder)
				if err != nil {
					return err
				}
				out := &printer{w: cmd.OutOrStdout()}
				for _, name := range files {
					out.line("%s", name)
				}
				return out.err
			})
		},
	}
	cmd.Flags().StringVar(&folder, "sortie", "", "Le `DOSSIER` où écrire, créé s’il n’existe pas")
	cmd.Flags().StringVar(&opts.Format, "format", "svg", "Le `FORMAT` : svg (net à toutes les tailles) ou png (lu partout)")
	cmd.Flags().BoolVar(&opts.Dark, "sombre", false, "Pour des diapositives au fond sombre")
	diagnosisFlag(cmd, &diagnosis)
	needs(cmd, "sortie")
	return cmd
}
