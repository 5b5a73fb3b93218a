package filedialog

import (
	"context"
	"time"

	"fyne.io/fyne/v2"

	"tressons/app/ui/widgets"
)

// tasks is how the dialog leaves the window and comes back to it; tests have
// their own.
type tasks struct {
	// start runs work away from the window, show runs do on it.
	start func(work func())
	show  func(do func())
	after widgets.After
}

func realTasks() tasks {
	return tasks{
		start: func(work func()) { go work() },
		show:  fyne.Do,
		after: widgets.Later,
	}
}

// errand is the one thing that the dialog is waiting for.
type errand struct {
	tasks
	stop func()
}

// waitShown is how long an errand lasts before the person is told to wait.
const waitShown = 200 * time.Millisecond

// run does work away from the window, then what it returns on it, unless cancel
// or another run comes first. It calls wait, on the window, when that takes long.
func (e *errand) run(wait func(), work func(context.Context) (show func())) {
	e.cancel()
	ctx, cancel := context.WithCancel(context.Background())
	unwait := e.after(waitShown, wait)
	e.stop = func() {
		unwait()
		cancel()
	}
	e.start(func() {
		show := work(ctx)
		e.show(func() {
			if ctx.Err() == nil {
				e.cancel()
				show()
			}
		})
	})
}

// cancel forgets the errand: nobody will hear of it.
func (e *errand) cancel() {
	if e.stop != nil {
		e.stop()
		e.stop = nil
	}
}
