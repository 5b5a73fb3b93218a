package widgettest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
)

// Jobs keeps what other goroutines want to do on the window (fyne.Do) until the
// test lets it, so that all of it happens on the test's goroutine.
type Jobs struct {
	fyne.Driver
	jobs chan func()
}

// Queue makes an application whose jobs wait, and sets it as the current one.
func Queue(app fyne.App) (fyne.App, *Jobs) {
	queue := &Jobs{app.Driver(), make(chan func(), 4096)}
	queued := queuedApp{app, queue}
	fyne.SetCurrentApp(queued)
	return queued, queue
}

// DoFromGoroutine implements fyne.Driver.
func (q *Jobs) DoFromGoroutine(f func(), _ bool) { q.jobs <- f }

// Run does what is waiting.
func (q *Jobs) Run() {
	for {
		select {
		case f := <-q.jobs:
			f()
		default:
			return
		}
	}
}

// RunUntil does what comes until a condition holds, half a minute at most.
func (q *Jobs) RunUntil(t testing.TB, done func() bool) {
	t.Helper()
	late := time.After(30 * time.Second)
	for !done() {
		select {
		case f := <-q.jobs:
			f()
		case <-late:
			t.Fatal("what was awaited did not come")
		}
	}
}

type queuedApp struct {
	fyne.App
	driver *Jobs
}

func (a queuedApp) Driver() fyne.Driver { return a.driver }
