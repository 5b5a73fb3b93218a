package store

import (
	"fmt"
	"math/rand/v2"
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
	deaf         bool // syncing does nothing
	open         map[string]*descriptor
	names        map[string]*inode
	lasting      map[string]*inode // names that were synced
	moves        []move            // of names, since the folder was synced
	acknowledged int
}

// descriptor is a file, or the folder where file is nil, that is open.
type descriptor struct {
	file *inode
	at   int // where the next write without a place goes
}

// inode is a file, whatever its name.
type inode struct {
	lasting []byte
	writes  []stroke // since it was synced
}

// stroke is a write, or a truncation to the length at.
type stroke struct {
	at   int
	data []byte // nil for a truncation
}

// move gives a file a name, or takes a name away when file is nil.
type move struct {
	name string
	file *inode
}

func newDisk(folder string, files map[string]string) *disk {
	d := &disk{folder: folder, open: map[string]*descriptor{}, names: map[string]*inode{}, lasting: map[string]*inode{}}
	for name, bytes := range files {
		i := &inode{lasting: []byte(bytes)}
		d.names[name], d.lasting[name] = i, i
	}
	return d
}

// recordedCalls are those that disk understands.
const recordedCalls = "open,openat,close,pwrite64,write,copy_file_range,fsync,fdatasync,ftruncate,unlink,unlinkat,renameat"

// apply plays a call; what it writes is lost until it is synced.
func (d *disk) apply(c call) {
	if c.result < 0 {
		return
	}
	arguments := strings.Split(c.text, ", ")
	last, _ := strconv.Atoi(arguments[len(arguments)-1])
	on := d.open[arguments[0]] // nil when it is nothing of the folder
	switch c.name {
	case "open", "openat":
		d.opened(c)
	case "close":
		delete(d.open, arguments[0])
	case "write":
		if c.says("acknowledged") {
			_, _ = fmt.Sscanf(c.quoted[0], "acknowledged %d", &d.acknowledged)
		}
		on.append([]byte(c.quoted[0])[:c.result])
	case "copy_file_range":
		if on != nil {
			d.open[arguments[2]].append(on.file.seen()[on.at : on.at+c.result])
			on.at += c.result
		}
	case "pwrite64":
		if on != nil {
			on.file.writes = append(on.file.writes, stroke{last, []byte(c.quoted[0])[:c.result]})
		}
	case "ftruncate":
		if on != nil {
			on.file.writes = append(on.file.writes, stroke{at: last})
		}
	case "fsync", "fdatasync":
		if on != nil && !d.deaf {
			d.sync(on.file)
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

// append writes after what the descriptor wrote last.
func (o *descriptor) append(data []byte) {
	if o != nil {
		o.file.writes = append(o.file.writes, stroke{o.at, data})
		o.at += len(data)
	}
}

// seen is what programs see of a file.
func (i *inode) seen() []byte {
	b := slices.Clone(i.lasting)
	for _, w := range i.writes {
		b = w.onto(b)
	}
	return b
}

// name is what a path is called in the folder, if it is there.
func (d *disk) name(path string) (string, bool) {
	return filepath.Base(path), filepath.Dir(path) == d.folder
}

func (d *disk) opened(c call) {
	fd := strconv.Itoa(c.result)
	delete(d.open, fd)
	if c.quoted[0] == d.folder {
		d.open[fd] = &descriptor{}
	}
	name, ok := d.name(c.quoted[0])
	if !ok {
		return
	}
	if d.names[name] == nil {
		d.move(c.quoted[0], &inode{})
	}
	d.open[fd] = &descriptor{file: d.names[name]}
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
	file.lasting, file.writes = file.seen(), nil
}

func (w stroke) onto(b []byte) []byte {
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
					bytes = stroke{w.at, w.data[:sector*random.IntN(n)]}.onto(bytes)
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
}

var (
	asItIs       = syncing{name: "as it is"}
	switchedOff  = syncing{name: "synchronous=OFF", synchronous: "OFF"}
	notByTheDisk = syncing{name: "a disk that never syncs", deaf: true}
)

// TestPowerLoss cuts the power at every kind of instant of recorded work: the way
// this program writes, nothing acknowledged is lost and nothing is done by
// halves; without syncing some of the same cuts do lose something. The number of cuts of
// saves can be given by the environment; of other work there are fewer.
func TestPowerLoss(t *testing.T) {
	t.Parallel()
	usual := scaled(t, "TRESSONS_POWER_CUTS", 1500, 80)
	for _, w := range works() {
		cuts, how := usual/8, []syncing{asItIs, notByTheDisk}
		if w.holds != nil {
			cuts, how = usual, append(how, switchedOff)
		}
		for _, h := range how {
			t.Run(w.name+", "+h.name, func(t *testing.T) {
				t.Parallel()
				tried(t, w).withoutPower(t, h, cuts)
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
		switch err := r.check(t, at, d.acknowledged); {
		case err != nil && how != asItIs:
			t.Logf("cut %d: %v", n, err)
			return
		case err != nil:
			t.Errorf("cut %d, after %d of %d calls: %v", n, end-begun, len(calls)-begun, err)
		}
		empty(t, at)
	}
	if how != asItIs {
		t.Errorf("%d cuts lost nothing: they prove nothing", cuts)
	}
}
