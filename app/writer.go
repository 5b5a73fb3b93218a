package app

import (
	"context"
	"errors"
	"slices"
	"sync"
	"time"

	"tressons/model"
	"tressons/model/store"
)

// retryAfter is how long the writer waits before it tries again to save what
// could not be saved.
const retryAfter = 5 * time.Second

// SaveState is how saving stands.
type SaveState int

// The states of saving.
const (
	Saved  SaveState = iota // all edits are on disk
	Saving                  // some are on their way
	Failed                  // some could not be written; they are kept and tried again
	Held                    // they wait in memory until somebody says who makes them
)

// Status is how saving stands, for the status line.
type Status struct {
	State   SaveState
	At      time.Time // of the last save, zero when nothing was saved yet
	Problem error     // for Failed
}

// pendingEdits wait to be saved to one diagnosis.
type pendingEdits struct {
	diagnosis string
	edits     []model.Edit
}

// writer owns the store: a single goroutine saves edits in order and runs the
// tasks that need the file.
type writer struct {
	store *store.Store
	wake  chan struct{}
	done  chan struct{}

	mu       sync.Mutex
	pending  []pendingEdits
	tasks    []func(context.Context, *store.Store)
	waiters  []chan error           // told once nothing is pending, or that saving failed
	shown    []*model.Diagnosis     // what the file held when it was opened, with every edit since
	pictures map[model.Hash]picture // added since the file was opened
	received map[model.Hash][]byte  // of copies that were compared with the file
	author   store.Author           // signs what is saved from now on
	hold     hold
	closing  bool
	status   Status
	notify   func(Status)
}

func newWriter(s *store.Store) *writer {
	w := &writer{store: s, wake: make(chan struct{}, 1), done: make(chan struct{})}
	go w.run()
	return w
}

func (w *writer) poke() {
	select {
	case w.wake <- struct{}{}:
	default:
	}
}

// save queues edits. It never waits.
func (w *writer) save(diagnosis string, edits []model.Edit) {
	w.mu.Lock()
	w.show(diagnosis, edits)
	if n := len(w.pending); n > 0 && w.pending[n-1].diagnosis == diagnosis {
		w.pending[n-1].edits = append(w.pending[n-1].edits, edits...)
	} else {
		w.pending = append(w.pending, pendingEdits{diagnosis, append([]model.Edit(nil), edits...)})
	}
	held := w.hold.begin(w.letGo)
	w.mu.Unlock()
	if held {
		w.setStatus(func(s *Status) { s.State = Held })
		return
	}
	w.poke()
}

// show applies edits to what would be written if the file were gone.
func (w *writer) show(diagnosis string, edits []model.Edit) {
	i := slices.IndexFunc(w.shown, func(x *model.Diagnosis) bool { return x.ID == diagnosis })
	if i < 0 {
		w.shown = append(w.shown, model.NewDiagnosis(diagnosis))
		i = len(w.shown) - 1
	}
	_, _, _ = w.shown[i].Apply(edits) // the document's own copy took them already
}

// everything is a copy of what the document shows, and who signs it.
func (w *writer) everything() ([]*model.Diagnosis, store.Author) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return clones(w.shown), w.author
}

// showing notes what the file holds, for a rescue from memory.
func (w *writer) showing(diagnoses []*model.Diagnosis) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.shown = clones(diagnoses)
}

// sign names who edits. What was held for that is saved.
func (w *writer) sign(author store.Author) {
	w.mu.Lock()
	w.author = author
	w.hold.end()
	w.mu.Unlock()
	w.poke()
}

// task queues work on the file; it runs after what is pending was tried, be it
// held.
func (w *writer) task(f func(context.Context, *store.Store)) {
	w.letGo()
	w.look(f)
}

// look is task for what only reads what is saved: edits that are held stay so.
func (w *writer) look(f func(context.Context, *store.Store)) {
	w.mu.Lock()
	w.tasks = append(w.tasks, f)
	w.mu.Unlock()
	w.poke()
}

// unsaved is what is pending, for copies of a file that cannot be saved.
func (w *writer) unsaved() []pendingEdits {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]pendingEdits(nil), w.pending...)
}

// allSaved tells whether nothing is pending, for a task that wants all of it in
// the file: it comes after what is pending was tried.
func (w *writer) allSaved() error {
	if len(w.unsaved()) > 0 {
		return w.currentStatus().Problem
	}
	return nil
}

// signature is who edits.
func (w *writer) signature() store.Author {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.author
}

// note takes edits over that are in the file already.
func (w *writer) note(diagnosis string, edits []model.Edit) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.show(diagnosis, edits)
}

func (w *writer) flush(ctx context.Context) error {
	w.letGo()
	told := make(chan error, 1)
	w.mu.Lock()
	w.waiters = append(w.waiters, told)
	w.mu.Unlock()
	w.poke()
	select {
	case err := <-told:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (w *writer) close(ctx context.Context) error {
	err := w.flush(ctx)
	w.mu.Lock()
	w.closing = true
	w.mu.Unlock()
	w.poke()
	<-w.done
	return errors.Join(err, w.store.Close())
}

// run is the writer's goroutine.
func (w *writer) run() {
	defer close(w.done)
	var retry <-chan time.Time
	for {
		select {
		case <-w.wake:
		case <-retry:
		}
		err := w.saveAll()
		retry = nil
		if err != nil {
			retry = time.After(retryAfter)
		}
		w.runTasks()
		w.tellWaiters(err)
		w.mu.Lock()
		stop := w.closing && len(w.tasks) == 0
		w.mu.Unlock()
		if stop {
			return
		}
	}
}

// saveAll saves what is pending, in order, and keeps what could not be saved.
func (w *writer) saveAll() error {
	for {
		w.mu.Lock()
		if len(w.pending) == 0 || w.hold.holding() {
			w.mu.Unlock()
			return nil
		}
		next := w.pending[0]
		w.pending = w.pending[1:]
		w.store.SetAuthor(w.author)
		w.mu.Unlock()
		w.setStatus(func(s *Status) { s.State = Saving })
		saved, err := w.store.Save(context.Background(), next.diagnosis, next.edits)
		if err != nil {
			w.mu.Lock()
			w.pending = append([]pendingEdits{next}, w.pending...)
			w.mu.Unlock()
			w.setStatus(func(s *Status) { s.State, s.Problem = Failed, err })
			return err
		}
		w.setStatus(func(s *Status) { *s = Status{State: Saved, At: saved.At} })
	}
}

func (w *writer) runTasks() {
	w.mu.Lock()
	tasks := w.tasks
	w.tasks = nil
	w.mu.Unlock()
	for _, f := range tasks {
		f(context.Background(), w.store)
	}
}

func (w *writer) tellWaiters(err error) {
	w.mu.Lock()
	waiters := w.waiters
	w.waiters = nil
	w.mu.Unlock()
	for _, told := range waiters {
		told <- err
	}
}

func (w *writer) setStatus(change func(*Status)) {
	w.mu.Lock()
	change(&w.status)
	status, notify := w.status, w.notify
	w.mu.Unlock()
	if notify != nil {
		notify(status)
	}
}

func (w *writer) onStatus(f func(Status)) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.notify = f
}

func (w *writer) currentStatus() Status {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.status
}

// closing closes a store after a failure and keeps both errors.
func closing(s *store.Store, err error) error { return errors.Join(err, s.Close()) }
