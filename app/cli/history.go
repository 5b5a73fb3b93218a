package cli

import (
	"io"

	"github.com/spf13/cobra"

	"tressons/app"
	"tressons/model"
)

// listedChanges is how many changes are listed when no limit is given.
const listedChanges = 100

func (p program) history() *cobra.Command {
	var diagnosis string
	var parts []string
	limit, asJSON := listedChanges, false
	cmd := &cobra.Command{
		Use:   "historique FICHIER.db [--champ PARTIE] [--limite N] [--diagnostic NOM] [--json]",
		Short: "Montre qui a changé quoi, et quand",
		Long: "Montre qui a changé quoi et quand, de quelle valeur à quelle valeur, du plus récent au plus ancien.\n" +
			"Une session de travail laisse une seule valeur par champ : celle qu’elle y a laissée en dernier.\n" +
			"Un fichier que l’on a allégé ne garde plus les valeurs anciennes.",
		Example: "tressons historique diagnostic.db\n" +
			"tressons historique diagnostic.db --champ lever/cooperation/level --champ territory/population\n" +
			"tressons historique diagnostic.db --champ initiative --limite 0 --json",
		Args: takes("FICHIER.db"),
		RunE: func(cmd *cobra.Command, args []string) error {
			q := app.PastQuery{Limit: limit}
			for _, text := range parts {
				part, err := app.ReadPart(text)
				if err != nil {
					return err
				}
				q.Parts = append(q.Parts, part)
			}
			changes, err := p.app.Past(cmd.Context(), args[0], diagnosis, q)
			if err != nil {
				return err
			}
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), pastJSON(changes))
			}
			return writePast(cmd.OutOrStdout(), changes)
		},
	}
	cmd.Flags().StringArrayVar(&parts, "champ", nil, "La `PARTIE` à montrer : genre, genre/ligne ou genre/ligne/champ ; l’option peut être répétée")
	cmd.Flags().IntVar(&limit, "limite", limit, "Le `NOMBRE` de changements au plus, 0 pour tous ; 100 sans cette option")
	diagnosisFlag(cmd, &diagnosis)
	cmd.Flags().BoolVar(&asJSON, "json", false, "En JSON")
	return cmd
}

// writePast tells a person what was changed; long texts follow on lines of their
// own.
func writePast(w io.Writer, changes []app.PastChange) error {
	p := &printer{w: w}
	if len(changes) == 0 {
		p.line("Aucun changement.")
	}
	for _, c := range changes {
		p.line("%s", plain(c.French()))
		if c.Movement != "" || c.Edit.Field == model.FieldExists {
			continue
		}
		if c.Kept() {
			p.line("  gardé%s: %s", model.NBSP, plain(c.ValueShown))
			continue
		}
		if c.BeforeShown != "" {
			p.line("  avant%s: %s", model.NBSP, plain(c.BeforeShown))
		}
		if c.ValueShown != "" {
			p.line("  après%s: %s", model.NBSP, plain(c.ValueShown))
		}
	}
	return p.err
}

// pastChangeJSON is a change; before is null when the file does not hold what
// was there before.
type pastChangeJSON struct {
	Diagnosis    string  `json:"diagnosis"`
	Entity       string  `json:"entity"`
	Row          string  `json:"row"`
	Field        string  `json:"field"`
	Before       *string `json:"before"`
	After        string  `json:"after"`
	Author       string  `json:"author"`
	Organisation string  `json:"organisation"`
	When         string  `json:"when"`
	What         string  `json:"what"`
}

type historyJSON struct {
	Changes []pastChangeJSON `json:"changes"`
}

func pastJSON(changes []app.PastChange) historyJSON {
	out := historyJSON{[]pastChangeJSON{}}
	for _, c := range changes {
		told := pastChangeJSON{c.Diagnosis, c.Edit.Entity, c.Edit.Row, c.Edit.Field, nil, c.Edit.Value,
			c.Author.Name, c.Author.Organisation, stamp(c.At), c.French()}
		if c.HasBefore {
			told.Before = &c.Before
		}
		out.Changes = append(out.Changes, told)
	}
	return out
}
