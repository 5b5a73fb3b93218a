package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tressons/model"
)

const helpTemplate = `{{with (or .Long .Short)}}{{.}}

{{end}}{{.UsageString}}`

const usageTemplate = `Usage :
  {{if .HasAvailableSubCommands}}{{.CommandPath}} COMMANDE{{else}}{{.UseLine}}{{end}}{{if .HasAvailableSubCommands}}

Commandes :{{range .Commands}}{{if .IsAvailableCommand}}
  {{rpad .Name .NamePadding}} {{.Short}}{{end}}{{end}}{{end}}{{if .HasExample}}

Exemples :
{{.Example}}{{end}}{{if .HasAvailableLocalFlags}}

Options :
{{options .}}{{end}}
{{if .HasAvailableSubCommands}}
« {{.CommandPath}} COMMANDE --aide » explique une commande.
{{end}}`

// explorerText is what the static build answers on Windows to a double click.
const explorerText = `Ceci est la ligne de commande de Tressons, sans fenêtre.
Ouvrez un terminal dans ce dossier et tapez : tressons --aide

`

func newRoot(p program) *cobra.Command {
	cobra.MousetrapHelpText = explorerText
	cobra.AddTemplateFunc("options", optionLines)
	root := &cobra.Command{
		Use:   "tressons",
		Short: "Diagnostics de territoire sur l’économie sociale et solidaire",
		Long: "Tressons accompagne un diagnostic de territoire sur l’économie sociale et solidaire :\n" +
			"reconnaissance, ingénierie d’accompagnement, financement. Un diagnostic est un fichier .db.",
		Args:               refuseUnknown,
		RunE:               func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
		SilenceErrors:      true,
		SilenceUsage:       true,
		CompletionOptions:  cobra.CompletionOptions{DisableDefaultCmd: true},
		DisableSuggestions: false, SuggestionsMinimumDistance: 2,
	}
	root.SetHelpTemplate(helpTemplate)
	root.SetUsageTemplate(usageTemplate)
	root.SetFlagErrorFunc(explainFlag)
	root.DisableFlagsInUseLine = true
	addHelp(root)
	root.AddCommand(
		p.create(), p.example(), p.summary(), p.report(),
		p.dump(), p.enter(), p.check(), p.version(),
	)
	for _, c := range root.Commands() {
		c.DisableFlagsInUseLine = true
	}
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
		DisableFlagsInUseLine: true,
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

// optionLines lists the options of a command, one a line, its own before --aide.
func optionLines(cmd *cobra.Command) string {
	var lines []string
	width := 0
	add := func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		kind, usage := pflag.UnquoteUsage(f)
		left := strings.TrimSpace("--" + f.Name + " " + kind)
		width = max(width, len(left))
		lines = append(lines, left+"\x00"+usage)
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	if !cmd.HasParent() {
		cmd.PersistentFlags().VisitAll(add)
	}
	for i, line := range lines {
		left, usage, _ := strings.Cut(line, "\x00")
		lines[i] = "  " + left + strings.Repeat(" ", width-len(left)+3) + usage
	}
	return strings.Join(lines, "\n")
}
