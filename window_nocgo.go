//go:build !cgo

package main

import (
	"context"
	"fmt"
	"os"

	"tressons/app"
)

// openWindow says what is missing: this build is the command line alone.
func openWindow(context.Context, *app.App, string) int {
	fmt.Fprintln(os.Stderr, "Ce programme est la ligne de commande de Tressons, construite sans fenêtre : "+
		"« sh scripts/run.sh » construit la fenêtre, « tressons --aide » montre les commandes.")
	return 1
}
