package store

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"
)

// What a process that works in a test's stead is told by its environment.
const (
	workVariable        = "TRESSONS_TEST_WORK"
	folderVariable      = "TRESSONS_TEST_FOLDER"
	synchronousVariable = "TRESSONS_TEST_SYNCHRONOUS"
)

// TestWorker is not a test: it does one kind of work in a folder, for a test that
// kills it or makes its disk fail, and tells on its output how far it got.
func TestWorker(t *testing.T) {
	name := os.Getenv(workVariable)
	all := works()
	n := slices.IndexFunc(all, func(w work) bool { return w.name == name })
	if n < 0 {
		t.Skip("only for tests of kills and failing disks")
	}
	runtime.LockOSThread() // system calls are counted by thread
	w := &worker{ctx: context.Background(), folder: os.Getenv(folderVariable), format: all[n].writes, opts: all[n].opts, synchronous: os.Getenv(synchronousVariable),
		acknowledge: func(n int) { fmt.Println("acknowledged", n) },
		told: func(err error) {
			if isProblem(err) {
				fmt.Printf("told %q\n", err)
			} else {
				fmt.Printf("untold %T %q\n", err, err)
			}
		}}
	if w.format == nil {
		w.format = current()
	}
	fmt.Println("begun")
	if err := all[n].do(w); err != nil {
		w.told(err)
		fmt.Println("failed")
	} else {
		fmt.Println("done")
	}
	_, _ = io.Copy(io.Discard, os.Stdin) // to be killed only afterwards
}

// report is what a worker told of its work.
type report struct {
	begun, done  bool
	acknowledged int
	told         []string // failures that a user would read
	untold       []string // failures that are no sentence
}

// hear reads what a worker tells until it ends.
func hear(out io.Reader, begun func()) report {
	var r report
	for lines := bufio.NewScanner(out); lines.Scan(); {
		word, rest, _ := strings.Cut(lines.Text(), " ")
		switch word {
		case "begun":
			r.begun = true
			begun()
		case "acknowledged":
			_, _ = fmt.Sscan(rest, &r.acknowledged)
		case "told":
			r.told = append(r.told, rest)
		case "untold":
			r.untold = append(r.untold, rest)
		case "done":
			r.done = true
		}
	}
	return r
}

// workerCommand is a worker that is not started yet. Its private copies are made
// in a folder of their own.
func (r *trial) workerCommand(ctx context.Context, folder, private string, before ...string) *exec.Cmd {
	args := append(before, os.Args[0], "-test.run=^TestWorker$")
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.Env = append(os.Environ(), workVariable+"="+r.name, folderVariable+"="+folder, "TMPDIR="+private)
	return cmd
}

// killed lets a worker work for a while after it began, kills it, and returns
// what it told until then.
func (r *trial) killed(t *testing.T, folder string, after time.Duration) report {
	t.Helper()
	cmd := r.workerCommand(t.Context(), folder, t.TempDir())
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = in.Close() }() // closed by Wait already
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	heard := hear(out, func() { time.AfterFunc(after, func() { _ = cmd.Process.Kill() }) })
	if err := cmd.Wait(); err == nil || !heard.begun {
		t.Fatal("the worker was not killed:", err, heard)
	}
	return heard
}

// TestKilled kills a process in the middle of every kind of work, again and
// again, and wants a file that opens, with everything that was acknowledged and
// nothing by halves; done again, the work completes.
func TestKilled(t *testing.T) {
	t.Parallel()
	kills := scaled(t, "TRESSONS_KILLS", 520, 40)
	for i, w := range works() {
		t.Run(w.name, func(t *testing.T) {
			t.Parallel()
			r := tried(t, w)
			usual := r.duration(t)
			unfinished := 0
			mine := (kills + i) / len(works())
			for n := range mine {
				folder := r.laid(t)
				heard := r.killed(t, folder, rand.N(usual))
				if heard.done {
					usual -= usual / 5 // the computer is less busy now
				} else {
					usual += usual / 20
					unfinished++
				}
				if err := r.check(t, folder, heard.acknowledged); err != nil {
					t.Fatalf("kill %d: %v", n, err)
				}
				if err := r.complete(t, folder, heard.acknowledged); err != nil {
					t.Fatalf("kill %d: %v", n, err)
				}
			}
			t.Logf("%d kills, %d of them before the work was done", mine, unfinished)
		})
	}
}

// duration is how long a worker works when nobody kills it.
func (r *trial) duration(t *testing.T) time.Duration {
	t.Helper()
	cmd := r.workerCommand(t.Context(), r.laid(t), t.TempDir())
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var start time.Time
	heard := hear(out, func() { start = time.Now() })
	took := time.Since(start)
	if err := cmd.Wait(); err != nil || !heard.done {
		t.Fatal(err, heard)
	}
	return took
}
