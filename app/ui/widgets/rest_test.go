package widgets_test

import (
	"testing"
	"time"

	"tressons/app/ui/skin"
	"tressons/app/ui/widgets"
	"tressons/app/ui/widgets/widgettest"
)

// TestStoppedAfterTheClock stops what the clock has handed to the window already,
// where it waits behind other things: a progress that would cover the window after
// all was done.
func TestStoppedAfterTheClock(t *testing.T) {
	_, jobs := widgettest.QueuedApp(t, skin.Light)
	for name, stops := range map[string]bool{"stopped": true, "not stopped": false} {
		done := false
		stop := widgets.Later(0, func() { done = true })
		for jobs.Waiting() == 0 {
			time.Sleep(time.Millisecond)
		}
		if stops {
			stop()
		}
		jobs.Run()
		if done == stops {
			t.Errorf("%s: done %v", name, done)
		}
	}
}
