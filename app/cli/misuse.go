package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tressons/model"
)

// misuse is a command that is not well formed. Its text is a French sentence.
type misuse struct{ message string }

func (m *misuse) Error() string { return m.message }

// misusef adds to the sentence how to get help on the command.
func misusef(cmd *cobra.Command, format string, a ...any) error {
	return &misuse{fmt.Sprintf(format, a...) + " (aide" + model.NBSP + ": " + cmd.CommandPath() + " --aide)."}
}

// explainFlag says in French what is wrong with an option. Asking for help is
// no fault and passes through.
func explainFlag(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var invalid *pflag.InvalidValueError
	var syntax *pflag.InvalidSyntaxError
	switch {
	case errors.Is(err, pflag.ErrHelp):
		return pflag.ErrHelp
	case errors.As(err, &unknown):
		return misusef(cmd, "L’option %s n’existe pas", dashed(unknown))
	case errors.As(err, &bare):
		return misusef(cmd, "L’option --%s attend une valeur", bare.GetFlag().Name)
	case errors.As(err, &invalid):
		return misusef(cmd, "L’option --%s ne peut pas valoir %s", invalid.GetFlag().Name, model.Quote(invalid.GetValue()))
	case errors.As(err, &syntax):
		return misusef(cmd, "L’option %s est mal écrite", syntax.GetSpecifiedFlag())
	}
	return err
}

func dashed(unknown *pflag.NotExistError) string {
	if unknown.GetSpecifiedShortnames() != "" {
		return "-" + unknown.GetSpecifiedName()
	}
	return "--" + unknown.GetSpecifiedName()
}

// takes checks that a command gets exactly the named arguments, none empty, and
// every option that it cannot do without.
func takes(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		for i, name := range names {
			if i >= len(args) || args[i] == "" {
				return misusef(cmd, "Il manque %s", name)
			}
		}
		if len(args) > len(names) {
			return misusef(cmd, "%s est de trop", model.Quote(args[len(names)]))
		}
		return missingOption(cmd)
	}
}

// takesSeveral is takes for a command whose last argument may be repeated.
func takesSeveral(names ...string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		all := append([]string{}, names...)
		for len(all) < len(args) {
			all = append(all, names[len(names)-1])
		}
		return takes(all...)(cmd, args)
	}
}

// needs marks options as indispensable.
func needs(cmd *cobra.Command, options ...string) {
	for _, option := range options {
		cmd.Flags().Lookup(option).Annotations = map[string][]string{indispensable: {"true"}}
	}
}

// indispensable is our own mark: cobra's would be refused with an English text.
const indispensable = "indispensable"

func missingOption(cmd *cobra.Command) error {
	var missing error
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if f.Annotations[indispensable] != nil && f.Value.String() == "" && missing == nil {
			kind, _ := pflag.UnquoteUsage(f)
			missing = misusef(cmd, "Il manque --%s %s", f.Name, kind)
		}
	})
	return missing
}
