package filedialog

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"tressons/app/ui/french"
)

// buildFiles makes the list of the folder shown.
func (d *dialog) buildFiles() {
	d.files = newCursorList()
	d.files.length = func() int { return len(d.shown.items) }
	d.files.look = d.fileLook
	d.files.moved = d.fileMoved
	d.files.opened = d.fileOpened
	d.files.back = d.goUp
}

// fileLook is what the row of an item shows.
func (d *dialog) fileLook(i int) look {
	it := d.shown.items[i]
	l := look{icon: theme.FileIcon(), label: it.name, date: french.Day(it.modified), chosen: i == d.files.cursor}
	if it.folder {
		l.icon = theme.FolderIcon()
	} else {
		l.size = sizeWords(it.size)
	}
	return l
}

// fileMoved follows the cursor of the list: what it is on can be opened, or gives
// its name.
func (d *dialog) fileMoved() {
	d.notice.clear()
	if !d.saving {
		d.confirm.Enable()
		return
	}
	if it := d.shown.items[d.files.cursor]; !it.folder {
		d.name.SetText(withoutExtension(it.name, d.extension()))
	}
}

// fileOpened goes into a folder or chooses a file.
func (d *dialog) fileOpened(i int) {
	it := d.shown.items[i]
	if it.folder {
		d.goTo(filepath.Join(d.folder, it.name))
		return
	}
	d.confirmed()
}

// buildPlaces makes the list of places.
func (d *dialog) buildPlaces() {
	d.places = newCursorList()
	d.places.single = true
	d.places.length = func() int { return len(d.known) }
	d.places.passable = func(i int) bool { return d.known[i].kind != heading }
	d.places.look = d.placeLook
	d.places.opened = func(i int) { d.goTo(d.known[i].path) }
}

// placeLook is what the row of a place shows.
func (d *dialog) placeLook(i int) look {
	p := d.known[i]
	return look{icon: placeIcon(p.kind), label: p.label, chosen: p.kind != heading && p.path == d.folder}
}

// placeIcon is the sign of a kind of places; a heading has none.
func placeIcon(kind placeKind) fyne.Resource {
	switch kind {
	case homePlace:
		return theme.HomeIcon()
	case documentsPlace:
		return theme.DocumentIcon()
	case downloadsPlace:
		return theme.DownloadIcon()
	case desktopPlace:
		return theme.DesktopIcon()
	case recentPlace:
		return theme.HistoryIcon()
	case diskPlace:
		return theme.StorageIcon()
	}
	return nil
}

// begin shows the first folder and the places.
func (d *dialog) begin() {
	d.search.run(func() {}, func(context.Context) func() {
		found := d.computer.places(d.options.Recent)
		return func() {
			d.known = found
			d.places.reset(-1)
		}
	})
	d.read(func() string { return nearestFolder(d.options.Start, d.computer.home, d.computer.isFolder) }, "")
	if d.saving {
		d.name.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// goTo shows another folder; if it cannot be read, the one shown stays.
func (d *dialog) goTo(path string) { d.read(func() string { return path }, "") }

// goUp shows the folder around the one shown, with the cursor where one was.
func (d *dialog) goUp() {
	if parent := filepath.Dir(d.folder); parent != d.folder {
		d.read(func() string { return parent }, filepath.Base(d.folder))
	}
}

// read shows the folder that find returns, away from the window, with the cursor
// on the item of a name, if it has one.
func (d *dialog) read(find func() string, cursor string) {
	d.notice.clear()
	d.run("Lecture du dossier…", func(ctx context.Context) func() {
		path := find()
		found, err := readFolder(ctx, path, d.options.Extensions)
		return func() {
			if err != nil {
				d.failed(path, err)
				return
			}
			d.showFolder(path, found, cursor)
		}
	})
}

// failed says why a folder cannot be read; the one shown stays, or else the home
// folder is.
func (d *dialog) failed(path string, err error) {
	if d.folder == "" && path != d.computer.home {
		d.goTo(d.computer.home)
	}
	d.notice.tell(folderTrouble(err))
}

// run does work away from the window; meanwhile, if it takes long, status says what.
func (d *dialog) run(status string, work func(context.Context) (show func())) {
	d.errand.run(func() { d.status.SetText(status) }, func(ctx context.Context) func() {
		show := work(ctx)
		return func() {
			d.status.SetText(d.options.Kind)
			show()
		}
	})
}

// showFolder shows what was read.
func (d *dialog) showFolder(path string, found listing, cursor string) {
	d.folder, d.shown = path, found
	words := ""
	if len(found.items) == 0 {
		words = emptyWords(found, d.options.Extensions)
	}
	d.empty.SetText(words)
	d.crumbs.show(crumbs(path, d.computer.home))
	at := slices.IndexFunc(found.items, func(it item) bool { return it.name == cursor })
	d.files.reset(at)
	d.places.Refresh()
	if !d.saving {
		d.confirm.Disable()
		if at >= 0 {
			d.confirm.Enable()
		}
	}
}
