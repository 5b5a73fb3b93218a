package model

// Problem is an error that a user reads. Its Message is French: what happened,
// what was kept, what to do. Its Cause goes to the log, never to the screen.
type Problem struct {
	Message string
	Cause   error
}

func (p *Problem) Error() string { return p.Message }

func (p *Problem) Unwrap() error { return p.Cause }
