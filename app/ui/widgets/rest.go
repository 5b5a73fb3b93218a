package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// restDelay is how long nothing must be typed before a value is committed.
const restDelay = 2 * time.Second

// After runs do once, d later, on Fyne's main goroutine, unless stop is called
// before. Tests give their own.
type After func(d time.Duration, do func()) (stop func())

// Later is the After of a real clock. stop is for the main goroutine as well: what
// the clock has sent there already is not done any more.
func Later(d time.Duration, do func()) (stop func()) {
	stopped := false
	timer := time.AfterFunc(d, func() {
		fyne.Do(func() {
			if !stopped {
				do()
			}
		})
	})
	return func() {
		stopped = true
		timer.Stop()
	}
}

// rest calls back when nothing happened for a while.
type rest struct {
	after After
	stop  func()
}

// begin starts waiting again from now.
func (r *rest) begin(d time.Duration, do func()) {
	r.cancel()
	after := r.after
	if after == nil {
		after = Later
	}
	r.stop = after(d, do)
}

// cancel stops waiting.
func (r *rest) cancel() {
	if r.stop != nil {
		r.stop()
		r.stop = nil
	}
}
