package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tressons/model"
)

func newRoot(p program) *cobra.Command {
	root := &cobra.Command{
		Use:   "tressons",
		Short: "Diagnostics de territoire sur l’économie sociale et solidaire",
		Long: "Tressons accompagne un diagnostic de territoire sur l’économie sociale et solidaire :\n" +
			"reconnaissance, ingénierie d’accompagnement, financement. Un diagnostic est un fichier .db.",
		Args:                       refuseUnknown,
		RunE:                       func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors:              true,
		SilenceUsage:               true,
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		SuggestionsMinimumDistance: 2,
	}
	root.SetFlagErrorFunc(explainFlag)
	root.SetHelpFunc(func(cmd *cobra.Command, _ []string) { writeHelp(cmd.OutOrStdout(), cmd) })
	addHelp(root)
	root.AddCommand(
		p.create(), p.example(), p.summary(), p.report(), p.charts(),
		p.dump(), p.enter(), p.check(), p.recover(),
		p.merge(), p.conflicts(), p.history(), p.freeze(), p.compare(),
		p.share(), p.compact(), p.openPDF(), p.version(),
	)
	return root
}

// addHelp gives every command --aide, and still answers to the usual --help.
func addHelp(root *cobra.Command) {
	flags := root.PersistentFlags()
	flags.VarPF(helpWanted{}, "aide", "", "Explique la commande").NoOptDefVal = "true"
	flags.BoolP("help", "h", false, "")
	flags.Lookup("help").Hidden = true
	root.SetHelpCommand(&cobra.Command{
		Use:   "aide [COMMANDE]",
		Short: "Explique une commande",
		RunE: func(_ *cobra.Command, args []string) error {
			cmd, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return refuseUnknown(root, args)
			}
			return cmd.Help()
		},
	})
}

// helpWanted is an option that turns whatever command it is on into its help,
// before the arguments are checked.
type helpWanted struct{}

func (helpWanted) String() string   { return "" }
func (helpWanted) Set(string) error { return pflag.ErrHelp }
func (helpWanted) Type() string     { return "" }

// refuseUnknown answers to a command that does not exist.
func refuseUnknown(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return misusef(root, "La commande %s n’existe pas ; vouliez-vous dire %s", model.Quote(args[0]), model.Quote(near[0]))
	}
	return misusef(root, "La commande %s n’existe pas", model.Quote(args[0]))
}
