package cli

import (
	"context"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

func (p program) merge() *cobra.Command {
	var trial, asJSON, other bool
	cmd := &cobra.Command{
		Use:   "fusionner CIBLE.db SOURCE.db… [--essai] [--importer] [--json]",
		Short: "Réunit des copies d’un même fichier",
		Long: "Réunit dans CIBLE.db ce que contiennent des copies du même fichier, après une sauvegarde datée\n" +
			"à côté. Les copies restent telles quelles. Là où deux personnes ont écrit autre chose, tout est gardé\n" +
			"et le désaccord reste à trancher : « tressons conflits » en donne la liste.",
		Example: "tressons fusionner diagnostic.db copie-de-jeanne.db --essai\ntressons fusionner diagnostic.db copie-de-jeanne.db copie-de-paul.db",
		Args:    takesSeveral("CIBLE.db", "SOURCE.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			report, err := p.bringing(trial, other)(cmd.Context(), args[0], args[1:])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), mergeJSON(report, trial))
			}
			return writeMerge(cmd.OutOrStdout(), report, trial)
		},
	}
	cmd.Flags().BoolVar(&trial, "essai", false, "Montre ce qui viendrait, sans rien écrire")
	cmd.Flags().BoolVar(&other, "importer", false, "Ajoute aussi les diagnostics d’autres fichiers, qui ne sont pas des copies de CIBLE.db")
	cmd.Flags().BoolVar(&asJSON, "json", false, "En JSON")
	return cmd
}

// bringing is the use case that « fusionner » carries out.
func (p program) bringing(trial, other bool) func(ctx context.Context, path string, sources []string) (app.MergeReport, error) {
	switch {
	case trial && other:
		return p.app.PreviewImport
	case trial:
		return p.app.PreviewMerge
	case other:
		return p.app.Import
	}
	return p.app.Merge
}

func (p program) conflicts() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "conflits FICHIER.db [--json]",
		Short: "Liste les désaccords à trancher",
		Long: "Liste les champs où plusieurs personnes ont écrit autre chose sans s’être lues, et les éléments\n" +
			"supprimés d’un côté et modifiés de l’autre. Saisir le champ tranche le désaccord.",
		Example: "tressons conflits diagnostic.db",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			found, err := p.app.Conflicts(cmd.Context(), args[0])
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), conflictsJSON(found))
			}
			return writeConflicts(cmd.OutOrStdout(), found)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "En JSON")
	return cmd
}

// writeMerge tells a person what came, or would come.
func writeMerge(w io.Writer, r app.MergeReport, trial bool) error {
	p := &printer{w: w}
	if r.Nothing {
		p.line("Rien à fusionner%s: le fichier a déjà tout ce que contiennent les copies.", model.NBSP)
		return p.err
	}
	p.line("%s.", model.JoinFrench(r.Counts()))
	for _, s := range r.Sources {
		p.section(plain(filepath.Base(s.Path)), shareLines(s.Authors))
	}
	var lines []string
	for _, x := range r.Arrivals {
		lines = append(lines, plain(x.French()))
	}
	if hidden := r.Listed - len(r.Arrivals); hidden > 0 {
		lines = append(lines, "et "+model.Count(hidden, "autre", "autres"))
	}
	p.section(headed("À recevoir"), lines)
	p.questions(r.Conflicts)
	if trial {
		p.line("\nC’était un essai%s: rien n’a été écrit.", model.NBSP)
	} else {
		p.line("\nSauvegarde d’avant la fusion%s: %s", model.NBSP, r.Backup)
	}
	return p.err
}

func writeConflicts(w io.Writer, c app.Conflicts) error {
	p := &printer{w: w}
	if c.Count() == 0 {
		p.line("Aucun désaccord.")
	}
	p.questions(c)
	return p.err
}

// questions lists conflicts, then rows that were deleted but edited.
func (p *printer) questions(c app.Conflicts) {
	for _, x := range c.Fields {
		var lines []string
		for _, v := range x.Versions {
			shown := v.Shown
			if shown == "" {
				shown = "(vide)"
			}
			lines = append(lines, plain(model.Quote(shown)+", "+v.Author.Name+" "+app.Moment(v.At)))
		}
		p.section(headed("Désaccord")+" "+plain(x.Name), lines)
	}
	for _, r := range c.Revivals {
		p.section(headed("Supprimé et modifié")+" "+plain(r.Name), []string{plain(r.What)})
	}
}

func shareLines(list []app.AuthorShare) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = plain(s.Author.Name) + model.NBSP + ": " + model.Count(s.Changes, "changement", "changements")
	}
	return out
}

// plain takes out what would steer a terminal: texts come from other people's
// files.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, s)
}
