package ui

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/app/ui/filedialog"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
)

// fail shows what went wrong, as a French sentence. What the person interrupted
// needs none.
func (w *Window) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) {
		return
	}
	text := widgets.NewText(app.Explain(err), widgets.TextOptions{})
	w.inform("Un point à voir", text)
}

// inform shows a text with one button.
func (w *Window) inform(title string, content fyne.CanvasObject) {
	box{title: title, cancel: "Fermer", content: content}.show(w.win)
}

// confirmLoss asks before a file is closed that could not be saved.
func (w *Window) confirmLoss(err error, closeAnyway, stay func()) {
	text := app.Explain(err) + "\n\nVos derniers changements ne sont pas dans le fichier. Gardez-le ouvert et enregistrez une copie ailleurs, ou fermez en les abandonnant."
	box{title: "Des changements ne sont pas enregistrés", content: widgets.NewText(text, widgets.TextOptions{}),
		confirm: "Fermer en les abandonnant", cancel: "Garder ouvert", given: stay, do: closeAnyway, danger: true}.show(w.win)
}

// databases are the files that Tressons opens.
var databases = filedialog.Options{Extensions: []string{".db"}, Kind: "Diagnostics Tressons (.db)"}

func (w *Window) fileOptions(title, confirm, name string) filedialog.Options {
	o := databases
	o.Window, o.Title, o.Confirm, o.Name = w.win, title, confirm, name
	o.Start = w.lastFolder()
	for _, path := range w.options.Settings.Recent {
		o.Recent = append(o.Recent, filepath.Dir(path))
	}
	return o
}

// lastFolder is where the latest file is, or the person's own folder.
func (w *Window) lastFolder() string {
	if len(w.options.Settings.Recent) > 0 {
		return filepath.Dir(w.options.Settings.Recent[0])
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "."
	}
	return home
}

// askOpen asks which file to open.
func (w *Window) askOpen() {
	filedialog.Open(w.fileOptions("Ouvrir un diagnostic", "Ouvrir", ""), w.Open)
}

// askNew asks for the territory's name, then where to keep the new file.
func (w *Window) askNew() {
	w.askTerritory("Nouveau diagnostic", "Continuer", func(territory string) {
		filedialog.Save(w.fileOptions("Où garder ce diagnostic"+model.NBSP+"?", "Créer", fileName(territory)+".db"), func(path string) {
			w.create(path, func(ctx context.Context) error {
				return w.options.App.Create(ctx, path, territory, w.options.Settings.Signature())
			})
		})
	})
}

// askTerritory asks for the name of a territory, until there is one.
func (w *Window) askTerritory(title, confirm string, then func(territory string)) {
	w.askTerritoryAgain(title, confirm, "", then)
}

// askTerritoryAgain is askTerritory, telling what was wrong with the answer before.
func (w *Window) askTerritoryAgain(title, confirm, wrong string, then func(territory string)) {
	name := ""
	entry := widgets.NewEntry(widgets.EntryOptions{Placeholder: "Communauté de communes…", OnChanged: func(s string) { name = s }})
	field := widgets.NewField(entry, widgets.FieldOptions{Label: "Nom du territoire", Note: "Tel qu’il doit paraître en couverture du rapport. Vous pourrez le changer."})
	field.SetError(wrong)
	box{title: title, confirm: confirm, cancel: "Annuler", content: field, entries: []*widgets.Entry{entry}, do: func() {
		if name = strings.TrimSpace(name); name == "" {
			w.askTerritoryAgain(title, confirm, "Écrivez le nom du territoire"+model.NBSP+": il peut être provisoire.", then)
			return
		}
		then(name)
	}}.show(w.win)
}

// askExample asks where to keep a copy of the example.
func (w *Window) askExample() {
	filedialog.Save(w.fileOptions("Où garder l’exemple"+model.NBSP+"?", "Créer l’exemple", "exemple-val-d-ille-aubigne.db"), func(path string) {
		w.create(path, func(ctx context.Context) error { return w.options.App.CreateExample(ctx, path) })
	})
}

