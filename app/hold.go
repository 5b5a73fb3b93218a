package app

import "time"

// hold keeps edits in memory until somebody says who makes them, for a bounded
// time. The zero value holds nothing. The mutex of its writer guards it.
type hold struct {
	limit time.Duration // 0 when nothing is to be held, or no longer
	timer *time.Timer   // runs from the first edit that is held
}

// begin is told of an edit and says whether it is held. over ends the hold, once
// its time has passed since the first edit.
func (h *hold) begin(over func()) bool {
	if h.limit == 0 {
		return false
	}
	if h.timer == nil {
		h.timer = time.AfterFunc(h.limit, over)
	}
	return true
}

// holding tells whether edits are held.
func (h *hold) holding() bool { return h.timer != nil }

// end stops holding, for good.
func (h *hold) end() {
	if h.timer != nil {
		h.timer.Stop()
	}
	*h = hold{}
}

// HoldForAuthor keeps what is edited from here on in memory until SetAuthor says
// who edits, and no longer than limit after the first edit. Flush, Close, copies
// and merges do not wait for that: the author set before signs then.
func (d *Document) HoldForAuthor(limit time.Duration) {
	d.writer.mu.Lock()
	defer d.writer.mu.Unlock()
	d.writer.hold.limit = limit
}

// letGo saves what is held, if anything is.
func (w *writer) letGo() {
	w.mu.Lock()
	held := w.hold.holding()
	if held {
		w.hold.end()
	}
	w.mu.Unlock()
	if held {
		w.poke()
	}
}
