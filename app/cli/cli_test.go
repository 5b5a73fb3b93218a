package cli_test

import (
	"context"
	"os"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"tressons/app"
	"tressons/app/cli"
	"tressons/assets"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"tressons": tressons})
}

// tressons is the program as the scripts of testdata run it.
func tressons() {
	res := app.Resources{Grid: assets.Grid, Benchmarks: assets.Benchmarks, Places: assets.Places, Example: assets.Example, Help: assets.Help()}
	res.Fonts.Regular, res.Fonts.Italic = assets.Regular, assets.Italic
	res.Fonts.Semibold, res.Fonts.Bold = assets.Semibold, assets.Bold
	a, err := app.New(res, "0.1.0")
	if err != nil {
		panic(err)
	}
	os.Exit(cli.Run(context.Background(), a, cli.Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr}, os.Args[1:]))
}

// TestCommands runs each command as a person would, good and bad input alike.
func TestCommands(t *testing.T) {
	t.Parallel()
	testscript.Run(t, testscript.Params{Dir: "testdata", UpdateScripts: os.Getenv("TRESSONS_UPDATE") != ""})
}

func TestKnows(t *testing.T) {
	t.Parallel()
	cases := map[string]bool{
		"version": true, "rapport": true, "aide": true, "--aide": true, "-h": true,
		"": false, "-": false, "val.db": false, "raport": false,
	}
	for arg, want := range cases {
		if got := cli.Knows(arg); got != want {
			t.Errorf("Knows(%q) = %t, want %t", arg, got, want)
		}
	}
}
