package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

func (p program) create() *cobra.Command {
	var territory string
	cmd := &cobra.Command{
		Use:     "nouveau SORTIE.db --territoire NOM",
		Short:   "Commence un diagnostic vide",
		Example: "tressons nouveau pays-basque.db --territoire \"Pays basque\"",
		Args:    takes("SORTIE.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.app.Create(cmd.Context(), args[0], territory, app.Author{})
		},
	}
	cmd.Flags().StringVar(&territory, "territoire", "", "Le `NOM` du territoire, tel qu’il paraîtra en couverture")
	needs(cmd, "territoire")
	return cmd
}

func (p program) example() *cobra.Command {
	return &cobra.Command{
		Use:     "exemple SORTIE.db",
		Short:   "Écrit l’exemple du Val d’Ille-Aubigné",
		Example: "tressons exemple exemple.db",
		Args:    takes("SORTIE.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.app.CreateExample(cmd.Context(), args[0])
		},
	}
}

func (p program) summary() *cobra.Command {
	var diagnosis string
	cmd := &cobra.Command{
		Use:     "resume FICHIER.db [--diagnostic NOM]",
		Short:   "Résume où en est le diagnostic",
		Example: "tressons resume exemple.db",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.read(cmd, args[0], diagnosis, func(d *model.Diagnosis) error {
				return writeSummary(cmd.OutOrStdout(), p.app.Summarize(d))
			})
		},
	}
	diagnosisFlag(cmd, &diagnosis)
	return cmd
}

func (p program) dump() *cobra.Command {
	var diagnosis string
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "lire FICHIER.db [--diagnostic NOM] [--json]",
		Short:   "Montre tout ce que contient le diagnostic",
		Example: "tressons lire exemple.db --json",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.read(cmd, args[0], diagnosis, func(d *model.Diagnosis) error {
				if asJSON {
					return writeJSON(cmd.OutOrStdout(), app.Dump(d))
				}
				return writeDump(cmd.OutOrStdout(), p.app.Grid, d)
			})
		},
	}
	diagnosisFlag(cmd, &diagnosis)
	cmd.Flags().BoolVar(&asJSON, "json", false, "En JSON trié, toujours le même pour un même contenu")
	return cmd
}

func (p program) enter() *cobra.Command {
	var diagnosis, author, batch string
	cmd := &cobra.Command{
		Use:   "saisir FICHIER.db --auteur NOM [--lot LOT.jsonl] [--diagnostic NOM]",
		Short: "Saisit un lot de changements",
		Long: "Saisit un lot de changements, un objet JSON par ligne, en une seule session : tout est\n" +
			"enregistré, ou rien. Les identifiants des lignes créées sont écrits, dans l’ordre du lot.",
		Example: `{"entity":"initiative","row":"new","set":{"name":"Épicerie","year":2009}}
{"entity":"lever","row":"cooperation","set":{"level":"engaged"}}
{"entity":"initiative","row":"IDENTIFIANT","delete":true}`,
		Args: takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			lines, err := openBatch(cmd, batch)
			if err != nil {
				return err
			}
			made, err := p.apply(cmd.Context(), args[0], diagnosis, author, lines)
			err = errors.Join(err, lines.Close())
			for _, row := range made {
				_, id := row.Split()
				fmt.Fprintln(cmd.OutOrStdout(), id)
			}
			return err
		},
	}
	cmd.Flags().StringVar(&author, "auteur", "", "Le `NOM` de la personne qui saisit, gardé dans l’historique")
	cmd.Flags().StringVar(&batch, "lot", "", "Le lot, `LOT.jsonl` ; sans cette option, l’entrée standard")
	diagnosisFlag(cmd, &diagnosis)
	needs(cmd, "auteur")
	return cmd
}

func (p program) check() *cobra.Command {
	return &cobra.Command{
		Use:     "verifier FICHIER.db",
		Short:   "Vérifie qu’un fichier est entier",
		Example: "tressons verifier exemple.db",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			findings, err := p.app.Verify(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			return writeFindings(cmd.OutOrStdout(), args[0], findings)
		},
	}
}

func (p program) version() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Donne la version de Tressons",
		Args:  takes(),
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), "Tressons "+p.app.Version)
			return err
		},
	}
}

func diagnosisFlag(cmd *cobra.Command, diagnosis *string) {
	cmd.Flags().StringVar(diagnosis, "diagnostic", "", "Le `NOM` du diagnostic, quand le fichier en contient plusieurs")
}
