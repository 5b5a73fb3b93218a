package filedialog

import (
	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
)

// Options says what is asked for, and where to begin.
type Options struct {
	// Window is the one that the dialog covers.
	Window fyne.Window
	// Title is written above: « Ouvrir un diagnostic ».
	Title string
	// Start is the folder shown first; empty is the home folder. One that is no
	// longer there gives way to the nearest around it.
	Start string
	// Name is the name proposed to save under.
	Name string
	// Extensions are those of the files shown, with their dot: ".db". The first is
	// added to a name that has none of them. Without any, all files are shown.
	Extensions []string
	// Kind says which files these are: « Diagnostics Tressons (.db) ».
	Kind string
	// Recent are folders used lately, the last one first.
	Recent []string
	// Confirm is written on the main button; empty is « Ouvrir » or « Enregistrer ».
	Confirm string
}

// Open asks for a file that exists and hands over its path; not at all if the
// person gives up. The file could be read when it was chosen. While a dialog is
// there, another does not open.
func Open(options Options, chosen func(path string)) {
	ask(options, false, chosen, realTasks(), thisComputer())
}

// Save asks under which name to save and hands over the path, with its extension;
// not at all if the person gives up. The file may exist: then the person agreed to
// replace it. Files could be made in its folder when it was chosen.
func Save(options Options, chosen func(path string)) {
	ask(options, true, chosen, realTasks(), thisComputer())
}

// Size of the dialog, in pixels.
const (
	dialogWidth  float32 = 760
	dialogHeight float32 = 520
)

// ask shows the dialog.
func ask(options Options, saving bool, chosen func(string), t tasks, on computer) {
	if top := options.Window.Canvas().Overlays().Top(); top != nil && holdsDialog(top) {
		return
	}
	d := newDialog(options, saving, t, on)
	d.chosen = chosen
	first := fyne.Focusable(d.files)
	if saving {
		first = d.name
	}
	d.modal = widgets.ShowModal(options.Window, widgets.ModalOptions{
		Panel: d, Width: dialogWidth, Height: dialogHeight, OnEscape: d.escape,
	}, first)
	d.begin()
}

// holdsDialog says whether what covers a window is a dialog of this package.
func holdsDialog(over fyne.CanvasObject) bool {
	parent, ok := over.(widgets.Parent)
	if !ok {
		return false
	}
	for _, child := range parent.Children() {
		if _, ok := child.(*dialog); ok {
			return true
		}
	}
	return false
}
