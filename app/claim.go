package app

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"tressons/model"
)

// Holder is who has a file open, as the note beside the file says.
type Holder struct {
	Who   string    `json:"who"`   // a person, may be empty
	Where string    `json:"where"` // the name of the computer
	Since time.Time `json:"since"`
	PID   int       `json:"pid"`
}

// InUseError says that somebody else has the file open. The window offers to
// read it, to wait, or to work on a copy.
type InUseError struct {
	Path   string
	Holder Holder
}

// Error is the French sentence.
func (e *InUseError) Error() string {
	return e.Holder.French(e.Path) + " Rien n’a été modifié" + model.NBSP +
		": vous pouvez le lire, attendre qu’il soit libre, ou travailler sur une copie à fusionner ensuite."
}

// French is « Anne a ouvert « commun.db » sur l’ordinateur « portable-anne » le
// 9 mars 2026 à 9h30. »
func (h Holder) French(path string) string {
	who := h.Who
	if who == "" {
		who = "Quelqu’un"
	}
	return who + " a ouvert " + model.Quote(filepath.Base(path)) + " sur l’ordinateur " + model.Quote(h.Where) + " " + Moment(h.Since) + "."
}

// Unwrap makes the sentence that of a problem, as for other refusals.
func (e *InUseError) Unwrap() error { return &model.Problem{Message: e.Error()} }

// Times of a note: it is touched while the file is open, and no longer believed
// some time after that stopped, when its computer cannot be asked.
const (
	noteTouched = time.Minute
	noteStale   = 10 * time.Minute
)

// notePath is where the note of a file lies; synchronisers skip such names.
func notePath(path string) string {
	return filepath.Join(filepath.Dir(path), ".~lock."+filepath.Base(path)+"#")
}

// claims are the notes of this process: a file that is open twice in it has one.
type claims struct {
	mu   sync.Mutex
	held map[string]*claim // by absolute path
}

type claim struct {
	note  Holder
	users int
	stop  chan struct{}
}

// take claims a file. It returns who has it when that is another process, and
// nil otherwise; in places where no note can be written, nobody can be told.
func (c *claims) take(path, who string, now time.Time) *Holder {
	c.mu.Lock()
	defer c.mu.Unlock()
	if held := c.held[path]; held != nil {
		held.users++
		return nil
	}
	mine := Holder{Who: who, Where: hostname(), Since: now.UTC().Truncate(time.Second), PID: os.Getpid()}
	for range 2 {
		err := writeNote(path, mine)
		if err == nil {
			held := &claim{note: mine, users: 1, stop: make(chan struct{})}
			c.held[path] = held
			go held.touch(notePath(path))
			return nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil
		}
		if other := readNote(path, now); other != nil {
			return other
		}
		if os.Remove(notePath(path)) != nil {
			return nil
		}
	}
	return nil
}

// sign writes who works on a file into its note.
func (c *claims) sign(path, who string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	held := c.held[path]
	if held == nil || who == "" || held.note.Who == who {
		return
	}
	if note, err := parseNote(path); err != nil || !note.same(held.note) {
		return
	}
	signed := held.note
	signed.Who = who
	if text, err := json.Marshal(signed); err == nil && os.WriteFile(notePath(path), append(text, '\n'), 0o666) == nil {
		held.note = signed
	}
}

// leave takes the note away when nobody in this process has the file any more
// and the note is still ours.
func (c *claims) leave(path string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	held := c.held[path]
	if held == nil {
		return
	}
	if held.users--; held.users > 0 {
		return
	}
	delete(c.held, path)
	close(held.stop)
	if note, err := parseNote(path); err == nil && note.same(held.note) {
		_ = os.Remove(notePath(path)) // a note that stays is recognised as stale
	}
}

func (h Holder) same(o Holder) bool {
	return h.Who == o.Who && h.Where == o.Where && h.PID == o.PID && h.Since.Equal(o.Since)
}

// touch keeps the note fresh until the file is closed.
func (c *claim) touch(note string) {
	tick := time.NewTicker(noteTouched)
	defer tick.Stop()
	for {
		select {
		case <-c.stop:
			return
		case now := <-tick.C:
			_ = os.Chtimes(note, now, now)
		}
	}
}

// writeNote makes the note, or fails with fs.ErrExist when there is one.
func writeNote(path string, h Holder) error {
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	f, err := os.OpenFile(notePath(path), os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	_, err = f.Write(append(text, '\n'))
	return errors.Join(err, f.Close())
}

func parseNote(path string) (h Holder, err error) {
	text, err := os.ReadFile(notePath(path))
	if err == nil {
		err = json.Unmarshal(text, &h)
	}
	return h, err
}

// readNote is who has a file, nil when there is no note or a stale one: that of
// a program of this computer that has ended, or one that nobody touched lately.
func readNote(path string, now time.Time) *Holder {
	info, err := os.Stat(notePath(path))
	if err != nil {
		return nil
	}
	h, err := parseNote(path)
	switch {
	case err != nil, now.Sub(info.ModTime()) > noteStale:
		return nil
	case h.Where == hostname() && !running(h.PID):
		return nil
	}
	return &h
}

func hostname() string {
	name, err := os.Hostname()
	if err != nil {
		return "inconnu"
	}
	return name
}
