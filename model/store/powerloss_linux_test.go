package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// disk is a folder as programs see it, with what a power cut would leave of it:
// what was synced, and of the rest what chance has brought to disk.
type disk struct {
	folder       string
	deaf         bool              // syncing does nothing
	open         map[string]*inode // descriptor → file, nil for the folder itself
	names        map[string]*inode
	lasting      map[string]*inode // names that were synced
	moves        []move            // of names, since the folder was synced
	acknowledged int
}

// inode is a file, whatever its name.
type inode struct {
	lasting []byte
	writes  []written // since it was synced
}

// written is a write, or a truncation to the length at.
type written struct {
	at   int
	data []byte // nil for a truncation
}

// move gives a file a name, or takes a name away when file is nil.
type move struct {
	name string
	file *inode
}

func newDisk(folder string, files map[string]string) *disk {
	d := &disk{folder: folder, open: map[string]*inode{}, names: map[string]*inode{}, lasting: map[string]*inode{}}
	for name, bytes := range files {
		i := &inode{lasting: []byte(bytes)}
		d.names[name], d.lasting[name] = i, i
	}
	return d
}

// recordedCalls are those that disk understands.
const recordedCalls = "open,openat,close,pwrite64,write,fsync,fdatasync,ftruncate,unlink,unlinkat,renameat"

// apply plays a call; what it writes is lost until it is synced.
func (d *disk) apply(c call) {
	if c.result < 0 {
		return
	}
	fd, _, _ := strings.Cut(c.text, ",")
	file, ours := d.open[fd]
	last, _ := strconv.Atoi(c.text[strings.LastIndex(c.text, " ")+1:])
	switch c.name {
	case "open", "openat":
		d.opened(c)
	case "close":
		delete(d.open, fd)
	case "write":
		if c.says("acknowledged") {
			_, _ = fmt.Sscanf(c.quoted[0], "acknowledged %d", &d.acknowledged)
		}
	case "pwrite64":
		if ours {
			file.writes = append(file.writes, written{last, []byte(c.quoted[0])[:c.result]})
		}
	case "ftruncate":
		if ours {
			file.writes = append(file.writes, written{at: last})
		}
	case "fsync", "fdatasync":
		if ours && !d.deaf {
			d.sync(file)
		}
	case "unlink", "unlinkat":
		d.move(c.quoted[0], nil)
	case "renameat":
		if from, ok := d.name(c.quoted[0]); ok {
			d.move(c.quoted[1], d.names[from])
			d.move(c.quoted[0], nil)
		}
	}
}

// name is what a path is called in the folder, if it is there.
func (d *disk) name(path string) (string, bool) {
	return filepath.Base(path), filepath.Dir(path) == d.folder
}

func (d *disk) opened(c call) {
	fd := strconv.Itoa(c.result)
	delete(d.open, fd)
	if c.quoted[0] == d.folder {
		d.open[fd] = nil
	}
	name, ok := d.name(c.quoted[0])
	if !ok {
		return
	}
	if d.names[name] == nil {
		d.move(c.quoted[0], &inode{})
	}
	d.open[fd] = d.names[name]
}

func (d *disk) move(path string, file *inode) {
	name, ok := d.name(path)
	if !ok {
		return
	}
	d.moves = append(d.moves, move{name, file})
	rename(d.names, name, file)
}

func rename(names map[string]*inode, name string, file *inode) {
	if names[name] = file; file == nil {
		delete(names, name)
	}
}

// sync makes last what a file holds, or which names the folder holds.
func (d *disk) sync(file *inode) {
	if file == nil {
		for _, m := range d.moves {
			rename(d.lasting, m.name, m.file)
		}
		d.moves = nil
		return
	}
	for _, w := range file.writes {
		file.lasting = w.onto(file.lasting)
	}
	file.writes = nil
}

func (w written) onto(b []byte) []byte {
	if missing := w.at + len(w.data) - len(b); missing > 0 {
		b = append(b, make([]byte, missing)...)
	}
	if w.data == nil {
		return b[:w.at]
	}
	copy(b[w.at:], w.data)
	return b
}

// sector is the least that a disk writes, in bytes.
const sector = 512

// cut writes to a folder what one power cut could leave: of the moves and writes
// that were not synced some are lost, and some writes are torn.
func (d *disk) cut(t *testing.T, random *rand.Rand, folder string) {
	t.Helper()
	for _, m := range d.moves {
		if random.IntN(2) == 0 {
			rename(d.lasting, m.name, m.file)
		}
	}
	for name, file := range d.lasting {
		bytes := file.lasting
		for _, w := range file.writes {
			switch random.IntN(4) {
			case 0: // torn
				if n := len(w.data) / sector; n > 0 {
					bytes = written{w.at, w.data[:sector*random.IntN(n)]}.onto(bytes)
				}
			case 1:
				bytes = w.onto(bytes)
			}
		}
		write(t, filepath.Join(folder, name), string(bytes))
	}
}

// syncing is how much of what it writes the worker, or the disk, brings to disk
// in time.
type syncing struct {
	name, synchronous string
	deaf              bool // the disk does nothing when it is asked to sync
	share             int  // of the cuts: one in so many
}

var (
	asItIs       = syncing{name: "as it is", share: 1}
	switchedOff  = syncing{name: "synchronous=OFF", synchronous: "OFF", share: 10}
	notByTheDisk = syncing{name: "a disk that never syncs", deaf: true, share: 10}
)

// TestPowerLoss cuts the power at every kind of instant of recorded work: the way
// this program writes, nothing acknowledged is lost and nothing is done by
// halves; without syncing the same cuts do lose something. The number of cuts of
// saves can be given by the environment; of other work there are fewer.
func TestPowerLoss(t *testing.T) {
	t.Parallel()
	usual := scaled(t, "TRESSONS_POWER_CUTS", 1500, 80)
	for _, w := range works() {
		cuts, how := usual/4, []syncing{asItIs, notByTheDisk}
		if w.holds != nil {
			cuts, how = usual, append(how, switchedOff)
		}
		for _, h := range how {
			t.Run(w.name+", "+h.name, func(t *testing.T) {
				t.Parallel()
				tried(t, w).withoutPower(t, h, max(cuts/h.share, 20))
			})
		}
	}
}

func (r *trial) withoutPower(t *testing.T, how syncing, cuts int) {
	t.Helper()
	folder := r.laid(t)
	calls := r.recorded(t, folder, recordedCalls, synchronousVariable+"="+how.synchronous)
	begun := slices.IndexFunc(calls, func(c call) bool { return c.says("begun") })
	random := rand.New(rand.NewPCG(7, 7))
	lost := 0
	at := t.TempDir()
	for n := range cuts {
		d := newDisk(folder, r.start)
		d.deaf = how.deaf
		end := len(calls) // once after everything, then at any instant
		if n > 0 {
			end = begun + random.IntN(len(calls)-begun)
		}
		for _, c := range calls[:end] {
			d.apply(c)
		}
		if n == 0 && d.acknowledged == 0 {
			t.Error("nothing was acknowledged")
		}
		d.cut(t, random, at)
		if err := r.check(t, at, d.acknowledged); err != nil {
			lost++
			if how == asItIs {
				t.Error(err)
			}
		}
		empty(t, at)
	}
	if how != asItIs && lost == 0 {
		t.Error("nothing was lost: these cuts prove nothing")
	}
	t.Logf("%d of %d power cuts lost something", lost, cuts)
}

func empty(t *testing.T, folder string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if err := os.Remove(filepath.Join(folder, e.Name())); err != nil {
			t.Fatal(err)
		}
	}
}
