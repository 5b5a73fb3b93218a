package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// failure is a system call that goes wrong while a worker works.
type failure struct {
	name, call, how string
	killed          bool // the worker does not survive it
	lasting         bool // from then on every such call goes wrong
	final           bool // the store takes it for what the file is, and does not try again
}

var failures = []failure{
	{name: "SQLite reads and gets an error", call: "pread64", how: "error=EIO"},
	{name: "SQLite writes and gets an error", call: "pwrite64", how: "error=EIO"},
	{name: "the disk is full", call: "pwrite64", how: "error=ENOSPC"},
	{name: "the disk stays full", call: "pwrite64", how: "error=ENOSPC", lasting: true},
	{name: "no right to open", call: "open", how: "error=EACCES"},
	{name: "opening gets an error", call: "open", how: "error=EIO"},
	{name: "no right to open, seen from outside", call: "openat", how: "error=EACCES", final: true},
	{name: "a copy cannot be made", call: "openat", how: "error=ENOSPC"},
	{name: "bytes are copied and one read fails", call: "read", how: "error=EIO"},
	{name: "bytes cannot be copied", call: "copy_file_range", how: "error=EIO"},
	{name: "bytes find the disk full", call: "copy_file_range", how: "error=ENOSPC"},
	{name: "syncing fails", call: "fsync", how: "error=EIO"},
	{name: "syncing finds the disk full", call: "fsync", how: "error=ENOSPC"},
	{name: "syncing fails from then on", call: "fsync", how: "error=EIO", lasting: true},
	{name: "a file cannot be cut", call: "ftruncate", how: "error=EIO"},
	{name: "the journal cannot be removed", call: "unlink", how: "error=EACCES"},
	{name: "removing gets an error", call: "unlink", how: "error=EIO"},
	{name: "a temporary file cannot be removed", call: "unlinkat", how: "error=EACCES"},
	{name: "somebody holds the lock", call: "fcntl", how: "error=EAGAIN"},
	{name: "locks do not work any more", call: "fcntl", how: "error=EIO", lasting: true},
	{name: "renaming fails", call: "renameat", how: "error=EIO"},
	{name: "the folder takes no new name", call: "renameat", how: "error=ENOSPC"},
	{name: "the size is not told", call: "fstat", how: "error=EIO"},
	{name: "killed while writing", call: "pwrite64", how: "signal=KILL", killed: true},
	{name: "killed while copying bytes", call: "copy_file_range", how: "signal=KILL", killed: true},
	{name: "killed while syncing", call: "fsync", how: "signal=KILL", killed: true},
	{name: "killed while removing", call: "unlink", how: "signal=KILL", killed: true},
	{name: "killed while renaming", call: "renameat", how: "signal=KILL", killed: true},
}

// removing are the calls that removing takes, of a file or of a folder.
var removing = []string{"unlink", "unlinkat", "openat"}

// TestDiskFails makes system calls of every kind of work go wrong, here and
// there, by every failure: nothing acknowledged is lost, nothing is done by
// halves, every file opens, the failure is told in a sentence and leaves nothing
// behind; what failed once can be done again at once. The number of instants for
// each failure can be given by the environment.
func TestDiskFails(t *testing.T) {
	t.Parallel()
	instants := scaled(t, "TRESSONS_FAILURES", 2, 1)
	for _, w := range works() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			r := tried(t, w)
			counted := r.counted(t)
			runs, met := 0, 0
			for i, f := range failures {
				count, ok := counted[f.call]
				if !ok || testing.Short() && i%4 > 0 {
					continue // this work makes no such call, or there is little time
				}
				t.Run(f.name, func(t *testing.T) {
					for i := range min(instants, count.during) {
						when := count.before + 1 + int((float64(i)+rand.Float64())*float64(count.during)/float64(instants))
						runs++
						if r.survives(t, f, when) {
							met++
						}
					}
				})
			}
			if met < runs/2 {
				t.Errorf("%d of %d failures were met: this proves little", met, runs)
			}
			t.Logf("%d failures in %d runs", met, runs)
		})
	}
}

// count is how often a thread makes a system call before and during its work.
type count struct{ before, during int }

// counted counts the calls of the thread that works.
func (r *trial) counted(t *testing.T) map[string]count {
	t.Helper()
	names := []string{"write"}
	for _, f := range failures {
		if !slices.Contains(names, f.call) {
			names = append(names, f.call)
		}
	}
	all := r.recorded(t, r.laid(t), strings.Join(names, ","))
	begun := slices.IndexFunc(all, func(c call) bool { return c.says("begun") })
	done := slices.IndexFunc(all, func(c call) bool { return c.says("done") })
	out := map[string]count{}
	for i, c := range all[:done] {
		if c.thread != all[begun].thread {
			continue
		}
		n := out[c.name]
		if i < begun {
			n.before++
		} else {
			n.during++
		}
		out[c.name] = n
	}
	for name, n := range out {
		if n.during == 0 {
			delete(out, name)
		}
	}
	return out
}

// survives makes a call go wrong and wants the work to be as it should be. It
// returns false when the worker did not come to that call.
func (r *trial) survives(t *testing.T, f failure, when int) (met bool) {
	t.Helper()
	folder, private, trace := r.laid(t), t.TempDir(), filepath.Join(t.TempDir(), "trace")
	inject := fmt.Sprintf("inject=%s:%s:when=%d", f.call, f.how, when)
	if f.lasting {
		inject += "+"
	}
	cmd := r.workerCommand(t.Context(), folder, private, strace(t), "-f", "-o", trace, "-e", "trace="+f.call, "-e", inject)
	out, _ := cmd.Output() // how the worker ends is told by what it said
	heard := hear(strings.NewReader(string(out)), func() {})
	times := strings.Count(content(t, trace), "(INJECTED)") // each thread has its own count
	met = heard.begun && times > 0 || f.killed && !heard.done
	for _, told := range heard.untold {
		t.Errorf("%s: no sentence for a user: %s", inject, told)
	}
	for _, told := range heard.told {
		if times == 1 && strings.Contains(told, "est abîmé") {
			t.Errorf("%s: no file is damaged here: %s", inject, told)
		}
	}
	if heard.begun && !heard.done && !f.killed && (times == 1 && !f.lasting && !f.final || len(heard.told) == 0) {
		t.Errorf("%s: not done in the end; told %q\n%s", inject, heard.told, out)
	}
	if err := r.checkFiles(t, folder, heard.acknowledged, len(heard.told) > 0); err != nil {
		t.Errorf("%s: %v; told %q", inject, err, heard.told)
	}
	if left := leftBehind(t, folder, private); left != "" && !f.killed && !f.lasting && heard.begun && !slices.Contains(removing, f.call) {
		t.Errorf("%s: left behind: %s; told %q", inject, left, heard.told)
	}
	if err := r.complete(t, folder, heard.acknowledged); err != nil {
		t.Errorf("%s: %v", inject, err)
	}
	return met
}

// leftBehind lists what nobody will need any more.
func leftBehind(t *testing.T, folders ...string) string {
	t.Helper()
	var out []string
	for _, folder := range folders {
		entries, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			if !strings.HasSuffix(e.Name(), ".db") {
				out = append(out, e.Name())
			}
		}
	}
	return strings.Join(out, " ")
}
