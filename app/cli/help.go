package cli

import (
	"io"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tressons/model"
)

// writeHelp explains a command: what it does, how it is written, its options.
// cobra's own help is English. A help that cannot be written has no reader.
func writeHelp(w io.Writer, cmd *cobra.Command) {
	p := &printer{w: w}
	about := cmd.Long
	if about == "" {
		about = cmd.Short + "."
	}
	p.line("%s", about)
	p.section(headed("Usage"), []string{usageOf(cmd)})
	p.section(headed("Commandes"), commandLines(cmd))
	p.section(headed("Exemples"), strings.FieldsFunc(cmd.Example, func(r rune) bool { return r == '\n' }))
	p.section(headed("Options"), optionLines(cmd))
	if cmd.HasAvailableSubCommands() {
		p.line("\n%s explique une commande.", model.Quote(cmd.CommandPath()+" COMMANDE --aide"))
	}
}

func headed(word string) string { return word + model.NBSP + ":" }

func usageOf(cmd *cobra.Command) string {
	if cmd.HasAvailableSubCommands() {
		return cmd.CommandPath() + " COMMANDE"
	}
	return cmd.Parent().CommandPath() + " " + cmd.Use
}

func commandLines(cmd *cobra.Command) []string {
	var names, abouts []string
	for _, c := range cmd.Commands() {
		if c.IsAvailableCommand() {
			names, abouts = append(names, c.Name()), append(abouts, c.Short)
		}
	}
	return besideEachOther(names, abouts)
}

// optionLines lists the options of a command, its own before --aide.
func optionLines(cmd *cobra.Command) []string {
	var names, abouts []string
	add := func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		kind, usage := pflag.UnquoteUsage(f)
		names, abouts = append(names, strings.TrimSpace("--"+f.Name+" "+kind)), append(abouts, usage)
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	cmd.Root().PersistentFlags().VisitAll(add)
	return besideEachOther(names, abouts)
}

func besideEachOther(left, right []string) []string {
	lines := aligned(left)
	for i := range lines {
		lines[i] += "   " + right[i]
	}
	return lines
}
