package store

import "sync/atomic"

// What ahead hands over at once, and how many such lists may wait.
const (
	aheadAtOnce  = 128
	aheadWaiting = 4
)

// ahead calls consume for all that produce emits, in order, while produce goes on in a
// goroutine of its own. It returns once both are over, with the error of consume if
// there is one: produce is then told to stop by the error of its emit.
func ahead[T any](produce func(emit func(T) error) error, consume func(T) error) error {
	lists := make(chan []T, aheadWaiting)
	var failure atomic.Pointer[error] // of consume
	var end error                     // of produce, once lists is closed
	go func() {
		defer close(lists)
		var list []T
		end = produce(func(x T) error {
			if list = append(list, x); len(list) == aheadAtOnce {
				lists <- list
				list = make([]T, 0, aheadAtOnce)
			}
			if failed := failure.Load(); failed != nil {
				return *failed
			}
			return nil
		})
		lists <- list
	}()
	for list := range lists {
		for _, x := range list {
			if failure.Load() != nil {
				break
			}
			if err := consume(x); err != nil {
				failure.Store(&err)
			}
		}
	}
	if failed := failure.Load(); failed != nil {
		return *failed
	}
	return end
}
