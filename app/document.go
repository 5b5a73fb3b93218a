package app

import (
	"context"
	"slices"
	"sync"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// Document is an open file: its diagnoses in memory, and a writer that saves
// each edit in the background. Its methods are for one goroutine (the window's
// or the command line's) and none of them waits for the disk unless it says so.
type Document struct {
	app       *App
	diagnoses []*model.Diagnosis
	current   int
	looked    *looked // nil while the current diagnosis is shown as it is today
	history   history
	writer    *writer
	info      DocumentInfo
	onChange  func(Change)
	closing   sync.Once
	release   func() // takes the note beside the file away
}

// DocumentInfo says which file is open.
type DocumentInfo struct {
	Path     string
	ID       string
	ReadOnly bool
	// Omissions say what the file leaves out, being a copy prepared for others;
	// none for a whole file.
	Omissions []Omission
}

// Change tells what an edit, an undo or a redo touched.
type Change struct {
	Diagnosis string
	Edits     []model.Edit
	Label     string // French, what was done
}

// Author signs the edits of a person.
type Author = store.Author

// Open opens a file to work on it. When another program has it, the error is an
// *InUseError: see OpenAs, HolderOf and WorkingCopy. It waits for the disk.
func (a *App) Open(ctx context.Context, path string) (*Document, error) {
	return a.OpenAs(ctx, path, Claiming)
}

// Create makes a file with one empty diagnosis of a territory, replacing what
// was there only once the new file is whole. It waits for the disk.
func (a *App) Create(ctx context.Context, path, territory string, author Author) error {
	edits := []model.Edit{
		model.NewRow("diagnosis", model.SelfID),
		{Entity: "diagnosis", Row: model.SelfID, Field: "name", Value: "Diagnostic " + time.Now().Format("2006")},
		{Entity: "territory", Row: model.SelfID, Field: "name", Value: territory},
	}
	return a.build(ctx, path, a.storeOptions(), model.NewID(), edits, author)
}

// CreateExample makes a file that holds the example. It waits for the disk.
func (a *App) CreateExample(ctx context.Context, path string) error {
	edits, err := a.exampleEdits()
	if err != nil {
		return err
	}
	opts := a.storeOptions()
	opts.DocumentID = exampleDocument
	edits = append([]model.Edit{model.NewRow("diagnosis", model.SelfID)}, edits...)
	return a.build(ctx, path, opts, exampleDiagnosis, edits, Author{Name: ExampleAuthor})
}

func (a *App) build(ctx context.Context, path string, opts store.Options, diagnosis string, edits []model.Edit, author Author) error {
	applied, _, err := model.NewDiagnosis(diagnosis).Apply(edits)
	if err != nil {
		return err
	}
	// The row of the diagnosis always exists in memory; the file must say so too.
	applied = append([]model.Edit{model.NewRow("diagnosis", model.SelfID)}, applied...)
	return store.Build(ctx, path, opts, func(s *store.Store) error {
		s.SetAuthor(author)
		_, err := s.Save(ctx, diagnosis, applied)
		return err
	})
}

func (a *App) storeOptions() store.Options {
	return store.Options{App: "Tressons " + a.Version}
}

func (a *App) attach(ctx context.Context, s *store.Store) (*Document, error) {
	diagnoses, err := s.Diagnoses(ctx)
	if err != nil {
		return nil, closing(s, err)
	}
	if len(diagnoses) == 0 {
		return nil, closing(s, &model.Problem{Message: "Ce fichier ne contient aucun diagnostic. Il est resté tel quel ; créez un nouveau diagnostic."})
	}
	omissions, err := s.Omissions(ctx)
	if err != nil {
		return nil, closing(s, err)
	}
	d := &Document{app: a, diagnoses: diagnoses, release: func() {},
		info: DocumentInfo{Path: s.Path(), ID: s.DocumentID(), ReadOnly: s.ReadOnly(), Omissions: omissions}}
	d.writer = newWriter(s)
	d.writer.showing(diagnoses)
	return d, nil
}

func clones(list []*model.Diagnosis) []*model.Diagnosis {
	out := make([]*model.Diagnosis, len(list))
	for i, x := range list {
		out[i] = x.Clone()
	}
	return out
}

// Info says which file is open.
func (d *Document) Info() DocumentInfo { return d.info }

// OnChange is called after each change, on the goroutine that made it.
func (d *Document) OnChange(f func(Change)) { d.onChange = f }

// OnStatus is called from another goroutine whenever saving starts, succeeds or
// fails.
func (d *Document) OnStatus(f func(Status)) { d.writer.onStatus(f) }

// Status tells how saving stands.
func (d *Document) Status() Status { return d.writer.currentStatus() }

// SetAuthor signs the edits that are saved from here on.
func (d *Document) SetAuthor(author Author) {
	d.writer.sign(author)
	d.app.claims.sign(d.info.Path, author.Name)
}

// Diagnoses lists the diagnoses of the file.
func (d *Document) Diagnoses() []*model.Diagnosis { return d.diagnoses }

// Current is the diagnosis being worked on, or the frozen state that is looked
// at. Callers read it and change it through Edit only.
func (d *Document) Current() *model.Diagnosis {
	if d.looked != nil {
		return d.looked.state
	}
	return d.diagnoses[d.current]
}

// Select works on another diagnosis, as it is today.
func (d *Document) Select(id string) bool {
	i := slices.IndexFunc(d.diagnoses, func(x *model.Diagnosis) bool { return x.ID == id })
	if i >= 0 {
		d.current, d.looked = i, nil
	}
	return i >= 0
}

// Find gives the diagnosis whose name, territory or id is given, the only one
// of the file for "".
func (d *Document) Find(name string) (*model.Diagnosis, error) {
	return findDiagnosis(d.diagnoses, name)
}

func findDiagnosis(list []*model.Diagnosis, name string) (*model.Diagnosis, error) {
	var found []*model.Diagnosis
	for _, x := range list {
		if name == "" || slices.Contains([]string{x.ID, x.Title(), x.About().Name, x.Territory().Name}, name) {
			found = append(found, x)
		}
	}
	switch {
	case len(found) == 1:
		return found[0], nil
	case len(found) == 0:
		return nil, refuse("Aucun diagnostic ne s’appelle %s dans ce fichier.", model.Quote(name))
	}
	return nil, refuse("Ce fichier contient %s qui conviennent%s: précisez lequel par son nom ou son identifiant.",
		model.Count(len(found), "diagnostic", "diagnostics"), model.NBSP)
}

// AddDiagnosis adds an empty diagnosis of a territory to the file and works on it.
func (d *Document) AddDiagnosis(territory, name string) error {
	x := model.NewDiagnosis(model.NewID())
	edits := []model.Edit{
		{Entity: "diagnosis", Row: model.SelfID, Field: "name", Value: name},
		{Entity: "territory", Row: model.SelfID, Field: "name", Value: territory},
	}
	applied, _, err := x.Apply(edits)
	if err != nil {
		return err
	}
	if err := d.writable(); err != nil {
		return err
	}
	d.diagnoses = append(d.diagnoses, x)
	d.Select(x.ID)
	d.writer.save(x.ID, append([]model.Edit{model.NewRow("diagnosis", model.SelfID)}, applied...))
	d.changed(Change{x.ID, applied, "nouveau diagnostic"})
	return nil
}

// Edit changes the current diagnosis and saves it in the background. label says
// in French what is done, for « Annuler : … ». Edits that change nothing leave
// no trace. The error is a model.InputError when a value does not fit, and then
// nothing is changed.
func (d *Document) Edit(label string, edits ...model.Edit) error {
	if err := d.writable(); err != nil {
		return err
	}
	x := d.Current()
	applied, undo, err := x.Apply(edits)
	if err != nil || len(applied) == 0 {
		return err
	}
	d.history.push(step{label, x.ID, applied, undo})
	d.writer.save(x.ID, applied)
	d.changed(Change{x.ID, applied, label})
	return nil
}

func (d *Document) writable() error {
	switch {
	case d.looked != nil:
		return &model.Problem{Message: "Vous consultez un état figé" + model.NBSP + ": il ne change plus, et rien n’a été changé. Revenez à aujourd’hui pour modifier le diagnostic."}
	case d.info.ReadOnly:
		return &model.Problem{Message: "Ce fichier est ouvert en lecture seule" + model.NBSP + ": rien n’a été changé. Enregistrez-en une copie pour y travailler."}
	}
	return nil
}

// Undo takes back the last edit and says what it was, "" when there is none or
// while a frozen state is looked at.
func (d *Document) Undo() string {
	if d.looked != nil {
		return ""
	}
	return d.replay(d.history.back())
}

// Redo does again what Undo took back.
func (d *Document) Redo() string {
	if d.looked != nil {
		return ""
	}
	return d.replay(d.history.forward())
}

// UndoLabel and RedoLabel say what Undo and Redo would do, "" when nothing.
func (d *Document) UndoLabel() string {
	if d.looked != nil {
		return ""
	}
	return d.history.undoLabel()
}

// RedoLabel says what Redo would do, "" when nothing.
func (d *Document) RedoLabel() string {
	if d.looked != nil {
		return ""
	}
	return d.history.redoLabel()
}

func (d *Document) replay(s step, ok bool) string {
	if !ok || !d.Select(s.diagnosis) {
		return ""
	}
	applied, _, err := d.Current().Apply(s.edits)
	if err != nil {
		return ""
	}
	d.writer.save(s.diagnosis, applied)
	d.changed(Change{s.diagnosis, applied, s.label})
	return s.label
}

func (d *Document) changed(c Change) {
	if d.onChange != nil {
		d.onChange(c)
	}
}

// Flush waits until all that was edited is on disk, and tells whether it is.
func (d *Document) Flush(ctx context.Context) error { return d.writer.flush(ctx) }

// Close saves what is left and closes the file. It waits for the disk. When
// something could not be saved it says so and the file is closed all the same.
// Closing again does nothing.
func (d *Document) Close(ctx context.Context) (err error) {
	d.closing.Do(func() {
		defer d.release()
		err = d.writer.close(ctx)
	})
	return err
}
