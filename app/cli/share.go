package cli

import (
	"io"
	"path/filepath"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

func (p program) share() *cobra.Command {
	var output string
	var options app.ShareOptions
	cmd := &cobra.Command{
		Use:   "partager FICHIER.db --sortie COPIE.db [--sans-apartes] [--sans-historique]",
		Short: "Prépare une copie à transmettre",
		Long: "Prépare une copie à transmettre, sans les apartés ni les coordonnées si vous le demandez, avec ou sans\n" +
			"l’historique. La copie dit ce qu’elle laisse de côté ; fusionnée plus tard, elle n’en efface rien.",
		Example: "tressons partager diagnostic.db --sortie pour-la-region.db --sans-apartes --sans-historique",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			left, err := p.app.Share(cmd.Context(), args[0], output, options)
			if err != nil {
				return err
			}
			return writeShared(cmd.OutOrStdout(), output, options, left)
		},
	}
	cmd.Flags().StringVar(&output, "sortie", "", "La copie à écrire, `COPIE.db`")
	cmd.Flags().BoolVar(&options.WithoutPrivate, "sans-apartes", false, "Laisse de côté les apartés, les notes d’entretien et les coordonnées")
	cmd.Flags().BoolVar(&options.WithoutHistory, "sans-historique", false, "Laisse de côté les valeurs plus anciennes et ce qui a été supprimé")
	needs(cmd, "sortie")
	return cmd
}

func writeShared(w io.Writer, path string, o app.ShareOptions, left app.Shared) error {
	p := &printer{w: w}
	var lines []string
	if o.WithoutPrivate {
		lines = append(lines, model.Count(left.Private, "aparté ou coordonnée", "apartés ou coordonnées"))
	}
	if o.WithoutHistory {
		lines = append(lines, model.Count(left.History, "valeur plus ancienne ou supprimée", "valeurs plus anciennes ou supprimées"))
	}
	if left.Photos > 0 {
		lines = append(lines, model.Count(left.Photos, "photo qui n’y sert pas", "photos qui n’y servent pas"))
	}
	p.line("Copie écrite%s: %s", model.NBSP, filepath.Base(path))
	p.section(headed("Laissé de côté"), lines)
	return p.err
}

func (p program) compact() *cobra.Command {
	return &cobra.Command{
		Use:   "compacter FICHIER.db",
		Short: "Allège un fichier qui a grossi",
		Long: "Retire du fichier les valeurs que d’autres ont remplacées et les photos qui ne servent plus, après une\n" +
			"sauvegarde datée à côté. Ce qui est affiché, les désaccords et les états figés restent.",
		Example: "tressons compacter diagnostic.db",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			done, err := p.app.Compact(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			out := &printer{w: cmd.OutOrStdout()}
			if done.Backup == "" {
				out.line("Rien à alléger%s: ce fichier ne contient que ce qu’il montre.", model.NBSP)
				return out.err
			}
			out.line("Retiré%s: %s et %s. Le fichier passe de %s à %s.", model.NBSP, model.Count(done.Changes, "valeur plus ancienne", "valeurs plus anciennes"),
				model.Count(done.Photos, "photo", "photos"), model.FormatBytes(done.Before), model.FormatBytes(done.After))
			out.line("Sauvegarde d’avant%s: %s", model.NBSP, done.Backup)
			return out.err
		},
	}
}
