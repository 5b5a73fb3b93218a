package filedialog

import (
	"cmp"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
)

// dialog is what covers the window: places at the left, the folder shown at the
// right, and under it the name to save under, what there is to say, the buttons.
type dialog struct {
	widget.BaseWidget
	options  Options
	saving   bool
	computer computer
	chosen   func(path string)
	modal    *widgets.Modal
	errand   errand // reading a folder, trying a file
	search   errand // of places

	folder  string // shown; "" until the first one was read
	shown   listing
	known   []place
	places  *cursorList
	files   *cursorList
	crumbs  *crumbBar
	empty   *widgets.Text
	name    *widgets.Entry // nil when opening
	status  *widgets.Text
	notice  *notice
	confirm *widgets.Button
	body    *fyne.Container
}

func newDialog(options Options, saving bool, t tasks, on computer) *dialog {
	d := &dialog{
		options: options, saving: saving, computer: on, errand: errand{tasks: t}, search: errand{tasks: t},
		empty:  widgets.NewText("", widgets.TextOptions{Style: widgets.Secondary, Align: fyne.TextAlignCenter}),
		status: widgets.NewText(options.Kind, widgets.TextOptions{Style: widgets.Small, Truncate: true}),
		notice: newNotice(),
	}
	d.crumbs = newCrumbBar(d.goTo)
	d.buildPlaces()
	d.buildFiles()
	if saving {
		d.buildName()
	}
	d.confirm = widgets.NewButton(widgets.ButtonOptions{Label: d.confirmLabel(), Kind: widgets.Filled, OnTapped: d.confirmed, Disabled: !saving})
	d.body = d.arrange()
	d.notice.resized = d.body.Refresh
	d.ExtendBaseWidget(d)
	return d
}

func (d *dialog) confirmLabel() string {
	if d.saving {
		return cmp.Or(d.options.Confirm, "Enregistrer")
	}
	return cmp.Or(d.options.Confirm, "Ouvrir")
}

func (d *dialog) title() string {
	if d.saving {
		return cmp.Or(d.options.Title, "Enregistrer sous")
	}
	return cmp.Or(d.options.Title, "Ouvrir un fichier")
}

// buildName makes the field of the name. Its extension follows the text, for all
// to see that it comes by itself.
func (d *dialog) buildName() {
	d.name = widgets.NewEntry(widgets.EntryOptions{
		Text:        withoutExtension(d.options.Name, d.extension()),
		Placeholder: "Nom du fichier",
		Suffix:      d.extension(),
		OnChanged:   d.nameTyped,
		After:       d.errand.after,
	})
	d.name.OnSubmitted = func(string) { d.confirmed() }
}

// extension is the only one that files have, or "".
func (d *dialog) extension() string {
	if len(d.options.Extensions) == 1 {
		return d.options.Extensions[0]
	}
	return ""
}

// nameTyped removes the extension when it was typed too.
func (d *dialog) nameTyped(text string) {
	d.notice.clear()
	if bare := withoutExtension(text, d.extension()); bare != text {
		d.name.SetText(bare)
	}
}

// Sizes of the dialog, in pixels.
const (
	placesWidth float32 = 204
	sideMargin  float32 = 20
)

// arrange lays the dialog out.
func (d *dialog) arrange() *fyne.Container {
	margins := widgets.Insets{Top: skin.Gap3, Right: sideMargin, Bottom: skin.Gap3, Left: sideMargin}
	title := widgets.Pad(margins, widgets.NewText(d.title(), widgets.TextOptions{Style: widgets.Section, Truncate: true}))
	buttons := widgets.HStack(skin.Gap2, widgets.Fill(d.status),
		widgets.NewButton(widgets.ButtonOptions{Label: "Annuler", OnTapped: d.leave}), d.confirm)
	foot := widgets.VStack(skin.Gap3, d.notice.box, buttons)
	if d.name != nil {
		label := widgets.NewText("Nom du fichier", widgets.TextOptions{Style: widgets.Strong, NoWrap: true})
		foot = widgets.VStack(skin.Gap3, d.notice.box, widgets.HStack(skin.Gap3, label, widgets.Fill(d.name)), buttons)
	}
	return grow(columnWise, 2,
		title, widgets.NewDivider(),
		grow(rowWise, 2, d.placesPane(), widgets.NewVerticalDivider(), d.folderPane()),
		widgets.NewDivider(), widgets.Pad(margins, foot))
}

// placesPane is the left of the dialog.
func (d *dialog) placesPane() fyne.CanvasObject {
	list := &fyne.Container{Layout: pile{width: placesWidth}, Objects: []fyne.CanvasObject{d.places, d.places.ring.Rectangle}}
	return widgets.Pad(widgets.Uniform(skin.Gap2), list)
}

// folderPane is the right of the dialog.
func (d *dialog) folderPane() fyne.CanvasObject {
	newFolder := widgets.NewButton(widgets.ButtonOptions{Label: "Nouveau dossier", Kind: widgets.Quiet, Color: skin.Primary, OnTapped: d.askFolder})
	path := widgets.HStack(skin.Gap2, widgets.Fill(d.crumbs.box), newFolder)
	empty := widgets.Pad(widgets.Insets{Top: 60, Right: skin.Gap4, Left: skin.Gap4}, d.empty)
	list := &fyne.Container{Layout: pile{}, Objects: []fyne.CanvasObject{empty, d.files, d.files.ring.Rectangle}}
	return widgets.Pad(widgets.Uniform(skin.Gap2), grow(columnWise, 2, path, newColumnHeads(), list))
}

// newColumnHeads names the columns of the list.
func newColumnHeads() fyne.CanvasObject {
	small := widgets.TextOptions{Style: widgets.Small, Truncate: true}
	right := small
	right.Align = fyne.TextAlignTrailing
	heads := []fyne.CanvasObject{widgets.NewText("Nom", small), widgets.NewText("Modifié le", small), widgets.NewText("Taille", right)}
	return &fyne.Container{Layout: headLayout{}, Objects: heads}
}

// Children implements widgets.Parent.
func (d *dialog) Children() []fyne.CanvasObject { return []fyne.CanvasObject{d.body} }

// CreateRenderer implements fyne.Widget.
func (d *dialog) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(widgets.NewCard(d.body, widgets.CardOptions{Margins: widgets.Uniform(skin.Hairline)}))
}

// escape takes back what was asked last, or leaves.
func (d *dialog) escape() {
	if d.notice.clear() {
		d.focusMain()
		return
	}
	d.leave()
}

// leave closes the dialog.
func (d *dialog) leave() {
	d.errand.cancel()
	d.search.cancel()
	d.modal.Hide()
}

// focusMain gives the keyboard to what the dialog is about.
func (d *dialog) focusMain() {
	if d.saving {
		d.focus(d.name)
		return
	}
	d.focus(d.files)
}

func (d *dialog) focus(on fyne.Focusable) { d.options.Window.Canvas().Focus(on) }
