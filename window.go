//go:build cgo

package main

import (
	"context"
	"fmt"
	"os"
	"runtime"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"

	"tressons/app"
	"tressons/app/ui"
	"tressons/assets"
)

const noDisplay = "Aucun écran n’est disponible ici\u00a0: la fenêtre ne peut pas s’ouvrir\u00a0; " +
	"«\u00a0tressons --aide\u00a0» montre ce que la ligne de commande sait faire."

// openWindow shows the window, on a file or on none (""), until it is closed.
func openWindow(ctx context.Context, a *app.App, path string) int {
	if !hasDisplay() {
		fmt.Fprintln(os.Stderr, noDisplay)
		return 1
	}
	f := fyneapp.NewWithID("fr.tressons.app")
	w := ui.New(f, windowOptions(a))
	f.Lifecycle().SetOnStarted(func() {
		if path != "" {
			w.Open(path)
		}
	})
	if err := show(w); err != nil {
		fmt.Fprintln(os.Stderr, noDisplay, err)
		return 1
	}
	f.Run()
	// At the end of a session the system does not wait for questions.
	if err := w.Ended(context.WithoutCancel(ctx)); err != nil {
		fmt.Fprintln(os.Stderr, app.Explain(err))
		return 1
	}
	return 0
}

// show shows the window. Where DISPLAY names a screen that does not answer, Fyne
// panics; the error says why.
func show(w *ui.Window) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("(%v)", cause)
		}
	}()
	w.Show()
	return nil
}

// hasDisplay tells whether a window could appear. Only on Linux and its likes can
// a screen be missing.
func hasDisplay() bool {
	switch runtime.GOOS {
	case "windows", "darwin":
		return true
	}
	return os.Getenv("DISPLAY") != "" || os.Getenv("WAYLAND_DISPLAY") != ""
}

func windowOptions(a *app.App) ui.Options {
	// Without a place for settings they last as long as the window.
	place, _ := app.SettingsPath()
	options := ui.Options{
		App: a, Settings: app.LoadSettings(place),
		Icon: fyne.NewStaticResource("tressons.png", assets.Icon),
	}
	options.Fonts.Regular, options.Fonts.Italic = assets.Regular, assets.Italic
	options.Fonts.Semibold, options.Fonts.Bold = assets.Semibold, assets.Bold
	return options
}
