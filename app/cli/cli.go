// Package cli is the command line of Tressons: subcommands over the use cases of
// package app, for servers, scripts and tests. All that a person reads is in
// French.
//
// Exit codes: 0 when done; 1 when the work could not be done; 2 when the command
// was not well formed. An error is one French sentence on the error stream.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/spf13/cobra"

	"tressons/app"
)

// Exit codes of the program.
const (
	exitDone   = 0
	exitFailed = 1
	exitMisuse = 2
)

// Streams are what the program reads and writes.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
}

// explorerText is what a build without window answers on Windows to a double click.
const explorerText = `Ceci est la ligne de commande de Tressons, sans fenêtre.
Ouvrez un terminal dans ce dossier et tapez : tressons --aide

`

// Run carries out one command and returns the exit code of the program.
func Run(ctx context.Context, a *app.App, streams Streams, args []string) int {
	cobra.MousetrapHelpText = explorerText
	root := newRoot(program{a})
	// An empty list would make cobra read the arguments of the process.
	root.SetArgs(append([]string{}, args...))
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	err := root.ExecuteContext(ctx)
	var misuse *misuse
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &misuse):
		fmt.Fprintln(streams.Err, misuse.Error())
		return exitMisuse
	}
	fmt.Fprintln(streams.Err, app.Explain(err))
	return exitFailed
}

// Knows tells whether an argument is a command or an option of the command line
// rather than the name of a file to open in the window.
func Knows(arg string) bool {
	if len(arg) > 1 && arg[0] == '-' {
		return true
	}
	root := newRoot(program{})
	root.InitDefaultHelpCmd()
	return slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == arg })
}
