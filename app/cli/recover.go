package cli

import (
	"io"

	"github.com/spf13/cobra"

	"tressons/app"
)

func (p program) recover() *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:   "recuperer FICHIER.db --sortie NOUVEAU.db",
		Short: "Récupère ce qui peut l’être d’un fichier abîmé",
		Long: "Récupère dans un nouveau fichier tout ce qui est intact dans un fichier abîmé, et dit ce\n" +
			"qui est perdu. Le fichier abîmé reste tel quel.",
		Example: "tressons recuperer abime.db --sortie recupere.db",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			recovery, err := p.app.Recover(cmd.Context(), args[0], output)
			if err != nil {
				return err
			}
			return writeRecovery(cmd.OutOrStdout(), output, recovery)
		},
	}
	cmd.Flags().StringVar(&output, "sortie", "", "Le fichier à écrire, `NOUVEAU.db`")
	needs(cmd, "sortie")
	return cmd
}

// writeRecovery says what was saved of a damaged file, and what was not.
func writeRecovery(w io.Writer, path string, r app.Recovery) error {
	p := &printer{w: w}
	p.line("%s", app.RecoverySentence(path, r))
	p.section(headed("Ce qui est perdu"), r.Lost)
	return p.err
}
