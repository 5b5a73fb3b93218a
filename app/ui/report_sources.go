package ui

import (
	"context"
	"path/filepath"
	"slices"

	"fyne.io/fyne/v2"

	"tressons/app/ui/filedialog"
	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/model"
	"tressons/report"
)

// source is a diagnosis that can stand beside the one being worked on.
type source struct {
	key       string // the same each time the list is made
	label     string
	path      string           // of its file
	diagnosis *model.Diagnosis // not to be changed
}

// otherFile is a file whose diagnoses are offered for a synthesis. It is only read.
type otherFile struct {
	path      string
	diagnoses []*model.Diagnosis
}

// sources lists the diagnoses that can stand beside the one being worked on: the
// others of its file, then those of the files that were added.
func (s *Session) sources() []source {
	var out []source
	own := s.Doc.Diagnoses()
	for i, name := range diagnosisNames(own) {
		if own[i].ID != s.Diagnosis().ID {
			out = append(out, source{own[i].ID, name, s.Doc.Info().Path, own[i]})
		}
	}
	for _, f := range s.report.files {
		for i, name := range diagnosisNames(f.diagnoses) {
			label := name + " (" + filepath.Base(f.path) + ")"
			out = append(out, source{f.path + "\n" + f.diagnoses[i].ID, label, f.path, f.diagnoses[i]})
		}
	}
	return out
}

// mostSources is how many diagnoses stand beside the one being worked on at most.
const mostSources = report.MostDiagnoses - 1

// included are those of the sources that the synthesis holds.
func (s *Session) included() []source {
	kept := slices.DeleteFunc(s.sources(), func(x source) bool { return s.report.without[x.key] })
	return kept[:min(len(kept), mostSources)]
}

// otherDiagnoses are copies of the diagnoses that stand beside the one being
// worked on, and the names of the files of it and of them.
func (s *Session) otherDiagnoses() (others []*model.Diagnosis, files []string) {
	files = []string{filepath.Base(s.Doc.Info().Path)}
	for _, x := range s.included() {
		others, files = append(others, x.diagnosis.Clone()), append(files, filepath.Base(x.path))
	}
	return others, files
}

// addFile offers the diagnoses of a file, read anew if it was there already.
func (p *reportPlace) addFile(f otherFile) {
	p.files = slices.DeleteFunc(p.files, func(o otherFile) bool { return samePath(o.path, f.path) })
	p.files = append(p.files, f)
}

// reportSources is which diagnoses a synthesis holds, and where more are found.
// For other documents it takes no room.
type reportSources struct {
	v       *reportView
	choice  *widgets.MultiChoice
	content *fyne.Container
}

func newReportSources(v *reportView) *reportSources {
	r := &reportSources{v: v, content: widgets.VStack(skin.Gap2)}
	r.refresh()
	return r
}

// refresh shows the sources as they are now.
func (r *reportSources) refresh() {
	kind, _ := report.KindNamed(r.v.s.report.kind)
	r.content.Objects, r.choice = nil, nil
	r.content.Hidden = kind.From != report.SeveralDiagnoses
	if kind.From == report.SeveralDiagnoses {
		r.content.Objects = r.parts()
	}
	r.content.Refresh()
}

func (r *reportSources) parts() []fyne.CanvasObject {
	s := r.v.s
	var options []widgets.Option
	for _, x := range s.sources() {
		options = append(options, widgets.Option{ID: x.key, Label: x.label})
	}
	if len(options) == 0 {
		note := "Une synthèse met côte à côte de deux à douze diagnostics. Ajoutez le fichier d’un autre territoire" + model.NBSP + ": il est lu et reste tel quel."
		return append([]fyne.CanvasObject{widgets.NewText("Diagnostics réunis", widgets.TextOptions{Style: widgets.Strong}),
			widgets.NewText(note, widgets.TextOptions{Style: widgets.Small})}, r.adding()...)
	}
	r.choice = widgets.NewMultiChoice(widgets.MultiChoiceOptions{Options: options, Selected: r.ticked(), OnSelected: r.keep})
	field := widgets.NewField(r.choice, widgets.FieldOptions{Label: "Diagnostics réunis, avec " + shortTitle(s.Diagnosis().Territory())})
	return append([]fyne.CanvasObject{field}, r.adding()...)
}

func (r *reportSources) ticked() []string {
	var out []string
	for _, x := range r.v.s.included() {
		out = append(out, x.key)
	}
	return out
}

