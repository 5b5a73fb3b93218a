package cli

import (
	"context"
	"errors"
	"io"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

func (p program) freeze() *cobra.Command {
	var diagnosis, name, comment, author string
	cmd := &cobra.Command{
		Use:   "figer FICHIER.db --nom NOM [--commentaire TEXTE] [--auteur NOM] [--diagnostic NOM]",
		Short: "Garde l’état d’aujourd’hui sous un nom",
		Long: "Garde dans le fichier l’état du diagnostic tel qu’il est aujourd’hui, sous un nom. Cet état ne change\n" +
			"plus : « tressons comparer » dit ensuite ce qui a bougé.",
		Example: "tressons figer diagnostic.db --nom \"État des lieux 2026\"",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.write(cmd.Context(), args[0], diagnosis, author, func(doc *app.Document) error {
				_, err := doc.Freeze(cmd.Context(), name, comment)
				return err
			})
		},
	}
	cmd.Flags().StringVar(&name, "nom", "", "Le `NOM` de cet état")
	cmd.Flags().StringVar(&comment, "commentaire", "", "Un `TEXTE` qui l’explique")
	cmd.Flags().StringVar(&author, "auteur", "", "Le `NOM` de la personne qui le fige, gardé dans l’historique")
	diagnosisFlag(cmd, &diagnosis)
	needs(cmd, "nom")
	return cmd
}

func (p program) compare() *cobra.Command {
	var diagnosis, from, to string
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "comparer FICHIER.db --de NOM [--a NOM] [--json] [--diagnostic NOM]",
		Short: "Dit ce qui a bougé entre deux états",
		Long: "Dit ce qui a bougé entre deux états figés, ou entre un état figé et aujourd’hui : les niveaux des\n" +
			"leviers avec leur raison, puis ce qui a été ajouté, retiré ou modifié.",
		Example: "tressons comparer diagnostic.db --de \"État des lieux 2026\"",
		Args:    takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return p.within(cmd.Context(), args[0], app.Reading, diagnosis, func(doc *app.Document) error {
				before, err := doc.State(cmd.Context(), from)
				if err != nil {
					return err
				}
				after, err := doc.State(cmd.Context(), to)
				if err != nil {
					return err
				}
				moved := p.app.Compare(before, after)
				if asJSON {
					return writeJSON(cmd.OutOrStdout(), evolutionJSON(moved))
				}
				return writeEvolution(cmd.OutOrStdout(), moved)
			})
		},
	}
	cmd.Flags().StringVar(&from, "de", "", "Le `NOM` de l’état de départ, ou « "+app.Today+" »")
	cmd.Flags().StringVar(&to, "a", app.Today, "Le `NOM` de l’état d’arrivée")
	cmd.Flags().BoolVar(&asJSON, "json", false, "En JSON")
	diagnosisFlag(cmd, &diagnosis)
	needs(cmd, "de")
	return cmd
}

// within opens a file, works on one of its diagnoses, and closes the file.
func (p program) within(ctx context.Context, path string, access app.Access, name string, use func(*app.Document) error) (err error) {
	doc, err := p.app.OpenAs(ctx, path, access)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, doc.Close(ctx)) }()
	d, err := doc.Find(name)
	if err != nil {
		return err
	}
	doc.Select(d.ID)
	return use(doc)
}

// write is within for somebody who changes the file.
func (p program) write(ctx context.Context, path, name, author string, use func(*app.Document) error) error {
	return p.within(ctx, path, app.Beside, name, func(doc *app.Document) error {
		doc.SetAuthor(app.Author{Name: author})
		return use(doc)
	})
}

// rowChanges are what became of a row, for programs and for people.
var rowChanges = map[model.RowChange]struct{ name, french string }{
	model.RowAltered: {"altered", "modification"},
	model.RowAdded:   {"added", "ajout"},
	model.RowRemoved: {"removed", "suppression"},
}

func writeEvolution(w io.Writer, e app.Evolution) error {
	p := &printer{w: w}
	if len(e.Levels)+len(e.Rows) == 0 {
		p.line("Rien n’a bougé entre ces deux états.")
		return p.err
	}
	var levels, rows []string
	for _, l := range e.Levels {
		line := plain(l.Name) + model.NBSP + ": " + l.Movement()
		if l.Reason != "" {
			line += " – " + plain(string(l.Reason))
		}
		levels = append(levels, line)
	}
	for _, r := range e.Rows {
		line := plain(r.Name) + model.NBSP + ": " + rowChanges[r.Change].french
		if r.Change == model.RowAltered {
			line += " (" + model.JoinFrench(fieldLabels(r)) + ")"
		}
		rows = append(rows, line)
	}
	p.section("Niveaux", levels)
	p.section("Contenu", rows)
	return p.err
}

func fieldLabels(r app.RowEvolution) []string {
	out := make([]string, len(r.Fields))
	for i, f := range r.Fields {
		out[i] = plain(f.Label)
	}
	return out
}

// movedJSON is what moved between two states.
type movedJSON struct {
	Levels []levelJSON `json:"levels"`
	Rows   []rowJSON   `json:"rows"`
}

type levelJSON struct {
	Lever  string `json:"lever"`
	From   string `json:"from"`
	To     string `json:"to"`
	Reason string `json:"reason"`
	What   string `json:"what"`
}

type rowJSON struct {
	Entity string     `json:"entity"`
	Row    string     `json:"row"`
	Change string     `json:"change"`
	Fields []moveJSON `json:"fields"`
	What   string     `json:"what"`
}

type moveJSON struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

func evolutionJSON(e app.Evolution) movedJSON {
	out := movedJSON{[]levelJSON{}, []rowJSON{}}
	for _, l := range e.Levels {
		out.Levels = append(out.Levels, levelJSON{l.Lever, string(l.From), string(l.To), string(l.Reason), l.Name + model.NBSP + ": " + l.Movement()})
	}
	for _, r := range e.Rows {
		row := rowJSON{r.Entity, r.Row, rowChanges[r.Change].name, []moveJSON{}, r.Name}
		for _, f := range r.RowMove.Fields {
			row.Fields = append(row.Fields, moveJSON{f.Field, f.Before, f.After})
		}
		out.Rows = append(out.Rows, row)
	}
	return out
}
