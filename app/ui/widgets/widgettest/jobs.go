package widgettest

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"tressons/app/ui/skin"
)

// Jobs keeps what other goroutines want to do on the window (fyne.Do) until the
// test lets it, so that all of it happens on the test's goroutine.
type Jobs struct {
	fyne.Driver
	jobs chan func() // nil when nothing is done any more
}

// Queue makes an application whose jobs wait, and sets it as the current one.
func Queue(app fyne.App) (fyne.App, *Jobs) {
	queue := &Jobs{app.Driver(), make(chan func(), 4096)}
	queued := queuedApp{app, queue}
	fyne.SetCurrentApp(queued)
	return queued, queue
}

// QueuedApp starts a test application dressed in the given variant, whose jobs
// wait. What goroutines of the test still want when it has ended is dropped: on the
// driver of a test application it would be done beside the next test.
func QueuedApp(t testing.TB, variant skin.Variant) (fyne.App, *Jobs) {
	t.Helper()
	t.Cleanup(func() { fyne.SetCurrentApp(queuedApp{fyne.CurrentApp(), &Jobs{Driver: fyne.CurrentApp().Driver()}}) })
	queued, jobs := Queue(test.NewTempApp(t))
	queued.Settings().SetTheme(skin.New(Fonts(t), variant))
	return queued, jobs
}

// DoFromGoroutine implements fyne.Driver.
func (q *Jobs) DoFromGoroutine(f func(), _ bool) {
	if q.jobs != nil {
		q.jobs <- f
	}
}

// Waiting is how many jobs wait to be done.
func (q *Jobs) Waiting() int { return len(q.jobs) }

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
