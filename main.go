// Command tressons accompanies a diagnosis of a territory on the social and
// solidarity economy (ESS). It is wiring only: a subcommand goes to the command
// line, anything else opens the window.
//
// There is one program and two builds. With cgo it has its window (window.go);
// without, it is a static command line (window_nocgo.go).
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"tressons/app"
	"tressons/app/cli"
	"tressons/assets"
)

// version is that of FyneApp.toml.
const version = "0.1.0"

func main() { os.Exit(run(os.Args[1:])) }

// run returns the exit code of the program.
func run(args []string) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	a, err := app.New(resources(), version)
	if err != nil {
		fmt.Fprintln(os.Stderr, app.Explain(err))
		return 1
	}
	if path, ok := fileToOpen(args); ok {
		return openWindow(ctx, a, path)
	}
	return cli.Run(ctx, a, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, args)
}

// fileToOpen tells whether the window is asked for, on a file or on none (""),
// as by a double click on the program or on a .db file.
func fileToOpen(args []string) (path string, ok bool) {
	if len(args) == 0 {
		return "", true
	}
	if len(args) > 1 || cli.Knows(args[0]) {
		return "", false
	}
	_, err := os.Stat(args[0])
	return args[0], err == nil || strings.EqualFold(filepath.Ext(args[0]), ".db")
}

func resources() app.Resources {
	res := app.Resources{Grid: assets.Grid, Benchmarks: assets.Benchmarks, Places: assets.Places, Example: assets.Example, Help: assets.Help()}
	res.Fonts.Regular, res.Fonts.Italic = assets.Regular, assets.Italic
	res.Fonts.Semibold, res.Fonts.Bold = assets.Semibold, assets.Bold
	return res
}
