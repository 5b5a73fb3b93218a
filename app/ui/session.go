package ui

import (
	"context"
	"image"

	"fyne.io/fyne/v2"

	"tressons/app"
	"tressons/model"
)

// Session is what a screen may ask of the window while a file is open.
type Session struct {
	App  *app.App
	Doc  *app.Document
	host host

	open      context.Context    // over once the file is closed
	over      context.CancelFunc // ends it
	told      bool               // that the file is no longer there
	behind    bool               // edits wait: the file does not hold them yet
	free      bool               // the file that is read: nobody else has it any more
	beside    beside             // copies of the file beside it
	report    reportPlace        // where the person is in the report
	merge     *merging           // nil while no merge is being prepared
	undecided app.Conflicts      // what earlier merges left
	field     app.Part           // where the cursor is, or was last on this screen
	past      *pastPlace         // nil until the past is looked at
	states    twoStates          // states that were last compared
	slack     app.Slack          // what lightening the file would free, once read

	photos map[model.Hash]image.Image // small, those shown lately
}

// host is the window as screens see it.
type host interface {
	goTo(Target)
	showHelp(markdown string)
	toast(message, action string, do func())
	fail(error)
	window() fyne.Window
	rebuild()
	exportPDF(options app.ReportOptions)
	saveCharts()
	carriesDiagnosis() bool
	setCarriesDiagnosis(bool)
	askMerge(before ...string)
	previewMerge(sources []string)
	applyMerge()
	cancelMerge()
	settleDisputes(chosen choices, about []question)
	showPast(pastAsk)
	askFreeze()
	lookAt(snapshot string)
	leaveState()
	askCompact()
	askOther(then func(path string))
	readOthers(paths []string, then func([]otherFile))
	companions(path string) []string
	accompany(path, other string)
	askPhoto(then func(model.Hash))
	viewPhoto(title string, name model.Hash)
}

// Diagnosis is what is being worked on.
func (s *Session) Diagnosis() *model.Diagnosis { return s.Doc.Current() }

// Grid is the Tressons grid.
func (s *Session) Grid() *model.Grid { return s.App.Grid }

// Edit changes the diagnosis and saves it in the background. It tells whether
// the edit was taken; a refusal is shown to the person.
func (s *Session) Edit(label string, edits ...model.Edit) bool {
	if err := s.Doc.Edit(label, edits...); err != nil {
		s.host.fail(err)
		return false
	}
	return true
}

// consulting tells whether nothing can be changed: the file is only read, or a
// frozen state is looked at.
func (s *Session) consulting() bool {
	_, looking := s.Doc.Looking()
	return s.Doc.Info().ReadOnly || looking
}

// unlessConsulting is the label of a button that changes something, "" for none
// while nothing can be changed.
func (s *Session) unlessConsulting(label string) string {
	if s.consulting() {
		return ""
	}
	return label
}

// SetField changes one field, named after its row in « Annuler ».
func (s *Session) SetField(entity, row, field, value string) bool {
	edit := model.Edit{Entity: entity, Row: row, Field: field, Value: value}
	return s.Edit(s.App.FieldName(s.Diagnosis(), edit), edit)
}

// AddRow makes a row and gives its id, "" when it was refused.
func (s *Session) AddRow(entity string, values map[string]string) string {
	e, _ := model.EntityNamed(entity)
	id := model.NewID()
	if !s.Edit("ajout"+model.NBSP+": "+e.Label, s.Diagnosis().AddRowEdits(e, id, values)...) {
		return ""
	}
	return id
}

// DeleteRow deletes a row and offers to take that back.
func (s *Session) DeleteRow(entity, row string) {
	name := s.App.RowName(s.Diagnosis(), entity, row)
	if !s.Edit("suppression"+model.NBSP+": "+name, model.DeleteRow(entity, row)) {
		return
	}
	s.host.toast(name+" "+agreed("supprimé", entity), "Annuler", s.Undo)
}

// Undo takes back the last edit and shows the result.
func (s *Session) Undo() {
	if label := s.Doc.Undo(); label != "" {
		s.host.rebuild()
		s.host.toast("Annulé"+model.NBSP+": "+label, "", nil)
	}
}

// Redo does again what Undo took back.
func (s *Session) Redo() {
	if label := s.Doc.Redo(); label != "" {
		s.host.rebuild()
		s.host.toast("Rétabli"+model.NBSP+": "+label, "", nil)
	}
}

// Go shows another place.
func (s *Session) Go(t Target) { s.host.goTo(t) }

// At takes note of the field that the cursor is in, for its history.
func (s *Session) At(entity, row, field string) {
	s.field = app.Part{Entity: entity, Row: row, Field: field}
}

// Help shows a help text, Markdown, beside the form.
func (s *Session) Help(markdown string) { s.host.showHelp(markdown) }

// Fail shows an error as a French sentence.
func (s *Session) Fail(err error) { s.host.fail(err) }

// Toast shows a sentence that goes by itself, with something to do about it.
func (s *Session) Toast(message, action string, do func()) { s.host.toast(message, action, do) }

// Window is where dialogs open.
func (s *Session) Window() fyne.Window { return s.host.window() }

// Rebuild shows the present screen anew, at the same place.
func (s *Session) Rebuild() { s.host.rebuild() }

// ExportPDF asks where to and writes the document of that kind.
func (s *Session) ExportPDF(kind string) { s.host.exportPDF(s.reportOptions(kind)) }

// Async runs work away from the window, then tells done on it, once, whatever
// came of it: the error is that of the context after cancel. A screen that has
// gone meanwhile must not mind being told.
func Async[T any](work func(context.Context) (T, error), done func(T, error)) (cancel func()) {
	ctx, stop := context.WithCancel(context.Background())
	go func() {
		result, err := work(ctx)
		fyne.Do(func() {
			stop()
			done(result, err)
		})
	}()
	return stop
}