// keep takes the ticks over, as many as a synthesis has room for.
func (r *reportSources) keep(keys []string) {
	s := r.v.s
	if len(keys) > mostSources {
		r.choice.SetSelected(r.ticked())
		s.Toast("Une synthèse réunit douze diagnostics au plus"+model.NBSP+": retirez-en un d’abord", "", nil)
		return
	}
	s.report.without = map[string]bool{}
	for _, x := range s.sources() {
		s.report.without[x.key] = !slices.Contains(keys, x.key)
	}
	r.v.refresh()
}

// ask has a file chosen, and adds it.
func (r *reportSources) ask() {
	r.v.s.host.askOther(func(path string) { r.add(path) })
}

// add reads the diagnoses of files away from the window and offers them, now and the next
// time that this one is opened.
func (r *reportSources) add(paths ...string) {
	s := r.v.s
	s.host.readOthers(paths, func(files []otherFile) {
		for _, f := range files {
			s.report.addFile(f)
			s.host.accompany(s.Doc.Info().Path, f.path)
		}
		r.refresh()
		s.Window().Canvas().Focus(r.choice)
		r.v.refresh()
	})
}

// before are the files that were added another time and are not there now.
func (r *reportSources) before() []string {
	s := r.v.s
	return slices.DeleteFunc(slices.Clone(s.host.companions(s.Doc.Info().Path)), func(path string) bool {
		return slices.ContainsFunc(s.report.files, func(f otherFile) bool { return samePath(f.path, path) })
	})
}

// adding are the buttons that bring files in.
func (r *reportSources) adding() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if paths := r.before(); len(paths) > 0 {
		label := model.Plural(len(paths), "+ Reprendre le fichier d’avant", "+ Reprendre les "+model.FormatInt(len(paths))+" fichiers d’avant")
		out = append(out, widgets.NewButton(widgets.ButtonOptions{Label: label, Kind: widgets.Dashed, OnTapped: func() { r.add(paths...) }}),
			widgets.NewText(model.JoinFrench(baseNames(paths)), widgets.TextOptions{Style: widgets.Small}))
	}
	return append(out, widgets.NewButton(widgets.ButtonOptions{Label: "+ Ajouter un autre fichier…", Kind: widgets.Dashed, OnTapped: r.ask}))
}

func baseNames(paths []string) []string {
	out := make([]string, len(paths))
	for i, path := range paths {
		out[i] = filepath.Base(path)
	}
	return out
}

// askOther asks for a file besides the one that is open.
func (w *Window) askOther(then func(path string)) {
	filedialog.Open(w.fileOptions("Ajouter un diagnostic à la synthèse", "Ajouter", ""), then)
}

// readOthers reads the diagnoses of files that stay as they are, away from the window.
// It goes on with those that it could read, and tells of the first that it could not.
func (w *Window) readOthers(paths []string, then func([]otherFile)) {
	s := w.session
	if slices.ContainsFunc(paths, func(path string) bool { return samePath(path, s.Doc.Info().Path) }) {
		w.toast("Ce fichier est celui que vous avez ouvert"+model.NBSP+": ses diagnostics sont déjà dans la liste", "", nil)
		return
	}
	var cancel func()
	what := model.Plural(len(paths), "Lecture de "+model.Quote(filepath.Base(paths[0])), "Lecture des fichiers")
	progress := widgets.NewProgress(w.win, what+"…", func() { cancel() })
	cancel = Async(func(ctx context.Context) (read []otherFile, failure error) {
		for _, path := range paths {
			diagnoses, err := w.options.App.DiagnosesOf(ctx, path)
			if err == nil {
				read = append(read, otherFile{path, diagnoses})
			} else if failure == nil {
				failure = err
			}
		}
		return read, failure
	}, func(read []otherFile, err error) {
		progress.Hide()
		if w.session != s {
			return
		}
		if len(read) > 0 {
			then(read)
		}
		if err != nil {
			w.fail(err)
		}
	})
	progress.ShowAfter(progressDelay)
}

// companions are the files that were added to the synthesis of one another time.
func (w *Window) companions(path string) []string {
	return w.options.Settings.Companions[absolute(path)]
}

// accompany remembers that a file was added to the synthesis of another.
func (w *Window) accompany(path, other string) {
	w.options.Settings.Accompany(absolute(path), absolute(other))
	w.saveSettings()
}