// create makes a file away from the window, then opens it.
func (w *Window) create(path string, make func(context.Context) error) {
	Async(func(ctx context.Context) (string, error) { return path, make(ctx) }, func(path string, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.Open(path)
	})
}

// saveNow hands over what is being typed and says once all is on disk. Nothing
// needs it; hands do it.
func (w *Window) saveNow() {
	w.leaveView()
	doc := w.session.Doc
	Async(func(ctx context.Context) (struct{}, error) { return struct{}{}, doc.Flush(ctx) }, func(_ struct{}, err error) {
		if err != nil {
			w.fail(err)
			return
		}
		w.toast("Tout est enregistré", "", nil)
	})
}

// askCopy asks where to write a copy of the open file.
func (w *Window) askCopy() {
	if w.session == nil {
		return
	}
	w.leaveView()
	doc := w.session.Doc
	base := strings.TrimSuffix(filepath.Base(doc.Info().Path), filepath.Ext(doc.Info().Path))
	filedialog.Save(w.fileOptions("Enregistrer une copie", "Enregistrer", base+" (copie).db"), func(path string) {
		Async(func(ctx context.Context) (string, error) { return path, doc.SaveCopy(ctx, path) }, func(path string, err error) {
			if err != nil {
				w.fail(err)
				return
			}
			w.toast("Copie enregistrée"+model.NBSP+": "+filepath.Base(path), "Ouvrir la copie", func() { w.Open(path) })
		})
	})
}

// exportPDF asks where to, writes a document away from the window and offers to
// open it.
func (w *Window) exportPDF(order app.ReportOptions) {
	if w.session == nil {
		return
	}
	w.leaveView()
	d, gathered := w.session.Diagnosis().Clone(), w.session.carrying(order, !w.options.Settings.PDFAlone)
	o := w.fileOptions("Exporter le PDF", "Exporter", w.session.plainName()+"-"+order.Kind+".pdf")
	o.Extensions, o.Kind = []string{".pdf"}, "Documents PDF (.pdf)"
	filedialog.Save(o, func(path string) {
		var cancel func()
		progress := widgets.NewProgress(w.win, "Composition du PDF…", func() { cancel() })
		cancel = Async(func(ctx context.Context) (string, error) {
			options, err := gathered(ctx)
			if err != nil {
				return path, err
			}
			return path, w.options.App.ExportPDF(ctx, d, options, path)
		}, func(path string, err error) {
			progress.Hide()
			if err != nil {
				w.fail(err)
				return
			}
			w.toast("PDF enregistré"+model.NBSP+": "+filepath.Base(path), "Ouvrir le PDF", func() { w.openAddress("file://" + filepath.ToSlash(path)) })
		})
		progress.ShowAfter(300 * time.Millisecond)
	})
}

// fileName makes a file's name of a territory's: lower case, plain letters.
func fileName(territory string) string {
	plain := strings.NewReplacer("à", "a", "â", "a", "ä", "a", "ç", "c", "é", "e", "è", "e", "ê", "e", "ë", "e",
		"î", "i", "ï", "i", "ô", "o", "ö", "o", "ù", "u", "û", "u", "ü", "u", "œ", "oe", "æ", "ae").Replace(strings.ToLower(territory))
	words := strings.FieldsFunc(plain, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
	if len(words) == 0 {
		return "diagnostic"
	}
	return strings.Join(words, "-")
}

// about tells what the program is.
func (w *Window) about() {
	g := w.options.App.Grid
	w.inform("Tressons "+w.options.App.Version, widgets.VStack(skin.Gap3,
		widgets.NewText("L’économie sociale et solidaire de votre territoire"+model.NBSP+": où elle en est, ce qui la fait tenir, ce qui peut suivre.", widgets.TextOptions{}),
		widgets.NewText(g.Credit, widgets.TextOptions{Style: widgets.Small}),
		widgets.NewText(g.ScaleNote, widgets.TextOptions{Style: widgets.Small}),
		widgets.NewText("Logiciel libre, licence EUPL 1.2. Typographie Source Sans 3 (licence OFL). Vos données restent dans votre fichier"+model.NBSP+": Tressons n’envoie rien.", widgets.TextOptions{Style: widgets.Small})))
}
