package filedialog

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
)

// confirmed hears the main button, or what stands for it.
func (d *dialog) confirmed() {
	switch {
	case d.folder == "":
	case d.saving:
		d.save()
	case d.files.cursor >= 0:
		d.open(d.shown.items[d.files.cursor])
	}
}

// open goes into a folder, or hands over a file that can be read.
func (d *dialog) open(it item) {
	path := filepath.Join(d.folder, it.name)
	if it.folder {
		d.goTo(path)
		return
	}
	d.notice.clear()
	d.run("Ouverture du fichier…", func(context.Context) func() {
		file, err := os.Open(path)
		if err == nil {
			err = file.Close()
		}
		return func() {
			if err != nil {
				d.notice.tell(fileTrouble(err))
				return
			}
			d.handOver(path)
		}
	})
}

// handOver closes the dialog and tells what was chosen.
func (d *dialog) handOver(path string) {
	d.leave()
	d.chosen(path)
}

// save looks at what the name stands for, then hands it over or asks.
func (d *dialog) save() {
	name, trouble := checkName(d.name.Text)
	if trouble == "" {
		name, trouble = checkName(withExtension(name, d.options.Extensions))
	}
	d.notice.clear()
	if trouble != "" {
		d.notice.tell(trouble)
		d.focus(d.name)
		return
	}
	path := filepath.Join(d.folder, name)
	d.run("Un instant…", func(context.Context) func() {
		info, err := os.Stat(path)
		if err == nil && info.IsDir() {
			return func() { d.notice.tell("Un dossier porte déjà ce nom.") }
		}
		if trouble := tryFolder(filepath.Dir(path)); trouble != nil {
			return func() { d.notice.tell(writeTrouble(trouble)) }
		}
		return func() {
			if errors.Is(err, fs.ErrNotExist) {
				d.handOver(path)
				return
			}
			d.askReplace(path)
		}
	})
}

// tryFolder says whether files can be made in a folder. Nothing but making one
// tells, on the shares and systems that there are.
func tryFolder(dir string) error {
	file, err := os.CreateTemp(dir, ".essai-*")
	if err != nil {
		return err
	}
	return errors.Join(file.Close(), os.Remove(file.Name()))
}

// askReplace asks whether a file that exists is to be replaced.
func (d *dialog) askReplace(path string) {
	other := widgets.NewButton(widgets.ButtonOptions{Label: "Choisir un autre nom", OnTapped: func() {
		d.notice.clear()
		d.focus(d.name)
		d.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	}})
	replace := widgets.NewButton(widgets.ButtonOptions{Label: "Remplacer", Kind: widgets.Danger, OnTapped: func() { d.handOver(path) }})
	d.notice.ask(widgets.NewText("Ce fichier existe déjà.", widgets.TextOptions{Style: widgets.Strong}), replace, other)
	d.focus(other)
}

// askFolder asks for the name of a folder to make in the one shown.
func (d *dialog) askFolder() {
	if d.folder == "" {
		return
	}
	name := widgets.NewEntry(widgets.EntryOptions{Placeholder: "Nom du nouveau dossier", After: d.errand.after})
	create := func() { d.makeFolder(name) }
	name.OnSubmitted = func(string) { create() }
	d.notice.ask(name,
		widgets.NewButton(widgets.ButtonOptions{Label: "Créer le dossier", OnTapped: create}),
		widgets.NewButton(widgets.ButtonOptions{Label: "Annuler", Kind: widgets.Quiet, OnTapped: d.escape}))
	d.focus(name)
}

// makeFolder makes a folder in the one shown, and shows it.
func (d *dialog) makeFolder(field *widgets.Entry) {
	name, trouble := checkName(field.Text)
	if trouble != "" {
		d.notice.tell(trouble)
		return
	}
	path := filepath.Join(d.folder, name)
	d.run("Création du dossier…", func(context.Context) func() {
		err := os.Mkdir(path, 0o777)
		return func() {
			if err != nil {
				d.notice.tell(writeTrouble(err))
				return
			}
			d.goTo(path)
			d.focusMain()
		}
	})
}
